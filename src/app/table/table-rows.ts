/**
 * The rows of a table from its first to its last, in the encoding that turns out to be right. What was guessed from samples
 * may be contradicted far down the file; by then the rows above have been handed out. They read the same either way, or they
 * would have shown it themselves, so that reading goes on at the row that did.
 */
import type { Refusal } from "../../core/problem/refusal.ts";
import type { Dialect } from "../../core/tabular/dialect.ts";
import { CsvReader, type WrongPlace } from "../../core/tabular/rows/csv-reader.ts";
import type { Position, Row } from "../../core/tabular/rows/row.ts";
import type { TableBytes } from "../ports/table-bytes.ts";
import { resniffEncoding } from "./read-table.ts";

type Counts = { readonly blankLines: number; readonly droppedNuls: number; readonly wrongCells: number };
const NONE: Counts = { blankLines: 0, droppedNuls: 0, wrongCells: 0 };

/** How far reading had come. */
type Stand = { readonly position: Position; readonly columns: number; readonly counts: Counts };

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
      const before = this.#stand();
      const rows = this.#reader.push(piece);
      if (await this.#beginsAgain(before)) return before.position.offset;
      yield rows;
      if (this.#reader.refusal !== null) return null;
    }
    const before = this.#stand();
    const rows = this.#reader.end();
    if (await this.#beginsAgain(before)) return before.position.offset;
    yield rows;
    return null;
  }

  #stand(): Stand {
    const { position, columns } = this.#reader;
    return { position, columns, counts: this.counts };
  }

  /** The rows since then are read again, in the better encoding. */
  async #beginsAgain({ position, columns, counts }: Stand): Promise<boolean> {
    if (this.#isSettled || this.#reader.encodingContradiction === null) return false;
    this.#isSettled = true;
    const better = await resniffEncoding(this.#file, this.dialect);
    if (better === this.dialect) return false;
    this.dialect = better;
    this.#before = counts;
    const { offset: startOffset, line: startLine } = position;
    this.#reader = new CsvReader(better, { startOffset, startLine, ...(columns > 0 ? { columns } : {}) });
    return true;
  }
}

const sum = (a: Counts, b: Counts): Counts => ({
  blankLines: a.blankLines + b.blankLines,
  droppedNuls: a.droppedNuls + b.droppedNuls,
  wrongCells: a.wrongCells + b.wrongCells,
});
