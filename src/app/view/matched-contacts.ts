/** Whom lines of contacts are recognised as, by the name that people know. Never what somebody was called by the line itself. */
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { ContactRow, ImportRecord, Ports } from "../ports.ts";
import { contactId } from "./contact-json.ts";
import { contactName } from "./contact-name.ts";

export type MatchedContact = {
  readonly id: string;
  /** Before the line changed it; empty = it has none. */
  readonly name: string;
  /** The earlier line of the same file that made it; absent = it was there before. */
  readonly line?: number;
};

/** By line. Contacts that are gone since are left out, and so are lines of other objects. */
export async function matchedContacts(
  { store }: Pick<Ports, "store">,
  record: ImportRecord,
  { lines, idKey }: { readonly lines: readonly LedgerLine[]; readonly idKey: number },
): Promise<ReadonlyMap<number, MatchedContact>> {
  const { ref, settings } = record;
  const known = new Map<number, ContactRow | null>();
  const matched = new Map<number, MatchedContact>();
  if ((settings.object ?? "contact") !== "contact") return matched;
  for (const { line, outcome, contact, changes, erased } of lines) {
    if (contact === null || outcome === "created" || erased) continue;
    if (!known.has(contact)) known.set(contact, await store.contacts.get(ref.workspace, contact));
    const row = known.get(contact) ?? null;
    if (row === null) continue;
    const isOfFile = row.createdBy === ref.import && row.createdLine !== null && row.createdLine !== line;
    const name = contactName({ ...row, values: before(row.values, changes) });
    matched.set(line, { id: contactId(idKey, row), name, ...(isOfFile ? { line: row.createdLine ?? line } : {}) });
  }
  return matched;
}

function before(values: ContactRow["values"], changes: LedgerLine["changes"]): ContactRow["values"] {
  const former = new Map(values);
  for (const [field, [was]] of Object.entries(changes ?? {})) {
    if (was === null) former.delete(field);
    else former.set(field, was);
  }
  return former;
}
