/** Rows that a filter or a person has hidden: they are read, and somebody who does not see them should know. */
import type { Evidence } from "../../core/tabular/dialect.ts";

export class HiddenRows {
  #count = 0;
  #first = 0;

  /** `times`: of rows that are written once. */
  note(line: number, times = 1): void {
    if (this.#count === 0) this.#first = line;
    this.#count += times;
  }

  get evidence(): readonly Evidence[] {
    if (this.#count === 0) return [];
    const are = this.#count === 1 ? "1 hidden row is" : `${this.#count} hidden rows are`;
    const which = this.#count === 1 ? `row ${this.#first}` : `the first is row ${this.#first}`;
    const says = `${are} read like the others: ${which}. Delete what is not to be read, or copy what is seen to a sheet of its own.`;
    return [{ about: "sheet", says, notice: true }];
  }
}
