/**
 * A line about an opportunity and its contact has columns of both. They are mapped as one header, in which fields that both
 * have are told apart by name; then each of the two objects gets the columns that are its own.
 */
import type { Field } from "../contact/field.ts";
import type { ColumnMapping } from "../mapping/column-mapping.ts";
import type { Constant } from "../mapping/constant.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import { FOUND_LINKS } from "./opportunity-fields.ts";

/** `made`: the contact's columns are written to it. `found`: they only say which contact it is. */
export type TheirContacts = "made" | "found";
type Part = "contact" | "opportunity";

export type JointFields = {
  /** As columns are mapped to them. */
  readonly fields: readonly Field[];
  readonly partOf: ReadonlyMap<string, { readonly part: Part; readonly key: string }>;
  readonly contacts: TheirContacts;
};

/** Fields of contacts and opportunities that share a name in a header. */
const SHARED_LABELS: ReadonlySet<string> = new Set(["external_id", "name", "owner", "notes"]);
/** What says which contact is meant, whatever the policy recognises contacts by. */
const REFERRING: ReadonlySet<string> = new Set([
  ...["id", "external_id", "email", "additional_emails", "phone", "additional_phones", "linkedin_url", "country"],
  ...["account_id", "account_name", "account_domain"],
]);
const NAMES = ["full_name", "first_name", "last_name"];
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["id", "contact_id"],
  ["external_id", "contact_external_id"],
  ["full_name", "contact_name"],
]);

export function jointFields(
  contact: readonly Field[],
  opportunity: readonly Field[],
  { contacts, policy }: { readonly contacts: TheirContacts; readonly policy: Pick<EffectivePolicy, "match"> },
): JointFields {
  const deals = opportunity.filter(({ key }) => !FOUND_LINKS.has(key));
  const named =
    contacts === "made"
      ? [...contact.map((field) => own(field, "contact")), ...deals.map(prefixed)]
      : [...deals.map(unprefixed), ...contact.filter((field) => refers(field, policy)).map(referring)];
  return {
    fields: named.map(({ field }) => field),
    partOf: new Map(named.map(({ field, part, key }) => [field.key, { part, key }])),
    contacts,
  };
}

/** The key under which a field of an opportunity is named beside those of its contact. */
export const besideContact = (key: string): string => `opportunity_${key}`;

type Named = { readonly field: Field; readonly part: Part; readonly key: string };

const own = (field: Field, part: Part): Named => ({ field, part, key: field.key });

const prefixed = (field: Field): Named => ({
  field: {
    ...field,
    key: besideContact(field.key),
    label: SHARED_LABELS.has(field.key) ? `Opportunity ${field.label.toLowerCase()}` : field.label,
  },
  part: "opportunity",
  key: field.key,
});

/** Alone it also answers to the plain names: `Name`, `Owner`, `Notes`. */
const unprefixed = (field: Field): Named => ({
  field: { ...field, namesOf: field.builtin ? [besideContact(field.key)] : [] },
  part: "opportunity",
  key: field.key,
});

const referring = (field: Field): Named => {
  const key = RENAMED.get(field.key) ?? field.key;
  const label =
    field.key === "external_id" ? "Contact external ID" : field.key === "full_name" ? "Contact name" : field.label;
  return { field: { ...field, key, label, namesOf: field.builtin ? [key] : [] }, part: "contact", key: field.key };
};

function refers(field: Field, { match }: Pick<EffectivePolicy, "match">): boolean {
  if (!field.builtin) return field.holdsExternalId === true;
  const byName = match.includes("name") || match.includes("account_name");
  return REFERRING.has(field.key) || (byName && NAMES.includes(field.key));
}

/**
 * The columns as each of the two sees them: those of the other lead nowhere. What no field is known for is kept with the
 * opportunity, and with a contact that is made where its line has none (`keptWhereAlone`).
 */
export function splitMapping(
  { partOf, contacts }: JointFields,
  mapping: readonly ColumnMapping[],
): Readonly<Record<Part, readonly ColumnMapping[]>> {
  const seenBy = (part: Part): readonly ColumnMapping[] =>
    mapping.map((column) => {
      const { target } = column;
      if (target.to === "field") {
        const field = partOf.get(target.field);
        if (field?.part === part) return { ...column, target: { to: "field", field: field.key } };
      }
      if (target.to === "keep" && (part === "opportunity" || contacts === "made")) return column;
      return { ...column, target: { to: "ignore" } };
    });
  return { contact: seenBy("contact"), opportunity: seenBy("opportunity") };
}

export function splitConstants(
  { partOf }: JointFields,
  constants: readonly Constant[],
): Readonly<Record<Part, readonly Constant[]>> {
  const of = (part: Part): readonly Constant[] =>
    constants.flatMap((constant) => {
      const field = partOf.get(constant.field);
      return field?.part === part ? [{ ...constant, field: field.key }] : [];
    });
  return { contact: of("contact"), opportunity: of("opportunity") };
}

/** The columns as they were mapped: what the two parts have taken of them, under the names that they were mapped by. */
export function joinMapping(
  contact: readonly ColumnMapping[],
  opportunity: readonly ColumnMapping[],
  contacts: TheirContacts,
): readonly ColumnMapping[] {
  return contact.map((column, at) => {
    const { target } = column;
    if (target.to === "field") return { ...column, target: { to: "field", field: ofContact(target.field, contacts) } };
    const other = opportunity[at] ?? column;
    if (other.target.to !== "field") return other;
    return { ...other, target: { to: "field", field: ofOpportunity(other.target.field, contacts) } };
  });
}

/** The same for what is given for every line. */
export const joinConstants = (
  contact: readonly Constant[],
  opportunity: readonly Constant[],
  contacts: TheirContacts,
): readonly Constant[] => [
  ...contact.map((constant) => ({ ...constant, field: ofContact(constant.field, contacts) })),
  ...opportunity.map((constant) => ({ ...constant, field: ofOpportunity(constant.field, contacts) })),
];

const ofContact = (key: string, contacts: TheirContacts): string =>
  contacts === "made" ? key : (RENAMED.get(key) ?? key);
const ofOpportunity = (key: string, contacts: TheirContacts): string =>
  contacts === "made" ? besideContact(key) : key;
