/** Why contacts are not merged, or not parted again. Nothing was written. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const mergeRefusals = {
  merge_unknown: {
    kind: "refusal",
    title: "There is no such merge",
    cause: "No contacts were merged in this workspace under this id.",
    fix: "Choose one that muster merge list shows.",
  },
  merge_invalid: {
    kind: "refusal",
    title: "These contacts cannot be merged like this",
    cause: "A merge names the contact that is kept, then one or more others, and --take names a field and one of them.",
    fix: "Name each contact once, the one to keep first: muster merge con_… con_… --take phone=con_….",
  },
  merge_undone: {
    kind: "refusal",
    title: "The merge has been undone",
    cause: "The contacts that were merged are contacts of their own again.",
    fix: "Look at muster merge list; merge them again if that is what you want.",
  },
  merge_covered: {
    kind: "refusal",
    title: "A later merge comes first",
    cause: "The contact that this merge kept was itself merged into another one afterwards.",
    fix: "Undo the later merge first: muster merge undo and the id named.",
  },
  contacts_changed: {
    kind: "refusal",
    title: "The contacts were changed meanwhile",
    cause:
      "Between the preview and the answer somebody else has changed one of the contacts, so that the preview is no longer true.",
    fix: "Look at the preview again: give the same command once more.",
  },
  import_at_work: {
    kind: "refusal",
    title: "An import is at work",
    cause:
      "An import of this workspace is being written or taken back, or was interrupted, and may be about these contacts.",
    fix: "Wait until it has ended, or end it: muster imports names it, muster resume goes on, muster cancel stops it.",
  },
} as const satisfies Record<string, CatalogueEntry>;
