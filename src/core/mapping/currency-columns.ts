/**
 * A column of currencies (`EUR`, `$`) beside one of amounts that name none: the column itself stays what it is, and each amount
 * is looked at in the currency of its row. Believed only by its header and its values together.
 */
import type { Field } from "../contact/field.ts";
import { currencyOf } from "../contact/types/currency.ts";
import { currencyBeside } from "../contact/types/money.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { headerWords } from "./header-key.ts";

/** As keys: lower case, without accents. */
const NAMES =
  /\b(?:currency|devise|monnaie|moneda|divisa|valuta|moeda|waluta|munteenheid)\b|(?:wahrung|waehrung)(?:scode)?\b/;

/** Column of the currencies by column of the amounts. Where a currency is a field of its own, the amounts are that field's matter. */
export function currencyColumns(
  mapping: readonly ColumnMapping[],
  fields: readonly Field[],
): ReadonlyMap<number, number> {
  const types = new Map(fields.map(({ key, type }) => [key, type]));
  const amounts = mapping.flatMap(({ target, column }) =>
    target.to === "field" && types.get(target.field) === "money" ? [column] : [],
  );
  const found = new Map<number, number>();
  if (amounts.length === 0) return found;
  for (const entry of mapping) {
    if (entry.target.to === "field" || !holdsCurrencies(entry)) continue;
    const beside = [entry.column - 1, entry.column + 1].find((at) => amounts.includes(at));
    const amount = amounts.length === 1 ? amounts[0] : beside;
    if (amount !== undefined && !found.has(amount)) found.set(amount, entry.column);
  }
  return found;
}

const holdsCurrencies = ({ header, samples }: ColumnMapping): boolean =>
  samples.length > 0 && NAMES.test(headerWords(header).join(" ")) && samples.every((text) => currencyOf(text) !== null);

/** The amount with its row's currency behind it: `6 USD`. As it is where it names one itself, or the row names none. */
export function withCurrency(amount: string, currency: string): string {
  const own = amount === "" || currency === "" ? null : currencyOf(currency);
  return own === null || currencyBeside(amount) !== null ? amount : `${amount} ${own}`;
}
