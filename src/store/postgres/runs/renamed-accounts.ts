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
import { toDb } from "../../objects/object-table.ts";
import {
  ACCOUNT_TEXTS,
  addNameKeys,
  differences,
  followed,
  NAMED_COLUMNS,
  renamedParts,
  type Texts,
  textsOf,
  withTexts,
} from "../../runs/account-texts.ts";
import { bigints, type Database } from "../database.ts";
import { markKnown } from "../objects/search-index.ts";
import { storable } from "../storable-text.ts";
import { changeKeys } from "./identity-keys.ts";
import { writeSideChanges } from "./side-changes.ts";

type Updates = BatchPlan["updates"];
type Follower = { readonly account: number; readonly contact: number; readonly before: Texts; readonly after: Texts };
type Written = Pick<Follower, "contact" | "before" | "after">;

export async function renameInContacts(
  database: Database,
  { ref, shape, now }: { readonly ref: ImportRef; readonly shape: ImportShape; readonly now: number },
  { updates, lines }: Pick<BatchPlan, "updates" | "lines">,
): Promise<void> {
  if (shape.object !== "account") return;
  const lineOf = new Map(lines.flatMap(({ contact, line }) => (contact === null ? [] : [[contact, line] as const])));
  const followers = await followersOf(database, { workspace: ref.workspace, shape }, updates);
  if (followers.length === 0) return;
  const [added, removed] = [emptyKeys(), emptyKeys()];
  for (const { contact, before, after } of followers) {
    addNameKeys(removed, contact, before);
    addNameKeys(added, contact, after);
  }
  await writeTexts(database, { workspace: ref.workspace, now }, followers);
  await changeKeys(database, { workspace: ref.workspace, object: "contact" }, { added, removed });
  const sides = followers.map(
    ({ account, contact, before, after }): SideChange => ({
      ...{ line: lineOf.get(account) ?? 0, object: "contact", number: contact },
      changes: differences(before, after),
    }),
  );
  await writeSideChanges(database, ref, sides);
}

/** How many contacts an update of their accounts reaches. */
export const countFollowers = async (
  database: Database,
  of: { readonly workspace: number; readonly shape: ImportShape },
  updates: Updates,
): Promise<number> => (await followersOf(database, of, updates)).length;

/** Puts texts of a contact back, as an undo does. */
export async function restoreTexts(
  database: Database,
  { workspace, now }: { readonly workspace: number; readonly now: number },
  { contact, texts }: { readonly contact: number; readonly texts: Readonly<Record<string, string | null>> },
): Promise<void> {
  const row = await database.get(
    `select ${NAMED_COLUMNS.join(", ")} from contact where workspace_id = $1 and contact_id = $2`,
    ...[workspace, contact],
  );
  if (!row) return;
  const before = textsOf(row);
  const after = withTexts(before, texts);
  if (differences(before, after) === null) return;
  await writeTexts(database, { workspace, now }, [{ contact, before, after }]);
  const keys = { added: emptyKeys(), removed: emptyKeys() };
  addNameKeys(keys.removed, contact, before);
  await changeKeys(database, { workspace, object: "contact" }, { ...keys, added: emptyKeys() });
  addNameKeys(keys.added, contact, after);
  await changeKeys(database, { workspace, object: "contact" }, { ...keys, removed: emptyKeys() });
}

/** Contacts that say something else once their accounts are called as they are to be. */
async function followersOf(
  database: Database,
  { workspace, shape }: { readonly workspace: number; readonly shape: ImportShape },
  updates: Updates,
): Promise<readonly Follower[]> {
  const renamedOf = new Map(
    updates.flatMap(({ id, changes }) => {
      const renamed = renamedParts(changes, shape);
      return renamed.length === 0 ? [] : [[id, renamed] as const];
    }),
  );
  if (renamedOf.size === 0) return [];
  const followers: Follower[] = [];
  for (const [account, contact, before] of await membersOf(database, workspace, [...renamedOf.keys()])) {
    const after = new Map([...before, ...followed(before, renamedOf.get(account) ?? [])]);
    if (differences(before, after) !== null) followers.push({ account, contact, before, after });
  }
  return followers;
}

async function membersOf(
  database: Database,
  workspace: number,
  accounts: readonly number[],
): Promise<readonly (readonly [account: number, contact: number, texts: Texts])[]> {
  const held = await database.all(
    "select contact_id from contact_key where workspace_id = $1 and kind = $2 and hash = any($3::bigint[])",
    ...[workspace, KEY_KIND.of_account, bigints(accounts.map((account) => keyHash(String(account))))],
  );
  const rows = await database.all(
    `select account, contact_id, ${NAMED_COLUMNS.join(", ")} from contact
     where workspace_id = $1 and contact_id = any($2::bigint[]) and account = any($3::bigint[]) order by contact_id`,
    ...[workspace, bigints(held.map(([contact]) => Number(contact))), bigints(accounts)],
  );
  return rows.map(([account, contact, ...texts]) => [Number(account), Number(contact), textsOf(texts)]);
}

async function writeTexts(
  database: Database,
  { workspace, now }: { readonly workspace: number; readonly now: number },
  written: readonly Written[],
): Promise<void> {
  const numbers = written.map(({ contact }) => contact);
  const listed = ACCOUNT_TEXTS.map((_, at) => `$${at + 4}::text[]`);
  await database.run(
    `update contact set ${ACCOUNT_TEXTS.map((field) => `${field} = said.${field}, `).join("")}updated_at = $2
     from unnest($3::bigint[], ${listed.join(", ")}) as said (contact_id, ${ACCOUNT_TEXTS.join(", ")})
     where contact.workspace_id = $1 and contact.contact_id = any($3::bigint[]) and contact.contact_id = said.contact_id`,
    ...[workspace, now, bigints(numbers)],
    ...ACCOUNT_TEXTS.map((field) => written.map(({ after }) => toDb(storable(after.get(field))))),
  );
  await markKnown(database, workspace, numbers);
}
