/** Lists are kept as the JSON text of an array of strings: one canonical text per list, so that comparing is comparing texts. */

/** The items of a list's text; empty for text that is no list. */
export function parseList(text: string): readonly string[] {
  if (text === "") return [];
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? items.filter((item) => typeof item === "string") : [];
  } catch {
    return [];
  }
}

/** The list's text, or `""` for an empty list. Repeats (ignoring case) are dropped, the first spelling stays. */
export function listText(items: Iterable<string>): string {
  const seen = new Map<string, string>();
  for (const item of items) {
    const key = item.toLowerCase();
    if (!seen.has(key)) seen.set(key, item);
  }
  return seen.size === 0 ? "" : JSON.stringify([...seen.values()]);
}
