/**
 * Dates. Canonical form `YYYY-MM-DD`, years 0001 to 9999 of the Gregorian calendar; of a timestamp the date part as it is
 * written, without moving it to another time zone. The order of numeric day and month is a setting of the column and is
 * never guessed cell by cell. Two-digit years are refused, because 01/02/30 may be a birthday or an expiry date, except in a
 * column of birthdays that shows how they are meant (`short-date.ts`).
 */
import type { DateOrder } from "../../policy/policy.ts";
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { dateParts } from "./date-parts.ts";
import { plainDigits } from "./plain-digits.ts";
import { birthDate, type ShortYears, shortDate } from "./short-date.ts";
import { SPREADSHEET_DAMAGE } from "./spreadsheet-damage.ts";

const DATE_UNREADABLE = unreadable("date_unreadable");
const DATE_ORDER_UNKNOWN = unreadable("date_order_unknown");

const HYPHEN = 0x2d;
const ZERO = 0x30;
const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/**
 * The day count of a spreadsheet, 1927 to 2119: a date it should have written out. Programs count from 1900; what once
 * counted from 1904 has not been made for many years.
 */
const DAY_COUNT = /^[1-7]\d{4}(?:\.\d{1,15})?$/;
/** Lower counts are more often amounts: alone they are no sign of damage. */
const LIKELY_DAY_COUNT = /^[2-7]/;
/** Days from the day that a spreadsheet calls 0 to the first of January 1970. */
const DAYS_BEFORE_1970 = 25_569;
const MS_A_DAY = 86_400_000;

/** What Outlook writes where no date is known, in the date format of the machine. */
const NO_DATE = /^00?([./-])00?\1 ?00$/;

export const isDayCount = (text: string): boolean => DAY_COUNT.test(text);

/** `YYYY-MM-DD` of a text that is a day count. */
export const dateOfDayCount = (text: string): string =>
  new Date((Math.trunc(Number(text)) - DAYS_BEFORE_1970) * MS_A_DAY).toISOString().slice(0, 10);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : (DAYS[month] ?? 0));
}

/** True for `YYYY-MM-DD` with a real day: most cells of a clean file. */
function isCanonical(raw: string): boolean {
  if (raw.length !== 10 || raw.charCodeAt(4) !== HYPHEN || raw.charCodeAt(7) !== HYPHEN) return false;
  let packed = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = raw.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return false;
    packed = packed * 10 + digit;
  }
  return isCalendarDate(Math.trunc(packed / 10_000), Math.trunc(packed / 100) % 100, packed % 100);
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

function render(year: number, month: number, day: number): Reading {
  if (!isCalendarDate(year, month, day)) return DATE_UNREADABLE;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** What the column has shown besides the order of day and month. */
type ShownDates = {
  /** Its numbers of five digits are dates. */
  readonly dayCounts?: boolean;
  /** Its years of two digits can be read. */
  readonly shortYears?: ShortYears;
};

export function normaliseDate(raw: string, order: DateOrder | "unknown", shown: ShownDates = {}): Reading {
  if (isCanonical(raw)) return raw;
  const text = plainDigits(trimCell(raw));
  if (text === "") return "";
  const parts = dateParts(text);
  if (parts === null && NO_DATE.test(text)) return "";
  if (parts === null && isDayCount(text)) {
    if (shown.dayCounts) return dateOfDayCount(text);
    return LIKELY_DAY_COUNT.test(text) ? SPREADSHEET_DAMAGE : DATE_UNREADABLE;
  }
  if (parts === null) return shown.shortYears === undefined ? DATE_UNREADABLE : shortYear(text, shown.shortYears);
  if (parts.shape === "known") return render(parts.year, parts.month, parts.day);
  const { first, second, year } = parts;
  if (order === "MDY") return render(year, first, second);
  if (order === "DMY") return render(year, second, first);
  if (!isCalendarDate(year, first, second)) return render(year, second, first);
  if (first === second || !isCalendarDate(year, second, first)) return render(year, first, second);
  return DATE_ORDER_UNKNOWN;
}

function shortYear(text: string, shortYears: ShortYears): Reading {
  const short = shortDate(text);
  const date = short === null ? null : birthDate(short, shortYears);
  return date === null ? DATE_UNREADABLE : render(date.year, date.month, date.day);
}
