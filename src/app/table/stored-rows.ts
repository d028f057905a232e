/** Rows of a stored file, looked up again by where the ledger says they stand. Asked in the file's order, rows close together are read in one go. */
import { CsvReader } from "../../core/tabular/rows/csv-reader.ts";
import type { Position, Row } from "../../core/tabular/rows/row.ts";
import { CellFixes } from "../import/changing/cell-fixes.ts";
import type { ImportSettings } from "../import/import-settings.ts";
import { READ_BYTES, ROW_BYTES } from "../limits.ts";
import type { FileStore } from "../ports.ts";

type StoredTable = Pick<ImportSettings, "source" | "dialect" | "mapping" | "fixes">;

export class StoredRows {
  readonly #files: FileStore;
  readonly #table: StoredTable;
  readonly #fixes: CellFixes | null;
  #reader: CsvReader;
  #rows: readonly Row[] = [];
  /** Place of the next row to look at among the rows that are read, and offset of the next byte to read. */
  #at = 0;
  #offset = 0;
  #stepBytes = ROW_BYTES;

  constructor(files: FileStore, table: StoredTable) {
    this.#files = files;
    this.#table = table;
    this.#fixes = table.fixes === undefined ? null : new CellFixes(files, table.fixes.key);
    this.#reader = this.#readerFrom({ offset: 0, line: 1 });
  }

  /** As it counts for the import, its corrected cells among it. Null where no row starts there: the file is another one. */
  async rowAt(position: Position): Promise<Row | null> {
    const row = await this.#storedRow(position);
    return row === null || this.#fixes === null ? row : ((await this.#fixes.apply([row]))[0] ?? null);
  }

  async #storedRow(position: Position): Promise<Row | null> {
    const { offset } = position;
    const next = this.#rows[this.#at]?.offset ?? this.#offset;
    // A reader that was just started stands at the row; a row far ahead is jumped to.
    if (this.#offset === 0 || offset < next || offset > this.#offset + READ_BYTES) this.#jumpTo(position);
    for (;;) {
      for (let row = this.#rows[this.#at]; row !== undefined; row = this.#rows[++this.#at]) {
        if (row.offset === offset) return row;
        if (row.offset > offset) return null;
      }
      if (!(await this.#readOn())) return null;
    }
  }

  #jumpTo(position: Position): void {
    this.#reader = this.#readerFrom(position);
    this.#rows = [];
    this.#at = 0;
    this.#offset = position.offset;
    this.#stepBytes = ROW_BYTES;
  }

  #readerFrom({ offset, line }: Position): CsvReader {
    const { dialect, mapping } = this.#table;
    return new CsvReader(dialect, { startOffset: offset, startLine: line, columns: mapping.length });
  }

  /** False at the end of the file. */
  async #readOn(): Promise<boolean> {
    const { key, bytes } = this.#table.source;
    if (this.#offset >= bytes || this.#reader.refusal !== null) return false;
    const piece = await this.#files.slice(key, this.#offset, this.#stepBytes);
    this.#offset += piece.length;
    // More with each step: a single row costs little, and a long run of rows few reads.
    this.#stepBytes = Math.min(READ_BYTES, 2 * this.#stepBytes);
    const rows = this.#reader.push(piece);
    this.#rows = this.#offset >= bytes ? [...rows, ...this.#reader.end()] : rows;
    this.#at = 0;
    return piece.length > 0;
  }
}
