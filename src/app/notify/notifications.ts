/** What a member was told: listed, and marked as read. */
import { type NotificationText, renderNotification } from "../../core/notify/render-notification.ts";
import { accept, type Result, refuseNaming } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId, encodeId } from "../../core/public-id.ts";
import { NOTIFICATIONS_SHOWN } from "../limits.ts";
import type { StoredNotification } from "../ports/notification-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { importPath } from "./send-notices.ts";

export type NotificationView = NotificationText &
  Pick<StoredNotification, "event" | "params" | "at" | "readAt"> & {
    readonly id: string;
    /** Id of the import that it tells of, and the path of its page. */
    readonly import: string | null;
    readonly path: string | null;
  };

export type NotificationList = {
  readonly notifications: readonly NotificationView[];
  /** All that are unread, on whatever page. */
  readonly unread: number;
  /** Where the next page begins; null = there is none. */
  readonly next: string | null;
};

type ListRequest = {
  /** Number of the member. */
  readonly member: number;
  readonly unreadOnly: boolean;
  readonly cursor: string | null;
  readonly limit: number;
};

/** Newest first. */
export async function listNotifications(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  { member, unreadOnly, cursor, limit }: ListRequest,
): Promise<Result<NotificationList>> {
  const before = cursor === null ? null : decodeId("ntf", workspace.idKey, cursor);
  if (cursor !== null && before === null) return unknown(cursor);
  const size = Math.min(limit, NOTIFICATIONS_SHOWN);
  const page = await store.notifications.list(workspace.number, member, { unreadOnly, before, limit: size + 1 });
  const notifications = page.slice(0, size).map((notification) => viewOf(workspace, notification));
  return accept({
    notifications,
    unread: await store.notifications.countUnread(workspace.number, member),
    next: page.length > size ? (notifications.at(-1)?.id ?? null) : null,
  });
}

/** Answers how many were unread before. */
export async function markRead(
  { store, now }: Pick<Ports, "store" | "now">,
  workspace: Workspace,
  { member, ids }: { readonly member: number; readonly ids: readonly string[] | "all" },
): Promise<Result<number>> {
  if (ids === "all") return accept(await store.notifications.markRead(workspace.number, member, "all", now()));
  const numbers: number[] = [];
  for (const id of ids) {
    const number = decodeId("ntf", workspace.idKey, id);
    if (number === null) return unknown(id);
    numbers.push(number);
  }
  return accept(await store.notifications.markRead(workspace.number, member, numbers, now()));
}

const unknown = (id: string) => refuseNaming("notification_unknown", [id], `${shown(id)} is no notification's id.`);

function viewOf({ idKey }: Workspace, stored: StoredNotification): NotificationView {
  const { event, params, at, readAt } = stored;
  const of = stored.import === null ? null : encodeId("imp", idKey, stored.import);
  return {
    id: encodeId("ntf", idKey, stored.number),
    ...{ event, params, at, readAt, ...renderNotification(stored) },
    import: of,
    path: of === null ? null : importPath(of),
  };
}
