/** Which objects of a kind a search and filters leave, as the conditions of a statement; and what any of them has. */
import { BY_IMPORT } from "../../../app/ports/object-filter.ts";
import type { ContactFilter, ContactQuery } from "../../../app/ports.ts";
import { KEPT_PREFIX } from "../../../core/plan/shape.ts";
import { likeText } from "../../objects/like-text.ts";
import { inSlices } from "../../objects/number-slices.ts";
import type { ReadableObjects } from "../../objects/readable-objects.ts";
import { searchedWords } from "../../objects/searched-words.ts";
import { isAbout, isNotUndone } from "../../runs/changed-runs.ts";
import type { Database, SqlValue } from "../database.ts";

export type Condition = { readonly sql: string; readonly bound: readonly SqlValue[] };

/** What a search and filters demand of each object; it begins with " and" where it is not empty. */
export function demands(of: ReadableObjects, { search, filters }: Pick<ContactQuery, "search" | "filters">): Condition {
  const words = searchedWords(search).map((word): Condition => {
    const sql = of.searched.map((column) => `${of.table}.${column} like ? escape '\\'`).join(" or ");
    return { sql: `(${sql})`, bound: of.searched.map(() => likeText(word)) };
  });
  const all = [...words, ...filters.map((filter) => condition(of, filter))];
  return { sql: all.map(({ sql }) => ` and ${sql}`).join(""), bound: all.flatMap(({ bound }) => bound) };
}

/** Built-in fields in catalogue order, own ones, `kept:NAME`. Looks at every object, a slice at a time. */
export async function usedFields(
  database: Database,
  of: Pick<ReadableObjects, "table" | "id" | "fields" | "sqlOf">,
  workspace: number,
): Promise<readonly string[]> {
  const used = new Set<string>();
  const documents = { custom: new Set<string>(), kept: new Set<string>() };
  await inSlices(
    { ...ALL, range: { over: 0, upTo: lastNumber(database, of.table, workspace) } },
    async ({ over, upTo }) => {
      const where = `${of.table}.workspace_id = ? and ${of.table}.${of.id} > ? and ${of.table}.${of.id} <= ?`;
      const slice = [workspace, over, upTo];
      // Most are found in the first slice, and not asked for again.
      const open = of.fields.filter((field) => !used.has(field));
      const counts = open.map((field) => `count(${of.sqlOf(field)})`).join(", ");
      const row = open.length === 0 ? [] : database.get(`select ${counts} from ${of.table} where ${where}`, ...slice);
      open.forEach((field, at) => {
        if (Number(row?.[at] ?? 0) > 0) used.add(field);
      });
      for (const document of ["custom", "kept"] as const) {
        const keys = database.all(
          `select distinct entry.key from ${of.table}, json_each(${of.table}.${document}) as entry
         where ${where} and ${of.table}.${document} is not null`,
          ...slice,
        );
        for (const [key] of keys) documents[document].add(String(key));
      }
      return true;
    },
  );
  return [
    ...of.fields.filter((field) => used.has(field)),
    ...[...documents.custom].sort(),
    ...[...documents.kept].sort().map((name) => KEPT_PREFIX + name),
  ];
}

/** Slices of what is looked at whole. */
export const ALL = { first: 4_096, until: Number.POSITIVE_INFINITY };

/** Highest number that an object of the kind has. @param table named as its kind */
export const lastNumber = (database: Database, table: string, workspace: number): number =>
  Number(database.get(`select max(${table}_id) from ${table} where workspace_id = ?`, workspace)?.[0] ?? 0);

function condition(of: ReadableObjects, filter: ContactFilter): Condition {
  if (filter.field === BY_IMPORT) return importCondition(of, filter);
  const place = placeOf(of, filter.field);
  switch (filter.op) {
    case "empty":
      return { sql: `${place.sql} is null`, bound: place.bound };
    case "not_empty":
      return { sql: `${place.sql} is not null`, bound: place.bound };
    case "contains":
      return { sql: `${place.sql} like ? escape '\\'`, bound: [...place.bound, likeText(filter.value)] };
    case "is":
    case "is_not": {
      const not = filter.op === "is" ? "" : "not ";
      const sql = filter.list
        ? `${not}exists (select 1 from json_each(${place.sql}) as item where item.value = ? collate nocase)`
        : `${not}ifnull(${place.sql}, '') = ? collate nocase`;
      return { sql, bound: [...place.bound, filter.value] };
    }
  }
}

/** Made by the import, or changed by a line that is not undone. */
function importCondition({ table, id }: ReadableObjects, { op, value }: ContactFilter): Condition {
  const number = `${table}.${id}`;
  const changed = `exists (select 1 from object_change as change where change.workspace_id = ${table}.workspace_id
    and change.object = '${table}' and ${isAbout(number)} and change.import_id = ? and ${isNotUndone(number)})`;
  const sql = `(${table}.created_by is ? or ${changed})`;
  return { sql: op === "is_not" ? `not ${sql}` : sql, bound: [Number(value), Number(value)] };
}

/** Built-in fields have a column; the rest is looked up in its document, whose keys are bound, never pasted. */
function placeOf(of: ReadableObjects, field: string): Condition {
  if (of.fields.includes(field)) return { sql: of.sqlOf(field), bound: [] };
  const kept = field.startsWith(KEPT_PREFIX);
  return {
    sql: `(select entry.value from json_each(${of.table}.${kept ? "kept" : "custom"}) as entry where entry.key = ?)`,
    bound: [kept ? field.slice(KEPT_PREFIX.length) : field],
  };
}
