/** Jobs: what is wanted of each import, and which worker has taken it. */
import { LARGE_IMPORT_BYTES, LEASE_MS } from "../../../app/limits.ts";
import type { SeenImport } from "../../../app/ports/import-ref.ts";
import type { ClaimRequest, Job, JobProgress, JobStore } from "../../../app/ports/job-store.ts";
import type { ImportRef } from "../../../app/ports.ts";
import { chooseJob, type QueuedJob } from "../../../core/job/choose-job.ts";
import type { JobWish } from "../../../core/job/job.ts";
import { asJob, JOB_COLUMNS } from "../../background/stored-job.ts";
import type { Database } from "../database.ts";

/** How far an import is, in few letters: an attempt that leaves it as it was has not moved it on. */
const MARK = `ifnull(import.progress ->> '$.line', 0) || ' ' || ifnull(import.undo ->> '$.object', '') || ' ' ||
  ifnull(import.undo ->> '$.beforeLine', '') || ' ' || ifnull(import.undo ->> '$.side', '')`;

export class SqliteJobs implements JobStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async ask(ref: ImportRef, wish: JobWish, asked: { readonly by: string; readonly at: number }): Promise<Job> {
    return this.#database.transaction(() => this.#asked(ref, wish, asked));
  }

  async askOfVersion(
    { ref, version }: SeenImport,
    wish: JobWish,
    asked: { readonly by: string; readonly at: number },
  ): Promise<Job | null> {
    return this.#database.transaction(() => {
      const [present] =
        this.#database.get(
          "select version from import where workspace_id = ? and import_id = ?",
          ...[ref.workspace, ref.import],
        ) ?? [];
      return present === version ? this.#asked(ref, wish, asked) : null;
    });
  }

  #asked(ref: ImportRef, wish: JobWish, asked: { readonly by: string; readonly at: number }): Job {
    this.#database.run(
      `insert into import_job (workspace_id, import_id, kind, wish, asked_by, asked_at, due_at) values (?, ?, ?, ?, ?, ?, ?)
         on conflict (workspace_id, import_id) do update set kind = excluded.kind, wish = excluded.wish,
           asked_by = excluded.asked_by, asked_at = excluded.asked_at, due_at = excluded.due_at, tries = 0, mark = null,
           fault = null, progress = null, holder = null, held_until = null
         where import_job.kind = 'plan' and excluded.kind = 'run'`,
      ...[ref.workspace, ref.import, wish.kind, JSON.stringify(wish), asked.by, asked.at, asked.at],
    );
    return this.#existing(ref);
  }

  async claim(request: ClaimRequest): Promise<Job | null> {
    // Looked at first without the write lock: most of the time there is nothing, and who writes is not to be held up by that.
    if (chooseJob(this.#queue(request), request.largeAtOnce) === null) return null;
    return this.#database.transaction(() => {
      const chosen = chooseJob(this.#queue(request), request.largeAtOnce);
      if (chosen === null) return null;
      const { ref } = chosen;
      this.#database.run(
        `update import_job set holder = ?, held_until = ?, tries = iif(mark is ?, tries, 0) + 1, mark = ?, progress = null
         where workspace_id = ? and import_id = ?`,
        ...[request.holder, request.now + LEASE_MS, chosen.mark, chosen.mark, ref.workspace, ref.import],
      );
      return this.#existing(ref);
    });
  }

  async report(job: Job, said: { readonly now: number; readonly progress: JobProgress | null }): Promise<void> {
    await this.#database.write(
      `update import_job set held_until = ?, progress = ifnull(?, progress) where ${THIS_ATTEMPT}`,
      ...[said.now + LEASE_MS, said.progress && JSON.stringify(said.progress), ...attempt(job)],
    );
  }

  async release(
    job: Job,
    { dueAt, fault, counts }: { readonly dueAt: number; readonly fault: string | null; readonly counts: boolean },
  ): Promise<void> {
    await this.#database.write(
      `update import_job set holder = null, held_until = null, progress = null, due_at = ?, fault = ?, tries = tries - ?
       where ${THIS_ATTEMPT}`,
      ...[dueAt, fault, counts ? 0 : 1, ...attempt(job)],
    );
  }

  async finish(job: Job): Promise<void> {
    await this.#database.write(`delete from import_job where ${THIS_ATTEMPT}`, ...attempt(job));
  }

  async withdraw(ref: ImportRef): Promise<void> {
    await this.#database.write(
      "delete from import_job where workspace_id = ? and import_id = ?",
      ...[ref.workspace, ref.import],
    );
  }

  async count(workspace: number): Promise<number> {
    const row = this.#database.get("select count(*) from import_job where workspace_id = ?", workspace);
    return Number(row?.[0] ?? 0);
  }

  /** In the order of asking; of two asked for in the same millisecond, the one made first. */
  #queue(request: ClaimRequest): readonly (QueuedJob & { readonly ref: ImportRef; readonly mark: string })[] {
    const rows = this.#database.all(
      `select job.workspace_id, job.import_id, job.kind, job.due_at, job.holder, job.held_until, import.lease_holder,
         import.lease_until, import.settings ->> '$.source.bytes', ${MARK}
       from import_job as job join import on import.workspace_id = job.workspace_id and import.import_id = job.import_id
       order by job.asked_at, job.workspace_id, job.import_id`,
    );
    const holds = (holder: unknown, until: unknown): boolean =>
      typeof holder === "string" &&
      Number(until) > request.now &&
      !request.isGone({ token: 0, holder, until: Number(until) });
    return rows.map(([workspace, number, kind, dueAt, worker, workerUntil, holder, until, bytes, mark]) => {
      const isReady = Number(dueAt) <= request.now && !holds(holder, until);
      return {
        ref: { workspace: Number(workspace), import: Number(number) },
        workspace: Number(workspace),
        kind: String(kind) as QueuedJob["kind"],
        isLarge: Number(bytes) > LARGE_IMPORT_BYTES,
        state: holds(worker, workerUntil) ? "at_work" : isReady ? "ready" : "held",
        mark: String(mark),
      };
    });
  }

  #existing(ref: ImportRef): Job {
    const row = this.#database.get(
      `select ${JOB_COLUMNS} from import_job as job where job.workspace_id = ? and job.import_id = ?`,
      ...[ref.workspace, ref.import],
    );
    const job = asJob(ref, row ?? []);
    if (job === null) throw new Error(`nothing is wanted of import ${ref.import} of workspace ${ref.workspace}`);
    return job;
  }
}

/** A worker that was taken for dead, or whose job was asked for anew, changes nothing any more. */
const THIS_ATTEMPT = "workspace_id = ? and import_id = ? and kind = ? and asked_at = ? and holder = ?";

const attempt = ({ ref, wish, askedAt, worker }: Job) =>
  [ref.workspace, ref.import, wish.kind, askedAt, worker?.holder ?? null] as const;
