/**
 * Identifiers: Muster's own contact id and ids of other systems. Kept letter by letter, because `007` and `7` are two
 * ids; only the debris at the ends goes. A number in scientific notation is no id any more: several ids look alike then.
 */
import type { Reading } from "../unreadable.ts";
import { cleanLine } from "./clean-text.ts";
import { SPREADSHEET_DAMAGE } from "./spreadsheet-damage.ts";

const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{2,3}$/;

export function normaliseId(raw: string): Reading {
  const text = cleanLine(raw);
  return typeof text === "string" && text.length < 32 && SCIENTIFIC.test(text) ? SPREADSHEET_DAMAGE : text;
}
