/**
 * Recognises tables that were made to be looked at: drawn with lines (Markdown, database clients), lined up with spaces,
 * or with each line quoted as a whole. Where a value ends in them is a guess, so they are refused with what they are.
 */
import { looksLikeValue } from "../rows/cell-shape.ts";
import { hasHeaderWord } from "./header-words.ts";

const JUDGED_CHARS = 32 * 1024;
const JUDGED_LINES = 80;
const FEWEST_LINES = 3;

export type TableLayout = {
  /** What the table is, to stand behind "The file is". */
  readonly is: string;
  readonly line: number;
};

type Line = { readonly text: string; readonly number: number };

/** @param columns those that the likeliest delimiter gives */
export function tableLayout(text: string, columns: number): TableLayout | null {
  const lines = text
    .slice(0, JUDGED_CHARS)
    .split(/\r\n|\r|\n/, JUDGED_LINES)
    .map((line, at) => ({ text: line, number: at + 1 }))
    .filter((line) => line.text.trim() !== "");
  if (text.length > JUDGED_CHARS) lines.pop();
  if (lines.length < FEWEST_LINES) return null;
  return drawnTable(lines) ?? (columns < 2 ? (quotedLines(lines) ?? alignedTable(lines)) : null);
}

/** `|---|:--:|`, `+-----+----+`, `-----+----`: three dashes at least, and a corner. */
const RULE = /^\s*(?=.*[-=\u2500\u2550]{3})(?=.*[|+\u2502\u253c\u251c\u250c])[-=|+:\s\u2500-\u257f]+$/;

function drawnTable(lines: readonly Line[]): TableLayout | null {
  const rule = lines.slice(0, 6).find(({ text }) => RULE.test(text));
  const drawn = lines.filter(({ text }) => /[|\u2502\u2551]/.test(text)).length;
  return rule && drawn * 2 > lines.length ? { is: "a table drawn with lines", line: rule.number } : null;
}

/** `"Name,Email,Phone"`: a line is one cell, and the cells of all are cut alike by a delimiter. */
function quotedLines(lines: readonly Line[]): TableLayout | null {
  if (!lines.every(({ text }) => /^"[^"]*(?:""[^"]*)*"$/.test(text))) return null;
  // Quotes of single cells are doubled in them, and delimiters between those part nothing.
  const inner = lines.map(({ text }) => text.slice(1, -1).replace(/""(?:[^"]|"{4})*""/g, ""));
  const parted = [",", ";", "\t", "|"].some((delimiter) => {
    const widths = inner.map((text) => text.split(delimiter).length);
    const names = (inner[0] ?? "").split(delimiter);
    return (widths[0] ?? 1) > 1 && widths.every((width) => width === widths[0]) && names.some(hasHeaderWord);
  });
  return parted ? { is: "a table each line of which is quoted as a whole", line: lines[0]?.number ?? 1 } : null;
}

/** Runs of spaces, and words that start in the same places on every line. */
function alignedTable(lines: readonly Line[]): TableLayout | null {
  const texts = lines.map(({ text }) => text).filter((text) => !/^[\s-=]+$/.test(text));
  if (texts.length < FEWEST_LINES || texts.filter((text) => / {2,}\S/.test(text)).length < texts.length / 2)
    return null;
  const longest = Math.max(...texts.map((text) => text.length));
  let starts = 0;
  for (let at = 2; at < Math.min(longest, 1000); at++) {
    const begun = texts.filter((text) => /\S/.test(text[at] ?? "")).length;
    if (begun >= texts.length * 0.8 && texts.every((text) => (text[at - 1] ?? " ") === " ")) starts++;
  }
  const values = texts.some((text) => text.split(/ {2,}/).some(looksLikeValue));
  return starts > 0 && (values || starts > 1)
    ? { is: "a table lined up with spaces", line: lines[0]?.number ?? 1 }
    : null;
}
