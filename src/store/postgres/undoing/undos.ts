/** Undo as the database sees it: what an import wrote, last line first, and the batches that take it back. */

import type {
  Holders,
  ObjectForUndo,
  SideBatch,
  SidePage,
  UndoBatch,
  UndoLine,
  UndoPage,
  UndoProgress,
  UndoStore,
} from "../../../app/ports/undo-ports.ts";
import type { BatchScope, ImportRef, Lease } from "../../../app/ports.ts";
import { keyHash } from "../../../core/match/key-hash.ts";
import { addKey, addKeyChanges, emptyKeys } from "../../../core/plan/batch-plan.ts";
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import { ACCOUNT_LINK } from "../../../core/plan/shape.ts";
import type { SideChangeNow } from "../../../core/plan/undo-side.ts";
import { accept, type Result } from "../../../core/problem/refusal.ts";
import type { DbRow } from "../../db-row.ts";
import { changedValues } from "../../objects/changed-values.ts";
import { type KeysOf, keysReader } from "../../objects/held-keys.ts";
import { objectTable } from "../../objects/object-table.ts";
import { isAbout, isNotUndone } from "../../runs/changed-runs.ts";
import {
  heldByNumber,
  leftToUndo,
  linesToUndo,
  NO_OWN,
  objectsForUndo,
  othersThan,
  touchedIn,
} from "../../undoing/objects-to-undo.ts";
import { asUndoLine, UNDONE_COLUMNS } from "../../undoing/undone-line.ts";
import { cancelQueued } from "../background/workflow-steps.ts";
import { changedInBulk } from "../changes/bulk-lines.ts";
import { keptInMerges } from "../changes/merged-contacts.ts";
import { bigints, type Database } from "../database.ts";
import { type HeldChange, writeAllHeld } from "../objects/held-objects.ts";
import { contactsGone } from "../objects/search-index.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import type { PostgresImports } from "../runs/imports.ts";
import { readLines } from "../runs/ledger-lines.ts";
import type { PostgresFields } from "../workspace/fields.ts";
import { registerTags } from "../workspace/tags.ts";
import { accountUsers, leaveAccount } from "./account-users.ts";
import { usersOf } from "./object-users.ts";
import { sideChangesNow, undoSideChanges } from "./undo-sides.ts";

type Leased = BatchScope & { readonly lease: Lease };

export class PostgresUndos implements UndoStore {
  readonly #database: Database;
  readonly #imports: PostgresImports;
  readonly #fields: PostgresFields;

  constructor(database: Database, imports: PostgresImports, fields: PostgresFields) {
    this.#database = database;
    this.#imports = imports;
    this.#fields = fields;
  }

  async undoable(scope: BatchScope, page: UndoPage): Promise<readonly LedgerLine[]> {
    const { ref, object } = scope;
    const range = linesToUndo(page);
    const left: LedgerLine[] = [];
    for (let under = range.under; left.length < page.limit; ) {
      const lines = await readLines(this.#database, ref, {
        ...{ wrote: true, over: range.over, under },
        ...{ order: "desc", limit: page.limit },
      });
      const last = lines[lines.length - 1]?.line;
      if (last === undefined) break;
      const undone = await this.#undoneBetween(scope, last, lines[0]?.line ?? last);
      left.push(...leftToUndo(lines, object, undone));
      under = last;
    }
    return left.slice(0, page.limit);
  }

  async loadForUndo(
    scope: BatchScope,
    numbers: readonly number[],
    holders: Holders = NO_OWN,
  ): Promise<ReadonlyMap<number, ObjectForUndo>> {
    return this.#database.snapshot(() => this.#loadForUndo(scope, numbers, holders));
  }

  async #loadForUndo(
    { ref, object }: BatchScope,
    numbers: readonly number[],
    { ownToo, freed }: Holders,
  ): Promise<ReadonlyMap<number, ObjectForUndo>> {
    const { workspace } = ref;
    const { columns } = objectTable(object);
    const rows = await this.#rowsOf({ ref, object }, numbers);
    const wanted = bigints([...numbers].sort((a, b) => a - b));
    const edits = await this.#database.all(
      `select wanted.number, change.import_id, count(*) from unnest($3::bigint[]) as wanted (number)
       join object_change as change on change.workspace_id = $1 and change.object = $2 and ${isAbout("wanted.number")}
       where ${isNotUndone("wanted.number")} group by wanted.number, change.import_id`,
      ...[workspace, object, wanted],
    );
    const besides = othersThan(ref, ownToo);
    const users = await usersOf(this.#database, { ref: besides, object }, { numbers, freed });
    const accounts = object === "account" ? await accountUsers(this.#database, ref, numbers) : [];
    const gathered = object === "contact" ? await keptInMerges(this.#database, workspace, wanted) : NOBODY;
    const bulk = object === "contact" ? await changedInBulk(this.#database, workspace, wanted) : NOBODY;
    const around = { importNumber: ref.import, columns, edits: [...edits, ...accounts], users, gathered, bulk };
    return objectsForUndo(rows, around);
  }

  #rowsOf({ ref, object }: BatchScope, numbers: readonly number[]): Promise<readonly DbRow[]> {
    const { table, id, columns } = objectTable(object);
    return this.#database.all(
      `select ${[id, "custom", "kept", ...columns].join(", ")} from ${table}
       where workspace_id = $1 and ${id} = any($2::bigint[])`,
      ...[ref.workspace, bigints([...numbers].sort((a, b) => a - b))],
    );
  }

  async begin({ ref, lease }: Leased, progress: UndoProgress): Promise<Result<null>> {
    return this.#database.transaction(ref.workspace, async () => {
      const refusal = await this.#imports.holdLease(ref, lease);
      if (refusal) return refusal;
      await this.#database.run(
        "update import set state = 'undoing' where workspace_id = $1 and import_id = $2",
        ...[ref.workspace, ref.import],
      );
      await saveProgress(this.#database, ref, progress);
      if (progress.only === null) await cancelQueued(this.#database, ref, null);
      return accept(null);
    });
  }

  async apply({ lease, ...scope }: Leased, batch: UndoBatch): Promise<Result<null>> {
    const { ref, object } = scope;
    const keysOf = keysReader(object, await this.#fields.list(ref.workspace, object));
    return this.#database.transaction(ref.workspace, async () => {
      const refusal = await this.#imports.holdLease(ref, lease);
      if (refusal) return refusal;
      const before = heldByNumber(object, await this.#rowsOf(scope, touchedIn(batch)));
      await this.#delete(scope, batch.deletes, { before, keysOf });
      await this.#restore(scope, batch, { before, keysOf });
      await this.#record(scope, batch);
      if (batch.progress.only !== null) await cancelQueued(this.#database, ref, batch.deletes);
      return accept(null);
    });
  }

  async sideChanges(ref: ImportRef, page: SidePage): Promise<readonly SideChangeNow[]> {
    return this.#database.snapshot(() => sideChangesNow(this.#database, ref, page));
  }

  async applySides({ ref, lease }: Leased, batch: SideBatch): Promise<Result<null>> {
    return this.#database.transaction(ref.workspace, async () => {
      const refusal = await this.#imports.holdLease(ref, lease);
      if (refusal) return refusal;
      await undoSideChanges(this.#database, ref, batch);
      await saveProgress(this.#database, ref, batch.progress);
      return accept(null);
    });
  }

  async lines(
    ref: ImportRef,
    page: { readonly afterLine: number; readonly limit: number },
  ): Promise<readonly UndoLine[]> {
    const rows = await this.#database.all(
      `select ${UNDONE_COLUMNS} from undo_line where workspace_id = $1 and import_id = $2 and line > $3
         and line <= (select max(line) from (select distinct line from undo_line
           where workspace_id = $1 and import_id = $2 and line > $3 order by line limit $4) as page)
       order by line, object`,
      ...[ref.workspace, ref.import, page.afterLine, page.limit],
    );
    return rows.map(asUndoLine);
  }

  async #undoneBetween({ ref, object }: BatchScope, from: number, to: number): Promise<ReadonlySet<number>> {
    const rows = await this.#database.all(
      `select line from undo_line
       where workspace_id = $1 and import_id = $2 and object = $3 and line between $4 and $5
         and result in ('deleted', 'restored', 'gone', 'erased')`,
      ...[ref.workspace, ref.import, object, from, to],
    );
    return new Set(rows.map(([line]) => Number(line)));
  }

  async #delete({ ref, object }: BatchScope, deletes: readonly number[], { before, keysOf }: Loaded): Promise<void> {
    if (deletes.length === 0) return;
    const { workspace } = ref;
    const { table, id } = objectTable(object);
    const removed = emptyKeys();
    const leaving: { readonly account: number; readonly contact: number }[] = [];
    for (const number of deletes) {
      const values = before.get(number) ?? new Map<string, string>();
      for (const { kind, text } of keysOf(values)) addKey(removed, kind, keyHash(text), number);
      const account = object === "contact" ? values.get(ACCOUNT_LINK) : undefined;
      if (account !== undefined) leaving.push({ account: Number(account), contact: number });
      if (object === "account") await leaveAccount(this.#database, workspace, number);
    }
    await this.#leaveAccounts(workspace, leaving);
    const gone = await this.#database.all(
      `delete from ${table} where workspace_id = $1 and ${id} = any($2::bigint[]) returning ${id}`,
      ...[workspace, bigints(deletes)],
    );
    if (object === "contact") {
      const contacts = gone.map(([number]) => Number(number));
      await contactsGone(this.#database, workspace, contacts);
    }
    await changeKeys(this.#database, { workspace, object }, { added: emptyKeys(), removed });
  }

  /** Accounts have no main contact any more where it is one of these. */
  async #leaveAccounts(
    workspace: number,
    leaving: readonly { readonly account: number; readonly contact: number }[],
  ): Promise<void> {
    if (leaving.length === 0) return;
    await this.#database.run(
      `update account set main_contact = null from unnest($2::bigint[], $3::bigint[]) as leaving (account, contact)
       where account.workspace_id = $1 and account.account_id = leaving.account
         and account.main_contact = leaving.contact`,
      workspace,
      bigints(leaving.map(({ account }) => account)),
      bigints(leaving.map(({ contact }) => contact)),
    );
  }

  async #restore({ ref, object }: BatchScope, batch: UndoBatch, { before, keysOf }: Loaded): Promise<void> {
    const { workspace } = ref;
    const added = emptyKeys();
    const removed = emptyKeys();
    const held: HeldChange[] = [];
    for (const { contact, values } of batch.restores) {
      const present = before.get(contact);
      if (!present) continue;
      const next = changedValues(present, values);
      held.push({ number: contact, values, next });
      addKeyChanges(contact, { before: keysOf(present), after: keysOf(next) }, { added, removed });
    }
    await writeAllHeld(this.#database, { workspace, object, at: batch.at }, held);
    const tags = batch.restores.map(({ values }) => values.get("tags") ?? "");
    await registerTags(this.#database, { workspace, madeBy: null }, tags);
    await changeKeys(this.#database, { workspace, object }, { added, removed });
  }

  async #record({ ref, object }: BatchScope, batch: UndoBatch): Promise<void> {
    // Of a line that is told twice the last word counts.
    const lines = [...new Map(batch.lines.map((line) => [line.line, line])).values()];
    await this.#database.run(
      `insert into undo_line (workspace_id, import_id, object, line, contact_id, result, kept, at)
       select $1::bigint, $2::bigint, $3::text, undone.*, $4::bigint
       from unnest($5::bigint[], $6::bigint[], $7::text[], $8::text[]) as undone (line, contact_id, result, kept)
       on conflict (workspace_id, import_id, object, line) do update
       set contact_id = excluded.contact_id, result = excluded.result, kept = excluded.kept, at = excluded.at`,
      ...[ref.workspace, ref.import, object, batch.at],
      ...[bigints(lines.map(({ line }) => line)), bigints(lines.map(({ contact }) => contact))],
      ...[lines.map(({ result }) => result), lines.map(({ kept }) => JSON.stringify(kept))],
    );
    await saveProgress(this.#database, ref, batch.progress);
  }
}

const NOBODY: ReadonlySet<number> = new Set();

type Loaded = { readonly before: ReadonlyMap<number, ReadonlyMap<string, string>>; readonly keysOf: KeysOf };

function saveProgress(database: Database, ref: ImportRef, progress: UndoProgress): Promise<void> {
  return database.run(
    "update import set undo = $3, version = version + 1 where workspace_id = $1 and import_id = $2",
    ...[ref.workspace, ref.import, JSON.stringify(progress)],
  );
}
