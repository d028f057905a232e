/** People who may be erased: their contacts, those that were merged into them, and what there is of them beside the ledgers. */
import type { People } from "../../../app/ports/erasure-store.ts";
import { addressesOf } from "../../changes/erased-texts.ts";
import { heldValues, objectTable } from "../../objects/object-table.ts";
import { bigints, type Database } from "../database.ts";
import { mergedContacts } from "./merged-contacts.ts";
import { opportunitiesOf } from "./merged-opportunities.ts";

const { columns } = objectTable("contact");

/** By the number of the contact; those that are not there are left out. */
type Held = ReadonlyMap<number, ReadonlyMap<string, string>>;

export async function readPeople(database: Database, workspace: number, asked: readonly number[]): Promise<People> {
  const held = await heldBy(database, workspace, asked);
  const { contacts, known, merges } = await withMerged(database, workspace, {
    there: asked.filter((number) => held.has(number)),
    held,
  });
  const opportunities: number[] = [];
  for (const number of contacts) opportunities.push(...(await theirs(database, workspace, number)));
  const runs = await countIn("workflow_run", database, { workspace, contacts });
  const effects = await countIn("outbox", database, { workspace, contacts });
  return { contacts, opportunities, known, merges, runs, effects };
}

export async function heldBy(database: Database, workspace: number, numbers: readonly number[]): Promise<Held> {
  const rows = await database.all(
    `select contact_id, custom, kept, ${columns.join(", ")} from contact
     where workspace_id = $1 and contact_id = any($2::bigint[]) order by contact_id`,
    ...[workspace, bigints(numbers)],
  );
  return new Map(
    rows.map(([number, custom, kept, ...values]) => [Number(number), heldValues(columns, values, [custom, kept])]),
  );
}

/** And those that were merged into them, and into those. */
async function withMerged(
  database: Database,
  workspace: number,
  { there, held }: { readonly there: readonly number[]; readonly held: Held },
): Promise<{ readonly contacts: readonly number[]; readonly known: readonly string[]; readonly merges: number }> {
  const contacts = [...there];
  const known = new Set<string>();
  let merges = 0;
  for (let at = 0; at < contacts.length; at++) {
    const number = contacts[at] ?? 0;
    for (const text of addressesOf(held.get(number) ?? new Map())) known.add(text);
    for (const merge of await mergesInto(database, workspace, number)) {
      merges++;
      for (const { number: other, values } of await mergedContacts(database, { workspace, merge })) {
        contacts.push(other);
        for (const text of addressesOf(values)) known.add(text);
      }
    }
  }
  return { contacts, known: [...known], merges };
}

async function mergesInto(database: Database, workspace: number, kept: number): Promise<readonly number[]> {
  const rows = await database.all(
    "select merge_id from contact_merge where workspace_id = $1 and kept = $2 and undone_at is null order by merge_id",
    ...[workspace, kept],
  );
  return rows.map(([merge]) => Number(merge));
}

/** The index that names them knows hashes only. */
async function theirs(database: Database, workspace: number, contact: number): Promise<readonly number[]> {
  const rows = await database.all(
    `select opportunity_id from opportunity
     where workspace_id = $1 and opportunity_id = any($2::bigint[]) and contact = $3 order by opportunity_id`,
    ...[workspace, bigints(await opportunitiesOf(database, workspace, contact)), contact],
  );
  return rows.map(([number]) => Number(number));
}

async function countIn(
  table: "workflow_run" | "outbox",
  database: Database,
  { workspace, contacts }: { readonly workspace: number; readonly contacts: readonly number[] },
): Promise<number> {
  const row = await database.get(
    `select count(*) from ${table} where workspace_id = $1 and contact_id = any($2::bigint[])`,
    ...[workspace, bigints(contacts)],
  );
  return Number(row?.[0] ?? 0);
}
