/**
 * A receiver that is down costs whoever calls it the whole time limit, each time. After some calls in a row that did not reach
 * it, it is left alone for a while; then one call at a time tries whether it is back.
 */

/** From so many failures in a row on a receiver counts as down. */
export const DOWN_AFTER = 3;

const FIRST_MS = 30_000;
const LONGEST_MS = 15 * 60_000;

/** Milliseconds for which nothing is sent to it. @param failures in a row */
export const lanePauseMs = (failures: number): number =>
  failures < DOWN_AFTER ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - DOWN_AFTER));
