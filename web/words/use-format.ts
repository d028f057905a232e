/** Numbers and moments as the reader writes them. */
import { useMemo } from "react";
import { useSpoken } from "./words-provider.tsx";

export type Format = {
  readonly number: (value: number) => string;
  /** A decimal number of any length, as its text, with all its digits. */
  readonly decimal: (text: string) => string;
  /** The same of an amount of money: whole, or with two digits or more behind the mark. */
  readonly amount: (text: string) => string;
  /** Of a share between 0 and 1. */
  readonly percent: (share: number) => string;
  /** A moment, RFC 3339: day and time. */
  readonly moment: (text: string) => string;
  /** A moment beside now: `3 minutes ago`; older than a week: the day. */
  readonly ago: (text: string) => string;
  /** A day of a calendar, `2026-11-21`; anything else as it is. */
  readonly day: (text: string) => string;
};

const STEPS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;
const WEEK_SECONDS = 7 * 86_400;

export function useFormat(): Format {
  const { locale } = useSpoken();
  return useMemo(() => formatIn(locale), [locale]);
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

function formatIn(locale: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const amounts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 20 });
  const percents = new Intl.NumberFormat(locale, { style: "percent" });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const beside = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return {
    number: (value) => numbers.format(value),
    // A text is read digit by digit: a number would have lost some.
    decimal: (text) => (DECIMAL.test(text) ? decimals.format(text as `${number}`) : text),
    amount: (text) =>
      DECIMAL.test(text) ? (text.includes(".") ? amounts : decimals).format(text as `${number}`) : text,
    percent: (share) => percents.format(share),
    moment: (text) => moments.format(new Date(text)),
    ago(text) {
      const seconds = (Date.parse(text) - Date.now()) / 1000;
      if (Math.abs(seconds) > WEEK_SECONDS) return days.format(new Date(text));
      const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? (["second", 1] as const);
      return beside.format(Math.round(seconds / length), unit);
    },
    day: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? calendar.format(new Date(`${text}T00:00:00Z`)) : text),
  };
}
