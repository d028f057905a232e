/** Lines of a file that share keys: both databases choose the same ones to stand for the others, however many pages that takes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FoundDuplicates, Store, Workspace } from "../../src/app/ports.ts";
import { MAIN_FLAG, SECOND_KEYS } from "../../src/core/plan/file-keys.ts";
import { openPostgresStore } from "../../src/store/postgres/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { begin, newWorkspace } from "../conformance/fixture.ts";
import { newDatabase } from "../support/postgres-database.ts";

const LINES = 6_000;
const stores: { readonly store: Store; readonly workspace: Workspace }[] = [];
const ends: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "muster-duplicates-"));
  const database = await newDatabase();
  ends.push(database.drop, () => rmSync(folder, { recursive: true, force: true }));
  for (const store of [openSqliteStore(folder), await openPostgresStore({ url: database.url, connections: 2 })])
    stores.push({ store, workspace: await newWorkspace(store, "mine") });
});
afterAll(async () => {
  for (const { store } of stores) await store.close();
  for (const end of ends) await end();
});

/** Keys that chains of lines share, one with the next, and some that many share; the same each time. */
async function* found(): AsyncGenerator<FoundDuplicates> {
  let seed = 7;
  const chance = (below: number): number => {
    seed = (seed * 48_271) % 0x7fffffff;
    return seed % below;
  };
  for (let from = 2; from < LINES; from += 1_000) {
    const piece: number[] = [];
    for (let line = from; line < from + 1_000; line++) {
      for (let keys = chance(3); keys >= 0; keys--) piece.push(keys, chance(LINES), line);
      piece.push(SECOND_KEYS, line - chance(2), line);
      if (chance(5) === 0) piece.push(MAIN_FLAG, chance(100), line);
      if (chance(9) === 0) piece.push(0, 1, line);
    }
    yield Float64Array.from(piece);
  }
}

for (const keep of ["first", "last", "all"] as const) {
  for (const bySecond of [false, true]) {
    test(`where the ${keep} of a group is kept${bySecond ? ", by the keys of the second object" : ""}`, async () => {
      const answers = [];
      for (const { store, workspace } of stores) {
        const { ref } = await begin(store, workspace, Date.now());
        const count = await store.imports.saveDuplicates(ref, found(), keep, bySecond);
        for (const object of ["contact", "opportunity"] as const) {
          const lines = await store.imports.readBatch({ ref, object, pass: "plan" }, (batch) =>
            batch.duplicateLines(1, LINES + 2_000),
          );
          answers.push({ count, lines: [...lines.values()] });
        }
      }
      expect(answers[0]?.count).toBeGreaterThan(LINES / 2);
      expect(answers.slice(2)).toEqual(answers.slice(0, 2));
    });
  }
}
