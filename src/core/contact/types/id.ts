/**
 * Identifiers: Muster's own contact id and ids of other systems. Kept letter by letter, because `007` and `7` are two
 * ids; only the debris at the ends goes. A number in scientific notation is no id any more: several ids look alike then.
 */
import type { Reading } from "../unreadable.ts";
import { cleanLine } from "./clean-text.ts";
import { SPREADSHEET_DAMAGE } from "./spreadsheet-damage.ts";

/** By an apostrophe spreadsheets and shops keep long numbers from being shown as `7.21E+12`; it is no part of the id. */
const TEXT_MARK = /^'(?=\d)/;
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{2,3}$/;

const APOSTROPHE = 0x27;

export function normaliseId(raw: string): Reading {
  const clean = cleanLine(raw);
  if (typeof clean !== "string") return clean;
  const text = clean.charCodeAt(0) === APOSTROPHE ? clean.replace(TEXT_MARK, "") : clean;
  return text.length < 32 && SCIENTIFIC.test(text) ? SPREADSHEET_DAMAGE : text;
}
