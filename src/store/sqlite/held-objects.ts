/** What an object holds, outside the runs of imports: its identity keys, and new values written over what it has. */
import type { KeyKind } from "../../core/match/key-hash.ts";
import { heldKeys, OBJECT_KEYS } from "../../core/match/match-keys.ts";
import { builtinFieldsOf } from "../../core/object/builtin-fields-of.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { compileShape, KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { Database } from "./database.ts";
import type { SqliteFields } from "./fields.ts";
import { documentText, objectTable, toDb } from "./object-table.ts";
import { searchAgain } from "./search-index.ts";

export type KeysOf = (
  values: ReadonlyMap<string, string>,
) => readonly { readonly kind: KeyKind; readonly text: string }[];

export function keysReader(object: ObjectKind, fields: Awaited<ReturnType<SqliteFields["list"]>>): KeysOf {
  const shape = compileShape([], [...builtinFieldsOf(object), ...fields], { object });
  const read = heldKeys(shape, OBJECT_KEYS[object].always);
  return (values) => read((slot) => values.get(shape.slots[slot]?.key ?? "") ?? "");
}

type Place = { readonly workspace: number; readonly object: ObjectKind; readonly number: number; readonly at: number };

/** @param held `values`: new texts of fields that change, null = none; `next`: all that the object holds then */
export function writeHeld(
  database: Database,
  { workspace, object, number, at }: Place,
  { values, next }: { readonly values: ReadonlyMap<string, string | null>; readonly next: ReadonlyMap<string, string> },
): void {
  const { table, id, columns } = objectTable(object);
  const changed = [...values].filter(([field]) => columns.includes(field));
  database.run(
    `update ${table} set ${changed.map(([field]) => `${field} = ?, `).join("")}custom = ?, kept = ?, updated_at = ?
     where workspace_id = ? and ${id} = ?`,
    ...changed.map(([, value]) => toDb(value ?? "")),
    ...documentsOf(columns, next),
    ...[at, workspace, number],
  );
  const written = changed.map(([field]) => field);
  if (object === "contact") searchAgain(database, workspace, { columns: written, first: number });
}

function documentsOf(columns: readonly string[], values: ReadonlyMap<string, string>): readonly (string | null)[] {
  const custom = new Map<string, string>();
  const kept = new Map<string, string>();
  for (const [key, value] of values) {
    if (key.startsWith(KEPT_PREFIX)) kept.set(key.slice(KEPT_PREFIX.length), value);
    else if (!columns.includes(key)) custom.set(key, value);
  }
  return [documentText(custom), documentText(kept)];
}
