/** How much there is to do, counted from the rows that either database gives. */
import type { JobProgress } from "../../app/ports/job-store.ts";
import type { JobAdvance, JobFigures, JobPlace, WorkFigures } from "../../app/ports/work-figures.ts";
import { encodeId } from "../../core/public-id.ts";
import type { DbRow } from "../db-row.ts";

/** A job beside its import and its workspace, in the order in which `asJobRow` reads it. */
export const FIGURE_COLUMNS = `job.kind, job.tries, job.asked_at, job.due_at, job.holder, job.held_until, job.progress,
  import.lease_holder, import.lease_until, import.import_id, workspace.slug, workspace.id_key`;

type Read = {
  /** `FIGURE_COLUMNS` of all jobs. */
  readonly jobs: readonly DbRow[];
  /** Until when each import that somebody holds is held. */
  readonly leases: readonly DbRow[];
  readonly erasures: number;
  readonly bulkChanges: number;
};

/** @param now as the clock shows it by which the rows were written */
export function workFigures({ jobs, leases, erasures, bulkChanges }: Read, now: number): WorkFigures {
  const rows = jobs.map((row) => asJobRow(row, now));
  const held = leases.filter(([until]) => Number(until) > now).length;
  return {
    jobs: [...Map.groupBy(rows, ({ kind, place }) => `${kind} ${place}`).values()].flatMap(counted),
    advances: rows.flatMap(({ place, advance }) => (place === "at_work" && advance !== null ? [advance] : [])),
    leases: { held, lost: leases.length - held },
    erasures,
    bulkChanges,
  };
}

type JobRow = Omit<JobFigures, "count"> & { readonly advance: JobAdvance | null };

function asJobRow(row: DbRow, now: number): JobRow {
  const [kind, tries, askedAt, dueAt, holder, heldUntil, progress, leaseHolder, leaseUntil, ...of] = row;
  const holds = (who: unknown, until: unknown): boolean => typeof who === "string" && Number(until) > now;
  const isHeld = Number(dueAt) > now || holds(leaseHolder, leaseUntil);
  const unheld: JobPlace = isHeld ? "held" : "waiting";
  const withWorker: JobPlace = holds(holder, heldUntil) ? "at_work" : "lost";
  return {
    kind: String(kind),
    place: typeof holder === "string" ? withWorker : unheld,
    retries: Math.max(0, Number(tries) - 1),
    oldestMs: Math.max(0, now - Number(askedAt)),
    advance: typeof progress === "string" ? advanceOf(String(kind), progress, of) : null,
  };
}

function advanceOf(kind: string, progress: string, [number, slug, idKey]: DbRow): JobAdvance {
  const { pass, lines, total } = JSON.parse(progress) as JobProgress;
  return { workspace: String(slug), import: encodeId("imp", Number(idKey), Number(number)), kind, pass, lines, total };
}

function counted(rows: readonly JobRow[]): readonly JobFigures[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      kind: first.kind,
      place: first.place,
      count: rows.length,
      retries: rows.reduce((sum, { retries }) => sum + retries, 0),
      oldestMs: rows.reduce((oldest, { oldestMs }) => Math.max(oldest, oldestMs), 0),
    },
  ];
}
