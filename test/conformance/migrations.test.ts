/** Data folders of earlier versions are brought up to date with nothing lost. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import { firstSchema } from "../../src/store/sqlite/migrations/0001-first-schema.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-migrations-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a ledger of the first schema is read, a contact's history found, and its tags are known, after the update (C-X1, C-I3)", async () => {
  const old = new DatabaseSync(join(folder, "muster.db"));
  old.exec(firstSchema);
  old.exec(`
    insert into workspace (workspace_id, slug, name, preset, policy, id_key, next_contact, created_at)
      values (1, 'default', 'Default', 'muster', '{}', 1, 10, 0);
    insert into contact (workspace_id, contact_id, created_by, created_line, created_at, updated_at, email)
      values (1, 7, 1, 2, 0, 0, 'ann@example.com');
    insert into contact (workspace_id, contact_id, created_at, updated_at, tags) values
      (1, 8, 0, 0, '["VIP","Ärzte"]'), (1, 9, 0, 0, '["vip","ÄRZTE"]'), (2, 1, 0, 0, '["theirs"]');
    insert into ledger_line (workspace_id, import_id, line, byte_offset, outcome, contact_id, changes) values
      (1, 2, 2, 20, 1, 7, '{"city":["Rome","Oslo"]}'), (1, 2, 3, 40, 4, null, null);
    pragma user_version = 1`);
  const block = old.prepare(
    "insert into ledger_block (workspace_id, import_id, last_line, first_line, count, lines) values (1, 1, 3, 2, 2, ?)",
  );
  // Two doubles a line, then contact x 2 + (0 where it was created, 1 where it was found).
  block.run(new Uint8Array(Float64Array.of(2, 20, 7 * 2, 3, 40, 8 * 2 + 1).buffer));
  old.close();

  const store = openSqliteStore(folder, Date.now);
  const history = await store.ledger.history(1, 7);
  expect(history.map(({ import: by, line, kind, changes }) => [by, line, kind, changes])).toEqual([
    [2, 2, "updated", { city: ["Rome", "Oslo"] }],
    [1, 2, "created", null],
  ]);
  // Tags that contacts have are the workspace's from then on.
  expect(await store.tags.list(1)).toEqual([
    { name: "VIP", contacts: 2 },
    { name: "ÄRZTE", contacts: 2 },
  ]);
  const filter = { pass: "run" as const, afterLine: 0, outcome: null, problem: null, limit: 10 };
  const lines = await store.ledger.lines({ workspace: 1, import: 1 }, filter);
  expect(lines.map(({ line, outcome, contact }) => [line, outcome, contact])).toEqual([
    [2, "created", 7],
    [3, "unchanged", 8],
  ]);
  await store.close();
});
