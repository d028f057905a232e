/** What a raw cell looks like, roughly: enough to judge a delimiter or a header, never to accept a value. */
import { dateParts } from "../../contact/types/date-parts.ts";

export type CellShape = "empty" | "email" | "number" | "date" | "phone" | "url" | "id" | "text";

const EMAIL = /^[^\s@,;|<>"]{1,64}@[^\s@,;|<>"]{1,250}\.[^\s@,;|<>".]{2,63}$/;
/** `Ann Lee <ann@x.test>`, `Ann Lee (ann@x.test)`. */
const BEHIND_NAME = /^[^<>()@]{0,120}[<(]([^<>()]{6,316})[>)]$/;
const NUMBER = /^[-+]?[$€£]?\s?\d{1,3}(?:[.,' ]?\d{3}){0,5}(?:[.,]\d{1,6})?\s?[%€$£]?$/;
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T ]\d{1,2}:\d{2}.{0,15})?$/;
/** `3 Feb 1980`, `Feb 3, 1980`: what has letters and a number is worth being taken apart. */
const WORDED_DATE = /^(?=\D*\d)(?=[^\p{L}]*\p{L}{3})[\p{L}\d .,'’º°-]{8,40}$/u;
const PHONE = /^\+?[\d][\d\s().-]{5,20}$|^\(\d{2,5}\)[\d\s.-]{4,15}$|^\+\d{6,15}$/;
/** `030/1234567`, `(0171) / 234 56 78`: the area in front of the stroke. `2023/2024` are years. */
const PARTED_PHONE = /^[+(]{0,2}\d[\d ()-]{1,11}\/ ?\d[\d -]{4,14}$/;
const URL = /^(?:https?:\/\/|www\.)\S+$/i;
/** Letters and digits in one word with at least one digit: EXT-000123, 5f3a9c. */
const ID = /^(?=\S*\d)[A-Za-z0-9][A-Za-z0-9_-]{4,40}$/;

/** Longer cells are prose; expressions are never run over them. */
const LONGEST = 320;

export function cellShape(cell: string): CellShape {
  if (cell.length > LONGEST) return "text";
  const text = cell.trim();
  if (text === "") return "empty";
  if (EMAIL.test(text) || EMAIL.test(BEHIND_NAME.exec(text)?.[1] ?? "")) return "email";
  if (DATE.test(text) || (WORDED_DATE.test(text) && dateParts(text) !== null)) return "date";
  if (NUMBER.test(text)) return "number";
  if (PHONE.test(text) || PARTED_PHONE.test(text)) return "phone";
  if (URL.test(text)) return "url";
  return ID.test(text) ? "id" : "text";
}

/** Shapes that a column keeps from row to row and that no header has. */
const VALUES: ReadonlySet<CellShape> = new Set(["email", "number", "date", "phone", "url", "id"]);
/** Columns are named after years, yet hardly after other numbers. */
const YEAR = /^\s*(?:19|20)\d\d\s*$/;

/** The cell is one that no header would hold. */
export function looksLikeValue(cell: string): boolean {
  return VALUES.has(cellShape(cell)) && !YEAR.test(cell);
}
