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
import { asOpportunityRow, OPPORTUNITIES, OPPORTUNITY_COLUMNS } from "../../objects/opportunity-row.ts";
import { searchedWords } from "../../objects/searched-words.ts";
import type { Database } from "../database.ts";
import { findRows } from "./object-pages.ts";
import { type Condition, containing, passing, placeOf, usedFields } from "./object-query.ts";
import { loadPipelines } from "./pipeline-rows.ts";

export class PostgresOpportunities implements OpportunityStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(workspace: number, opportunity: number): Promise<OpportunityRow | null> {
    const row = await this.#database.get(
      `select ${OPPORTUNITY_COLUMNS} from opportunity where workspace_id = $1 and opportunity_id = $2`,
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
      ...searchedWords(query.search).map((word) => containing(OPPORTUNITIES, word)),
      ...query.filters.map(leading),
    ];
    const demanded: Condition = (bind) => conditions.map((condition) => ` and ${condition(bind)}`).join("");
    const of = { ...OPPORTUNITIES, columns: OPPORTUNITY_COLUMNS, demanded };
    const { rows, seenTo } = await findRows(this.#database, of, { workspace, query, budgetMs });
    return { rows: rows.map(asOpportunityRow), seenTo };
  }

  async count(workspace: number): Promise<number> {
    const sql = "select count(*) from opportunity where workspace_id = $1";
    return Number((await this.#database.get(sql, workspace))?.[0]);
  }

  async usedFields(workspace: number): Promise<readonly string[]> {
    return usedFields(this.#database, OPPORTUNITIES, workspace);
  }
}

export class PostgresPipelines implements PipelineStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly Pipeline[]> {
    return loadPipelines(this.#database, workspace);
  }
}

/** The index knows hashes only. */
const ofContact =
  (workspace: number, contact: number): Condition =>
  (bind) =>
    `contact = ${bind(contact)} and opportunity_id in (select opportunity_id from opportunity_key
      where workspace_id = ${bind(workspace)} and kind = ${OPPORTUNITY_KEY.of_contact} and hash = ${bind(keyHash(String(contact)))})`;

const leading = ({ links, ...filter }: OpportunityFilter): Condition => {
  if (links === undefined) return passing(OPPORTUNITIES, filter);
  const is = filter.op === "is" ? "= any" : "<> all";
  const numbers = links.map(String);
  return (bind) => `coalesce(${placeOf(OPPORTUNITIES, filter.field, bind)}, '0') ${is} (${bind(numbers)}::text[])`;
};
