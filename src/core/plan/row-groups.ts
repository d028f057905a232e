/** Which rows of a batch have a word in each other's outcome: they share keys or what they have found, directly or by others. */

/** The group of each row: rows that say the same key are of one. */
export function rowGroups(count: number, keysOf: (row: number) => readonly string[]): readonly number[] {
  const parents = Array.from({ length: count }, (_, row) => row);
  const groupOf = (row: number): number => {
    let at = row;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  const firsts = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    for (const key of keysOf(row)) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, row);
      else parents[groupOf(row)] = groupOf(first);
    }
  }
  return parents.map((_, row) => groupOf(row));
}

/** The first row of each group, and those that are certain. @param rows in the order of the file */
export function firstOfGroups(
  rows: readonly number[],
  groups: readonly number[],
  isCertain: (row: number) => boolean,
): readonly number[] {
  const met = new Set<number>();
  return rows.filter((row) => {
    const group = groups[row] ?? row;
    const isFirst = !met.has(group);
    met.add(group);
    return isFirst || isCertain(row);
  });
}
