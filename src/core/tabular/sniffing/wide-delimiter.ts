/**
 * Delimiters of several characters, as databases and older systems write them so that no value holds them: `||`, `::`,
 * `|~|`, `[|]`. A single character of one makes a table too, with its rest in columns of their own or stuck to the values.
 */
import type { Trial } from "./table-trial.ts";

const JUDGED_CHARS = 16 * 1024;
const JUDGED_LINES = 60;
/** Runs of further lines would be no others. */
const GATHERED_LINES = 10;
const MOST_LINES = 0.8;
const MOST_CANDIDATES = 6;
const LONGEST = 5;
/** Marks without any room between them; spaces belong to the values. */
const RUN = /[^\p{L}\p{N}\p{M}\s"'\ufffd\0]{2,5}|\t{2,5}/gu;
/** What a value may begin with: behind a comma, `+` is no part of the delimiter. */
const OPENS_VALUES = /^.+[+\-$€£¥#@([{.\\/*%&_<!?=]/;
/** What opens and what closes, in this order: `[|]` parts values, and `],[` stands between two that are in brackets. */
const BRACKETS = ["()", "[]", "{}", "<>"];
/** Spreadsheets leave columns empty for looks: where these stand twice, nothing may be between them. */
const USUAL_TWICE = /^(?:,+|;+|\t+)$/;

/** @returns what nearly every line of the text holds, the longest first */
export function wideCandidates(text: string): readonly string[] {
  const lines = text
    .slice(0, JUDGED_CHARS)
    .split(/\r\n|\r|\n/, JUDGED_LINES)
    .filter((line) => line.trim() !== "");
  const runs = new Set(lines.slice(0, GATHERED_LINES).flatMap((line) => line.match(RUN) ?? []));
  return [...runs]
    .filter((run) => run.length <= LONGEST)
    .filter((run) => lines.filter((line) => line.includes(run)).length >= lines.length * MOST_LINES)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_CANDIDATES);
}

/**
 * Wherever the narrow delimiter parts two cells, the wide one stands: what is between its characters is no column. Where
 * values hold the narrow one as well, the header or half of the rows are enough, as only the wide one makes all rows alike.
 */
export function standsFor(wide: Trial, narrow: Trial): boolean {
  const each = wide.delimiter.split(narrow.delimiter).length - 1;
  if (each === 0 || wide.stop !== null || wide.rows.length !== narrow.rows.length) return false;
  if (wide.rows.length < 2 || wide.columns < fewestColumns(wide.delimiter)) return false;
  const same = wide.rows.filter(({ cells }, at) => narrow.rows[at]?.cells.length === (cells.length - 1) * each + 1);
  if (same.length === wide.rows.length) return true;
  if (wide.fitting < wide.rows.length || narrow.fitting === narrow.rows.length) return false;
  return same[0] === wide.rows[0] || same.length * 2 >= wide.rows.length;
}

function fewestColumns(delimiter: string): number {
  if (USUAL_TWICE.test(delimiter)) return 4;
  if (isMirrored(delimiter)) return 2;
  return OPENS_VALUES.test(delimiter) ? Number.POSITIVE_INFINITY : 3;
}

/** The same from both sides, as what was made up to part values mostly is. */
export function isMirrored(delimiter: string): boolean {
  const marks = [...delimiter];
  return marks.every((mark, at) => {
    const other = marks[marks.length - 1 - at] ?? "";
    const pair = at * 2 < marks.length ? mark + other : other + mark;
    return BRACKETS.includes(pair) || (mark === other && !BRACKETS.some((both) => both.includes(mark)));
  });
}
