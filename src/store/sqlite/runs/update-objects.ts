/**
 * Writes a batch's changes to contacts, or whatever else its lines are about. Those that lie beside each other and change in the same fields, as most of a file
 * that was exported before, are written in one walk over them; the others one by one.
 */
import type { ContactUpdate } from "../../../core/plan/batch-plan.ts";
import type { ImportShape } from "../../../core/plan/shape.ts";
import { documentText, objectTable, parseDocument, slotPlaces, toDb } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";
import { searchAgain } from "../objects/search-index.ts";

type Target = {
  readonly workspace: number;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly shape: ImportShape;
};

/** New texts of columns, in the order of `columns`. */
type ColumnUpdate = { readonly id: number; readonly columns: string; readonly texts: readonly (string | null)[] };

const DOCUMENTS = ["custom", "kept"] as const;
type Document = (typeof DOCUMENTS)[number];

/** A walk over fewer is not worth its statement. */
const WALK_ROWS = 8;

export function updateObjects(database: Database, target: Target, updates: readonly ContactUpdate[]): void {
  if (updates.length === 0) return;
  const { columnOf, documentOf } = placesOf(target.shape);
  const columnUpdates = updates.map(({ id, changes }): ColumnUpdate => {
    const inColumns = changes.filter(({ slot }) => columnOf.has(slot));
    const columns = inColumns.map(({ slot }) => columnOf.get(slot)).join(",");
    return { id, columns, texts: inColumns.map(({ after }) => toDb(after)) };
  });
  for (const walk of walksOver(columnUpdates)) writeColumns(database, target, walk);
  if (documentOf.size === 0) return;
  for (const { id, changes } of updates) {
    const entries = { custom: new Map<string, string>(), kept: new Map<string, string>() };
    for (const { slot, after } of changes) {
      const document = documentOf.get(slot);
      if (document) entries[document.column].set(document.key, after);
    }
    for (const column of DOCUMENTS) writeInDocument(database, target, { id, column, entries: entries[column] });
  }
}

function placesOf(shape: ImportShape) {
  const places = slotPlaces(shape);
  const columnOf = new Map(places.columns.map(({ slot, column }) => [slot, column]));
  const documentOf = new Map<number, { readonly column: Document; readonly key: string }>();
  for (const { slot, key } of places.custom) documentOf.set(slot, { column: "custom", key });
  for (const { slot, key } of places.kept) documentOf.set(slot, { column: "kept", key });
  return { columnOf, documentOf };
}

/** Neighbours by number that change in the same columns. */
function walksOver(updates: readonly ColumnUpdate[]): readonly (readonly ColumnUpdate[])[] {
  const sorted = [...updates].sort((a, b) => a.id - b.id);
  const walks: ColumnUpdate[][] = [];
  let last: ColumnUpdate | undefined;
  for (const update of sorted) {
    if (last && last.id + 1 === update.id && last.columns === update.columns) walks[walks.length - 1]?.push(update);
    else walks.push([update]);
    last = update;
  }
  return walks;
}

function writeColumns(database: Database, { workspace, at, shape }: Target, walk: readonly ColumnUpdate[]): void {
  const [first] = walk;
  if (!first) return;
  const { table, id: key } = objectTable(shape.object);
  const columns = first.columns === "" ? [] : first.columns.split(",");
  const last = first.id + walk.length - 1;
  if (shape.object === "contact") searchAgain(database, workspace, { columns, first: first.id, last });
  const assigned = (value: (column: number) => string): string =>
    `update ${table} set ${columns.map((column, at) => `${column} = ${value(at)}, `).join("")}updated_at = ?`;
  if (walk.length >= WALK_ROWS) {
    database.runGiven(
      `${assigned((column) => `given(${key}, ${column})`)} where workspace_id = ? and ${key} between ? and ?`,
      (id, column) => walk[id - first.id]?.texts[column] ?? null,
      ...[at, workspace, first.id, last],
    );
    return;
  }
  for (const { id, texts } of walk) {
    database.run(`${assigned(() => "?")} where workspace_id = ? and ${key} = ?`, ...texts, at, workspace, id);
  }
}

/** What an object's document holds is read once, whatever number of its entries change: there may be thousands. */
function writeInDocument(
  database: Database,
  { workspace, shape }: Target,
  {
    id,
    column,
    entries,
  }: { readonly id: number; readonly column: Document; readonly entries: ReadonlyMap<string, string> },
): void {
  if (entries.size === 0) return;
  const { table, id: identity } = objectTable(shape.object);
  const row = database.get(`select ${column} from ${table} where workspace_id = ? and ${identity} = ?`, workspace, id);
  const held = new Map(parseDocument(row?.[0]));
  for (const [key, value] of entries) {
    if (value === "") held.delete(key);
    else held.set(key, value);
  }
  database.run(
    `update ${table} set ${column} = ? where workspace_id = ? and ${identity} = ?`,
    ...[documentText(held), workspace, id],
  );
}
