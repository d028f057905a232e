/**
 * Pages of what a search and filters leave. What the index knows is asked of it; the rest is looked through, in slices, for as
 * long as whoever asks allows.
 */
import type { ContactQuery, FoundPage } from "../../../app/ports.ts";
import type { DbRow } from "../../db-row.ts";
import { Found } from "../../objects/found.ts";
import { inSlices, type Slice } from "../../objects/number-slices.ts";
import type { Database } from "../database.ts";
import { ALL, type Condition, lastNumber } from "./object-query.ts";
import { hasChanged, indexedTexts, knownTo, NUMBER_OF_ROW, ROW_ABOVE, ROW_UP_TO } from "./search-index.ts";

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
  const end = lastNumber(database, of.table, ask.workspace);
  let over = query.after;
  // Where the mark moves on meanwhile, what it leaves behind is looked through.
  const mark = texts === null ? 0 : Math.min(knownTo(database, ask.workspace), end);
  if (texts !== null && over < mark) {
    const first = hasChanged(database, ask.workspace) ? ALL.first : INDEXED_SLICE;
    over = await inSlices({ range: { over, upTo: mark }, first, until }, (slice) =>
      database.snapshot(() => found.add(fromIndex(database, of, { ...ask, texts, slice }))),
    );
  }
  // Every page leads on by at least one slice, however little time there is.
  const hasTime = over === query.after || performance.now() < until;
  if (!found.isFull && over >= mark && over < end && hasTime) {
    over = await inSlices({ ...ALL, range: { over, upTo: end }, until }, async (slice) =>
      found.add(lookThrough(database, of, { ...ask, slice })),
    );
  }
  return found.page(over < end ? over : null);
}

/** Said, not bound: a limit that is bound has SQLite plan the statement anew each time, five times the work of a small page. */
const oneMoreThan = (limit: number): string => `limit ${Math.trunc(limit) + 1}`;

type Look = Ask & { readonly slice: Slice };

function lookThrough(database: Database, { table, id, columns, demanded }: PageOf, ask: Look): readonly DbRow[] {
  return database.all(
    `select ${columns} from ${table} where ${table}.workspace_id = ? and ${table}.${id} > ? and ${table}.${id} <= ?${demanded.sql}
     order by ${table}.${id} ${oneMoreThan(ask.limit)}`,
    ...[ask.workspace, ask.slice.over, ask.slice.upTo],
    ...demanded.bound,
  );
}

/** Those that the index names, and those that it names as they were. */
function fromIndex(database: Database, of: PageOf, ask: Look & { readonly texts: string }): readonly DbRow[] {
  const { columns, demanded } = of;
  const { workspace, slice, limit } = ask;
  const named = database.all(
    `select ${columns} from contact_search
     cross join contact on contact.workspace_id = ? and contact.contact_id = ${NUMBER_OF_ROW}${demanded.sql}
     where contact_search match ? and ${ROW_ABOVE} and ${ROW_UP_TO} order by contact_search.rowid ${oneMoreThan(limit)}`,
    ...[workspace, ...demanded.bound, ask.texts, workspace, slice.over, workspace, slice.upTo],
  );
  const changed = database.all(
    `select ${columns} from search_stale
     cross join contact on contact.workspace_id = search_stale.workspace_id and contact.contact_id = search_stale.contact_id${demanded.sql}
     where search_stale.workspace_id = ? and search_stale.contact_id > ? and search_stale.contact_id <= ?
     order by search_stale.contact_id ${oneMoreThan(limit)}`,
    ...[...demanded.bound, workspace, slice.over, slice.upTo],
  );
  if (changed.length === 0) return named;
  const all = new Map([...named, ...changed].map((row) => [Number(row[0]), row]));
  return [...all]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row)
    .slice(0, limit + 1);
}
