/** What becomes of a cell's text when a spreadsheet program opens a file and saves it: dates and numbers in its own notation. */
import { trimCell } from "./clean-text.ts";
import { normaliseDate } from "./date.ts";
import { readDecimal } from "./decimal.ts";

const DATE_ORDERS = ["DMY", "MDY"] as const;
const DECIMAL_MARKS = [".", ","] as const;
/** As a program writes a number: neither groups nor zeros that say nothing. */
const WRITTEN_NUMBER = /^-?(?:0|[1-9]\d*)(?:[.,]\d*[1-9])?$/;
/** `0123` is no number: its zeros may be what somebody has put right. */
const WITH_ZEROS = /^[-+]?0\d/;

/**
 * Whether `now` may be `before` as it was saved: `2019-03-01` for `01.03.2019`, `1234.5` for `1.234,50`. Not the other way round:
 * what no program writes, somebody has typed.
 */
export const isSavedAs = (before: string, now: string): boolean =>
  before === now || isSavedDate(before, now) || isSavedNumber(trimCell(before), trimCell(now));

const isSavedDate = (before: string, now: string): boolean =>
  DATE_ORDERS.some((order) => {
    const date = normaliseDate(before, order);
    return typeof date === "string" && date !== "" && date === normaliseDate(now, order);
  });

function isSavedNumber(before: string, now: string): boolean {
  if (!WRITTEN_NUMBER.test(now) || WITH_ZEROS.test(before)) return false;
  // Its only mark is that of the decimals.
  const written = readDecimal(now, now.includes(",") ? "," : ".");
  return DECIMAL_MARKS.some((mark) => readDecimal(before, mark) === written);
}
