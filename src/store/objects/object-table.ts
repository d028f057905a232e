/** How the objects of a kind lie in the database: a table with a column per built-in field, and two JSON documents for the rest. */
import { builtinFieldsOf } from "../../core/object/builtin-fields-of.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { PIPELINE_WORDS } from "../../core/pipeline/pipeline-fields.ts";
import { ACCOUNT_LINK, type ImportShape, KEPT_PREFIX, type Slot } from "../../core/plan/shape.ts";
import type { DbValue } from "../db-row.ts";

/** Names of tables and columns: constants of this file, never anything that was read. */
export type ObjectTable = {
  readonly object: ObjectKind;
  readonly table: string;
  readonly id: string;
  /** Its identity index. */
  readonly keys: string;
  /** Column of the workspace with the next free number. */
  readonly next: string;
  /** Columns that hold fields, in catalogue order. */
  readonly columns: readonly string[];
};

const tableOf = (object: ObjectKind, columns: readonly string[]): ObjectTable => ({
  object,
  table: object,
  id: `${object}_id`,
  keys: `${object}_key`,
  next: `next_${object}`,
  columns,
});

const fieldColumns = (object: ObjectKind): readonly string[] =>
  builtinFieldsOf(object)
    .map(({ key }) => key)
    .filter((key) => key !== "id");

/** Whether a contact is its account's main one is a word of the account. */
const CONTACT_COLUMNS = [...fieldColumns("contact").filter((key) => key !== "main_contact"), ACCOUNT_LINK];

/** What a line says of a stage's pipeline is kept with the pipeline. */
const ELSEWHERE: readonly string[] = PIPELINE_WORDS;

const TABLES: Readonly<Record<ObjectKind, ObjectTable>> = {
  contact: tableOf("contact", CONTACT_COLUMNS),
  account: tableOf("account", fieldColumns("account")),
  opportunity: tableOf("opportunity", fieldColumns("opportunity")),
  pipeline: tableOf("pipeline", fieldColumns("pipeline")),
  stage: tableOf(
    "stage",
    fieldColumns("stage").filter((key) => !ELSEWHERE.includes(key)),
  ),
};

/** Columns with the number of another object; every other column that holds a field is text. */
export const LINK_COLUMNS: ReadonlySet<string> = new Set([ACCOUNT_LINK, "contact", "pipeline", "stage"]);

export const objectTable = (object: ObjectKind): ObjectTable => TABLES[object];

const documentKey = (slot: Slot): string => (slot.place === "kept" ? slot.key.slice(KEPT_PREFIX.length) : slot.key);

export const toDb = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

/** A document's entries, in the order of their keys; a key such as `__proto__` is an entry like any other. */
export function parseDocument(text: DbValue | undefined): ReadonlyMap<string, string> {
  if (typeof text !== "string") return new Map();
  const entries: unknown = JSON.parse(text);
  if (typeof entries !== "object" || entries === null) return new Map();
  const texts = Object.entries(entries).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return new Map(inOrder(texts));
}

/** Those of `jsonb` come in an order of its own. */
const inOrder = (entries: Iterable<readonly [string, string]>): readonly (readonly [string, string])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** The document's text, or null for an empty one. Keys in order, so that equal documents are equal texts. */
export function documentText(entries: ReadonlyMap<string, string>): string | null {
  if (entries.size === 0) return null;
  return JSON.stringify(Object.fromEntries(inOrder(entries)));
}

/** For a shape: which slots lie in columns of its object's table, and which in each document. */
export function slotPlaces(shape: ImportShape): {
  readonly columns: readonly { readonly slot: number; readonly column: string }[];
  readonly custom: readonly { readonly slot: number; readonly key: string }[];
  readonly kept: readonly { readonly slot: number; readonly key: string }[];
} {
  const { columns } = objectTable(shape.object);
  const at = (place: Slot["place"]) =>
    shape.slots.flatMap((slot, position) => (slot.place === place ? [{ slot: position, key: documentKey(slot) }] : []));
  return {
    columns: at("column")
      .filter(({ key }) => columns.includes(key))
      .map(({ slot, key }) => ({ slot, column: key })),
    custom: at("custom"),
    kept: at("kept"),
  };
}

/** Columns and documents as one: what a field holds, wherever it lies. */
export function heldValues(
  columns: readonly string[],
  values: readonly (DbValue | undefined)[],
  [custom, kept]: readonly (DbValue | undefined)[],
): ReadonlyMap<string, string> {
  const held = new Map<string, string>();
  columns.forEach((column, at) => {
    const value = values[at];
    if (value !== null && value !== undefined) held.set(column, String(value));
  });
  for (const [key, value] of parseDocument(custom)) held.set(key, value);
  for (const [key, value] of parseDocument(kept)) held.set(KEPT_PREFIX + key, value);
  return held;
}

/** What of these slots has a value, as a document; null = nothing has. */
export function documentOf(
  values: readonly string[],
  slots: readonly { readonly slot: number; readonly key: string }[],
): string | null {
  const entries = new Map<string, string>();
  for (const { slot, key } of slots) {
    const value = values[slot];
    if (value !== undefined && value !== "") entries.set(key, value);
  }
  return documentText(entries);
}
