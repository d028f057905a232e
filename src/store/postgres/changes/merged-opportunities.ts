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
import { bigints, type Database } from "../database.ts";
import { changeKeys } from "../runs/identity-keys.ts";

type Place = { readonly workspace: number; readonly at: number; readonly keysOf: KeysOf };
type Move = { readonly number: number; readonly from: number | null; readonly to: number | null };

const { columns } = objectTable("opportunity");

/** Call inside a transaction. */
export async function giveOpportunities(
  database: Database,
  place: Place,
  { from, to }: { readonly from: readonly number[]; readonly to: number | null },
): Promise<readonly MovedOpportunity[]> {
  const theirs = await opportunitiesOfAll(database, place.workspace, from);
  await move(
    database,
    place,
    theirs.map(([number, contact]) => ({ number, from: contact, to })),
  );
  return theirs;
}

/** Those that still are where they were put. @param kept null = they were nobody's */
export async function giveBackOpportunities(
  database: Database,
  place: Place,
  { kept, moved }: { readonly kept: number | null; readonly moved: readonly MovedOpportunity[] },
): Promise<void> {
  await move(
    database,
    place,
    moved.map(([number, contact]) => ({ number, from: kept, to: contact })),
  );
}

/** By the index, which knows hashes only: others may be among them. */
export async function opportunitiesOf(
  database: Database,
  workspace: number,
  contact: number,
): Promise<readonly number[]> {
  const rows = await database.all(
    "select opportunity_id from opportunity_key where workspace_id = $1 and kind = $2 and hash = $3 order by 1",
    ...[workspace, OPPORTUNITY_KEY.of_contact, keyHash(String(contact))],
  );
  return rows.map(([number]) => Number(number));
}

async function opportunitiesOfAll(
  database: Database,
  workspace: number,
  contacts: readonly number[],
): Promise<readonly MovedOpportunity[]> {
  const rows = await database.all(
    `select held.opportunity_id, held.contact from opportunity_key as key
     join opportunity as held on held.workspace_id = key.workspace_id and held.opportunity_id = key.opportunity_id
     where key.workspace_id = $1 and key.kind = $2 and key.hash = any($3::bigint[]) and held.contact = any($4::bigint[])
     order by held.contact, held.opportunity_id`,
    ...[workspace, OPPORTUNITY_KEY.of_contact, bigints(contacts.map((contact) => keyHash(String(contact))))],
    bigints(contacts),
  );
  return rows.map(([number, contact]) => [Number(number), Number(contact)]);
}

/** Those that are where they are to come from. */
async function move(database: Database, { workspace, at, keysOf }: Place, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const rows = await database.all(
    `select opportunity_id, custom, kept, ${columns.join(", ")} from opportunity
     where workspace_id = $1 and opportunity_id = any($2::bigint[])`,
    ...[workspace, bigints(moves.map(({ number }) => number))],
  );
  const present = new Map(
    rows.map(([number, custom, kept, ...values]) => [Number(number), heldValues(columns, values, [custom, kept])]),
  );
  const keys = { added: emptyKeys(), removed: emptyKeys() };
  const moved = moves.filter(({ number, from, to }) => {
    const before = present.get(number);
    if (!before || (before.get("contact") ?? null) !== textOf(from)) return false;
    const next = changedValues(before, new Map([["contact", textOf(to)]]));
    addKeyChanges(number, { before: keysOf(before), after: keysOf(next) }, keys);
    return true;
  });
  if (moved.length === 0) return;
  await database.run(
    `update opportunity set contact = moved.contact, updated_at = $2
     from unnest($3::bigint[], $4::bigint[]) as moved (number, contact)
     where opportunity.workspace_id = $1 and opportunity.opportunity_id = moved.number`,
    ...[workspace, at, bigints(moved.map(({ number }) => number)), moved.map(({ to }) => to)],
  );
  await changeKeys(database, { workspace, object: "opportunity" }, keys);
}

const textOf = (contact: number | null): string | null => (contact === null ? null : String(contact));
