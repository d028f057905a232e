/** Contacts, or whatever else lines are about, as batches see them: their values in the slots of a shape. */
import type { LoadedContact } from "../../app/ports.ts";
import type { ImportShape } from "../../core/plan/shape.ts";
import type { DbRow, DbValue } from "../db-row.ts";
import { LINK_COLUMNS, objectTable, slotPlaces } from "../objects/object-table.ts";

/**
 * What is selected: a column for each slot that lies in one, then the rest. What lies in a document comes with it: no database
 * gives more than some thousand columns, and a file may have more.
 */
export function loadedColumns(shape: ImportShape): string {
  const { table, id } = objectTable(shape.object);
  const values = slotPlaces(shape).columns.map(({ column }) => `coalesce(${textOf(table, column)}, '')`);
  return [...values, `${table}.custom`, `${table}.kept`, `${table}.created_by`, `${table}.${id}`].join(", ");
}

/** @param rows the caller's own: where every slot lies in a column, they become the values */
export function asLoaded(rows: Iterable<DbRow>, shape: ImportShape): ReadonlyMap<number, LoadedContact> {
  const places = slotPlaces(shape);
  const contacts = new Map<number, LoadedContact>();
  for (const answered of rows) {
    const row = answered as DbValue[];
    const id = row.pop() as number;
    const createdBy = (row.pop() ?? 0) as number;
    const [kept, custom] = [row.pop(), row.pop()];
    const values =
      row.length === shape.slots.length ? (row as string[]) : inSlots(row as string[], shape, places.columns);
    readDocument(values, places.custom, custom);
    readDocument(values, places.kept, kept);
    contacts.set(id, { id, createdBy, values });
  }
  return contacts;
}

function inSlots(
  texts: readonly string[],
  { slots }: ImportShape,
  columns: readonly { readonly slot: number }[],
): string[] {
  const values = new Array<string>(slots.length).fill("");
  for (let at = 0; at < columns.length; at++) values[columns[at]?.slot ?? 0] = texts[at] ?? "";
  return values;
}

/** Every value of a slot is text. */
const textOf = (table: string, column: string): string =>
  LINK_COLUMNS.has(column) ? `cast(${table}.${column} as text)` : `${table}.${column}`;

/** Without a map of its entries, which nobody keeps. */
function readDocument(
  values: string[],
  slots: readonly { readonly slot: number; readonly key: string }[],
  text: DbValue | undefined,
): void {
  if (slots.length === 0 || typeof text !== "string") return;
  const entries: Readonly<Record<string, unknown>> = JSON.parse(text);
  for (const { slot, key } of slots) {
    const value = Object.hasOwn(entries, key) ? entries[key] : "";
    values[slot] = typeof value === "string" ? value : "";
  }
}
