/** The keys by which lines of one file are compared with each other. */
import type { DraftBatch } from "./draft.ts";

/**
 * Number among the match keys under which the scan compares lines that make their contact the main one of its account: no key
 * of the policy has it. The last such line of an account counts.
 */
export const MAIN_FLAG = 15;

/** Added to the numbers of the match keys of the second object that lines are about. Contacts have fewer keys than this. */
export const SECOND_KEYS = 10;

/** The key as one number: the same text may be two kinds of key, a number that is a phone and an external id. */
export const keyOfFile = (tag: number, hash: number): number => hash + tag;

/**
 * Keys of rows that will be refused anyway count for nothing: a wrong line must not take a right one with it. A row that
 * names a record id is that contact, whoever shares its address or number: only its id counts. A key counts
 * once a row, which the stores rely on.
 *
 * @param idTag tag of the record id among the keys; -1 = it is none of them
 */
export function eachFileKey(
  batch: DraftBatch,
  idTag: number,
  use: (tag: number, hash: number, line: number) => void,
): void {
  const { starts, tags, hashes } = batch.keys;
  for (let row = 0; row < batch.count; row++) {
    const problems = batch.problems.get(row);
    if (problems?.some(({ severity }) => severity === "error")) continue;
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    let named = false;
    if (idTag >= 0) for (let at = start; at < end && !named; at++) named = tags[at] === idTag;
    const seen = end - start > MANY_KEYS ? new Set<string>() : null;
    for (let at = start; at < end; at++) {
      const tag = tags[at] ?? 0;
      if (named && tag !== idTag && tag !== MAIN_FLAG) continue;
      const isNew = seen === null ? !isRepeated(batch.keys, start, at) : isAdded(seen, `${tag} ${hashes[at]}`);
      if (isNew) use(tag, hashes[at] ?? 0, batch.lines[row] ?? 0);
    }
  }
}

/** Keys of a row from which on they are not compared one by one. */
const MANY_KEYS = 32;

function isAdded(seen: Set<string>, key: string): boolean {
  const before = seen.size;
  return seen.add(key).size > before;
}

function isRepeated({ tags, hashes }: DraftBatch["keys"], start: number, at: number): boolean {
  for (let earlier = start; earlier < at; earlier++)
    if (hashes[earlier] === hashes[at] && tags[earlier] === tags[at]) return true;
  return false;
}
