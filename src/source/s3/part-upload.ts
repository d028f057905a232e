/** An object that is sent in parts, whose length nobody knows beforehand. Until it is whole there is no object. */

import { ASKED_MS, type Bucket, JOINED_MS, MOVED_MS } from "./bucket.ts";
import { elementsOf, partsXml } from "./bucket-answer.ts";

/** All parts but the last are of one size: some services want them so. */
export const PART_BYTES = 8 * 1024 * 1024;
/** Parts of one object, by the protocol. */
export const MOST_PARTS = 10_000;

/** What one request of the service copies at most is five times as much; this it does within the time. */
const COPIED_BYTES = 1024 ** 3;

export class PartUpload {
  readonly #bucket: Bucket;
  readonly #key: string;
  readonly #etags: string[] = [];
  #id: string | null = null;
  /** The part that is on its way. */
  #sending: Promise<void> = Promise.resolve();

  constructor(bucket: Bucket, key: string) {
    this.#bucket = bucket;
    this.#key = key;
  }

  /** Comes back when the part before it is there: this one must not change until the next has been taken. */
  async send(part: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#id ??= await begin(this.#bucket, this.#key);
    await this.#sending;
    this.#sending = this.#put(this.#id, part);
    this.#sending.catch(() => undefined);
  }

  /** Makes an object of the parts. */
  async complete(): Promise<void> {
    await this.#sending;
    if (this.#id === null) throw new Error("nothing was sent");
    await join(this.#bucket, this.#key, { id: this.#id, etags: this.#etags });
    this.#id = null;
  }

  /** Whatever was sent and is no object yet goes. Where even that cannot be said, the bucket's own rule for unfinished uploads clears up. */
  async giveUp(): Promise<void> {
    await this.#sending.catch(() => undefined);
    if (this.#id !== null) await abandon(this.#bucket, this.#key, this.#id);
  }

  async #put(id: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
    const query = { partNumber: String(this.#etags.length + 1), uploadId: id };
    const { headers } = await this.#bucket.ask({ method: "PUT", key: this.#key, query, body, limitMs: MOVED_MS });
    this.#etags.push(headers.get("etag") ?? "");
  }
}

/** The service copies by itself, a large object in parts. */
export async function copyObject(
  bucket: Bucket,
  { from, to, bytes }: { readonly from: string; readonly to: string; readonly bytes: number },
  copiedBytes: number = COPIED_BYTES,
): Promise<void> {
  const source = { "x-amz-copy-source": `/${bucket.config.bucket}/${bucket.config.prefix}${from}` };
  if (bytes <= copiedBytes) {
    await bucket.ask({ method: "PUT", key: to, headers: source, limitMs: JOINED_MS });
    return;
  }
  const id = await begin(bucket, to);
  try {
    const etags: string[] = [];
    for (let at = 0; at < bytes; at += copiedBytes) {
      const range = `bytes=${at}-${Math.min(bytes, at + copiedBytes) - 1}`;
      const { text } = await bucket.ask({
        ...{ method: "PUT", key: to, limitMs: JOINED_MS },
        query: { partNumber: String(etags.length + 1), uploadId: id },
        headers: { ...source, "x-amz-copy-source-range": range },
      });
      etags.push(elementsOf(text, "ETag")[0] ?? "");
    }
    await join(bucket, to, { id, etags });
  } catch (error) {
    await abandon(bucket, to, id);
    throw error;
  }
}

async function begin(bucket: Bucket, key: string): Promise<string> {
  const { text } = await bucket.ask({ method: "POST", key, query: { uploads: "" }, limitMs: ASKED_MS });
  const [id] = elementsOf(text, "UploadId");
  if (id === undefined) throw new Error("the object storage began an upload without an id");
  return id;
}

/** Asked again after an answer that got lost, the service knows the upload no more: then the object is there. */
async function join(
  bucket: Bucket,
  key: string,
  { id, etags }: { readonly id: string; readonly etags: readonly string[] },
): Promise<void> {
  const query = { uploadId: id };
  const body = partsXml(etags);
  const { status } = await bucket.ask({ method: "POST", key, query, body, limitMs: JOINED_MS, alsoTakes: [404] });
  if (status === 404 && (await bucket.sizeOf(key)) === null)
    throw new Error(`the object storage has lost the parts of ${key}`);
}

const abandon = (bucket: Bucket, key: string, id: string): Promise<unknown> =>
  bucket
    .ask({ method: "DELETE", key, query: { uploadId: id }, limitMs: ASKED_MS, alsoTakes: [404] })
    .catch(() => undefined);
