/** Notifications, profiles, tasks and webhooks as programs read them. */
import { ENGLISH, type NotificationWords } from "../../core/notify/notification-words.ts";
import { renderNotification } from "../../core/notify/render-notification.ts";
import type { WebhookEndpoint } from "../../core/notify/webhook-endpoint.ts";
import { encodeId } from "../../core/public-id.ts";
import type { NotificationView } from "../notify/notifications.ts";
import type { ProfileView } from "../notify/profile.ts";
import type { Task } from "../notify/task-feed.ts";
import type { Workspace } from "../ports.ts";

const moment = (at: number): string => new Date(at).toISOString();

const momentOrNull = (at: number | null): string | null => (at === null ? null : moment(at));

/** @param words of whoever reads it */
export const notificationJson = (
  { id, event, params, import: of, path, at, readAt }: NotificationView,
  words: NotificationWords = ENGLISH,
) => ({
  ...{ notification: id, event, ...renderNotification({ event, params }, words), params, import: of, path },
  ...{ at: moment(at), readAt: momentOrNull(readAt) },
});

export const profileJson = ({ events, slack }: ProfileView) => ({
  events: Object.fromEntries(events.map(({ event, channels }) => [event, channels])),
  slack,
});

export const taskJson = (task: Task) => ({
  ...task,
  ...{ createdAt: moment(task.createdAt), finishedAt: momentOrNull(task.finishedAt) },
});

/** Without its secrets. */
export const endpointJson = ({ idKey }: Workspace, { number, url, events, createdBy, createdAt }: WebhookEndpoint) => ({
  ...{ webhook: encodeId("whk", idKey, number), url, events, createdBy },
  createdAt: moment(createdAt),
});
