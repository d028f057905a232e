/** Signatures (HMAC-SHA-256) by a secret of the server, under a key of their own for each purpose: what was signed for one is nothing for another. */
import { createHmac } from "node:crypto";

export function signer(secret: string, purpose: string): (text: string) => string {
  const key = createHmac("sha256", secret).update(purpose).digest();
  return (text) => createHmac("sha256", key).update(text).digest("base64url");
}
