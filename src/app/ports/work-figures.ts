/** A port: how much there is to do in all workspaces, and who is at it. For whoever runs the processes; it names no contact. */
import type { JobProgress } from "./job-store.ts";

/** `held`: it is not due yet, or another process works on its import. `lost`: its worker's time is over. */
export type JobPlace = "waiting" | "held" | "at_work" | "lost";

export type JobFigures = {
  readonly kind: string;
  readonly place: JobPlace;
  readonly count: number;
  /** Attempts after the first that have not moved their import on. */
  readonly retries: number;
  /** Since the oldest of them was asked for. */
  readonly oldestMs: number;
};

/** How far a worker says it is. */
export type JobAdvance = { readonly workspace: string; readonly import: string; readonly kind: string } & Pick<
  JobProgress,
  "pass" | "lines" | "total"
>;

export type WorkFigures = {
  readonly jobs: readonly JobFigures[];
  /** Of the jobs at work. */
  readonly advances: readonly JobAdvance[];
  /** Of imports: by a process that lives, as far as is known, or by one whose time is over. */
  readonly leases: { readonly held: number; readonly lost: number };
  /** Erasures that a worker is to look at or to do. */
  readonly erasures: number;
  /** Bulk changes that a worker is to do or to take back. */
  readonly bulkChanges: number;
};

export interface WorkFiguresStore {
  read(now: number): Promise<WorkFigures>;
}
