/** Lines that share a key, of a table or a few lines in memory: what the scan of a stored file finds without holding it. */

import type { EffectivePolicy } from "../policy/effective-policy.ts";
import { type Claims, claimKeys } from "./claim-keys.ts";
import type { DraftBatch } from "./draft.ts";
import { type DuplicateKey, type DuplicateLine, fileKey } from "./file-duplicates.ts";
import { eachFileKey, MAIN_FLAG } from "./file-keys.ts";

type Held = { readonly line: number; readonly match: number; readonly hash: number };

/** @param drafts read for the scan: their keys are tagged by position among the policy's match keys */
export function repeatedKeys(
  drafts: DraftBatch,
  { inFile, match }: Pick<EffectivePolicy, "inFile" | "match">,
): ReadonlyMap<number, DuplicateLine> {
  if (inFile === "both") return new Map();
  const held: Held[] = [];
  eachFileKey(drafts, match.indexOf("id"), (key, hash, line) => {
    if (key !== MAIN_FLAG) held.push({ line, match: key, hash });
  });
  const groups = [...Map.groupBy(held, fileKey).values()].map((group) => [
    ...new Map(group.map((key) => [key.line, key])).values(),
  ]);
  const keys = groups
    .filter((group) => group.length > 1)
    .flatMap((group) => group.map((key, at) => ({ ...key, otherLine: (group[at - 1] ?? group[at + 1] ?? key).line })))
    // The first key of a line that another line has claimed says which one that is.
    .sort((a, b) => a.match - b.match || a.hash - b.hash);
  const lines = Map.groupBy(keys, ({ line }) => line);
  const winners = inFile === "first" || inFile === "last" ? losers(lines, inFile) : new Map<number, number>();
  return new Map(
    [...lines].map(([line, found]) => {
      const winner = winners.get(line) ?? null;
      return [line, { line, keys: found.map((key): DuplicateKey => ({ ...key, winner })) }];
    }),
  );
}

/** From the end that wins. */
function losers(lines: ReadonlyMap<number, readonly Held[]>, keep: "first" | "last"): ReadonlyMap<number, number> {
  const claimed = new Map<string, number>();
  const claims: Claims<Held> = {
    ownerOf: (key) => claimed.get(fileKey(key)),
    claim: (key, line) => claimed.set(fileKey(key), line),
  };
  const lost = new Map<number, number>();
  const inOrder = [...lines].sort(([a], [b]) => (keep === "first" ? a - b : b - a));
  for (const [line, keys] of inOrder) {
    const winner = claimKeys(line, keys, claims);
    if (winner !== null) lost.set(line, winner);
  }
  return lost;
}
