/**
 * Amounts of money. The value is the amount, exact to the last digit; the currency belongs to the field, so a symbol or
 * code before or behind the amount (`$`, `EUR`, `kr`) is read over and stays in the raw text only.
 */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { type DecimalMark, readDecimal } from "./decimal.ts";
import { plainDigits } from "./plain-digits.ts";
import { SPREADSHEET_DAMAGE } from "./spreadsheet-damage.ts";

const NUMBER_UNREADABLE = unreadable("number_unreadable");

const CODES: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf("currency"),
  ..."US$ USD$ A$ AU$ C$ CA$ NZ$ HK$ S$ SG$ NT$ MX$ R$ RS RS. KR KR. SKR NKR DKR FR FR. SFR SFR. ZŁ KČ FT LEI ЛВ РУБ РУБ. RM RP KSH TL".split(
    " ",
  ),
]);
const SYMBOL = /^\p{Sc}$/u;
/** What stands before and behind the amount. The amount starts and ends with a digit, a mark or a sign. */
const LEADING = /^([^\d.,'()+\-\u2212]{1,6}\.?) ?(?=[\d.,(+\-\u2212])/u;
const TRAILING = /(?<=[\d.,)-]) ?([^\d.,'()+\-\s]{1,6}\.?)$/u;

const isCurrency = (text: string): boolean => SYMBOL.test(text) || CODES.has(text.toUpperCase());

function withoutCurrency(text: string): string {
  const before = LEADING.exec(text);
  if (before !== null && isCurrency(before[1]?.trim() ?? "")) return text.slice(before[0].length);
  const behind = TRAILING.exec(text);
  return behind !== null && isCurrency(behind[1] ?? "") ? text.slice(0, behind.index) : text;
}

/** The amount with its sign in front, wherever currency and sign stood: `($5)`, `$ (5)`, `$-5`, `-$5`, `5 €`. */
function amountOf(text: string): string {
  const plain = text.replace(/[ \u00a0\u2007\u2009\u202f]+/g, " ");
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

export function normaliseMoney(raw: string, mark: DecimalMark): Reading {
  const text = plainDigits(trimCell(raw));
  if (text === "") return "";
  const decimal = readDecimal(text, mark) ?? (text.length > 200 ? null : readDecimal(amountOf(text), mark));
  if (decimal === "lost") return SPREADSHEET_DAMAGE;
  return decimal ?? NUMBER_UNREADABLE;
}
