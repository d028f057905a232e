/** Why a contact is not written by hand as somebody says it. Nothing was written. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const handRefusals = {
  values_refused: {
    kind: "refusal",
    title: "Some values cannot be written",
    cause:
      "A contact that is made or changed by hand is checked like a line of an import, and written whole or not at all.",
    fix: "Correct the values named; each is listed with what is wrong with it.",
  },
  contact_exists: {
    kind: "refusal",
    title: "Somebody like this is here already",
    cause: "Another contact has the same value in what contacts are recognised by under the workspace's policy.",
    fix: "Change the contact that is there, or say that both are meant (allowDuplicate: true).",
  },
  field_read_only: {
    kind: "refusal",
    title: "This field is not written by hand",
    cause: "Ids are given by the workspace, and some fields mean nothing under its policy.",
    fix: "Leave the field out.",
  },
} as const satisfies Record<string, CatalogueEntry>;
