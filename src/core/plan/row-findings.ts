/** What is found in a row's cells, once the whole row has been read. */

import type { ValueAt } from "../match/object-keys.ts";
import type { Problem } from "../problem/problem.ts";
import type { WrongCell } from "../tabular/rows/row.ts";
import type { DraftSettings } from "./draft-settings.ts";

/** What could not be read for its bytes is shown with them. */
export function showBytes(found: Problem[], wrong: readonly WrongCell[], headers: readonly string[]): void {
  for (const { column, raw } of wrong) {
    const at = found.findIndex((problem) => problem.column !== undefined && problem.column === headers[column]);
    const problem = found[at];
    if (problem) found[at] = { ...problem, value: raw };
  }
}

/**
 * An unreadable phone number or further address stops the row only where nothing else says who it is: otherwise the contact
 * is recognised by its other keys and merely goes without.
 */
export function settleSeverities(
  found: Problem[],
  recognisedBy: DraftSettings["recognisedBy"],
  valueAt: ValueAt,
): void {
  for (let at = 0; at < found.length; at++) {
    const problem = found[at];
    if (problem?.severity !== "error") continue;
    if (problem.code !== "phone_unreadable" && problem.field !== "additional_emails") continue;
    const known = recognisedBy === null || recognisedBy.some((texts) => texts(valueAt).length > 0);
    if (known) found[at] = { ...problem, severity: "warning" };
  }
}
