/** Imports that need what another one has made: its contacts have opportunities of theirs, its stages hold some. */
import type { BatchScope } from "../../../app/ports.ts";
import { keyHash } from "../../../core/match/key-hash.ts";
import { OPPORTUNITY_KEY } from "../../../core/opportunity/opportunity-keys.ts";
import { usersAmong } from "../../undoing/objects-to-undo.ts";
import type { Database } from "../database.ts";

/** By number of the object: the other imports that made opportunities which hold on to it, but for those that are freed. */
export function usersOf(
  database: Database,
  { ref, object }: BatchScope,
  { numbers, freed }: { readonly numbers: readonly number[]; readonly freed: ReadonlySet<number> },
): ReadonlyMap<number, readonly number[]> {
  if (object !== "contact" && object !== "stage") return new Map();
  const wanted = JSON.stringify(numbers.map((number) => [number, keyHash(String(number))]));
  const rows =
    object === "contact"
      ? database.all(
          `select distinct wanted.value ->> 0, held.created_by, iif(?4, held.opportunity_id, 0) from json_each(?1) as wanted
           cross join opportunity_key as key on key.workspace_id = ?2 and key.kind = ${OPPORTUNITY_KEY.of_contact}
             and key.hash = wanted.value ->> 1
           cross join opportunity as held on held.workspace_id = ?2 and held.opportunity_id = key.opportunity_id
             and held.contact = wanted.value ->> 0
           where held.created_by is not ?3`,
          ...[wanted, ref.workspace, ref.import, freed.size],
        )
      : database.all(
          `select distinct stage, created_by from opportunity
           where workspace_id = ?2 and created_by is not ?3 and stage in (select value ->> 0 from json_each(?1))`,
          ...[wanted, ref.workspace, ref.import],
        );
  return usersAmong(rows, freed);
}
