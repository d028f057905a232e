/** Possible duplicates as programs read them. */

import { encodeId } from "../../core/public-id.ts";
import type { FoundPair } from "../duplicates/find-duplicates.ts";
import type { ContactRow, Ports, Workspace } from "../ports.ts";
import { contactName } from "./contact-name.ts";

export type Sides = ReadonlyMap<number, ContactRow>;

/** The contacts of the pairs that are shown. */
export async function loadSides(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  pairs: readonly FoundPair[],
): Promise<Sides> {
  const sides = new Map<number, ContactRow>();
  for (const contact of new Set(pairs.flatMap(({ pair }) => pair))) {
    const row = await store.contacts.get(workspace.number, contact);
    if (row) sides.set(contact, row);
  }
  return sides;
}

export const SHOWN_FIELDS = ["email", "phone", "account_name", "birthday", "city"] as const;

export function duplicateJson(idKey: number, { score, reasons, pair }: FoundPair, sides: Sides) {
  return {
    score,
    reasons,
    contacts: pair.map((contact) => {
      const values = sides.get(contact)?.values;
      const row = sides.get(contact);
      const fields = SHOWN_FIELDS.flatMap((field) => {
        const value = values?.get(field);
        return value === undefined ? [] : [[field, value] as const];
      });
      return { id: encodeId("con", idKey, contact), name: row ? contactName(row) : "", ...Object.fromEntries(fields) };
    }),
  };
}
