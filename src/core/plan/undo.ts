/** What undoing one line does: each field that still holds what the import wrote goes back, and nothing that was edited since. */
import { listText, parseList } from "../contact/list-text.ts";
import { PIPELINE_WORDS } from "../pipeline/pipeline-fields.ts";
import type { Changes, LedgerLine } from "./outcome.ts";
import { keptWithPhone } from "./phone-undo.ts";

export type UndoDecision = {
  /** `gone`: the contact no longer exists, so that there is nothing to put back. */
  readonly result: "deleted" | "restored" | "kept" | "partly" | "gone";
  /** Fields that stay as they are, because they no longer hold what the import wrote. */
  readonly kept: readonly string[];
  /** Values to put back, by field key; null = empty. */
  readonly restore: ReadonlyMap<string, string | null>;
};

export type UndoContact = {
  /** Present values by field key; lists as their JSON text. */
  readonly values: ReadonlyMap<string, string>;
  readonly editedByOthers: boolean;
};

/** Words of the account or the pipeline, which take them back by themselves. */
const KEPT_ELSEWHERE: ReadonlySet<string> = new Set(["main_contact", ...PIPELINE_WORDS]);

const NOTHING: ReadonlyMap<string, string | null> = new Map();

/**
 * @param contact null where it is gone already
 * @param includeEdited deletes a contact that this import made although it was edited since
 */
export function decideUndo(
  line: Pick<LedgerLine, "outcome" | "changes">,
  contact: UndoContact | null,
  rules: { readonly includeEdited: boolean; readonly isList: (field: string) => boolean },
): UndoDecision {
  if (contact === null) return { result: "gone", kept: [], restore: NOTHING };
  if (line.outcome === "created") {
    const stays = contact.editedByOthers && !rules.includeEdited;
    return { result: stays ? "kept" : "deleted", kept: [], restore: NOTHING };
  }
  return decideFields(line.changes ?? {}, contact, rules.isList);
}

function decideFields(changes: Changes, contact: UndoContact, isList: (field: string) => boolean): UndoDecision {
  const restore = new Map<string, string | null>();
  const kept: string[] = [];
  for (const [field, [before, after]] of Object.entries(changes)) {
    if (KEPT_ELSEWHERE.has(field)) continue;
    const present = contact.values.get(field) ?? null;
    if (present === before) continue;
    if (present === after) restore.set(field, before);
    else if (isList(field)) restore.set(field, withoutAdded(before, after, present));
    else kept.push(field);
  }
  for (const field of keptWithPhone(changes, { restore, kept }, contact)) {
    restore.delete(field);
    kept.push(field);
  }
  const result = kept.length === 0 ? "restored" : restore.size === 0 ? "kept" : "partly";
  return { result, kept, restore };
}

/** A list that somebody has edited since: what the import added goes, what it took away comes back, the rest stays. */
function withoutAdded(before: string | null, after: string | null, present: string | null): string | null {
  const had = new Set(parseList(before ?? ""));
  const wrote = new Set(parseList(after ?? ""));
  const now = parseList(present ?? "");
  const left = now.filter((item) => !wrote.has(item) || had.has(item));
  const stays = new Set(left);
  const back = [...had].filter((item) => !wrote.has(item) && !stays.has(item));
  const items = [...left, ...back];
  return items.length === 0 ? null : listText(items);
}
