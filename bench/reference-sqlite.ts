/**
 * What Muster's times are held against: the same file, by the fastest ordinary way into SQLite. The `sqlite3` shell reads
 * it into a staging table and one upsert moves it over, into the same ten columns with an index for each key. It checks
 * nothing, keeps no history and no ledger.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type MeasuredRun, runMeasured } from "./measured-run.ts";

/** In the order in which `writeContactsFile` writes them. */
export const COLUMNS = [
  "email",
  "first_name",
  "last_name",
  "phone",
  "company",
  "title",
  "tags",
  "external_id",
  "birthday",
  "city",
] as const;

export const OTHERS = COLUMNS.filter((column) => column !== "email");

export const SETTINGS_SQL = `
pragma journal_mode = wal;
pragma synchronous = normal;
pragma cache_size = -131072;
create table if not exists contacts (id integer primary key, ${COLUMNS.join(", ")});
create unique index if not exists contacts_email on contacts (email);
create index if not exists contacts_phone on contacts (phone);
create index if not exists contacts_external_id on contacts (external_id);
drop table if exists staging;
create table staging (${COLUMNS.join(", ")});
`;

export const STAGE_ROW_SQL = `insert into staging values (${COLUMNS.map(() => "?").join(", ")});`;

export const UPSERT_SQL = `
insert into contacts (${COLUMNS.join(", ")}) select * from staging where true
on conflict (email) do update set ${OTHERS.map((column) => `${column} = excluded.${column}`).join(", ")};
drop table staging;
`;

const shellExists = spawnSync("sqlite3", ["--version"]).status === 0;

export const REFERENCE_NAME = shellExists
  ? "sqlite3 shell: .import + upsert"
  : "node:sqlite + csv-parse: staging + upsert (no sqlite3 on PATH, so this reference is slower than it should be)";

/** Puts the file into the database `database`, which is made when it is not there. */
export function runReference(file: string, database: string): Promise<MeasuredRun> {
  if (!shellExists) {
    const script = fileURLToPath(new URL("reference-node-sqlite.ts", import.meta.url));
    return runMeasured({ command: process.execPath, args: [script, file, database] });
  }
  const script = `${database}.script`;
  writeFileSync(script, `.bail on\n${SETTINGS_SQL}\n.import --csv --skip 1 "${file}" staging\n${UPSERT_SQL}`);
  return runMeasured({ command: "sqlite3", args: [database], stdin: script });
}
