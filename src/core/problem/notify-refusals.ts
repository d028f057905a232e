/** Why a change of who is told what is turned away: profiles of members, and the webhooks of a workspace. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const notifyRefusals = {
  profile_invalid: {
    kind: "refusal",
    title: "This cannot be a notification profile",
    cause: "An event or a way to be told is none that there is, or the Slack address is none.",
    fix: "Write EVENT=app,mail,slack with an event that muster notifications profile lists.",
  },
  notification_unknown: {
    kind: "refusal",
    title: "There is no such notification",
    cause: "The member has no notification with this id.",
    fix: "Choose one that muster notifications lists.",
  },
  member_required: {
    kind: "refusal",
    title: "It is not said whose notifications are meant",
    cause: "Notifications are those of a member, and the operator of the machine is none.",
    fix: "Say who acts with --as EMAIL.",
  },
  endpoint_unknown: {
    kind: "refusal",
    title: "There is no such webhook",
    cause: "The workspace has no webhook with this id or address.",
    fix: "Choose one that muster webhooks lists.",
  },
  endpoint_exists: {
    kind: "refusal",
    title: "The webhook exists already",
    cause: "Another webhook of the workspace has this address.",
    fix: "Remove that one first (muster webhooks remove), or give another address.",
  },
  endpoint_invalid: {
    kind: "refusal",
    title: "This cannot be a webhook",
    cause: "The address is no plain web address, or an event is none that there is.",
    fix: "Give an address such as https://example.com/muster, and events that muster webhooks add --help lists.",
  },
} as const satisfies Record<string, CatalogueEntry>;
