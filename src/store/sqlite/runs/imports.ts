/** Imports: the record with its state and version, the lease of whoever works on it, and the batches it writes. */
import type { ImportSettings } from "../../../app/import/import-settings.ts";
import type { ScanFindings } from "../../../app/import/scanning/scan-findings.ts";
import { LEASE_MS } from "../../../app/limits.ts";
import { holderName } from "../../../app/ports/import-ref.ts";
import type {
  BatchReader,
  BatchScope,
  BatchWriter,
  CorrectedLines,
  FoundDuplicates,
  ImportPatch,
  ImportRecord,
  ImportRef,
  ImportStore,
  KeysAhead,
  Lease,
  Pass,
  PlanBasis,
} from "../../../app/ports.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import { accept, type Refusal, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { asImportRecord, FROM_IMPORTS, IMPORT_COLUMNS, patchedColumns } from "../../runs/import-record.ts";
import { metContacts } from "../../runs/met-contacts.ts";
import { openQueue } from "../background/workflow-steps.ts";
import type { Database } from "../database.ts";
import { sameFileBefore, usesFile } from "../workspace/used-files.ts";
import { SqliteBatchReader, SqliteBatchWriter } from "./batches.ts";
import { saveDuplicates, sharingLines } from "./file-duplicates.ts";
import { othersArePending, settleKeys, settleKeysInSlices } from "./identity-keys.ts";
import { indexNames } from "./index-names.ts";
import type { AheadThreads } from "./keys-ahead.ts";
import { readLines } from "./ledger-lines.ts";
import { mayHaveKeys, readBasis, writeBasis } from "./plan-basis.ts";
import { removeImport } from "./remove-import.ts";
import { clearPlan, clearScratch, correctPlan, savePlanned } from "./stored-plan.ts";

export class SqliteImports implements ImportStore {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #ahead: AheadThreads;
  /** Keys merged into the index in one transaction when a run has ended. */
  readonly #sliceKeys: number;

  constructor(
    database: Database,
    now: () => number,
    { ahead, sliceKeys }: { readonly ahead: AheadThreads; readonly sliceKeys: number },
  ) {
    this.#database = database;
    this.#now = now;
    this.#ahead = ahead;
    this.#sliceKeys = sliceKeys;
  }

  async create(workspace: number, settings: ImportSettings, at: number): Promise<ImportRecord> {
    const number = await this.#database.transaction(() => {
      const next = Number(
        this.#database.get(
          "update workspace set next_import = next_import + 1 where workspace_id = ? returning next_import - 1",
          workspace,
        )?.[0],
      );
      this.#database.run(
        "insert into import (workspace_id, import_id, state, settings, created_at) values (?, ?, 'received', ?, ?)",
        ...[workspace, next, JSON.stringify(settings), at],
      );
      openQueue(this.#database, { workspace, import: next }, settings);
      return next;
    });
    return this.#existing({ workspace, import: number });
  }

  async get(ref: ImportRef): Promise<ImportRecord | null> {
    const row = this.#database.get(
      `select ${IMPORT_COLUMNS} ${FROM_IMPORTS} where import.workspace_id = ? and import.import_id = ?`,
      ref.workspace,
      ref.import,
    );
    return row ? asImportRecord(row) : null;
  }

  async list(
    workspace: number,
    page: { readonly limit: number; readonly before: number | null },
  ): Promise<readonly ImportRecord[]> {
    const rows = this.#database.all(
      `select ${IMPORT_COLUMNS} ${FROM_IMPORTS} where import.workspace_id = ? and import.import_id < ? order by import.import_id desc limit ?`,
      ...[workspace, page.before ?? Number.MAX_SAFE_INTEGER, page.limit],
    );
    return rows.map((row) => asImportRecord(row));
  }

  async unfinished(): Promise<readonly ImportRecord[]> {
    return this.#database
      .all(
        `select ${IMPORT_COLUMNS} ${FROM_IMPORTS} where import.state in ('running', 'undoing') order by import.created_at`,
      )
      .map((row) => asImportRecord(row));
  }

  async patch(record: ImportRecord, patch: ImportPatch, lease?: Lease): Promise<ImportRecord | null> {
    const sets = patchedColumns(patch);
    const [changed] = await this.#database.write(
      `update import set ${sets.map(([column]) => `${column} = ?, `).join("")}version = version + 1
       where workspace_id = ? and import_id = ? and version = ? and (? or (lease_token = ? and lease_holder is not null)) returning 1`,
      ...sets.map(([, value]) => value),
      ...[record.ref.workspace, record.ref.import, record.version],
      ...[Number(lease === undefined), lease?.token ?? 0],
    );
    return changed ? this.#existing(record.ref) : null;
  }

  async remove(ref: ImportRef): Promise<void> {
    return removeImport(this.#database, ref);
  }

  async requestCancel(ref: ImportRef): Promise<void> {
    await this.#database.write(
      "update import set cancel_requested = 1 where workspace_id = ? and import_id = ?",
      ...[ref.workspace, ref.import],
    );
  }

  async isCancelRequested(ref: ImportRef): Promise<boolean> {
    const row = this.#database.get(
      "select cancel_requested from import where workspace_id = ? and import_id = ?",
      ...[ref.workspace, ref.import],
    );
    return row?.[0] === 1;
  }

  /** Nobody else has a transaction. */
  async holdFiles(): Promise<void> {}

  async usesFile(key: string): Promise<boolean> {
    return usesFile(this.#database, key);
  }

  async sameFileBefore(ref: ImportRef, key: string): Promise<number | null> {
    return sameFileBefore(this.#database, ref, key);
  }

  async takeLease(
    ref: ImportRef,
    holder: string,
    now: number,
    isGone: (lease: Lease) => boolean,
  ): Promise<Result<Lease>> {
    return this.#database.transaction(async () => {
      const held = (await this.#existing(ref)).lease;
      if (held && held.until > now && !isGone(held)) {
        return refuseWith("import_busy", `${holderName(held.holder)} is working on this import.`);
      }
      const row = this.#database.get(
        `update import set lease_token = lease_token + 1, lease_holder = ?, lease_until = ?, version = version + 1
         where workspace_id = ? and import_id = ? returning lease_token`,
        ...[holder, now + LEASE_MS, ref.workspace, ref.import],
      );
      return accept({ token: Number(row?.[0]), holder, until: now + LEASE_MS });
    });
  }

  async renewLease(ref: ImportRef, lease: Lease): Promise<void> {
    await this.#database.transaction(() => this.holdLease(ref, lease));
  }

  async dropLease(ref: ImportRef, lease: Lease): Promise<void> {
    await this.#database.write(
      `update import set lease_holder = null, lease_until = null where workspace_id = ? and import_id = ? and lease_token = ?`,
      ...[ref.workspace, ref.import, lease.token],
    );
  }

  async saveDuplicates(
    ref: ImportRef,
    found: AsyncIterable<FoundDuplicates>,
    keep: "first" | "last" | "all",
    bySecond = false,
  ): Promise<number> {
    return saveDuplicates(this.#database, ref, found, { keep, bySecond });
  }

  async saveBasis(ref: ImportRef, basis: PlanBasis | null): Promise<void> {
    await this.#database.transaction(() => writeBasis(this.#database, ref, basis));
  }

  async basis(ref: ImportRef): Promise<ScanFindings | null> {
    return readBasis(this.#database, ref, this.#now());
  }

  async mayHaveKeys(ref: ImportRef, keys: readonly number[]): Promise<boolean> {
    return mayHaveKeys(this.#database, ref, keys);
  }

  async sharingLines(ref: ImportRef, lines: readonly number[], most: number): Promise<readonly number[]> {
    return sharingLines(this.#database, ref, { lines, most });
  }

  async correctPlan({ ref }: BatchScope, corrected: CorrectedLines): Promise<void> {
    await this.#database.transaction(() => correctPlan(this.#database, ref, corrected));
  }

  async clearPlan(ref: ImportRef): Promise<void> {
    await this.#database.transaction(() => clearPlan(this.#database, ref));
  }

  async clearScratch(ref: ImportRef): Promise<void> {
    await this.#database.transaction(() => clearScratch(this.#database, ref));
  }

  async savePlanned(scope: BatchScope, plan: BatchPlan): Promise<void> {
    await this.#database.transaction(() => savePlanned(this.#database, scope, plan));
  }

  async writeBatch<T>(
    { lease, ...scope }: BatchScope & { readonly lease: Lease },
    work: (batch: BatchWriter) => Promise<T>,
  ): Promise<Result<T>> {
    const { ref } = scope;
    if (othersArePending(this.#database, ref.workspace, ref.import)) await this.settleKeys(ref.workspace);
    return this.#database.transaction(async () => {
      const refusal = this.holdLease(ref, lease);
      if (refusal) return refusal;
      if (othersArePending(this.#database, ref.workspace, ref.import)) settleKeys(this.#database, ref.workspace);
      const ahead = this.#ahead.of(scope);
      return accept(await work(new SqliteBatchWriter(this.#database, scope, { now: this.#now(), ahead })));
    });
  }

  /** Renews the lease inside the caller's transaction, or says that somebody else has taken it. */
  holdLease(ref: ImportRef, lease: Lease): { readonly ok: false; readonly refusal: Refusal } | null {
    const held = this.#database.get(
      `update import set lease_until = ? where workspace_id = ? and import_id = ? and lease_token = ? returning 1`,
      ...[this.#now() + LEASE_MS, ref.workspace, ref.import, lease.token],
    );
    if (held) return null;
    return refuseWith("import_busy", "Another process has taken over this import.");
  }

  async readBatch<T>(
    { pass, ...scope }: BatchScope & { readonly pass: Pass },
    work: (batch: BatchReader) => Promise<T>,
  ): Promise<T> {
    const { ref } = scope;
    if (othersArePending(this.#database, ref.workspace, ref.import)) await this.settleKeys(ref.workspace);
    const ahead = this.#ahead.of(scope);
    return this.#database.snapshot(() => work(new SqliteBatchReader(this.#database, scope, { pass, ahead })));
  }

  keysAhead(scope: BatchScope, lines: number): KeysAhead | null {
    return this.#ahead.begin(scope, lines);
  }

  async indexNames(workspace: number): Promise<void> {
    await this.#database.transaction(() => indexNames(this.#database, workspace));
  }

  async settleKeys(workspace: number): Promise<void> {
    await settleKeysInSlices(this.#database, workspace, this.#sliceKeys);
  }

  metContacts(
    ref: ImportRef,
    object: ObjectKind = "contact",
  ): AsyncIterable<readonly (readonly [contact: number, line: number])[]> {
    return metContacts(object, (page) => readLines(this.#database, ref, page));
  }

  async #existing(ref: ImportRef): Promise<ImportRecord> {
    const record = await this.get(ref);
    if (!record) throw new Error(`import ${ref.import} of workspace ${ref.workspace} is gone`);
    return record;
  }
}
