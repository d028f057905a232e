/** The hot path: what one batch of a run or a plan reads and writes, set-based, inside the caller's transaction. */
import type { KnownProfile } from "../../../app/ports/effect-ports.ts";
import type {
  BatchReader,
  BatchScope,
  BatchWriter,
  BesideBatch,
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
import type { DbRow } from "../../db-row.ts";
import { type ObjectTable, objectTable } from "../../objects/object-table.ts";
import { AskedNumbers } from "../../runs/asked-numbers.ts";
import { duplicateLinesOf, firstKeyOf } from "../../runs/duplicate-lines.ts";
import { FILE_CONTACT_COLUMNS, fileContactsOf } from "../../runs/file-contacts.ts";
import { asLoaded, loadedColumns } from "../../runs/loaded-contacts.ts";
import { tagTexts } from "../../runs/tag-texts.ts";
import { mergesThatTook } from "../changes/merged-contacts.ts";
import { bigints, type Database } from "../database.ts";
import { loadPipelines } from "../objects/pipeline-rows.ts";
import { knownTags, registerTags } from "../workspace/tags.ts";
import { BatchAccounts } from "./batch-accounts.ts";
import { writePipelines } from "./batch-pipelines.ts";
import { writeChangedLines } from "./changed-lines.ts";
import { changeKeysInRun, findBeforeRun, findByKeys, hasKeys, type RunScope } from "./identity-keys.ts";
import { insertObjects } from "./insert-objects.ts";
import { linesBetween, writeLines } from "./ledger-lines.ts";
import { findProfiles } from "./profiles.ts";
import { countFollowers, renameInContacts } from "./renamed-accounts.ts";
import { updateObjects } from "./update-objects.ts";

export class PostgresBatchReader implements BatchReader {
  protected readonly database: Database;
  protected readonly ref: ImportRef;
  protected readonly at: ObjectTable;
  protected readonly accounts: BatchAccounts;
  readonly #pass: Pass;

  constructor(database: Database, { ref, object }: BatchScope, { pass }: { readonly pass: Pass }) {
    this.database = database;
    this.ref = ref;
    this.at = objectTable(object);
    this.accounts = new BatchAccounts(database, ref, pass);
    this.#pass = pass;
  }

  async hasAny(): Promise<boolean> {
    const { table, id } = this.at;
    // By the order the index is meant, even where the database knows nothing of what lies in the table.
    const sql = `select 1 from ${table} where workspace_id = $1 order by ${id} limit 1`;
    return (await this.database.get(sql, this.ref.workspace)) !== undefined;
  }

  async hasKeys(kind: KeyKind): Promise<boolean> {
    return hasKeys(this.database, this.runScope, kind);
  }

  async findByKeys(kind: KeyKind, hashes: Float64Array): Promise<KeyHits> {
    const find = this.#pass === "run" ? findBeforeRun : findByKeys;
    return find(this.database, this.runScope, { kind, hashes });
  }

  protected get runScope(): RunScope {
    return { workspace: this.ref.workspace, object: this.at.object, importNumber: this.ref.import };
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
    return new PostgresBatchReader(this.database, { ref: this.ref, object }, { pass: this.#pass });
  }

  async loadContacts(numbers: readonly number[], shape: ImportShape): Promise<ReadonlyMap<number, LoadedContact>> {
    return asLoaded(await this.#contactRows(loadedColumns(shape), numbers), shape);
  }

  async #contactRows(columns: string, numbers: readonly number[]): Promise<readonly DbRow[]> {
    if (numbers.length === 0) return [];
    const { table, id } = this.at;
    const asked = new AskedNumbers(numbers);
    const rows = await this.database.all(
      `select ${columns} from ${table} where workspace_id = $1 and ${id} ${asked.range ? "between $2 and $3" : "= any($2::bigint[])"}`,
      ...[this.ref.workspace, ...(asked.range ?? [bigints(asked.sorted)])],
    );
    return asked.pick(rows, -1);
  }

  async contactsOfLines(importNumber: number, fromLine: number, toLine: number): Promise<ReadonlyMap<number, number>> {
    const ref = { workspace: this.ref.workspace, import: importNumber };
    const lines = await linesBetween(this.database, ref, "run", fromLine, toLine);
    const own = lines.map((line) => partOf(line, this.at.object));
    const contacts = own.flatMap(({ contact }) => contact ?? []);
    const merged =
      this.at.object === "contact" ? await mergesThatTook(this.database, ref.workspace, contacts) : new Map();
    return new Map(
      own.flatMap(({ line, contact }) =>
        contact === null ? [] : [[line, merged.get(contact)?.kept ?? contact] as const],
      ),
    );
  }

  async plannedLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, PlannedLine>> {
    const lines = await linesBetween(this.database, this.ref, "plan", fromLine, toLine);
    return new Map(lines.map((line) => [line.line, { outcome: line.outcome, changes: changesText(line) }]));
  }

  async duplicateLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, DuplicateLine>> {
    const first = firstKeyOf(this.at.object);
    const rows = await this.database.all(
      `select line, match, hash, other_line, winner from file_duplicate
       where workspace_id = $1 and import_id = $2 and line between $3 and $4
         and (match between $5 and $6 or (match = ${MAIN_FLAG} and $5 = 0)) order by line, match`,
      ...[this.ref.workspace, this.ref.import, fromLine, toLine, first, first + SECOND_KEYS - 1],
    );
    return duplicateLinesOf(rows, first);
  }

  async fileContacts(keys: readonly string[]): Promise<ReadonlyMap<string, FileContact>> {
    const scope = [this.ref.workspace, this.ref.import, this.at.object, this.#pass] as const;
    const leads = await this.database.all(
      `select key, lead from file_contact_key
       where workspace_id = $1 and import_id = $2 and object = $3 and pass = $4 and key = any($5::text[])`,
      ...[...scope, keys],
    );
    const rows = await this.database.all(
      `select ${FILE_CONTACT_COLUMNS} from file_contact
       where workspace_id = $1 and import_id = $2 and object = $3 and pass = $4 and lead = any($5::bigint[])`,
      ...[...scope, bigints(new Set(leads.map(([, lead]) => Number(lead))))],
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

  async #next(column: string): Promise<number> {
    const row = await this.database.get(`select ${column} from workspace where workspace_id = $1`, this.ref.workspace);
    return Number(row?.[0] ?? 1);
  }
}

export class PostgresBatchWriter extends PostgresBatchReader implements BatchWriter {
  readonly #now: number;

  /** @param options `now`: milliseconds since 1970 */
  constructor(database: Database, scope: BatchScope, { now }: { readonly now: number }) {
    super(database, scope, { pass: "run" });
    this.#now = now;
  }

  beside(): BesideBatch {
    const { database, ref } = this;
    const { object } = this.at;
    const reader = new PostgresBatchReader(database, { ref, object }, { pass: "run" });
    return { turn: database.turn, read: (work) => database.beside(() => work(reader)) };
  }

  follows(turn: number): boolean {
    return this.database.turn === turn + 1;
  }

  async apply(plan: BatchPlan, shape: ImportShape, checkpoint: Checkpoint): Promise<void> {
    await this.database.together(() => this.#apply(plan, shape, checkpoint));
  }

  async #apply(plan: BatchPlan, shape: ImportShape, checkpoint: Checkpoint): Promise<void> {
    const { workspace, import: importNumber } = this.ref;
    // Waited for, as what says texts is, unless it is copied: what follows goes together.
    await registerTags(this.database, { workspace, madeBy: importNumber }, tagTexts(plan, shape));
    await this.#write(plan, shape, plan.lines);
    if (plan.second !== undefined) await this.#write(plan.second.plan, plan.second.shape, plan.lines);
    await this.accounts.write(plan.accounts, this.#now);
    await renameInContacts(this.database, { ref: this.ref, shape, now: this.#now }, plan);
    if (plan.pipelines !== undefined)
      await writePipelines(this.database, { ref: this.ref, at: this.#now }, plan.pipelines);
    await writeLines(this.database, this.ref, "run", plan.lines);
    await this.database.send(
      "update import set progress = $1, version = version + 1 where workspace_id = $2 and import_id = $3",
      ...[JSON.stringify(checkpoint), workspace, importNumber],
    );
  }

  /** Objects of one kind, with their keys. */
  async #write(plan: BatchPlan, shape: ImportShape, lines: readonly LedgerLine[]): Promise<void> {
    const { workspace, import: importNumber } = this.ref;
    const { object } = shape;
    const target = { workspace, at: this.#now, shape };
    await insertObjects(this.database, { ...target, madeBy: importNumber }, plan.inserts);
    await updateObjects(this.database, target, plan.updates);
    const firstMade = plan.inserts[0]?.id ?? Number.POSITIVE_INFINITY;
    const keys = { added: plan.keysAdded, removed: plan.keysRemoved };
    await changeKeysInRun(this.database, { workspace, object, importNumber, firstMade }, keys);
    const own = plan.lines === lines ? lines : lines.map((line) => partOf(line, object));
    await writeChangedLines(this.database, { ref: this.ref, object }, own);
    await saveFileContacts(this.database, { ref: this.ref, object }, "run", plan.fileContacts);
  }
}

export async function saveFileContacts(
  database: Database,
  { ref, object }: BatchScope,
  pass: Pass,
  contacts: readonly FileContact[],
): Promise<void> {
  if (contacts.length === 0) return;
  const scope = [ref.workspace, ref.import, object, pass];
  // What a later line says of the same contact stands.
  const byLead = new Map(contacts.map((contact) => [contact.lead, contact]));
  const leadOf = new Map(contacts.flatMap(({ keys, lead }) => keys.map((key) => [key, lead] as const)));
  const shared = [...byLead.values()];
  await database.run(
    `insert into file_contact (workspace_id, import_id, object, pass, ${FILE_CONTACT_COLUMNS})
     select $1::bigint, $2::bigint, $3::text, $4::text, *
     from unnest($5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::bigint[])
     on conflict (workspace_id, import_id, object, pass, lead) do update set contact_id = excluded.contact_id,
       said = excluded.said, current = excluded.current, keys = excluded.keys, is_left = excluded.is_left`,
    ...[...scope, bigints(byLead.keys()), shared.map(({ contact }) => contact)],
    ...[shared.map(({ said }) => JSON.stringify(said)), shared.map(({ current }) => JSON.stringify(current))],
    ...[shared.map(({ keys }) => JSON.stringify(keys)), bigints(shared.map(({ isLeft }) => Number(isLeft)))],
  );
  await database.run(
    `insert into file_contact_key (workspace_id, import_id, object, pass, key, lead)
     select $1::bigint, $2::bigint, $3::text, $4::text, * from unnest($5::text[], $6::bigint[])
     on conflict (workspace_id, import_id, object, pass, key) do update set lead = excluded.lead`,
    ...[...scope, [...leadOf.keys()], bigints(leadOf.values())],
  );
}
