/** Why many contacts are not changed at once, or not back again. Nothing was written. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const bulkRefusals = {
  bulk_change_unknown: {
    kind: "refusal",
    title: "There is no such bulk change",
    cause: "No contacts were changed together in this workspace under this id.",
    fix: "Choose one that Contacts, Bulk changes lists, or GET /api/v1/bulk-changes.",
  },
  bulk_change_invalid: {
    kind: "refusal",
    title: "Contacts cannot be changed like this",
    cause:
      "A bulk change says which contacts it means, by their ids or by a search and filters, and one thing to do with all of them.",
    fix: "Name contacts of this workspace, and a change that its policy allows; the message says which part is wrong.",
  },
  bulk_change_undone: {
    kind: "refusal",
    title: "The bulk change has been undone",
    cause: "What the contacts held before is back already, or is being put back.",
    fix: "Look at the bulk change: it says what went back and what stayed. Change the contacts again if that is what you want.",
  },
  bulk_change_expired: {
    kind: "refusal",
    title: "The bulk change can no longer be undone",
    cause:
      "What contacts held before is kept for a time only: deleted contacts for 30 days, values as long as the policy's keepHistory says.",
    fix: "Change the contacts by another bulk change, or import them again from the file that they came from.",
  },
} as const satisfies Record<string, CatalogueEntry>;
