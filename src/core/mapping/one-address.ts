/**
 * One address, not a mixture: of the business, mailing, home and billing address in a file the one is taken that most rows
 * have. A street of one and a city of another would be an address that nobody lives at.
 */
import type { Column } from "./assignment.ts";
import type { Candidate } from "./column-candidates.ts";
import type { Place } from "./place-words.ts";

export type Offer = { readonly column: Column; readonly candidates: readonly Candidate[] };

const ADDRESS: ReadonlySet<string> = new Set(["street", "city", "state", "postal_code", "country"]);
/** Among equals. Without a word for a place it is the contact's address, and there is no other to choose. */
const ORDER: readonly (Place | null)[] = [null, "work", "mailing", "home", "billing", "other"];

const isAddress = ({ candidates: [first] }: Offer): boolean => first !== undefined && ADDRESS.has(first.field.key);
const placeOf = ({ candidates: [first] }: Offer): Place | null => first?.place ?? null;

/** Without the offers of columns that belong to another address than the one that is taken. */
export function oneAddress(offers: readonly Offer[]): readonly Offer[] {
  const filled = new Map<Place | null, { offered: number; columns: number; values: number }>();
  for (const offer of offers.filter(isAddress)) {
    const { values } = offer.column.samples;
    const known = filled.get(placeOf(offer)) ?? { offered: 0, columns: 0, values: 0 };
    filled.set(placeOf(offer), {
      offered: known.offered + 1,
      columns: known.columns + Number(values.length > 0),
      values: known.values + values.length,
    });
  }
  if (filled.size < 2) return offers;
  const [taken = null] = [...filled].sort(
    ([one, a], [other, b]) =>
      b.columns - a.columns ||
      b.values - a.values ||
      b.offered - a.offered ||
      ORDER.indexOf(one) - ORDER.indexOf(other),
  )[0] ?? [null];
  return offers.filter((offer) => !isAddress(offer) || placeOf(offer) === null || placeOf(offer) === taken);
}
