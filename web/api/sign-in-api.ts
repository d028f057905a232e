/** Requests of signing in, which are not of the contract: a library on the server answers them. */
import { ApiProblem } from "../../src/http/client.ts";

export type SignInWays = { readonly password: boolean; readonly link: boolean; readonly oidc: boolean };

export type Session = {
  readonly user: { readonly id: string; readonly email: string; readonly name: string };
  /** `byLink`: begun by a one-time link, so that a password may be set without the present one. */
  readonly session: { readonly id: string; readonly byLink?: boolean };
} | null;

type Refused = { readonly code?: string; readonly detail?: string; readonly fix?: string };

export async function askSignIn<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(`/api/auth${path}`, {
    ...(body === undefined
      ? {}
      : { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const { code = "server_fault", detail = response.statusText, fix = "" } = (answer ?? {}) as Refused;
  throw new ApiProblem(response.status, { code: code as "server_fault", message: detail, fix });
}
