/**
 * Text to rows, one block of decoded text at a time; nothing is kept between blocks but the line number. `CsvReader` feeds
 * it, `RowCutter` cuts the rows.
 *
 * What cannot be right:
 * - a quote that was never closed. So was one in a row of the wrong width one of whose cells holds whole lines of the right
 *   width: there two quotes of different rows found each other. If that one line makes a row by itself, it is read so
 *   (`mend-line.ts`); else the file is refused, because going on would make one person out of several;
 * - a row with cells too many is put right where there is only one way (`mend-row.ts`). Both say so in the row.
 */
import { isBlankRow } from "./blank-row.ts";
import { mendLine } from "./mend-line.ts";
import { isCutInTwo, isShifted, mendRow, type TableEvidence } from "./mend-row.ts";
import type { OffsetMap } from "./offset-map.ts";
import { isRagged } from "./ragged-row.ts";
import type { Row } from "./row.ts";
import { type CutterOptions, RowCutter, UNCLOSED, UNFINISHED } from "./row-cutter.ts";
import { swallowedRows } from "./swallowed-rows.ts";

export type ScanStop =
  | { readonly why: "unclosed_quote"; readonly line: number }
  | { readonly why: "row_too_long"; readonly line: number }
  | { readonly why: "too_many_columns"; readonly line: number };

export type ScannerOptions = CutterOptions & {
  readonly maxRowChars: number;
  /** Width of the first row, where reading does not start with it. */
  readonly columns?: number;
  /** Rows after which `scan` ends although there is more text. */
  readonly maxRows?: number;
  /** What the columns hold; rows with cells too many are put right by it. */
  readonly evidence?: TableEvidence;
};

const LF = 10;
const CR = 13;
/** A small integer, so that comparing with it stays quick. */
const ALL_ROWS = 2 ** 30 - 1;
/** Where a row begins with it, it may be quoted by apostrophes. */
const APOSTROPHE = 39;
/** In front of a row: files that begin with a byte order mark were put behind each other. */
const BYTE_ORDER_MARK = 0xfeff;

type Mended = { readonly cells: readonly string[]; readonly end: number; readonly mended: NonNullable<Row["mended"]> };

export class RowScanner {
  /** Physical line of the next row. */
  line: number;
  blankLines = 0;
  /** Width of the first row; 0 = not known. */
  columns: number;
  stop: ScanStop | null = null;

  // The options one by one: kept as the object they came in, whose shape varies, they made some runs three times as slow.
  readonly #cutter: RowCutter;
  readonly #delimiter: string;
  /** The quote of lines that can be mended; `""` = none can. */
  readonly #mendable: string;
  readonly #maxColumns: number;
  readonly #maxRowChars: number;
  readonly #maxRows: number;
  readonly #evidence: TableEvidence | null;
  #text = "";
  #final = false;

  constructor(options: ScannerOptions, line: number) {
    this.line = line;
    this.columns = options.columns ?? 0;
    this.#cutter = new RowCutter(options);
    this.#delimiter = options.delimiter;
    this.#mendable = options.backslash ? "" : options.quote;
    this.#maxColumns = options.maxColumns;
    this.#maxRowChars = options.maxRowChars;
    this.#maxRows = options.maxRows ?? ALL_ROWS;
    this.#evidence = options.evidence ?? null;
  }

  /**
   * Appends the rows of text[from..] and returns where the first row starts that the block does not hold whole (the
   * text's length if it holds all). `final`: the file ends with this text, so that its last row needs no line end.
   */
  scan(text: string, from: number, final: boolean, offsets: OffsetMap, rows: Row[]): number {
    const cutter = this.#cutter;
    this.#text = text;
    this.#final = final;
    cutter.begin(text, final);
    let start = from;
    let linesBefore = 0;
    while (start < text.length && rows.length < this.#maxRows) {
      const cells: string[] = [];
      const first = text.charCodeAt(start) === BYTE_ORDER_MARK ? start + 1 : start;
      let end = cutter.row(first, cells);
      if (end !== UNCLOSED) this.#checkLimits(start, end, cells);
      if (this.stop !== null || end === UNFINISHED) return start;
      const blank = isBlankRow(cells);
      if (this.columns === 0 && !blank && end !== UNCLOSED) this.columns = cells.length;
      const mended = end === UNCLOSED || this.#isWrong(cells) ? this.#mend(first, end, cells) : null;
      if (this.stop !== null) return start;
      const offset = offsets.lineStart(start, linesBefore);
      if (mended !== null) {
        end = mended.end;
        rows.push({ line: this.line, offset, cells: mended.cells, mended: mended.mended });
      } else if (blank) this.blankLines++;
      else rows.push({ line: this.line, offset, cells });
      // A row that was not finished is read again from its start, so its lines are counted only here.
      linesBefore = cutter.linesOfRow;
      this.line += linesBefore;
      start = end;
    }
    return start;
  }

  #isWrong(cells: readonly string[]): boolean {
    if (this.#cutter.closedByOpening) return true;
    if (this.#evidence !== null && cells[0]?.charCodeAt(0) === APOSTROPHE) return true;
    if (cells.length === this.columns || this.columns === 0) return false;
    return isRagged(cells, this.columns) || this.#isShifted(cells);
  }

  #isShifted(cells: readonly string[]): boolean {
    return this.#evidence !== null && (isShifted(cells, this.#evidence) || isCutInTwo(cells, this.#evidence));
  }

  /** The row in the one way in which it can be right; null = it stays as it is, or `stop` says why reading cannot go on. */
  #mend(start: number, end: number, cells: readonly string[]): Mended | null {
    const delimiter = this.#delimiter;
    const quote = this.#mendable;
    const evidence = this.#evidence;
    const cutter = this.#cutter;
    const line = this.line + Math.max(1, cutter.openQuoteLine) - 1;
    const swallowed = end !== UNCLOSED && cutter.linesOfRow > 1 && swallowedRows(cells, this.columns, delimiter);
    // Looked at for its apostrophe alone, which may well belong to a name: 't Hart.
    const fits = end !== UNCLOSED && !cutter.closedByOpening && cells.length === this.columns;
    if (this.columns > 1 && quote !== "") {
      const alone = end !== UNCLOSED && cutter.linesOfRow === 1;
      const place = { start, alone, fits, final: this.#final, evidence };
      const mended = mendLine(this.#text, place, { delimiter, quote, columns: this.columns });
      if (mended !== null) {
        cutter.linesOfRow = 1;
        cutter.begin(this.#text, this.#final, mended.end);
        return { ...mended, mended: "quote" };
      }
    }
    if (fits) return null;
    if (end === UNCLOSED || swallowed) {
      this.stop = { why: "unclosed_quote", line: swallowed ? this.line : line };
      return null;
    }
    const joined = evidence === null ? null : mendRow(cells, evidence, delimiter);
    if (joined !== null) return { cells: joined, end, mended: "delimiter" };
    const shifted = cutter.closedByOpening || this.#isShifted(cells);
    return shifted && !isRagged(cells, this.columns) ? { cells, end, mended: "not" } : null;
  }

  #checkLimits(start: number, end: number, cells: readonly string[]): void {
    const length = (end === UNFINISHED ? this.#text.length : end) - start;
    if (length > this.#maxRowChars) this.#stopAtLimit(start);
    else if (cells.length > this.#maxColumns) this.stop = { why: "too_many_columns", line: this.line };
  }

  /**
   * A row is longer than rows may be. Whether the fault is a quote that was never closed is judged from the part within
   * the limit, so that the answer is the same whether or not the rest of the row is there already.
   */
  #stopAtLimit(start: number): void {
    const cutter = this.#cutter;
    cutter.begin(this.#text.slice(start, start + this.#maxRowChars), false);
    cutter.row(0, []);
    const open = cutter.openQuoteLine;
    this.stop =
      open > 0 ? { why: "unclosed_quote", line: this.line + open - 1 } : { why: "row_too_long", line: this.line };
  }

  /** Walks over physical lines whatever they hold; the same return value as `scan`. */
  skipLines(text: string, until: number): number {
    let at = 0;
    while (this.line < until && at < text.length) {
      const lf = text.indexOf("\n", at);
      const cr = text.slice(at, lf < 0 ? text.length : lf).indexOf("\r");
      const end = cr < 0 ? lf : at + cr;
      if (end < 0) return text.length;
      at = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
      this.line++;
    }
    return at;
  }
}
