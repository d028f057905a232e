/** Why nobody is erased, and what cannot be had any more because it was erased or its time was over. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const erasureRefusals = {
  waiting_import_names_them: {
    kind: "refusal",
    title: "An import that waits names them",
    cause:
      "A file that was received or planned, and has not run, has rows of these people: running it would bring them back.",
    fix: "Remove that import (muster imports remove and its id), or run it first; then erase them.",
  },
} as const satisfies Record<string, CatalogueEntry>;
