/** A `DraftSource` without a thread, and source files in memory cut into pieces of any size: for hundreds of small imports a minute. */
import type { ImportSettings } from "../../src/app/import/import-settings.ts";
import type { DraftChunk, DraftSource, FilePosition, FileStore, ScanAnswer } from "../../src/app/ports.ts";
import { accept, type Result } from "../../src/core/problem/refusal.ts";
import { WHOLE_FILE } from "../../src/source/open-rows.ts";
import { draftBuilder, readDrafts } from "../../src/source/read-drafts.ts";
import { scanPart } from "../../src/source/scan-part.ts";
import { scanAnswer } from "../../src/source/scanned-part.ts";

export class MemoryFiles implements FileStore {
  readonly #files = new Map<string, Uint8Array>();
  readonly #pieceBytes: number;

  constructor(pieceBytes: number) {
    this.#pieceBytes = pieceBytes;
  }

  async put(): Promise<never> {
    throw new Error("files are added by text");
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
  async *read(key: string, offset = 0): AsyncGenerator<Uint8Array> {
    const bytes = this.#bytes(key);
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

export class InProcessDrafts implements DraftSource {
  readonly #files: FileStore;
  readonly #scratch: string;
  readonly #batchRows: number;

  constructor(files: FileStore, scratch: string, batchRows: number) {
    this.#files = files;
    this.#scratch = scratch;
    this.#batchRows = batchRows;
  }

  async scan(settings: ImportSettings): Promise<Result<ScanAnswer>> {
    const files = {
      read: this.#files.read.bind(this.#files),
      slice: this.#files.slice.bind(this.#files),
      scratch: this.#scratch,
    };
    const scanned = await scanPart(files, settings, { part: WHOLE_FILE, batchRows: this.#batchRows });
    if (!scanned.ok) return scanned;
    const { found, finder } = scanned.value;
    const duplicates = settings.policy.inFile === "both" ? null : finder.candidates();
    return accept({ ...scanAnswer(settings, found), duplicates });
  }

  drafts(settings: ImportSettings, from: FilePosition | null): AsyncIterable<DraftChunk> {
    return readDrafts(this.#files, settings, {
      builder: draftBuilder(settings),
      part: { from, to: null },
      batchRows: this.#batchRows,
    });
  }

  async close(): Promise<void> {}
}
