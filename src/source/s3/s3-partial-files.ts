/**
 * Files that come in parts, as objects in a bucket: each is named by where in the file it begins, so that any server can go on
 * where another one stopped. Of two that write at once both write the same bytes; what overlaps is passed over.
 */
import type { PartialFiles } from "../../app/ports/partial-files.ts";
import type { BucketConfig } from "../../config/file-storage.ts";
import { Bucket, MOVED_MS, type Patience } from "./bucket.ts";
import { objectPieces } from "./object-pieces.ts";
import { PartBuffers } from "./part-buffers.ts";
import { PART_BYTES } from "./part-upload.ts";

/** So many that the order of the names is that of the numbers. */
const OFFSET_DIGITS = 16;

const folderOf = (name: string): string => `tmp/${name}/`;
const nameAt = (name: string, offset: number): string => folderOf(name) + String(offset).padStart(OFFSET_DIGITS, "0");

export class S3PartialFiles implements PartialFiles {
  readonly #bucket: Bucket;

  constructor(config: BucketConfig, patience?: Patience) {
    this.#bucket = new Bucket(config, patience);
  }

  async size(name: string): Promise<number> {
    let size = 0;
    for await (const { bytes } of this.#parts(name)) size += bytes;
    return size;
  }

  async append(name: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const buffers = new PartBuffers(PART_BYTES);
    let offset = await this.size(name);
    const keep = async (): Promise<void> => {
      const body = buffers.take();
      if (body.length === 0) return;
      await this.#bucket.ask({ method: "PUT", key: nameAt(name, offset), body, limitMs: MOVED_MS });
      offset += body.length;
    };
    try {
      for await (const piece of bytes) {
        for (let at = 0; at < piece.length; ) {
          if (buffers.isFull) await keep();
          at += buffers.add(piece.subarray(at));
        }
      }
    } finally {
      // Also where the line broke: what came until then need not come again.
      await keep();
    }
    return offset;
  }

  async *read(name: string): AsyncGenerator<Uint8Array> {
    for await (const { key, bytes } of this.#parts(name))
      yield* objectPieces(this.#bucket, key, { from: 0, length: bytes });
  }

  async remove(name: string): Promise<void> {
    for await (const { key } of this.#bucket.list(folderOf(name))) await this.#bucket.delete(key);
  }

  /** Each begins where the one before it ends. */
  async *#parts(name: string): AsyncGenerator<{ readonly key: string; readonly bytes: number }> {
    let end = 0;
    for await (const part of this.#bucket.list(folderOf(name))) {
      if (part.key !== nameAt(name, end)) continue;
      yield part;
      end += part.bytes;
    }
  }
}
