/** Lines that put right those of an earlier import, read from either database. */
import type { DbRow } from "../db-row.ts";

/** By import, in the order of the rows: its lines, with the lines that they put right. @param rows import, line, the line put right */
export function retriesAmong(rows: readonly DbRow[]): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const found = new Map<number, Map<number, number>>();
  for (const [number, line, ofLine] of rows) {
    const retries = found.get(Number(number)) ?? new Map<number, number>();
    found.set(Number(number), retries.set(Number(line), Number(ofLine)));
  }
  return found;
}
