/** Tells members of an event, each where their profile says: one row for the app, and an effect for each other way. */
import { addressIn, findMember, indexMembers } from "../../core/member/find-member.ts";
import { isPresent, type Member } from "../../core/member/member.ts";
import type { Channel, Notification } from "../../core/notify/notification.ts";
import { channelsNow, channelsOf, type NotifyProfile } from "../../core/notify/notify-profile.ts";
import { mailText, renderNotification, slackText } from "../../core/notify/render-notification.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Effect } from "../../core/workflow/effect.ts";
import { NOTICE_MS } from "../limits.ts";
import type { NewCall, NewNotification } from "../ports/notification-store.ts";
import type { Ports, Workspace } from "../ports.ts";

/** What using cases of notifications need. */
export type NotifyPorts = Pick<Ports, "store" | "now" | "publicUrl">;

export type Event = Notification & {
  /** What it tells of, in letters, digits, `-` and `_`: it becomes part of the keys of what is sent. */
  readonly cause: string;
  /** Number of the import that it is about. */
  readonly import: number | null;
  /** How long the work took that it ends. */
  readonly tookMs: number;
  /** Ways besides the app are left out. */
  readonly inAppOnly?: boolean;
};

/** Answers how many were told something new. */
export async function sendNotices(
  ports: NotifyPorts,
  workspace: Workspace,
  { event, to, calls }: { readonly event: Event; readonly to: readonly Member[]; readonly calls: readonly NewCall[] },
): Promise<number> {
  const { notifications } = ports.store;
  const at = ports.now();
  const notices: NewNotification[] = [];
  for (const member of to) {
    const profile = await notifications.profileOf(workspace.number, member.number);
    notices.push(noticeFor(ports, workspace, { event, member, profile, at }));
  }
  return notifications.add(workspace.number, { at, notices, calls });
}

type Told = {
  readonly event: Event;
  readonly member: Member;
  readonly profile: NotifyProfile;
  readonly at: number;
};

function noticeFor(ports: NotifyPorts, workspace: Workspace, { event, member, profile, at }: Told): NewNotification {
  const channels = channelsNow(channelsOf(profile, event.event), event.tookMs);
  const text = renderNotification(event);
  const path = event.import === null ? null : importPath(encodeId("imp", workspace.idKey, event.import));
  const link = path === null || ports.publicUrl === undefined ? null : `${ports.publicUrl}${path}`;
  const effects: Readonly<Record<Exclude<Channel, "app">, Effect>> = {
    mail: { kind: "email", to: member.email, subject: text.title, text: mailText(text, link) },
    slack:
      profile.slackUrl === null
        ? { kind: "slack", text: slackText(text, { link, to: member.name }) }
        : // An address that a member has given: guarded like a webhook's, and told nothing of our secret.
          {
            ...{ kind: "webhook", url: profile.slackUrl, signer: "nobody" },
            body: JSON.stringify({ text: slackText(text, { link, to: null }) }),
          },
  };
  const ways = event.inAppOnly ? [] : (["mail", "slack"] as const).filter((way) => channels.has(way));
  const who = encodeId("mem", workspace.idKey, member.number);
  return {
    ...{ event: event.event, params: event.params, cause: event.cause, import: event.import },
    member: member.number,
    inApp: channels.has("app"),
    effects: ways.map((way) => ({ key: `${event.cause}-${who}-${way}`, effect: effects[way] })),
    expiresAt: at + NOTICE_MS,
  };
}

/** Where the page of an import is. */
export const importPath = (id: string): string => `/imports/${id}`;

/** The one who did it, else the admins, as an operator or a key is nobody to tell; `withAdmins`: them in any case. */
export async function toldOf(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  { by, withAdmins }: { readonly by: string; readonly withAdmins: boolean },
): Promise<readonly Member[]> {
  const members = await store.members.list(workspace.number);
  const search = addressIn(by) === null ? null : findMember(indexMembers(members), by, "email");
  const doer = search?.found === "one" ? search.member : null;
  const admins = members.filter((member) => isPresent(member) && member.role === "admin");
  if (doer === null) return admins;
  return withAdmins ? [doer, ...admins.filter(({ number }) => number !== doer.number)] : [doer];
}
