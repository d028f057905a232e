/** Which values stand in a column and how often, for whoever decides what is to become of each. */
import { valueKey } from "../../core/contact/value-map.ts";
import type { Dialect } from "../../core/tabular/dialect.ts";
import { cellText } from "../../core/tabular/rows/cell-text.ts";
import { CsvReader } from "../../core/tabular/rows/csv-reader.ts";
import type { Row } from "../../core/tabular/rows/row.ts";
import { VALUE_KINDS, VALUE_ROWS, VALUES_SHOWN } from "../limits.ts";
import type { TableBytes } from "../ports/table-bytes.ts";

export type CountedValue = {
  /** As it first stands in the column. */
  readonly value: string;
  readonly count: number;
};

export type ColumnValues = {
  /** As it stands in the file; `""` = none. */
  readonly header: string;
  /** The most frequent ones, most frequent first. */
  readonly values: readonly CountedValue[];
  /** Different values besides those. */
  readonly more: number;
  /** Rows that were looked at. */
  readonly rows: number;
  /** False = the file has more rows, or more different values than are counted. */
  readonly isWhole: boolean;
};

/** Values that a value map does not tell apart are one. */
export async function columnValues(file: TableBytes, dialect: Dialect, column: number): Promise<ColumnValues> {
  const reader = new CsvReader(dialect);
  const counted = new Counted(column, dialect.header);
  for await (const piece of file.bytes()) {
    counted.add(reader.push(piece));
    if (counted.isFull || reader.refusal !== null) break;
  }
  if (!counted.isFull && reader.refusal === null) counted.add(reader.end());
  return counted.found;
}

class Counted {
  readonly #column: number;
  readonly #values = new Map<string, { readonly value: string; count: number }>();
  #isHeader: boolean;
  #header = "";
  #rows = 0;
  #hasOthers = false;

  constructor(column: number, hasHeader: boolean) {
    this.#column = column;
    this.#isHeader = hasHeader;
  }

  get isFull(): boolean {
    return this.#rows >= VALUE_ROWS;
  }

  add(rows: Iterable<Row>): void {
    for (const { cells } of rows) {
      const text = cellText(cells[this.#column] ?? "");
      if (this.#isHeader) [this.#header, this.#isHeader] = [text, false];
      else this.#count(text);
    }
  }

  #count(value: string): void {
    this.#rows++;
    const key = valueKey(value);
    if (key === "") return;
    const known = this.#values.get(key);
    if (known !== undefined) known.count++;
    else if (this.#values.size < VALUE_KINDS) this.#values.set(key, { value: value.trim(), count: 1 });
    else this.#hasOthers = true;
  }

  get found(): ColumnValues {
    const all = [...this.#values.values()].sort((a, b) => b.count - a.count);
    const values = all.slice(0, VALUES_SHOWN);
    const more = all.length - values.length;
    return { header: this.#header, values, more, rows: this.#rows, isWhole: !this.isFull && !this.#hasOthers };
  }
}
