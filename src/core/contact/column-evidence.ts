/**
 * What the whole of a column says about how its values are to be read: the order of day and month, the decimal mark, and
 * whether a spreadsheet has damaged it. Memory does not grow with the file, and evidence gathered over parts of a file can
 * be merged, so that the parts may be read in parallel. Nothing is decided cell by cell.
 */
import type { DateOrder } from "../policy/policy.ts";
import type { FieldType } from "./field.ts";
import { trimCell } from "./types/clean-text.ts";
import { dateOfDayCount, isCalendarDate, isDayCount } from "./types/date.ts";
import { dateParts } from "./types/date-parts.ts";
import { readDecimal } from "./types/decimal.ts";
import { currencyBeside, normaliseMoney } from "./types/money.ts";
import { plainDigits } from "./types/plain-digits.ts";
import { fits, SHORT_ORDERS, shortDate } from "./types/short-date.ts";
import { isSpreadsheetError, wholeFromScientific } from "./types/spreadsheet-damage.ts";

export type ColumnDecision = {
  /** Only where the column has numeric dates whose year stands last. */
  readonly dateOrder?: DateOrder | "unknown" | "conflict";
  /** Only where the column has numbers with a mark in them. */
  readonly decimalMark?: "." | "," | "unknown" | "conflict";
  /** Only where years have two digits: the orders in which all these dates can be dates. */
  readonly shortOrders?: readonly DateOrder[];
  /** The column holds day counts of a spreadsheet: they are dates, counted from 1900. */
  readonly dayCounts?: boolean;
  /** Currencies beside the amounts, most frequent first; absent = there are none. */
  readonly currencies?: readonly CurrencyCount[];
  /** Sentences that can be shown as they are. */
  readonly says: readonly string[];
};

/** How the column was read in the import of which these are lines; absent or unknown = that one could not tell either. */
export type FormerReading = {
  readonly dateOrder?: DateOrder | "unknown";
  readonly decimalMark?: "." | "," | "unknown";
};

type CurrencyCount = {
  readonly currency: string;
  /** Its first cell. */
  readonly shown: string;
};

/** A cell that proves something: the first one of the column, and how many say the same. */
type Witness = { count: number; line: number; text: string };

type Kind =
  | "dated"
  | "serial"
  | "dayFirst"
  | "monthFirst"
  | "eitherOrder"
  | "shortYear"
  | "shortNamed"
  | "notDMY"
  | "notMDY"
  | "notYMD"
  | "pointDecimal"
  | "commaDecimal"
  | "eitherMark"
  | "damaged"
  /** Amounts with this currency beside them. */
  | `currency:${string}`;
export type Witnesses = Partial<Record<Kind, Witness>>;

/** Shown text is cut here. */
const MAX_SHOWN = 40;
const ISO_LENGTH = 10;
const HYPHEN = 0x2d;

/** Most amounts of most files: at most two digits behind the only mark, or behind English groups. */
const PLAIN_DECIMAL = /^[$€£]?-?(?:\d+([.,])\d{1,2}|[1-9]\d{0,2}(?:,\d{3})+(\.)\d{1,2})$/;
const MARK = /[.,]/;
const ENOUGH_DAY_COUNTS = 2;
/** What no plain amount holds. */
const BESIDE = /[^\d.,'()+\-\s\u2019\u2212]/;
const CURRENCY = "currency:";

/** Which decimal mark an amount proves, `either` for `1,234` and `1.234`, null when it proves nothing or is no amount. */
function markProvenBy(text: string): "." | "," | "either" | null {
  if (!MARK.test(text)) return null;
  const plain = PLAIN_DECIMAL.exec(text);
  if (plain !== null) return plain[1] === "," ? "," : ".";
  // Asking the reader itself keeps evidence and reading from disagreeing about what an amount is.
  const withPoint = normaliseMoney(text, ".");
  const withComma = normaliseMoney(text, ",");
  if (typeof withPoint !== "string") return typeof withComma === "string" ? "," : null;
  if (typeof withComma !== "string") return ".";
  return withPoint === withComma ? null : "either";
}

export class ColumnEvidence {
  readonly type: FieldType;
  /** Plain data: it may cross to another thread and back. */
  readonly witnesses: Witnesses;

  constructor(type: FieldType, witnesses: Witnesses = {}) {
    this.type = type;
    this.witnesses = witnesses;
  }

  /** `line`: physical line of the file where the cell's row starts. Blank cells may be left out. */
  observe(raw: string, line: number): void {
    if (isSpreadsheetError(raw)) this.#note("damaged", raw, line);
    else if (this.type === "date") this.#observeDate(raw, line);
    else if (this.type === "number" || this.type === "money") this.#observeNumber(raw, line);
    else if (this.type === "phone" || this.type === "id") this.#observeDigits(raw, line);
  }

  #note(kind: Kind, raw: string, line: number): void {
    const witness = this.witnesses[kind];
    if (witness === undefined) {
      this.witnesses[kind] = { count: 1, line, text: trimCell(raw).slice(0, MAX_SHOWN) };
    } else {
      witness.count++;
    }
  }

  #observeDate(raw: string, line: number): void {
    // Most cells of a clean file are YYYY-MM-DD and say nothing about the order.
    if (raw.length === ISO_LENGTH && raw.charCodeAt(4) === HYPHEN && raw.charCodeAt(7) === HYPHEN) {
      this.#note("dated", raw, line);
      return;
    }
    const text = plainDigits(trimCell(raw));
    const parts = dateParts(text);
    if (parts !== null) this.#note("dated", raw, line);
    else if (isDayCount(text)) this.#note("serial", raw, line);
    else this.#observeShortYear(text, raw, line);
    if (parts?.shape !== "numeric") return;
    const monthFirst = isCalendarDate(parts.year, parts.first, parts.second);
    const dayFirst = isCalendarDate(parts.year, parts.second, parts.first);
    if (monthFirst && dayFirst) {
      if (parts.first !== parts.second) this.#note("eitherOrder", raw, line);
    } else if (monthFirst) {
      this.#note("monthFirst", raw, line);
    } else if (dayFirst) {
      this.#note("dayFirst", raw, line);
    }
  }

  #observeShortYear(text: string, raw: string, line: number): void {
    const short = shortDate(text);
    if (short === null) return;
    // A month's name says the order of its own date, and nothing of others.
    this.#note(short.named ? "shortNamed" : "shortYear", raw, line);
    for (const order of SHORT_ORDERS) if (!fits(short, order)) this.#note(`not${order}`, raw, line);
  }

  #observeNumber(raw: string, line: number): void {
    const text = plainDigits(trimCell(raw));
    if (text.length > MAX_SHOWN) return;
    if (readDecimal(text, "unknown") === "lost") this.#note("damaged", raw, line);
    if (this.type === "money" && BESIDE.test(text)) {
      const currency = currencyBeside(text);
      if (currency !== null) this.#note(`currency:${currency}`, raw, line);
    }
    const mark = markProvenBy(text);
    if (mark === ".") this.#note("pointDecimal", raw, line);
    else if (mark === ",") this.#note("commaDecimal", raw, line);
    else if (mark === "either") this.#note("eitherMark", raw, line);
  }

  #observeDigits(raw: string, line: number): void {
    if (raw.length < MAX_SHOWN && wholeFromScientific(trimCell(raw)) === "lost") this.#note("damaged", raw, line);
  }

  /** Takes in the evidence of another part of the same column, whose line numbers lack `linesBefore`. */
  merge(other: Witnesses, linesBefore = 0): void {
    for (const [kind, found] of Object.entries(other) as [Kind, Witness][]) {
      const theirs = { ...found, line: found.line + linesBefore };
      const ours = this.witnesses[kind];
      const first = ours === undefined || theirs.line < ours.line ? theirs : ours;
      this.witnesses[kind] = { ...first, count: theirs.count + (ours?.count ?? 0) };
    }
  }

  decide(former: FormerReading = {}): ColumnDecision {
    const says: string[] = [];
    const damaged = this.#damaged();
    const decision: { -readonly [K in keyof ColumnDecision]: ColumnDecision[K] } = { says };
    const dateOrder = this.#decideDateOrder(says, former.dateOrder);
    if (dateOrder !== undefined) decision.dateOrder = dateOrder;
    const decimalMark = this.#decideDecimalMark(says, former.decimalMark);
    if (decimalMark !== undefined) decision.decimalMark = decimalMark;
    const shortOrders = this.#decideShortOrders(says);
    if (shortOrders !== undefined) decision.shortOrders = shortOrders;
    const currencies = this.#currencies();
    if (currencies.length > 0) decision.currencies = currencies;
    const { serial } = this.witnesses;
    if (serial !== undefined && this.#showsDayCounts()) {
      decision.dayCounts = true;
      says.push(`${shown(serial)} is a spreadsheet's count of days: ${dateOfDayCount(serial.text)}`);
    }
    if (damaged !== undefined) {
      says.push(`a spreadsheet damaged ${countOf(damaged)}, the first is ${shown(damaged)}`);
    }
    return decision;
  }

  /** The cells that rule out the other orders are shown. */
  #decideShortOrders(says: string[]): ColumnDecision["shortOrders"] {
    const { shortYear, shortNamed } = this.witnesses;
    const witness = shortYear ?? shortNamed;
    if (witness === undefined) return undefined;
    const shownBy = new Set(SHORT_ORDERS.flatMap((order) => this.witnesses[`not${order}`] ?? []).map(shown));
    const cell = shown(witness);
    const isShown = shownBy.size > 0 && this.#shortOrders().length === 1;
    // One cell that is the example and the proof is named once.
    const isProof = isShown && shownBy.size === 1 && shownBy.has(cell);
    const where = isShown ? `; where they stand is shown by ${[...shownBy].join(" and ")}` : "";
    says.push(
      isProof
        ? `years have two digits, and ${cell} shows where they stand`
        : `years have two digits, as in ${cell}${where}`,
    );
    return shortYear === undefined ? ["DMY"] : this.#shortOrders();
  }

  #shortOrders(): readonly DateOrder[] {
    return SHORT_ORDERS.filter((order) => this.witnesses[`not${order}`] === undefined);
  }

  #currencies(): readonly CurrencyCount[] {
    const found = Object.entries(this.witnesses) as [Kind, Witness][];
    return found
      .filter(([kind]) => kind.startsWith(CURRENCY))
      .sort(([, a], [, b]) => b.count - a.count || a.line - b.line)
      .map(([kind, witness]) => ({ currency: kind.slice(CURRENCY.length), shown: shown(witness) }));
  }

  /** A number of five digits is a date only where such numbers are what the column holds. */
  #showsDayCounts(): boolean {
    const { serial, dated } = this.witnesses;
    return (serial?.count ?? 0) >= ENOUGH_DAY_COUNTS && (serial?.count ?? 0) >= (dated?.count ?? 0);
  }

  #damaged(): Witness | undefined {
    const { damaged, serial } = this.witnesses;
    if (serial === undefined || this.#showsDayCounts()) return damaged;
    if (damaged === undefined) return serial;
    return { ...(serial.line < damaged.line ? serial : damaged), count: serial.count + damaged.count };
  }

  #decideDateOrder(says: string[], former: FormerReading["dateOrder"]): ColumnDecision["dateOrder"] {
    const { dayFirst, monthFirst, eitherOrder } = this.witnesses;
    const any = dayFirst ?? monthFirst ?? eitherOrder;
    if (any !== undefined && (former === "DMY" || former === "MDY")) {
      says.push(`dates are read ${former === "DMY" ? "day" : "month"} first, ${AS_FORMER}`);
      return former;
    }
    if (dayFirst !== undefined && monthFirst !== undefined) {
      says.push(`${shown(dayFirst)} is day first, but ${shown(monthFirst)} is month first`);
      return "conflict";
    }
    if (dayFirst !== undefined) {
      says.push(`${shown(dayFirst)} means day first`);
      return "DMY";
    }
    if (monthFirst !== undefined) {
      says.push(`${shown(monthFirst)} means month first`);
      return "MDY";
    }
    if (eitherOrder === undefined) return undefined;
    // Nobody writes 31.12.65 on one line and the month first on the next.
    const { shortYear, notMDY, notDMY } = this.witnesses;
    const [only, ...others] = shortYear === undefined ? [] : this.#shortOrders();
    if (others.length === 0 && only === "DMY" && notMDY !== undefined) {
      says.push(`${shown(notMDY)} means day first`);
      return "DMY";
    }
    if (others.length === 0 && only === "MDY" && notDMY !== undefined) {
      says.push(`${shown(notDMY)} means month first`);
      return "MDY";
    }
    says.push(`day and month could be either way round, as in ${shown(eitherOrder)}`);
    return "unknown";
  }

  #decideDecimalMark(says: string[], former: FormerReading["decimalMark"]): ColumnDecision["decimalMark"] {
    const { pointDecimal, commaDecimal, eitherMark } = this.witnesses;
    const any = pointDecimal ?? commaDecimal ?? eitherMark;
    if (any !== undefined && (former === "." || former === ",")) {
      says.push(`numbers are read with a decimal ${former === "." ? "point" : "comma"}, ${AS_FORMER}`);
      return former;
    }
    if (pointDecimal !== undefined && commaDecimal !== undefined) {
      says.push(`${shown(pointDecimal)} has a decimal point, but ${shown(commaDecimal)} a decimal comma`);
      return "conflict";
    }
    if (pointDecimal !== undefined) {
      says.push(`${shown(pointDecimal)} means a decimal point`);
      return ".";
    }
    if (commaDecimal !== undefined) {
      says.push(`${shown(commaDecimal)} means a decimal comma`);
      return ",";
    }
    if (eitherMark === undefined) return undefined;
    says.push(`the mark in ${shown(eitherMark)} could part thousands or decimals; it is read as in English`);
    return "unknown";
  }
}

const AS_FORMER = "as in the import whose lines these are";
const shown = (witness: Witness): string => `${witness.text} on line ${witness.line}`;
const countOf = (witness: Witness): string => (witness.count === 1 ? "1 value" : `${witness.count} values`);
