/** Which delimiter, quote and escape a file uses: the combination under which a sample looks most like a table. */

import type { DialectOverrides, Evidence } from "../dialect.ts";
import { type CellShape, cellShape, looksLikeValue } from "../rows/cell-shape.ts";
import type { Row } from "../rows/row.ts";
import { candidateDelimiters } from "./candidate-delimiters.ts";
import { quotedThroughout } from "./quoted-throughout.ts";
import { type Trial, tryFormat } from "./table-trial.ts";
import { isMirrored, standsFor, wideCandidates } from "./wide-delimiter.ts";

export type FormatGuess = {
  readonly trial: Trial;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
};

/** Of cells that hold the delimiter. As quotes of all cells, any mark is found (`quoted-throughout.ts`). */
const UNUSUAL_QUOTES = ["`", "~"];

const USUAL = [",", ";", "\t", "|"];
/** What a table scores that is doubtful but no accident: half of its rows fit, or their cells look odd. */
const ENOUGH = 0.3;
/** A delimiter that nobody expects has to make a nearly perfect table. */
const ENOUGH_FOR_UNUSUAL = 0.6;
/** No other delimiter is looked for. */
const BEYOND_DOUBT = 0.9;

/** Expressions are run over no more of the text than this. */
const EXPRESSION_CHARS = 64 * 1024;

const NAMES: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
  ":": "colon",
  " ": "space",
};

export function delimiterName(delimiter: string): string {
  const code = delimiter.charCodeAt(0);
  if (delimiter.length > 1) return `"${delimiter.replaceAll("\t", "\\t")}"`;
  return NAMES[delimiter] ?? (code < 32 ? `control character ${code}` : `"${delimiter}"`);
}

/** @param text the sample, without byte order mark and preamble */
export function sniffFormat(text: string, whole: boolean, overrides: DialectOverrides): FormatGuess {
  const spacedQuotes = quotesBehindSpaces(text, overrides);
  const attempt = (delimiter: string, quote: string, escapedBy = quote): Trial =>
    tryFormat(text, whole, {
      delimiter,
      quote: overrides.quote ?? quote,
      escape: overrides.escape ?? escapedBy,
      spacedQuotes,
    });
  const throughout = quotedThroughout(text, overrides);
  if (throughout !== null) {
    const trial = attempt(throughout.delimiter, throughout.quote);
    if (fittingShare(trial) === 1 && trial.rows.length > 1)
      return {
        trial,
        confidence: 0.95,
        evidence: [delimiterEvidence(trial, [], overrides), quoteEvidence(trial, text, overrides)],
      };
  }
  const candidates = overrides.delimiter === undefined ? USUAL : [overrides.delimiter];
  const trials = candidates.map((delimiter) => attempt(delimiter, '"'));
  let best = trials.reduce((a, b) => (b.score > a.score ? b : a));
  if (overrides.delimiter === undefined && best.score < BEYOND_DOUBT) best = unusualDelimiter(text, best, attempt);
  if (overrides.delimiter === undefined && best.score < ENOUGH && firstWidth(best) < 2)
    best = oneColumn(text, trials, attempt);
  if (overrides.delimiter === undefined) best = wideDelimiter(text, best, attempt);
  const rivals = trials.filter((trial) => !best.delimiter.includes(trial.delimiter));
  const others = rivals.reduce((most, trial) => Math.max(most, trial.score), 0);
  const chosen = chooseEscape(chooseQuote(best, text, overrides, attempt), text, overrides, attempt);
  return {
    trial: chosen,
    confidence: overrides.delimiter === undefined ? confidence(chosen, others) : 1,
    evidence: [delimiterEvidence(chosen, rivals, overrides), quoteEvidence(chosen, text, overrides)],
  };
}

type Attempt = (delimiter: string, quote: string, escapedBy?: string) => Trial;

/** Several characters, where they stand for the one that was found or make a nearly perfect table and it does not. */
function wideDelimiter(text: string, narrow: Trial, attempt: Attempt): Trial {
  for (const mark of wideCandidates(text)) {
    const trial = attempt(mark, '"');
    const whole = trial.fitting === trial.rows.length && partsLines(trial.rows, mark);
    if (whole && standsFor(trial, narrow)) return trial;
    const better = trial.score > Math.max(ENOUGH_FOR_UNUSUAL, narrow.score) && isMirrored(mark);
    if (narrow.score < BEYOND_DOUBT && trial.rows.length > 1 && whole && better) return trial;
  }
  return narrow;
}

/** Any other character that nearly every line holds, if it makes a better table than the usual ones: all its rows alike. */
function unusualDelimiter(text: string, usual: Trial, attempt: Attempt): Trial {
  const trials = candidateDelimiters(text).map((mark) => attempt(mark, '"'));
  const spaces = attempt(" ", '"');
  if (usual.score < ENOUGH && partsValues(spaces)) trials.push(spaces);
  const good = trials.filter(
    ({ rows, score, fitting, delimiter }) =>
      rows.length > 1 &&
      score > Math.max(ENOUGH_FOR_UNUSUAL, usual.score) &&
      fitting === rows.length &&
      partsLines(rows, delimiter),
  );
  return good.sort((a, b) => b.score - a.score)[0] ?? usual;
}

const SINGLE: ReadonlySet<CellShape> = new Set(["url", "phone", "number", "date"]);

/** The plus in front of phone numbers parts nothing from them, nor does the colon of web addresses and times. */
function partsLines(rows: readonly Row[], delimiter: string): boolean {
  const judged = rows.slice(0, 200);
  if (judged.every(({ cells }) => cells[0] === "") || judged.every(({ cells }) => cells.at(-1) === "")) return false;
  const isOne = (line: string): boolean => SINGLE.has(cellShape(line)) || /^\d{1,2}:\d{2}(?::\d{2})?$/.test(line);
  const below = judged.length > 2 ? judged.slice(1) : judged;
  return !below.every(({ cells }) => isOne(cells.join(delimiter)));
}

/** Words stand between spaces in every text: values must do so, and no line be a single value, as a phone number is. */
function partsValues({ rows, columns, fitting }: Trial): boolean {
  if (columns < 2 || fitting < rows.length) return false;
  const judged = rows.slice(0, 200).map(({ cells }) => cells);
  const below = judged.slice(1);
  if (judged.every((cells) => looksLikeValue(cells.join(" ")))) return false;
  const cells = judged.flat();
  const share = cells.filter(looksLikeValue).length / Math.max(1, cells.length);
  const emails =
    below.length > 1 && below[0]?.some((_, at) => below.every((row) => cellShape(row[at] ?? "") === "email"));
  return emails === true || (columns > 2 && share > 0.5) || (columns > 3 && share > 0.15);
}

const firstWidth = (trial: Trial): number => trial.rows[0]?.cells.length ?? 0;

/** A single column: a delimiter that only ends lines, or that the sample does not hold, so that no value is cut. */
function oneColumn(text: string, trials: readonly Trial[], attempt: Attempt): Trial {
  const ending = trials.find(
    (trial) => trial.columns > 1 && trial.rows.every(({ cells }) => cells.slice(1).every((cell) => cell === "")),
  );
  if (ending) return ending;
  const absent = [...USUAL, "\x1f"].find((delimiter) => !text.includes(delimiter)) ?? ",";
  return attempt(absent, '"');
}

function chooseQuote(best: Trial, text: string, overrides: DialectOverrides, attempt: Attempt): Trial {
  if (overrides.quote !== undefined) return best;
  const quoted = quotedCells(text, best.delimiter, '"');
  for (const mark of UNUSUAL_QUOTES) {
    if (quotedCells(text, best.delimiter, mark) < 1) continue;
    const trial = attempt(best.delimiter, mark);
    if (fittingShare(trial) === 1 && fittingShare(best) < 1 && trial.columns >= best.columns) return trial;
  }
  const single = quotedCells(text, best.delimiter, "'");
  if (single > 1) {
    const trial = attempt(best.delimiter, "'");
    const cells = trial.rows.reduce((sum, row) => sum + row.cells.length, 0);
    const mostly = quoted === 0 && trial.score >= best.score && single * 5 > cells;
    const better = fittingShare(trial) > fittingShare(best) && trial.columns >= best.columns;
    const doubled = quoted === 0 && single === openedCells(text, best.delimiter, "'") && /\w''\w/.test(text);
    if (trial.stop === null && (mostly || better || doubled)) return trial;
  }
  // Tab-separated text knows no quotes (IANA text/tab-separated-values): there they are inches and nicknames.
  const cutOff = text.length > EXPRESSION_CHARS ? 1 : 0;
  return best.delimiter === "\t" && openedCells(text, "\t", '"') > quoted + cutOff ? attempt("\t", "") : best;
}

const fittingShare = ({ fitting, rows, stop }: Trial): number => (stop === null ? fitting / rows.length : 0);

/** Backslashes in front of quotes mean something only if that reads better than taking them as text. */
function chooseEscape(best: Trial, text: string, overrides: DialectOverrides, attempt: Attempt): Trial {
  const { delimiter, quote } = best;
  if (overrides.escape !== undefined || quote === "" || !text.includes(`\\${quote}`)) return best;
  const trial = attempt(delimiter, quote, "\\");
  if (trial.stop !== null && best.stop === null) return best;
  if (trial.stop === null && best.stop !== null) return trial;
  const insideCells = text.match(
    new RegExp(`\\\\${RegExp.escape(quote)}(?![\\r\\n]|${RegExp.escape(delimiter)}|$)`, "g"),
  );
  return trial.fitting * best.rows.length >= best.fitting * trial.rows.length && insideCells !== null ? trial : best;
}

/** `a, "b, c", d`: as people write by hand and as no program does, so that two such cells decide. */
function quotesBehindSpaces(text: string, { delimiter, quote = '"' }: DialectOverrides): boolean {
  if (quote === "") return false;
  const edges = delimiter === undefined ? "[,;|\\t]" : RegExp.escape(delimiter);
  const mark = RegExp.escape(quote);
  const cell = new RegExp(`${edges} +${mark}[^${mark}\\r\\n]*${mark} *(?=${edges}|[\\r\\n]|$)`, "g");
  return (text.slice(0, EXPRESSION_CHARS).match(cell)?.length ?? 0) > 1;
}

/** Cells that start and end with the quote, counted in the text itself: a quote inside a word does not count. */
function quotedCells(text: string, delimiter: string, quote: string): number {
  const edge = RegExp.escape(delimiter);
  const mark = RegExp.escape(quote);
  const cell = new RegExp(
    `(?:^|${edge}|[\\r\\n])${mark}(?:[^${mark}]|${mark}${mark})*${mark}(?=${edge}|[\\r\\n]|$)`,
    "g",
  );
  return text.slice(0, EXPRESSION_CHARS).match(cell)?.length ?? 0;
}

/** Cells that start with the quote, closed or not. */
function openedCells(text: string, delimiter: string, quote: string): number {
  const cell = new RegExp(`(?:^|${RegExp.escape(delimiter)}|[\\r\\n])${RegExp.escape(quote)}`, "g");
  return text.slice(0, EXPRESSION_CHARS).match(cell)?.length ?? 0;
}

function confidence(chosen: Trial, others: number): number {
  if (chosen.columns < 2) return 0.8;
  const lead = Math.min(1, (chosen.score - others) / chosen.score + 0.5);
  const share = chosen.fitting / chosen.framed;
  return Math.max(0.1, Math.min(0.99, (0.5 + 0.5 * share) * lead));
}

function delimiterEvidence(chosen: Trial, rivals: readonly Trial[], overrides: DialectOverrides): Evidence {
  const name = delimiterName(chosen.delimiter);
  if (overrides.delimiter !== undefined) return { about: "delimiter", says: `The delimiter ${name} was given.` };
  const rows = chosen.rows.length;
  if (chosen.columns < 2)
    return { about: "delimiter", says: "No delimiter cuts the lines alike: the file has one column." };
  const next = rivals.filter((trial) => trial.score > 0).sort((a, b) => b.score - a.score)[0];
  const rival = next
    ? `; with ${delimiterName(next.delimiter)} ${next.fitting} of ${next.rows.length} would have ${next.columns}`
    : "";
  return {
    about: "delimiter",
    says: `With ${name}, ${chosen.fitting} of ${rows} rows have ${chosen.columns} columns${rival}.`,
  };
}

function quoteEvidence(chosen: Trial, text: string, overrides: DialectOverrides): Evidence {
  const { quote } = chosen;
  if (overrides.quote !== undefined) {
    return { about: "quote", says: quote === "" ? "No quote was asked for." : `The quote ${quote} was given.` };
  }
  if (quote === "") return { about: "quote", says: "Quotes are not paired, so that they are read as text." };
  const count = quotedCells(text, chosen.delimiter, quote);
  const how = chosen.escape === "\\" ? "; quotes inside them follow a backslash" : "";
  if (count === 0) return { about: "quote", says: `No cell is quoted; ${quote} would be the quote.` };
  return { about: "quote", says: `Cells that start and end with ${quote}: ${count}${how}.` };
}
