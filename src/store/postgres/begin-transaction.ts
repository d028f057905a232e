/** How a transaction begins, and how those are ended that others wait for in vain. */
import type pg from "pg";
import { BUSY_WAIT_MS } from "../../app/limits.ts";

/**
 * Numbers, never texts, are said in it: all goes in one message. A process that stands still in the middle of a transaction
 * loses it when its lease is over, so that others do not wait for it.
 */
export function beginText(workspace: number | null, leaseMs: number): string {
  const waitMs = Math.min(BUSY_WAIT_MS, leaseMs);
  const limits = `set local lock_timeout = ${waitMs}; set local idle_in_transaction_session_timeout = ${leaseMs}`;
  const lock =
    workspace === null
      ? ""
      : `; update workspace set version = version + 1 where workspace_id = ${Math.trunc(workspace)} returning version`;
  return `begin isolation level read committed; ${limits}${lock}`;
}

/** The last answer of several statements in one message. Null = there is no such workspace, or none is meant. */
export function numberOf(answers: unknown): number | null {
  const last = (answers as readonly pg.QueryResult<{ version: number }>[]).at(-1);
  return last?.rows[0]?.version ?? null;
}

/** Ends those of the connections that stand still for so many milliseconds inside a statement. */
export const STALLED = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and state = 'active'
    and (application_name like 'muster%' or application_name = current_setting('application_name'))
    and wait_event_type = 'Client' and wait_event = 'ClientRead' and xact_start is not null
    and state_change < clock_timestamp() - $1::bigint * interval '1 millisecond'`;
