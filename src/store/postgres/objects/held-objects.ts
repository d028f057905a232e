/** New values written over what objects hold, outside the runs of imports. */
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import { heldDocuments } from "../../objects/held-documents.ts";
import { INDEXED } from "../../objects/indexed-texts.ts";
import { LINK_COLUMNS, objectTable, toDb } from "../../objects/object-table.ts";
import { bigints, type Database } from "../database.ts";
import { storable, storableDocument } from "../storable-text.ts";
import { markKnown } from "./search-index.ts";

type Place = { readonly workspace: number; readonly object: ObjectKind; readonly at: number };

/** `values`: new texts of fields that change, null = none; `next`: all that the object holds then. */
export type HeldChange = {
  readonly number: number;
  readonly values: ReadonlyMap<string, string | null>;
  readonly next: ReadonlyMap<string, string>;
};

export function writeHeld(
  database: Database,
  { number, ...place }: Place & { readonly number: number },
  held: Omit<HeldChange, "number">,
): Promise<void> {
  return writeAllHeld(database, place, [{ ...held, number }]);
}

/** The same for many, of which none is named twice: a statement for those that change in the same columns. */
export async function writeAllHeld(database: Database, place: Place, changes: readonly HeldChange[]): Promise<void> {
  const { columns } = objectTable(place.object);
  const columnsOf = ({ values }: HeldChange): readonly string[] => columns.filter((column) => values.has(column));
  const alike = Map.groupBy(changes, (change) => columnsOf(change).join());
  for (const some of alike.values()) {
    const [first] = some;
    if (first) await writeColumns(database, place, { columns: columnsOf(first), changes: some });
  }
}

async function writeColumns(
  database: Database,
  { workspace, object, at }: Place,
  { columns, changes }: { readonly columns: readonly string[]; readonly changes: readonly HeldChange[] },
): Promise<void> {
  const { table, id, columns: all } = objectTable(object);
  const documents = changes.map(({ next }) => heldDocuments(all, next));
  const numbers = changes.map(({ number }) => number);
  const assigned = columns.map(
    (column) => `${column} = changed.${column}${LINK_COLUMNS.has(column) ? "::bigint" : ""}, `,
  );
  const listed = ["number", "custom", "kept", ...columns];
  const arrays = ["$3::bigint[]", "$4::text[]", "$5::text[]", ...columns.map((_, at) => `$${at + 6}::text[]`)];
  await database.run(
    `update ${table} set ${assigned.join("")}custom = changed.custom::jsonb, kept = changed.kept::jsonb, updated_at = $2
     from unnest(${arrays.join(", ")}) as changed (${listed.join(", ")})
     where ${table}.workspace_id = $1 and ${table}.${id} = any($3::bigint[]) and ${table}.${id} = changed.number`,
    ...[
      workspace,
      at,
      bigints(numbers),
      documents.map(([custom]) => storableDocument(custom)),
      documents.map(([, kept]) => storableDocument(kept)),
    ],
    ...columns.map((column) => changes.map(({ values }) => toDb(storable(values.get(column) ?? "")))),
  );
  if (object === "contact" && columns.some((column) => INDEXED.includes(column)))
    await markKnown(database, workspace, numbers);
}
