/** The token of the moment: asks the page for another one before it ends, and asks the server nothing with one that has. */
import type { TokenWanted } from "../../src/core/embed/embed-events.ts";
import type { Refusal } from "../../src/core/problem/refusal.ts";
import { ApiClient, ApiProblem } from "../../src/http/client.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { whoAmI as contract } from "../../src/http/contract/workspaces.ts";
import { whoAmI } from "../api/endpoints/workspaces.ts";

export type Holding = AnswerOf<typeof contract>;

export type TokenEvents = {
  readonly wanted: (detail: TokenWanted) => void;
  readonly ended: (refusal: Refusal) => void;
};

/** Milliseconds before its end, or this share of its time where that is less. */
const BEFORE_MS = 60_000;
const BEFORE_SHARE = 0.25;

export class TokenHolder {
  readonly #events: TokenEvents;
  readonly #ended: Refusal;
  #token = "";
  /** By this page's clock; the server's may be another. */
  #endsAt = 0;
  #timers: readonly number[] = [];

  /** @param ended what is said once it has ended */
  constructor(events: TokenEvents, ended: Refusal) {
    this.#events = events;
    this.#ended = ended;
  }

  readonly token = (): string => this.#token;

  /** Takes a token that counts, and answers whom it is for. Throws `ApiProblem` where it does not. */
  async take(token: string): Promise<Holding> {
    const api = new ApiClient({ server: location.origin, key: token });
    const response = await api.send(whoAmI, {});
    const me: Holding = await response.json();
    if (me.embed === null) throw new ApiProblem(401, { ...this.#ended, code: "embed_token_unknown" });
    this.#token = token;
    const now = Date.parse(response.headers.get("date") ?? "") || Date.now();
    this.#watch(me.embed.expiresAt, Math.max(0, Date.parse(me.embed.expiresAt) - now));
    return me;
  }

  /** `fetch`, with the token and without cookies. */
  readonly send: typeof fetch = async (address, init) => {
    if (performance.now() >= this.#endsAt) throw new ApiProblem(401, this.#ended);
    const headers = new Headers(init?.headers);
    headers.set("Authorization", `Bearer ${this.#token}`);
    const token = this.#token;
    const response = await fetch(address, { ...init, headers, credentials: "omit" });
    // It counts no longer: whoever asks with it again and again looks like somebody who guesses.
    if (response.status === 401 && token === this.#token) this.#endsAt = 0;
    return response;
  };

  #watch(expiresAt: string, leftMs: number): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#endsAt = performance.now() + leftMs;
    const before = Math.min(BEFORE_MS, leftMs * BEFORE_SHARE);
    this.#timers = [
      window.setTimeout(() => this.#events.wanted({ expiresAt, hasExpired: false }), leftMs - before),
      window.setTimeout(() => {
        this.#events.wanted({ expiresAt, hasExpired: true });
        this.#events.ended(this.#ended);
      }, leftMs),
    ];
  }
}
