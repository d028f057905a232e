/** What members are told, what goes on, and who outside is told of imports. */
import { z } from "@hono/zod-openapi";
import { WEBHOOK_EVENTS } from "../../core/notify/webhook-endpoint.ts";
import { endpoint } from "./endpoint.ts";
import { moment, page, pageQuery } from "./shapes.ts";

const list = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

const notifications = { tag: "Notifications", need: "read" } as const;

const notificationShape = z
  .looseObject({
    notification: z.string().openapi({ example: "ntf_0123456789" }),
    event: z.string(),
    title: z.string(),
    text: z.string(),
    import: z.string().nullable(),
    path: z.string().nullable().openapi({ description: "Of the page that it is about" }),
    at: moment,
    readAt: moment.nullable(),
  })
  .openapi("Notification");

export const listNotifications = endpoint({
  ...notifications,
  method: "get",
  path: "/notifications",
  summary: "What the member who asks was told, newest first",
  query: pageQuery.extend({ unread: z.stringbool().default(false).openapi({ description: "Only what is unread" }) }),
  answer: page(notificationShape).extend({
    unread: z.number().int().openapi({ description: "All that are unread, on whatever page" }),
  }),
});

export const markNotificationsRead = endpoint({
  ...notifications,
  method: "post",
  path: "/notifications/read",
  summary: "Mark notifications as read",
  body: z.strictObject({ notifications: z.union([z.array(z.string()).min(1), z.literal("all")]) }),
  answer: z.object({ read: z.number().int() }),
});

const profileShape = z
  .object({
    events: z.record(z.string(), z.string()).openapi({
      description: "Channels by event: `app`, `mail`, `mail-if-long`, `slack`, parted by commas; `none`",
    }),
    slack: z.string().nullable().openapi({ description: "Host of the member's own incoming webhook" }),
    mailServer: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: "Host of the server that mails go out by; null = none is set up" }),
  })
  .openapi("NotificationProfile");

export const showProfile = endpoint({
  ...notifications,
  method: "get",
  path: "/notifications/profile",
  summary: "Where the member is told of what",
  answer: profileShape,
});

export const changeProfile = endpoint({
  ...notifications,
  method: "patch",
  path: "/notifications/profile",
  summary: "Change where the member is told of what",
  body: z.strictObject({
    events: z
      .record(z.string(), z.string())
      .default({})
      .openapi({ example: { import_done: "app,mail" } }),
    slackUrl: z.string().optional().openapi({ description: "Address of an incoming webhook; empty takes it away" }),
  }),
  answer: profileShape,
});

export const listTasks = endpoint({
  method: "get",
  path: "/tasks",
  need: "read",
  tag: "Tasks",
  summary: "What runs, what waits and what failed with its first lines, newest import first",
  query: pageQuery,
  answer: page(z.looseObject({ kind: z.string(), state: z.string() })).extend({
    effects: z.array(z.looseObject({ kind: z.string(), state: z.string(), count: z.number().int(), dueAt: moment })),
    notSetUp: z
      .array(z.string())
      .optional()
      .openapi({ description: "Kinds of messages that the server has no settings to send: they wait" }),
  }),
});

const webhooks = { tag: "Webhooks", need: "change_webhooks" } as const;

const webhookShape = z
  .looseObject({
    webhook: z.string().openapi({ example: "whk_0123456789" }),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    createdBy: z.string(),
    createdAt: moment,
    warning: z.string().optional().openapi({ description: "Why no call will be made, where that is known already" }),
  })
  .openapi("Webhook");

const withSecret = webhookShape.extend({
  secret: z.string().openapi({ description: "Signs the calls (Standard Webhooks). Shown this once" }),
});

export const listWebhooks = endpoint({
  ...webhooks,
  method: "get",
  path: "/webhooks",
  summary: "Addresses that are told of the workspace's imports",
  answer: list(webhookShape),
});

export const addWebhook = endpoint({
  ...webhooks,
  method: "post",
  path: "/webhooks",
  summary: "Have an address told of imports",
  description:
    "A private address, such as one of this machine, is called only where the server's setting MUSTER_ALLOWED_ADDRESSES names it; the answer has a `warning` where it does not. What became of calls is in `GET /effects`.",
  body: z.strictObject({
    url: z.string(),
    events: z
      .array(z.string())
      .default([])
      .openapi({ description: `Of ${WEBHOOK_EVENTS.join(", ")}; none: all` }),
  }),
  holdsSecret: true,
  answer: withSecret,
  status: 201,
});

export const rotateWebhook = endpoint({
  ...webhooks,
  method: "post",
  path: "/webhooks/{id}/rotate",
  summary: "Give a webhook a new secret; for a day the former one signs beside it",
  holdsSecret: true,
  answer: withSecret,
});

export const testWebhook = endpoint({
  ...webhooks,
  method: "post",
  path: "/webhooks/{id}/test",
  summary: "Have a webhook called with an event that says nothing",
  description: "A worker calls it, so that the answer does not say whether it came: `GET /effects` does.",
  answer: z.object({ key: z.string().openapi({ description: "The `webhook-id` of the call" }) }),
  status: 202,
});

export const removeWebhook = endpoint({
  ...webhooks,
  method: "delete",
  path: "/webhooks/{id}",
  summary: "Have an address told nothing any more",
  answer: null,
});
