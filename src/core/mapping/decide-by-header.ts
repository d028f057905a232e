/** Gives columns to fields by what their headers say, the column with the best claim first. */
import { type Assignment, type Column, undecided } from "./assignment.ts";
import { type CandidateContext, candidatesByHeader } from "./column-candidates.ts";
import type { ColumnSamples } from "./column-samples.ts";
import { customersWhoArePeople } from "./customer-names.ts";
import { headerKey } from "./header-key.ts";
import { type Offer, oneAddress } from "./one-address.ts";
import { onePerson } from "./one-person.ts";
import { namePart } from "./person-names.ts";
import { shownHeader } from "./recognise-header.ts";
import { customersOfShop } from "./shop-customers.ts";

export function decideByHeader(open: readonly Column[], context: CandidateContext, assignment: Assignment): void {
  const offers = open.flatMap((column) => {
    const candidates = candidatesByHeader(column.header, column.samples, context);
    return candidates.length === 0 ? [] : [{ column, candidates }];
  });
  const headers = open.map(({ header }) => header);
  const customers = customersWhoArePeople(customersOfShop(offers, headers, context.index), context);
  const people = onePerson(customers, open, context.index);
  const own = new Set(people.map(({ column }) => column));
  for (const { column } of offers.filter((offer) => !own.has(offer.column)))
    assignment.decide(column.column, undecided(`${shownHeader(column.header)} is about somebody else`));
  const wanted = oneAddress(people);
  const taken = new Set(wanted.map(({ column }) => column));
  for (const { column, candidates } of people.filter((offer) => !taken.has(offer.column))) {
    const label = candidates[0]?.field.label ?? "";
    assignment.decide(column.column, undecided(`${label} is taken from another address of the contact`));
  }
  const ranked = [...tellNamesApart(wanted, context)].sort(
    (a, b) =>
      claim(b) - claim(a) ||
      b.column.samples.values.length - a.column.samples.values.length ||
      a.column.column - b.column.column,
  );
  for (const { column, candidates } of ranked) {
    if (assignment.offer(column.column, candidates, context.index)) continue;
    const label = candidates[0]?.field.label ?? "";
    assignment.decide(column.column, undecided(`another column is already ${label}`));
  }
}

/** A column without values must not keep a filled one out; among equals the fuller comes first, then the leftmost. */
const claim = ({ column, candidates }: Offer): number =>
  (column.samples.values.length > 0 ? 2 : 0) + (candidates[0]?.claim ?? 0);

/** Turkish for a name, where a Turkish family name stands beside it; else what somebody clicked on. */
const isAdvertisement = ({ column }: Offer, offers: readonly Offer[]): boolean =>
  headerKey(column.header) === "ad" && !offers.some((other) => headerKey(other.column.header).startsWith("soy"));

function tellNamesApart(all: readonly Offer[], { index }: CandidateContext): readonly Offer[] {
  const offers = all.filter((offer) => !isAdvertisement(offer, all));
  const part = (key: string): ColumnSamples | null =>
    offers.find(({ candidates }) => candidates[0]?.field.key === key)?.column.samples ?? null;
  const other = { first: part("first_name"), last: part("last_name") };
  if ((other.first === null) === (other.last === null)) return offers;
  return offers.map(({ column, candidates }) => {
    const [first] = candidates;
    if (first === undefined || first.field.key !== "full_name") return { column, candidates };
    const field = index.fields.get(namePart(headerKey(column.header), column.samples, other));
    if (field === undefined || field === first.field) return { column, candidates };
    const reason = `header ${shownHeader(column.header)} beside the other part of the name is ${field.label}`;
    return { column, candidates: [{ field, foundBy: "header", confidence: 0.85, claim: 0.85, reason }] };
  });
}
