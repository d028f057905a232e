/** Contacts that are made and changed by hand: one transaction each, from what is read to what is written and remembered. */
import type { HandStore, HandWrite, HandWritten } from "../../../app/ports/hand-store.ts";
import type { Doing } from "../../../app/ports/merge-store.ts";
import type { BatchReader } from "../../../app/ports.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { TAKING_BACK } from "../../runs/import-at-work.ts";
import type { Database } from "../database.ts";
import { writeAccounts } from "../runs/batch-accounts.ts";
import { PostgresBatchReader } from "../runs/batches.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import { insertObjects } from "../runs/insert-objects.ts";
import { updateObjects } from "../runs/update-objects.ts";
import { registerTags } from "../workspace/tags.ts";

/** What no import is: nobody has begun one under this number. */
const NO_IMPORT = 0;

export class PostgresHand implements HandStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async write(
    workspace: number,
    { by, at }: Doing,
    decide: (batch: BatchReader) => Promise<Result<HandWrite>>,
  ): Promise<Result<HandWritten>> {
    return this.#database.transaction(workspace, async () => {
      // What an undo puts back was decided before its batch is written: nobody may change it in between.
      if (await this.#isTakingBack(workspace))
        return refuseWith("import_at_work", "An import of this workspace is being taken back.");
      const scope = { ref: { workspace, import: NO_IMPORT }, object: "contact" } as const;
      const decided = await decide(new PostgresBatchReader(this.#database, scope, { pass: "run" }));
      if (!decided.ok) return decided;
      const { contact, changes } = decided.value;
      if (decided.value.do === "edit" && Object.keys(changes).length === 0) return accept({ contact, change: null });
      // Versions are told apart by it, also where two changes come within a millisecond.
      const moment = Math.max(at, (await this.#changedAt(workspace, contact)) + 1);
      await this.#apply(workspace, decided.value, moment);
      return accept({ contact, change: await this.#remember(workspace, { by, at: moment }, decided.value) });
    });
  }

  async #changedAt(workspace: number, contact: number): Promise<number> {
    const row = await this.#database.get(
      "select updated_at from contact where workspace_id = $1 and contact_id = $2",
      ...[workspace, contact],
    );
    return Number(row?.[0] ?? 0);
  }

  async #apply(workspace: number, { contact, plan, shape }: HandWrite, at: number): Promise<void> {
    const target = { workspace, at, shape };
    const keys = { added: plan.keysAdded, removed: plan.keysRemoved };
    await insertObjects(this.#database, { ...target, madeBy: null }, plan.inserts);
    await updateObjects(this.#database, target, plan.updates);
    await changeKeys(this.#database, { workspace, object: "contact" }, keys);
    if (plan.accounts.changes.length > 0)
      await writeAccounts(this.#database, { workspace, madeBy: null, now: at }, plan.accounts);
    // Who is an account's main contact is no value of the contact: it has changed all the same.
    await this.#database.run(
      "update contact set updated_at = $1 where workspace_id = $2 and contact_id = $3",
      ...[at, workspace, contact],
    );
  }

  async #remember(
    workspace: number,
    { by, at }: Doing,
    { contact, changes, plan, ...write }: HandWrite,
  ): Promise<number> {
    const row = await this.#database.get(
      `insert into bulk_change (workspace_id, bulk_id, at, by, change, state, seen_to, changed, ended_at, by_hand)
       select $1::bigint, coalesce(max(bulk_id), 0) + 1, $2::bigint, $3::text, $4::text, 'done', $5::bigint, 1, $2::bigint, 1
       from bulk_change where workspace_id = $1
       returning bulk_id`,
      ...[workspace, at, by, JSON.stringify({ do: write.do }), contact],
    );
    const bulk = Number(row?.[0]);
    const sides = plan.accounts.changes.filter(({ object }) => object === "account");
    await this.#database.run(
      "insert into bulk_line (workspace_id, bulk_id, contact_id, changes, sides) values ($1, $2, $3, $4, $5)",
      ...[workspace, bulk, contact, JSON.stringify(changes), sides.length === 0 ? null : JSON.stringify(sides)],
    );
    await registerTags(this.#database, { workspace, madeBy: null }, [changes.tags?.[1] ?? ""]);
    return bulk;
  }

  async #isTakingBack(workspace: number): Promise<boolean> {
    const row = await this.#database.get(
      `select 1 from import where workspace_id = $1 and ${TAKING_BACK} limit 1`,
      workspace,
    );
    return row !== undefined;
  }
}
