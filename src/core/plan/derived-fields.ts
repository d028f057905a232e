/**
 * Fields that no column of the file is for, read from a column that holds more than its own: the first and last name in a
 * full name, the person in `Ann <ann@example.com>`. The column itself keeps its text as it is written.
 */
import type { NameParts } from "../contact/person-name/name-parts.ts";
import { splitName } from "../contact/person-name/split-name.ts";
import { collapseLine } from "../contact/types/clean-text.ts";
import { normaliseEmail } from "../contact/types/email.ts";
import type { ColumnMapping } from "../mapping/column-mapping.ts";
import { saysFamilyFirst } from "../mapping/name-order.ts";

export type DerivedField = {
  readonly field: string;
  /** Column of the file whose cells are read. */
  readonly column: number;
  /** The value as the field holds it; `""` where the cell does not tell. */
  readonly read: (raw: string) => string;
};

const NAME_FIELDS = ["full_name", "first_name", "last_name"];
/** A name, then the address between angle brackets (RFC 5322), or in parentheses as CRM exports have it. */
const IN_BRACKETS = /^\s*("?)(?<name>[^"<>]*[^"<>\s][^"<>]*)\1\s*<\s*(?<address>[^<>\s]+@[^<>\s]+?)\s*>\s*$/;
const IN_PARENTHESES = /^(?<name>[^"<>()@]+)\(\s*(?<address>[^<>()\s]+@[^<>()\s]+?)\s*\)\s*$/;
/** Longer texts are no name with an address; the patterns above are not tried on them. */
const MAX_TEXT = 1_000;

export function derivedFields(mapping: readonly ColumnMapping[], splitsNames: boolean): readonly DerivedField[] {
  const columnsOf = (field: string): readonly number[] =>
    mapping.flatMap(({ target, column }) => (target.to === "field" && target.field === field ? [column] : []));
  const isMapped = (field: string): boolean => columnsOf(field).length > 0;
  const [names = -1, ...moreNames] = columnsOf("full_name");
  const [emails = -1] = columnsOf("email");
  if (names < 0) return emails < 0 || NAME_FIELDS.some(isMapped) ? [] : namesInAddress(emails, splitsNames);
  if (moreNames.length > 0) return [];
  const split = splitsNames && !isMapped("first_name") && !isMapped("last_name");
  const familyFirst = saysFamilyFirst(mapping.find(({ column }) => column === names)?.header ?? "");
  const address = !isMapped("email") && !isMapped("additional_emails");
  return [
    ...(split ? partsOf(names, cleaned, familyFirst) : []),
    ...(address ? [{ field: "email", column: names, read: addressIn }] : []),
  ];
}

const namesInAddress = (column: number, splitsNames: boolean): readonly DerivedField[] => [
  { field: "full_name", column, read: nameIn },
  ...(splitsNames ? partsOf(column, nameIn) : []),
];

/** Both parts come of one look at the cell. */
function partsOf(column: number, name: (raw: string) => string, familyFirst = false): readonly DerivedField[] {
  let looked = "";
  let parts: NameParts | null = null;
  const partsIn = (raw: string): NameParts | null => {
    if (raw !== looked) {
      looked = raw;
      parts = splitName(name(raw), { familyFirst });
    }
    return parts;
  };
  return [
    { field: "first_name", column, read: (raw) => partsIn(raw)?.given ?? "" },
    { field: "last_name", column, read: (raw) => partsIn(raw)?.family ?? "" },
  ];
}

function cleaned(raw: string): string {
  const text = collapseLine(raw);
  return typeof text === "string" ? text : "";
}

function inNamedAddress(part: "name" | "address", raw: string): string {
  if (raw.length > MAX_TEXT) return "";
  const pattern = raw.includes("<") ? IN_BRACKETS : raw.includes("(") ? IN_PARENTHESES : null;
  return pattern?.exec(raw)?.groups?.[part] ?? "";
}

const nameIn = (raw: string): string => cleaned(inNamedAddress("name", raw));

function addressIn(raw: string): string {
  const email = normaliseEmail(inNamedAddress("address", raw));
  return typeof email === "string" ? email : "";
}
