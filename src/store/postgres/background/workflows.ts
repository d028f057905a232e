/** Workflows as they are kept, and the runs of them: which contacts are queued, and how far each has come. */
import type {
  DueRun,
  EffectTally,
  StepEvent,
  StoredWorkflow,
  WorkflowQueue,
  WorkflowStore,
} from "../../../app/ports/effect-ports.ts";
import type { ImportRef } from "../../../app/ports.ts";
import { accept, type Result } from "../../../core/problem/refusal.ts";
import type { Advance } from "../../../core/workflow/advance-run.ts";
import type { Workflow } from "../../../core/workflow/workflow.ts";
import { contactsToQueue, LATER, UNCLEAR, unclearIn } from "../../background/contacts-to-queue.ts";
import {
  asDueRun,
  asStepEvent,
  asWorkflow,
  DUE_RUN_COLUMNS,
  nameTaken,
  STEP_COLUMNS,
  WORKFLOW_COLUMNS,
} from "../../background/stored-workflow.ts";
import type { DbRow } from "../../db-row.ts";
import { asContactRow, CONTACT_COLUMNS } from "../../objects/contact-row.ts";
import { bigints, type Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";
import { readLines } from "../runs/ledger-lines.ts";
import { readQueues } from "./workflow-queues.ts";
import { writeAdvance } from "./workflow-steps.ts";

type Portion = { readonly limit: number; readonly now: number };
type Held = Map<number, DueRun["values"]>;

export class PostgresWorkflows implements WorkflowStore {
  readonly #database: Database;
  readonly #ahead: Ahead;

  constructor(database: Database, ahead: Ahead) {
    this.#database = database;
    this.#ahead = ahead;
  }

  async list(workspace: number): Promise<readonly StoredWorkflow[]> {
    const rows = await this.#database.all(
      `select ${WORKFLOW_COLUMNS} from workflow where workspace_id = $1 order by lower(name), workflow_id`,
      workspace,
    );
    return rows.map(asWorkflow);
  }

  async add(workspace: number, workflow: Workflow, at: number): Promise<Result<StoredWorkflow>> {
    return this.#database.transaction(workspace, async () => {
      if ((await this.#numberOf(workspace, workflow.name)) !== null) return nameTaken(workflow);
      const [next] =
        (await this.#database.get(
          "update workspace set next_workflow = next_workflow + 1 where workspace_id = $1 returning next_workflow - 1",
          workspace,
        )) ?? [];
      const number = Number(next);
      await this.#database.run(
        "insert into workflow (workspace_id, workflow_id, name, steps, changed_at) values ($1, $2, $3, $4, $5)",
        ...[workspace, number, workflow.name, JSON.stringify(workflow.steps), at],
      );
      return accept({ number, workflow, changedAt: at });
    });
  }

  async change(workspace: number, changed: StoredWorkflow): Promise<Result<StoredWorkflow>> {
    const { number, workflow, changedAt } = changed;
    return this.#database.transaction(workspace, async () => {
      const holder = await this.#numberOf(workspace, workflow.name);
      if (holder !== null && holder !== number) return nameTaken(workflow);
      await this.#database.run(
        "update workflow set name = $3, steps = $4, changed_at = $5 where workspace_id = $1 and workflow_id = $2",
        ...[workspace, number, workflow.name, JSON.stringify(workflow.steps), changedAt],
      );
      return accept(changed);
    });
  }

  async remove(workspace: number, number: number): Promise<void> {
    await this.#database.write(
      workspace,
      "delete from workflow where workspace_id = $1 and workflow_id = $2",
      ...[workspace, number],
    );
  }

  async queues(workspace: number): Promise<readonly WorkflowQueue[]> {
    return readQueues(this.#database, workspace);
  }

  async queueRuns(workspace: number, { limit, now }: Portion): Promise<boolean> {
    if ((await this.#nextOpen(workspace)) === null) return false;
    const dueAt = now + (await this.#ahead(now));
    return this.#database.transaction(workspace, async () => {
      const open = await this.#nextOpen(workspace);
      if (open === null) return false;
      const ref = { workspace, import: open.import };
      if (!open.isDone) {
        await this.#setQueue(ref, { state: "cancelled", overLine: open.overLine, leftOut: 0 });
        return true;
      }
      const lines = await readLines(this.#database, ref, { outcome: "created", over: open.overLine, limit });
      const { made, contacts } = contactsToQueue(lines, await this.#unclear(ref, limit));
      const queued = await this.#queueContacts(ref, contacts, dueAt);
      const state = lines.length < limit ? "queued" : "open";
      const overLine = lines.at(-1)?.line ?? open.overLine;
      await this.#setQueue(ref, { state, overLine, leftOut: made - queued });
      return true;
    });
  }

  async #unclear(ref: ImportRef, limit: number): Promise<ReadonlySet<number>> {
    const found = new Set<number>();
    for (const outcome of LATER) {
      for (let over = 0; ; ) {
        const lines = await readLines(this.#database, ref, { outcome, problem: UNCLEAR, over, limit });
        for (const contact of unclearIn(lines)) found.add(contact);
        if (lines.length < limit) break;
        over = lines.at(-1)?.line ?? over;
      }
    }
    return found;
  }

  async advance(workspace: number, { limit, now }: Portion, decide: (run: DueRun) => Advance): Promise<number> {
    const ahead = await this.#ahead(now);
    const until = now + ahead;
    if ((await this.#dueRuns(workspace, { limit: 1, now: until })).length === 0) return 0;
    return this.#database.transaction(workspace, async () => {
      const due = await this.#dueRuns(workspace, { limit, now: until });
      const held = await this.#contacts(
        workspace,
        due.map(([, contact]) => Number(contact)),
      );
      for (const row of due) {
        const contact = Number(row[1]);
        const run = asDueRun(row, held.get(contact) ?? null);
        const next = decide(run);
        await writeAdvance(this.#database, { workspace, now: until }, run, { ...next, dueAt: next.dueAt + ahead });
        // Another import's run of the same contact goes on from what this one has written.
        if (next.done.some(({ changes }) => changes !== null))
          held.set(contact, (await this.#contacts(workspace, [contact])).get(contact) ?? null);
      }
      return due.length;
    });
  }

  async stepsOf(workspace: number, contact: number): Promise<readonly StepEvent[]> {
    const rows = await this.#database.all(
      `select ${STEP_COLUMNS} from workflow_step as done
       join workflow_queue as queue on queue.workspace_id = done.workspace_id and queue.import_id = done.import_id
       where done.workspace_id = $1 and done.contact_id = $2 and done.changes is not null
       order by done.at desc, done.import_id desc, done.step desc`,
      ...[workspace, contact],
    );
    return rows.map(asStepEvent);
  }

  async tally(ref: ImportRef, contact: number | null): Promise<EffectTally> {
    const row = await this.#database.get(
      `select (select count(*) from workflow_run where workspace_id = $1 and import_id = $2
           and ($3::bigint is null or contact_id = $3) and state = 'waiting'),
         count(*) filter (where state in ('queued', 'failed', 'dead')), count(*) filter (where state in ('sent', 'sending'))
       from outbox where workspace_id = $1 and import_id = $2 and cause = 'workflow' and ($3::bigint is null or contact_id = $3)`,
      ...[ref.workspace, ref.import, contact],
    );
    const [runs, waiting, sent] = row ?? [];
    return { runs: Number(runs ?? 0), waiting: Number(waiting ?? 0), sent: Number(sent ?? 0) };
  }

  async #numberOf(workspace: number, name: string): Promise<number | null> {
    const row = await this.#database.get(
      `select workflow_id from workflow where workspace_id = $1 and lower(name) = lower($2::text collate "C")`,
      ...[workspace, name],
    );
    return row ? Number(row[0]) : null;
  }

  /** The oldest queue whose import has ended. One that is still running may yet mark its contacts Do Not Touch. */
  async #nextOpen(workspace: number) {
    const row = await this.#database.get(
      `select queue.import_id, queue.over_line, import.state from workflow_queue as queue
       join import on import.workspace_id = queue.workspace_id and import.import_id = queue.import_id
       where queue.workspace_id = $1 and queue.state = 'open' and import.state in ('done', 'cancelled', 'refused', 'undone')
       order by queue.import_id limit 1`,
      workspace,
    );
    return row ? { import: Number(row[0]), overLine: Number(row[1]), isDone: row[2] === "done" } : null;
  }

  async #setQueue(
    ref: ImportRef,
    now: { readonly state: WorkflowQueue["state"]; readonly overLine: number; readonly leftOut: number },
  ): Promise<void> {
    await this.#database.run(
      `update workflow_queue set state = $3, over_line = $4, left_out = left_out + $5
       where workspace_id = $1 and import_id = $2`,
      ...[ref.workspace, ref.import, now.state, now.overLine, now.leftOut],
    );
  }

  async #queueContacts(ref: ImportRef, contacts: readonly number[], dueAt: number): Promise<number> {
    const made = await this.#database.all(
      `insert into workflow_run (workspace_id, import_id, contact_id, state, step, due_at)
       select workspace_id, $2::bigint, contact_id, 'waiting', 0, $4::bigint from contact
       where workspace_id = $1 and contact_id = any($3::bigint[]) and coalesce(do_not_touch, '') <> 'yes'
       on conflict do nothing returning 1`,
      ...[ref.workspace, ref.import, bigints(contacts), dueAt],
    );
    return made.length;
  }

  async #contacts(workspace: number, numbers: readonly number[]): Promise<Held> {
    const rows = await this.#database.all(
      `select ${CONTACT_COLUMNS} from contact where workspace_id = $1 and contact_id = any($2::bigint[])`,
      ...[workspace, bigints(numbers)],
    );
    return new Map(rows.map(asContactRow).map(({ number, values }) => [number, values]));
  }

  #dueRuns(workspace: number, { limit, now }: Portion): Promise<readonly DbRow[]> {
    return this.#database.all(
      `select ${DUE_RUN_COLUMNS} from workflow_run as run
       join workflow_queue as queue on queue.workspace_id = run.workspace_id and queue.import_id = run.import_id
       where run.workspace_id = $1 and run.state = 'waiting' and run.due_at <= $2
         and not exists (select 1 from import where import.workspace_id = run.workspace_id
           and import.import_id = run.import_id and import.state = 'undoing')
       order by run.due_at, run.import_id, run.contact_id limit $3`,
      ...[workspace, now, limit],
    );
  }
}
