/** A row as a line of COPY's text format (https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS). */

/** A NUL is left out: PostgreSQL's texts cannot hold it. */
const SPECIAL = /[\\\n\r\t\0]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "" };

export type CopyValue = string | number | null;

export function copyLine(values: readonly CopyValue[]): string {
  let line = "";
  for (let at = 0; at < values.length; at++) {
    if (at > 0) line += "\t";
    line += copyText(values[at] ?? null);
  }
  return `${line}\n`;
}

function copyText(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  return SPECIAL.test(value) ? value.replace(/[\\\n\r\t\0]/g, (character) => ESCAPES[character] ?? character) : value;
}
