/** Opportunities as they are read: one, a page of them, or those that a search and filters leave. */
import type {
  OpportunityFilter,
  OpportunityQuery,
  OpportunityRow,
  OpportunityStore,
  PipelineStore,
} from "../../app/ports/opportunity-store.ts";
import { keyHash } from "../../core/match/key-hash.ts";
import { OPPORTUNITY_KEY } from "../../core/opportunity/opportunity-keys.ts";
import type { Pipeline } from "../../core/pipeline/pipeline.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { Database, DbRow, SqlValue } from "./database.ts";
import { likeText } from "./like-text.ts";
import { heldValues, objectTable } from "./object-table.ts";
import { loadPipelines } from "./pipeline-rows.ts";

const { columns } = objectTable("opportunity");
const COLUMNS = `opportunity_id, created_at, updated_at, custom, kept, ${columns.join(", ")}`;
const SEARCHED = ["name", "external_id", "source"];
/** Words of a search that count; a pasted page is no search, and each word is one more condition. */
const MOST_WORDS = 20;

type Condition = { readonly sql: string; readonly bound: readonly SqlValue[] };

export class SqliteOpportunities implements OpportunityStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(workspace: number, opportunity: number): Promise<OpportunityRow | null> {
    const row = this.#database.get(
      `select ${COLUMNS} from opportunity where workspace_id = ? and opportunity_id = ?`,
      ...[workspace, opportunity],
    );
    return row ? asRow(row) : null;
  }

  async list(workspace: number, { search, filters, contact, after, limit }: OpportunityQuery) {
    const words = (search ?? "").split(/\s+/).filter((word) => word !== "");
    const conditions = [
      { sql: "workspace_id = ? and opportunity_id > ?", bound: [workspace, after] },
      ...(contact === null ? [] : [ofContact(workspace, contact)]),
      ...words.slice(0, MOST_WORDS).map(containing),
      ...filters.map(passing),
    ];
    const rows = this.#database.all(
      `select ${COLUMNS} from opportunity where ${conditions.map(({ sql }) => sql).join(" and ")}
       order by opportunity_id limit ?`,
      ...conditions.flatMap(({ bound }) => bound),
      limit,
    );
    return rows.map(asRow);
  }

  async count(workspace: number): Promise<number> {
    return Number(this.#database.get("select count(*) from opportunity where workspace_id = ?", workspace)?.[0] ?? 0);
  }

  async usedFields(workspace: number): Promise<readonly string[]> {
    const counts = columns.map((column) => `count(${column})`).join(", ");
    const row = this.#database.get(`select ${counts} from opportunity where workspace_id = ?`, workspace) ?? [];
    const keysIn = (document: "custom" | "kept"): readonly string[] =>
      this.#database
        .all(
          `select distinct entry.key from opportunity, json_each(opportunity.${document}) as entry
           where opportunity.workspace_id = ? and opportunity.${document} is not null order by 1`,
          workspace,
        )
        .map(([key]) => String(key));
    return [
      ...columns.filter((_, at) => Number(row[at] ?? 0) > 0),
      ...keysIn("custom"),
      ...keysIn("kept").map((name) => KEPT_PREFIX + name),
    ];
  }
}

export class SqlitePipelines implements PipelineStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly Pipeline[]> {
    return loadPipelines(this.#database, workspace);
  }
}

/** The index knows hashes only. */
const ofContact = (workspace: number, contact: number): Condition => ({
  sql: `contact = ? and opportunity_id in (select opportunity_id from opportunity_key
    where workspace_id = ? and kind = ${OPPORTUNITY_KEY.of_contact} and hash = ?)`,
  bound: [contact, workspace, keyHash(String(contact))],
});

const containing = (word: string): Condition => ({
  sql: `(${SEARCHED.map((column) => `${column} like ? escape '\\'`).join(" or ")})`,
  bound: SEARCHED.map(() => likeText(word)),
});

function passing({ field, op, value, list, links }: OpportunityFilter): Condition {
  const place = placeOf(field);
  if (links !== undefined) {
    const isOne = `ifnull(${place.sql}, 0) ${op === "is" ? "" : "not "}in (select value from json_each(?))`;
    return { sql: isOne, bound: [JSON.stringify(links)] };
  }
  switch (op) {
    case "empty":
      return { sql: `${place.sql} is null`, bound: place.bound };
    case "not_empty":
      return { sql: `${place.sql} is not null`, bound: place.bound };
    case "contains":
      return { sql: `${place.sql} like ? escape '\\'`, bound: [...place.bound, likeText(value)] };
    case "is":
    case "is_not": {
      const not = op === "is" ? "" : "not ";
      const sql = list
        ? `${not}exists (select 1 from json_each(${place.sql}) as item where item.value = ? collate nocase)`
        : `${not}ifnull(${place.sql}, '') = ? collate nocase`;
      return { sql, bound: [...place.bound, value] };
    }
  }
}

/** Built-in fields have a column; the rest is looked up in its document, whose keys are bound, never pasted. */
function placeOf(field: string): Condition {
  if (columns.includes(field)) return { sql: `opportunity.${field}`, bound: [] };
  const kept = field.startsWith(KEPT_PREFIX);
  return {
    sql: `(select entry.value from json_each(opportunity.${kept ? "kept" : "custom"}) as entry where entry.key = ?)`,
    bound: [kept ? field.slice(KEPT_PREFIX.length) : field],
  };
}

const asRow = ([number, createdAt, updatedAt, custom, kept, ...values]: DbRow): OpportunityRow => ({
  number: Number(number),
  values: heldValues(columns, values, [custom, kept]),
  createdAt: Number(createdAt),
  updatedAt: Number(updatedAt),
});
