/**
 * Contacts whose account is given another name, id or domain by an import of accounts: those that say what the account was
 * called say what it is called now, so that lists, filters, exports and the keys that lines are recognised by agree with it.
 * A contact whose own file called the account something else keeps its word.
 */
import type { ImportRef } from "../../../app/ports.ts";
import { KEY_KIND, keyHash } from "../../../core/match/key-hash.ts";
import { type BatchPlan, emptyKeys } from "../../../core/plan/batch-plan.ts";
import type { ImportShape } from "../../../core/plan/shape.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import {
  addNameKeys,
  differences,
  followed,
  NAMED_COLUMNS,
  renamedParts,
  type Texts,
  textsOf,
  withTexts,
} from "../../runs/account-texts.ts";
import type { Database } from "../database.ts";
import { searchAgain } from "../objects/search-index.ts";
import { changeKeys } from "./identity-keys.ts";
import { writeSideChanges } from "./side-changes.ts";

export function renameInContacts(
  database: Database,
  { ref, shape, now }: { readonly ref: ImportRef; readonly shape: ImportShape; readonly now: number },
  { updates, lines }: Pick<BatchPlan, "updates" | "lines">,
): void {
  if (shape.object !== "account") return;
  const lineOf = new Map(lines.flatMap(({ contact, line }) => (contact === null ? [] : [[contact, line] as const])));
  const added = emptyKeys();
  const removed = emptyKeys();
  const sides: SideChange[] = [];
  for (const { id, changes } of updates) {
    const renamed = renamedParts(changes, shape);
    if (renamed.length === 0) continue;
    for (const [contact, before] of contactsOf(database, ref.workspace, id)) {
      const after = new Map([...before, ...followed(before, renamed)]);
      const said = writeTexts(database, { workspace: ref.workspace, now }, [contact, before, after]);
      if (said === null) continue;
      addNameKeys(removed, contact, before);
      addNameKeys(added, contact, after);
      sides.push({ line: lineOf.get(id) ?? 0, object: "contact", number: contact, changes: said });
    }
  }
  if (sides.length === 0) return;
  changeKeys(database, { workspace: ref.workspace, object: "contact" }, { added, removed });
  writeSideChanges(database, ref, sides);
}

/** How many contacts an update of their accounts reaches. */
export function countFollowers(
  database: Database,
  { workspace, shape }: { readonly workspace: number; readonly shape: ImportShape },
  updates: BatchPlan["updates"],
): number {
  const followers = new Set<number>();
  for (const { id, changes } of updates) {
    const renamed = renamedParts(changes, shape);
    if (renamed.length === 0) continue;
    for (const [contact, before] of contactsOf(database, workspace, id)) {
      if (followed(before, renamed).some(([field, text]) => before.get(field) !== text)) followers.add(contact);
    }
  }
  return followers.size;
}

/** Puts texts of a contact back, as an undo does. */
export function restoreTexts(
  database: Database,
  { workspace, now }: { readonly workspace: number; readonly now: number },
  { contact, texts }: { readonly contact: number; readonly texts: Readonly<Record<string, string | null>> },
): void {
  const row = database.get(
    `select ${NAMED_COLUMNS.join(", ")} from contact where workspace_id = ? and contact_id = ?`,
    ...[workspace, contact],
  );
  if (!row) return;
  const before = textsOf(row);
  const after = withTexts(before, texts);
  if (writeTexts(database, { workspace, now }, [contact, before, after]) === null) return;
  const keys = { added: emptyKeys(), removed: emptyKeys() };
  addNameKeys(keys.removed, contact, before);
  changeKeys(database, { workspace, object: "contact" }, { ...keys, added: emptyKeys() });
  addNameKeys(keys.added, contact, after);
  changeKeys(database, { workspace, object: "contact" }, { ...keys, removed: emptyKeys() });
}

function contactsOf(database: Database, workspace: number, account: number): readonly (readonly [number, Texts])[] {
  const rows = database.all(
    `select contact.contact_id, ${NAMED_COLUMNS.map((column) => `contact.${column}`).join(", ")} from contact_key as held
     join contact on contact.workspace_id = held.workspace_id and contact.contact_id = held.contact_id and contact.account = ?
     where held.workspace_id = ? and held.kind = ${KEY_KIND.of_account} and held.hash = ?`,
    ...[account, workspace, keyHash(String(account))],
  );
  return rows.map(([contact, ...texts]) => [Number(contact), textsOf(texts)]);
}

/** Answers what was different; null = nothing. */
function writeTexts(
  database: Database,
  { workspace, now }: { readonly workspace: number; readonly now: number },
  [contact, before, after]: readonly [contact: number, before: Texts, after: Texts],
): SideChange["changes"] {
  const said = differences(before, after);
  if (said === null) return null;
  const fields = Object.keys(said);
  database.run(
    `update contact set ${fields.map((field) => `${field} = ?, `).join("")}updated_at = ?
     where workspace_id = ? and contact_id = ?`,
    ...fields.map((field) => after.get(field) || null),
    ...[now, workspace, contact],
  );
  searchAgain(database, workspace, { columns: fields, first: contact });
  return said;
}
