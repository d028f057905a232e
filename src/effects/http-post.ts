/**
 * One POST with everything limited: the time it takes, the bytes that are read, and where it goes. Redirects are not followed:
 * what answers with one is not the address that was named.
 */
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { type AddressGuard, AddressRefused } from "./address-guard.ts";

export type Post = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  /** Bytes of the answer beyond which nothing is read. */
  readonly maxBytes: number;
  /** Null = an address that the operator has set, wherever it leads. */
  readonly guard: AddressGuard | null;
  readonly signal?: AbortSignal | undefined;
};

export type PostAnswer =
  /** `body`: null where it was longer than the limit. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly retryAfter: string | null;
      readonly body: string | null;
    }
  /** `refused`: by us, before anything was sent. */
  | { readonly kind: "refused" | "unreachable"; readonly why: string };

export async function httpPost(post: Post): Promise<PostAnswer> {
  const url = URL.parse(post.url);
  if (url === null || !/^https?:$/.test(url.protocol)) return { kind: "refused", why: "the address is no web address" };
  if (post.guard !== null && !post.guard.permitsHost(url.hostname)) return { kind: "refused", why: PRIVATE };
  const timeout = AbortSignal.timeout(post.timeoutMs);
  const signal = post.signal === undefined ? timeout : AbortSignal.any([timeout, post.signal]);
  try {
    return await exchange(url, post, signal);
  } catch (error) {
    if (error instanceof AddressRefused) return { kind: "refused", why: PRIVATE };
    if (timeout.aborted) return { kind: "unreachable", why: `no answer within ${post.timeoutMs / 1000} s` };
    return { kind: "unreachable", why: codeOf(error) };
  }
}

const PRIVATE = "it leads to a private address (MUSTER_ALLOWED_ADDRESSES lists those that may be called)";

function exchange(url: URL, post: Post, signal: AbortSignal): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request: ClientRequest = start(
      url,
      {
        method: "POST",
        headers: { ...post.headers, "content-length": String(Buffer.byteLength(post.body)) },
        signal,
        agent: false,
        ...(post.guard === null ? {} : { lookup: post.guard.lookup }),
      },
      (response) => readAnswer(response, post.maxBytes).then(resolve, reject),
    );
    request.on("error", reject);
    request.end(post.body);
  });
}

async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<PostAnswer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > maxBytes) break;
    pieces.push(piece);
  }
  response.destroy();
  return {
    kind: "answer",
    status: response.statusCode ?? 0,
    retryAfter: response.headers["retry-after"] ?? null,
    body: bytes > maxBytes ? null : Buffer.concat(pieces).toString("utf8"),
  };
}

/** `ECONNREFUSED` says enough; a whole message might name what was sent. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[A-Z0-9_]{1,60}$/.test(code) ? code : "the connection failed";
}
