/** What an answer to a POST means for an effect: delivered, to be tried again, or never. */
import type { Delivery } from "../app/workflow/deliver-effects.ts";
import type { PostAnswer } from "./http-post.ts";

/** A gateway answers for a receiver that is not there. */
const GATEWAY_ALONE: ReadonlySet<number> = new Set([502, 503, 504]);

/** Nobody is waited for longer than a day, whatever he asks. */
const LONGEST_RETRY_AFTER_MS = 86_400_000;

/** @param now milliseconds since 1970, for an answer that names a moment */
export function deliveryOf(answer: PostAnswer, now: number): Delivery {
  if (answer.kind !== "answer") {
    const isRefused = answer.kind === "refused";
    return { ok: false, error: answer.why, permanent: isRefused, retryAfterMs: null, isUnreached: !isRefused };
  }
  const { status, retryAfter } = answer;
  if (status >= 200 && status < 300) return { ok: true };
  const redirects = status >= 300 && status < 400;
  const permanent = redirects || (status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status));
  const error = redirects ? `HTTP ${status}: redirects are not followed` : `HTTP ${status}`;
  const isUnreached = GATEWAY_ALONE.has(status);
  return { ok: false, error, permanent, retryAfterMs: retryAfterMs(retryAfter, now), isUnreached };
}

/** RFC 9110, 10.2.3: seconds, or a date. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const date = /^[A-Z][a-z]{2}, .* GMT$/.test(header) ? Date.parse(header) - now : Number.NaN;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : date;
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_RETRY_AFTER_MS) : null;
}
