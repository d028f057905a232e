/**
 * Finds the keys that stand on several lines of a file, however long it is: every key goes to a scratch file, and once
 * the filters know which may repeat, those are read back. The scratch file has no name, so nothing is left of it after a crash.
 */
import { type FileHandle, mkdir } from "node:fs/promises";
import { DUPLICATE_FILTER_BYTES } from "../app/limits.ts";
import type { FoundDuplicates } from "../app/ports.ts";
import { KeyFilter } from "../core/match/key-filter.ts";
import { keyOfFile } from "../core/plan/file-keys.ts";
import { unnamedFile } from "./unnamed-file.ts";

const MATCHES = 16;
/** Keys written at a time: 1 MiB. */
const BLOCK_KEYS = 65_536;
/** Keys looked at for one message of those that repeat: what waits to be collected on both sides of it stays small. */
const PIECE_KEYS = 8_192;

/** The other half of the file, where there is one. */
export type Beside = {
  /** Its filters' memory, to which nothing is added any more. */
  readonly otherKeys: SharedArrayBuffer | null;
  /** To be added to this half's line numbers. */
  readonly linesBefore: number;
};
export const ALONE: Beside = { otherKeys: null, linesBefore: 0 };

export class DuplicateFinder {
  /** Memory of the filters. */
  readonly #keys: SharedArrayBuffer;
  readonly #filter: KeyFilter;
  readonly #folder: string;
  #file: FileHandle | null = null;
  #block = new Float64Array(BLOCK_KEYS * 2);
  #filled = 0;
  /** What of the block the filters have: they are told many keys in a row, so that one need not wait for the memory of another. */
  #told = 0;
  /** Blocks that wait to be written, and those that have been. */
  #full: Float64Array<ArrayBuffer>[] = [];
  #spare: Float64Array<ArrayBuffer>[] = [];
  #any = false;
  readonly #found: FoundDuplicates = new Float64Array(PIECE_KEYS * 3);

  /**
   * @param fileBytes size of the source file, by which the filters are sized
   * @param parts 2 where another finder is looking at the other half of the file; both share the memory
   */
  constructor(folder: string, fileBytes: number, parts: 1 | 2) {
    this.#folder = folder;
    this.#keys = new SharedArrayBuffer((2 * filterBytes(fileBytes)) / parts);
    this.#filter = new KeyFilter(this.#keys);
  }

  /** Memory of the filters, with all keys that came. */
  get keys(): SharedArrayBuffer {
    this.#tell();
    return this.#keys;
  }

  /** True while a whole block waits: call `flush` then. */
  get isFull(): boolean {
    return this.#full.length > 0;
  }

  /** `match`: position of the key among the policy's, below 16. */
  add(match: number, hash: number, line: number): void {
    this.#block[this.#filled++] = hash;
    this.#block[this.#filled++] = line * MATCHES + match;
    if (this.#filled < this.#block.length) return;
    this.#tell();
    this.#full.push(this.#block);
    this.#block = this.#spare.pop() ?? new Float64Array(BLOCK_KEYS * 2);
    this.#filled = 0;
    this.#told = 0;
  }

  #tell(): void {
    for (let at = this.#told; at < this.#filled; at += 2) {
      if (this.#filter.add(keyOfFile(matchIn(this.#block[at + 1] ?? 0), this.#block[at] ?? 0))) this.#any = true;
    }
    this.#told = this.#filled;
  }

  async flush(): Promise<void> {
    this.#file ??= await this.#open();
    for (const block of this.#full) await this.#file.writeFile(new Uint8Array(block.buffer));
    this.#spare.push(...this.#full.splice(0));
  }

  async #open(): Promise<FileHandle> {
    await mkdir(this.#folder, { recursive: true });
    return unnamedFile(this.#folder);
  }

  /** Those of this finder's part that may stand on another of its lines, or in the other half. */
  async *candidates(beside: Beside = ALONE): AsyncGenerator<FoundDuplicates> {
    this.#tell();
    if (!this.#any && beside.otherKeys === null) return;
    const last = this.#block.slice(0, this.#filled);
    if (this.#file) {
      for (let offset = 0; ; ) {
        const { bytesRead } = await this.#file.read(
          new Uint8Array(this.#block.buffer),
          0,
          this.#block.byteLength,
          offset,
        );
        if (bytesRead === 0) break;
        offset += bytesRead;
        yield* this.#pieces(this.#block.subarray(0, bytesRead / 8), beside);
      }
    }
    yield* this.#pieces(last, beside);
  }

  *#pieces(pairs: Float64Array, beside: Beside): Generator<FoundDuplicates> {
    for (let at = 0; at < pairs.length; at += 2 * PIECE_KEYS)
      yield this.#repeated(pairs.subarray(at, at + 2 * PIECE_KEYS), beside);
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  #repeated(pairs: Float64Array, { otherKeys, linesBefore }: Beside): FoundDuplicates {
    const others = otherKeys && new KeyFilter(otherKeys);
    const found = this.#found;
    let filled = 0;
    for (let at = 0; at < pairs.length; at += 2) {
      const hash = pairs[at] ?? 0;
      const packed = pairs[at + 1] ?? 0;
      const match = matchIn(packed);
      const key = keyOfFile(match, hash);
      if (!this.#filter.mayRepeat(key) && !others?.mayHave(key)) continue;
      found[filled++] = match;
      found[filled++] = hash;
      found[filled++] = linesBefore + (packed - match) / MATCHES;
    }
    return found.slice(0, filled);
  }
}

/** Of a line and the position of its key, packed as one number. */
const matchIn = (packed: number): number => packed & (MATCHES - 1);

/** Two bytes a key where a key stands in ten bytes of the file; no more than the limit. */
function filterBytes(fileBytes: number): number {
  const wanted = Math.min(DUPLICATE_FILTER_BYTES, Math.max(64 * 1024, fileBytes / 5));
  return 2 ** Math.ceil(Math.log2(wanted));
}
