/**
 * The enrichment service: one POST a profile, no faster than the operator allows, tried again where that may help. A service
 * that fails several times in a row is left alone for a while, so that a file of many rows does not wait for each of them.
 */
import { setTimeout as sleepFor } from "node:timers/promises";
import { DELIVERY_MS, PROFILE_BYTES } from "../app/limits.ts";
import type { ProfileSource } from "../app/ports/effect-ports.ts";
import { type FoundProfile, readProfile } from "../core/enrichment/profile.ts";
import { httpPost, type PostAnswer } from "./http-post.ts";
import { retryAfterMs } from "./post-delivery.ts";

export type ProfileSettings = {
  readonly url: string;
  readonly key: string | null;
  /** Look-ups a second, at most. */
  readonly perSecond: number;
  /** For one request, answer included. */
  readonly timeoutMs?: number;
  readonly userAgent: string;
  readonly now: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
};

const ATTEMPTS = 3;
const FIRST_RETRY_MS = 250;
/** Longer than this nobody waits within an import: the row fails, and can be imported again. */
const LONGEST_WAIT_MS = 5_000;
/** Failures in a row after which the service counts as down, and for how long. */
const DOWN_AFTER = 5;
const DOWN_MS = 60_000;

export class HttpProfileSource implements ProfileSource {
  readonly #settings: ProfileSettings;
  readonly #sleep: (ms: number) => Promise<unknown>;
  #nextAt = 0;
  #failures = 0;
  #downUntil = 0;

  constructor(settings: ProfileSettings) {
    this.#settings = settings;
    this.#sleep = settings.sleep ?? sleepFor;
  }

  async lookUp(url: string, signal: AbortSignal | undefined): Promise<FoundProfile> {
    for (let attempt = 1; ; attempt++) {
      if (signal?.aborted) return failed("the import was stopped");
      if (this.#settings.now() < this.#downUntil) return failed("the service does not answer");
      await this.#turn();
      const answer = await this.#ask(url, signal);
      const waitMs = retryWaitMs(answer, attempt, this.#settings.now());
      if (waitMs === null) {
        this.#failures = 0;
        return profileOf(answer, url);
      }
      if (attempt >= ATTEMPTS || waitMs > LONGEST_WAIT_MS) {
        this.#noteFailure();
        return profileOf(answer, url);
      }
      await this.#sleep(waitMs);
    }
  }

  /** Look-ups that are under way together leave one after the other. */
  async #turn(): Promise<void> {
    const now = this.#settings.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + 1000 / this.#settings.perSecond;
    if (at > now) await this.#sleep(at - now);
  }

  #ask(url: string, signal: AbortSignal | undefined): Promise<PostAnswer> {
    const { key, userAgent, timeoutMs = DELIVERY_MS } = this.#settings;
    return httpPost({
      url: this.#settings.url,
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "user-agent": userAgent,
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ linkedin_url: url }),
      ...{ timeoutMs, maxBytes: PROFILE_BYTES, guard: null, signal },
    });
  }

  #noteFailure(): void {
    this.#failures++;
    if (this.#failures < DOWN_AFTER) return;
    this.#failures = 0;
    this.#downUntil = this.#settings.now() + DOWN_MS;
  }
}

/** Null where asking again would change nothing. */
function retryWaitMs(answer: PostAnswer, attempt: number, now: number): number | null {
  const wait = FIRST_RETRY_MS * 2 ** attempt;
  if (answer.kind !== "answer") return answer.kind === "unreachable" ? wait : null;
  const { status, retryAfter } = answer;
  if (status !== 408 && status !== 425 && status !== 429 && status < 500) return null;
  return Math.max(wait, retryAfterMs(retryAfter, now) ?? 0);
}

function profileOf(answer: PostAnswer, url: string): FoundProfile {
  if (answer.kind !== "answer") return failed(answer.why);
  const { status, body } = answer;
  if (status === 404 || status === 410) return { state: "missing" };
  if (status === 401 || status === 403) return failed(`the service does not accept our key (HTTP ${status})`);
  if (status < 200 || status >= 300) return failed(`the service answered HTTP ${status}`);
  if (body === null) return failed("the answer is too large");
  try {
    return readProfile(JSON.parse(body), url);
  } catch {
    return failed("the answer is not JSON");
  }
}

const failed = (reason: string): FoundProfile => ({ state: "failed", reason });
