/** What becomes of a cell's text when a spreadsheet program opens a file and saves it: dates and numbers in its own notation. */
import { trimCell } from "./clean-text.ts";
import { normaliseDate } from "./date.ts";
import { readDecimal } from "./decimal.ts";

const DATE_ORDERS = ["DMY", "MDY"] as const;
const DECIMAL_MARKS = [".", ","] as const;

/** Whether `now` may be `before` as it was saved: `2019-03-01` for `01.03.2019`, `1234.5` for `1.234,50`, `123` for `00123`. */
export function isSavedAs(before: string, now: string): boolean {
  if (before === now) return true;
  const isDate = DATE_ORDERS.some((order) => {
    const date = normaliseDate(before, order);
    return typeof date === "string" && date !== "" && date === normaliseDate(now, order);
  });
  if (isDate) return true;
  const numbers = new Set(numbersOf(before));
  return numbersOf(now).some((number) => numbers.has(number));
}

const numbersOf = (cell: string): readonly string[] =>
  DECIMAL_MARKS.flatMap((mark) => {
    const number = readDecimal(trimCell(cell), mark);
    return number === null || number === "lost" ? [] : [number];
  });
