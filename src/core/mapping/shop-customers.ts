/**
 * In the export of a shop a customer is a person: `Customer ID` is the contact's own id there, and not that of an account,
 * or everybody who ever bought something would become a company.
 */

import { headerKey } from "./header-key.ts";
import type { NameIndex } from "./name-index.ts";
import type { Offer } from "./one-address.ts";
import { shownHeader } from "./recognise-header.ts";

const CUSTOMER_ID: ReadonlySet<string> = new Set(["customerid", "kundenid", "idclient", "idcliente", "klantid"]);
/** What only shops say of a person. */
const BOUGHT: ReadonlySet<string> = new Set(
  "total spent, total orders, orders count, order count, number of orders, accepts marketing, accepts email marketing, last order date, aov"
    .split(",")
    .map(headerKey),
);

/** @param headers of the whole file */
export function customersOfShop(
  offers: readonly Offer[],
  headers: readonly string[],
  { fields }: NameIndex,
): readonly Offer[] {
  const field = fields.get("external_id");
  const bought = headers.filter((header) => BOUGHT.has(headerKey(header))).length;
  const isNamed = offers.some(({ candidates: [first] }) => /^(?:first|last|full)_name$/.test(first?.field.key ?? ""));
  if (!field || bought === 0 || !isNamed) return offers;
  return offers.map((offer) => {
    const { header } = offer.column;
    if (offer.candidates[0]?.field.key !== "account_id" || !CUSTOMER_ID.has(headerKey(header))) return offer;
    const reason = `header ${shownHeader(header)} in the export of a shop is the person's ${field.label}`;
    return { ...offer, candidates: [{ field, foundBy: "header", confidence: 0.9, claim: 0.9, reason }] };
  });
}
