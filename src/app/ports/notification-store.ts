/** What members were told, what they want to be told, and the addresses of a workspace that are told of its imports. */
import type { Notification } from "../../core/notify/notification.ts";
import type { NotifyProfile } from "../../core/notify/notify-profile.ts";
import type { WebhookEndpoint } from "../../core/notify/webhook-endpoint.ts";
import type { Result } from "../../core/problem/refusal.ts";
import type { Effect } from "../../core/workflow/effect.ts";

export type StoredNotification = Notification & {
  readonly number: number;
  /** Number of the import that it tells of; null = of none. */
  readonly import: number | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null = unread. */
  readonly readAt: number | null;
};

/** Sent without a hold. */
type NoticeEffect = { readonly key: string; readonly effect: Effect };

export type NewNotification = Notification & {
  /** Number of the member who is told. */
  readonly member: number;
  /** What it tells of: the same member is told of the same cause once. */
  readonly cause: string;
  readonly import: number | null;
  /** False: it is told elsewhere only, and not listed. */
  readonly inApp: boolean;
  readonly effects: readonly NoticeEffect[];
  /** From when on its mails and posts are not sent any more. */
  readonly expiresAt: number;
};

/** A call of a webhook. The same key is called once. */
export type NewCall = NoticeEffect & { readonly endpoint: number; readonly import: number | null };

/** Newest first. */
export type NotificationPage = {
  readonly unreadOnly: boolean;
  /** Only those before this number; null = from the newest. */
  readonly before: number | null;
  readonly limit: number;
};

export interface NotificationStore {
  /** One transaction. Who was told already and what was called already stays as it is; answers how many are new. */
  add(
    workspace: number,
    said: { readonly at: number; readonly notices: readonly NewNotification[]; readonly calls: readonly NewCall[] },
  ): Promise<number>;
  list(workspace: number, member: number, page: NotificationPage): Promise<readonly StoredNotification[]>;
  countUnread(workspace: number, member: number): Promise<number>;
  /** Answers how many were unread. */
  markRead(workspace: number, member: number, which: readonly number[] | "all", at: number): Promise<number>;
  profileOf(workspace: number, member: number): Promise<NotifyProfile>;
  saveProfile(workspace: number, member: number, profile: NotifyProfile): Promise<void>;
}

export interface EndpointStore {
  /** In the order they were made. */
  list(workspace: number): Promise<readonly WebhookEndpoint[]>;
  /** Refused where the address is there already. */
  add(workspace: number, endpoint: Omit<WebhookEndpoint, "number">): Promise<Result<WebhookEndpoint>>;
  change(workspace: number, endpoint: WebhookEndpoint): Promise<void>;
  /** Cancels the calls that have not been sent. */
  remove(workspace: number, number: number): Promise<void>;
}
