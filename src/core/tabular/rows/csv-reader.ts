/**
 * The CSV reader: bytes in, in pieces of any size; rows with their position out. Preview, plan and run all read through it.
 *
 * Bytes are cut into blocks of whole lines, each block is decoded at once and scanned. A row that goes on behind the block
 * (an open quote) waits, as bytes, until at least as much again has come, so that a large cell is not scanned over and over
 * and the rows never depend on how the bytes were cut. A quote that is never closed costs `maxRowChars` of memory, no more.
 *
 * NUL characters are dropped from cells and counted: they come from padded or badly converted files, and no database
 * holds them. Files that are binary, or UTF-16 without a mark, are recognised before, by the sniffer.
 */
import type { Refusal } from "../../problem/refusal.ts";
import { countLineBreaks, lastLineCut, mayEndLine } from "../decoding/line-breaks.ts";
import { type ByteShape, type BytesDecoder, bomLength, byteShape, decoderFor } from "../decoding/text-decoding.ts";
import { firstInvalidUtf8 } from "../decoding/utf8-validity.ts";
import type { Dialect } from "../dialect.ts";
import { markTitles } from "./group-titles.ts";
import { HeaderJoin } from "./header-join.ts";
import { NumberedRows } from "./numbered-rows.ts";
import { OffsetMap } from "./offset-map.ts";
import type { Position, Row, WrongCell } from "./row.ts";
import { RowScanner, type ScannerOptions } from "./row-scanner.ts";
import { scanRefusal } from "./scan-refusal.ts";
import { wrongCells } from "./wrong-cells.ts";

/** Longest row, in UTF-16 code units. A cell of 10 MB fits, and an unclosed quote is found out before memory suffers. */
export const MAX_ROW_CHARS = 16 * 1024 * 1024;
/** Six times what a spreadsheet program can hold in a row. */
export const MAX_COLUMNS = 100_000;
/** Bytes decoded at once: the text stays in the processor's cache, and a large push does not become one huge string. */
const BLOCK_BYTES = 64 * 1024;

export type CsvReaderOptions = {
  readonly maxRowChars?: number;
  readonly maxColumns?: number;
  /** Where to read on: the position of a row that an earlier reader over the same file gave. */
  readonly startOffset?: number;
  readonly startLine?: number;
  /** Cells of the header or first row, where reading does not start with it: rows are measured by it. */
  readonly columns?: number;
  /** Asked of each block of text that has characters beyond ASCII: cheaper than asking it of each cell. */
  readonly watchFor?: (text: string) => boolean;
};

/** A cell whose bytes are no UTF-8: where it stands, what was read, and the bytes. */
export type WrongPlace = WrongCell & { readonly line: number; readonly read: string };

export class CsvReader {
  refusal: Refusal | null = null;
  /** NUL characters dropped from cells so far. */
  droppedNuls = 0;
  /** Cells so far whose bytes are no UTF-8 in a file that is: read in the dialect's fallback, or left with U+FFFD in them. */
  wrongCells = 0;
  /** Blocks of text so far in which what was watched for occurs. */
  watchedBlocks = 0;
  firstWrong: WrongPlace | null = null;
  /** The first byte that the dialect's encoding does not allow: the encoding was guessed from a sample, and wrongly. */
  encodingContradiction: Position | null = null;

  readonly #shape: ByteShape;
  readonly #decoder: BytesDecoder;
  readonly #fallback: string | undefined;
  readonly #watchFor: ((text: string) => boolean) | null;
  readonly #scanner: RowScanner;
  readonly #scannerOptions: ScannerOptions;
  readonly #maxRowChars: number;
  readonly #preambleLines: number;
  readonly #numbered: NumberedRows | null;
  readonly #header: HeaderJoin;
  readonly #titles: ReadonlySet<string> | null;
  /** Bytes that hold no whole row yet, in order, and the file's offset of the first of them. */
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #offset: number;
  /** The waiting bytes are looked at again when there are this many of them. */
  #lookAgainAt = 0;

  constructor(dialect: Dialect, options: CsvReaderOptions = {}) {
    this.#shape = byteShape(dialect.encoding);
    this.#fallback = dialect.fallback;
    this.#watchFor = options.watchFor ?? null;
    this.#decoder = decoderFor(dialect.encoding, dialect.fallback);
    this.#maxRowChars = options.maxRowChars ?? MAX_ROW_CHARS;
    this.#numbered = dialect.numbered ? new NumberedRows(dialect.numbered.columns, dialect.preambleLines ?? 0) : null;
    this.#preambleLines = this.#numbered ? 0 : (dialect.preambleLines ?? 0);
    this.#offset = options.startOffset ?? 0;
    this.#scannerOptions = {
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      backslash: dialect.quote !== "" && dialect.escape === "\\",
      spacedQuotes: dialect.spacedQuotes ?? false,
      maxColumns: options.maxColumns ?? MAX_COLUMNS,
      maxRowChars: this.#maxRowChars,
      ...(dialect.columns === undefined ? {} : { evidence: dialect.columns }),
      ...(this.#numbered ? { columns: NumberedRows.scannedColumns } : {}),
      ...(this.#numbered || options.columns === undefined ? {} : { columns: options.columns }),
    };
    this.#header = new HeaderJoin(dialect.secondHeader, this.#offset === 0);
    this.#titles = dialect.titles === undefined ? null : new Set(dialect.titles);
    this.#scanner = new RowScanner(this.#scannerOptions, options.startLine ?? 1);
  }

  /** Rows whose cells are all empty: counted, never returned. */
  get blankLines(): number {
    return this.#numbered?.blankRows ?? this.#scanner.blankLines;
  }

  /** Cells of the header or first row; 0 = none has come yet. */
  get columns(): number {
    return this.#numbered?.columns ?? this.#scanner.columns;
  }

  /** Where the first row stands that has not been returned yet: what to store to read on later. */
  get position(): Position {
    return { line: this.#scanner.line, offset: this.#offset };
  }

  /** The rows that are whole by now, in order, the header among them. The bytes may be reused by the caller afterwards. */
  push(bytes: Uint8Array): readonly Row[] {
    const rows: Row[] = [];
    for (let from = 0; from < bytes.length && this.refusal === null; from += BLOCK_BYTES) {
      this.#take(bytes.subarray(from, from + BLOCK_BYTES), rows);
    }
    return this.#settled(rows, false);
  }

  /** The rows that were still waiting for the end of the file. */
  end(): readonly Row[] {
    const rows: Row[] = [];
    if (this.refusal === null && this.#waitingBytes > 0) {
      const bytes = this.#joined();
      this.#setWaiting(bytes.subarray(this.#read(bytes, true, rows)));
    }
    return this.#settled(rows, true);
  }

  #settled(rows: readonly Row[], ended: boolean): readonly Row[] {
    const settled = this.#header.settle(rows, ended);
    return this.#titles === null ? settled : markTitles(settled, this.#titles);
  }

  #take(bytes: Uint8Array, rows: Row[]): void {
    const total = this.#waitingBytes + bytes.length;
    const tooLong = total > this.#maxRowChars;
    if (total < this.#lookAgainAt || (!tooLong && !mayEndLine(bytes))) {
      this.#waiting.push(bytes.slice());
      this.#waitingBytes = total;
      return;
    }
    if (this.#waitingBytes > 0) {
      this.#waiting.push(bytes);
      this.#waitingBytes = total;
    }
    const all = this.#waitingBytes > 0 ? this.#joined() : bytes;
    const cut = lastLineCut(all, this.#shape);
    const used = cut === 0 ? 0 : this.#read(all.subarray(0, cut), false, rows);
    this.#setWaiting(all.slice(used));
    const rowGoesOn = used < cut || this.#waitingBytes > this.#maxRowChars;
    if (used === cut && rowGoesOn) this.#checkUnendedLine();
    this.#lookAgainAt = rowGoesOn ? this.#whenToLookAgain() : 0;
  }

  /**
   * Whether the line that the waiting bytes begin with is too long already. Their last characters are left out, because they may
   * be cut in two. In a file of several kinds of line ends a `\r` may end that line: then it is read with what follows.
   */
  #checkUnendedLine(): void {
    const text = this.#decoder.decode(this.#joined()).slice(0, -4);
    const scanner = this.#scanner;
    const { line, columns, blankLines } = scanner;
    const used = scanner.scan(text, 0, false, new OffsetMap("", this.#joined(), 0, "one-byte"), []);
    if (used > 0) Object.assign(scanner, { line, columns, blankLines, stop: null });
    this.#noteStop();
  }

  #joined(): Uint8Array {
    const all = new Uint8Array(this.#waitingBytes);
    let at = 0;
    for (const part of this.#waiting) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  #setWaiting(bytes: Uint8Array): void {
    this.#waiting = bytes.length > 0 ? [bytes] : [];
    this.#waitingBytes = bytes.length;
  }

  /** Twice as many bytes, yet no more than are needed to see that the row is too long. */
  #whenToLookAgain(): number {
    const limit = this.#maxRowChars + BLOCK_BYTES;
    return this.#waitingBytes < limit ? Math.min(2 * this.#waitingBytes, limit) : 2 * this.#waitingBytes;
  }

  /** Returns how many of the bytes are done with. */
  #read(bytes: Uint8Array, final: boolean, rows: Row[]): number {
    const skipped = this.#offset === 0 ? bomLength(bytes, this.#shape) : 0;
    const body = skipped > 0 ? bytes.subarray(skipped) : bytes;
    const text = this.#decoder.decode(body);
    const offsets = new OffsetMap(text, body, this.#offset + skipped, this.#shape);
    if (this.#watchFor !== null && !this.#isAsciiBlock(text, body) && this.#watchFor(text)) this.watchedBlocks++;
    const wrong = this.#isWrong(text, body);
    if (wrong && this.encodingContradiction === null) this.#noteWrongBytes(text, body, skipped);
    const scanner = this.#scanner;
    const start = scanner.line <= this.#preambleLines ? scanner.skipLines(text, this.#preambleLines + 1) : 0;
    const first = rows.length;
    const end = scanner.scan(text, start, final, offsets, rows);
    if (text.includes("\0")) this.#dropNuls(rows, first);
    this.#numbered?.take(rows, first);
    this.#noteStop();
    const next = end === text.length ? this.#offset + bytes.length : offsets.lineStart(end);
    if (wrong && this.#shape === "utf-8")
      this.#markRows(rows, first, { body, base: this.#offset + skipped, end: next });
    const used = next - this.#offset;
    this.#offset = next;
    return used;
  }

  #noteStop(): void {
    const stop = this.#scanner.stop;
    if (stop === null) return;
    this.refusal = scanRefusal(stop);
    // What stands behind the stop was only seen if it happened to come in the same block.
    if ((this.encodingContradiction?.line ?? 0) >= stop.line) this.encodingContradiction = null;
  }

  #isAsciiBlock(text: string, body: Uint8Array): boolean {
    return this.#shape === "utf-8" && this.#fallback === undefined && text.length === body.length;
  }

  /** A file may well hold a U+FFFD that some program before us wrote: that is valid UTF-8. */
  #isWrong(text: string, bytes: Uint8Array): boolean {
    if (this.#fallback === undefined && !text.includes("\ufffd")) return false;
    return this.#shape !== "utf-8" || firstInvalidUtf8(bytes) >= 0;
  }

  #noteWrongBytes(text: string, bytes: Uint8Array, skipped: number): void {
    if (this.#fallback !== undefined) return;
    if (this.#shape !== "utf-8") {
      const before = countLineBreaks(text, 0, text.indexOf("\ufffd"));
      this.encodingContradiction = { line: this.#scanner.line + before, offset: -1 };
      return;
    }
    const byte = firstInvalidUtf8(bytes);
    const before = this.#decoder.decode(bytes.subarray(0, byte));
    const line = this.#scanner.line + countLineBreaks(before, 0, before.length);
    this.encodingContradiction = { line, offset: this.#offset + skipped + byte };
  }

  /** @param block `end`: offset in the file behind the last of the rows */
  #markRows(rows: Row[], from: number, block: { body: Uint8Array; base: number; end: number }): void {
    // How a row is put right depends on the width of the table.
    const options = { ...this.#scannerOptions, columns: this.#scanner.columns };
    for (let index = from; index < rows.length; index++) {
      const row = rows[index];
      if (!row) continue;
      const next = rows[index + 1]?.offset ?? block.end;
      const wrong = wrongCells(block.body.subarray(row.offset - block.base, next - block.base), options);
      if (wrong.length === 0) continue;
      rows[index] = { ...row, wrong };
      this.wrongCells += wrong.length;
      const [cell] = wrong;
      if (cell) this.firstWrong ??= { ...cell, line: row.line, read: row.cells[cell.column] ?? "" };
    }
  }

  #dropNuls(rows: Row[], from: number): void {
    for (let index = from; index < rows.length; index++) {
      const row = rows[index];
      if (!row?.cells.some((cell) => cell.includes("\0"))) continue;
      const cells = row.cells.map((cell) => cell.replaceAll("\0", ""));
      this.droppedNuls += row.cells.reduce((sum, cell, column) => sum + cell.length - (cells[column]?.length ?? 0), 0);
      rows[index] = { ...row, cells };
    }
  }
}
