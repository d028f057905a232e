/**
 * "Lines with errors": the original cells of a file's lines, read again from where the ledger says they stand, with what
 * is wrong beside them. Fixed and imported again, the other lines are not repeated.
 */
import type { ColumnTarget } from "../core/mapping/column-mapping.ts";
import { ERROR_COLUMNS, ownColumns } from "../core/mapping/error-columns.ts";
import type { LedgerLine, Outcome } from "../core/plan/outcome.ts";
import { type ProblemWords, problemFix, problemMessage } from "../core/problem/render-problem.ts";
import { unwrapTextFormula } from "../core/tabular/cell-text.ts";
import { csvLine } from "../core/tabular/csv-line.ts";
import { protectCell, unprotectCell } from "../core/tabular/protect-cell.ts";
import { filledWidth } from "../core/tabular/ragged-row.ts";
import { LEDGER_PAGE } from "./limits.ts";
import type { ImportRecord, LineFilter, Pass, Ports } from "./ports.ts";

import { StoredRows } from "./stored-rows.ts";

export type LineChoice = { readonly outcome: Outcome | null; readonly problem: string | null };

/** The ledger in pages, so that no import is too long to list; a planned one has a plan instead. */
export async function* ledgerPages(
  ports: Ports,
  record: ImportRecord,
  choice: LineChoice,
): AsyncGenerator<readonly LedgerLine[]> {
  const pass: Pass = record.state === "planned" ? "plan" : "run";
  let filter: LineFilter = { ...choice, pass, afterLine: 0, limit: LEDGER_PAGE };
  for (;;) {
    const page = await ports.store.ledger.lines(record.ref, filter);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    filter = { ...filter, afterLine: last.line };
  }
}

/** A CSV file in pieces of text, in the delimiter of the source: its columns as they were, then line, error and fix. */
export async function* errorFile(
  ports: Ports,
  record: ImportRecord,
  options: { readonly choice: LineChoice; readonly words: ProblemWords; readonly limit: number | null },
): AsyncGenerator<string> {
  const { source, dialect, mapping } = record.settings;
  const rows = new StoredRows(ports.files, record.settings);
  const end = dialect.newline === "\r\n" || dialect.numbered ? "\r\n" : "\n";
  const written = (cells: readonly string[]): string => csvLine(cells.map(safeCell), dialect.delimiter) + end;
  const width = mapping.length;
  // A file without a header gets one, or its columns could not be told from ours.
  const names = mapping.map(({ header, target }) => (dialect.header ? header : targetName(target)));
  const own = ownColumns(names);
  const headers = names.slice(0, own);
  yield byteOrderMark(record) + written([...headers, ...ERROR_COLUMNS]);
  let left = options.limit ?? Infinity;
  for await (const page of ledgerPages(ports, record, options.choice)) {
    let text = "";
    for (const line of page.slice(0, left)) {
      // Behind the row's own cells, however many: a row with too few or too many stays one until somebody has put it right.
      const row = await rows.rowAt(line);
      if (!row) throw new Error(`line ${line.line} of the stored file ${source.key} cannot be read again`);
      const cells = row.cells.slice(0, filledWidth(row.cells, width));
      text += written([...(own < width ? withoutErrors(cells) : cells), ...errorCells(line, options.words)]);
    }
    yield text;
    left -= page.length;
    if (left <= 0) return;
  }
}

/** A header that the column maps by itself to where it went. */
const targetName = (target: ColumnTarget): string =>
  target.to === "field" ? target.field : target.to === "keep" ? target.name : "";

/** Of a row in a file of lines with errors: what was said of it before stands behind its cells, however many these are. */
const withoutErrors = (cells: readonly string[]): readonly string[] =>
  /^\d+$/.test(cells.at(-ERROR_COLUMNS.length) ?? "") ? cells.slice(0, -ERROR_COLUMNS.length) : cells;

/** Where the source had one, or was of an encoding or a format that spreadsheet programs expect without one. */
const byteOrderMark = ({ settings: { dialect } }: ImportRecord): string =>
  dialect.bom || dialect.numbered || dialect.encoding !== "utf-8" ? "\ufeff" : "";

function errorCells({ line, problems }: LedgerLine, words: ProblemWords): readonly string[] {
  const messages = problems.map((problem) => problemMessage(problem, words));
  return [String(line), messages.join(" "), [...new Set(problems.map(problemFix))].join(" ")];
}

/** What a spreadsheet program would run gets an apostrophe, which importing takes away again; one that has it already keeps it. */
const safeCell = (cell: string): string => (unprotectCell(cell) === cell ? protectCell(unwrapTextFormula(cell)) : cell);
