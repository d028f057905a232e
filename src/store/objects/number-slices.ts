/**
 * Looks through the objects of a kind by their numbers, a slice at a time: the embedded database holds the thread while it
 * answers, and any other a connection, so that no statement looks at more than takes some milliseconds, and others get their
 * turn between two of them.
 */
import { setImmediate as turn } from "node:timers/promises";

/** Numbers above `over`, up to and with `upTo`. */
export type Slice = { readonly over: number; readonly upTo: number };

/** What a slice should take, in milliseconds: longer ones are halved, and those that take less than a quarter of it grow. */
const LONG_MS = 10;
const LEAST = 256;
/** Numbers without objects cost nothing, however many of them an undo has left. */
const MOST = 16_000_000;

export type Slices = {
  readonly range: Slice;
  /** Numbers of the first slice. */
  readonly first: number;
  /** When to end although there is more, as `performance.now()` counts. */
  readonly until: number;
  /** What a slice should take where nobody waits for the end of one. */
  readonly longMs?: number;
};

/** @param look false = has seen enough. Answers the number up to which was looked. */
export async function inSlices(
  { range, first, until, longMs = LONG_MS }: Slices,
  look: (slice: Slice) => Promise<boolean>,
): Promise<number> {
  let size = first;
  for (let { over } = range; over < range.upTo; ) {
    const started = performance.now();
    const upTo = Math.min(over + size, range.upTo);
    const goOn = await look({ over, upTo });
    const ended = performance.now();
    over = upTo;
    if (!goOn || ended >= until) return upTo;
    const tookMs = ended - started;
    if (tookMs > longMs) size = Math.max(LEAST, Math.floor(size / 2));
    else if (tookMs < longMs / 4) size = Math.min(MOST, size * 4);
    if (over < range.upTo) await turn();
  }
  return range.upTo;
}
