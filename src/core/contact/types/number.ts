/** Numbers, exact to the last digit. A percentage or a unit is no number: `45%` could be stored as 45 or as 0.45. */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { type DecimalMark, readDecimal } from "./decimal.ts";
import { plainDigits } from "./plain-digits.ts";
import { SPREADSHEET_DAMAGE } from "./spreadsheet-damage.ts";

const NUMBER_UNREADABLE = unreadable("number_unreadable");

export function normaliseNumber(raw: string, mark: DecimalMark): Reading {
  const text = plainDigits(trimCell(raw));
  if (text === "") return "";
  const decimal = readDecimal(text, mark);
  if (decimal === "lost") return SPREADSHEET_DAMAGE;
  return decimal ?? NUMBER_UNREADABLE;
}
