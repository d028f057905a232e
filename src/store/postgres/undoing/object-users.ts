/** Imports that need what another one has made: its contacts have opportunities of theirs, its stages hold some. */
import type { BatchScope } from "../../../app/ports.ts";
import { keyHash } from "../../../core/match/key-hash.ts";
import { OPPORTUNITY_KEY } from "../../../core/opportunity/opportunity-keys.ts";
import { usersAmong } from "../../undoing/objects-to-undo.ts";
import { bigints, type Database } from "../database.ts";

/** By number of the object: the other imports that made opportunities which hold on to it, but for those that are freed. */
export async function usersOf(
  database: Database,
  { ref, object }: BatchScope,
  { numbers, freed }: { readonly numbers: readonly number[]; readonly freed: ReadonlySet<number> },
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (object !== "contact" && object !== "stage") return new Map();
  const rows =
    object === "contact"
      ? await database.all(
          `select distinct wanted.number, held.created_by, case when $5 > 0 then held.opportunity_id else 0 end
           from unnest($3::bigint[], $4::bigint[]) as wanted (number, hash)
           join opportunity_key as key on key.workspace_id = $1 and key.kind = ${OPPORTUNITY_KEY.of_contact}
             and key.hash = wanted.hash
           join opportunity as held on held.workspace_id = $1 and held.opportunity_id = key.opportunity_id
             and held.contact = wanted.number
           where held.created_by is distinct from $2::bigint`,
          ...[ref.workspace, ref.import, bigints(numbers)],
          ...[bigints(numbers.map((number) => keyHash(String(number)))), freed.size],
        )
      : await database.all(
          `select distinct stage, created_by from opportunity
           where workspace_id = $1 and created_by is distinct from $2::bigint and stage = any($3::bigint[])`,
          ...[ref.workspace, ref.import, bigints(numbers)],
        );
  return usersAmong(rows, freed);
}
