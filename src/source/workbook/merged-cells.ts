/**
 * Cells that are merged over several rows: the value stands in the first of them alone, and somebody who sees it beside all of
 * them should know. It is not copied into the others: they may be lines of one address.
 */
import { columnOf } from "../../core/sheet/cell-reference.ts";
import type { Evidence } from "../../core/tabular/dialect.ts";

const RANGE = /^([A-Z]{1,7})(\d{1,9}):[A-Z]{1,7}(\d{1,9})$/i;
const SHOWN_COLUMNS = 5;

export class MergedCells {
  #count = 0;
  #first = "";
  /** By position, from 0. */
  readonly #columns = new Set<number>();

  /** @param range `A2:A3`, of a sheet whose last row is `lastLine` */
  noteRange(range: string, lastLine: number): void {
    const [, letters = "", from = "", to = ""] = RANGE.exec(range) ?? [];
    if (Number(from) < Number(to) && Number(from) < lastLine)
      this.note({ line: Number(from), column: columnOf(letters), rows: Number(to) - Number(from) + 1 });
  }

  /** `rows`: that the cell is merged over. */
  note({ line, column, rows }: { readonly line: number; readonly column: number; readonly rows: number }): void {
    if (rows < 2 || column < 0) return;
    if (this.#count++ === 0) this.#first = `${lettersOf(column)}${line}:${lettersOf(column)}${line + rows - 1}`;
    this.#columns.add(column);
  }

  get evidence(): readonly Evidence[] {
    if (this.#count === 0) return [];
    const columns = [...this.#columns].sort((a, b) => a - b).map(lettersOf);
    const more = columns.length > SHOWN_COLUMNS ? ` and ${columns.length - SHOWN_COLUMNS} more` : "";
    const where = `${columns.length === 1 ? "column" : "columns"} ${columns.slice(0, SHOWN_COLUMNS).join(", ")}${more}`;
    const which = this.#count === 1 ? this.#first : `${this.#count}, the first ${this.#first}`;
    const says = `Cells merged over several rows, in ${where}: ${which}. Only the first row of each has the value; the others are read as empty there. Take the merging back and fill the value in where it belongs to every row.`;
    return [{ about: "sheet", says, notice: true }];
  }
}

/** `AB` of 27: how a spreadsheet names a column. */
function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
