/** Why a view of a list is not kept, or not found. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const viewRefusals = {
  view_unknown: {
    kind: "refusal",
    title: "There is no such view",
    cause: "No view of yours, and none that is shared, is kept in this workspace under this id.",
    fix: "Choose one that the menu Views lists, or GET /api/v1/views.",
  },
  view_invalid: {
    kind: "refusal",
    title: "The view cannot be kept",
    cause: "A view is kept under a name of one line, and each member keeps a limited number of them.",
    fix: "Choose another name, or remove a view that is not needed any more.",
  },
} as const satisfies Record<string, CatalogueEntry>;
