/** The tags of many lists of tags, by their key; the first spelling stands. */
import { parseList } from "../../core/contact/list-text.ts";
import { tagKey } from "../../core/contact/tag-key.ts";

/** @param lists texts of lists */
export function tagsIn(lists: Iterable<string>): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const list of new Set(lists)) {
    for (const tag of parseList(list)) {
      const key = tagKey(tag);
      if (!tags.has(key)) tags.set(key, tag);
    }
  }
  return tags;
}
