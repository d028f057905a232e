/** Writes an effect into the outbox, inside the caller's transaction: with what caused it, or not at all. */
import { type NewOutboxRow, OUTBOX_COLUMNS, outboxValues } from "../../background/effect-row.ts";
import type { Database } from "../database.ts";

export function addEffect(
  database: Database,
  { workspace, now }: { readonly workspace: number; readonly now: number },
  row: NewOutboxRow,
): void {
  const number = Number(
    database.get(
      "update workspace set next_effect = next_effect + 1 where workspace_id = ? returning next_effect - 1",
      workspace,
    )?.[0],
  );
  database.run(
    `insert into outbox (workspace_id, effect_id, ${OUTBOX_COLUMNS}, state, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)`,
    ...[workspace, number, ...outboxValues(row), now],
  );
}

/** A key that is there already has been sent, or will be. */
export const hasEffect = (database: Database, workspace: number, key: string): boolean =>
  database.get("select 1 from outbox where workspace_id = ? and key = ?", workspace, key) !== undefined;
