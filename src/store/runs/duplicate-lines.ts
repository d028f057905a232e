/** Lines of a file that share keys, out of rows of both databases. */
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { DuplicateKey, DuplicateLine } from "../../core/plan/file-duplicates.ts";
import { MAIN_FLAG, SECOND_KEYS } from "../../core/plan/file-keys.ts";
import type { DbRow } from "../db-row.ts";

/** Number of an object's first key: those of opportunities are numbered behind those of their contacts. */
export const firstKeyOf = (object: ObjectKind): number => (object === "opportunity" ? SECOND_KEYS : 0);

/** @param rows of line, match, hash, other line and winner, by line; @param first number of the object's first key */
export function duplicateLinesOf(rows: readonly DbRow[], first: number): ReadonlyMap<number, DuplicateLine> {
  const lines = new Map<number, { line: number; keys: DuplicateKey[]; mainContactLine: number | null }>();
  for (const [line, key, hash, otherLine, winner] of rows as readonly (readonly number[])[]) {
    const match = (key ?? 0) - (key === MAIN_FLAG ? 0 : first);
    const known = lines.get(line ?? 0) ?? { line: line ?? 0, keys: [], mainContactLine: null };
    if (match === MAIN_FLAG) known.mainContactLine = winner ?? null;
    else known.keys.push({ match: match ?? 0, hash: hash ?? 0, otherLine: otherLine ?? 0, winner: winner ?? null });
    lines.set(known.line, known);
  }
  return lines;
}
