/** What one run's progress writes, inside the caller's transaction: the contact, its history, the outbox, and where the run is. */

import type { ImportSettings } from "../../../app/import/import-settings.ts";
import type { DueRun } from "../../../app/ports/effect-ports.ts";
import type { ImportRef } from "../../../app/ports.ts";
import type { Advance } from "../../../core/workflow/advance-run.ts";
import { documentText, objectTable, parseDocument, toDb } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";
import { searchAgain } from "../objects/search-index.ts";
import { registerTags } from "../workspace/tags.ts";
import { addEffect } from "./add-effect.ts";

type When = { readonly workspace: number; readonly now: number };

export function writeAdvance(database: Database, { workspace, now }: When, run: DueRun, advance: Advance): void {
  for (const done of advance.done) {
    database.run(
      "insert into workflow_step (workspace_id, contact_id, import_id, step, result, changes, at) values (?, ?, ?, ?, ?, ?, ?)",
      ...[workspace, run.contact, run.import, done.step, done.result],
      ...[done.changes === null ? null : JSON.stringify(done.changes), now],
    );
    for (const [field, [, after]] of Object.entries(done.changes ?? {})) {
      writeField(database, { workspace, now }, run.contact, [field, after]);
    }
    registerTags(database, { workspace, madeBy: run.import }, [done.changes?.tags?.[1] ?? ""]);
    if (done.effect !== null) {
      const { key, effect, step } = done;
      const { import: of, number: workflow, contact } = run;
      const from = { cause: "workflow", import: of, workflow, contact, step } as const;
      addEffect(database, { workspace, now }, { key, effect, from, dueAt: now + run.holdMs });
    }
  }
  database.run(
    "update workflow_run set state = ?, step = ?, due_at = ? where workspace_id = ? and import_id = ? and contact_id = ?",
    ...[advance.state, advance.step, advance.dueAt, workspace, run.import, run.contact],
  );
}

/** Fields that contacts are recognised by are not among those that a workflow sets: no key changes. */
function writeField(
  database: Database,
  { workspace, now }: When,
  contact: number,
  [field, value]: readonly [string, string | null],
): void {
  if (objectTable("contact").columns.includes(field)) {
    database.run(
      `update contact set ${field} = ?, updated_at = ? where workspace_id = ? and contact_id = ?`,
      ...[toDb(value ?? ""), now, workspace, contact],
    );
    searchAgain(database, workspace, { columns: [field], first: contact });
    return;
  }
  const row = database.get(
    "select custom from contact where workspace_id = ? and contact_id = ?",
    ...[workspace, contact],
  );
  const entries = new Map(parseDocument(row?.[0]));
  if (value === null) entries.delete(field);
  else entries.set(field, value);
  database.run(
    "update contact set custom = ?, updated_at = ? where workspace_id = ? and contact_id = ?",
    ...[documentText(entries), now, workspace, contact],
  );
}

/** Makes an import's new contacts wait for its workflow. */
export function openQueue(database: Database, ref: ImportRef, { workflow }: ImportSettings): void {
  if (workflow === undefined) return;
  const { number, holdMs, ...definition } = workflow;
  database.run(
    `insert into workflow_queue (workspace_id, import_id, workflow_id, workflow, hold_ms, state)
     values (?, ?, ?, ?, ?, 'open')`,
    ...[ref.workspace, ref.import, number, JSON.stringify(definition.workflow), holdMs],
  );
}

/**
 * Takes back what has not happened: runs that wait, and effects that nobody is sending. Those that are out stay in the list.
 *
 * @param contacts null = of the whole import
 */
export function cancelQueued(database: Database, ref: ImportRef, contacts: readonly number[] | null): void {
  const about = [ref.workspace, ref.import, contacts === null ? null : JSON.stringify(contacts)] as const;
  const among = "(?3 is null or contact_id in (select value from json_each(?3)))";
  database.run(
    `update workflow_run set state = 'cancelled'
     where workspace_id = ?1 and import_id = ?2 and state = 'waiting' and ${among}`,
    ...about,
  );
  database.run(
    `update outbox indexed by outbox_import set state = 'cancelled', effect = null
     where workspace_id = ?1 and import_id = ?2 and cause = 'workflow' and state in ('queued', 'failed', 'dead') and ${among}`,
    ...about,
  );
  // What a worker is sending may be out; should it fail, it is not tried again.
  database.run(
    `update outbox indexed by outbox_import set revoked = 1
     where workspace_id = ?1 and import_id = ?2 and cause = 'workflow' and state = 'sending' and ${among}`,
    ...about,
  );
  if (contacts !== null) return;
  database.run(
    "update workflow_queue set state = 'cancelled' where workspace_id = ? and import_id = ?",
    ...[ref.workspace, ref.import],
  );
}
