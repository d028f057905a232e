/** New values written over what an object holds, outside the runs of imports. */
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import { heldDocuments } from "../../objects/held-documents.ts";
import { objectTable, toDb } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";
import { searchAgain } from "./search-index.ts";

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
    ...heldDocuments(columns, next),
    ...[at, workspace, number],
  );
  const written = changed.map(([field]) => field);
  if (object === "contact") searchAgain(database, workspace, { columns: written, first: number });
}
