/** What a row is besides a row: one that could not be read, one that does not fit the table, the header again, or a total below the last one. */
import { cellShape } from "./cell-shape.ts";
import { isRagged } from "./ragged-row.ts";
import type { Row } from "./row.ts";

export type RowFinding = "line_unreadable" | "ragged_row" | "repeated_header" | "footer_line";

export type TableNames = {
  /** Cells of the header; null = the file has none. */
  readonly headers: readonly string[] | null;
  readonly columns: number;
};

export function rowFinding(row: Row, { headers, columns }: TableNames): RowFinding | null {
  const { cells } = row;
  if (row.unread !== undefined) return "line_unreadable";
  if (headers !== null && cells[0] === headers[0] && isHeaderAgain(cells, headers)) return "repeated_header";
  if (row.mended === "not") return "ragged_row";
  const ragged = isRagged(cells, columns);
  if (columns > 1 && isSparse(cells, columns) && isFooter(cells)) return "footer_line";
  return ragged ? "ragged_row" : null;
}

/** Files that were put behind each other, and reports that repeat it on every page. */
function isHeaderAgain(cells: readonly string[], headers: readonly string[]): boolean {
  return cells.length >= headers.length && cells.every((cell, at) => cell === (headers[at] ?? ""));
}

/** What report writers put below a table. Each names itself: a lone "Total" may be a company. */
const FOOTERS: readonly RegExp[] = [
  /^(?:grand |sub)?total(?:s|en)?(?: (?:number )?(?:of )?(?:records?|rows?|contacts?|count|lines|entries|customers?))?\s*[:=]\s*[\d.,' ]*$/i,
  /^(?:records?|rows?|contacts?|entries|lines|count|anzahl|summe|gesamt|suma|totale)(?: (?:total|count))?\s*[:=]\s*[\d.,' ]*$/i,
  /^(?:grand total|total (?:records|rows|contacts|entries|customers))s?$/i,
  /^\(?\s*\d[\d.,']*\s+(?:rows?|records?|entries|contacts|lines)\s*(?:affected|returned|selected|exported|found|total|in set.*)?\s*\)?\.?$/i,
  /^[-=*#_~\s]*(?:end of (?:file|report|list|export|data|table|document)|(?<=[-=*#_~]\s?)end)[-=*#_~.\s]*$/i,
  /^page \d+(?: (?:of|\/) \d+)?$/i,
  /^stand:?\s+\d{1,2}\.\d{1,2}\.\d{4}$/i,
  /^(?:[-=*#_~\u2013\u2014]\s*){3,}$/,
  /^(?:report |file |list |data )?(?:generated|exported|printed|created|downloaded) (?:on|at|by|from)\b.{1,80}\d/i,
];
const TOTAL = /^(?:grand |sub)?total(?:s|en|e)?$|^(?:summe|gesamt|insgesamt|suma|somme)$/i;

/** A footer leaves most columns empty. Asked first, because counting is quick and nearly all rows are fuller. */
function isSparse(cells: readonly string[], columns: number): boolean {
  // Of two columns, a word and a number may as well be a row.
  const most = columns === 2 ? 1 : Math.max(2, columns / 2);
  let filled = 0;
  for (const cell of cells) if (cell !== "" && ++filled > most) return false;
  return true;
}

/** One text that says so, and beside it nothing but numbers. */
function isFooter(cells: readonly string[]): boolean {
  let text = "";
  let numbers = 0;
  for (const cell of cells) {
    if (cell === "") continue;
    if (text === "") text = cell.trim();
    else if (cellShape(cell) === "number") numbers++;
    else if (cell.trim() !== "") return false;
  }
  if (text === "" || text.length > 120) return false;
  return (numbers > 0 && TOTAL.test(text)) || FOOTERS.some((footer) => footer.test(text));
}
