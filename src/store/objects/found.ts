/** Gathers a page, a slice at a time. One more is wanted than asked for, to know whether there is any. */
import type { FoundPage } from "../../app/ports.ts";

export class Found<Row> {
  readonly #limit: number;
  readonly #numberOf: (row: Row) => number;
  readonly #rows: Row[] = [];

  constructor(limit: number, numberOf: (row: Row) => number) {
    this.#limit = limit;
    this.#numberOf = numberOf;
  }

  get isFull(): boolean {
    return this.#rows.length > this.#limit;
  }

  /** Answers whether more are wanted. */
  add(rows: readonly Row[]): boolean {
    for (const row of rows) this.#rows.push(row);
    return !this.isFull;
  }

  /** @param seenTo number up to which all were looked at; null = to the end */
  page(seenTo: number | null): FoundPage<Row> {
    if (!this.isFull) return { rows: this.#rows, seenTo };
    const rows = this.#rows.slice(0, this.#limit);
    const last = rows.at(-1);
    return { rows, seenTo: last === undefined ? seenTo : this.#numberOf(last) };
  }
}
