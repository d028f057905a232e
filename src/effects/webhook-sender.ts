/** Calls a webhook: JSON, signed where a secret is set, under the same id at every attempt. */

import { DELIVERY_ANSWER_BYTES, DELIVERY_MS } from "../app/limits.ts";
import type { Senders } from "../app/workflow/deliver-effects.ts";
import type { AddressGuard } from "./address-guard.ts";
import { httpPost } from "./http-post.ts";
import { deliveryOf } from "./post-delivery.ts";
import { signWebhook } from "./webhook-signature.ts";

export function webhookSender(settings: {
  /** What signs where the effect names no other. */
  readonly secrets: readonly string[];
  readonly guard: AddressGuard;
  readonly userAgent: string;
  readonly now: () => number;
  /** For one call, answer included. */
  readonly timeoutMs?: number;
}): NonNullable<Senders["webhook"]> {
  return async ({ effect: { url, body }, key, secrets = settings.secrets }) => {
    const seconds = Math.floor(settings.now() / 1000);
    const answer = await httpPost({
      ...{
        url,
        body,
        guard: settings.guard,
        timeoutMs: settings.timeoutMs ?? DELIVERY_MS,
        maxBytes: DELIVERY_ANSWER_BYTES,
      },
      headers: {
        "content-type": "application/json",
        "user-agent": settings.userAgent,
        "webhook-id": key,
        "webhook-timestamp": String(seconds),
        ...(secrets.length === 0 ? {} : { "webhook-signature": signWebhook(secrets, { id: key, seconds, body }) }),
      },
    });
    return deliveryOf(answer, settings.now());
  };
}
