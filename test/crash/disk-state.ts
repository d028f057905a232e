/** Everything an import leaves in the data folder, read past the program, timestamps aside; and the first difference of two such states. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { databaseOf, ON_POSTGRES } from "../support/open-test-store.ts";

export type DiskState = Readonly<Record<string, readonly string[]>>;

const SEARCH_INDEX = "contact_search";
/** How far the index knows is a matter of when it was kept up. */
const SEARCH_MARK = "search_mark";

/** Columns that name a moment or a holder, and so differ between any two runs. */
const OF_THE_MOMENT = /(_at|^at|^version|^lease_.*)$/;
/** The same inside a text of JSON. */
const ENDED_AT = /,?"(?:endedAt|created_at|updated_at)":\d+/g;

/** Of the database that the folder's tests are run on. */
export const diskState = async (folder: string): Promise<DiskState> =>
  ON_POSTGRES ? postgresState(await databaseOf(folder)) : sqliteState(folder);

function sqliteState(folder: string): DiskState {
  const database = new DatabaseSync(join(folder, "muster.db"), { readOnly: true });
  try {
    const tables = database
      .prepare(
        // Not the shadow tables of the search index.
        "select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%' order by 1",
      )
      .all()
      .map(({ name }) => String(name));
    const columnsOf = database.prepare("select name from pragma_table_info(?)");
    return stateOf(tables, (table) => {
      const columns = comparedColumns(
        table,
        columnsOf.all(table).map(({ name }) => String(name)),
      );
      return database.prepare(`select ${columns ?? "rowid"} from ${table}`).all();
    });
  } finally {
    database.close();
  }
}

async function postgresState(url: string): Promise<DiskState> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ readonly table: string; readonly columns: string[] }>(
      `select table_name::text as table, array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns where table_schema = 'public' group by 1 order by 1`,
    );
    const rows = new Map<string, readonly unknown[]>();
    for (const { table, columns } of found.rows) {
      const compared = comparedColumns(table, columns);
      rows.set(table, (await client.query(`select ${compared ?? "contact_id"} from ${table}`)).rows);
    }
    return stateOf([...rows.keys()], (table) => rows.get(table) ?? []);
  } finally {
    await client.end();
  }
}

/** Null = its texts cannot be read back, only whose they are. */
const comparedColumns = (table: string, columns: readonly string[]): string | null =>
  table === SEARCH_INDEX ? null : columns.filter((name) => !OF_THE_MOMENT.test(name)).join(", ");

const stateOf = (tables: readonly string[], rowsOf: (table: string) => readonly unknown[]): DiskState =>
  Object.fromEntries(
    tables
      .filter((table) => table !== SEARCH_MARK)
      // A checkpoint's tally is compared whatever order its codes were first met in: the texts are the same if the run was.
      .map((table) => [
        table,
        rowsOf(table)
          .map((row) => JSON.stringify(row, (_, value) => comparable(value)))
          .sort(),
      ]),
  );

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
