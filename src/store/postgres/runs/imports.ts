/** Imports: the record with its state and version, the lease of whoever works on it, and the batches it writes. */
import type { ImportSettings } from "../../../app/import/import-settings.ts";
import type { ScanFindings } from "../../../app/import/scanning/scan-findings.ts";
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
import type { DbRow } from "../../db-row.ts";
import { asImportRecord, FROM_IMPORTS, IMPORT_COLUMNS, patchedColumns } from "../../runs/import-record.ts";
import { metContacts } from "../../runs/met-contacts.ts";
import { openQueue } from "../background/workflow-steps.ts";
import type { Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";
import { storableJson } from "../storable-text.ts";
import { sameFileBefore, usesFile } from "../workspace/used-files.ts";
import { PostgresBatchReader, PostgresBatchWriter } from "./batches.ts";
import { saveDuplicates, sharingLines } from "./file-duplicates.ts";
import { indexNames } from "./index-names.ts";
import { readLines } from "./ledger-lines.ts";
import { mayHaveKeys, readBasis, writeBasis } from "./plan-basis.ts";
import { removeImport } from "./remove-import.ts";
import { clearPlan, clearScratch, correctPlan, savePlanned } from "./stored-plan.ts";

export class PostgresImports implements ImportStore {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #ahead: Ahead;

  /** @param ahead leases are held by the database's clock: those of the machines that share it may differ by an hour */
  constructor(database: Database, now: () => number, ahead: Ahead) {
    this.#database = database;
    this.#now = now;
    this.#ahead = ahead;
  }

  async create(workspace: number, settings: ImportSettings, at: number): Promise<ImportRecord> {
    const number = await this.#database.transaction(workspace, async () => {
      const [row] = await this.#database.all(
        "update workspace set next_import = next_import + 1 where workspace_id = $1 returning next_import - 1",
        workspace,
      );
      const next = Number(row?.[0]);
      await this.#database.run(
        "insert into import (workspace_id, import_id, state, settings, created_at) values ($1, $2, 'received', $3, $4)",
        ...[workspace, next, storableJson(JSON.stringify(settings)), at],
      );
      await openQueue(this.#database, { workspace, import: next }, settings);
      return next;
    });
    return this.#existing({ workspace, import: number });
  }

  async get(ref: ImportRef): Promise<ImportRecord | null> {
    const [record] = await this.#records(
      await this.#database.all(
        `select ${IMPORT_COLUMNS} ${FROM_IMPORTS} where import.workspace_id = $1 and import.import_id = $2`,
        ...[ref.workspace, ref.import],
      ),
    );
    return record ?? null;
  }

  async list(
    workspace: number,
    page: { readonly limit: number; readonly before: number | null },
  ): Promise<readonly ImportRecord[]> {
    return this.#records(
      await this.#database.all(
        `select ${IMPORT_COLUMNS} ${FROM_IMPORTS} where import.workspace_id = $1 and import.import_id < $2
         order by import.import_id desc limit $3`,
        ...[workspace, page.before ?? Number.MAX_SAFE_INTEGER, page.limit],
      ),
    );
  }

  async unfinished(): Promise<readonly ImportRecord[]> {
    return this.#records(
      await this.#database.all(
        `select ${IMPORT_COLUMNS} ${FROM_IMPORTS} where import.state in ('running', 'undoing') order by import.created_at`,
      ),
    );
  }

  async patch(record: ImportRecord, patch: ImportPatch, lease?: Lease): Promise<ImportRecord | null> {
    const sets = patchedColumns(patch).map(([column, value]) => ({
      column,
      value: column === "settings" ? storableJson(String(value)) : value,
    }));
    const [changed] = await this.#database.write(
      record.ref.workspace,
      `update import set ${sets.map(({ column }, at) => `${column} = $${at + 5}, `).join("")}version = version + 1
       where workspace_id = $1 and import_id = $2 and version = $3
         and ($4::bigint is null or (lease_token = $4 and lease_holder is not null)) returning 1`,
      ...[record.ref.workspace, record.ref.import, record.version, lease?.token ?? null],
      ...sets.map(({ value }) => value),
    );
    return changed ? this.#existing(record.ref) : null;
  }

  async remove(ref: ImportRef): Promise<void> {
    return removeImport(this.#database, ref);
  }

  async requestCancel(ref: ImportRef): Promise<void> {
    await this.#database.write(
      ref.workspace,
      "update import set cancel_requested = 1 where workspace_id = $1 and import_id = $2",
      ...[ref.workspace, ref.import],
    );
  }

  async isCancelRequested(ref: ImportRef): Promise<boolean> {
    const row = await this.#database.get(
      "select cancel_requested from import where workspace_id = $1 and import_id = $2",
      ...[ref.workspace, ref.import],
    );
    return row?.[0] === 1;
  }

  /** By a row that there is always: files are of no single workspace. */
  async holdFiles(how: "use" | "drop"): Promise<void> {
    await this.#database.run(`select 1 from muster_schema where id = 1 for ${how === "use" ? "share" : "update"}`);
  }

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
    return this.#database.transaction(ref.workspace, async () => {
      const held = (await this.#existing(ref)).lease;
      if (held && held.until > now && !isGone(held)) {
        return refuseWith("import_busy", `${holderName(held.holder)} is working on this import.`);
      }
      const until = now + this.#database.leaseMs;
      const [row] = await this.#database.all(
        `update import set lease_token = lease_token + 1, lease_holder = $3, lease_until = $4, version = version + 1
         where workspace_id = $1 and import_id = $2 returning lease_token`,
        ...[ref.workspace, ref.import, holder, until + (await this.#ahead(now))],
      );
      return accept({ token: Number(row?.[0]), holder, until });
    });
  }

  async renewLease(ref: ImportRef, lease: Lease): Promise<void> {
    // Of its own row alone: whoever is alive says so even while somebody writes a large batch to the workspace.
    await this.#database.transaction(null, () => this.holdLease(ref, lease));
  }

  async dropLease(ref: ImportRef, lease: Lease): Promise<void> {
    await this.#database.write(
      ref.workspace,
      `update import set lease_holder = null, lease_until = null
       where workspace_id = $1 and import_id = $2 and lease_token = $3`,
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
    await this.#database.transaction(ref.workspace, () => writeBasis(this.#database, ref, basis));
  }

  async basis(ref: ImportRef): Promise<ScanFindings | null> {
    return this.#database.snapshot(() => readBasis(this.#database, ref, this.#now()));
  }

  async mayHaveKeys(ref: ImportRef, keys: readonly number[]): Promise<boolean> {
    return mayHaveKeys(this.#database, ref, keys);
  }

  async sharingLines(ref: ImportRef, lines: readonly number[], most: number): Promise<readonly number[]> {
    return sharingLines(this.#database, ref, { lines, most });
  }

  async correctPlan({ ref }: BatchScope, corrected: CorrectedLines): Promise<void> {
    await this.#database.transaction(ref.workspace, () => correctPlan(this.#database, ref, corrected));
  }

  async clearPlan(ref: ImportRef): Promise<void> {
    await this.#database.transaction(ref.workspace, () => clearPlan(this.#database, ref));
  }

  async clearScratch(ref: ImportRef): Promise<void> {
    await this.#database.transaction(ref.workspace, () => clearScratch(this.#database, ref));
  }

  async savePlanned(scope: BatchScope, plan: BatchPlan): Promise<void> {
    await this.#database.transaction(scope.ref.workspace, () => savePlanned(this.#database, scope, plan));
  }

  async writeBatch<T>(
    { lease, ...scope }: BatchScope & { readonly lease: Lease },
    work: (batch: BatchWriter) => Promise<T>,
  ): Promise<Result<T>> {
    const { ref } = scope;
    return this.#database.transaction(ref.workspace, async () => {
      const refusal = await this.holdLease(ref, lease);
      if (refusal) return refusal;
      return accept(await work(new PostgresBatchWriter(this.#database, scope, { now: this.#now() })));
    });
  }

  /** Renews the lease inside the caller's transaction, or says that somebody else has taken it. */
  async holdLease(ref: ImportRef, lease: Lease): Promise<{ readonly ok: false; readonly refusal: Refusal } | null> {
    const now = this.#now();
    const [held] = await this.#database.all(
      "update import set lease_until = $4 where workspace_id = $1 and import_id = $2 and lease_token = $3 returning 1",
      ...[ref.workspace, ref.import, lease.token, now + this.#database.leaseMs + (await this.#ahead(now))],
    );
    if (held) return null;
    return refuseWith("import_busy", "Another process has taken over this import.");
  }

  async readBatch<T>(
    { pass, ...scope }: BatchScope & { readonly pass: Pass },
    work: (batch: BatchReader) => Promise<T>,
  ): Promise<T> {
    return this.#database.snapshot(() => work(new PostgresBatchReader(this.#database, scope, { pass })));
  }

  keysAhead(): KeysAhead | null {
    return null;
  }

  async indexNames(workspace: number): Promise<void> {
    await this.#database.transaction(workspace, () => indexNames(this.#database, workspace));
  }

  /** A batch writes its keys straight into the index. */
  async settleKeys(): Promise<void> {}

  metContacts(
    ref: ImportRef,
    object: ObjectKind = "contact",
  ): AsyncIterable<readonly (readonly [contact: number, line: number])[]> {
    return metContacts(object, (page) => readLines(this.#database, ref, page));
  }

  /** With leases as this process's clock tells how long they are held. */
  async #records(rows: readonly DbRow[]): Promise<readonly ImportRecord[]> {
    if (rows.length === 0) return [];
    const ahead = await this.#ahead();
    return rows.map((row) => asImportRecord(row, ahead));
  }

  async #existing(ref: ImportRef): Promise<ImportRecord> {
    const record = await this.get(ref);
    if (!record) throw new Error(`import ${ref.import} of workspace ${ref.workspace} is gone`);
    return record;
  }
}
