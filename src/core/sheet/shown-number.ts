/** The number of a cell as text: a date as a date, a padded number with its zeros, and every other number with all its digits. */
import type { DigitPattern, DigitSection, NumberFormat } from "./number-format.ts";
import { type DateSystem, serialDate, serialTime } from "./serial-date.ts";

/** @param raw the number as the file writes it; text that is no number is answered as it is */
export function shownNumber(raw: string, format: NumberFormat, system: DateSystem): string {
  if (format.kind === "number") return plainNumber(raw);
  const value = raw.trim() === "" ? Number.NaN : Number(raw);
  if (format.kind === "digits") return shownDigits(value, format.sections) ?? plainNumber(raw);
  // A day count below 1 is a time without a day, however its format begins; one above it is a day, though only its time is shown.
  const isTime = format.kind === "duration" || (value < 1 && (format.kind === "time" || system === 1900));
  return (isTime ? serialTime(value) : serialDate(value, system)) ?? plainNumber(raw);
}

function shownDigits(value: number, sections: readonly DigitSection[]): string | null {
  if (!Number.isSafeInteger(value) || value < 0) return null;
  const pattern = sections.find(({ holds }) => holds?.(value) ?? true)?.pattern;
  return pattern ? fillPattern(String(value), pattern) : null;
}

/** From the right; digits that are too many go to the first place. Null where text would stand between missing digits. */
function fillPattern(digits: string, pattern: DigitPattern): string | null {
  const places = pattern.filter(({ digit }) => digit).length;
  let missing = places - digits.length;
  let next = 0;
  let first = true;
  let text = "";
  for (const part of pattern) {
    if (!part.digit) text += part.text;
    else if (missing > 0) {
      if (part.text === "0") text += "0";
      else if (places < pattern.length) return null;
      missing--;
    } else {
      const count = first ? 1 - Math.min(0, missing) : 1;
      text += digits.slice(next, next + count);
      next += count;
      first = false;
    }
  }
  return text;
}

/** Digits that a spreadsheet keeps and shows; those behind come from counting in binary. */
const EXACT_DIGITS = 15;
const NUMBER_TEXT = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Never with an exponent. A whole number that the file writes out is kept digit by digit, however long. */
export function plainNumber(raw: string): string {
  const text = raw.trim();
  if (/^\d+$/.test(text)) return text;
  const match = NUMBER_TEXT.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (match === null || whole + fraction === "") return raw;
  const digits = withPoint(whole, fraction, Number(exponent));
  const negative = sign === "-" ? "-" : "";
  if (!digits.includes(".") || significant(digits) <= EXACT_DIGITS) return digits === "0" ? "0" : negative + digits;
  return rounded(Number(text));
}

function rounded(value: number): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    NUMBER_TEXT.exec(value.toPrecision(EXACT_DIGITS)) ?? [];
  return (sign === "-" ? "-" : "") + withPoint(whole, fraction, Number(exponent));
}

const significant = (digits: string): number => digits.replace(".", "").replace(/^0+/, "").length;

/** Moves the point by the exponent; no zeros at the edges that mean nothing. */
function withPoint(whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const left = point <= 0 ? "" : digits.slice(0, point).padEnd(point, "0");
  const right = point < 0 ? "0".repeat(-point) + digits : digits.slice(point);
  const decimals = right.replace(/0+$/, "");
  const integer = left.replace(/^0+(?=.)/, "") || "0";
  return decimals === "" ? integer : `${integer}.${decimals}`;
}
