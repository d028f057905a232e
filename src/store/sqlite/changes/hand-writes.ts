/** Contacts that are made and changed by hand: one transaction each, from what is read to what is written and remembered. */
import type { HandStore, HandWrite, HandWritten } from "../../../app/ports/hand-store.ts";
import type { Doing } from "../../../app/ports/merge-store.ts";
import type { BatchReader } from "../../../app/ports.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import type { Database } from "../database.ts";
import { writeAccounts } from "../runs/batch-accounts.ts";
import { SqliteBatchReader } from "../runs/batches.ts";
import { changeKeys, settleKeys } from "../runs/identity-keys.ts";
import { insertObjects } from "../runs/insert-objects.ts";
import { updateObjects } from "../runs/update-objects.ts";
import { registerTags } from "../workspace/tags.ts";

/** What no import is: nobody has begun one under this number. */
const NO_IMPORT = 0;

export class SqliteHand implements HandStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async write(
    workspace: number,
    { by, at }: Doing,
    decide: (batch: BatchReader) => Promise<Result<HandWrite>>,
  ): Promise<Result<HandWritten>> {
    return this.#database.transaction(async () => {
      // What an undo puts back was decided before its batch is written: nobody may change it in between.
      if (this.#isTakingBack(workspace))
        return refuseWith("import_at_work", "An import of this workspace is being taken back.");
      settleKeys(this.#database, workspace);
      const scope = { ref: { workspace, import: NO_IMPORT }, object: "contact" } as const;
      const decided = await decide(new SqliteBatchReader(this.#database, scope, { pass: "run", ahead: null }));
      if (!decided.ok) return decided;
      const { contact, changes } = decided.value;
      if (decided.value.do === "edit" && Object.keys(changes).length === 0) return accept({ contact, change: null });
      // Versions are told apart by it, also where two changes come within a millisecond.
      const moment = Math.max(at, this.#changedAt(workspace, contact) + 1);
      this.#apply(workspace, decided.value, moment);
      return accept({ contact, change: this.#remember(workspace, { by, at: moment }, decided.value) });
    });
  }

  #changedAt(workspace: number, contact: number): number {
    const row = this.#database.get(
      "select updated_at from contact where workspace_id = ? and contact_id = ?",
      ...[workspace, contact],
    );
    return Number(row?.[0] ?? 0);
  }

  #apply(workspace: number, { contact, plan, shape }: HandWrite, at: number): void {
    const target = { workspace, at, shape };
    insertObjects(this.#database, { ...target, madeBy: null }, plan.inserts);
    updateObjects(this.#database, target, plan.updates);
    changeKeys(this.#database, { workspace, object: "contact" }, { added: plan.keysAdded, removed: plan.keysRemoved });
    if (plan.accounts.changes.length > 0)
      writeAccounts(this.#database, { workspace, madeBy: null, now: at }, plan.accounts);
    // Who is an account's main contact is no value of the contact: it has changed all the same.
    this.#database.run(
      "update contact set updated_at = ? where workspace_id = ? and contact_id = ?",
      ...[at, workspace, contact],
    );
  }

  #remember(workspace: number, { by, at }: Doing, { contact, changes, plan, ...write }: HandWrite): number {
    const row = this.#database.get(
      `insert into bulk_change (workspace_id, bulk_id, at, by, change, state, seen_to, changed, ended_at, by_hand)
       values (?1, (select ifnull(max(bulk_id), 0) + 1 from bulk_change where workspace_id = ?1), ?2, ?3, ?4, 'done', ?5, 1, ?2, 1)
       returning bulk_id`,
      ...[workspace, at, by, JSON.stringify({ do: write.do }), contact],
    );
    const bulk = Number(row?.[0]);
    const sides = plan.accounts.changes.filter(({ object }) => object === "account");
    this.#database.run(
      "insert into bulk_line (workspace_id, bulk_id, contact_id, changes, sides) values (?, ?, ?, ?, ?)",
      ...[workspace, bulk, contact, JSON.stringify(changes), sides.length === 0 ? null : JSON.stringify(sides)],
    );
    registerTags(this.#database, { workspace, madeBy: null }, [changes.tags?.[1] ?? ""]);
    return bulk;
  }

  #isTakingBack(workspace: number): boolean {
    const row = this.#database.get(
      "select 1 from import where workspace_id = ? and state = 'undoing' limit 1",
      workspace,
    );
    return row !== undefined;
  }
}
