/** Which objects of a kind a search and filters leave, as the conditions of a statement; and what any of them has. */
import type { ContactFilter, ContactQuery } from "../../app/ports.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { Database, SqlValue } from "./database.ts";
import { likeText } from "./like-text.ts";

/** How a kind of object is read. Names are constants of the store, never anything that was read. */
export type ReadableObjects = {
  readonly table: string;
  readonly id: string;
  readonly fields: readonly string[];
  /** What a built-in field holds, in a statement over the table. */
  readonly sqlOf: (field: string) => string;
  /** Columns that a search looks at. */
  readonly searched: readonly string[];
};

type Condition = { readonly sql: string; readonly bound: readonly SqlValue[] };

/** Words of a search that count; a pasted page is no search, and each word is one more condition. */
const MOST_WORDS = 20;

export function pageCondition(of: ReadableObjects, workspace: number, query: ContactQuery): Condition {
  const where = [`${of.table}.workspace_id = ?`, `${of.table}.${of.id} > ?`];
  const bound: SqlValue[] = [workspace, query.after];
  const words = (query.search ?? "").split(/\s+/).filter((word) => word !== "");
  for (const word of words.slice(0, MOST_WORDS)) {
    where.push(`(${of.searched.map((column) => `${of.table}.${column} like ? escape '\\'`).join(" or ")})`);
    for (const _ of of.searched) bound.push(likeText(word));
  }
  for (const filter of query.filters) {
    const one = condition(of, filter);
    where.push(one.sql);
    bound.push(...one.bound);
  }
  return { sql: where.join(" and "), bound };
}

/** Built-in fields in catalogue order, own ones, `kept:NAME`. */
export function usedFields(database: Database, of: ReadableObjects, workspace: number): readonly string[] {
  const counts = of.fields.map((field) => `count(${of.sqlOf(field)})`).join(", ");
  const row = database.get(`select ${counts} from ${of.table} where workspace_id = ?`, workspace) ?? [];
  const keysIn = (document: "custom" | "kept"): readonly string[] =>
    database
      .all(
        `select distinct entry.key from ${of.table}, json_each(${of.table}.${document}) as entry
         where ${of.table}.workspace_id = ? and ${of.table}.${document} is not null order by 1`,
        workspace,
      )
      .map(([key]) => String(key));
  return [
    ...of.fields.filter((_, at) => Number(row[at] ?? 0) > 0),
    ...keysIn("custom"),
    ...keysIn("kept").map((name) => KEPT_PREFIX + name),
  ];
}

function condition(of: ReadableObjects, filter: ContactFilter): Condition {
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

/** Built-in fields have a column; the rest is looked up in its document, whose keys are bound, never pasted. */
function placeOf(of: ReadableObjects, field: string): Condition {
  if (of.fields.includes(field)) return { sql: of.sqlOf(field), bound: [] };
  const kept = field.startsWith(KEPT_PREFIX);
  return {
    sql: `(select entry.value from json_each(${of.table}.${kept ? "kept" : "custom"}) as entry where entry.key = ?)`,
    bound: [kept ? field.slice(KEPT_PREFIX.length) : field],
  };
}
