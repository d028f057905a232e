/** Everything an import leaves in the data folder, read past the program, timestamps aside; and the first difference of two such states. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export type DiskState = Readonly<Record<string, readonly string[]>>;

/** It keeps no texts that could be read back, only whose they are. */
const SEARCH_INDEX = "contact_search";

/** Columns that name a moment or a holder, and so differ between any two runs. */
const OF_THE_MOMENT = /(_at|^at|^version|^lease_.*)$/;
/** The same inside a text of JSON. */
const ENDED_AT = /,?"(?:endedAt|created_at|updated_at)":\d+/g;

export function diskState(folder: string): DiskState {
  const database = new DatabaseSync(join(folder, "muster.db"), { readOnly: true });
  try {
    const tables = database
      .prepare(
        // Not the shadow tables of the search index, nor how far it knows: both are a matter of when it was kept up.
        "select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%' and name <> 'search_mark' order by 1",
      )
      .all()
      .map(({ name }) => String(name));
    return Object.fromEntries(tables.map((table) => [table, rowsOf(database, table)]));
  } finally {
    database.close();
  }
}

function rowsOf(database: DatabaseSync, table: string): readonly string[] {
  const columns = database
    .prepare("select name from pragma_table_info(?)")
    .all(table)
    .map(({ name }) => String(name))
    .filter((name) => !OF_THE_MOMENT.test(name));
  // A checkpoint's tally is compared whatever order its codes were first met in: the texts are the same if the run was.
  const rows = database.prepare(`select ${table === SEARCH_INDEX ? "rowid" : columns.join(", ")} from ${table}`).all();
  return rows.map((row) => JSON.stringify(row, (_, value) => comparable(value))).sort();
}

function comparable(value: unknown): unknown {
  if (value instanceof Uint8Array) return "blob";
  return typeof value === "string" ? value.replace(ENDED_AT, "") : value;
}

/** Null where both are the same; else the table and the first row that only one of them has. */
export function difference(expected: DiskState, found: DiskState): string | null {
  for (const table of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const wanted = new Set(expected[table]);
    const have = new Set(found[table]);
    const missing = [...wanted].find((row) => !have.has(row));
    const extra = [...have].find((row) => !wanted.has(row));
    const counts = `${expected[table]?.length} and ${found[table]?.length} rows`;
    if (missing !== undefined || extra !== undefined || expected[table]?.length !== found[table]?.length) {
      return `${table} (${counts}): undisturbed ${missing ?? "has nothing more"}; after kills ${extra ?? "has nothing more"}`;
    }
  }
  return null;
}
