/** What one run's progress writes, inside the caller's transaction: the contact, its history, the outbox, and where the run is. */

import type { ImportSettings } from "../../../app/import/import-settings.ts";
import type { DueRun } from "../../../app/ports/effect-ports.ts";
import type { ImportRef } from "../../../app/ports.ts";
import type { Advance } from "../../../core/workflow/advance-run.ts";
import { objectTable, toDb } from "../../objects/object-table.ts";
import { bigints, type Database } from "../database.ts";
import { searchAgain } from "../objects/search-index.ts";
import { registerTags } from "../workspace/tags.ts";
import { addEffect } from "./add-effect.ts";

type When = { readonly workspace: number; readonly now: number };

export async function writeAdvance(
  database: Database,
  { workspace, now }: When,
  run: DueRun,
  advance: Advance,
): Promise<void> {
  for (const done of advance.done) {
    await database.run(
      `insert into workflow_step (workspace_id, contact_id, import_id, step, result, changes, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      ...[workspace, run.contact, run.import, done.step, done.result],
      ...[done.changes === null ? null : JSON.stringify(done.changes), now],
    );
    for (const [field, [, after]] of Object.entries(done.changes ?? {})) {
      await writeField(database, { workspace, now }, run.contact, [field, after]);
    }
    await registerTags(database, { workspace, madeBy: run.import }, [done.changes?.tags?.[1] ?? ""]);
    if (done.effect !== null) {
      const { key, effect, step } = done;
      const { import: of, number: workflow, contact } = run;
      const from = { cause: "workflow", import: of, workflow, contact, step } as const;
      await addEffect(database, { workspace, now }, { key, effect, from, dueAt: now + run.holdMs });
    }
  }
  await database.run(
    `update workflow_run set state = $4, step = $5, due_at = $6
     where workspace_id = $1 and import_id = $2 and contact_id = $3`,
    ...[workspace, run.import, run.contact, advance.state, advance.step, advance.dueAt],
  );
}

/** Fields that contacts are recognised by are not among those that a workflow sets: no key changes. */
async function writeField(
  database: Database,
  { workspace, now }: When,
  contact: number,
  [field, value]: readonly [string, string | null],
): Promise<void> {
  const place = [workspace, contact, now] as const;
  const isContact = "where workspace_id = $1 and contact_id = $2";
  if (objectTable("contact").columns.includes(field)) {
    await database.run(`update contact set ${field} = $4, updated_at = $3 ${isContact}`, ...place, toDb(value ?? ""));
    await searchAgain(database, workspace, { columns: [field], first: contact });
    return;
  }
  // An empty document is none.
  const custom =
    value === null
      ? "coalesce(custom, '{}') - $4::text"
      : "coalesce(custom, '{}') || jsonb_build_object($4::text, $5::text)";
  await database.run(
    `update contact set custom = nullif(${custom}, '{}'), updated_at = $3 ${isContact}`,
    ...[...place, field, ...(value === null ? [] : [value])],
  );
}

/** Makes an import's new contacts wait for its workflow. */
export async function openQueue(database: Database, ref: ImportRef, { workflow }: ImportSettings): Promise<void> {
  if (workflow === undefined) return;
  const { number, holdMs, ...definition } = workflow;
  await database.run(
    `insert into workflow_queue (workspace_id, import_id, workflow_id, workflow, hold_ms, state)
     values ($1, $2, $3, $4, $5, 'open')`,
    ...[ref.workspace, ref.import, number, JSON.stringify(definition.workflow), holdMs],
  );
}

/**
 * Takes back what has not happened: runs that wait, and effects that nobody is sending. Those that are out stay in the list.
 *
 * @param contacts null = of the whole import
 */
export async function cancelQueued(
  database: Database,
  ref: ImportRef,
  contacts: readonly number[] | null,
): Promise<void> {
  const about = [ref.workspace, ref.import, contacts === null ? null : bigints(contacts)] as const;
  const isMeant = "workspace_id = $1 and import_id = $2 and ($3::bigint[] is null or contact_id = any($3::bigint[]))";
  await database.run(`update workflow_run set state = 'cancelled' where ${isMeant} and state = 'waiting'`, ...about);
  await database.run(
    `update outbox set state = 'cancelled', effect = null
     where ${isMeant} and cause = 'workflow' and state in ('queued', 'failed', 'dead')`,
    ...about,
  );
  // What a worker is sending may be out; should it fail, it is not tried again.
  await database.run(
    `update outbox set revoked = 1 where ${isMeant} and cause = 'workflow' and state = 'sending'`,
    ...about,
  );
  if (contacts !== null) return;
  await database.run(
    "update workflow_queue set state = 'cancelled' where workspace_id = $1 and import_id = $2",
    ...[ref.workspace, ref.import],
  );
}
