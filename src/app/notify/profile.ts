/** Where a member wants to be told of what: shown event by event, and changed. */
import { NOTIFICATION_EVENTS, type NotificationEvent } from "../../core/notify/notification.ts";
import {
  channelsOf,
  channelsText,
  type EventChannels,
  type NotifyProfile,
  parseChannels,
  parseEvent,
  parseSlackUrl,
} from "../../core/notify/notify-profile.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import { hostOfAddress } from "../../core/workflow/web-address.ts";
import type { Ports, Workspace } from "../ports.ts";

export type ProfileView = {
  readonly events: readonly {
    readonly event: NotificationEvent;
    /** `app,mail-if-long`; `none`. */
    readonly channels: string;
    /** The member has said so; false = it is the default. */
    readonly isOwn: boolean;
  }[];
  /** Host of the member's own incoming webhook, whose path is a secret; null = posts go where the operator has said. */
  readonly slack: string | null;
};

type StorePort = Pick<Ports, "store">;

export async function profileOf({ store }: StorePort, workspace: Workspace, member: number): Promise<ProfileView> {
  return viewOf(await store.notifications.profileOf(workspace.number, member));
}

export type ProfileChange = {
  readonly member: number;
  /** Event and channels as they are typed: `["import_done", "app,mail"]`; `default` gives an event back to its default. */
  readonly set: readonly (readonly [event: string, channels: string])[];
  /** Address of an incoming webhook; `""` takes it away. Absent = as it is. */
  readonly slackUrl?: string;
};

export async function changeProfile(
  { store }: StorePort,
  workspace: Workspace,
  { member, set, slackUrl }: ProfileChange,
): Promise<Result<ProfileView>> {
  const before = await store.notifications.profileOf(workspace.number, member);
  const channels: Partial<Record<NotificationEvent, EventChannels>> = { ...before.channels };
  for (const [word, text] of set) {
    const event = parseEvent(word);
    if (!event.ok) return event;
    if (text.trim().toLowerCase() === "default") {
      delete channels[event.value];
      continue;
    }
    const parsed = parseChannels(text);
    if (!parsed.ok) return parsed;
    channels[event.value] = parsed.value;
  }
  const url = slackUrl === undefined ? accept(before.slackUrl) : parseSlackUrl(slackUrl);
  if (!url.ok) return url;
  const profile: NotifyProfile = { channels, slackUrl: url.value };
  await store.notifications.saveProfile(workspace.number, member, profile);
  return accept(viewOf(profile));
}

const viewOf = (profile: NotifyProfile): ProfileView => ({
  events: NOTIFICATION_EVENTS.map((event) => ({
    event,
    channels: channelsText(channelsOf(profile, event)),
    isOwn: profile.channels[event] !== undefined,
  })),
  slack: profile.slackUrl === null ? null : hostOfAddress(profile.slackUrl),
});
