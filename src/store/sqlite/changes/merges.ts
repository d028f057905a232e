/** Merges of contacts: one transaction each, from what is read to what is written. */
import type { Doing, MergeRecord, MergeRequest, MergeSources, MergeStore } from "../../../app/ports/merge-store.ts";
import { presentAddresses, withPresentAddresses } from "../../../core/member/present-address.ts";
import type { MainChange, MergeDecision } from "../../../core/merge/merge-contacts.ts";
import type { PartDecision, PartState } from "../../../core/merge/part-contacts.ts";
import { addKeyChanges, emptyKeys } from "../../../core/plan/batch-plan.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { accountOf, asMergeRecord, MERGE_COLUMNS, type MovedOpportunity } from "../../changes/merge-record.ts";
import { accountsAbout, keysGone, mainOf, partedContacts, textsAfter } from "../../changes/parted-contacts.ts";
import { withPresentMembers } from "../../changes/present-members.ts";
import type { DbRow } from "../../db-row.ts";
import { changedValues } from "../../objects/changed-values.ts";
import { type KeysOf, keysReader } from "../../objects/held-keys.ts";
import { heldValues, objectTable } from "../../objects/object-table.ts";
import { AT_WORK, IMPORT_AT_WORK } from "../../runs/import-at-work.ts";
import type { Database } from "../database.ts";
import { writeHeld } from "../objects/held-objects.ts";
import { changeKeys, settleKeys } from "../runs/identity-keys.ts";
import type { SqliteFields } from "../workspace/fields.ts";
import { SqliteMembers } from "../workspace/members.ts";
import { registerTags } from "../workspace/tags.ts";
import { mergedContacts, mergesThatTook, putAway, putBack } from "./merged-contacts.ts";
import { giveBackOpportunities, giveOpportunities } from "./merged-opportunities.ts";

const { columns } = objectTable("contact");

export class SqliteMerges implements MergeStore {
  readonly #database: Database;
  readonly #fields: SqliteFields;

  constructor(database: Database, fields: SqliteFields) {
    this.#database = database;
    this.#fields = fields;
  }

  async load(workspace: number, numbers: readonly number[]): Promise<MergeSources> {
    const rows = this.#database.all(
      `select contact_id, custom, kept, ${columns.join(", ")} from json_each(?) as wanted
       cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
      ...[JSON.stringify(numbers), workspace],
    );
    const held = rows.map(([number, custom, kept, ...values]) => ({
      number: Number(number),
      values: heldValues(columns, values, [custom, kept]),
    }));
    const accounts = held.flatMap(({ values }) => accountOf(values) ?? []);
    const mains = this.#mainsOf(workspace, accounts);
    return new Map(held.map((one) => [one.number, { ...one, mainOf: mainOf(one, mains) }]));
  }

  async merge(
    workspace: number,
    { kept, others, by, at }: MergeRequest & Doing,
    decide: (sources: MergeSources) => Result<MergeDecision>,
  ): Promise<Result<MergeRecord>> {
    const keysOf = keysReader("contact", await this.#fields.list(workspace, "contact"));
    const theirKeys = keysReader("opportunity", await this.#fields.list(workspace, "opportunity"));
    return this.#database.transaction(async () => {
      const busy = this.#importAtWork(workspace);
      if (busy) return busy;
      const sources = await this.load(workspace, [kept, ...others]);
      const decided = decide(sources);
      if (!decided.ok) return decided;
      settleKeys(this.#database, workspace);
      const merge = this.#nextNumber(workspace);
      const [, updatedAt] = this.#dates(workspace, kept);
      this.#database.run(
        `insert into contact_merge (workspace_id, merge_id, kept, at, by, decision, kept_updated_at)
         values (?, ?, ?, ?, ?, ?, ?)`,
        ...[workspace, merge, kept, at, by, JSON.stringify(decided.value), updatedAt],
      );
      for (const number of others) putAway(this.#database, { workspace, merge }, number);
      const removed = keysGone(sources, others, keysOf);
      changeKeys(this.#database, { workspace, object: "contact" }, { added: emptyKeys(), removed });
      const before = sources.get(kept)?.values ?? new Map<string, string>();
      this.#write({ workspace, number: kept, at, keysOf }, before, textsAfter(decided.value));
      this.#setMains(workspace, decided.value.mains, at);
      const moved = giveOpportunities(this.#database, { workspace, at, keysOf: theirKeys }, { from: others, to: kept });
      this.#database.run(
        "update contact_merge set opportunities = ? where workspace_id = ? and merge_id = ?",
        ...[JSON.stringify(moved), workspace, merge],
      );
      return accept(await this.#existing(workspace, merge));
    });
  }

  async get(workspace: number, merge: number): Promise<MergeRecord | null> {
    const row = this.#database.get(
      `select ${MERGE_COLUMNS} from contact_merge where workspace_id = ? and merge_id = ?`,
      ...[workspace, merge],
    );
    return row ? this.#asRecord(workspace, row) : null;
  }

  async list(
    workspace: number,
    { before, limit }: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly MergeRecord[]> {
    return this.#database
      .all(
        `select ${MERGE_COLUMNS} from contact_merge where workspace_id = ? and merge_id < ? order by merge_id desc limit ?`,
        ...[workspace, before ?? Number.MAX_SAFE_INTEGER, limit],
      )
      .map((row) => this.#asRecord(workspace, row));
  }

  async keptIn(workspace: number, contact: number): Promise<readonly MergeRecord[]> {
    return this.#database
      .all(
        `select ${MERGE_COLUMNS} from contact_merge indexed by contact_merge_kept
         where workspace_id = ? and kept = ? and undone_at is null order by merge_id desc`,
        ...[workspace, contact],
      )
      .map((row) => this.#asRecord(workspace, row));
  }

  async mergedInto(workspace: number, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const taken = mergesThatTook(this.#database, workspace, numbers);
    return new Map([...taken].map(([number, { merge }]) => [number, merge]));
  }

  async partState(workspace: number, merge: number): Promise<PartState | null> {
    const row = this.#database.get(
      "select kept, decision, undone_at, at from contact_merge where workspace_id = ? and merge_id = ?",
      ...[workspace, merge],
    );
    if (!row) return null;
    const [kept, decision, undoneAt, at] = [
      Number(row[0]),
      JSON.parse(String(row[1])) as MergeDecision,
      row[2],
      row[3],
    ];
    const present = (await this.load(workspace, [kept])).get(kept)?.values ?? null;
    const addresses = presentAddresses(await new SqliteMembers(this.#database).list(workspace));
    const others = mergedContacts(this.#database, { workspace, merge }).map(({ number: contact, values }) => ({
      number: contact,
      values: withPresentMembers(values, addresses),
    }));
    return {
      kept,
      decision: { ...decision, changes: withPresentAddresses(decision.changes, addresses) },
      isUndone: undoneAt !== null,
      present,
      isUntouched: this.#dates(workspace, kept)[1] === at,
      laterMerge: mergesThatTook(this.#database, workspace, [kept]).get(kept)?.merge ?? null,
      others,
      accounts: this.#mainsOf(workspace, accountsAbout(decision, others)),
    };
  }

  async part(
    workspace: number,
    { merge, by, at }: { readonly merge: number } & Doing,
    decide: (state: PartState) => Result<PartDecision>,
  ): Promise<Result<PartDecision>> {
    const keysOf = keysReader("contact", await this.#fields.list(workspace, "contact"));
    const theirKeys = keysReader("opportunity", await this.#fields.list(workspace, "opportunity"));
    return this.#database.transaction(async () => {
      const state = await this.partState(workspace, merge);
      if (state === null) return refuseWith("merge_unknown", "There is no such merge in this workspace.");
      const busy = this.#importAtWork(workspace);
      if (busy) return busy;
      const decided = decide(state);
      if (!decided.ok) return decided;
      settleKeys(this.#database, workspace);
      const { restore, isUntouched, mains } = decided.value;
      this.#putBack({ workspace, merge, keysOf }, state, decided.value);
      if (state.present !== null) {
        const [, before] = this.#dates(workspace, state.kept);
        const changedAt = isUntouched ? this.#changedBefore(workspace, merge) : restore.size > 0 ? at : before;
        this.#write({ workspace, number: state.kept, at: changedAt, keysOf }, state.present, restore);
      }
      this.#setMains(workspace, mains, at);
      const moved = this.#moved(workspace, merge).filter(([, contact]) => decided.value.back.includes(contact));
      giveBackOpportunities(this.#database, { workspace, at, keysOf: theirKeys }, { kept: state.kept, moved });
      this.#database.run(
        "update contact_merge set undone_at = ?, undone_by = ? where workspace_id = ? and merge_id = ?",
        ...[at, by, workspace, merge],
      );
      return decided;
    });
  }

  #moved(workspace: number, merge: number): readonly MovedOpportunity[] {
    const row = this.#database.get(
      "select opportunities from contact_merge where workspace_id = ? and merge_id = ?",
      ...[workspace, merge],
    );
    return JSON.parse(String(row?.[0] ?? "[]")) as readonly MovedOpportunity[];
  }

  #putBack(
    { workspace, merge, keysOf }: { readonly workspace: number; readonly merge: number; readonly keysOf: KeysOf },
    state: PartState,
    decision: PartDecision,
  ): void {
    const { added, tags, changed } = partedContacts(state, decision, keysOf);
    for (const [number, fields] of changed) putBack(this.#database, { workspace, merge }, number, fields);
    registerTags(this.#database, { workspace, madeBy: null }, tags);
    changeKeys(this.#database, { workspace, object: "contact" }, { added, removed: emptyKeys() });
  }

  #write(
    to: { readonly workspace: number; readonly number: number; readonly at: number; readonly keysOf: KeysOf },
    present: ReadonlyMap<string, string>,
    changes: ReadonlyMap<string, string | null>,
  ): void {
    const { workspace, number, at, keysOf } = to;
    const next = changedValues(present, changes);
    const place = { workspace, object: "contact" as const, number, at };
    writeHeld(this.#database, place, { values: changes, next });
    const [added, removed] = [emptyKeys(), emptyKeys()];
    addKeyChanges(number, { before: keysOf(present), after: keysOf(next) }, { added, removed });
    changeKeys(this.#database, { workspace, object: "contact" }, { added, removed });
    registerTags(this.#database, { workspace, madeBy: null }, [next.get("tags") ?? ""]);
  }

  #setMains(workspace: number, mains: readonly MainChange[], at: number): void {
    for (const { account, after } of mains) {
      this.#database.run(
        "update account set main_contact = ?, updated_at = ? where workspace_id = ? and account_id = ?",
        ...[after, at, workspace, account],
      );
    }
  }

  /** Whoever writes or takes back an import has met contacts that must not go meanwhile. */
  #importAtWork(workspace: number) {
    const row = this.#database.get(`select 1 from import where workspace_id = ? and ${AT_WORK} limit 1`, workspace);
    return row ? IMPORT_AT_WORK : null;
  }

  #nextNumber(workspace: number): number {
    const row = this.#database.get(
      "select ifnull(max(merge_id), 0) + 1 from contact_merge where workspace_id = ?",
      workspace,
    );
    return Number(row?.[0] ?? 1);
  }

  #dates(workspace: number, contact: number): readonly [createdAt: number, updatedAt: number] {
    const row = this.#database.get(
      "select created_at, updated_at from contact where workspace_id = ? and contact_id = ?",
      ...[workspace, contact],
    );
    return [Number(row?.[0] ?? 0), Number(row?.[1] ?? 0)];
  }

  #changedBefore(workspace: number, merge: number): number {
    const row = this.#database.get(
      "select kept_updated_at from contact_merge where workspace_id = ? and merge_id = ?",
      ...[workspace, merge],
    );
    return Number(row?.[0] ?? 0);
  }

  #mainsOf(workspace: number, accounts: readonly number[]): ReadonlyMap<number, number | null> {
    const rows = this.#database.all(
      `select account_id, main_contact from json_each(?) as wanted
       cross join account on account.workspace_id = ? and account.account_id = wanted.value`,
      ...[JSON.stringify([...new Set(accounts)]), workspace],
    );
    return new Map(rows.map(([account, main]) => [Number(account), main === null ? null : Number(main)]));
  }

  async #existing(workspace: number, merge: number): Promise<MergeRecord> {
    const record = await this.get(workspace, merge);
    if (!record) throw new Error(`merge ${merge} of workspace ${workspace} is gone`);
    return record;
  }

  #asRecord(workspace: number, row: DbRow): MergeRecord {
    const others = this.#database.all(
      "select contact_id from merged_contact where workspace_id = ? and merge_id = ? order by 1",
      ...[workspace, Number(row[0])],
    );
    return asMergeRecord(
      row,
      others.map(([other]) => Number(other)),
    );
  }
}
