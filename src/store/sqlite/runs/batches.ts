/** The hot path: what one batch of a run or a plan reads and writes, set-based, inside the caller's transaction. */
import type { KnownProfile } from "../../../app/ports/effect-ports.ts";
import type {
  BatchReader,
  BatchScope,
  BatchWriter,
  Checkpoint,
  ImportRef,
  KeyHits,
  LoadedContact,
  Pass,
  PlannedLine,
} from "../../../app/ports.ts";
import type { AccountKeyName } from "../../../core/account/account-keys.ts";
import type { Account } from "../../../core/account/find-account.ts";
import type { KeyKind } from "../../../core/match/key-hash.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { Pipeline } from "../../../core/pipeline/pipeline.ts";
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import type { DuplicateLine, FileContact } from "../../../core/plan/file-duplicates.ts";
import { MAIN_FLAG, SECOND_KEYS } from "../../../core/plan/file-keys.ts";
import { changesText, type LedgerLine, partOf } from "../../../core/plan/outcome.ts";
import type { ImportShape } from "../../../core/plan/shape.ts";
import { type ObjectTable, objectTable } from "../../objects/object-table.ts";
import { AskedNumbers } from "../../runs/asked-numbers.ts";
import { duplicateLinesOf, firstKeyOf } from "../../runs/duplicate-lines.ts";
import { FILE_CONTACT_COLUMNS, fileContactsOf } from "../../runs/file-contacts.ts";
import { asLoaded, loadedColumns } from "../../runs/loaded-contacts.ts";
import { tagTexts } from "../../runs/tag-texts.ts";
import { mergesThatTook } from "../changes/merged-contacts.ts";
import type { Database, SqlValue } from "../database.ts";
import { loadPipelines } from "../objects/pipeline-rows.ts";
import { knownTags, registerTags } from "../workspace/tags.ts";
import { BatchAccounts } from "./batch-accounts.ts";
import { writePipelines } from "./batch-pipelines.ts";
import { writeChangedLines } from "./changed-lines.ts";
import { addPendingKeys, findByKeys, hasKeys, type KeyScope } from "./identity-keys.ts";
import { insertObjects } from "./insert-objects.ts";
import type { FoundAhead } from "./keys-ahead.ts";
import { linesBetween, writeLines } from "./ledger-lines.ts";
import { findProfiles } from "./profiles.ts";
import { countFollowers, renameInContacts } from "./renamed-accounts.ts";
import { updateObjects } from "./update-objects.ts";

export type BatchOptions = {
  readonly pass: Pass;
  /** What was looked up for the batch before it began. */
  readonly ahead: FoundAhead | null;
};

export class SqliteBatchReader implements BatchReader {
  protected readonly database: Database;
  protected readonly ref: ImportRef;
  protected readonly at: ObjectTable;
  protected readonly accounts: BatchAccounts;
  readonly #pass: Pass;
  readonly #ahead: FoundAhead | null;

  constructor(database: Database, { ref, object }: BatchScope, { pass, ahead }: BatchOptions) {
    this.database = database;
    this.ref = ref;
    this.at = objectTable(object);
    this.accounts = new BatchAccounts(database, ref, pass);
    this.#pass = pass;
    this.#ahead = ahead;
  }

  async hasAny(): Promise<boolean> {
    const { table } = this.at;
    return this.database.get(`select 1 from ${table} where workspace_id = ? limit 1`, this.ref.workspace) !== undefined;
  }

  async hasKeys(kind: KeyKind): Promise<boolean> {
    return hasKeys(this.database, this.keyScope, kind);
  }

  async findByKeys(kind: KeyKind, hashes: Float64Array): Promise<KeyHits> {
    return this.#ahead?.take({ kind, hashes }) ?? findByKeys(this.database, this.keyScope, { kind, hashes });
  }

  protected get keyScope(): KeyScope {
    return { workspace: this.ref.workspace, object: this.at.object };
  }

  async findAccounts(key: AccountKeyName, hashes: Float64Array): Promise<readonly number[]> {
    return this.accounts.find(key, hashes);
  }

  async loadAccounts(numbers: readonly number[]): Promise<readonly Account[]> {
    return this.accounts.load(numbers);
  }

  async nextAccount(): Promise<number> {
    return this.accounts.next();
  }

  async followersOf(updates: BatchPlan["updates"], shape: ImportShape): Promise<number> {
    return countFollowers(this.database, { workspace: this.ref.workspace, shape }, updates);
  }

  async pipelines(): Promise<readonly Pipeline[]> {
    return loadPipelines(this.database, this.ref.workspace);
  }

  async nextPipeline(): Promise<number> {
    return this.#next("next_pipeline");
  }

  about(object: ObjectKind): BatchReader {
    return new SqliteBatchReader(this.database, { ref: this.ref, object }, { pass: this.#pass, ahead: null });
  }

  async loadContacts(numbers: readonly number[], shape: ImportShape): Promise<ReadonlyMap<number, LoadedContact>> {
    return asLoaded(this.#contactRows(loadedColumns(shape), numbers), shape);
  }

  #contactRows(columns: string, numbers: readonly number[]): readonly SqlValue[][] {
    if (numbers.length === 0) return [];
    const { table, id } = this.at;
    const asked = new AskedNumbers(numbers);
    if (asked.range !== null) {
      const range = `select ${columns} from ${table} where workspace_id = ? and ${id} between ? and ?`;
      return asked.pick(this.database.all(range, this.ref.workspace, ...asked.range), -1);
    }
    return this.database.all(
      `select ${columns} from json_each(?) as wanted cross join ${table} on ${table}.workspace_id = ? and ${table}.${id} = wanted.value`,
      `[${asked.sorted.join(",")}]`,
      this.ref.workspace,
    );
  }

  async contactsOfLines(importNumber: number, fromLine: number, toLine: number): Promise<ReadonlyMap<number, number>> {
    const ref = { workspace: this.ref.workspace, import: importNumber };
    const lines = linesBetween(this.database, ref, "run", fromLine, toLine);
    const own = lines.map((line) => partOf(line, this.at.object));
    const contacts = own.flatMap(({ contact }) => contact ?? []);
    const merged = this.at.object === "contact" ? mergesThatTook(this.database, ref.workspace, contacts) : new Map();
    return new Map(
      own.flatMap(({ line, contact }) =>
        contact === null ? [] : [[line, merged.get(contact)?.kept ?? contact] as const],
      ),
    );
  }

  async plannedLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, PlannedLine>> {
    const lines = linesBetween(this.database, this.ref, "plan", fromLine, toLine);
    return new Map(lines.map((line) => [line.line, { outcome: line.outcome, changes: changesText(line) }]));
  }

  async duplicateLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, DuplicateLine>> {
    const first = firstKeyOf(this.at.object);
    const rows = this.database.all(
      `select line, match, hash, other_line, winner from file_duplicate
       where workspace_id = ? and import_id = ? and line between ? and ?
         and (match between ? and ? or (match = ${MAIN_FLAG} and ? = 0)) order by line, match`,
      ...[this.ref.workspace, this.ref.import, fromLine, toLine, first, first + SECOND_KEYS - 1, first],
    );
    return duplicateLinesOf(rows, first);
  }

  async fileContacts(keys: readonly string[]): Promise<ReadonlyMap<string, FileContact>> {
    const scope = [this.ref.workspace, this.ref.import, this.at.object, this.#pass] as const;
    const leads = this.database.all(
      `select asked.value, key.lead from json_each(?5) as asked cross join file_contact_key as key
         on key.workspace_id = ?1 and key.import_id = ?2 and key.object = ?3 and key.pass = ?4 and key.key = asked.value`,
      ...[...scope, JSON.stringify(keys)],
    );
    const rows = this.database.all(
      `select ${FILE_CONTACT_COLUMNS} from json_each(?5) as asked cross join file_contact as shared
         on shared.workspace_id = ?1 and shared.import_id = ?2 and shared.object = ?3 and shared.pass = ?4 and shared.lead = asked.value`,
      ...[...scope, JSON.stringify([...new Set(leads.map(([, lead]) => lead))])],
    );
    return fileContactsOf(leads, rows);
  }

  async profiles(urls: readonly string[]): Promise<ReadonlyMap<string, KnownProfile>> {
    return findProfiles(this.database, this.ref.workspace, urls);
  }

  async knownTags(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return knownTags(this.database, this.ref.workspace, keys);
  }

  async nextNumber(): Promise<number> {
    return this.#next(this.at.next);
  }

  #next(column: string): number {
    return Number(
      this.database.get(`select ${column} from workspace where workspace_id = ?`, this.ref.workspace)?.[0] ?? 1,
    );
  }
}

export class SqliteBatchWriter extends SqliteBatchReader implements BatchWriter {
  readonly #now: number;

  /** @param options `now`: milliseconds since 1970 */
  constructor(
    database: Database,
    scope: BatchScope,
    options: { readonly now: number; readonly ahead: FoundAhead | null },
  ) {
    super(database, scope, { pass: "run", ahead: options.ahead });
    this.#now = options.now;
  }

  /** One connection reads and writes. */
  beside(): null {
    return null;
  }

  follows(): boolean {
    return false;
  }

  async apply(plan: BatchPlan, shape: ImportShape, checkpoint: Checkpoint): Promise<void> {
    const { workspace, import: importNumber } = this.ref;
    this.#write(plan, shape, plan.lines);
    if (plan.second !== undefined) this.#write(plan.second.plan, plan.second.shape, plan.lines);
    registerTags(this.database, { workspace, madeBy: importNumber }, tagTexts(plan, shape));
    this.accounts.write(plan.accounts, this.#now);
    renameInContacts(this.database, { ref: this.ref, shape, now: this.#now }, plan);
    if (plan.pipelines !== undefined) writePipelines(this.database, { ref: this.ref, at: this.#now }, plan.pipelines);
    writeLines(this.database, this.ref, "run", plan.lines);
    this.database.run(
      "update import set progress = ?, version = version + 1 where workspace_id = ? and import_id = ?",
      JSON.stringify(checkpoint),
      workspace,
      importNumber,
    );
  }

  /** Objects of one kind, with their keys. */
  #write(plan: BatchPlan, shape: ImportShape, lines: readonly LedgerLine[]): void {
    const { workspace, import: importNumber } = this.ref;
    const { object } = shape;
    const target = { workspace, at: this.#now, shape };
    insertObjects(this.database, { ...target, madeBy: importNumber }, plan.inserts);
    updateObjects(this.database, target, plan.updates);
    const keys = { added: plan.keysAdded, removed: plan.keysRemoved };
    addPendingKeys(this.database, { workspace, object, importNumber }, keys);
    const own = plan.lines === lines ? lines : lines.map((line) => partOf(line, object));
    writeChangedLines(this.database, { ref: this.ref, object }, own);
    saveFileContacts(this.database, { ref: this.ref, object }, "run", plan.fileContacts);
  }
}

export function saveFileContacts(
  database: Database,
  { ref, object }: BatchScope,
  pass: Pass,
  contacts: readonly FileContact[],
): void {
  for (const contact of contacts) {
    database.run(
      `insert or replace into file_contact (workspace_id, import_id, object, pass, lead, contact_id, said, current, keys, is_left)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[ref.workspace, ref.import, object, pass, contact.lead, contact.contact],
      ...[contact.said, contact.current, contact.keys].map((list) => JSON.stringify(list)),
      Number(contact.isLeft),
    );
    for (const key of contact.keys) {
      database.run(
        "insert or replace into file_contact_key (workspace_id, import_id, object, pass, key, lead) values (?, ?, ?, ?, ?, ?)",
        ...[ref.workspace, ref.import, object, pass, key, contact.lead],
      );
    }
  }
}
