/**
 * `Customer name` is a company's in a file of companies and their people, and the person's where the company has a column of its
 * own, or where the names come again in the e-mail addresses: then nobody else of the file is named, and a person's name must
 * not make an account.
 */
import { companyKey } from "../account/company-key.ts";
import { nameKey } from "../contact/identity-key.ts";
import type { CandidateContext } from "./column-candidates.ts";
import type { ColumnSamples } from "./column-samples.ts";
import { headerKey } from "./header-key.ts";
import type { Offer } from "./one-address.ts";
import { shownHeader } from "./recognise-header.ts";

const CUSTOMER_NAME: ReadonlySet<string> = new Set(
  (
    "customer name, client name, Kundenname, nom du client, nombre del cliente, nome cliente, nome do cliente, klantnaam, " +
    "nazwa klienta"
  )
    .split(",")
    .map(headerKey),
);

/** Share of the values from which on they are companies, and from which on they are the people of the addresses. */
const COMPANIES = 0.3;
const PEOPLE = 0.5;
const SHORTEST_WORD = 3;

export function customersWhoArePeople(
  offers: readonly Offer[],
  { index: { fields }, policy }: CandidateContext,
): readonly Offer[] {
  const field = fields.get("full_name");
  const isOf = (key: RegExp, { candidates: [first] }: Offer): boolean => key.test(first?.field.key ?? "");
  const isCustomer = (offer: Offer): boolean =>
    isOf(/^account_name$/, offer) && CUSTOMER_NAME.has(headerKey(offer.column.header));
  if (field === undefined || !offers.some(isCustomer)) return offers;
  if (offers.some((offer) => isOf(/^(?:first|last|full)_name$/, offer))) return offers;
  const companies = offers.filter((offer) => isOf(/^account_name$/, offer) && !isCustomer(offer));
  const areNamed = companies.some(({ column }) => column.samples.values.length > 0);
  // Where accounts are what is imported, a customer is one.
  if (!areNamed && policy.requiredToCreate.some((way) => way.includes("account_name"))) return offers;
  const emails = offers.filter((offer) => isOf(/^email$/, offer)).flatMap(({ column }) => column.samples.values);
  return offers.map((offer) => {
    const { header, samples } = offer.column;
    if (!isCustomer(offer) || areCompanies(samples) || !(areNamed || standIn(emails, samples))) return offer;
    const why = areNamed
      ? `beside ${shownHeader(companies[0]?.column.header ?? "")}`
      : "with names as in the addresses";
    const reason = `header ${shownHeader(header)} ${why} is the person's ${field.label}`;
    return { ...offer, candidates: [{ field, foundBy: "header", confidence: 0.85, claim: 0.85, reason }] };
  });
}

/** `Acme GmbH` says its legal form. */
export const areCompanies = ({ values }: ColumnSamples): boolean =>
  values.filter((value) => companyKey(value) !== nameKey(value)).length > values.length * COMPANIES;

/** Before the `@` stands the person, and behind it the company. */
function standIn(emails: readonly string[], { values }: ColumnSamples): boolean {
  const people = emails.map((email) => nameKey(email.slice(0, email.lastIndexOf("@"))));
  const found = values.filter((value) => {
    const words = nameKey(value).split(" ");
    const isPersons = (word: string): boolean =>
      word.length >= SHORTEST_WORD && people.some((person) => person.includes(word));
    return words.length > 1 && words.some(isPersons);
  });
  return found.length > 1 && found.length >= values.length * PEOPLE;
}
