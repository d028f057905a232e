/**
 * The opportunities of contacts that go: they go to the contact that they are merged into, or are nobody's, and back when the
 * contact is there again.
 */
import { keyHash } from "../../../core/match/key-hash.ts";
import { OPPORTUNITY_KEY } from "../../../core/opportunity/opportunity-keys.ts";
import { addKeyChanges, emptyKeys } from "../../../core/plan/batch-plan.ts";
import type { MovedOpportunity } from "../../changes/merge-record.ts";
import { changedValues } from "../../objects/changed-values.ts";
import type { KeysOf } from "../../objects/held-keys.ts";
import { heldValues, objectTable } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";
import { writeHeld } from "../objects/held-objects.ts";
import { changeKeys } from "../runs/identity-keys.ts";

type Place = { readonly workspace: number; readonly at: number; readonly keysOf: KeysOf };

const { columns } = objectTable("opportunity");

/** Call inside a transaction, with no keys pending. */
export function giveOpportunities(
  database: Database,
  place: Place,
  { from, to }: { readonly from: readonly number[]; readonly to: number | null },
): readonly MovedOpportunity[] {
  const moved = from.flatMap((contact) =>
    opportunitiesOf(database, place.workspace, contact).map((number): MovedOpportunity => [number, contact]),
  );
  return moved.filter(([number, contact]) => move(database, place, { number, from: contact, to }));
}

/** Those that still are where they were put. @param kept null = they were nobody's */
export function giveBackOpportunities(
  database: Database,
  place: Place,
  { kept, moved }: { readonly kept: number | null; readonly moved: readonly MovedOpportunity[] },
): void {
  for (const [number, contact] of moved) move(database, place, { number, from: kept, to: contact });
}

/** By the index, which knows hashes only: others may be among them. */
export function opportunitiesOf(database: Database, workspace: number, contact: number): readonly number[] {
  return database
    .all(
      "select opportunity_id from opportunity_key where workspace_id = ? and kind = ? and hash = ?",
      ...[workspace, OPPORTUNITY_KEY.of_contact, keyHash(String(contact))],
    )
    .map(([number]) => Number(number));
}

/** False where the opportunity is not the contact's: the index knows hashes only. */
function move(
  database: Database,
  { workspace, at, keysOf }: Place,
  { number, from, to }: { readonly number: number; readonly from: number | null; readonly to: number | null },
): boolean {
  const row = database.get(
    `select custom, kept, ${columns.join(", ")} from opportunity where workspace_id = ? and opportunity_id = ?`,
    ...[workspace, number],
  );
  if (!row) return false;
  const [custom, kept, ...values] = row;
  const before = heldValues(columns, values, [custom, kept]);
  if ((before.get("contact") ?? null) !== textOf(from)) return false;
  const changed = new Map([["contact", textOf(to)]]);
  const next = changedValues(before, changed);
  writeHeld(database, { workspace, object: "opportunity", number, at }, { values: changed, next });
  const keys = { added: emptyKeys(), removed: emptyKeys() };
  addKeyChanges(number, { before: keysOf(before), after: keysOf(next) }, keys);
  changeKeys(database, { workspace, object: "opportunity" }, keys);
  return true;
}

const textOf = (contact: number | null): string | null => (contact === null ? null : String(contact));
