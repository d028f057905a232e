/** Notifications of members, written together with the mails and posts that bring them elsewhere. */
import type {
  NewCall,
  NewNotification,
  NotificationPage,
  NotificationStore,
  StoredNotification,
} from "../../../app/ports/notification-store.ts";
import type { NotifyProfile } from "../../../core/notify/notify-profile.ts";
import type { NewOutboxRow } from "../../background/effect-row.ts";
import {
  asNotification,
  asNotifyProfile,
  NOTIFICATION_COLUMNS,
  noticeEffects,
} from "../../background/stored-notification.ts";
import { bigints, type Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";
import { addEffects, heldEffects } from "./add-effect.ts";

type Said = Parameters<NotificationStore["add"]>[1];

export class PostgresNotifications implements NotificationStore {
  readonly #database: Database;
  readonly #ahead: Ahead;

  constructor(database: Database, ahead: Ahead) {
    this.#database = database;
    this.#ahead = ahead;
  }

  async add(workspace: number, said: Said): Promise<number> {
    if (said.notices.length + said.calls.length === 0) return 0;
    const ahead = await this.#ahead(said.at);
    const now = said.at + ahead;
    return this.#database.transaction(workspace, async () => {
      const notices = await this.#addNotices(workspace, now, said.notices);
      const calls = await this.#newCalls(workspace, said.calls);
      const effects = notices.flatMap((notice) =>
        noticeEffects({ ...notice, expiresAt: notice.expiresAt + ahead }, now),
      );
      await addEffects(this.#database, { workspace, now }, [...effects, ...calls.map((call) => callOf(call, now))]);
      return notices.length + calls.length;
    });
  }

  async list(workspace: number, member: number, page: NotificationPage): Promise<readonly StoredNotification[]> {
    const rows = await this.#database.all(
      `select ${NOTIFICATION_COLUMNS} from notification
       where workspace_id = $1 and member_id = $2 and in_app = 1 and notification_id < $3 and ($4::int = 0 or read_at is null)
       order by notification_id desc limit $5`,
      ...[workspace, member, page.before ?? Number.MAX_SAFE_INTEGER, Number(page.unreadOnly), page.limit],
    );
    return rows.map(asNotification);
  }

  async countUnread(workspace: number, member: number): Promise<number> {
    const row = await this.#database.get(
      "select count(*) from notification where workspace_id = $1 and member_id = $2 and in_app = 1 and read_at is null",
      ...[workspace, member],
    );
    return Number(row?.[0] ?? 0);
  }

  async markRead(workspace: number, member: number, which: readonly number[] | "all", at: number): Promise<number> {
    const read = await this.#database.write(
      workspace,
      `update notification set read_at = $3 where workspace_id = $1 and member_id = $2 and in_app = 1 and read_at is null
       and ($4::bigint[] is null or notification_id = any($4::bigint[])) returning 1`,
      ...[workspace, member, at, which === "all" ? null : bigints(which)],
    );
    return read.length;
  }

  async profileOf(workspace: number, member: number): Promise<NotifyProfile> {
    const row = await this.#database.get(
      "select channels, slack_url from notification_profile where workspace_id = $1 and member_id = $2",
      ...[workspace, member],
    );
    return asNotifyProfile(row);
  }

  async saveProfile(workspace: number, member: number, { channels, slackUrl }: NotifyProfile): Promise<void> {
    await this.#database.write(
      workspace,
      `insert into notification_profile (workspace_id, member_id, channels, slack_url) values ($1, $2, $3, $4)
       on conflict (workspace_id, member_id) do update set channels = excluded.channels, slack_url = excluded.slack_url`,
      ...[workspace, member, JSON.stringify(channels), slackUrl],
    );
  }

  /** Answers those that are new: a member is told of a cause once. */
  async #addNotices(
    workspace: number,
    at: number,
    notices: readonly NewNotification[],
  ): Promise<readonly NewNotification[]> {
    const told = await this.#database.all(
      `select member_id, cause from notification
       join unnest($2::bigint[], $3::text[]) as said (member, reason)
         on notification.member_id = said.member and notification.cause = said.reason
       where workspace_id = $1`,
      ...[workspace, bigints(notices.map(({ member }) => member)), notices.map(({ cause }) => cause)],
    );
    const known = new Set(told.map(([member, cause]) => `${member} ${cause}`));
    const added = notices.filter(({ member, cause }) => isNew(known, `${member} ${cause}`));
    if (added.length === 0) return [];
    const [next] =
      (await this.#database.get(
        "update workspace set next_notification = next_notification + $2 where workspace_id = $1 returning next_notification",
        ...[workspace, added.length],
      )) ?? [];
    await this.#database.run(
      `insert into notification (workspace_id, notification_id, at, member_id, event, cause, import_id, params, in_app)
       select $1::bigint, $2::bigint + place - 1, $3::bigint, member, event, cause, import, params, in_app
       from unnest($4::bigint[], $5::text[], $6::text[], $7::bigint[], $8::text[], $9::bigint[])
         with ordinality as said (member, event, cause, import, params, in_app, place)`,
      ...[workspace, Number(next) - added.length, at],
      ...[bigints(added.map(({ member }) => member)), added.map(({ event }) => event), added.map(({ cause }) => cause)],
      bigints(added.map((notice) => notice.import ?? 0)),
      added.map(({ params }) => JSON.stringify(params)),
      bigints(added.map(({ inApp }) => Number(inApp))),
    );
    return added;
  }

  /** The same key is called once. */
  async #newCalls(workspace: number, calls: readonly NewCall[]): Promise<readonly NewCall[]> {
    const keys = calls.map(({ key }) => key);
    const known = new Set(await heldEffects(this.#database, workspace, keys));
    return calls.filter(({ key }) => isNew(known, key));
  }
}

function isNew(known: Set<string>, key: string): boolean {
  if (known.has(key)) return false;
  known.add(key);
  return true;
}

const callOf = ({ key, effect, endpoint, import: of }: NewCall, dueAt: number): NewOutboxRow => ({
  ...{ key, effect, dueAt },
  from: { cause: "endpoint", import: of ?? 0, about: endpoint },
});
