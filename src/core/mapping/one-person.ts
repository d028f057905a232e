/**
 * Columns about somebody else than the line's person, told by the columns that stand beside them. In a list of meetings the
 * `User` is the host and the `Guest` another one, where there is an `Invitee`; whoever bought a ticket is not who comes; the
 * name beside a `Primary Contact Name`, or beside the parts of another name, is the company's; a person responsible comes again
 * on many lines, with another address each time.
 */
import type { Field } from "../contact/field.ts";
import { splitName } from "../contact/person-name/split-name.ts";
import type { Column } from "./assignment.ts";
import { areCompanies } from "./customer-names.ts";
import { headerKey } from "./header-key.ts";
import type { NameIndex } from "./name-index.ts";
import type { Offer } from "./one-address.ts";
import { shownHeader } from "./recognise-header.ts";
import { withoutWhose } from "./whose.ts";

const SUBJECT = /^(?:invitee|attendee|participant)s?(?=\p{L}{3})/u;
const ANOTHER = /^(?:user|guest|buyer|host|organizer|organiser)s?(?=\p{L}{3})/u;
/** Who pays or has invited, where the person has columns without such a word. */
const BESIDE_THEM =
  /^(?:buyer|purchaser|payer|booker|guest|host|organizer|organiser|kaufer|kaeufer|besteller|gastgeber|begleitung|acheteur|comprador|acquirente)s?(?=\p{L}{3})/u;
const PRIMARY = /^(?:primary|main)contact(?=\p{L}{3})/u;
/** Names that are a company's where its main contact has columns of their own. */
const COMPANY_NAMES: ReadonlySet<string> = new Set(["name", "displayname", "leadname", "fullname"]);
/** Names that are a customer's where its person has a first and a last name in columns of their own. */
const CUSTOMER_NAMES: ReadonlySet<string> = new Set(["name", "contactname", "displayname", "customer", "customername"]);
const RESPONSIBLE: ReadonlySet<string> = new Set(
  "Kontaktperson, Ansprechpartner, Ansprechperson, contact person, personne de contact, persona de contacto, persona di contatto, contactpersoon"
    .split(",")
    .map(headerKey),
);
const PERSONAL = /^(?:(?:full|first|last)_name|(?:additional_)?(?:emails?|phones?)|linkedin_url|job_title)$/;
const NAME = /^(?:full|first|last)_name$/;
/** Fewer prove nothing. */
const ENOUGH = 2;
/** Share of names that are people's, from which on they are no companies'. */
const PEOPLES = 0.8;

const fieldOf = ({ candidates: [first] }: Offer): string => first?.field.key ?? "";
const keyOf = ({ column }: Offer): string => headerKey(column.header);

/** Without the offers of columns that are about somebody else, and with the company's name as that. @param open all columns */
export function onePerson(offers: readonly Offer[], open: readonly Column[], index: NameIndex): readonly Offer[] {
  const named = withCompany(offers, open, index.fields.get("account_name"));
  const personal = named.filter((offer) => PERSONAL.test(fieldOf(offer)));
  const hasSubject =
    personal.some((offer) => SUBJECT.test(keyOf(offer)) && isFilled(offer)) &&
    addressesUnder(SUBJECT, personal) >= addressesUnder(ANOTHER, personal);
  const isNamed = hasOwnColumns(personal);
  const isAnother = (offer: Offer): boolean =>
    (hasSubject && ANOTHER.test(keyOf(offer))) || (isNamed && BESIDE_THEM.test(keyOf(offer)));
  const others = new Set(personal.filter((offer) => isAnother(offer) || isResponsible(offer, personal)));
  return named.filter((offer) => !others.has(offer));
}

/** A name and an address under headers that say of nobody else whose they are, on most of the lines that another one is on. */
function hasOwnColumns(personal: readonly Offer[]): boolean {
  const isOwn = (key: string): boolean => withoutWhose(key) === null && !BESIDE_THEM.test(key);
  const own = personal.filter((offer) => isFilled(offer) && isOwn(keyOf(offer)));
  const address = own.find((offer) => fieldOf(offer) === "email");
  const hasName = own.some((offer) => NAME.test(fieldOf(offer)));
  return hasName && 2 * (address?.column.samples.values.length ?? 0) >= addressesUnder(BESIDE_THEM, personal);
}

/** Lines without a subject are about somebody, too. */
const addressesUnder = (pattern: RegExp, personal: readonly Offer[]): number =>
  Math.max(
    0,
    ...personal
      .filter((offer) => fieldOf(offer) === "email" && pattern.test(keyOf(offer)))
      .map(({ column }) => column.samples.values.length),
  );

const isFilled = ({ column }: Offer): boolean => column.samples.values.length > 0;

/** The same few people on line after line, while every line has an address of its own. */
function isResponsible(offer: Offer, personal: readonly Offer[]): boolean {
  const { values, distinct } = offer.column.samples;
  if (fieldOf(offer) !== "full_name" || !RESPONSIBLE.has(keyOf(offer))) return false;
  const hasName = personal.some((other) => /^(?:first|last)_name$/.test(fieldOf(other)) && isFilled(other));
  if (!hasName || values.length < ENOUGH || distinct > values.length / 2) return false;
  return personal.some(
    (other) => fieldOf(other) === "email" && other.column.samples.distinct > other.column.samples.values.length * 0.9,
  );
}

/** `Name` beside `Primary Contact Name`, and `lead_name` beside the name of a person of that company. */
function withCompany(offers: readonly Offer[], open: readonly Column[], field: Field | undefined): readonly Offer[] {
  if (field === undefined || offers.some((offer) => fieldOf(offer) === field.key && isFilled(offer))) return offers;
  const names = offers.filter((offer) => NAME.test(fieldOf(offer)) && isFilled(offer));
  const primary = names.filter((offer) => PRIMARY.test(keyOf(offer)));
  const leads = open.filter(({ header }) => headerKey(header) === "leadname");
  const known = new Set(names.map(({ column }) => column));
  const asked = primary.length > 0 ? names.filter((offer) => COMPANY_NAMES.has(keyOf(offer))) : [];
  const columns = [...asked.map(({ column }) => column), ...leads.filter((column) => !known.has(column))];
  const people = names.filter(({ column }) => !columns.includes(column));
  const isCompany = (column: Column): boolean =>
    people.length > 0 && !namesOneOf(column, people) && !namesPeople(column);
  const company = columns.find(isCompany) ?? besideParts(names, offers);
  if (company === undefined) return offers;
  const reason = `header ${shownHeader(company.header)} beside a person's name is ${field.label}`;
  const offer: Offer = {
    column: company,
    candidates: [{ field, foundBy: "header", confidence: 0.85, claim: 0.85, reason }],
  };
  return [...offers.filter(({ column }) => column !== company), offer];
}

/**
 * In books of account a `Contact` is a customer. A name in other letters than its parts is nobody else's, but the same in two
 * scripts.
 */
function besideParts(names: readonly Offer[], offers: readonly Offer[]): Column | undefined {
  const parts = names.filter((offer) => fieldOf(offer) !== "full_name");
  if (new Set(parts.map(fieldOf)).size < 2) return undefined;
  const hasNumber = offers.some((offer) => fieldOf(offer) === "account_id");
  const isCustomers = (column: Column): boolean =>
    (hasNumber || areCompanies(column.samples)) &&
    parts.every((part) => isLatin(part.column) === isLatin(column)) &&
    !namesOneOf(column, parts);
  return names
    .filter((offer) => fieldOf(offer) === "full_name" && CUSTOMER_NAMES.has(keyOf(offer)))
    .map(({ column }) => column)
    .find(isCustomers);
}

const isLatin = ({ samples: { values } }: Column): boolean => values.some((value) => /\p{Script=Latin}/u.test(value));

const namesPeople = ({ samples: { values } }: Column): boolean =>
  values.filter((value) => splitName(value) !== null).length >= values.length * PEOPLES;

/** Whether its values are made of the people's names. */
function namesOneOf(column: Column, people: readonly Offer[]): boolean {
  const words = new Set(
    people.flatMap(({ column: { samples } }) => samples.values.flatMap((value) => value.toLowerCase().split(/\s+/))),
  );
  const { values } = column.samples;
  const found = values.filter((value) =>
    value
      .toLowerCase()
      .split(/\s+/)
      .some((word) => words.has(word)),
  ).length;
  return values.length === 0 || found >= values.length / 2;
}
