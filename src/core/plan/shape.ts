/**
 * The layout that drafts and the contacts they are compared with share: one slot per field that the import reads, then
 * the identity fields it does not read but must compare and index. Compiled once per import from mapping and schema.
 */
import type { Field, FieldType } from "../contact/field.ts";
import { LIST_TYPES } from "../contact/field.ts";
import { PHONE_DETAILS } from "../contact/phone-details.ts";
import type { ValueMap } from "../contact/value-map.ts";
import type { ColumnMapping } from "../mapping/column-mapping.ts";
import { OVERFLOW } from "../mapping/overflow-field.ts";
import type { ObjectKind } from "../object/object-kind.ts";
import { PIPELINE_WORDS } from "../pipeline/pipeline-fields.ts";
import { type FurtherColumns, furtherColumns } from "./further-columns.ts";

export type Slot = {
  /** Field key; `kept:` and the column's name where the text is kept as custom data. */
  readonly key: string;
  readonly type: FieldType;
  readonly list: boolean;
  /**
   * Where the store holds it: a column of the object's table, or an entry of one of its two JSON documents. A `main` flag is
   * the account's word, not the contact's; what is `elsewhere` says something of another object, and is not kept with this one.
   */
  readonly place: "id" | "column" | "main" | "elsewhere" | "custom" | "kept";
  /** Columns of the file that feed it; empty = only compared, or fed by what another column has too much, or by a constant. */
  readonly columns: readonly number[];
};

export type ShapeExtras = {
  /** What the rows are; unsaid, contacts. */
  readonly object?: ObjectKind;
  /** Fields that are read and may be written although no column is mapped to them. */
  readonly always?: readonly string[];
  /** Columns of which a cell may hold several values: the list beside their field takes what is more than one. */
  readonly several?: readonly number[];
  /** Fields that a constant fills where a row says nothing. */
  readonly filled?: readonly string[];
  /** Fields that are read from a column which is another field's. */
  readonly derived?: readonly string[];
};

export type ImportShape = {
  readonly object: ObjectKind;
  readonly slots: readonly Slot[];
  /** The first `mapped` slots are fed by the file. */
  readonly mapped: number;
  readonly index: ReadonlyMap<string, number>;
  /** Header cells by column, for problems. */
  readonly headers: readonly string[];
  /** Cells that every row must have. */
  readonly width: number;
  readonly fields: ReadonlyMap<string, Field>;
  /** Slots whose texts are external ids: the built-in field and the custom field that holds one. */
  readonly externalIdSlots: readonly number[];
  /** By slot: its text is part of an identity key. */
  readonly isIdentity: readonly boolean[];
  /** By column: values that are read as others. */
  readonly valueMaps: ReadonlyMap<number, ValueMap>;
  /** By column of which a cell may hold several values: the field that takes those after the first. */
  readonly overflow: ReadonlyMap<number, string>;
  /** Fields of which further columns stand in for the first. */
  readonly furtherColumns: readonly FurtherColumns[];
  /** Fields that no column is for: what a person has put there stays. */
  readonly derived: ReadonlySet<string>;
};

export const KEPT_PREFIX = "kept:";

/** The number of the account that a contact belongs to, as text. No column is mapped to it: it follows the account's own. */
export const ACCOUNT_LINK = "account";
/** A row that has one of these says which account its contact belongs to. */
export const ACCOUNT_PARTS = ["account_id", "account_name", "account_domain"] as const;

/** Built-in fields that make identity keys together: who changes one of them must know the others. */
const IDENTITY_GROUPS: Readonly<Record<ObjectKind, readonly (readonly string[])[]>> = {
  contact: [
    ["external_id"],
    ["email", "additional_emails"],
    ["phone", "additional_phones"],
    ["linkedin_url"],
    ["account_name", "account_domain", "first_name", "last_name"],
    ["account_id", "account_name"],
    ["full_name", "first_name", "last_name"],
    [...ACCOUNT_PARTS, ACCOUNT_LINK],
    ["main_contact", ACCOUNT_LINK],
  ],
  account: [["external_id"], ["name"], ["domain"]],
  opportunity: [["external_id"], ["contact", "pipeline", "name"]],
  pipeline: [],
  stage: [
    ["pipeline", "stage_name"],
    ["is_closed_won", "is_closed_lost"],
  ],
};

/**
 * The layout of an import: the fields of its columns, then those that must be compared with them. Without any column it is
 * the layout of everything a contact can be recognised by.
 */
export function compileShape(
  mapping: readonly ColumnMapping[],
  fields: readonly Field[],
  { object = "contact", always = [], several = [], filled = [], derived = [] }: ShapeExtras = {},
): ImportShape {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const columnsOf = new Map<string, number[]>();
  for (const column of mapping) {
    const key =
      column.target.to === "field"
        ? column.target.field
        : column.target.to === "keep"
          ? KEPT_PREFIX + column.target.name
          : null;
    if (key === null) continue;
    const columns = columnsOf.get(key);
    if (columns) columns.push(column.column);
    else columnsOf.set(key, [column.column]);
  }
  const overflow = overflowOf(mapping, several);
  for (const key of [...overflow.values(), ...filled, ...derived]) if (!columnsOf.has(key)) columnsOf.set(key, []);
  const slots = [...columnsOf].map(([key, columns]) => slotOf(key, columns, byKey));
  const mapped = slots.length;
  const holders = fields.filter((field) => field.holdsExternalId).map((field) => field.key);
  const groups = [...IDENTITY_GROUPS[object], ["external_id", ...holders]];
  const identityFields = new Set(groups.flat());
  const compared = groups.filter((group) => mapped === 0 || group.some((key) => columnsOf.has(key))).flat();
  const details = columnsOf.has("phone") ? PHONE_DETAILS : [];
  // The account's number goes first: a new contact is given it, and nothing else of what is only compared.
  const link = compared.filter((key) => key === ACCOUNT_LINK);
  for (const key of new Set([...link, ...compared, ...details, ...always])) {
    if (!columnsOf.has(key)) slots.push(slotOf(key, [], byKey));
  }
  const index = new Map(slots.map((slot, position) => [slot.key, position]));
  const externalIdSlots = ["external_id", ...holders].flatMap((key) => index.get(key) ?? []);
  return {
    object,
    slots,
    mapped,
    index,
    headers: mapping.map((column) => column.header),
    width: mapping.length,
    fields: byKey,
    externalIdSlots,
    isIdentity: slots.map((slot) => identityFields.has(slot.key)),
    valueMaps: new Map(
      mapping.flatMap(({ column, values }) => (values === undefined ? [] : [[column, values] as const])),
    ),
    overflow,
    furtherColumns: object === "contact" ? furtherColumns(mapping, index, fields) : [],
    derived: new Set(derived),
  };
}

function overflowOf(mapping: readonly ColumnMapping[], several: readonly number[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { column, target } of mapping) {
    const list = target.to === "field" ? OVERFLOW.get(target.field) : undefined;
    if (list !== undefined && several.includes(column)) found.set(column, list);
  }
  return found;
}

const PLACES: ReadonlyMap<string, Slot["place"]> = new Map<string, Slot["place"]>([
  ["id", "id"],
  ["main_contact", "main"],
  ...PIPELINE_WORDS.map((key) => [key, "elsewhere"] as const),
]);

function slotOf(key: string, columns: readonly number[], fields: ReadonlyMap<string, Field>): Slot {
  if (key.startsWith(KEPT_PREFIX)) return { key, type: "text", list: false, place: "kept", columns };
  const field = fields.get(key);
  const type = field?.type ?? "text";
  const place = field?.builtin === false ? "custom" : (PLACES.get(key) ?? "column");
  return { key, type, list: LIST_TYPES.has(type), place, columns };
}
