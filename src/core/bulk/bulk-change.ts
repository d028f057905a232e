/** What is done to many contacts at once, as data; and what that changes on one of them. */
import { listText, parseList } from "../contact/list-text.ts";
import { tagKey } from "../contact/tag-key.ts";
import { uniteLists } from "../plan/merge.ts";
import type { Changes } from "../plan/outcome.ts";

export type BulkChange =
  | { readonly do: "add_tags" | "remove_tags"; readonly tags: readonly string[] }
  /** A member's address; null = nobody. */
  | { readonly do: "set_owner"; readonly owner: string | null }
  | { readonly do: "set_do_not_touch"; readonly value: boolean }
  | { readonly do: "delete" };

/** What somebody did to one contact by hand: its line says which values, and it is done with the request. */
export type HandChange = { readonly do: "create" | "edit" };

/** What is kept and can be taken back: of many contacts, or of one. */
export type RecordedChange = BulkChange | HandChange;

export const isByHand = (change: RecordedChange): change is HandChange =>
  change.do === "create" || change.do === "edit";

/** Every kind that leaves the contact where it is. */
export type FieldChange = Exclude<RecordedChange, { readonly do: "delete" }>;

const NOTHING: Changes = {};

/** @param values by field key; lists as their JSON text. Empty = the contact is so already. */
export function changesOf(change: FieldChange, values: ReadonlyMap<string, string>): Changes {
  switch (change.do) {
    case "add_tags":
      return written(values, "tags", uniteLists(values.get("tags") ?? "", listText(change.tags)));
    case "remove_tags": {
      const gone = new Set(change.tags.map(tagKey));
      const left = parseList(values.get("tags") ?? "").filter((tag) => !gone.has(tagKey(tag)));
      return written(values, "tags", listText(left));
    }
    case "set_owner":
      return written(values, "owner", change.owner ?? "");
    case "set_do_not_touch":
      // Of a contact that says nothing nothing has to be taken back.
      if (!change.value && values.get("do_not_touch") !== "yes") return NOTHING;
      return written(values, "do_not_touch", change.value ? "yes" : "no");
    case "create":
    case "edit":
      return NOTHING;
  }
}

function written(values: ReadonlyMap<string, string>, field: string, after: string): Changes {
  const before = values.get(field) ?? "";
  return before === after ? NOTHING : { [field]: [before || null, after || null] };
}
