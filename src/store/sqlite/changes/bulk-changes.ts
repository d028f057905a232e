/** Bulk changes: their records, and the transactions in which they go on. What they do to contacts is in `bulk-lines.ts`. */
import type {
  BulkEvent,
  BulkPage,
  BulkRecord,
  BulkRequest,
  BulkStep,
  BulkStore,
  ImportAtWork,
} from "../../../app/ports/bulk-store.ts";
import { isByHand } from "../../../core/bulk/bulk-change.ts";
import { tagKey } from "../../../core/contact/tag-key.ts";
import { presentAddresses } from "../../../core/member/present-address.ts";
import type { Changes } from "../../../core/plan/outcome.ts";
import { addedTally, asBulkEvent, asBulkRecord, BULK_COLUMNS } from "../../changes/bulk-record.ts";
import type { DecideUndo } from "../../changes/line-back.ts";
import { keysReader } from "../../objects/held-keys.ts";
import { AT_WORK, TAKING_BACK, workAmong } from "../../runs/import-at-work.ts";
import type { Database } from "../database.ts";
import { settleKeys } from "../runs/identity-keys.ts";
import type { SqliteFields } from "../workspace/fields.ts";
import { SqliteMembers } from "../workspace/members.ts";
import { removeUnusedTags } from "../workspace/tags.ts";
import { type BulkPlace, changeContacts, deletedInBulk, takeBackLines } from "./bulk-lines.ts";

type Step = { readonly record: BulkRecord; readonly at: number };

export class SqliteBulkChanges implements BulkStore {
  readonly #database: Database;
  readonly #fields: SqliteFields;

  constructor(database: Database, fields: SqliteFields) {
    this.#database = database;
    this.#fields = fields;
  }

  async open(workspace: number, { at, by, change, choice, newTags }: BulkRequest): Promise<BulkRecord> {
    const [row] = await this.#database.write(
      `insert into bulk_change (workspace_id, bulk_id, at, by, change, state, choice, new_tags)
       values (?1, (select ifnull(max(bulk_id), 0) + 1 from bulk_change where workspace_id = ?1), ?, ?, ?, 'running', ?, ?)
       returning ${BULK_COLUMNS}`,
      ...[workspace, at, by, JSON.stringify(change), JSON.stringify(choice), JSON.stringify(newTags)],
    );
    return asBulkRecord(row ?? []);
  }

  async get(workspace: number, bulk: number): Promise<BulkRecord | null> {
    const row = this.#database.get(
      `select ${BULK_COLUMNS} from bulk_change where workspace_id = ? and bulk_id = ?`,
      ...[workspace, bulk],
    );
    return row ? asBulkRecord(row) : null;
  }

  async list(
    workspace: number,
    { before, limit }: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly BulkRecord[]> {
    return this.#database
      .all(
        `select ${BULK_COLUMNS} from bulk_change indexed by bulk_change_many
         where workspace_id = ? and bulk_id < ? and by_hand = 0 order by bulk_id desc limit ?`,
        ...[workspace, before ?? Number.MAX_SAFE_INTEGER, limit],
      )
      .map(asBulkRecord);
  }

  async unfinished(workspace: number): Promise<readonly BulkRecord[]> {
    return this.#database
      .all(
        `select ${BULK_COLUMNS} from bulk_change indexed by bulk_change_open
         where workspace_id = ? and state in ('running', 'undoing') order by bulk_id`,
        workspace,
      )
      .map(asBulkRecord);
  }

  async importAtWork(workspace: number): Promise<ImportAtWork> {
    const rows = this.#database.all(
      `select distinct state from import where workspace_id = ? and ${AT_WORK}`,
      workspace,
    );
    return workAmong(rows);
  }

  advance(
    workspace: number,
    { record, page, at }: Step & { readonly page: BulkPage },
    decide: (values: ReadonlyMap<string, string>) => Changes | null,
  ): Promise<BulkStep> {
    return this.#step(workspace, { record, at }, (place) => {
      const tally = changeContacts(this.#database, place, { page, decide });
      this.#database.run(
        `update bulk_change set seen_to = ?, changed = changed + ?, unchanged = unchanged + ?,
           state = iif(?4, 'done', state), ended_at = iif(?4, ?5, ended_at), choice = iif(?4, null, choice)
         where workspace_id = ?6 and bulk_id = ?7`,
        ...[page.seenTo, tally.changed, tally.unchanged, page.isLast ? 1 : 0, at, workspace, record.number],
      );
    });
  }

  async beginUndo(
    workspace: number,
    bulk: number,
    { at, by }: { readonly at: number; readonly by: string },
  ): Promise<BulkRecord | null> {
    const [row] = await this.#database.write(
      `update bulk_change set state = 'undoing', seen_to = 0, choice = null, undone_at = ?, undone_by = ?,
         undo_tally = json_set(undo_tally, '$.away', 0)
       where workspace_id = ? and bulk_id = ? and expired_at is null
         and (state in ('running', 'done') or state = 'undone' and undo_tally ->> '$.away' > 0)
       returning ${BULK_COLUMNS}`,
      ...[at, by, workspace, bulk],
    );
    return row ? asBulkRecord(row) : null;
  }

  takeBack(
    workspace: number,
    { record, limit, at }: Step & { readonly limit: number },
    decide: DecideUndo,
  ): Promise<BulkStep> {
    return this.#step(workspace, { record, at }, (place) => {
      const { seenTo, tally } = takeBackLines(this.#database, place, { after: record.seenTo, limit, decide });
      const isLast = seenTo === null;
      this.#database.run(
        `update bulk_change set seen_to = ?, undo_tally = ?, state = iif(?3, 'undone', state), ended_at = iif(?3, ?4, ended_at)
         where workspace_id = ?5 and bulk_id = ?6`,
        ...[seenTo ?? record.seenTo, JSON.stringify(addedTally(record.undo?.tally, tally)), isLast ? 1 : 0, at],
        ...[workspace, record.number],
      );
      // Tags that it has made go with it where no contact has them.
      if (isLast) removeUnusedTags(this.#database, workspace, record.newTags.map(tagKey));
    });
  }

  async ofContact(workspace: number, contact: number): Promise<readonly BulkEvent[]> {
    const addresses = presentAddresses(await new SqliteMembers(this.#database).list(workspace));
    return this.#database
      .all(
        `select done.bulk_id, done.at, done.by, done.change, line.changes, line.result, done.undone_at, done.undone_by
         from bulk_line as line indexed by bulk_line_contact
         cross join bulk_change as done on done.workspace_id = line.workspace_id and done.bulk_id = line.bulk_id
         where line.workspace_id = ? and line.contact_id = ? order by done.bulk_id desc`,
        ...[workspace, contact],
      )
      .map((row) => asBulkEvent(row, addresses));
  }

  async deletedBy(workspace: number, contacts: readonly number[]): Promise<ReadonlyMap<number, number>> {
    return deletedInBulk(this.#database, workspace, contacts);
  }

  async expire(
    workspace: number,
    { changes, deletions }: { readonly changes: number; readonly deletions: number },
    at: number,
  ): Promise<void> {
    const over = `workspace_id = ? and state in ('done', 'undone') and expired_at is null
      and ended_at < iif(change ->> '$.do' = 'delete', ?, ?)`;
    const bound = [workspace, deletions, changes];
    if (this.#database.get(`select 1 from bulk_change where ${over} limit 1`, ...bound) === undefined) return;
    await this.#database.transaction(() => {
      this.#database.run(
        `delete from bulk_line where workspace_id = ? and bulk_id in (select bulk_id from bulk_change where ${over})`,
        ...[workspace, ...bound],
      );
      this.#database.run(`update bulk_change set expired_at = ? where ${over}`, at, ...bound);
    });
  }

  /** Values that were changed by hand go back beside an import that is being written, as they were changed beside one. */
  #waits(workspace: number, { change }: BulkRecord): boolean {
    const stops = change.do === "edit" ? TAKING_BACK : AT_WORK;
    const row = this.#database.get(`select 1 from import where workspace_id = ? and ${stops} limit 1`, workspace);
    return row !== undefined;
  }

  /** One transaction, if it still stands where it was looked at, and no import of the workspace is at work. */
  async #step(workspace: number, { record, at }: Step, work: (place: BulkPlace) => void): Promise<BulkStep> {
    const keysOf = keysReader("contact", await this.#fields.list(workspace, "contact"));
    const theirKeys = keysReader("opportunity", await this.#fields.list(workspace, "opportunity"));
    return this.#database.transaction(async () => {
      const now = await this.get(workspace, record.number);
      if (now?.state !== record.state || now.seenTo !== record.seenTo) return "passed";
      // Whom it makes the owner may have another address, or may have left.
      if (JSON.stringify(now.change) !== JSON.stringify(record.change)) return "passed";
      if (this.#waits(workspace, record)) return "held";
      settleKeys(this.#database, workspace);
      const addresses = presentAddresses(await new SqliteMembers(this.#database).list(workspace));
      const byHand = isByHand(record.change) ? record.change.do : null;
      work({ workspace, bulk: record.number, byHand, at, keysOf, theirKeys, addresses });
      return "moved";
    });
  }
}
