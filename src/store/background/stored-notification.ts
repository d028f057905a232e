/** Notifications, and what members want to be told, as both databases keep them. */
import type { NewNotification, StoredNotification } from "../../app/ports/notification-store.ts";
import type { NotificationEvent, NotificationParams } from "../../core/notify/notification.ts";
import { NO_PROFILE, type NotifyProfile } from "../../core/notify/notify-profile.ts";
import type { DbRow } from "../db-row.ts";
import type { NewOutboxRow } from "./effect-row.ts";

export const NOTIFICATION_COLUMNS = "notification_id, event, params, import_id, at, read_at";

export const asNotification = ([number, event, params, importNumber, at, readAt]: DbRow): StoredNotification => ({
  number: Number(number),
  event: event as NotificationEvent,
  params: JSON.parse(String(params)) as NotificationParams,
  import: Number(importNumber) || null,
  at: Number(at),
  readAt: readAt === null || readAt === undefined ? null : Number(readAt),
});

/** @param row its channels and the address of its posts; absent = the member has said nothing */
export function asNotifyProfile(row: DbRow | undefined): NotifyProfile {
  if (!row) return NO_PROFILE;
  const [channels, slackUrl] = row;
  return {
    channels: JSON.parse(String(channels)) as NotifyProfile["channels"],
    slackUrl: typeof slackUrl === "string" ? slackUrl : null,
  };
}

/** The mails and posts that bring it elsewhere. */
export function noticeEffects(notice: NewNotification, dueAt: number): readonly NewOutboxRow[] {
  const from = { cause: "notification", import: notice.import ?? 0, about: notice.member } as const;
  const { expiresAt } = notice;
  return notice.effects.map(({ key, effect }) => ({ key, effect, from, dueAt, expiresAt }));
}
