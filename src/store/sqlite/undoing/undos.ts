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
import type { Database } from "../database.ts";
import { writeHeld } from "../objects/held-objects.ts";
import { addPendingKeys, changeKeys, othersArePending, settleKeys } from "../runs/identity-keys.ts";
import type { SqliteImports } from "../runs/imports.ts";
import { readLines } from "../runs/ledger-lines.ts";
import type { SqliteFields } from "../workspace/fields.ts";
import { registerTags } from "../workspace/tags.ts";
import { accountUsers, leaveAccount } from "./account-users.ts";
import { usersOf } from "./object-users.ts";
import { sideChangesNow, undoSideChanges } from "./undo-sides.ts";

export class SqliteUndos implements UndoStore {
  readonly #database: Database;
  readonly #imports: SqliteImports;
  readonly #fields: SqliteFields;

  constructor(database: Database, imports: SqliteImports, fields: SqliteFields) {
    this.#database = database;
    this.#imports = imports;
    this.#fields = fields;
  }

  async undoable(scope: BatchScope, page: UndoPage): Promise<readonly LedgerLine[]> {
    const { ref, object } = scope;
    const range = linesToUndo(page);
    const left: LedgerLine[] = [];
    for (let under = range.under; left.length < page.limit; ) {
      const lines = readLines(this.#database, ref, {
        wrote: true,
        over: range.over,
        under,
        order: "desc",
        limit: page.limit,
      });
      const last = lines[lines.length - 1]?.line;
      if (last === undefined) break;
      const undone = this.#undoneBetween(scope, last, lines[0]?.line ?? last);
      left.push(...leftToUndo(lines, object, undone));
      under = last;
    }
    return left.slice(0, page.limit);
  }

  async loadForUndo(
    { ref, object }: BatchScope,
    numbers: readonly number[],
    { ownToo, freed }: Holders = NO_OWN,
  ): Promise<ReadonlyMap<number, ObjectForUndo>> {
    const { columns } = objectTable(object);
    const rows = this.#rowsOf({ ref, object }, numbers);
    const wanted = asJson(numbers);
    const edits = this.#database.all(
      `select wanted.value, change.import_id, count(*) from json_each(?) as wanted
       cross join object_change as change on change.workspace_id = ? and change.object = ? and ${isAbout("wanted.value")}
       where ${isNotUndone("wanted.value")}
       group by wanted.value, change.import_id`,
      ...[wanted, ref.workspace, object],
    );
    const besides = othersThan(ref, ownToo);
    const users = usersOf(this.#database, { ref: besides, object }, { numbers, freed });
    const accounts = object === "account" ? accountUsers(this.#database, ref, numbers) : [];
    const gathered = object === "contact" ? keptInMerges(this.#database, ref.workspace, wanted) : NOBODY;
    const bulk = object === "contact" ? changedInBulk(this.#database, ref.workspace, wanted) : NOBODY;
    const around = { importNumber: ref.import, columns, edits: [...edits, ...accounts], users, gathered, bulk };
    return objectsForUndo(rows, around);
  }

  #rowsOf({ ref, object }: BatchScope, numbers: readonly number[]): readonly DbRow[] {
    const { table, id, columns } = objectTable(object);
    return this.#database.all(
      `select ${["custom", "kept", ...columns].reduce((list, column) => `${list}, ${table}.${column}`, `${table}.${id}`)} from json_each(?) as wanted
       cross join ${table} on ${table}.workspace_id = ? and ${table}.${id} = wanted.value`,
      ...[asJson(numbers), ref.workspace],
    );
  }

  async begin({ ref, lease }: BatchScope & { readonly lease: Lease }, progress: UndoProgress): Promise<Result<null>> {
    return this.#database.transaction(() => {
      const refusal = this.#imports.holdLease(ref, lease);
      if (refusal) return refusal;
      this.#database.run(
        "update import set state = 'undoing' where workspace_id = ? and import_id = ?",
        ...[ref.workspace, ref.import],
      );
      saveProgress(this.#database, ref, progress);
      if (progress.only === null) cancelQueued(this.#database, ref, null);
      return accept(null);
    });
  }

  async apply({ lease, ...scope }: BatchScope & { readonly lease: Lease }, batch: UndoBatch): Promise<Result<null>> {
    const { ref, object } = scope;
    const keysOf = keysReader(object, await this.#fields.list(ref.workspace, object));
    return this.#database.transaction(async () => {
      const refusal = this.#imports.holdLease(ref, lease);
      if (refusal) return refusal;
      settleOthers(this.#database, ref);
      const before = heldByNumber(object, this.#rowsOf(scope, touchedIn(batch)));
      this.#delete(scope, batch.deletes, { before, keysOf });
      this.#restore(scope, batch, { before, keysOf });
      this.#record(scope, batch);
      if (batch.progress.only !== null) cancelQueued(this.#database, ref, batch.deletes);
      return accept(null);
    });
  }

  async sideChanges(ref: ImportRef, page: SidePage): Promise<readonly SideChangeNow[]> {
    return sideChangesNow(this.#database, ref, page);
  }

  async applySides({ ref, lease }: BatchScope & { readonly lease: Lease }, batch: SideBatch): Promise<Result<null>> {
    return this.#database.transaction(() => {
      const refusal = this.#imports.holdLease(ref, lease);
      if (refusal) return refusal;
      settleOthers(this.#database, ref);
      undoSideChanges(this.#database, ref, batch);
      saveProgress(this.#database, ref, batch.progress);
      return accept(null);
    });
  }

  async lines(
    ref: ImportRef,
    page: { readonly afterLine: number; readonly limit: number },
  ): Promise<readonly UndoLine[]> {
    return this.#database
      .all(
        `select ${UNDONE_COLUMNS} from undo_line where workspace_id = ?1 and import_id = ?2 and line > ?3
         and line <= (select max(line) from (select distinct line from undo_line
           where workspace_id = ?1 and import_id = ?2 and line > ?3 order by line limit ?4)) order by line, object`,
        ...[ref.workspace, ref.import, page.afterLine, page.limit],
      )
      .map(asUndoLine);
  }

  #undoneBetween({ ref, object }: BatchScope, from: number, to: number): ReadonlySet<number> {
    const rows = this.#database.all(
      `select line from undo_line where workspace_id = ? and import_id = ? and object = ? and line between ? and ?
       and result in ('deleted', 'restored', 'gone', 'erased')`,
      ...[ref.workspace, ref.import, object, from, to],
    );
    return new Set(rows.map(([line]) => Number(line)));
  }

  #delete({ ref, object }: BatchScope, deletes: readonly number[], { before, keysOf }: Loaded): void {
    if (deletes.length === 0) return;
    const { workspace } = ref;
    const { table, id } = objectTable(object);
    const removed = emptyKeys();
    const accounts = new Set<number>();
    for (const number of deletes) {
      const values = before.get(number) ?? new Map<string, string>();
      for (const { kind, text } of keysOf(values)) addKey(removed, kind, keyHash(text), number);
      const account = object === "contact" ? values.get(ACCOUNT_LINK) : undefined;
      if (account !== undefined) accounts.add(Number(account));
      if (object === "account") leaveAccount(this.#database, workspace, number);
    }
    if (accounts.size > 0)
      this.#database.run(
        `update account set main_contact = null where workspace_id = ?
         and account_id in (select value from json_each(?)) and main_contact in (select value from json_each(?))`,
        ...[workspace, asJson(accounts), asJson(deletes)],
      );
    this.#database.run(
      `delete from ${table} where workspace_id = ? and ${id} in (select value from json_each(?))`,
      ...[workspace, asJson(deletes)],
    );
    // Nothing else concerns the keys of what is gone: they can wait, as those of a run do.
    addPendingKeys(this.#database, { workspace, object, importNumber: ref.import }, { added: emptyKeys(), removed });
  }

  #restore({ ref, object }: BatchScope, batch: UndoBatch, { before, keysOf }: Loaded): void {
    const { workspace } = ref;
    const added = emptyKeys();
    const removed = emptyKeys();
    for (const { contact, values } of batch.restores) {
      const present = before.get(contact);
      if (!present) continue;
      const next = changedValues(present, values);
      writeHeld(this.#database, { workspace, object, number: contact, at: batch.at }, { values, next });
      addKeyChanges(contact, { before: keysOf(present), after: keysOf(next) }, { added, removed });
    }
    const tags = batch.restores.map(({ values }) => values.get("tags") ?? "");
    registerTags(this.#database, { workspace, madeBy: null }, tags);
    changeKeys(this.#database, { workspace, object }, { added, removed });
  }

  #record({ ref, object }: BatchScope, batch: UndoBatch): void {
    const insert = this.#database.statement(
      `insert or replace into undo_line (workspace_id, import_id, object, line, contact_id, result, kept, at)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const { line, contact, result, kept } of batch.lines) {
      insert.run(ref.workspace, ref.import, object, line, contact, result, JSON.stringify(kept), batch.at);
    }
    saveProgress(this.#database, ref, batch.progress);
  }
}

const NOBODY: ReadonlySet<number> = new Set();

/** Sorted, so that neighbours are found on the same page. */
const asJson = (numbers: Iterable<number>): string => JSON.stringify([...numbers].sort((a, b) => a - b));

type Loaded = { readonly before: ReadonlyMap<number, ReadonlyMap<string, string>>; readonly keysOf: KeysOf };

/** Keys that are changed at once must be those of the index as it is, and accounts show by it who is in them. */
function settleOthers(database: Database, ref: ImportRef): void {
  if (othersArePending(database, ref.workspace, ref.import)) settleKeys(database, ref.workspace);
}

function saveProgress(database: Database, ref: ImportRef, progress: UndoProgress): void {
  database.run(
    "update import set undo = ?, version = version + 1 where workspace_id = ? and import_id = ?",
    ...[JSON.stringify(progress), ref.workspace, ref.import],
  );
}
