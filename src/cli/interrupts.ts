/**
 * Ctrl-C and what else asks a process to end. While lines are written, the batch is finished first and the import stops
 * there; at all other times the signal ends the process at once, as it does by itself.
 */

export const INTERRUPTED = 130;

/** A terminal and a wrapper may both hand on the same keypress: what comes sooner is not a second one. */
const SAME_KEYPRESS_MS = 1000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

type Signals = {
  on(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
  off(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
};

export class Interrupts {
  readonly #process: Signals;
  #works = 0;

  constructor(process: Signals) {
    this.#process = process;
  }

  /** Something is being written that must come to the end of its batch. */
  get isWorking(): boolean {
    return this.#works > 0;
  }

  /** The work is asked to stop through the signal. Who asks again later ends the process at once. */
  async during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const stopping = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const stopListening = (): void => {
      for (const signal of SIGNALS) this.#process.off(signal, stop);
    };
    const stop = (): void => {
      stopping.abort();
      timer ??= setTimeout(stopListening, SAME_KEYPRESS_MS).unref();
    };
    for (const signal of SIGNALS) this.#process.on(signal, stop);
    this.#works++;
    try {
      return await work(stopping.signal);
    } finally {
      this.#works--;
      // Once asked to stop, the process is about to end: the same keypress, seen again, must not cut off its last words.
      if (timer === undefined) stopListening();
    }
  }
}
