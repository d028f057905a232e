/** The attributes of one entry as cells: those of a person under the names that cards have, all others under their own. */
import { Cells } from "../vcard/card-cell-map.ts";
import type { CardColumn } from "../vcard/card-columns.ts";
import type { Attribute } from "./attribute.ts";

/** Attributes in the order in which they are asked, as LDAP (RFC 4519, RFC 2798), Active Directory and Thunderbird call them. */
const ONE_VALUE: readonly (readonly [column: CardColumn, attributes: string])[] = [
  ["External ID", "entryuuid"],
  ["Full name", "cn commonname displayname"],
  ["First name", "givenname gn"],
  ["Last name", "sn surname"],
  ["Middle name", "middlename"],
  ["Name prefix", "personaltitle"],
  ["Name suffix", "generationqualifier"],
  ["Nickname", "mozillanickname xmozillanickname nickname"],
  ["Account name", "o organizationname company"],
  ["Department", "ou department departmentnumber orgunit organizationalunitname"],
  ["Job title", "title"],
];
const EMAILS = "mail rfc822mailbox email mozillasecondemail xmozillasecondemail mailalternateaddress".split(" ");
const PHONES = "telephonenumber mobile cellphone homephone othertelephone othermobile otherhomephone".split(" ");
const LINKS = "mozillaworkurl workurl labeleduri url wwwhomepage mozillahomeurl homeurl".split(" ");
const TEXTS: readonly (readonly [column: CardColumn, attributes: string])[] = [
  ["Fax", "facsimiletelephonenumber fax"],
  ["Pager", "pager pagerphone"],
  ["Notes", "description comment info notes"],
];
type Place = readonly (readonly [column: CardColumn, attributes: string])[];
const WORK: Place = [
  ["Street", "street streetaddress postaladdress mozillapostaladdress2 mozillaworkstreet2"],
  ["City", "l localityname locality"],
  ["State", "st stateorprovincename region"],
  ["Postal code", "postalcode zip"],
  ["Country", "co c countryname friendlycountryname"],
];
const HOME: Place = [
  ["Street", "mozillahomestreet homepostaladdress mozillahomepostaladdress2 mozillahomestreet2"],
  ["City", "mozillahomelocalityname"],
  ["State", "mozillahomestate"],
  ["Postal code", "mozillahomepostalcode"],
  ["Country", "mozillahomecountryname"],
];
const BIRTHDAY = ["birthyear", "birthmonth", "birthday"] as const;
/** About the entry, not about the person. */
const NOT_KEPT =
  "objectclass changetype modifytimestamp createtimestamp creatorsname modifiersname entrycsn entrydn subschemasubentry structuralobjectclass hassubordinates";

const LINKEDIN_PERSON = /linkedin\.com\/(?:in|pub|profile)\b/i;

export function entryCells(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  const cells = new Cells();
  const byName = new Map<string, string[]>();
  for (const { name, value } of attributes) {
    const key = name.toLowerCase();
    const values = byName.get(key);
    if (values) values.push(value);
    else byName.set(key, [value]);
  }
  const of = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => byName.get(name) ?? []).filter((value) => value !== "");
  for (const [column, names] of ONE_VALUE) takeFirst(column, names.split(" "), { of, cells });
  numbers(["Email", "Additional email addresses"], of(EMAILS), cells);
  numbers(["Phone", "Additional phone numbers"], of(PHONES), cells);
  for (const [column, names] of TEXTS) for (const value of of(names.split(" "))) cells.further(column, value);
  addresses(of, cells);
  for (const link of of(LINKS)) addLink(link, cells);
  const [year, month, day] = BIRTHDAY.map((name) => of([name])[0] ?? "");
  addBirthday([year ?? "", month ?? "", day ?? ""], cells);
  for (const { name, value } of attributes) if (!READ.has(name.toLowerCase())) cells.further(name, value);
  return cells.done();
}

type Of = (names: readonly string[]) => readonly string[];

/** What has no room in the column is kept under its own name: a second `cn`, a `displayName` that says otherwise. */
function takeFirst(
  column: CardColumn,
  names: readonly string[],
  { of, cells }: { readonly of: Of; readonly cells: Cells },
): void {
  let taken = "";
  for (const name of names) {
    for (const value of of([name])) {
      if (cells.first(column, value)) taken = value;
      else if (value !== taken) cells.further(name, value);
    }
  }
}

function numbers([one, more]: readonly [CardColumn, CardColumn], values: readonly string[], cells: Cells): void {
  const [first = "", ...others] = [...new Set(values)];
  cells.first(one, first);
  cells.listed(more, others);
}

/** That of the home is the address where there is no other. */
function addresses(of: Of, cells: Cells): void {
  const read = (place: Place) =>
    place.map(([column, names]) => [column, of(names.split(" ")).map(addressLines)] as const);
  const places = [read(WORK), read(HOME)].filter((place) => place.some(([, values]) => values.length > 0));
  const [first = [], second = []] = places;
  for (const [column, values] of first) {
    if (column === "Street") for (const value of values) cells.further(column, value);
    else cells.first(column, values[0] ?? "");
  }
  cells.further("Other addresses", second.flatMap(([, values]) => values).join(", "));
}

/** The lines of a postal address stand between dollar signs (RFC 4517). */
const addressLines = (text: string): string => text.split(/\s*\$\s*/).join("\n");

function addLink(link: string, cells: Cells): void {
  if (LINKEDIN_PERSON.test(link) && cells.first("LinkedIn URL", link)) return;
  if (!cells.first("Website", link)) cells.further("Other links", link);
}

function addBirthday([year, month, day]: readonly [string, string, string], cells: Cells): void {
  const two = (part: string): string => part.padStart(2, "0");
  if (year !== "" && month !== "" && day !== "") cells.first("Birthday", `${year}-${two(month)}-${two(day)}`);
  else if (month !== "" && day !== "") cells.first("Birthday in part", `--${two(month)}-${two(day)}`);
  else cells.first("Birthday in part", [year, month, day].filter(Boolean).join("-"));
}

/** Turned into cells by what stands above, or no one's business. */
const READ: ReadonlySet<string> = new Set([
  ...[...ONE_VALUE, ...TEXTS, ...WORK, ...HOME].flatMap(([, names]) => names.split(" ")),
  ...EMAILS,
  ...PHONES,
  ...LINKS,
  ...BIRTHDAY,
  ...NOT_KEPT.split(" "),
]);
