/** Many small rows into one table, several with each statement: a call from JavaScript costs more than a row. */
import type { Database, SqlValue } from "./database.ts";

const ROWS_PER_INSERT = 20;

type Rows = {
  /** `insert into TABLE (COLUMNS)`. */
  readonly into: string;
  /** The columns of a row, `?` where a value goes. */
  readonly row: readonly string[];
  /** Row after row. */
  readonly values: readonly SqlValue[];
};

/** Inside the caller's transaction. */
export function insertRows(database: Database, { into, row, values }: Rows): void {
  const width = row.filter((column) => column === "?").length;
  const insertOf = (rows: number) =>
    database.statement(
      `${into} values ${Array(rows)
        .fill(`(${row.join(", ")})`)
        .join(", ")}`,
    );
  const many = ROWS_PER_INSERT * width;
  const rest = values.length % many;
  for (let at = 0; at < rest; at += width) insertOf(1).run(...values.slice(at, at + width));
  for (let at = rest; at < values.length; at += many) insertOf(ROWS_PER_INSERT).run(...values.slice(at, at + many));
}
