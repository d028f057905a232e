/** Why nobody is erased, and what cannot be had any more because it was erased or its time was over. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const erasureRefusals = {
  erasure_unknown: {
    kind: "refusal",
    title: "There is no such erasure",
    cause: "Nobody was to be erased in this workspace under this id, or it was only looked at, more than a day ago.",
    fix: "Ask for it again: muster contacts erase, with the ids or addresses of those people; --dry-run shows first what would go.",
  },
  erasure_begun: {
    kind: "refusal",
    title: "The erasure is begun",
    cause: "It is done already, or workers are at it: it is neither started again nor taken back.",
    fix: "Look at the erasure: it says what has become of it.",
  },
  waiting_import_names_them: {
    kind: "refusal",
    title: "An import that waits names them",
    cause:
      "A file that was received or planned, and has not run, has rows of these people: running it would bring them back.",
    fix: "Remove that import (muster imports remove and its id), or run it first; then erase them.",
  },
  source_file_expired: {
    kind: "refusal",
    title: "The stored file is not kept any more",
    cause:
      "The workspace keeps stored files for a time only (the policy's keepFiles), or the file was of a format that rows of erased people cannot be taken out of.",
    fix: "Use the copy of the file that it came from; the ledger still says what became of each line: muster lines and the import's id.",
  },
  history_expired: {
    kind: "refusal",
    title: "What values were before is not kept any more",
    cause:
      "The workspace keeps the history of imports for a time only (the policy's keepHistory), and this one's is over.",
    fix: "Change what is wrong by another import; muster policy shows how long histories are kept from now on.",
  },
} as const satisfies Record<string, CatalogueEntry>;
