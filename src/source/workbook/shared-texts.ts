/**
 * The texts that a workbook's cells share (`sharedStrings.xml`), by number. A million rows may have seven million of them:
 * as UTF-8 in a few large buffers they take their own size and four bytes, and beyond a limit they wait in a scratch file.
 * Cells name them more or less in their order, so that what is read back is mostly there already.
 */
import { readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { SHARED_TEXT_BYTES } from "../../app/limits.ts";
import { damaged, RefusedFile } from "../refused-file.ts";
import { unnamedFile } from "../unnamed-file.ts";
import { TextRuns } from "./text-runs.ts";
import { readXml, type XmlHandler } from "./xml.ts";

const CHUNK_BYTES = 256 * 1024;
/** Chunks of the scratch file that are held for reading. */
const CHUNKS_READ = 16;
/** Starts of texts are kept in blocks of this many, so that no large array is ever copied into a larger one. */
const STARTS = 65_536;
/** The starts are 32-bit numbers. */
const MOST_BYTES = 2 ** 32 - 1;
/** Texts that come again and again (cities, titles) are decoded once. A power of two. */
const DECODED = 8_192;

export class SharedTexts {
  count = 0;
  readonly #folder: string;
  readonly #starts: Uint32Array[] = [];
  readonly #chunks: (Buffer | null)[] = [];
  readonly #read = new Map<number, Buffer>();
  readonly #decodedIndex = new Int32Array(DECODED).fill(-1);
  readonly #decodedText: string[] = new Array<string>(DECODED).fill("");
  #end = 0;
  /** Chunks that are in memory and are to go to the file. */
  #spilled: number;
  #file: FileHandle | null = null;

  /** @param folder room for a scratch file, for what is more than `keptBytes` */
  constructor(folder: string, keptBytes: number = SHARED_TEXT_BYTES) {
    this.#folder = folder;
    this.#spilled = Math.ceil(keptBytes / CHUNK_BYTES);
  }

  /** Reads the part to its end. Throws `RefusedFile`. */
  async load(bytes: AsyncIterable<Uint8Array>, part: string): Promise<void> {
    for await (const _ of readXml(bytes, new SharedTextHandler(this), part)) await this.#spill();
    this.#noteStart();
  }

  add(text: string): void {
    this.#noteStart();
    this.count++;
    const room = CHUNK_BYTES - (this.#end % CHUNK_BYTES);
    if (text.length * 3 < room) this.#end += this.#chunk().write(text, this.#end % CHUNK_BYTES);
    else this.#append(Buffer.from(text));
    if (this.#end > MOST_BYTES) throw RefusedFile.of("file_suspicious", "The workbook's texts take more than 4 GB.");
  }

  at(index: number): string {
    const slot = index & (DECODED - 1);
    if (this.#decodedIndex[slot] === index) return this.#decodedText[slot] ?? "";
    if (!(index >= 0 && index < this.count)) throw damaged("A cell names a text that the workbook does not hold.");
    const text = this.#decode(this.#start(index), this.#start(index + 1));
    this.#decodedIndex[slot] = index;
    this.#decodedText[slot] = text;
    return text;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  #start(index: number): number {
    return this.#starts[Math.floor(index / STARTS)]?.[index % STARTS] ?? 0;
  }

  #noteStart(): void {
    const block = Math.floor(this.count / STARTS);
    const starts = this.#starts[block] ?? new Uint32Array(STARTS);
    this.#starts[block] = starts;
    starts[this.count % STARTS] = this.#end;
  }

  /** The chunk that is being filled. */
  #chunk(): Buffer {
    const index = Math.floor(this.#end / CHUNK_BYTES);
    const chunk = this.#chunks[index] ?? Buffer.allocUnsafe(CHUNK_BYTES);
    this.#chunks[index] = chunk;
    return chunk;
  }

  #append(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; ) {
      const copied = bytes.copy(this.#chunk(), this.#end % CHUNK_BYTES, done);
      done += copied;
      this.#end += copied;
    }
  }

  async #spill(): Promise<void> {
    const full = Math.floor(this.#end / CHUNK_BYTES);
    for (; this.#spilled < full; this.#spilled++) {
      const chunk = this.#chunks[this.#spilled];
      if (!chunk) continue;
      this.#file ??= await unnamedFile(this.#folder);
      await this.#file.write(chunk, 0, CHUNK_BYTES, this.#spilled * CHUNK_BYTES);
      this.#chunks[this.#spilled] = null;
    }
  }

  #decode(from: number, to: number): string {
    const first = Math.floor(from / CHUNK_BYTES);
    const base = first * CHUNK_BYTES;
    if (to <= base + CHUNK_BYTES) return this.#chunkAt(first).toString("utf8", from - base, to - base);
    const parts: Buffer[] = [];
    for (let at = from; at < to; ) {
      const chunk = Math.floor(at / CHUNK_BYTES);
      const end = Math.min(to, (chunk + 1) * CHUNK_BYTES);
      parts.push(Buffer.from(this.#chunkAt(chunk).subarray(at % CHUNK_BYTES, end - chunk * CHUNK_BYTES)));
      at = end;
    }
    return Buffer.concat(parts).toString();
  }

  #chunkAt(index: number): Buffer {
    const kept = this.#chunks[index] ?? this.#read.get(index);
    if (kept) return kept;
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    if (this.#file) readSync(this.#file.fd, chunk, 0, CHUNK_BYTES, index * CHUNK_BYTES);
    const [oldest] = this.#read.keys();
    if (this.#read.size >= CHUNKS_READ && oldest !== undefined) this.#read.delete(oldest);
    this.#read.set(index, chunk);
    return chunk;
  }
}

class SharedTextHandler implements XmlHandler {
  readonly #texts: SharedTexts;
  readonly #runs = new TextRuns();

  constructor(texts: SharedTexts) {
    this.#texts = texts;
  }

  open(name: string): void {
    if (name === "si") this.#runs.begin();
    else this.#runs.open(name);
  }

  close(name: string): void {
    if (name === "si") this.#texts.add(this.#runs.end());
    else this.#runs.close(name);
  }

  text(text: string): void {
    this.#runs.text(text);
  }
}
