/** What the library that signs people in refuses, in the words of the catalogue. */
import type { ProblemCode } from "../../core/problem/catalogue.ts";
import { type Refusal, refuseWith } from "../../core/problem/refusal.ts";

/** By its code; what is not here goes by its status. */
const KNOWN: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: ["sign_in_failed", "The e-mail address or the password is wrong."],
  INVALID_EMAIL: ["sign_in_failed", "The e-mail address or the password is wrong."],
  PASSWORD_TOO_LONG: ["sign_in_failed", "The e-mail address or the password is wrong."],
  NOT_INVITED: ["sign_in_refused", "The address is not that of a member."],
};

export async function problemOf(response: Response): Promise<Refusal> {
  const said = Object(await response.json().catch(() => null)) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  const known = KNOWN[String(said.code)];
  if (known) return refuseWith(...known).refusal;
  if (response.status === 401) return refuseWith("signed_out", "There is no session.").refusal;
  if (response.status >= 500) return refuseWith("server_fault", "Something went wrong inside.").refusal;
  const message =
    typeof said.message === "string" ? said.message.replace(/\.?$/, ".") : "The request is not understood.";
  return refuseWith("request_invalid", message).refusal;
}
