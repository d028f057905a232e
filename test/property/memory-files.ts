/** Source files in memory, cut into pieces of any size: for hundreds of small imports a minute. */
import { tmpdir } from "node:os";
import type { ImportSettings } from "../../src/app/import/import-settings.ts";
import type { FileStore } from "../../src/app/ports.ts";
import { accept } from "../../src/core/problem/refusal.ts";

export class MemoryFiles implements FileStore {
  readonly #files = new Map<string, Uint8Array>();
  readonly #pieceBytes: number;
  readonly scratch: string;

  /** @param scratch the folder for what a reader keeps outside of memory */
  constructor(pieceBytes: number, scratch: string = tmpdir()) {
    this.#pieceBytes = pieceBytes;
    this.scratch = scratch;
  }

  async put(bytes: AsyncIterable<Uint8Array>): ReturnType<FileStore["put"]> {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece.slice());
    const { name: _, ...stored } = this.add(Buffer.concat(pieces));
    return accept(stored);
  }

  /** Answers the source as an import's settings name it. */
  add(text: string | Uint8Array): ImportSettings["source"] {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const digest = Buffer.from(bytes).toString("hex").slice(0, 64).padEnd(64, "0");
    const key = `${digest}-${this.#files.size}`;
    this.#files.set(key, bytes);
    return { key, digest, bytes: bytes.length, name: "contacts.csv" };
  }

  async has(key: string): Promise<boolean> {
    return this.#files.has(key);
  }

  async letGo(): Promise<void> {}

  async isHeld(): Promise<boolean> {
    return false;
  }

  async remove(key: string): Promise<void> {
    this.#files.delete(key);
  }

  /** As the port says, the buffer is used again: a reader that kept a piece would see it overwritten. */
  async *read(key: string, offset = 0, length = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    const bytes = this.#bytes(key).subarray(0, offset + length);
    const buffer = new Uint8Array(this.#pieceBytes);
    for (let at = offset; at < bytes.length; at += this.#pieceBytes) {
      const piece = bytes.subarray(at, at + this.#pieceBytes);
      buffer.set(piece);
      yield buffer.subarray(0, piece.length);
      buffer.fill(0x3f);
    }
  }

  async slice(key: string, offset: number, length: number): Promise<Uint8Array> {
    return this.#bytes(key).slice(offset, offset + length);
  }

  #bytes(key: string): Uint8Array {
    const bytes = this.#files.get(key);
    if (!bytes) throw new Error(`no file ${key}`);
    return bytes;
  }
}
