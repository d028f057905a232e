/** The line below the header that belongs to it: the rest of the names, or what somebody wrote to explain them. */

import { hasHeaderWord } from "../sniffing/header-words.ts";
import { looksLikeValue } from "./cell-shape.ts";
import type { Row } from "./row.ts";

const COMPARED_ROWS = 50;
const MOST = 0.6;

/** Names that the upper line leaves open stand in the lower one, and between them no column goes without. */
export function namesTogether(upper: readonly string[], lower: readonly string[], columns: number): boolean {
  if (upper.length !== columns || lower.length !== columns || lower.some(looksLikeValue) || upper.some(looksLikeValue))
    return false;
  const open = upper.filter((cell, at) => cell.trim() === "" && (lower[at] ?? "").trim() !== "").length;
  const none = upper.some((cell, at) => cell.trim() === "" && (lower[at] ?? "").trim() === "");
  const below = lower.filter((cell) => cell.trim() !== "");
  return open > 0 && !none && below.filter(hasHeaderWord).length >= below.length * MOST;
}

/**
 * One name for each column: the group's name, which stands once above several columns, in front of the column's own.
 */
export function joinedNames(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let group = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const above = (upper[at] ?? "").trim();
    const below = (lower[at] ?? "").trim();
    if (above !== "") group = above;
    if (below === "") return upper[at] ?? "";
    return group === "" ? (lower[at] ?? "") : `${group} ${below}`;
  });
}

const TYPE_WORDS =
  /^[([{<]?\s*(?:free )?(?:text|string|varchar|char|integer|int|number|numeric|float|decimal|date|datetime|timestamp|time|boolean|bool|yes\/no|required|optional|mandatory|picklist|lookup|list|email|phone|url|id|currency|percent|yyyy-mm-dd|dd\/mm\/yyyy|mm\/dd\/yyyy)(?:\s*\(?\d+\)?)?\s*[)\]}>]?$/i;

/** @param rows those below */
export function isExplanation(header: readonly string[], line: readonly string[], rows: readonly Row[]): boolean {
  const filled = line.filter((cell) => cell.trim() !== "");
  if (line.length !== header.length || filled.length < 2 || filled.length < line.length * MOST || rows.length === 0)
    return false;
  if (filled.every((cell) => /^[\s:]*[-=_*~]{2,}[\s:]*$/.test(cell))) return true;
  // In a file that puts all of its cells in brackets they explain nothing.
  if (isBracketed(line) && ![header, rows[0]?.cells ?? []].some(isBracketed)) return true;
  if (line.some(looksLikeValue) || header.filter(hasHeaderWord).length < 2) return false;
  if (line.every((cell, at) => cell === header[at])) return false;
  if (filled.filter((cell) => TYPE_WORDS.test(cell.trim())).length >= filled.length * 0.8) return true;
  const alike = line.filter((cell, at) => sharesWord(cell, header[at] ?? "")).length;
  return alike >= filled.length * MOST && standsApart(line, rows.slice(0, COMPARED_ROWS));
}

function isBracketed(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const inBrackets = /^\s*(?:\(.{1,30}\)|\[.{1,30}\]|\{.{1,30}\}|<.{1,30}>)\s*$/;
  return filled.length > 0 && filled.every((cell) => inBrackets.test(cell));
}

function sharesWord(cell: string, name: string): boolean {
  const words = new Set(wordsOf(name));
  return wordsOf(cell).some((word) => words.has(word));
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** Below it stands a column of values, and the line has none there. */
function standsApart(line: readonly string[], rows: readonly Row[]): boolean {
  return line.some((cell, column) => {
    const below = rows.map(({ cells }) => cells[column] ?? "").filter((value) => value.trim() !== "");
    return cell.trim() !== "" && below.length > 0 && below.filter(looksLikeValue).length > below.length * MOST;
  });
}
