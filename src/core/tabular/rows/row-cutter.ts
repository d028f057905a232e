/**
 * One row of a text: the one place that knows what a quote, a delimiter and a line end mean. Every search is done by
 * `indexOf` and its result kept until it is passed, so that an ordinary cell costs one search and one slice, and no text
 * is searched twice for something it does not hold.
 *
 * How doubtful text is read:
 * - a quote inside an unquoted cell is a character like any other (`5" nail`);
 * - text behind a closing quote belongs to the cell, as in Python and Excel (`"abc"def` is `abcdef`), unless another
 *   quote follows before the cell ends: then somebody forgot to double the quotes (`"say "hi" now"`), and they are text;
 * - a quote that ran over a line end and then does not close in front of a delimiter or a line end was never closed.
 */
import { countLineBreaks } from "../decoding/line-breaks.ts";

export type CutterOptions = {
  readonly delimiter: string;
  /** `""` = no quoting. */
  readonly quote: string;
  /** Quotes may be escaped by a backslash besides being doubled. */
  readonly backslash: boolean;
  /** Spaces in front of an opening quote and behind a closing one are not part of the cell. */
  readonly spacedQuotes: boolean;
  readonly maxColumns: number;
};

const LF = 10;
const CR = 13;
const SPACE = 32;
const BACKSLASH = 92;
/** What `row` returns instead of the start of the next one: the text ends within the row, or a quote was never closed. */
export const UNFINISHED = -1;
export const UNCLOSED = -2;

export class RowCutter {
  /** Physical lines of the row that was cut last. */
  linesOfRow = 1;
  /** A quote closed a cell right behind a delimiter or another quote and in front of text: it looks like an opening one. */
  closedByOpening = false;
  /** Line of the row (1 = its first) with a quote that was still open when the text ended, or that was never closed; 0 = none. */
  openQuoteLine = 0;

  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #delimiterLength: number;
  readonly #quote: string;
  readonly #quoteCode: number;
  /** What stands for a quote or a backslash inside a quoted cell, where backslashes escape. */
  readonly #escaped: RegExp | null;
  readonly #spacedQuotes: boolean;
  readonly #maxColumns: number;

  #text = "";
  #final = false;
  #nextDelimiter = 0;
  #nextQuote = 0;
  #nextLf = 0;
  #nextCr = 0;
  #cell = "";

  constructor(options: CutterOptions) {
    this.#delimiter = options.delimiter;
    this.#delimiterCode = options.delimiter.charCodeAt(0);
    this.#delimiterLength = options.delimiter.length;
    this.#quote = options.quote;
    this.#quoteCode = options.quote === "" ? -1 : options.quote.charCodeAt(0);
    const quote = RegExp.escape(options.quote);
    this.#escaped = options.backslash ? new RegExp(`\\\\(${quote}|\\\\)|${quote}(${quote})`, "g") : null;
    this.#spacedQuotes = options.spacedQuotes;
    this.#maxColumns = options.maxColumns;
  }

  /** What is looked at from now on: rows of it are asked for in order, none in front of `from`. `final`: the file ends with it. */
  begin(text: string, final: boolean, from = 0): void {
    this.#text = text;
    this.#final = final;
    this.openQuoteLine = 0;
    this.#nextDelimiter = this.#find(this.#delimiter, from);
    this.#nextQuote = this.#quote === "" ? text.length : this.#find(this.#quote, from);
    this.#nextLf = this.#find("\n", from);
    this.#nextCr = this.#find("\r", from);
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
   * Fills `cells` and returns the start of the next row, or UNFINISHED or UNCLOSED. The hot loop: the next quote and the
   * next delimiter are held in locals, which is a fifth faster than reading the fields for every cell.
   */
  row(start: number, cells: string[]): number {
    const text = this.#text;
    const delimiter = this.#delimiter;
    const delimiterLength = this.#delimiterLength;
    let at = start;
    let lineEnd = this.#lineEnd(start);
    let nextQuote = this.#nextQuote;
    let nextDelimiter = this.#nextDelimiter;
    this.linesOfRow = 1;
    this.closedByOpening = false;
    for (;;) {
      // Behind a quoted cell the next one mostly starts at once.
      if (nextQuote < at) nextQuote = text.charCodeAt(at) === this.#quoteCode ? at : this.#find(this.#quote, at);
      const open = this.#spacedQuotes ? this.#behindSpaces(at, nextQuote) : at;
      if (nextQuote === open && open < text.length) {
        const end = this.#quotedCell(open);
        if (end < 0) return end;
        cells.push(this.#cell);
        if (end > lineEnd) {
          this.linesOfRow += countLineBreaks(text, at, end);
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
      at += delimiterLength;
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
      } else if (
        (behind === this.#delimiterCode && (this.#delimiterLength === 1 || this.#isDelimiter(close + 1))) ||
        behind === LF ||
        behind === CR
      ) {
        this.#cell = this.#unescape(text.slice(open + 1, close), escapes);
        return close + 1;
      } else if (close + this.#delimiterLength >= text.length && !this.#final) {
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
   * the quote is itself text and the search goes on, UNCLOSED if the opening quote was never closed.
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
      this.openQuoteLine = this.linesOfRow;
      return UNCLOSED;
    }
    if (tail.includes(this.#quote)) return UNFINISHED;
    const behindDelimiter = this.#isDelimiter(close - this.#delimiterLength);
    if (behindDelimiter || text.charCodeAt(close - 1) === this.#quoteCode) this.closedByOpening = true;
    return end;
  }

  #isDelimiter(at: number): boolean {
    if (this.#delimiterLength === 1) return this.#text.charCodeAt(at) === this.#delimiterCode;
    return this.#text.startsWith(this.#delimiter, at);
  }

  /** Like `#lineEnd`, without moving the remembered line end: the row that is being read still needs it. */
  #lineEndBehind(at: number): number {
    const lf = this.#nextLf > at ? this.#nextLf : this.#find("\n", at);
    const cr = this.#nextCr > at ? this.#nextCr : this.#find("\r", at);
    return Math.min(lf, cr);
  }

  #quoteLeftOpen(): number {
    this.openQuoteLine = this.linesOfRow;
    return this.#final ? UNCLOSED : UNFINISHED;
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
