/** In which currency the amounts of a column are, where not all of them say the same one. */
import type { ColumnDecision } from "../../../core/contact/column-evidence.ts";
import { currencyInHeader, mayBeSame } from "../../../core/contact/types/currency.ts";

/** Null where nothing contradicts: a sign beside the amounts is what the field is in. */
export function columnCurrency(
  header: string,
  { currencies = [] }: Pick<ColumnDecision, "currencies">,
): { readonly currency: string; readonly says: string } | null {
  const said = currencyInHeader(header);
  const currency = said ?? currencies[0]?.currency;
  const other = currencies.find((one) => currency !== undefined && !mayBeSame(one.currency, currency));
  if (currency === undefined || other === undefined) return null;
  const why = said === null ? "most amounts are" : "its header says that amounts are";
  return { currency, says: `${why} in ${currency}, and ${other.shown} is in ${other.currency}` };
}
