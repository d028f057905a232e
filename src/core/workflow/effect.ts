/** What a workflow sends to the outside about a contact, written down before it is sent. */

import { hostOfAddress } from "./web-address.ts";

export type EffectKind = "email" | "slack" | "webhook";

export type Effect =
  | { readonly kind: "email"; readonly to: string; readonly subject: string; readonly text: string }
  | { readonly kind: "slack"; readonly text: string }
  /** `body`: the JSON text that is sent, the same bytes at every attempt. */
  | { readonly kind: "webhook"; readonly url: string; readonly body: string };

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
