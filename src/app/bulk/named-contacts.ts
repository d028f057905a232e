/** Contacts that a request names one by one. */
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import { NAMED_CONTACTS } from "../limits.ts";
import type { Workspace } from "../ports.ts";

/** Their numbers in order, each once. Whether they are there is the caller's to see. */
export function namedContacts({ idKey }: Workspace, ids: readonly string[]): Result<readonly number[]> {
  if (ids.length > NAMED_CONTACTS)
    return refuseWith(
      "request_invalid",
      `${ids.length} contacts are more than are named one by one (${NAMED_CONTACTS}): mean them by a search and filters.`,
    );
  const numbers = new Set<number>();
  for (const id of ids) {
    const number = decodeId("con", idKey, id);
    if (number === null) return refuseWith("contact_unknown", `${shown(id)} is no contact's id.`);
    numbers.add(number);
  }
  return accept([...numbers].sort((a, b) => a - b));
}
