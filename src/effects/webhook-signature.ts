/** https://www.standardwebhooks.com: id, moment and body signed with a secret that both sides know. */
import { createHmac } from "node:crypto";

/** @param secret `whsec_` and base64, or base64 alone */
export function signWebhook(
  secret: string,
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
}
