/**
 * Text to rows: the one place that knows what a quote, a delimiter and a line end mean. It works on one block of decoded
 * text at a time and keeps nothing between blocks but the line number; `CsvReader` feeds it. Every search is done by
 * `indexOf` and its result kept until it is passed, so that an ordinary cell costs one search and one slice, and no text
 * is searched twice for something it does not hold.
 *
 * How doubtful text is read:
 * - a quote inside an unquoted cell is a character like any other (`5" nail`);
 * - text behind a closing quote belongs to the cell, as in Python and Excel (`"abc"def` is `abcdef`), unless another
 *   quote follows before the cell ends: then somebody forgot to double the quotes (`"say "hi" now"`), and they are text;
 * - a quote that ran over a line end and then does not close in front of a delimiter or a line end was never closed. So
 *   was one in a row of the wrong width one of whose cells holds whole lines of the right width: there two quotes of
 *   different rows found each other. If that one line makes a row by itself, it is read so (`mend-line.ts`); else the file
 *   is refused, because going on would make one person out of several;
 * - a row with cells too many is put right where there is only one way (`mend-row.ts`). Who mends says so in the row.
 */
import { isBlankRow } from "./blank-row.ts";
import { countLineBreaks } from "./line-breaks.ts";
import { type MendedLine, mendLine } from "./mend-line.ts";
import { isShifted, mendRow, type TableEvidence } from "./mend-row.ts";
import type { OffsetMap } from "./offset-map.ts";
import { isRagged } from "./ragged-row.ts";
import type { Row } from "./row.ts";
import { swallowedRows } from "./swallowed-rows.ts";

export type ScanStop =
  | { readonly why: "unclosed_quote"; readonly line: number }
  | { readonly why: "row_too_long"; readonly line: number }
  | { readonly why: "too_many_columns"; readonly line: number };

export type ScannerOptions = {
  readonly delimiter: string;
  /** `""` = no quoting. */
  readonly quote: string;
  /** Quotes may be escaped by a backslash besides being doubled. */
  readonly backslash: boolean;
  /** Spaces in front of an opening quote and behind a closing one are not part of the cell. */
  readonly spacedQuotes: boolean;
  readonly maxColumns: number;
  readonly maxRowChars: number;
  /** Width of the first row, where reading does not start with it. */
  readonly columns?: number;
  /** What the columns hold; rows with cells too many are put right by it. */
  readonly evidence?: TableEvidence;
};

const LF = 10;
const CR = 13;
const SPACE = 32;
/** In front of a row: files that begin with a byte order mark were put behind each other. */
const BYTE_ORDER_MARK = 0xfeff;
const BACKSLASH = 92;
/** What `#quotedCell` returns instead of the place behind the cell. */
const UNFINISHED = -1;
const STOPPED = -2;

export class RowScanner {
  /** Physical line of the next row. */
  line: number;
  blankLines = 0;
  /** Width of the first row; 0 = not known. */
  columns: number;
  stop: ScanStop | null = null;

  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #quote: string;
  readonly #quoteCode: number;
  /** What stands for a quote or a backslash inside a quoted cell, where backslashes escape. */
  readonly #escaped: RegExp | null;
  readonly #spacedQuotes: boolean;
  readonly #maxColumns: number;
  readonly #maxRowChars: number;
  readonly #evidence: TableEvidence | null;

  #text = "";
  #final = false;
  #nextDelimiter = 0;
  #nextQuote = 0;
  #nextLf = 0;
  #nextCr = 0;
  #cell = "";
  #linesOfRow = 1;
  /** A quote closed a cell right behind a delimiter or another quote and in front of text: it looks like an opening one. */
  #closedByOpening = false;
  /** Line of the quote that was still open when the text ended; 0 = none was. */
  #openQuoteLine = 0;

  constructor(options: ScannerOptions, line: number) {
    this.line = line;
    this.#delimiter = options.delimiter;
    this.#delimiterCode = options.delimiter.charCodeAt(0);
    this.#quote = options.quote;
    this.#quoteCode = options.quote === "" ? -1 : options.quote.charCodeAt(0);
    const quote = RegExp.escape(options.quote);
    this.#escaped = options.backslash ? new RegExp(`\\\\(${quote}|\\\\)|${quote}(${quote})`, "g") : null;
    this.#spacedQuotes = options.spacedQuotes;
    this.columns = options.columns ?? 0;
    this.#maxColumns = options.maxColumns;
    this.#maxRowChars = options.maxRowChars;
    this.#evidence = options.evidence ?? null;
  }

  /**
   * Appends the rows of text[from..] and returns where the first row starts that the block does not hold whole (the
   * text's length if it holds all). `final`: the file ends with this text, so that its last row needs no line end.
   */
  scan(text: string, from: number, final: boolean, offsets: OffsetMap, rows: Row[]): number {
    this.#begin(text, final);
    let start = from;
    let linesBefore = 0;
    while (start < text.length) {
      let cells: readonly string[] = [];
      let mended: Row["mended"];
      const first = text.charCodeAt(start) === BYTE_ORDER_MARK ? start + 1 : start;
      let end = this.#row(first, cells as string[]);
      if (end !== STOPPED) {
        const length = (end === UNFINISHED ? text.length : end) - start;
        if (length > this.#maxRowChars) this.#stopAtLimit(start);
        else if (cells.length > this.#maxColumns) this.stop = { why: "too_many_columns", line: this.line };
        if (this.stop !== null || end === UNFINISHED) return start;
      }
      if (this.columns === 0 && end !== STOPPED && !isBlankRow(cells)) this.columns = cells.length;
      if (end === STOPPED || (this.columns > 0 && this.#isWrong(cells))) {
        const swallowed =
          end !== STOPPED && this.#linesOfRow > 1 && swallowedRows(cells, this.columns, this.#delimiter);
        if (swallowed) this.stop = { why: "unclosed_quote", line: this.line };
        const line = this.#mendedLine(first);
        if (line !== null) {
          ({ cells, end } = line);
          mended = "quote";
          this.#moveTo(end);
        } else if (this.stop !== null) return start;
        else {
          const row = this.#evidence && mendRow(cells, this.#evidence, this.#delimiter);
          if (row) [cells, mended] = [row, "delimiter"];
          else if (!isRagged(cells, this.columns)) mended = "not";
        }
      }
      const offset = offsets.lineStart(start, linesBefore);
      if (isBlankRow(cells)) this.blankLines++;
      else {
        rows.push(
          mended === undefined ? { line: this.line, offset, cells } : { line: this.line, offset, cells, mended },
        );
      }
      // A row that was not finished is read again from its start, so its lines are counted only here.
      linesBefore = this.#linesOfRow;
      this.line += linesBefore;
      start = end;
    }
    return start;
  }

  #isWrong(cells: readonly string[]): boolean {
    if (this.#closedByOpening || isRagged(cells, this.columns)) return true;
    return cells.length !== this.columns && this.#evidence !== null && isShifted(cells, this.#evidence);
  }

  /** The line at `start` as a row of its own, if one of its quotes is a stray one. */
  #mendedLine(start: number): MendedLine | null {
    if (this.columns < 2 || this.#quote === "" || this.#escaped !== null) return null;
    const format = { delimiter: this.#delimiter, quote: this.#quote, columns: this.columns };
    const alone = this.stop === null && this.#linesOfRow === 1;
    return mendLine(this.#text, { start, alone, final: this.#final }, format);
  }

  /** Goes on behind a line that was read otherwise. */
  #moveTo(end: number): void {
    this.stop = null;
    this.#linesOfRow = 1;
    this.#openQuoteLine = 0;
    this.#nextDelimiter = this.#find(this.#delimiter, end);
    this.#nextQuote = this.#find(this.#quote, end);
    this.#nextLf = this.#find("\n", end);
    this.#nextCr = this.#find("\r", end);
  }

  /**
   * A row is longer than rows may be. Whether the fault is a quote that was never closed is judged from the part within
   * the limit, so that the answer is the same whether or not the rest of the row is there already.
   */
  #stopAtLimit(start: number): void {
    this.#begin(this.#text.slice(start, start + this.#maxRowChars), false);
    this.#row(0, []);
    const line = this.#openQuoteLine;
    this.stop ??= line > 0 ? { why: "unclosed_quote", line } : { why: "row_too_long", line: this.line };
  }

  /** Walks over one physical line whatever it holds; the same return value as `scan`. */
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

  #begin(text: string, final: boolean): void {
    this.#text = text;
    this.#final = final;
    this.#openQuoteLine = 0;
    this.#nextDelimiter = this.#find(this.#delimiter, 0);
    this.#nextQuote = this.#quote === "" ? text.length : this.#find(this.#quote, 0);
    this.#nextLf = this.#find("\n", 0);
    this.#nextCr = this.#find("\r", 0);
  }

  #find(what: string, from: number): number {
    const at = this.#text.indexOf(what, from);
    return at < 0 ? this.#text.length : at;
  }

  /** First line end at or behind `from`, or the text's length. */
  #lineEnd(from: number): number {
    if (this.#nextLf < from) this.#nextLf = this.#find("\n", from);
    if (this.#nextCr < from) this.#nextCr = this.#find("\r", from);
    return this.#nextLf < this.#nextCr ? this.#nextLf : this.#nextCr;
  }

  /**
   * Fills `cells` and returns the start of the next row, or UNFINISHED or STOPPED. The hot loop: the next quote and the
   * next delimiter are held in locals, which is a fifth faster than reading the fields for every cell.
   */
  #row(start: number, cells: string[]): number {
    const text = this.#text;
    const delimiter = this.#delimiter;
    let at = start;
    let lineEnd = this.#lineEnd(start);
    let nextQuote = this.#nextQuote;
    let nextDelimiter = this.#nextDelimiter;
    this.#linesOfRow = 1;
    this.#closedByOpening = false;
    for (;;) {
      // Behind a quoted cell the next one mostly starts at once.
      if (nextQuote < at) nextQuote = text.charCodeAt(at) === this.#quoteCode ? at : this.#find(this.#quote, at);
      const open = this.#spacedQuotes ? this.#behindSpaces(at, nextQuote) : at;
      if (nextQuote === open && open < text.length) {
        const end = this.#quotedCell(open);
        if (end < 0) return end;
        cells.push(this.#cell);
        if (end > lineEnd) {
          this.#linesOfRow += countLineBreaks(text, at, end);
          lineEnd = this.#lineEnd(end);
        }
        at = end;
        if (at === lineEnd) break;
      } else {
        if (nextDelimiter < at) {
          nextDelimiter = text.indexOf(delimiter, at);
          if (nextDelimiter < 0) nextDelimiter = text.length;
        }
        if (nextDelimiter >= lineEnd) {
          cells.push(text.slice(at, lineEnd));
          break;
        }
        cells.push(text.slice(at, nextDelimiter));
        at = nextDelimiter;
      }
      at++; // the delimiter
      if (cells.length > this.#maxColumns) break;
    }
    this.#nextQuote = nextQuote;
    this.#nextDelimiter = nextDelimiter;
    if (lineEnd === text.length) return this.#final ? lineEnd : UNFINISHED;
    return text.charCodeAt(lineEnd) === CR && text.charCodeAt(lineEnd + 1) === LF ? lineEnd + 2 : lineEnd + 1;
  }

  /** `quote` if only spaces stand in front of it from `at` on, else `at`. */
  #behindSpaces(at: number, quote: number): number {
    let behind = at;
    while (behind < quote && this.#text.charCodeAt(behind) === SPACE) behind++;
    return behind === quote ? quote : at;
  }

  /** Puts the cell that opens at `open` into `#cell` and returns the place of the delimiter or line end behind it. */
  #quotedCell(open: number): number {
    const text = this.#text;
    let search = open + 1;
    let escapes = false;
    for (;;) {
      const close = text.indexOf(this.#quote, search);
      if (close < 0) return this.#quoteLeftOpen();
      if (this.#escaped !== null && isEscaped(text, open + 1, close)) {
        escapes = true;
        search = close + 1;
        continue;
      }
      const behind = text.charCodeAt(close + 1);
      if (behind === this.#quoteCode) {
        escapes = true;
        search = close + 2;
      } else if (behind === this.#delimiterCode || behind === LF || behind === CR) {
        this.#cell = this.#unescape(text.slice(open + 1, close), escapes);
        return close + 1;
      } else if (close + 1 === text.length && !this.#final) {
        return UNFINISHED;
      } else {
        const end = this.#endOfTail(close);
        if (end !== UNFINISHED) {
          const tail = end < 0 ? "" : text.slice(close + 1, end);
          const cell = this.#unescape(text.slice(open + 1, close), escapes);
          this.#cell = this.#spacedQuotes && tail.trim() === "" ? cell : cell + tail;
          return end;
        }
        search = close + 1;
      }
    }
  }

  /**
   * Text stands behind the quote at `close`. Returns where that text ends if the quote did close the cell, UNFINISHED if
   * the quote is itself text and the search goes on, STOPPED if the opening quote was never closed.
   */
  #endOfTail(close: number): number {
    const text = this.#text;
    const lineEnd = this.#lineEndBehind(close);
    // Remembered, because a cell may hold thousands of such quotes and the next delimiter be far away.
    if (this.#nextDelimiter <= close) this.#nextDelimiter = this.#find(this.#delimiter, close + 1);
    const end = Math.min(this.#nextDelimiter, lineEnd);
    const tail = text.slice(close + 1, end);
    if (tail.trim() === "") return end;
    // Up to the quote's opening no line end was passed, so the remembered ones are the first behind it.
    if (Math.min(this.#nextLf, this.#nextCr) < close) {
      this.stop = { why: "unclosed_quote", line: this.#currentLine() };
      return STOPPED;
    }
    if (tail.includes(this.#quote)) return UNFINISHED;
    const before = text.charCodeAt(close - 1);
    if (before === this.#delimiterCode || before === this.#quoteCode) this.#closedByOpening = true;
    return end;
  }

  /** Like `#lineEnd`, without moving the remembered line end: the row that is being read still needs it. */
  #lineEndBehind(at: number): number {
    const lf = this.#nextLf > at ? this.#nextLf : this.#find("\n", at);
    const cr = this.#nextCr > at ? this.#nextCr : this.#find("\r", at);
    return Math.min(lf, cr);
  }

  #quoteLeftOpen(): number {
    this.#openQuoteLine = this.#currentLine();
    if (!this.#final) return UNFINISHED;
    this.stop = { why: "unclosed_quote", line: this.#openQuoteLine };
    return STOPPED;
  }

  /** Line on which the cell that is being read starts. */
  #currentLine(): number {
    return this.line + this.#linesOfRow - 1;
  }

  #unescape(raw: string, escapes: boolean): string {
    if (this.#escaped) return escapes || raw.includes("\\") ? raw.replace(this.#escaped, "$1$2") : raw;
    return escapes ? raw.replaceAll(this.#quote + this.#quote, this.#quote) : raw;
  }
}

/** An odd number of backslashes stands in front of `at`. */
function isEscaped(text: string, from: number, at: number): boolean {
  let first = at;
  while (first > from && text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}
