/**
 * Objects by their numbers. Those that were made together lie together: reading all between the first and the last costs half as
 * much as single look-ups. What lies between and was not asked for is left out again.
 */
import type { DbRow } from "../db-row.ts";

export class AskedNumbers {
  /** Ascending, each once. */
  readonly sorted: Float64Array;
  /** First and last, where all between them are to be read; null = each is looked up. */
  readonly range: readonly [first: number, last: number] | null;
  readonly #asked: ReadonlySet<number>;

  constructor(numbers: readonly number[]) {
    this.#asked = new Set(numbers);
    this.sorted = Float64Array.from(this.#asked).sort();
    const [first = 0, last = 0] = [this.sorted[0], this.sorted.at(-1)];
    this.range = last - first < this.sorted.length * 1.2 ? [first, last] : null;
  }

  /** @param column where a row's number stands; negative = from its end */
  pick<Row extends DbRow>(rows: readonly Row[], column: number): readonly Row[] {
    const isWhole = this.range === null || this.range[1] - this.range[0] < this.sorted.length;
    return isWhole ? rows : rows.filter((row) => this.#asked.has(Number(row.at(column))));
  }
}
