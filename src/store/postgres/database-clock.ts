/**
 * Whose time counts. Workers on several machines compare times that others wrote, and their clocks may differ by an hour, so what
 * is compared (due, held until, expired) is written and read as the database's clock tells it. Callers speak of their machine's
 * time: what they say is moved by as much as their clock is behind the database's.
 */
import type { Database } from "./database.ts";

/** Milliseconds to add to what the caller says. @param said what the caller's clock says now */
export type Ahead = (said?: number) => Promise<number>;

/** For so long the database is not asked again. */
const TRUSTED_MS = 10_000;

type Reading = { readonly at: number; readonly database: number };

/** @param own whose clock the store was opened with counts as it is: callers have the same one */
export function clockOf(database: Database, own: (() => number) | undefined): Ahead {
  if (own !== undefined) return async () => 0;
  let last: Reading | null = null;
  return async (said = Date.now()) => {
    // Inside a transaction its own connection is asked; a clock that a person sets anew moves nothing meanwhile.
    if (last === null || performance.now() - last.at > TRUSTED_MS) last = await reading(database);
    return Math.round(last.database + performance.now() - last.at) - said;
  };
}

/** The way there and back is halved. */
async function reading(database: Database): Promise<Reading> {
  const before = performance.now();
  const row = await database.get("select (extract(epoch from clock_timestamp()) * 1000)::bigint");
  return { at: (before + performance.now()) / 2, database: Number(row?.[0]) };
}
