/**
 * Pages of what a search and filters leave. What the index knows is asked of it; the rest is looked through, in slices, for as
 * long as whoever asks allows.
 */
import type { ContactQuery, FoundPage } from "../../../app/ports.ts";
import type { DbRow } from "../../db-row.ts";
import { Found } from "../../objects/found.ts";
import { inSlices, type Slice } from "../../objects/number-slices.ts";
import { Bindings } from "../bindings.ts";
import type { Database } from "../database.ts";
import { ALL, type Condition, lastNumber } from "./object-query.ts";
import { hasChanged, indexedTexts, knownTo } from "./search-index.ts";

/** Names are constants of the store, never anything that was read. */
export type PageOf = {
  readonly table: string;
  readonly id: string;
  /** What is selected, the number first. */
  readonly columns: string;
  readonly demanded: Condition;
};

/** Numbers of the first slice where the index answers: it tells within a few milliseconds which of them to look at. */
const INDEXED_SLICE = 131_072;
/** What a slice of these should take: a look-up takes the same for more of them, unless the planner walks through them instead. */
const INDEXED_LONG_MS = 200;

type Ask = Pick<ContactQuery, "after" | "limit"> & { readonly workspace: number; readonly budgetMs: number };

/** Rows in order, and up to which number all were looked at; null = to the end. */
export async function findRows(
  database: Database,
  of: PageOf,
  { query, ...asked }: Omit<Ask, "after" | "limit"> & { readonly query: ContactQuery },
): Promise<FoundPage<DbRow>> {
  const ask = { ...asked, after: query.after, limit: query.limit };
  const found = new Found<DbRow>(query.limit, ([number]) => Number(number));
  const until = performance.now() + ask.budgetMs;
  const texts = of.table === "contact" ? indexedTexts(query) : null;
  const end = await lastNumber(database, of.table, ask.workspace);
  let over = query.after;
  // Where the mark moves on meanwhile, what it leaves behind is looked through.
  const mark = texts === null ? 0 : Math.min(await knownTo(database, ask.workspace), end);
  if (texts !== null && over < mark) {
    const first = (await hasChanged(database, ask.workspace)) ? ALL.first : INDEXED_SLICE;
    over = await inSlices({ range: { over, upTo: mark }, first, until, longMs: INDEXED_LONG_MS }, async (slice) =>
      found.add(await fromIndex(database, of, { ...ask, texts, slice })),
    );
  }
  // Every page leads on by at least one slice, however little time there is.
  const hasTime = over === query.after || performance.now() < until;
  if (!found.isFull && over >= mark && over < end && hasTime) {
    over = await inSlices({ ...ALL, range: { over, upTo: end }, until }, async (slice) =>
      found.add(await lookThrough(database, of, { ...ask, slice })),
    );
  }
  return found.page(over < end ? over : null);
}

/** Said, not bound, so that the planner knows how few are wanted. */
const oneMoreThan = (limit: number): string => `limit ${Math.trunc(limit) + 1}`;

type Look = Ask & { readonly slice: Slice };

function lookThrough(database: Database, of: PageOf, { workspace, slice, limit }: Look): Promise<readonly DbRow[]> {
  const { table, id, columns, demanded } = of;
  const { values, bind } = new Bindings();
  return database.all(
    `select ${columns} from ${table} where ${table}.workspace_id = ${bind(workspace)} and ${table}.${id} > ${bind(slice.over)}
       and ${table}.${id} <= ${bind(slice.upTo)}${demanded(bind)} order by ${table}.${id} ${oneMoreThan(limit)}`,
    ...values,
  );
}

/** Those that the index names, and those that it names as they were: of one moment, since one statement asks for both. */
async function fromIndex(
  database: Database,
  { columns, demanded }: PageOf,
  { workspace, slice, limit, texts }: Look & { readonly texts: Condition },
): Promise<readonly DbRow[]> {
  const { values, bind } = new Bindings();
  const [of, over, upTo] = [bind(workspace), bind(slice.over), bind(slice.upTo)];
  const demand = demanded(bind);
  // One contact after the other, in their order: whatever else the planner would try reads more than it needs.
  const named = (table: string, narrowed: string): string =>
    `(select found.* from ${table} as known cross join lateral (
        select ${columns} from contact where contact.workspace_id = ${of} and contact.contact_id = known.contact_id${demand} limit 1
      ) as found
      where known.workspace_id = ${of} and known.contact_id > ${over} and known.contact_id <= ${upTo}${narrowed}
      order by known.contact_id ${oneMoreThan(limit)})`;
  const rows = await database.all(
    `${named("contact_search", texts(bind))} union all ${named("search_stale", "")}`,
    ...values,
  );
  const all = new Map(rows.map((row) => [Number(row[0]), row]));
  return [...all]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row)
    .slice(0, limit + 1);
}
