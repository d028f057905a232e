/**
 * Ctrl-C and what else asks a process to end. While a batch is being written the process finishes it and stops there;
 * otherwise it ends at once.
 */

export const INTERRUPTED = 130;

/** A terminal and a wrapper may both hand on the same keypress: what comes sooner is not a second one. */
const SAME_KEYPRESS_MS = 1000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export class Interrupts {
  #running: AbortController | null = null;
  #firstAt = 0;
  readonly #exit: (code: number) => void;
  readonly #now: () => number;

  constructor(exit: (code: number) => void, now: () => number) {
    this.#exit = exit;
    this.#now = now;
  }

  listenTo(process: { on(signal: (typeof SIGNALS)[number], listener: () => void): unknown }): void {
    for (const signal of SIGNALS) process.on(signal, () => this.interrupt());
  }

  interrupt(): void {
    if (this.#running === null) this.#exit(INTERRUPTED);
    else if (!this.#running.signal.aborted) {
      this.#firstAt = this.#now();
      this.#running.abort();
    } else if (this.#now() - this.#firstAt > SAME_KEYPRESS_MS) this.#exit(INTERRUPTED);
  }

  /** The work is asked to stop through the signal instead of being cut off. */
  async during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const running = new AbortController();
    this.#running = running;
    try {
      return await work(running.signal);
    } finally {
      this.#running = null;
    }
  }
}
