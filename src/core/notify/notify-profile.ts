/** What a member wants to be told, and where: what the profile says, and what holds where it says nothing. */
import { accept, type Result, refuse } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import { hostOfAddress } from "../workflow/web-address.ts";
import { CHANNELS, type Channel, NOTIFICATION_EVENTS, type NotificationEvent } from "./notification.ts";

/** `if_long`: only where the work took so long that nobody will have waited for it. */
export type EventChannels = { readonly app: boolean; readonly mail: boolean | "if_long"; readonly slack: boolean };

export type NotifyProfile = {
  /** Only what the member has changed. */
  readonly channels: Readonly<Partial<Record<NotificationEvent, EventChannels>>>;
  /** An incoming webhook of the member's own; null = the one that the operator has set. */
  readonly slackUrl: string | null;
};

export const NO_PROFILE: NotifyProfile = { channels: {}, slackUrl: null };

/** Work that took longer than this, in milliseconds, is worth a mail. */
const LONG_MS = 5 * 60_000;

const IN_APP: EventChannels = { app: true, mail: false, slack: false };
const WITH_MAIL: EventChannels = { ...IN_APP, mail: true };
const MAIL_IF_LONG: EventChannels = { ...IN_APP, mail: "if_long" };

const DEFAULTS: Readonly<Record<NotificationEvent, EventChannels>> = {
  import_planned: MAIL_IF_LONG,
  import_done: MAIL_IF_LONG,
  import_done_with_failures: WITH_MAIL,
  import_refused: WITH_MAIL,
  import_interrupted: WITH_MAIL,
  undo_done: MAIL_IF_LONG,
  effect_given_up: WITH_MAIL,
  // The invitation is a mail of its own, with the link that signs in.
  invited: IN_APP,
  duplicates_found: IN_APP,
};

export const channelsOf = ({ channels }: NotifyProfile, event: NotificationEvent): EventChannels =>
  channels[event] ?? DEFAULTS[event];

/** @param tookMs how long the work took that the event ends */
export function channelsNow(channels: EventChannels, tookMs: number): ReadonlySet<Channel> {
  const { mail } = channels;
  const isWanted = { ...channels, mail: mail === "if_long" ? tookMs > LONG_MS : mail };
  return new Set(CHANNELS.filter((channel) => isWanted[channel]));
}

const IF_LONG = "mail-if-long";
const NOWHERE = "none";
const WORDS = [...CHANNELS, IF_LONG, NOWHERE];

/** `app,mail-if-long`, as it is typed and shown. */
export function channelsText({ app, mail, slack }: EventChannels): string {
  const words = [
    ...(app ? ["app"] : []),
    ...(mail === false ? [] : [mail === true ? "mail" : IF_LONG]),
    ...(slack ? ["slack"] : []),
  ];
  return words.length === 0 ? NOWHERE : words.join(",");
}

export function parseChannels(text: string): Result<EventChannels> {
  const words = text
    .split(",")
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== "");
  const wrong = words.find((word) => !WORDS.includes(word));
  const isContradiction = words.includes(NOWHERE) && words.length > 1;
  if (wrong !== undefined || words.length === 0 || isContradiction)
    return refuse({
      code: "profile_invalid",
      message: `“${shown(text)}” does not say where to be told.`,
      fix: `Name one or several of ${[...CHANNELS, IF_LONG].join(", ")} with commas between them, or ${NOWHERE}.`,
    });
  const mail = words.includes("mail") ? true : words.includes(IF_LONG) ? "if_long" : false;
  return accept({ app: words.includes("app"), mail, slack: words.includes("slack") });
}

export function parseEvent(text: string): Result<NotificationEvent> {
  const wanted = text.trim().toLowerCase().replaceAll("-", "_");
  const event = NOTIFICATION_EVENTS.find((known) => known === wanted);
  if (event !== undefined) return accept(event);
  return refuse({
    code: "profile_invalid",
    message: `Nobody is told of “${shown(text)}”.`,
    fix: `Name one of ${NOTIFICATION_EVENTS.join(", ")}.`,
  });
}

/** An incoming webhook of Slack; an empty text takes the member's own away. */
export function parseSlackUrl(text: string): Result<string | null> {
  const url = text.trim();
  if (url === "") return accept(null);
  if (url.length <= MAX_URL && hostOfAddress(url) !== null) return accept(url);
  return refuse({
    code: "profile_invalid",
    message: "This is no address of an incoming webhook.",
    fix: "Give it as Slack shows it: https://hooks.slack.com/services/…",
  });
}

const MAX_URL = 2_000;
