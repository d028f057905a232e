/**
 * One bucket, or a part of one, by the S3 protocol: each request is signed, has a time limit, and is tried again where the line
 * or the service failed. All that is asked of it may be asked twice. What goes wrong in the end is a `StoreFault`.
 */
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import type { BucketConfig } from "../../config/file-storage.ts";
import { elementsOf, errorCodeIn } from "./bucket-answer.ts";
import { BadAnswer, bucketFault, isPassing } from "./bucket-fault.ts";

/** Milliseconds for a small question. Five of them fit into the minute for which others wait for a transaction. */
export const ASKED_MS = 10_000;
/** For a part of a file, up or down: 140 KB a second. */
export const MOVED_MS = 60_000;
/** For what the service does by itself with a whole file. */
export const JOINED_MS = 600_000;

export type Patience = {
  readonly tries: number;
  /** Milliseconds before the second try; twice as many before each further one, and up to a half less by chance. */
  readonly waitMs: number;
};
const PATIENCE: Patience = { tries: 5, waitMs: 400 };

export type BucketRequest = {
  readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** Below the prefix. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  readonly limitMs: number;
  /** Statuses that are answers, beside those from 200 on. */
  readonly alsoTakes?: readonly number[];
  /** Nobody wants the answer any more. */
  readonly signal?: AbortSignal;
};

/** What stored files are, whoever asks for them. */
const BYTES = { "content-type": "application/octet-stream" };

type BucketAnswer = { readonly status: number; readonly headers: Headers; readonly text: string };

type ListedObject = {
  /** Below the prefix. */
  readonly key: string;
  readonly bytes: number;
  /** Milliseconds since it was written, by the clock of the service. */
  readonly ageMs: number;
};

export class Bucket {
  readonly config: BucketConfig;
  readonly #address: string;
  readonly #patience: Patience;
  /** The signing keys of each day. */
  readonly #signingKeys = new Map<string, ArrayBuffer>();

  constructor(config: BucketConfig, patience: Patience = PATIENCE) {
    this.config = config;
    this.#address = addressOf(config);
    this.#patience = patience;
  }

  /** The answer with all that it says, which is little. */
  ask(request: BucketRequest): Promise<BucketAnswer> {
    return this.#tried(request, async (signal) => {
      const response = await this.#send(request, signal);
      const text = await response.text();
      const { status, headers } = response;
      const code = errorCodeIn(text);
      const isTaken = (status >= 200 && status < 300 && code === "") || request.alsoTakes?.includes(status);
      if (!isTaken || code === "NoSuchBucket") throw badAnswer(response, text);
      return { status, headers, text };
    });
  }

  /** Bytes of an object from `offset` on, as many as there are and fit; answers how many. A line that breaks goes on where it broke. */
  fill(
    key: string,
    { offset, into, signal }: { readonly offset: number; readonly into: Uint8Array; readonly signal?: AbortSignal },
  ): Promise<number> {
    let filled = 0;
    const request: BucketRequest = { method: "GET", key, limitMs: MOVED_MS, ...(signal && { signal }) };
    return this.#tried(request, async (ends) => {
      if (filled === into.length) return filled;
      const range = `bytes=${offset + filled}-${offset + into.length - 1}`;
      const response = await this.#send({ ...request, headers: { range } }, ends);
      // Nothing stands there: the end of the file.
      if (response.status === 416) {
        await response.body?.cancel();
        return filled;
      }
      if (response.status !== 206) throw badAnswer(response, await response.text());
      for await (const piece of response.body ?? []) {
        into.set(piece, filled);
        filled += piece.length;
      }
      return filled;
    });
  }

  /** Objects whose keys begin like this, in the order of their keys. */
  async *list(begin: string, most = 1_000): AsyncGenerator<ListedObject> {
    const { prefix } = this.config;
    let token: string | undefined;
    do {
      const query = { "list-type": "2", prefix: prefix + begin, "max-keys": String(most) };
      const { text, headers } = await this.ask({
        ...{ method: "GET", key: "", limitMs: ASKED_MS },
        query: token === undefined ? query : { ...query, "continuation-token": token },
      });
      const now = Date.parse(headers.get("date") ?? "") || Date.now();
      const [sizes, times] = [elementsOf(text, "Size"), elementsOf(text, "LastModified")];
      for (const [at, key] of elementsOf(text, "Key").entries())
        yield {
          key: key.slice(prefix.length),
          bytes: Number(sizes[at]),
          ageMs: now - Date.parse(times[at] ?? ""),
        };
      token = elementsOf(text, "NextContinuationToken")[0];
    } while (token !== undefined);
  }

  async delete(key: string): Promise<void> {
    await this.ask({ method: "DELETE", key, limitMs: ASKED_MS, alsoTakes: [404] });
  }

  /** Null = there is none. */
  async sizeOf(key: string): Promise<number | null> {
    const { status, headers } = await this.ask({ method: "HEAD", key, limitMs: ASKED_MS, alsoTakes: [404] });
    return status === 404 ? null : Number(headers.get("content-length"));
  }

  async #tried<T>(request: BucketRequest, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { tries, waitMs } = this.#patience;
    for (let tried = 1; ; tried++) {
      try {
        return await inTime(request, work);
      } catch (error) {
        if (tried >= tries || !isPassing(error) || request.signal?.aborted)
          throw bucketFault(this.config, request.key, error);
        await wait(waitMs * 2 ** (tried - 1) * (0.5 + Math.random() / 2));
      }
    }
  }

  async #send({ method, key, query = {}, headers = {}, body }: BucketRequest, signal: AbortSignal): Promise<Response> {
    const { accessKeyId, secretAccessKey, sessionToken, region, prefix } = this.config;
    const url = new URL(this.#address + (key === "" ? "" : prefix + key));
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const digest = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    const signed = await new AwsV4Signer({
      ...{ method, url: url.href, service: "s3", region, accessKeyId, secretAccessKey, cache: this.#signingKeys },
      ...(sessionToken === null ? {} : { sessionToken }),
      // The service compares: what arrives is what was sent.
      headers: { ...headers, ...(body === undefined ? {} : BYTES), "x-amz-content-sha256": digest },
    }).sign();
    // A bucket in another region is named by a redirect that leads nowhere.
    const sent: RequestInit = { method, headers: signed.headers, signal, redirect: "manual" };
    return fetch(signed.url, body === undefined ? sent : { ...sent, body });
  }
}

/** Amazon's own addresses name the bucket first, unless a dot in it would be another name's certificate; others' behind a slash. */
function addressOf({ bucket, endpoint, region }: BucketConfig): string {
  if (endpoint !== null) return `${endpoint}/${bucket}/`;
  const host = `s3.${region}.amazonaws.com`;
  return bucket.includes(".") ? `https://${host}/${bucket}/` : `https://${bucket}.${host}/`;
}

const badAnswer = ({ status, headers }: Response, text: string): BadAnswer =>
  new BadAnswer(status, errorCodeIn(text), headers.get("x-amz-bucket-region") ?? elementsOf(text, "Region")[0] ?? null);

async function inTime<T>({ limitMs, signal }: BucketRequest, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new Error(`nothing within ${limitMs / 1000} seconds`)), limitMs);
  // Taken off again: one signal is of all requests of a file that is read.
  const stop = (): void => end.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  try {
    return await work(end.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
