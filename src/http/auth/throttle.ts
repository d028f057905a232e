/** Slows down whoever guesses: counts tries by account and by address, and says how long to wait. In memory, as one process answers. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import {
  COUNTED_NAME_CHARS,
  LINKS_PER_ACCOUNT,
  LINKS_PER_ADDRESS,
  TRIES_PER_ACCOUNT,
  TRIES_PER_ADDRESS,
} from "../limits.ts";

/** What is counted: passwords that may be wrong, or mails that are asked for. */
export type Guarded = "password" | "link";

type Limits = { readonly tries: number; readonly seconds: number };
type Pair = { readonly account: RateLimiterMemory; readonly address: RateLimiterMemory };

const pair = (account: Limits, address: Limits): Pair => ({
  account: new RateLimiterMemory({ points: account.tries, duration: account.seconds }),
  address: new RateLimiterMemory({ points: address.tries, duration: address.seconds }),
});

export class Throttle {
  readonly #counts: Readonly<Record<Guarded, Pair>> = {
    password: pair(TRIES_PER_ACCOUNT, TRIES_PER_ADDRESS),
    link: pair(LINKS_PER_ACCOUNT, LINKS_PER_ADDRESS),
  };

  /** Counts a try before it is made, so that many at once count as many. Seconds to wait; null = go on. */
  async wait(guarded: Guarded, account: string, address: string): Promise<number | null> {
    const counts = this.#counts[guarded];
    const waits = [await taken(counts.account, keyOf(account)), await taken(counts.address, keyOf(address))];
    const longest = Math.max(...waits);
    return longest > 0 ? longest : null;
  }

  /** It was the right password: earlier tries at this account no longer count. */
  async succeeded(account: string, address: string): Promise<void> {
    await this.#counts.password.account.delete(keyOf(account));
    await this.#counts.password.address.reward(keyOf(address));
  }
}

async function taken(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

const keyOf = (text: string): string => text.trim().toLowerCase().slice(0, COUNTED_NAME_CHARS);
