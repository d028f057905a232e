/** https://www.standardwebhooks.com: id, moment and body signed with each secret that the receiver may know. */
import { createHmac } from "node:crypto";

type Signed = { readonly id: string; readonly seconds: number; readonly body: string };

/**
 * The header's text: a signature for each secret, so that a receiver that has not been given the new one yet, or has forgotten
 * the former one, finds one that it can check.
 *
 * @param secrets `whsec_` and base64, or base64 alone
 */
export const signWebhook = (secrets: readonly string[], signed: Signed): string =>
  secrets.map((secret) => signature(secret, signed)).join(" ");

function signature(secret: string, { id, seconds, body }: Signed): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
}
