/**
 * Reads a line again in which a quote was opened and not closed where it should be: as if that one quote were a character
 * of its cell. It counts where exactly one of the line's quotes gives a row of the right width by it.
 */

export type LineFormat = { readonly delimiter: string; readonly quote: string; readonly columns: number };

/** Cells of a line that is longer, or has more, are not looked for. */
const LONGEST_LINE = 100_000;
const MOST_QUOTES = 50;

/** @returns null where no quote, or more than one, could be the stray one */
export function mendQuote(line: string, format: LineFormat): readonly string[] | null {
  if (line.length > LONGEST_LINE) return null;
  const openings = openingQuotes(line, format);
  if (openings.length === 0 || openings.length > MOST_QUOTES) return null;
  const closed = lineCells(line, format);
  if (closed?.length === format.columns) return closed;
  const ways = openings
    .map((stray) => cellsOf(line, format, stray))
    .filter((cells) => cells !== null && cells.length === format.columns);
  return ways.length === 1 ? (ways[0] ?? null) : null;
}

/** The line's cells under the usual rules; null if a quote is left open. */
export const lineCells = (line: string, format: LineFormat): readonly string[] | null => cellsOf(line, format, -1);

const APOSTROPHE = "'";

/**
 * The cells of a line each value of which stands between apostrophes, as no name does; null = it is not one of those. A
 * single value may be written so ('Ann'): it takes two.
 */
export function apostrophedCells(line: string, { delimiter, columns }: LineFormat): readonly string[] | null {
  const format = { delimiter, quote: APOSTROPHE, columns };
  const cells = line.length > LONGEST_LINE ? null : lineCells(line, format);
  if (cells === null || cells.length !== columns || cells.filter((cell) => cell !== "").length < 2) return null;
  const quoted = cells.map((cell) =>
    cell === "" ? "" : APOSTROPHE + cell.replaceAll(APOSTROPHE, APOSTROPHE + APOSTROPHE) + APOSTROPHE,
  );
  const bare = line.replaceAll(`${delimiter}''`, delimiter).replace(/^''(?!')/, "");
  return quoted.join(delimiter) === bare ? cells : null;
}

function openingQuotes(line: string, { delimiter, quote }: LineFormat): readonly number[] {
  const places: number[] = [];
  for (let at = line.indexOf(quote); at >= 0; at = line.indexOf(quote, at + 1)) {
    if ((at === 0 || line.slice(0, at).endsWith(delimiter)) && !isWellQuoted(line, at, { delimiter, quote }))
      places.push(at);
  }
  return places;
}

/** The cell that opens there closes with no quote inside it but doubled ones: its quotes are no slip. */
function isWellQuoted(line: string, open: number, format: Pick<LineFormat, "delimiter" | "quote">): boolean {
  const end = closedAt(line, open, format);
  return (
    end > 0 &&
    !line
      .slice(open + 1, end - 1)
      .replaceAll(format.quote + format.quote, "")
      .includes(format.quote)
  );
}

/** @param stray place of the quote that opens nothing */
function cellsOf(line: string, { delimiter, quote }: LineFormat, stray: number): readonly string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = line[at] === quote && at !== stray;
    const end = quoted ? closedAt(line, at, { delimiter, quote }) : line.indexOf(delimiter, at);
    if (quoted && end < 0) return null;
    const stop = end < 0 ? line.length : end;
    cells.push(quoted ? line.slice(at + 1, stop - 1).replaceAll(quote + quote, quote) : line.slice(at, stop));
    if (stop >= line.length) return cells;
    at = stop + delimiter.length;
  }
}

/** Where the delimiter stands that follows the closing quote, or the line's length; -1 = it is not closed in this line. */
function closedAt(line: string, open: number, { delimiter, quote }: Pick<LineFormat, "delimiter" | "quote">): number {
  for (let close = line.indexOf(quote, open + 1); close >= 0; close = line.indexOf(quote, close + 1)) {
    if (line[close + 1] === quote) close++;
    else if (close + 1 === line.length || line.startsWith(delimiter, close + 1)) return close + 1;
  }
  return -1;
}
