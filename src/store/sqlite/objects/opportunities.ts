/** Opportunities as they are read: one, a page of them, or those that a search and filters leave. */

import type {
  OpportunityFilter,
  OpportunityQuery,
  OpportunityRow,
  OpportunityStore,
  PipelineStore,
} from "../../../app/ports/opportunity-store.ts";
import type { FoundPage } from "../../../app/ports.ts";
import { keyHash } from "../../../core/match/key-hash.ts";
import { OPPORTUNITY_KEY } from "../../../core/opportunity/opportunity-keys.ts";
import type { Pipeline } from "../../../core/pipeline/pipeline.ts";
import { KEPT_PREFIX } from "../../../core/plan/shape.ts";
import { likeText } from "../../objects/like-text.ts";
import { asOpportunityRow, OPPORTUNITIES, OPPORTUNITY_COLUMNS } from "../../objects/opportunity-row.ts";
import { searchedWords } from "../../objects/searched-words.ts";
import type { Database } from "../database.ts";
import { findRows } from "./object-pages.ts";
import { type Condition, usedFields } from "./object-query.ts";
import { loadPipelines } from "./pipeline-rows.ts";

export class SqliteOpportunities implements OpportunityStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(workspace: number, opportunity: number): Promise<OpportunityRow | null> {
    const row = this.#database.get(
      `select ${OPPORTUNITY_COLUMNS} from opportunity where workspace_id = ? and opportunity_id = ?`,
      ...[workspace, opportunity],
    );
    return row ? asOpportunityRow(row) : null;
  }

  async list(workspace: number, query: OpportunityQuery): Promise<readonly OpportunityRow[]> {
    return (await this.page(workspace, query, Number.POSITIVE_INFINITY)).rows;
  }

  async page(workspace: number, query: OpportunityQuery, budgetMs: number): Promise<FoundPage<OpportunityRow>> {
    const conditions = [
      ...(query.contact === null ? [] : [ofContact(workspace, query.contact)]),
      ...searchedWords(query.search).map(containing),
      ...query.filters.map(passing),
    ];
    const demanded = {
      sql: conditions.map(({ sql }) => ` and ${sql}`).join(""),
      bound: conditions.flatMap(({ bound }) => bound),
    };
    const of = { ...OPPORTUNITIES, columns: OPPORTUNITY_COLUMNS, demanded };
    const { rows, seenTo } = await findRows(this.#database, of, { workspace, query, budgetMs });
    return { rows: rows.map(asOpportunityRow), seenTo };
  }

  async count(workspace: number): Promise<number> {
    return Number(this.#database.get("select count(*) from opportunity where workspace_id = ?", workspace)?.[0] ?? 0);
  }

  async usedFields(workspace: number): Promise<readonly string[]> {
    return usedFields(this.#database, OPPORTUNITIES, workspace);
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
  sql: `(${OPPORTUNITIES.searched.map((column) => `${column} like ? escape '\\'`).join(" or ")})`,
  bound: OPPORTUNITIES.searched.map(() => likeText(word)),
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
  if (OPPORTUNITIES.fields.includes(field)) return { sql: `opportunity.${field}`, bound: [] };
  const kept = field.startsWith(KEPT_PREFIX);
  return {
    sql: `(select entry.value from json_each(opportunity.${kept ? "kept" : "custom"}) as entry where entry.key = ?)`,
    bound: [kept ? field.slice(KEPT_PREFIX.length) : field],
  };
}
