/** Posts to Slack by an incoming webhook. Slack knows no key of ours: a post that is sent twice stands there twice. */

import { DELIVERY_ANSWER_BYTES, DELIVERY_MS } from "../app/limits.ts";
import type { Senders } from "../app/workflow/deliver-effects.ts";
import { httpPost } from "./http-post.ts";
import { deliveryOf } from "./post-delivery.ts";

type SlackSettings = {
  readonly userAgent: string;
  readonly now: () => number;
  /** For one post, answer included. */
  readonly timeoutMs?: number;
};

/** @param url of the incoming webhook, set by the operator */
export function slackSender(
  url: string,
  { userAgent, now, timeoutMs = DELIVERY_MS }: SlackSettings,
): NonNullable<Senders["slack"]> {
  return async ({ effect: { text }, key }) => {
    const answer = await httpPost({
      ...{ url, guard: null, timeoutMs, maxBytes: DELIVERY_ANSWER_BYTES },
      headers: { "content-type": "application/json", "user-agent": userAgent, "idempotency-key": key },
      body: JSON.stringify({ text }),
    });
    return deliveryOf(answer, now());
  };
}
