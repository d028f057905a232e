/** How often somebody may ask: by key or person, and by address for those who have failed to say who they are. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { refuseWith } from "../core/problem/refusal.ts";
import { type Caller, callerName } from "./caller.ts";
import { FAILED_IDENTITIES } from "./limits.ts";
import { problemResponse } from "./problem-json.ts";

const MINUTE = 60;

export class RateLimits {
  readonly #perMinute: number;
  readonly #callers: RateLimiterMemory;
  readonly #failures = new RateLimiterMemory({ points: FAILED_IDENTITIES, duration: MINUTE });

  /** @param perMinute requests of one key or person; 0 = as many as they like */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
    this.#callers = new RateLimiterMemory({ points: Math.max(1, perMinute), duration: MINUTE });
  }

  /** The answer to one who has asked too often; else what answers say of how often he still may. */
  async ofCaller(caller: Caller): Promise<Response | Readonly<Record<string, string>>> {
    if (this.#perMinute === 0) return {};
    const used = await consumed(this.#callers, callerName(caller));
    const headers = this.#headers(used);
    return used.consumedPoints <= this.#perMinute ? headers : tooMany(used, headers);
  }

  /** Whoever guesses keys is stopped before the next one is looked at. */
  async isBlocked(address: string): Promise<Response | null> {
    const used = await this.#failures.get(address);
    return used !== null && used.consumedPoints > FAILED_IDENTITIES ? tooMany(used, {}) : null;
  }

  async failed(address: string): Promise<void> {
    await consumed(this.#failures, address);
  }

  #headers({ remainingPoints, msBeforeNext }: RateLimiterRes): Readonly<Record<string, string>> {
    return {
      "RateLimit-Limit": String(this.#perMinute),
      "RateLimit-Remaining": String(Math.max(0, remainingPoints)),
      "RateLimit-Reset": String(Math.ceil(msBeforeNext / 1000)),
    };
  }
}

/** The library rejects with what was used where it is too much. */
async function consumed(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes, headers: Readonly<Record<string, string>>): Response {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const { refusal } = refuseWith("too_many_requests", `Too many requests: the next one in ${seconds} s.`);
  return problemResponse(refusal, { headers: { ...headers, "Retry-After": String(seconds) } });
}
