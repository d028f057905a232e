/** A job as both databases keep it, beside its import. */
import type { Job, JobProgress } from "../../app/ports/job-store.ts";
import type { ImportRef } from "../../app/ports.ts";
import type { JobWish } from "../../core/job/job.ts";
import type { DbRow } from "../db-row.ts";

/** A job, in the order in which `asJob` reads it. */
export const JOB_COLUMNS = `job.wish, job.asked_by, job.asked_at, job.tries, job.fault, job.progress, job.holder, job.held_until`;

/** Null where nothing is wanted of the import. */
export function asJob(ref: ImportRef, row: DbRow): Job | null {
  const [wish, by, askedAt, tries, fault, progress, holder, until] = row;
  if (typeof wish !== "string") return null;
  return {
    ref,
    wish: JSON.parse(wish) as JobWish,
    by: String(by),
    askedAt: Number(askedAt),
    tries: Number(tries),
    fault: typeof fault === "string" ? fault : null,
    progress: typeof progress === "string" ? (JSON.parse(progress) as JobProgress) : null,
    worker: typeof holder === "string" ? { holder, until: Number(until) } : null,
  };
}
