/** Writes effects into the outbox, inside the caller's transaction: with what caused them, or not at all. */
import { type NewOutboxRow, OUTBOX_COLUMNS, outboxValues } from "../../background/effect-row.ts";
import type { Database } from "../database.ts";

type When = { readonly workspace: number; readonly now: number };

export const addEffect = (database: Database, when: When, row: NewOutboxRow): Promise<void> =>
  addEffects(database, when, [row]);

export async function addEffects(
  database: Database,
  { workspace, now }: When,
  rows: readonly NewOutboxRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const [next] =
    (await database.get(
      "update workspace set next_effect = next_effect + $2 where workspace_id = $1 returning next_effect",
      ...[workspace, rows.length],
    )) ?? [];
  const values = rows.map(outboxValues);
  const columns = TYPES.map((_, at) => values.map((row) => row[at] ?? null));
  await database.run(
    `insert into outbox (workspace_id, effect_id, ${OUTBOX_COLUMNS}, state, created_at)
     select $1::bigint, $2::bigint + place - 1, ${OUTBOX_COLUMNS}, 'queued', $3::bigint
     from unnest(${TYPES.map((type, at) => `$${at + 4}::${type}[]`).join(", ")})
       with ordinality as added(${OUTBOX_COLUMNS}, place)`,
    ...[workspace, Number(next) - rows.length, now, ...columns],
  );
}

/** Of the columns, in their order. */
const TYPES: readonly ("text" | "bigint")[] = [
  ...(["text", "text", "text", "text", "text", "text"] as const),
  ...(["bigint", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint"] as const),
];

/** Those of the keys that are there already: what they are of has been sent, or will be. */
export async function heldEffects(
  database: Database,
  workspace: number,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await database.all(
    "select key from outbox where workspace_id = $1 and key = any($2::text[])",
    ...[workspace, keys],
  );
  return new Set(rows.map(([key]) => String(key)));
}
