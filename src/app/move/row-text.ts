/** What a row says, whichever database says it: as it is copied, and as one text that tells two rows apart. */
import type { CopyRow, CopyTable, CopyValue } from "../ports/table-copy.ts";

/** Not every database takes a NUL or half a surrogate pair: neither is anything that a person has written. */
const clean = (text: string): string => (text.includes("\0") ? text.replaceAll("\0", "") : text).toWellFormed();

/** A document in a form of a database's own making is written as all others are; the settings of an import, which its receipt is of, stay as they are. */
export const copiedRow = ({ columns, documents }: CopyTable, row: CopyRow): CopyRow =>
  row.map((value, at) =>
    typeof value === "string" && documents.includes(columns[at] ?? "") && !isPlain(value) ? documentText(value) : value,
  );

const isPlain = (text: string): boolean => JSON.stringify(JSON.parse(text)) === text;

/** The same for both databases, whatever one of them had to leave out. */
export const rowText = (table: CopyTable, row: CopyRow): string =>
  JSON.stringify(row.map((value, at) => valueText(saidBy(table, at, value))));

function saidBy({ columns, documents }: CopyTable, at: number, value: CopyValue): CopyValue {
  if (typeof value !== "string") return value;
  return documents.includes(columns[at] ?? "") ? documentText(value) : clean(value);
}

const valueText = (value: CopyValue): unknown => {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString("base64") };
  return typeof value === "bigint" ? Number(value) : value;
};

/** Keys in order, as both databases can hold them. */
const documentText = (text: string): string => JSON.stringify(ordered(JSON.parse(text)));

function ordered(value: unknown): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [clean(key), ordered(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
