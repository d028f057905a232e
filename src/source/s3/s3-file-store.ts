/** Source files in a bucket, named by the SHA-256 of their bytes, for any number of processes on any number of machines. */
import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { StoredFile } from "../../app/ports.ts";
import type { BucketConfig } from "../../config/file-storage.ts";
import { renderPolicyValue } from "../../core/policy/set-policy.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { FilesPlace, SourceFiles } from "../source-files.ts";
import { ASKED_MS, Bucket, MOVED_MS, type Patience } from "./bucket.ts";
import { objectPieces } from "./object-pieces.ts";
import { partsOf } from "./part-buffers.ts";
import { copyObject, MOST_PARTS, PART_BYTES, PartUpload } from "./part-upload.ts";

const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000;
/** How often a process looks for what others have left behind. */
const SWEEP_MS = 60 * 60 * 1000;

/** What is not to stay: a rule of the bucket may delete what is older than two days. */
const SCRATCH = "tmp/";

const holdName = (key: string): string => `${SCRATCH}hold-${key}-`;
const fileName = (key: string): string => `files/${key}`;

export class S3FileStore implements SourceFiles {
  readonly #bucket: Bucket;
  readonly scratch: string;
  readonly place: FilesPlace;
  /** Objects that say who needs which stored file, by its key. */
  readonly #holds = new Map<string, string[]>();
  #sweptAt = Number.NEGATIVE_INFINITY;

  /** @param folder the data folder, for files that are gone when the work is over */
  constructor(config: BucketConfig, folder: string, patience?: Patience) {
    this.#bucket = new Bucket(config, patience);
    this.scratch = join(folder, "tmp");
    this.place = { folder, bucket: config };
  }

  async put(bytes: AsyncIterable<Uint8Array>, maxBytes: number | null): Promise<Result<StoredFile>> {
    await this.#sweep();
    const partial = `${SCRATCH}upload-${randomUUID()}`;
    const upload = new PartUpload(this.#bucket, partial);
    const counted = new CountedBytes(bytes, Math.min(maxBytes ?? Number.POSITIVE_INFINITY, PART_BYTES * MOST_PARTS));
    let isSent = false;
    try {
      for await (const part of partsOf(counted.pieces(), PART_BYTES)) {
        if (counted.isTooMuch) break;
        if (part.isLast && !isSent) return accept(await this.#keepSmall(counted.stored(), part.bytes));
        isSent = true;
        await upload.send(part.bytes);
      }
      if (counted.isTooMuch) {
        return refuseWith(
          "file_too_large",
          `The file is larger than ${renderPolicyValue("maxBytes", counted.maxBytes)}.`,
        );
      }
      await upload.complete();
      return accept(await this.#keepLarge(counted.stored(), partial));
    } finally {
      await upload.giveUp();
      // Left for the sweep where even that fails: what went wrong before is what is to be said.
      if (isSent) await this.#bucket.delete(partial).catch(() => undefined);
    }
  }

  read(key: string, offset = 0, length = Number.POSITIVE_INFINITY): AsyncIterable<Uint8Array> {
    return objectPieces(this.#bucket, fileName(key), { from: offset, length });
  }

  async slice(key: string, offset: number, length: number): Promise<Uint8Array> {
    const into = new Uint8Array(length);
    const filled = await this.#bucket.fill(fileName(key), { offset, into });
    return into.subarray(0, filled);
  }

  async has(key: string): Promise<boolean> {
    return (await this.#bucket.sizeOf(fileName(key))) !== null;
  }

  /** A hold that cannot be ended ends by itself: that is no reason to fail what is done. */
  async letGo(key: string): Promise<void> {
    const hold = this.#holds.get(key)?.pop();
    if (hold !== undefined) await this.#bucket.delete(hold).catch(() => undefined);
  }

  async isHeld(key: string): Promise<boolean> {
    for await (const { ageMs } of this.#bucket.list(holdName(key))) if (ageMs < LEFT_BEHIND_MS) return true;
    return false;
  }

  async remove(key: string): Promise<void> {
    await this.#bucket.delete(fileName(key));
  }

  async #keepSmall(stored: StoredFile, body: Uint8Array<ArrayBuffer>): Promise<StoredFile> {
    await this.#hold(stored.key);
    if (!(await this.has(stored.key)))
      await this.#bucket.ask({ method: "PUT", key: fileName(stored.key), body, limitMs: MOVED_MS });
    return stored;
  }

  /** The same bytes may be there already, and be read by another process: they are left alone. */
  async #keepLarge(stored: StoredFile, from: string): Promise<StoredFile> {
    await this.#hold(stored.key);
    const to = fileName(stored.key);
    if (!(await this.has(stored.key))) await copyObject(this.#bucket, { from, to, bytes: stored.bytes });
    return stored;
  }

  async #hold(key: string): Promise<void> {
    const hold = holdName(key) + randomUUID();
    await this.#bucket.ask({ method: "PUT", key: hold, body: "", limitMs: ASKED_MS });
    this.#holds.set(key, [...(this.#holds.get(key) ?? []), hold]);
  }

  /** Holds, and uploads that a dead process has left behind. */
  async #sweep(): Promise<void> {
    const now = performance.now();
    if (now - this.#sweptAt < SWEEP_MS) return;
    for await (const { key, ageMs } of this.#bucket.list(SCRATCH))
      if (ageMs > LEFT_BEHIND_MS) await this.#bucket.delete(key);
    this.#sweptAt = now;
  }
}

/** A stream's bytes as they pass, counted, with the digest of them all; ends early where they are too many. */
class CountedBytes {
  readonly maxBytes: number;
  readonly #stream: AsyncIterable<Uint8Array>;
  readonly #hash = createHash("sha256");
  #bytes = 0;

  constructor(stream: AsyncIterable<Uint8Array>, maxBytes: number) {
    this.#stream = stream;
    this.maxBytes = maxBytes;
  }

  get isTooMuch(): boolean {
    return this.#bytes > this.maxBytes;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#stream) {
      this.#bytes += piece.length;
      if (this.isTooMuch) return;
      this.#hash.update(piece);
      yield piece;
    }
  }

  /** Once, after the last piece. */
  stored(): StoredFile {
    const digest = this.#hash.digest("hex");
    return { key: digest, digest, bytes: this.#bytes };
  }
}
