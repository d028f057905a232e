/**
 * Jobs: what is wanted of each import, and which worker has taken it. Any number of workers on any number of machines claim at once:
 * each looks at the queue of all workspaces, then again at that of the workspace that it has chosen, while it holds it. How many large
 * files are at work is counted over all workspaces, so that workers who choose in the same moment may begin one more than that.
 * Times are the database's (`database-clock.ts`): a worker whose clock is an hour ahead takes nobody for dead.
 */
import { LARGE_IMPORT_BYTES } from "../../../app/limits.ts";
import type { SeenImport } from "../../../app/ports/import-ref.ts";
import type { ClaimRequest, Job, JobProgress, JobStore } from "../../../app/ports/job-store.ts";
import type { ImportRef } from "../../../app/ports.ts";
import { chooseJob, type QueuedJob } from "../../../core/job/choose-job.ts";
import type { JobWish } from "../../../core/job/job.ts";
import { asJob, JOB_COLUMNS } from "../../background/stored-job.ts";
import type { DbValue } from "../../db-row.ts";
import type { Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";

/** How far an import is, in few letters: an attempt that leaves it as it was has not moved it on. */
const MARK = `coalesce(import.progress::json ->> 'line', '0') || ' ' || coalesce(import.undo::json ->> 'object', '') || ' ' ||
  coalesce(import.undo::json ->> 'beforeLine', '') || ' ' || coalesce(import.undo::json ->> 'side', '')`;

/** Others came first so often: there is enough for them, and the worker looks again in a second. */
const MOST_CHOICES = 20;

type Asked = { readonly by: string; readonly at: number };
/** A job of the queue, and who had it when it was looked at. */
type Choice = QueuedJob & {
  readonly ref: ImportRef;
  readonly askedAt: number;
  readonly mark: string;
  readonly worker: DbValue;
  readonly workerUntil: DbValue;
};

export class PostgresJobs implements JobStore {
  readonly #database: Database;
  readonly #ahead: Ahead;

  constructor(database: Database, ahead: Ahead) {
    this.#database = database;
    this.#ahead = ahead;
  }

  async ask(ref: ImportRef, wish: JobWish, asked: Asked): Promise<Job> {
    const at = asked.at + (await this.#ahead(asked.at));
    return this.#database.transaction(ref.workspace, () => this.#asked(ref, wish, { by: asked.by, at }));
  }

  async askOfVersion({ ref, version }: SeenImport, wish: JobWish, asked: Asked): Promise<Job | null> {
    const at = asked.at + (await this.#ahead(asked.at));
    return this.#database.transaction(ref.workspace, async () => {
      const [present] =
        (await this.#database.get(
          "select version from import where workspace_id = $1 and import_id = $2",
          ...[ref.workspace, ref.import],
        )) ?? [];
      return present === version ? this.#asked(ref, wish, { by: asked.by, at }) : null;
    });
  }

  async #asked(ref: ImportRef, wish: JobWish, asked: Asked): Promise<Job> {
    await this.#database.run(
      `insert into import_job (workspace_id, import_id, kind, wish, asked_by, asked_at, due_at)
         values ($1, $2, $3, $4, $5, $6, $6)
         on conflict (workspace_id, import_id) do update set kind = excluded.kind, wish = excluded.wish,
           asked_by = excluded.asked_by, asked_at = excluded.asked_at, due_at = excluded.due_at, tries = 0, mark = null,
           fault = null, progress = null, holder = null, held_until = null
         where import_job.kind = 'plan' and excluded.kind = 'run'`,
      ...[ref.workspace, ref.import, wish.kind, JSON.stringify(wish), asked.by, asked.at],
    );
    const row = await this.#database.get(
      `select ${JOB_COLUMNS} from import_job as job where job.workspace_id = $1 and job.import_id = $2`,
      ...[ref.workspace, ref.import],
    );
    const job = asJob(ref, row ?? []);
    if (job === null) throw new Error(`nothing is wanted of import ${ref.import} of workspace ${ref.workspace}`);
    return job;
  }

  async claim(request: ClaimRequest): Promise<Job | null> {
    const said = { ...request, now: request.now + (await this.#ahead(request.now)) };
    for (let choices = 0; choices < MOST_CHOICES; choices++) {
      const queue = await this.#queue(said, null);
      const first = chooseJob(queue, said.largeAtOnce);
      if (first === null) return null;
      const { workspace } = first;
      const elsewhere = queue.filter((job) => job.workspace !== workspace);
      const taken = await this.#database.transaction(workspace, async () => {
        // Somebody may have had the workspace until now.
        const present = [...elsewhere, ...(await this.#queue(said, workspace))].sort(inOrder);
        const chosen = chooseJob(present, said.largeAtOnce);
        return chosen?.workspace === workspace ? this.#take(chosen, said) : null;
      });
      if (taken !== null) return taken;
    }
    return null;
  }

  /** Null = its worker has just said that it lives. */
  async #take({ ref, mark, worker, workerUntil }: Choice, { holder, now }: ClaimRequest): Promise<Job | null> {
    const row = await this.#database.get(
      `update import_job as job set holder = $3, held_until = $4, mark = $5, progress = null,
         tries = case when job.mark is not distinct from $5 then job.tries else 0 end + 1
       where workspace_id = $1 and import_id = $2
         and holder is not distinct from $6::text and held_until is not distinct from $7::bigint
       returning ${JOB_COLUMNS}`,
      ...[ref.workspace, ref.import, holder, now + this.#database.leaseMs, mark],
      ...[worker === null ? null : String(worker), workerUntil === null ? null : Number(workerUntil)],
    );
    return row ? asJob(ref, row) : null;
  }

  /** Of its own row alone: a worker that lives says so even while somebody writes a large batch to the workspace. */
  async report(job: Job, said: { readonly now: number; readonly progress: JobProgress | null }): Promise<void> {
    const now = said.now + (await this.#ahead(said.now));
    await this.#database.write(
      null,
      `update import_job set held_until = $6, progress = coalesce($7::text, progress) where ${THIS_ATTEMPT}`,
      ...[...attempt(job), now + this.#database.leaseMs, said.progress && JSON.stringify(said.progress)],
    );
  }

  async release(
    job: Job,
    { dueAt, fault, counts }: { readonly dueAt: number; readonly fault: string | null; readonly counts: boolean },
  ): Promise<void> {
    await this.#database.write(
      job.ref.workspace,
      `update import_job set holder = null, held_until = null, progress = null, due_at = $6, fault = $7, tries = tries - $8
       where ${THIS_ATTEMPT}`,
      ...[...attempt(job), dueAt + (await this.#ahead()), fault, counts ? 0 : 1],
    );
  }

  async finish(job: Job): Promise<void> {
    await this.#database.write(job.ref.workspace, `delete from import_job where ${THIS_ATTEMPT}`, ...attempt(job));
  }

  async withdraw(ref: ImportRef): Promise<void> {
    await this.#database.write(
      ref.workspace,
      "delete from import_job where workspace_id = $1 and import_id = $2",
      ...[ref.workspace, ref.import],
    );
  }

  async count(workspace: number): Promise<number> {
    const row = await this.#database.get("select count(*) from import_job where workspace_id = $1", workspace);
    return Number(row?.[0] ?? 0);
  }

  /** @param workspace null = of all */
  async #queue({ now, isGone }: ClaimRequest, workspace: number | null): Promise<readonly Choice[]> {
    const rows = await this.#database.all(
      `select job.workspace_id, job.import_id, job.kind, job.due_at, job.holder, job.held_until, import.lease_holder,
         import.lease_until, import.settings #>> '{source,bytes}', ${MARK}, job.asked_at
       from import_job as job join import on import.workspace_id = job.workspace_id and import.import_id = job.import_id
       ${workspace === null ? "" : "where job.workspace_id = $1"}`,
      ...(workspace === null ? [] : [workspace]),
    );
    const holds = (holder: unknown, until: unknown): boolean =>
      typeof holder === "string" && Number(until) > now && !isGone({ token: 0, holder, until: Number(until) });
    const jobs = rows.map(
      ([of, number, kind, dueAt, worker = null, workerUntil = null, holder, until, bytes, ...rest]): Choice => {
        const isReady = Number(dueAt) <= now && !holds(holder, until);
        return {
          ref: { workspace: Number(of), import: Number(number) },
          workspace: Number(of),
          kind: String(kind) as QueuedJob["kind"],
          isLarge: Number(bytes) > LARGE_IMPORT_BYTES,
          state: holds(worker, workerUntil) ? "at_work" : isReady ? "ready" : "held",
          mark: String(rest[0]),
          askedAt: Number(rest[1]),
          ...{ worker, workerUntil },
        };
      },
    );
    return jobs.sort(inOrder);
  }
}

/** Of asking; of two asked for in the same millisecond, the one made first. */
const inOrder = (a: Choice, b: Choice): number =>
  a.askedAt - b.askedAt || a.workspace - b.workspace || a.ref.import - b.ref.import;

/** A worker that was taken for dead, or whose job was asked for anew, changes nothing any more. */
const THIS_ATTEMPT = "workspace_id = $1 and import_id = $2 and kind = $3 and asked_at = $4 and holder = $5::text";

const attempt = ({ ref, wish, askedAt, worker }: Job) =>
  [ref.workspace, ref.import, wish.kind, askedAt, worker?.holder ?? null] as const;
