/**
 * The rows of a table from its first to its last, in the encoding that turns out to be right. What was guessed from samples
 * may be contradicted far down the file; by then the rows above have been handed out. They read the same either way, or they
 * would have shown it themselves, so that reading goes on at the row that did.
 */
import type { Refusal } from "../core/problem/refusal.ts";
import { CsvReader, type WrongPlace } from "../core/tabular/csv-reader.ts";
import type { Dialect } from "../core/tabular/dialect.ts";
import type { Position, Row } from "../core/tabular/row.ts";
import { resniffEncoding } from "./read-table.ts";
import type { TableBytes } from "./table-bytes.ts";

type Counts = { readonly blankLines: number; readonly droppedNuls: number; readonly wrongCells: number };
const NONE: Counts = { blankLines: 0, droppedNuls: 0, wrongCells: 0 };

export class TableRows {
  /** As it is known by now: another object behind the row that showed it to be wrong. */
  dialect: Dialect;
  readonly #file: TableBytes;
  #reader: CsvReader;
  /** Of the readers before this one. */
  #before = NONE;
  #isSettled: boolean;

  constructor(file: TableBytes, dialect: Dialect) {
    this.#file = file;
    this.dialect = dialect;
    this.#reader = new CsvReader(dialect);
    this.#isSettled = dialect.encodingGiven === true;
  }

  get counts(): Counts {
    return sum(this.#before, this.#reader);
  }

  get firstWrong(): WrongPlace | null {
    return this.#reader.firstWrong;
  }

  /** The first bytes that are not of the encoding, where no other one is better. */
  get contradiction(): Position | null {
    return this.#reader.encodingContradiction;
  }

  /** In batches, the header among them; the last word is what ended the reading too early. */
  async *batches(): AsyncGenerator<readonly Row[], Refusal | null> {
    for (let offset: number | null = 0; offset !== null; ) offset = yield* this.#read(offset);
    return this.#reader.refusal;
  }

  /** Returns where to begin again, null at the end. */
  async *#read(from: number): AsyncGenerator<readonly Row[], number | null> {
    for await (const piece of this.#file.bytes(from)) {
      const counts = { ...this.counts };
      const rows = this.#reader.push(piece);
      const again = await this.#beginAgain(rows, counts);
      if (again !== null) return again;
      yield rows;
      if (this.#reader.refusal !== null) return null;
    }
    const counts = { ...this.counts };
    const rows = this.#reader.end();
    const again = await this.#beginAgain(rows, counts);
    if (again !== null) return again;
    yield rows;
    return null;
  }

  /** @param counts as they were before these rows */
  async #beginAgain(rows: readonly Row[], counts: Counts): Promise<number | null> {
    if (this.#isSettled || this.#reader.encodingContradiction === null) return null;
    this.#isSettled = true;
    const better = await resniffEncoding(this.#file, this.dialect);
    if (better === this.dialect) return null;
    const { line, offset } = rows[0] ?? this.#reader.position;
    const { columns } = this.#reader;
    this.dialect = better;
    this.#before = counts;
    const isStart = offset === 0 || columns === 0;
    this.#reader = new CsvReader(better, isStart ? {} : { startOffset: offset, startLine: line, columns });
    return isStart ? 0 : offset;
  }
}

const sum = (a: Counts, b: Counts): Counts => ({
  blankLines: a.blankLines + b.blankLines,
  droppedNuls: a.droppedNuls + b.droppedNuls,
  wrongCells: a.wrongCells + b.wrongCells,
});
