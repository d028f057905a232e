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
import { bigints, type Database } from "../database.ts";
import { writeHeld } from "../objects/held-objects.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import type { PostgresFields } from "../workspace/fields.ts";
import { PostgresMembers } from "../workspace/members.ts";
import { registerTags } from "../workspace/tags.ts";
import { mergedContacts, mergesThatTook, putAway, putBack } from "./merged-contacts.ts";
import { giveBackOpportunities, giveOpportunities } from "./merged-opportunities.ts";

const { columns } = objectTable("contact");

type Readers = { readonly keysOf: KeysOf; readonly theirKeys: KeysOf };

export class PostgresMerges implements MergeStore {
  readonly #database: Database;
  readonly #fields: PostgresFields;

  constructor(database: Database, fields: PostgresFields) {
    this.#database = database;
    this.#fields = fields;
  }

  async load(workspace: number, numbers: readonly number[]): Promise<MergeSources> {
    const rows = await this.#database.all(
      `select contact_id, custom, kept, ${columns.join(", ")} from contact
       where workspace_id = $1 and contact_id = any($2::bigint[]) order by array_position($2::bigint[], contact_id)`,
      ...[workspace, bigints(numbers)],
    );
    const held = rows.map(([number, custom, kept, ...values]) => ({
      number: Number(number),
      values: heldValues(columns, values, [custom, kept]),
    }));
    const accounts = held.flatMap(({ values }) => accountOf(values) ?? []);
    const mains = await this.#mainsOf(workspace, accounts);
    return new Map(held.map((one) => [one.number, { ...one, mainOf: mainOf(one, mains) }]));
  }

  async merge(
    workspace: number,
    { kept, others, by, at }: MergeRequest & Doing,
    decide: (sources: MergeSources) => Result<MergeDecision>,
  ): Promise<Result<MergeRecord>> {
    const { keysOf, theirKeys } = await this.#readers(workspace);
    return this.#database.transaction(workspace, async () => {
      const busy = await this.#importAtWork(workspace);
      if (busy) return busy;
      const sources = await this.load(workspace, [kept, ...others]);
      const decided = decide(sources);
      if (!decided.ok) return decided;
      const merge = await this.#open(workspace, { kept, by, at }, decided.value);
      await putAway(this.#database, { workspace, merge }, others);
      const removed = keysGone(sources, others, keysOf);
      await changeKeys(this.#database, { workspace, object: "contact" }, { added: emptyKeys(), removed });
      const before = sources.get(kept)?.values ?? new Map<string, string>();
      await this.#write({ workspace, number: kept, at, keysOf }, before, textsAfter(decided.value));
      await this.#setMains(workspace, decided.value.mains, at);
      const place = { workspace, at, keysOf: theirKeys };
      const moved = await giveOpportunities(this.#database, place, { from: others, to: kept });
      await this.#database.run(
        "update contact_merge set opportunities = $3 where workspace_id = $1 and merge_id = $2",
        ...[workspace, merge, JSON.stringify(moved)],
      );
      return accept(await this.#existing(workspace, merge));
    });
  }

  async get(workspace: number, merge: number): Promise<MergeRecord | null> {
    const rows = await this.#database.all(
      `select ${MERGE_COLUMNS} from contact_merge where workspace_id = $1 and merge_id = $2`,
      ...[workspace, merge],
    );
    const [record] = await this.#records(workspace, rows);
    return record ?? null;
  }

  async list(
    workspace: number,
    { before, limit }: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly MergeRecord[]> {
    const rows = await this.#database.all(
      `select ${MERGE_COLUMNS} from contact_merge
       where workspace_id = $1 and merge_id < $2 order by merge_id desc limit $3`,
      ...[workspace, before ?? Number.MAX_SAFE_INTEGER, limit],
    );
    return this.#records(workspace, rows);
  }

  async keptIn(workspace: number, contact: number): Promise<readonly MergeRecord[]> {
    const rows = await this.#database.all(
      `select ${MERGE_COLUMNS} from contact_merge
       where workspace_id = $1 and kept = $2 and undone_at is null order by merge_id desc`,
      ...[workspace, contact],
    );
    return this.#records(workspace, rows);
  }

  async mergedInto(workspace: number, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const taken = await mergesThatTook(this.#database, workspace, numbers);
    return new Map([...taken].map(([number, { merge }]) => [number, merge]));
  }

  async partState(workspace: number, merge: number): Promise<PartState | null> {
    const row = await this.#database.get(
      "select kept, decision, undone_at, at from contact_merge where workspace_id = $1 and merge_id = $2",
      ...[workspace, merge],
    );
    if (!row) return null;
    const [kept, decision] = [Number(row[0]), JSON.parse(String(row[1])) as MergeDecision];
    const [undoneAt, at] = row.slice(2);
    const present = (await this.load(workspace, [kept])).get(kept)?.values ?? null;
    const addresses = presentAddresses(await new PostgresMembers(this.#database).list(workspace));
    const put = await mergedContacts(this.#database, { workspace, merge });
    const others = put.map(({ number, values }) => ({ number, values: withPresentMembers(values, addresses) }));
    return {
      kept,
      decision: { ...decision, changes: withPresentAddresses(decision.changes, addresses) },
      isUndone: undoneAt !== null,
      present,
      isUntouched: (await this.#changedAt(workspace, kept)) === at,
      laterMerge: (await mergesThatTook(this.#database, workspace, [kept])).get(kept)?.merge ?? null,
      others,
      accounts: await this.#mainsOf(workspace, accountsAbout(decision, others)),
    };
  }

  async part(
    workspace: number,
    { merge, by, at }: { readonly merge: number } & Doing,
    decide: (state: PartState) => Result<PartDecision>,
  ): Promise<Result<PartDecision>> {
    const { keysOf, theirKeys } = await this.#readers(workspace);
    return this.#database.transaction(workspace, async () => {
      const state = await this.partState(workspace, merge);
      if (state === null) return refuseWith("merge_unknown", "There is no such merge in this workspace.");
      const busy = await this.#importAtWork(workspace);
      if (busy) return busy;
      const decided = decide(state);
      if (!decided.ok) return decided;
      const [movedText, changedBefore] = await this.#before(workspace, merge);
      await this.#putBack({ workspace, merge, keysOf }, state, decided.value);
      const { restore, isUntouched, mains, back } = decided.value;
      if (state.present !== null) {
        const changedAt = restore.size > 0 ? at : await this.#changedAt(workspace, state.kept);
        const place = { workspace, number: state.kept, at: isUntouched ? changedBefore : changedAt, keysOf };
        await this.#write(place, state.present, restore);
      }
      await this.#setMains(workspace, mains, at);
      const moved = (JSON.parse(movedText) as readonly MovedOpportunity[]).filter(([, of]) => back.includes(of));
      const place = { workspace, at, keysOf: theirKeys };
      await giveBackOpportunities(this.#database, place, { kept: state.kept, moved });
      await this.#database.run(
        "update contact_merge set undone_at = $3, undone_by = $4 where workspace_id = $1 and merge_id = $2",
        ...[workspace, merge, at, by],
      );
      return decided;
    });
  }

  async #readers(workspace: number): Promise<Readers> {
    return {
      keysOf: keysReader("contact", await this.#fields.list(workspace, "contact")),
      theirKeys: keysReader("opportunity", await this.#fields.list(workspace, "opportunity")),
    };
  }

  /** @returns its number */
  async #open(
    workspace: number,
    { kept, by, at }: { readonly kept: number } & Doing,
    decision: MergeDecision,
  ): Promise<number> {
    const updatedAt = await this.#changedAt(workspace, kept);
    const row = await this.#database.get(
      `insert into contact_merge (workspace_id, merge_id, kept, at, by, decision, kept_updated_at)
       select $1::bigint, coalesce(max(merge_id), 0) + 1, $2::bigint, $3::bigint, $4::text, $5::text, $6::bigint
       from contact_merge where workspace_id = $1 returning merge_id`,
      ...[workspace, kept, at, by, JSON.stringify(decision), updatedAt],
    );
    return Number(row?.[0]);
  }

  /** Opportunities that the merge has moved, and when the contact that is kept was changed last before it. */
  async #before(workspace: number, merge: number): Promise<readonly [moved: string, changedAt: number]> {
    const row = await this.#database.get(
      "select opportunities, kept_updated_at from contact_merge where workspace_id = $1 and merge_id = $2",
      ...[workspace, merge],
    );
    return [String(row?.[0] ?? "[]"), Number(row?.[1] ?? 0)];
  }

  async #putBack(
    { workspace, merge, keysOf }: { readonly workspace: number; readonly merge: number; readonly keysOf: KeysOf },
    state: PartState,
    decision: PartDecision,
  ): Promise<void> {
    const { added, tags, changed } = partedContacts(state, decision, keysOf);
    await putBack(this.#database, { workspace, merge }, changed);
    await registerTags(this.#database, { workspace, madeBy: null }, tags);
    await changeKeys(this.#database, { workspace, object: "contact" }, { added, removed: emptyKeys() });
  }

  async #write(
    to: { readonly workspace: number; readonly number: number; readonly at: number; readonly keysOf: KeysOf },
    present: ReadonlyMap<string, string>,
    changes: ReadonlyMap<string, string | null>,
  ): Promise<void> {
    const { workspace, number, at, keysOf } = to;
    const next = changedValues(present, changes);
    const place = { workspace, object: "contact" as const, number, at };
    await writeHeld(this.#database, place, { values: changes, next });
    const [added, removed] = [emptyKeys(), emptyKeys()];
    addKeyChanges(number, { before: keysOf(present), after: keysOf(next) }, { added, removed });
    await changeKeys(this.#database, { workspace, object: "contact" }, { added, removed });
    await registerTags(this.#database, { workspace, madeBy: null }, [next.get("tags") ?? ""]);
  }

  async #setMains(workspace: number, mains: readonly MainChange[], at: number): Promise<void> {
    if (mains.length === 0) return;
    await this.#database.run(
      `update account set main_contact = main.contact, updated_at = $2
       from unnest($3::bigint[], $4::bigint[]) as main (account, contact)
       where account.workspace_id = $1 and account.account_id = main.account`,
      ...[workspace, at, bigints(mains.map(({ account }) => account)), mains.map(({ after }) => after)],
    );
  }

  /** Whoever writes or takes back an import has met contacts that must not go meanwhile. */
  async #importAtWork(workspace: number) {
    const row = await this.#database.get(
      `select 1 from import where workspace_id = $1 and ${AT_WORK} limit 1`,
      workspace,
    );
    return row ? IMPORT_AT_WORK : null;
  }

  async #changedAt(workspace: number, contact: number): Promise<number> {
    const row = await this.#database.get(
      "select updated_at from contact where workspace_id = $1 and contact_id = $2",
      ...[workspace, contact],
    );
    return Number(row?.[0] ?? 0);
  }

  async #mainsOf(workspace: number, accounts: readonly number[]): Promise<ReadonlyMap<number, number | null>> {
    if (accounts.length === 0) return new Map();
    const rows = await this.#database.all(
      "select account_id, main_contact from account where workspace_id = $1 and account_id = any($2::bigint[])",
      ...[workspace, bigints(new Set(accounts))],
    );
    return new Map(rows.map(([account, main]) => [Number(account), main === null ? null : Number(main)]));
  }

  async #existing(workspace: number, merge: number): Promise<MergeRecord> {
    const record = await this.get(workspace, merge);
    if (!record) throw new Error(`merge ${merge} of workspace ${workspace} is gone`);
    return record;
  }

  async #records(workspace: number, rows: readonly DbRow[]): Promise<readonly MergeRecord[]> {
    if (rows.length === 0) return [];
    const put = await this.#database.all(
      `select merge_id, contact_id from merged_contact
       where workspace_id = $1 and merge_id = any($2::bigint[]) order by 1, 2`,
      ...[workspace, bigints(rows.map(([number]) => Number(number)))],
    );
    const others = Map.groupBy(put, ([merge]) => merge);
    return rows.map((row) =>
      asMergeRecord(
        row,
        (others.get(row[0] ?? null) ?? []).map(([, contact]) => Number(contact)),
      ),
    );
  }
}
