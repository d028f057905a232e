/**
 * Takes a date's text apart without deciding the order of day and month, so that reading one cell and gathering evidence
 * over a column cannot disagree about what a date looks like. It checks shape only; `date.ts` checks the calendar.
 */
import { LEADING_WORDS, MONTH_BY_NAME, ORDINAL_ENDINGS } from "./date-words.ts";

export type DateParts =
  /** Year, month and day are known: the year stands first, or the month is a name. */
  | { readonly shape: "known"; readonly year: number; readonly month: number; readonly day: number }
  /** Two numbers before a year: day and month in an order that the text does not say. */
  | { readonly shape: "numeric"; readonly first: number; readonly second: number; readonly year: number };

type Token = { readonly kind: "year" | "small" | "month"; readonly value: number; readonly ordinal: boolean };

/** Longer than any date with weekday, time and zone name. */
const MAX_TEXT = 80;
/** A time of day behind the date, as ISO 8601, RFC 2822, JavaScript and spreadsheets write it. Its date part stands as written. */
const TIME =
  /^(?:T|,? )(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-6]\d(?:[.,:]\d{1,9})?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?|[A-Z]{2,5}))?(?: \([\w ]{1,40}\))?$/i;
/** Between two parts: one mark with spaces around it, or spaces alone; the comma only beside a month name. */
const SEPARATOR = /^ ?(?:\. ?, ?|[/.,-] ?|of |de |del |di |d['\u2019]|)/i;
const WORD = /^[\p{L}º°]+/u;
/** `1980 r.`, `1980.`: the word or the mark for a year, in Polish and Hungarian. */
const YEAR_SIGN = /(?: ?r\.?|\.)$/i;
const BEYOND_ASCII = /[^\0-\x7f]/;
const DIGITS = /^\d+/;
/** `20240115`; other runs of eight digits would be day or month first and have no plausible year in front. */
const BASIC_ISO = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d{4,6}(?:\.\d+)?Z?)?$/;

const ZERO = 0x30;

/** The number between two positions when it is 1 to 4 digits, else -1. */
function digitsBetween(text: string, from: number, to: number): number {
  if (to <= from || to - from > 4) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `9/8/2024`, `2024.9.8`: three numbers with the same mark between and nothing else. Most dates of most files. */
function plainNumbers(text: string): DateParts | null {
  let one = 1;
  while (one < 5 && text.charCodeAt(one) >= ZERO && text.charCodeAt(one) <= ZERO + 9) one++;
  const mark = text.charAt(one);
  if (mark !== "/" && mark !== "-" && mark !== ".") return null;
  const two = text.indexOf(mark, one + 1);
  const first = digitsBetween(text, 0, one);
  const second = digitsBetween(text, one + 1, two);
  const third = digitsBetween(text, two + 1, text.length);
  if (first < 0 || second < 0 || third < 0 || two - one > 3) return null;
  const behind = text.length - two - 1;
  if (one === 4 && behind <= 2) return { shape: "known", year: first, month: second, day: third };
  return one <= 2 && behind === 4 ? { shape: "numeric", first, second, year: third } : null;
}

/** One part from the front of the text and what is left, or null. */
function nextToken(text: string): { readonly token: Token; readonly rest: string } | null {
  const digits = DIGITS.exec(text)?.[0];
  if (digits === undefined) {
    const word = WORD.exec(text)?.[0] ?? "";
    const month = MONTH_BY_NAME.get(word.toLowerCase());
    return month === undefined
      ? null
      : { token: { kind: "month", value: month, ordinal: false }, rest: text.slice(word.length) };
  }
  const rest = text.slice(digits.length);
  if (digits.length === 4) return { token: { kind: "year", value: Number(digits), ordinal: false }, rest };
  if (digits.length > 2) return null;
  const ending = WORD.exec(rest)?.[0].toLowerCase() ?? "";
  const ordinal = ORDINAL_ENDINGS.has(ending);
  const token: Token = { kind: "small", value: Number(digits), ordinal };
  return { token, rest: ordinal ? rest.slice(ending.length) : rest };
}

/** The text behind `Mon,`, `Monday `, `segunda-feira, ` or `Montag, den `. */
function withoutLeadingWords(text: string): string {
  let rest = text;
  for (let words = 0; words < 3; words++) {
    const word = WORD.exec(rest)?.[0];
    if (word === undefined || !LEADING_WORDS.has(word.toLowerCase())) return rest;
    rest = rest.slice(word.length).replace(/^[-.,]{0,2} ?/, "");
  }
  return rest;
}

/** Separators around a month name may be mixed (`Sep 8, 2024`); between numbers they are the same mark, and no comma. */
function separatorsFit(first: string, second: string, named: boolean): boolean {
  if (named) return true;
  const a = first.trim();
  return a === second.trim() && a !== "," && a.length <= 1 && first !== "" && second !== "";
}

function arrange(a: Token, b: Token, c: Token): DateParts | null {
  const order = `${a.kind} ${b.kind} ${c.kind}`;
  if ((a.ordinal || b.ordinal || c.ordinal) && !order.includes("month")) return null;
  switch (order) {
    case "year small small":
      return { shape: "known", year: a.value, month: b.value, day: c.value };
    case "year month small":
      return { shape: "known", year: a.value, month: b.value, day: c.value };
    case "small month year":
      return { shape: "known", year: c.value, month: b.value, day: a.value };
    case "month small year":
      return { shape: "known", year: c.value, month: a.value, day: b.value };
    case "small small year":
      return { shape: "numeric", first: a.value, second: b.value, year: c.value };
    default:
      return null;
  }
}

/** `text` is trimmed. Null: not a date in any pattern we read. */
export function dateParts(text: string): DateParts | null {
  if (text.length < 6 || text.length > MAX_TEXT) return null;
  const plain = plainNumbers(text);
  if (plain !== null) return plain;
  const basic = BASIC_ISO.exec(text);
  if (basic !== null) {
    return { shape: "known", year: Number(basic[1]), month: Number(basic[2]), day: Number(basic[3]) };
  }
  const composed = BEYOND_ASCII.test(text) ? text.normalize("NFC") : text;
  let rest = withoutLeadingWords(composed.replace(/\s+/g, " ").replace(YEAR_SIGN, ""));
  const tokens: Token[] = [];
  const separators: string[] = [];
  while (tokens.length < 3) {
    const next = nextToken(rest);
    if (next === null) return null;
    tokens.push(next.token);
    rest = next.rest;
    if (tokens.length === 3) break;
    const separator = SEPARATOR.exec(rest)?.[0] ?? "";
    separators.push(separator);
    rest = rest.slice(separator.length);
  }
  const [a, b, c] = tokens;
  if (a === undefined || b === undefined || c === undefined) return null;
  const named = a.kind === "month" || b.kind === "month";
  if (!separatorsFit(separators[0] ?? "", separators[1] ?? "", named)) return null;
  if (rest !== "" && !TIME.test(rest)) return null;
  return arrange(a, b, c);
}
