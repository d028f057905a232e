/** What members are told, what goes on, and who outside is told of imports. */
import { listNotifications, markRead } from "../../app/notify/notifications.ts";
import { changeProfile, type ProfileView, profileOf } from "../../app/notify/profile.ts";
import { taskFeed } from "../../app/notify/task-feed.ts";
import type { Ports, Workspace } from "../../app/ports.ts";
import { endpointJson, notificationJson, profileJson, taskJson } from "../../app/view/notification-json.ts";
import {
  addEndpoint,
  addressWarning,
  removeEndpoint,
  rotateSecret,
  testEndpoint,
} from "../../app/workflow/webhook-endpoints.ts";
import { actorName } from "../../core/member/actor.ts";
import { isPresent } from "../../core/member/member.ts";
import type { WebhookEndpoint } from "../../core/notify/webhook-endpoint.ts";
import { accept, type Result, refuse } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import type { Acting, Caller } from "../caller.ts";
import * as contract from "../contract/notifications.ts";

export function bindNotifications(bind: Bind): void {
  bind(contract.listNotifications, async (call) => {
    const { ports, workspace, voice } = call;
    const { limit, cursor, unread } = call.query;
    const member = await memberOf(call);
    if (!member.ok) return member;
    const found = await listNotifications(ports, workspace, {
      ...{ member: member.value, unreadOnly: unread, cursor: cursor ?? null, limit },
    });
    if (!found.ok) return found;
    const { notifications, next } = found.value;
    const items = notifications.map((one) => notificationJson(one, voice.notifications));
    return accept({ items, next, unread: found.value.unread });
  });

  bind(contract.markNotificationsRead, async (call) => {
    const { ports, workspace, body } = call;
    const member = await memberOf(call);
    if (!member.ok) return member;
    const read = await markRead(ports, workspace, { member: member.value, ids: body.notifications });
    return read.ok ? accept({ read: read.value }) : read;
  });

  bind(contract.showProfile, async (call) => {
    const { ports, workspace } = call;
    const member = await memberOf(call);
    return member.ok ? accept(profileAnswer(ports, await profileOf(ports, workspace, member.value))) : member;
  });

  bind(contract.changeProfile, async (call) => {
    const { ports, workspace } = call;
    const { events, slackUrl } = call.body;
    const member = await memberOf(call);
    if (!member.ok) return member;
    const changed = await changeProfile(ports, workspace, {
      ...{ member: member.value, set: Object.entries(events) },
      ...(slackUrl === undefined ? {} : { slackUrl }),
    });
    return changed.ok ? accept(profileAnswer(ports, changed.value)) : changed;
  });
}

const profileAnswer = ({ mailServer }: Pick<Ports, "mailServer">, view: ProfileView) => ({
  ...profileJson(view),
  ...(mailServer === undefined ? {} : { mailServer: mailServer() }),
});

export function bindTasks(bind: Bind): void {
  bind(contract.listTasks, async ({ ports, workspace, voice, query: { limit, cursor } }) => {
    const feed = await taskFeed(ports, workspace, { cursor: cursor ?? null, limit, words: voice.words });
    if (!feed.ok) return feed;
    const { tasks, effects, next } = feed.value;
    return accept({
      ...{ items: tasks.map(taskJson), next, ...(ports.notSetUp ? { notSetUp: [...ports.notSetUp()] } : {}) },
      effects: effects.map((waiting) => ({ ...waiting, dueAt: new Date(waiting.dueAt).toISOString() })),
    });
  });
}

export function bindWebhooks(bind: Bind): void {
  bind(contract.listWebhooks, async ({ ports, workspace }) => {
    const endpoints = await ports.store.endpoints.list(workspace.number);
    const items = await Promise.all(
      endpoints.map(async (endpoint) => ({
        ...endpointJson(workspace, endpoint),
        ...(await warned(ports, endpoint)),
      })),
    );
    return accept({ items });
  });

  bind(contract.addWebhook, async ({ ports, workspace, actor, body: { url, events } }) => {
    const added = await addEndpoint(ports, workspace, { url, events, by: actorName(actor) });
    if (!added.ok) return added;
    return accept({ ...withSecret(workspace, added.value), ...(await warned(ports, added.value)) });
  });

  bind(contract.rotateWebhook, async ({ ports, workspace, params }) => {
    const rotated = await rotateSecret(ports, workspace, params.id);
    if (!rotated.ok) return rotated;
    return accept({ ...withSecret(workspace, rotated.value), ...(await warned(ports, rotated.value)) });
  });

  bind(contract.testWebhook, async ({ ports, parts, workspace, params }) => {
    const tested = await testEndpoint(ports, workspace, params.id);
    if (!tested.ok) return tested;
    parts.nudge();
    return accept({ key: tested.value.key });
  });

  bind(contract.removeWebhook, async ({ ports, workspace, params }) => {
    const removed = await removeEndpoint(ports, workspace, params.id);
    return removed.ok ? accept(null) : removed;
  });
}

async function warned(ports: Ports, { url }: WebhookEndpoint): Promise<{ readonly warning?: string }> {
  const warning = await addressWarning(ports, url);
  return warning === null ? {} : { warning };
}

const withSecret = (workspace: Workspace, endpoint: WebhookEndpoint) => ({
  ...endpointJson(workspace, endpoint),
  secret: endpoint.secrets[0]?.secret ?? "",
});

/**
 * Notifications are people's: a key has none. An operator acts as one, and is told all the same where their address is a
 * member's, as the owner's is.
 */
async function memberOf({ ports, workspace, actor, caller }: Asking): Promise<Result<number>> {
  if (actor.kind === "member") return accept(actor.member.number);
  const email = caller.kind === "person" ? caller.person.email.toLowerCase() : null;
  const member = email === null ? null : await ports.store.members.byEmail(workspace.number, email);
  if (member && isPresent(member)) return accept(member.number);
  return refuse({
    code: "member_required",
    message: "Only members are told of what happens, and who asks is none.",
    fix: "Sign in as a member of the workspace.",
  });
}

type Asking = Acting & { readonly ports: Ports; readonly caller: Caller };
