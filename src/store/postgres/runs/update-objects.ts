/**
 * Writes a batch's changes to contacts, or whatever else its lines are about, with one statement. Rows that change in different
 * columns share it: the bits of a number say which of them are meant, and the others stay as they are.
 */
import type { ContactUpdate } from "../../../core/plan/batch-plan.ts";
import type { ImportShape } from "../../../core/plan/shape.ts";
import { INDEXED } from "../../objects/indexed-texts.ts";
import { LINK_COLUMNS, objectTable, slotPlaces, toDb } from "../../objects/object-table.ts";
import { bigints, type Database } from "../database.ts";
import { markKnown } from "../objects/search-index.ts";
import { storable, storableJson } from "../storable-text.ts";

type Target = {
  readonly workspace: number;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly shape: ImportShape;
};

const DOCUMENTS = ["custom", "kept"] as const;
type Document = (typeof DOCUMENTS)[number];

/** A column that some of the rows change. `values`: one for each row, of a document the entries to put in, or null to take out. */
type ColumnChange = {
  readonly column: string;
  readonly isDocument: boolean;
  /** A power of two, and the sum of them for each row: there are fewer columns than a double has bits. */
  readonly bit: number;
  readonly values: (string | null)[];
  changed: number;
};

type Changes = {
  readonly numbers: readonly number[];
  readonly masks: readonly number[];
  readonly columns: readonly ColumnChange[];
};

export async function updateObjects(
  database: Database,
  target: Target,
  updates: readonly ContactUpdate[],
): Promise<void> {
  if (updates.length === 0) return;
  const { workspace, at, shape } = target;
  const { table, id } = objectTable(shape.object);
  const { numbers, masks, columns } = gathered(updates, shape);
  const assigned = columns.map((change, place) => `${assignment(table, change, { place, rows: numbers.length })}, `);
  const listed = ["number", "mask", ...columns.map((_, place) => `v${place}`)];
  const arrays = ["$3::bigint[]", "$4::bigint[]", ...columns.map((_, place) => `$${place + 5}::text[]`)];
  await database.run(
    // The numbers are said twice: as a list, so that the index is looked up whatever the database believes of the table's size.
    `update ${table} set ${assigned.join("")}updated_at = $2
     from unnest(${arrays.join(", ")}) as changed (${listed.join(", ")})
     where ${table}.workspace_id = $1 and ${table}.${id} = any($3::bigint[]) and ${table}.${id} = changed.number`,
    ...[workspace, at, bigints(numbers), bigints(masks)],
    ...columns.map(({ values }) => values),
  );
  if (shape.object === "contact") await markChanged(database, workspace, { numbers, masks, columns });
}

/** Rows in the order of their numbers, each with all that the batch says of it. */
function gathered(updates: readonly ContactUpdate[], shape: ImportShape): Changes {
  const rows = Map.groupBy(updates, ({ id }) => id);
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const changes = new RowChanges(numbers.length);
  const placeOf = placesOf(shape);
  for (const [row, number] of numbers.entries()) {
    for (const update of rows.get(number) ?? []) {
      for (const { slot, after } of update.changes) {
        const place = placeOf[slot];
        if (place?.key !== undefined) changes.putEntry(row, place, toDb(after));
        else if (place) changes.put(row, place.column, toDb(storable(after)));
      }
    }
    changes.endRow(row);
  }
  return { numbers, masks: changes.masks, columns: [...changes.columns.values()] };
}

type Entry = { readonly column: Document; readonly key: string };

/** The changes of all rows, column by column. */
class RowChanges {
  readonly masks: number[];
  readonly columns = new Map<string, ColumnChange>();
  /** Of the row that is being gathered. */
  readonly #entries: Readonly<Record<Document, Map<string, string | null>>> = { custom: new Map(), kept: new Map() };

  constructor(rows: number) {
    this.masks = new Array<number>(rows).fill(0);
  }

  put(row: number, column: string, value: string | null, isDocument = false): void {
    let change = this.columns.get(column);
    if (!change) {
      const values = new Array<string | null>(this.masks.length).fill(null);
      change = { column, isDocument, bit: 2 ** this.columns.size, values, changed: 0 };
      this.columns.set(column, change);
    }
    change.values[row] = value;
    const mask = this.masks[row] ?? 0;
    if (hasBit(mask, change.bit)) return;
    this.masks[row] = mask + change.bit;
    change.changed++;
  }

  putEntry(row: number, { column, key }: Entry, value: string | null): void {
    this.#entries[column].set(key, value);
    // Its text follows with the end of the row.
    this.put(row, column, null, true);
  }

  endRow(row: number): void {
    for (const column of DOCUMENTS) {
      const entries = this.#entries[column];
      if (entries.size === 0) continue;
      this.put(row, column, storableJson(JSON.stringify(Object.fromEntries(entries))), true);
      entries.clear();
    }
  }
}

type Place =
  | { readonly column: string; readonly key?: undefined }
  | { readonly column: Document; readonly key: string };

function placesOf(shape: ImportShape): readonly (Place | undefined)[] {
  const { columns, custom, kept } = slotPlaces(shape);
  const placeOf: Place[] = [];
  for (const { slot, column } of columns) placeOf[slot] = { column };
  for (const { slot, key } of custom) placeOf[slot] = { column: "custom", key };
  for (const { slot, key } of kept) placeOf[slot] = { column: "kept", key };
  return placeOf;
}

/** Without `&`, which knows 32 bits. */
const hasBit = (mask: number | undefined, bit: number): boolean => Math.floor((mask ?? 0) / bit) % 2 === 1;

function assignment(
  table: string,
  { column, isDocument, bit, changed }: ColumnChange,
  { place, rows }: { readonly place: number; readonly rows: number },
): string {
  const held = `${table}.${column}`;
  const given = `changed.v${place}`;
  const after = isDocument
    ? `nullif(jsonb_strip_nulls(coalesce(${held}, '{}') || ${given}::jsonb), '{}')`
    : LINK_COLUMNS.has(column)
      ? `${given}::bigint`
      : given;
  // Where all rows change it nobody has to ask which do.
  return `${column} = ${changed === rows ? after : `case when changed.mask & ${bit} = 0 then ${held} else ${after} end`}`;
}

/** So that the index of searches looks at those again whose texts it has. */
function markChanged(database: Database, workspace: number, { numbers, masks, columns }: Changes): Promise<void> {
  const searched = columns.filter(({ column }) => INDEXED.includes(column));
  const isChanged = (_: number, row: number): boolean => searched.some(({ bit }) => hasBit(masks[row], bit));
  return markKnown(database, workspace, numbers.filter(isChanged));
}
