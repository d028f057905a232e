/** The time between two looks for work: a second, or until somebody says that there is some. */
import { setTimeout as sleep } from "node:timers/promises";

const REST_MS = 1_000;

export class Rest {
  #woken = new AbortController();

  /** Ends the rest that is under way, or the next one where work is under way. */
  nudge(): void {
    this.#woken.abort();
  }

  async take(signal: AbortSignal): Promise<void> {
    await sleep(REST_MS, undefined, { signal: AbortSignal.any([signal, this.#woken.signal]) }).catch(() => undefined);
    this.#woken = new AbortController();
  }
}
