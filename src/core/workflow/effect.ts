/** What is sent to the outside, by a workflow or to tell somebody, written down before it is sent. */

import { hostOfAddress } from "./web-address.ts";

export type EffectKind = "email" | "slack" | "webhook";

export type Effect =
  | { readonly kind: "email"; readonly to: string; readonly subject: string; readonly text: string }
  | { readonly kind: "slack"; readonly text: string }
  | {
      readonly kind: "webhook";
      readonly url: string;
      /** The JSON text that is sent, the same bytes at every attempt. */
      readonly body: string;
      /** Whose secret signs it: a webhook's of the workspace, or nobody's; absent = the operator's. */
      readonly signer?: { readonly endpoint: number } | "nobody";
    };

/** What an effect was caused by. Only a workflow's are held, and cancelled by an undo. */
export type EffectCause = "workflow" | "notification" | "endpoint";

/** Where it goes, for lists: an address, or the host of a webhook, whose path may be a secret. */
export function effectTarget(effect: Effect): string {
  switch (effect.kind) {
    case "email":
      return effect.to;
    case "slack":
      return "Slack";
    case "webhook":
      return hostOfAddress(effect.url) ?? "";
  }
}

/** What is down or up as one: the mail server, Slack, or the host of a webhook. */
export const effectLane = (effect: Effect): string => (effect.kind === "email" ? "" : effectTarget(effect));
