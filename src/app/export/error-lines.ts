/**
 * "Lines with errors": the original cells of a file's lines, read again from where the ledger says they stand, with what
 * is wrong beside them and which import they are of. Fixed and imported again, they continue that import (`continued-import.ts`).
 */
import type { ColumnTarget } from "../../core/mapping/column-mapping.ts";
import {
  ERROR_COLUMNS,
  type ErrorLine,
  errorCellsOf,
  errorLineOf,
  ownColumns,
} from "../../core/mapping/error-columns.ts";
import type { LedgerLine, Outcome } from "../../core/plan/outcome.ts";
import { problemFix, problemMessage } from "../../core/problem/render-problem.ts";
import type { ProblemWords } from "../../core/problem/voice.ts";
import { unwrapTextFormula } from "../../core/tabular/rows/cell-text.ts";
import { csvLine } from "../../core/tabular/rows/csv-line.ts";
import { protectCell, unprotectCell } from "../../core/tabular/rows/protect-cell.ts";
import { filledWidth } from "../../core/tabular/rows/ragged-row.ts";
import type { Row } from "../../core/tabular/rows/row.ts";
import { mappingOf } from "../import/import-parts.ts";
import { LEDGER_PAGE } from "../limits.ts";
import type { ImportRecord, LineFilter, Pass, Ports } from "../ports.ts";
import { StoredRows } from "../table/stored-rows.ts";

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
  const names = errorFileHeaders(record.settings);
  const own = ownColumns(names);
  const headers = names.slice(0, own);
  yield byteOrderMark(record) + written([...headers, ...ERROR_COLUMNS]);
  let left = options.limit ?? Infinity;
  for await (const page of ledgerPages(ports, record, options.choice)) {
    let text = "";
    for (const line of page.slice(0, left)) {
      // Nobody can put right what is not there any more.
      if (line.erased) continue;
      // Behind the row's own cells, however many: a row with too few or too many stays one until somebody has put it right.
      const row = await rows.rowAt(line);
      if (!row) throw new Error(`line ${line.line} of the stored file ${source.key} cannot be read again`);
      const cells = row.cells.slice(0, filledWidth(row.cells, width));
      const said = own < width ? withoutErrors(cells, { own, width }) : cells;
      const { import: id, line: number } = placeOf(record, line, row);
      const [error = "", fix = ""] = errorCells(line, options.words);
      text += written([...said, String(number), [error, ...correctedText(record, row)].join(" ").trim(), fix, id]);
    }
    yield text;
    left -= page.length;
    if (left <= 0) return;
  }
}

/** The headers of an import's lines in such a file. One without a header gets one, or its columns could not be told from ours. */
export const errorFileHeaders = (settings: ImportRecord["settings"]): readonly string[] =>
  mappingOf(settings).map(({ header, target }) => (settings.dialect.header ? header : targetName(target)));

/** A header that the column maps by itself to where it went. */
const targetName = (target: ColumnTarget): string =>
  target.to === "field" ? target.field : target.to === "keep" ? target.name : "";

/** Of a row in a file of lines with errors: what was said of it before stands behind its cells, however many these are. */
function withoutErrors(
  cells: readonly string[],
  { own, width }: { readonly own: number; readonly width: number },
): readonly string[] {
  const said = errorCellsOf(cells, own);
  if (said !== null) return cells.slice(0, said.at);
  if (/^\d+$/.test(cells.at(own - width) ?? "")) return cells.slice(0, own - width);
  return cells.length <= width ? cells.slice(0, own) : cells;
}

/** The import and line that a correction of this one puts right: the first one's, however often it was tried. */
function placeOf({ id, settings: { continues } }: ImportRecord, { line }: LedgerLine, { cells }: Row): ErrorLine {
  const first = continues === undefined ? null : errorLineOf(cells, continues.own);
  return first !== null && first.import === continues?.id ? first : { import: id, line };
}

/** Where the source had one, or was of an encoding or a format that spreadsheet programs expect without one. */
const byteOrderMark = ({ settings: { dialect } }: ImportRecord): string =>
  dialect.bom || dialect.numbered || dialect.encoding !== "utf-8" ? "\ufeff" : "";

const errorCells = ({ problems }: LedgerLine, words: ProblemWords): readonly string[] => [
  problems.map((problem) => problemMessage(problem, words)).join(" "),
  [...new Set(problems.map((problem) => problemFix(problem, words)))].join(" "),
];

/** Which of the cells are not what stands in the file. */
const correctedText = ({ settings }: ImportRecord, { fixed = [] }: Row): readonly string[] =>
  fixed.map(({ column, by, at, was }) => {
    const header = settings.mapping[column]?.header || `#${column + 1}`;
    return `${header} was corrected by ${by} on ${new Date(at).toISOString().slice(0, 10)}; the file says “${was}”.`;
  });

/** What a spreadsheet program would run gets an apostrophe, which importing takes away again; one that has it already keeps it. */
const safeCell = (cell: string): string => (unprotectCell(cell) === cell ? protectCell(unwrapTextFormula(cell)) : cell);
