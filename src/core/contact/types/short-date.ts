/**
 * Dates whose year has two digits. Alone such a text says neither where its year stands nor which century is meant, so that
 * it is no date; a column of birthdays can tell both: a number above 31 is a year, one above 12 no month, and nobody is
 * born in the future.
 */
import type { DateOrder } from "../../policy/policy.ts";
import { MONTH_BY_NAME } from "./date-words.ts";

/** How a column's years of two digits are read. */
export type ShortYears = {
  readonly order: DateOrder;
  /** No year behind it is meant. */
  readonly latest: number;
};

export const SHORT_ORDERS = ["DMY", "MDY", "YMD"] as const satisfies readonly DateOrder[];

/** Nobody is as old, in years. */
const OLDEST = 110;
const CENTURY = 100;

const NUMBERS = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{1,2})(?:[T ]+0?0:00(?::00)?)?$/;
const NAMED = /^(\d{1,2})[ ./-]([\p{L}]{3,12})\.?[ ./-]['\u2019]?(\d{2})$/u;

/** `parts`: the texts of the numbers as they stand; with a month's name its day, month and year. */
type ShortDate = { readonly parts: readonly [string, string, string]; readonly named: boolean };

/** `text` is trimmed. Null: no date of this kind. */
export function shortDate(text: string): ShortDate | null {
  if (text.length < 6 || text.length > 24) return null;
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const parts = [numbers[1] ?? "", numbers[3] ?? "", numbers[4] ?? ""] as const;
    return SHORT_ORDERS.some((order) => fits({ parts, named: false }, order)) ? { parts, named: false } : null;
  }
  const named = NAMED.exec(text);
  const month = named === null ? undefined : MONTH_BY_NAME.get((named[2] ?? "").toLowerCase());
  if (named === null || month === undefined) return null;
  return { parts: [named[1] ?? "", String(month), named[3] ?? ""], named: true };
}

type YearMonthDay = { readonly year: string; readonly month: number; readonly day: number };

function arranged({ parts: [a, b, c], named }: ShortDate, order: DateOrder): YearMonthDay {
  if (named || order === "DMY") return { year: c, month: Number(b), day: Number(a) };
  if (order === "MDY") return { year: c, month: Number(a), day: Number(b) };
  return { year: a, month: Number(b), day: Number(c) };
}

/** Whether the text can be a date in that order, in some year. */
export function fits(date: ShortDate, order: DateOrder): boolean {
  const { year, month, day } = arranged(date, order);
  return year.length === 2 && month >= 1 && month <= 12 && day >= 1 && day <= (LONGEST[month] ?? 0);
}

const LONGEST = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date in the one century that it can be of; null where there are two, or none. */
export function birthDate(
  date: ShortDate,
  { order, latest }: ShortYears,
): { readonly year: number; readonly month: number; readonly day: number } | null {
  if (!fits(date, order)) return null;
  const { year, month, day } = arranged(date, order);
  const century = latest - (latest % CENTURY);
  const late = century + Number(year);
  const early = late - CENTURY;
  const mayBeLate = late <= latest;
  const mayBeEarly = latest - early <= OLDEST;
  if (mayBeLate === mayBeEarly) return null;
  return { year: mayBeLate ? late : early, month, day };
}
