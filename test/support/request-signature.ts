/** AWS Signature Version 4 of a request, by the words of its specification: to check what others have signed. */
import { createHash, createHmac } from "node:crypto";

export type SignedRequest = {
  readonly method: string;
  /** As it stands in the request line: path and query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

/** The signature that belongs to the headers that `Authorization` says are signed. */
export function signatureOf({ method, url, headers }: SignedRequest, secret: string): string {
  const { scope, signedHeaders } = authorizationOf(headers);
  const [path = "", query = ""] = url.split("?");
  const canonical = [
    method,
    path,
    query
      .split("&")
      .filter((pair) => pair !== "")
      .map((pair) => (pair.includes("=") ? pair : `${pair}=`))
      .sort()
      .join("&"),
    ...signedHeaders.map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    signedHeaders.join(";"),
    headers["x-amz-content-sha256"],
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${secret}`);
  return hmac(key, toSign).toString("hex");
}

export function authorizationOf(headers: SignedRequest["headers"]) {
  const text = String(headers.authorization);
  const [, accessKeyId = "", scope = "", names = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), ?SignedHeaders=(\S+), ?Signature=([0-9a-f]{64})$/.exec(text) ?? [];
  return { accessKeyId, scope, signedHeaders: names.split(";"), signature };
}

export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
