/** Which objects of a kind a search and filters leave, as the conditions of a statement; and what any of them has. */
import { BY_IMPORT } from "../../../app/ports/object-filter.ts";
import type { ContactFilter, ContactQuery } from "../../../app/ports.ts";
import { KEPT_PREFIX } from "../../../core/plan/shape.ts";
import type { DbRow } from "../../db-row.ts";
import { likeText } from "../../objects/like-text.ts";
import { inSlices, type Slice } from "../../objects/number-slices.ts";
import type { ReadableObjects } from "../../objects/readable-objects.ts";
import { searchedWords } from "../../objects/searched-words.ts";
import { isAbout, isNotUndone } from "../../runs/changed-runs.ts";
import type { Bind } from "../bindings.ts";
import type { Database } from "../database.ts";

/** The text of a condition, whose values are bound as it is made. */
export type Condition = (bind: Bind) => string;

/** What a search and filters demand of each object; it begins with " and" where it is not empty. */
export const demands =
  (of: ReadableObjects, { search, filters }: Pick<ContactQuery, "search" | "filters">): Condition =>
  (bind) =>
    [...searchedWords(search).map((word) => containing(of, word)), ...filters.map((filter) => passing(of, filter))]
      .map((condition) => ` and ${condition(bind)}`)
      .join("");

export const containing =
  ({ table, searched }: ReadableObjects, word: string): Condition =>
  (bind) => {
    const pattern = bind(likeText(word));
    return `(${searched.map((column) => `${table}.${column} ilike ${pattern}`).join(" or ")})`;
  };

export const passing =
  (of: ReadableObjects, filter: ContactFilter): Condition =>
  (bind) => {
    if (filter.field === BY_IMPORT) return ofImport(of, filter, bind);
    const place = placeOf(of, filter.field, bind);
    switch (filter.op) {
      case "empty":
        return `${place} is null`;
      case "not_empty":
        return `${place} is not null`;
      case "contains":
        return `${place} ilike ${bind(likeText(filter.value))}`;
      case "is":
      case "is_not":
        return `${filter.op === "is" ? "" : "not "}${filter.list ? listing(place, filter.value, bind) : same(place, filter.value, bind)}`;
    }
  };

/** As SQLite's `nocase` compares: only letters of ASCII have a case. */
const same = (place: string, value: string, bind: Bind): string =>
  `(lower(coalesce(${place}, '')) = lower(${bind(value)}::text collate "C"))`;

/** The list's items as JSON writes them: `json`, other than `jsonb`, takes every text that is one, and leaves it as it is. */
const listing = (place: string, value: string, bind: Bind): string =>
  `exists (select 1 from json_array_elements(${place}::json) as item (value)
    where lower(item.value::text collate "C") = lower(${bind(JSON.stringify(value))}::text collate "C"))`;

/** Made by the import, or changed by a line that is not undone. */
function ofImport({ table, id }: ReadableObjects, { op, value }: ContactFilter, bind: Bind): string {
  const number = `${table}.${id}`;
  const by = `${bind(Number(value))}::bigint`;
  const changed = `exists (select 1 from object_change as change where change.workspace_id = ${table}.workspace_id
    and change.object = '${table}' and ${isAbout(number)} and change.import_id = ${by} and ${isNotUndone(number)})`;
  return `${op === "is_not" ? "not " : ""}(${table}.created_by is not distinct from ${by} or ${changed})`;
}

/** As text. Built-in fields have a column; the rest is looked up in its document, whose keys are bound, never pasted. */
export function placeOf({ table, fields, sqlOf }: ReadableObjects, field: string, bind: Bind): string {
  if (fields.includes(field)) return `(${sqlOf(field)}::text collate "C")`;
  const isKept = field.startsWith(KEPT_PREFIX);
  const key = bind(isKept ? field.slice(KEPT_PREFIX.length) : field);
  return `((${table}.${isKept ? "kept" : "custom"} ->> ${key}::text) collate "C")`;
}

/** Slices of what is looked at whole. */
export const ALL = { first: 4_096, until: Number.POSITIVE_INFINITY };

/** Highest number that an object of the kind has. @param table named as its kind */
export const lastNumber = async (database: Database, table: string, workspace: number): Promise<number> =>
  Number((await database.get(`select max(${table}_id) from ${table} where workspace_id = $1`, workspace))?.[0] ?? 0);

/** Of slices where all is looked at in the end: a statement is a way to the server and back, and holds up nobody. */
const WHOLE_LONG_MS = 400;

type Looked = Pick<ReadableObjects, "table" | "id" | "fields" | "sqlOf">;

/** Built-in fields in catalogue order, own ones, `kept:NAME`. Looks at every object, a slice at a time. */
export async function usedFields(database: Database, of: Looked, workspace: number): Promise<readonly string[]> {
  const used = new Set<string>();
  const documents = { custom: new Set<string>(), kept: new Set<string>() };
  const range = { over: 0, upTo: await lastNumber(database, of.table, workspace) };
  await inSlices({ ...ALL, range, longMs: WHOLE_LONG_MS }, async (slice) => {
    // Most are found in the first slice, and not asked for again.
    const open = of.fields.filter((field) => !used.has(field));
    const counts = await countsIn(database, { of, workspace, slice }, open);
    open.forEach((field, at) => {
      if (Number(counts[at] ?? 0) > 0) used.add(field);
    });
    for (const document of ["custom", "kept"] as const) {
      const keys = await keysIn(database, { of, workspace, slice }, document);
      for (const [key] of keys) documents[document].add(String(key));
    }
    return true;
  });
  return [
    ...of.fields.filter((field) => used.has(field)),
    ...[...documents.custom].sort(),
    ...[...documents.kept].sort().map((name) => KEPT_PREFIX + name),
  ];
}

type Part = { readonly of: Looked; readonly workspace: number; readonly slice: Slice };

const inPart = ({ table, id }: Looked): string =>
  `${table}.workspace_id = $1 and ${table}.${id} > $2 and ${table}.${id} <= $3`;

async function countsIn(database: Database, { of, workspace, slice }: Part, fields: readonly string[]): Promise<DbRow> {
  if (fields.length === 0) return [];
  const counts = fields.map((field) => `count(${of.sqlOf(field)})`).join(", ");
  const sql = `select ${counts} from ${of.table} where ${inPart(of)}`;
  return (await database.get(sql, workspace, slice.over, slice.upTo)) ?? [];
}

const keysIn = (
  database: Database,
  { of, workspace, slice }: Part,
  document: "custom" | "kept",
): Promise<readonly DbRow[]> =>
  database.all(
    `select distinct jsonb_object_keys(${of.table}.${document}) from ${of.table}
     where ${inPart(of)} and ${of.table}.${document} is not null`,
    ...[workspace, slice.over, slice.upTo],
  );
