/**
 * An import's corrected cells, kept in a stored file that is ordered by line and read along with the rows: however many they are,
 * those of a few rows are in memory. Reading threads have no database, and a file that is named by its bytes cannot change
 * under an import that follows it.
 */
import { type CellFix, type FixRule, fixRow } from "../../../core/tabular/rows/cell-fix.ts";
import type { Row } from "../../../core/tabular/rows/row.ts";
import { PIECE_CHARS, READ_BYTES } from "../../limits.ts";
import type { FileStore } from "../../ports.ts";

/** Lines of the stored file: the rules first, then cells from the first line of the source to its last. */
export type FixEntry = { readonly rule: FixRule } | { readonly cell: CellFix };

/** Gives rows their corrected cells; asked in the file's order, it reads the fixes once. */
export class CellFixes {
  readonly #files: Pick<FileStore, "slice">;
  readonly #key: string;
  #entries: AsyncGenerator<FixEntry> | null = null;
  #rules: FixRule[] = [];
  /** Of the lines that were asked for last. */
  #cells = new Map<number, CellFix[]>();
  /** The first fix that lies behind them. */
  #next: CellFix | null = null;
  #line = 0;

  constructor(files: Pick<FileStore, "slice">, key: string) {
    this.#files = files;
    this.#key = key;
  }

  async apply(rows: readonly Row[]): Promise<readonly Row[]> {
    const [first, last] = [rows[0], rows[rows.length - 1]];
    if (!first || !last) return rows;
    if (this.#entries === null || first.line <= this.#line) await this.#begin();
    this.#line = last.line;
    this.#cells.clear();
    for (; this.#next !== null && this.#next.line <= last.line; await this.#advance()) {
      const { line } = this.#next;
      if (line >= first.line) this.#cells.set(line, [...(this.#cells.get(line) ?? []), this.#next]);
    }
    if (this.#rules.length === 0 && this.#cells.size === 0) return rows;
    return rows.map((row) => fixRow(row, this.#rules, this.#cells.get(row.line) ?? []));
  }

  async #begin(): Promise<void> {
    this.#entries = readFixes(this.#files, this.#key);
    this.#rules = [];
    this.#line = 0;
    await this.#advance();
  }

  async #advance(): Promise<void> {
    this.#next = null;
    while (this.#next === null) {
      const entry = await this.#entries?.next();
      if (entry === undefined || entry.done) return;
      if ("rule" in entry.value) this.#rules.push(entry.value.rule);
      else this.#next = entry.value.cell;
    }
  }
}

export async function* readFixes(files: Pick<FileStore, "slice">, key: string): AsyncGenerator<FixEntry> {
  const decoder = new TextDecoder();
  let rest = "";
  // In slices: whoever asks for one row and no more leaves no file open.
  for (let offset = 0; ; ) {
    const piece = await files.slice(key, offset, READ_BYTES);
    if (piece.length === 0) return;
    offset += piece.length;
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as FixEntry;
  }
}

/** The bytes of a file of fixes. The entries come in its order. */
export async function* writeFixes(entries: AsyncIterable<FixEntry>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for await (const entry of entries) {
    text += `${JSON.stringify(entry)}\n`;
    if (text.length < PIECE_CHARS) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}
