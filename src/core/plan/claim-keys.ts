/**
 * Which line of a file stands for the others that share its keys, asked line by line from the end that wins: a line is kept when
 * none of its keys belongs to a kept line, and then claims them all. A chain of lines that share one key each is thus cut
 * between the links, not swallowed by its end.
 */
export type Claims<Key> = {
  /** The kept line that has claimed it. */
  readonly ownerOf: (key: Key) => number | undefined;
  readonly claim: (key: Key, line: number) => void;
};

/** Answers the line that wins over this one; null = this one is kept. */
export function claimKeys<Key>(line: number, keys: readonly Key[], claims: Claims<Key>): number | null {
  for (const key of keys) {
    const owner = claims.ownerOf(key);
    if (owner !== undefined) return owner;
  }
  for (const key of keys) claims.claim(key, line);
  return null;
}
