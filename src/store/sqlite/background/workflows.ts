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
import type { Database } from "../database.ts";
import { readLines } from "../runs/ledger-lines.ts";
import { readQueues } from "./workflow-queues.ts";
import { writeAdvance } from "./workflow-steps.ts";

export class SqliteWorkflows implements WorkflowStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly StoredWorkflow[]> {
    return this.#database
      .all(`select ${WORKFLOW_COLUMNS} from workflow where workspace_id = ? order by name collate nocase`, workspace)
      .map(asWorkflow);
  }

  async add(workspace: number, workflow: Workflow, at: number): Promise<Result<StoredWorkflow>> {
    return this.#database.transaction(() => {
      if (this.#numberOf(workspace, workflow.name) !== null) return nameTaken(workflow);
      const number = Number(
        this.#database.get(
          "update workspace set next_workflow = next_workflow + 1 where workspace_id = ? returning next_workflow - 1",
          workspace,
        )?.[0],
      );
      this.#database.run(
        "insert into workflow (workspace_id, workflow_id, name, steps, changed_at) values (?, ?, ?, ?, ?)",
        ...[workspace, number, workflow.name, JSON.stringify(workflow.steps), at],
      );
      return accept({ number, workflow, changedAt: at });
    });
  }

  async change(workspace: number, changed: StoredWorkflow): Promise<Result<StoredWorkflow>> {
    const { number, workflow, changedAt } = changed;
    return this.#database.transaction(() => {
      const holder = this.#numberOf(workspace, workflow.name);
      if (holder !== null && holder !== number) return nameTaken(workflow);
      this.#database.run(
        "update workflow set name = ?, steps = ?, changed_at = ? where workspace_id = ? and workflow_id = ?",
        ...[workflow.name, JSON.stringify(workflow.steps), changedAt, workspace, number],
      );
      return accept(changed);
    });
  }

  async remove(workspace: number, number: number): Promise<void> {
    await this.#database.write("delete from workflow where workspace_id = ? and workflow_id = ?", workspace, number);
  }

  async queues(workspace: number): Promise<readonly WorkflowQueue[]> {
    return readQueues(this.#database, workspace);
  }

  async queueRuns(
    workspace: number,
    { limit, now }: { readonly limit: number; readonly now: number },
  ): Promise<boolean> {
    if (this.#nextOpen(workspace) === null) return false;
    return this.#database.transaction(() => {
      const open = this.#nextOpen(workspace);
      if (open === null) return false;
      const ref = { workspace, import: open.import };
      if (!open.isDone) {
        this.#setQueue(ref, "cancelled", open.overLine);
        return true;
      }
      const lines = readLines(this.#database, ref, { outcome: "created", over: open.overLine, limit });
      const { made, contacts } = contactsToQueue(lines, this.#unclear(ref, limit));
      const queued = this.#queueContacts(ref, contacts, now);
      this.#database.run(
        "update workflow_queue set left_out = left_out + ? where workspace_id = ? and import_id = ?",
        ...[made - queued, workspace, open.import],
      );
      const last = lines[lines.length - 1]?.line ?? open.overLine;
      this.#setQueue(ref, lines.length < limit ? "queued" : "open", last);
      return true;
    });
  }

  #unclear(ref: ImportRef, limit: number): ReadonlySet<number> {
    const found = new Set<number>();
    for (const outcome of LATER) {
      for (let over = 0; ; ) {
        const lines = readLines(this.#database, ref, { outcome, problem: UNCLEAR, over, limit });
        for (const contact of unclearIn(lines)) found.add(contact);
        if (lines.length < limit) break;
        over = lines.at(-1)?.line ?? over;
      }
    }
    return found;
  }

  async advance(
    workspace: number,
    { limit, now }: { readonly limit: number; readonly now: number },
    decide: (run: DueRun) => Advance,
  ): Promise<number> {
    if (this.#dueRuns(workspace, 1, now).length === 0) return 0;
    return this.#database.transaction(() => {
      const dueRuns = this.#dueRuns(workspace, limit, now);
      for (const due of dueRuns) {
        const row = this.#database.get(
          `select ${CONTACT_COLUMNS} from contact where workspace_id = ? and contact_id = ?`,
          ...[workspace, due[1] ?? 0],
        );
        const run = asDueRun(due, row ? asContactRow(row).values : null);
        writeAdvance(this.#database, { workspace, now }, run, decide(run));
      }
      return dueRuns.length;
    });
  }

  async stepsOf(workspace: number, contact: number): Promise<readonly StepEvent[]> {
    return this.#database
      .all(
        `select ${STEP_COLUMNS} from workflow_step as done
         join workflow_queue as queue on queue.workspace_id = done.workspace_id and queue.import_id = done.import_id
         where done.workspace_id = ? and done.contact_id = ? and done.changes is not null
         order by done.at desc, done.import_id desc, done.step desc`,
        ...[workspace, contact],
      )
      .map(asStepEvent);
  }

  async tally(ref: ImportRef, contact: number | null): Promise<EffectTally> {
    const about = [ref.workspace, ref.import, contact, contact];
    const runs = this.#database.get(
      `select count(*) from workflow_run where workspace_id = ? and import_id = ? and (? is null or contact_id = ?)
       and state = 'waiting'`,
      ...about,
    );
    const effects = this.#database.get(
      `select count(*) filter (where state in ('queued', 'failed', 'dead')), count(*) filter (where state in ('sent', 'sending'))
       from outbox indexed by outbox_import
       where workspace_id = ? and import_id = ? and cause = 'workflow' and (? is null or contact_id = ?)`,
      ...about,
    );
    return { runs: Number(runs?.[0] ?? 0), waiting: Number(effects?.[0] ?? 0), sent: Number(effects?.[1] ?? 0) };
  }

  #numberOf(workspace: number, name: string): number | null {
    const row = this.#database.get(
      "select workflow_id from workflow where workspace_id = ? and name = ? collate nocase",
      ...[workspace, name],
    );
    return row ? Number(row[0]) : null;
  }

  /** The oldest queue whose import has ended. One that is still running may yet mark its contacts Do Not Touch. */
  #nextOpen(workspace: number) {
    const row = this.#database.get(
      `select queue.import_id, queue.over_line, import.state from workflow_queue as queue
       join import on import.workspace_id = queue.workspace_id and import.import_id = queue.import_id
       where queue.workspace_id = ? and queue.state = 'open' and import.state in ('done', 'cancelled', 'refused', 'undone')
       order by queue.import_id limit 1`,
      workspace,
    );
    return row ? { import: Number(row[0]), overLine: Number(row[1]), isDone: row[2] === "done" } : null;
  }

  #setQueue(ref: ImportRef, state: WorkflowQueue["state"], overLine: number): void {
    this.#database.run(
      "update workflow_queue set state = ?, over_line = ? where workspace_id = ? and import_id = ?",
      ...[state, overLine, ref.workspace, ref.import],
    );
  }

  #queueContacts(ref: ImportRef, contacts: readonly number[], now: number): number {
    const made = this.#database.all(
      `insert into workflow_run (workspace_id, import_id, contact_id, state, step, due_at)
       select contact.workspace_id, ?, contact.contact_id, 'waiting', 0, ? from json_each(?) as wanted
       cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value
       where ifnull(contact.do_not_touch, '') <> 'yes'
       on conflict do nothing returning 1`,
      ...[ref.import, now, JSON.stringify(contacts), ref.workspace],
    );
    return made.length;
  }

  #dueRuns(workspace: number, limit: number, now: number): readonly DbRow[] {
    return this.#database.all(
      `select ${DUE_RUN_COLUMNS}
       from workflow_run as run indexed by workflow_run_due
       join workflow_queue as queue on queue.workspace_id = run.workspace_id and queue.import_id = run.import_id
       where run.workspace_id = ? and run.state = 'waiting' and run.due_at <= ?
         and not exists (select 1 from import where import.workspace_id = run.workspace_id
           and import.import_id = run.import_id and import.state = 'undoing') order by run.due_at limit ?`,
      ...[workspace, now, limit],
    );
  }
}
