/** Where imports make no tags: what a row's tags come to when only those that the workspace has count. */
import { listText, parseList } from "../contact/list-text.ts";
import { tagKey } from "../contact/tag-key.ts";
import type { Problem } from "../problem/problem.ts";
import type { DraftBatch } from "./draft.ts";
import type { ImportShape } from "./shape.ts";

/** Tags that a message names; of the others it says how many. */
const NAMED = 5;

/** The keys of all tags of a batch, each once. */
export function tagKeysIn(drafts: DraftBatch, shape: ImportShape): readonly string[] {
  const texts = new Set(tagTexts(drafts, shape));
  return [...new Set([...texts].flatMap((text) => parseList(text).map(tagKey)))];
}

/** The same drafts without the tags that are not known; the row says which these were. */
export function withKnownTags(drafts: DraftBatch, shape: ImportShape, known: ReadonlySet<string>): DraftBatch {
  const slot = shape.index.get("tags") ?? -1;
  const problems = new Map(drafts.problems);
  let isSame = true;
  const texts = tagTexts(drafts, shape).map((text, row) => {
    const tags = parseList(text);
    const unknown = tags.filter((tag) => !known.has(tagKey(tag)));
    if (unknown.length === 0) return text;
    isSame = false;
    problems.set(row, [...(problems.get(row) ?? []), tagUnknown(shape, slot, unknown)]);
    return listText(tags.filter((tag) => known.has(tagKey(tag))));
  });
  if (isSame) return drafts;
  return { ...drafts, problems, values: drafts.values.map((values, at) => (at === slot ? texts : values)) };
}

/** By row. The mark of a field to be cleared is no list and holds no tag. */
function tagTexts({ values }: DraftBatch, { index, mapped }: ImportShape): readonly string[] {
  const slot = index.get("tags") ?? mapped;
  return slot < mapped ? (values[slot] ?? []) : [];
}

const tagUnknown = ({ slots, headers }: ImportShape, slot: number, unknown: readonly string[]): Problem => ({
  code: "tag_unknown",
  severity: "warning",
  column: headers[slots[slot]?.columns[0] ?? -1] ?? "",
  field: "tags",
  value: unknown.slice(0, NAMED).join(", "),
  params: {
    tags: unknown.slice(0, NAMED),
    ...(unknown.length > NAMED ? { more: unknown.length - NAMED } : {}),
  },
});
