/** Notifications of members, written together with the mails and posts that bring them elsewhere. */
import type {
  NewNotification,
  NotificationPage,
  NotificationStore,
  StoredNotification,
} from "../../../app/ports/notification-store.ts";
import type { NotifyProfile } from "../../../core/notify/notify-profile.ts";
import {
  asNotification,
  asNotifyProfile,
  NOTIFICATION_COLUMNS,
  noticeEffects,
} from "../../background/stored-notification.ts";
import type { Database } from "../database.ts";
import { addEffect, hasEffect } from "./add-effect.ts";

type Said = Parameters<NotificationStore["add"]>[1];

export class SqliteNotifications implements NotificationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(workspace: number, { at, notices, calls }: Said): Promise<number> {
    if (notices.length + calls.length === 0) return 0;
    return this.#database.transaction(() => {
      let added = 0;
      for (const notice of notices) {
        if (!this.#addNotice(workspace, at, notice)) continue;
        added++;
        for (const row of noticeEffects(notice, at)) addEffect(this.#database, { workspace, now: at }, row);
      }
      for (const { key, effect, endpoint, import: of } of calls) {
        if (hasEffect(this.#database, workspace, key)) continue;
        added++;
        const from = { cause: "endpoint", import: of ?? 0, about: endpoint } as const;
        addEffect(this.#database, { workspace, now: at }, { key, effect, from, dueAt: at });
      }
      return added;
    });
  }

  async list(workspace: number, member: number, page: NotificationPage): Promise<readonly StoredNotification[]> {
    return this.#database
      .all(
        `select ${NOTIFICATION_COLUMNS} from notification
         where workspace_id = ? and member_id = ? and in_app and notification_id < ? and (not ? or read_at is null)
         order by notification_id desc limit ?`,
        ...[workspace, member, page.before ?? Number.MAX_SAFE_INTEGER, Number(page.unreadOnly), page.limit],
      )
      .map(asNotification);
  }

  async countUnread(workspace: number, member: number): Promise<number> {
    const row = this.#database.get(
      "select count(*) from notification where workspace_id = ? and member_id = ? and in_app and read_at is null",
      ...[workspace, member],
    );
    return Number(row?.[0] ?? 0);
  }

  async markRead(workspace: number, member: number, which: readonly number[] | "all", at: number): Promise<number> {
    const numbers = which === "all" ? null : JSON.stringify(which);
    const read = await this.#database.write(
      `update notification set read_at = ?3 where workspace_id = ?1 and member_id = ?2 and in_app and read_at is null
       and (?4 is null or notification_id in (select value from json_each(?4))) returning 1`,
      ...[workspace, member, at, numbers],
    );
    return read.length;
  }

  async profileOf(workspace: number, member: number): Promise<NotifyProfile> {
    const row = this.#database.get(
      "select channels, slack_url from notification_profile where workspace_id = ? and member_id = ?",
      ...[workspace, member],
    );
    return asNotifyProfile(row);
  }

  async saveProfile(workspace: number, member: number, { channels, slackUrl }: NotifyProfile): Promise<void> {
    await this.#database.write(
      `insert into notification_profile (workspace_id, member_id, channels, slack_url) values (?, ?, ?, ?)
       on conflict (workspace_id, member_id) do update set channels = excluded.channels, slack_url = excluded.slack_url`,
      ...[workspace, member, JSON.stringify(channels), slackUrl],
    );
  }

  /** False: the member was told of this already. */
  #addNotice(workspace: number, at: number, notice: NewNotification): boolean {
    const { member, event, cause, params, inApp } = notice;
    const told = this.#database.get(
      "select 1 from notification where workspace_id = ? and member_id = ? and cause = ?",
      ...[workspace, member, cause],
    );
    if (told) return false;
    const number = this.#database.get(
      "update workspace set next_notification = next_notification + 1 where workspace_id = ? returning next_notification - 1",
      workspace,
    )?.[0];
    this.#database.run(
      `insert into notification (workspace_id, member_id, notification_id, event, cause, import_id, params, in_app, at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[
        workspace,
        member,
        Number(number),
        event,
        cause,
        notice.import ?? 0,
        JSON.stringify(params),
        Number(inApp),
        at,
      ],
    );
    return true;
  }
}
