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
import { bigints, type Database } from "../database.ts";
import type { PostgresFields } from "../workspace/fields.ts";
import { PostgresMembers } from "../workspace/members.ts";
import { removeUnusedTags } from "../workspace/tags.ts";
import { type BulkPlace, changeContacts, deletedInBulk, takeBackLines } from "./bulk-lines.ts";

type Step = { readonly record: BulkRecord; readonly at: number };

export class PostgresBulkChanges implements BulkStore {
  readonly #database: Database;
  readonly #fields: PostgresFields;

  constructor(database: Database, fields: PostgresFields) {
    this.#database = database;
    this.#fields = fields;
  }

  async open(workspace: number, { at, by, change, choice, newTags }: BulkRequest): Promise<BulkRecord> {
    const [row] = await this.#database.write(
      workspace,
      `insert into bulk_change (workspace_id, bulk_id, at, by, change, state, choice, new_tags)
       select $1::bigint, coalesce(max(bulk_id), 0) + 1, $2::bigint, $3::text, $4::text, 'running', $5::text, $6::text
       from bulk_change where workspace_id = $1
       returning ${BULK_COLUMNS}`,
      ...[workspace, at, by, JSON.stringify(change), JSON.stringify(choice), JSON.stringify(newTags)],
    );
    return asBulkRecord(row ?? []);
  }

  async get(workspace: number, bulk: number): Promise<BulkRecord | null> {
    const row = await this.#database.get(
      `select ${BULK_COLUMNS} from bulk_change where workspace_id = $1 and bulk_id = $2`,
      ...[workspace, bulk],
    );
    return row ? asBulkRecord(row) : null;
  }

  async list(
    workspace: number,
    { before, limit }: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly BulkRecord[]> {
    const rows = await this.#database.all(
      `select ${BULK_COLUMNS} from bulk_change
       where workspace_id = $1 and bulk_id < $2 and by_hand = 0 order by bulk_id desc limit $3`,
      ...[workspace, before ?? Number.MAX_SAFE_INTEGER, limit],
    );
    return rows.map(asBulkRecord);
  }

  async unfinished(workspace: number): Promise<readonly BulkRecord[]> {
    const rows = await this.#database.all(
      `select ${BULK_COLUMNS} from bulk_change
       where workspace_id = $1 and state in ('running', 'undoing') order by bulk_id`,
      workspace,
    );
    return rows.map(asBulkRecord);
  }

  async importAtWork(workspace: number): Promise<ImportAtWork> {
    const rows = await this.#database.all(
      `select distinct state from import where workspace_id = $1 and ${AT_WORK}`,
      workspace,
    );
    return workAmong(rows);
  }

  advance(
    workspace: number,
    { record, page, at }: Step & { readonly page: BulkPage },
    decide: (values: ReadonlyMap<string, string>) => Changes | null,
  ): Promise<BulkStep> {
    return this.#step(workspace, { record, at }, async (place) => {
      const tally = await changeContacts(this.#database, place, { page, decide });
      const end = page.isLast ? ", state = 'done', ended_at = $6, choice = null" : "";
      await this.#database.run(
        `update bulk_change set seen_to = $3, changed = changed + $4, unchanged = unchanged + $5${end}
         where workspace_id = $1 and bulk_id = $2`,
        ...[workspace, record.number, page.seenTo, tally.changed, tally.unchanged],
        ...(page.isLast ? [at] : []),
      );
    });
  }

  async beginUndo(
    workspace: number,
    bulk: number,
    { at, by }: { readonly at: number; readonly by: string },
  ): Promise<BulkRecord | null> {
    const [row] = await this.#database.write(
      workspace,
      `update bulk_change set state = 'undoing', seen_to = 0, choice = null, undone_at = $3, undone_by = $4,
         undo_tally = jsonb_set(undo_tally::jsonb, '{away}', '0')::text
       where workspace_id = $1 and bulk_id = $2 and expired_at is null
         and (state in ('running', 'done') or state = 'undone' and (undo_tally::jsonb ->> 'away')::bigint > 0)
       returning ${BULK_COLUMNS}`,
      ...[workspace, bulk, at, by],
    );
    return row ? asBulkRecord(row) : null;
  }

  takeBack(
    workspace: number,
    { record, limit, at }: Step & { readonly limit: number },
    decide: DecideUndo,
  ): Promise<BulkStep> {
    return this.#step(workspace, { record, at }, async (place) => {
      const { seenTo, tally } = await takeBackLines(this.#database, place, { after: record.seenTo, limit, decide });
      const isLast = seenTo === null;
      await this.#database.run(
        `update bulk_change set seen_to = $3, undo_tally = $4${isLast ? ", state = 'undone', ended_at = $5" : ""}
         where workspace_id = $1 and bulk_id = $2`,
        ...[workspace, record.number, seenTo ?? record.seenTo, JSON.stringify(addedTally(record.undo?.tally, tally))],
        ...(isLast ? [at] : []),
      );
      // Tags that it has made go with it where no contact has them.
      if (isLast) await removeUnusedTags(this.#database, workspace, record.newTags.map(tagKey));
    });
  }

  async ofContact(workspace: number, contact: number): Promise<readonly BulkEvent[]> {
    const addresses = presentAddresses(await new PostgresMembers(this.#database).list(workspace));
    const rows = await this.#database.all(
      `select done.bulk_id, done.at, done.by, done.change, line.changes, line.result, done.undone_at, done.undone_by
       from bulk_line as line
       join bulk_change as done on done.workspace_id = line.workspace_id and done.bulk_id = line.bulk_id
       where line.workspace_id = $1 and line.contact_id = $2 order by done.bulk_id desc`,
      ...[workspace, contact],
    );
    return rows.map((row) => asBulkEvent(row, addresses));
  }

  async deletedBy(workspace: number, contacts: readonly number[]): Promise<ReadonlyMap<number, number>> {
    return deletedInBulk(this.#database, workspace, contacts);
  }

  async expire(
    workspace: number,
    { changes, deletions }: { readonly changes: number; readonly deletions: number },
    at: number,
  ): Promise<void> {
    const isOver = ({ change, endedAt }: BulkRecord): boolean =>
      endedAt !== null && endedAt < (change.do === "delete" ? deletions : changes);
    const over = async (): Promise<readonly BulkRecord[]> => {
      const rows = await this.#database.all(
        `select ${BULK_COLUMNS} from bulk_change
         where workspace_id = $1 and state in ('done', 'undone') and expired_at is null and ended_at < $2`,
        ...[workspace, Math.max(changes, deletions)],
      );
      return rows.map(asBulkRecord).filter(isOver);
    };
    if ((await over()).length === 0) return;
    await this.#database.transaction(workspace, async () => {
      const bound = [workspace, bigints((await over()).map(({ number }) => number))];
      await this.#database.run(
        "delete from bulk_line where workspace_id = $1 and bulk_id = any($2::bigint[])",
        ...bound,
      );
      await this.#database.run(
        "update bulk_change set expired_at = $3 where workspace_id = $1 and bulk_id = any($2::bigint[])",
        ...[...bound, at],
      );
    });
  }

  /** Values that were changed by hand go back beside an import that is being written, as they were changed beside one. */
  async #waits(workspace: number, { change }: BulkRecord): Promise<boolean> {
    const stops = change.do === "edit" ? TAKING_BACK : AT_WORK;
    const row = await this.#database.get(
      `select 1 from import where workspace_id = $1 and ${stops} limit 1`,
      workspace,
    );
    return row !== undefined;
  }

  /** One transaction, if it still stands where it was looked at, and no import of the workspace is at work. */
  async #step(workspace: number, { record, at }: Step, work: (place: BulkPlace) => Promise<void>): Promise<BulkStep> {
    const keysOf = keysReader("contact", await this.#fields.list(workspace, "contact"));
    const theirKeys = keysReader("opportunity", await this.#fields.list(workspace, "opportunity"));
    return this.#database.transaction(workspace, async () => {
      const now = await this.get(workspace, record.number);
      if (now?.state !== record.state || now.seenTo !== record.seenTo) return "passed";
      // Whom it makes the owner may have another address, or may have left.
      if (JSON.stringify(now.change) !== JSON.stringify(record.change)) return "passed";
      if (await this.#waits(workspace, record)) return "held";
      const addresses = presentAddresses(await new PostgresMembers(this.#database).list(workspace));
      const byHand = isByHand(record.change) ? record.change.do : null;
      await work({ workspace, bulk: record.number, byHand, at, keysOf, theirKeys, addresses });
      return "moved";
    });
  }
}
