/**
 * Work that outlasts the database: while it cannot be reached, the worker says so and looks again after each rest. What was
 * half way is gone on with from where it was committed.
 */
import { StoreFault } from "../app/store-fault.ts";
import type { Rest } from "./rest.ts";

export type Patience = {
  /** Whoever ends with the work does not wait: it ends with the fault. */
  readonly once: boolean;
  readonly signal: AbortSignal;
  readonly rest: Rest;
  readonly onOutage: (error: unknown) => void;
};

/** Nothing is wrong with the work, nor with what it works on. */
export const isOutage = (error: unknown): boolean => error instanceof StoreFault && error.code === "store_unreachable";

export async function outlast(work: () => Promise<unknown>, { once, signal, rest, onOutage }: Patience): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (once || !isOutage(error)) throw error;
      onOutage(error);
      if (signal.aborted) return;
      await rest.take(signal);
    }
  }
}

/** The loops of a worker all meet the same outage, and again with each look: it is told once, and then once a minute. */
const TOLD_AGAIN_MS = 60_000;

export function toldOnce(tell: (error: unknown) => void): (error: unknown) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - toldAt < TOLD_AGAIN_MS) return;
    toldAt = performance.now();
    tell(error);
  };
}
