/**
 * Amounts of money. The value is the amount, exact to the last digit; the currency belongs to the field, so a symbol or
 * code before or behind the amount (`$`, `EUR`, `kr`) is read over and stays in the raw text only. Where it is another one than
 * that of the column, the amount is read with a word about it.
 */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { currencyOf, isCurrency, mayBeSame } from "./currency.ts";
import { type DecimalMark, readDecimal } from "./decimal.ts";
import { plainDigits } from "./plain-digits.ts";
import { SPREADSHEET_DAMAGE } from "./spreadsheet-damage.ts";

const NUMBER_UNREADABLE = unreadable("number_unreadable");

/** What stands before and behind the amount. The amount starts and ends with a digit, a mark or a sign. */
const LEADING = /^([^\d.,'()+\-\u2212]{1,6}\.?) ?(?=[\d.,(+\-\u2212])/u;
const SPACES = /[ \u00a0\u2007\u2009\u202f]+/g;
/** Characters; a longer cell holds no amount. */
const LONGEST = 200;
const TRAILING = /(?<=[\d.,)-]) ?([^\d.,'()+\-\s]{1,6}\.?)$/u;

function withoutCurrency(text: string): string {
  const before = LEADING.exec(text);
  if (before !== null && isCurrency(before[1]?.trim() ?? "")) return text.slice(before[0].length);
  const behind = TRAILING.exec(text);
  return behind !== null && isCurrency(behind[1] ?? "") ? text.slice(0, behind.index) : text;
}

/** The amount with its sign in front, wherever currency and sign stood: `($5)`, `$ (5)`, `$-5`, `-$5`, `5 €`. */
function amountOf(text: string): string {
  const plain = text.replace(SPACES, " ");
  if (plain.startsWith("(") && plain.endsWith(")")) return `(${withoutCurrency(plain.slice(1, -1).trim())})`;
  const bare = withoutCurrency(plain);
  // The accounting format of spreadsheets shows nothing as a dash beside the currency.
  if (bare === "-" && bare !== plain) return "0";
  const sign = bare[0];
  const signed = sign === "-" || sign === "+" || sign === "\u2212";
  const amount = signed ? `${sign}${withoutCurrency(bare.slice(1).trim())}` : bare;
  // `100,-` and `100.-` are whole amounts in the Nordic countries and in Switzerland.
  return amount.replace(/[.,][-\u2013\u2014]$/, "");
}

/** As `currencyOf`, of the sign or code that stands beside the amount; null where none does. */
export function currencyBeside(raw: string): string | null {
  const text = plainDigits(trimCell(raw))
    .slice(0, LONGEST)
    .replace(SPACES, " ")
    .replace(/^\((.*)\)$/, "$1")
    .replace(/^[-+\u2212] ?/, "");
  const beside = [LEADING.exec(text)?.[1]?.trim(), TRAILING.exec(text)?.[1]].find(
    (one) => one !== undefined && isCurrency(one),
  );
  return beside === undefined ? null : currencyOf(beside);
}

/** @param currency of the other amounts of the column; absent = nobody knows */
export function normaliseMoney(raw: string, mark: DecimalMark, currency?: string): Reading {
  const text = plainDigits(trimCell(raw));
  if (text === "") return "";
  const plain = readDecimal(text, mark);
  const decimal = plain ?? (text.length > LONGEST ? null : readDecimal(amountOf(text), mark));
  if (decimal === "lost") return SPREADSHEET_DAMAGE;
  if (decimal === null) return NUMBER_UNREADABLE;
  const own = plain === null && currency !== undefined ? currencyBeside(text) : null;
  if (own === null || currency === undefined || mayBeSame(own, currency)) return decimal;
  return { unreadable: "currency_differs", params: { own, currency }, partly: decimal };
}
