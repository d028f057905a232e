/** How long to wait before a delivery is tried again: twice as long each time, and not all at the same moment. */

const FIRST_MS = 30_000;
const LONGEST_MS = 6 * 3_600_000;

/** Attempts after which nobody tries any more by himself: with the delays above about a day. */
export const MOST_ATTEMPTS = 12;

/**
 * @param attempts made so far, 1 = the first has failed
 * @param random an unsigned 32-bit number: half of the delay is left to chance, so that what failed together does not return together
 */
export function retryDelayMs(attempts: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(whole / 2 + (whole / 2) * (random / 2 ** 32));
}
