/** What the port for accounts promises, and what is kept of a line's changes of them, tried on whatever implements it. */
import { describe, expect, test } from "vitest";
import type { UndoProgress } from "../../src/app/ports/undo-ports.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import type { PlannedAccount } from "../../src/core/account/account-plan.ts";
import { keyHash } from "../../src/core/match/key-hash.ts";
import type { SideChange } from "../../src/core/plan/side-change.ts";
import { accepted } from "../support/workspace.ts";
import { type Begun, begin, checkpointAt, creating, HOSTILE, type OpenStores, openForEach, SHAPE } from "./fixture.ts";

const planned = (id: number, said: Partial<PlannedAccount> = {}): PlannedAccount => ({
  ...{ id, external_id: "", name: "", domain: "", mainContact: null, isNew: true, hasNewKeys: true },
  ...said,
});
const side = (line: number, number: number, changes: SideChange["changes"] = null): SideChange => ({
  ...{ line, object: "account", number, changes },
});
const EVERY = { search: null, filters: [], after: 0, limit: 100 };

export function accountStoreConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, 1_000, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    /** Writes accounts beside a contact for each, the first on line 2. */
    async function write(
      begun: Begun,
      accounts: readonly PlannedAccount[],
      changes: readonly SideChange[],
    ): Promise<void> {
      const plan = creating(accounts.map(({ id }) => `${begun.ref.import}-${id}@x.test`));
      accepted(
        await store.imports.writeBatch({ ...begun, object: "contact" }, (batch) =>
          batch.apply({ ...plan, accounts: { accounts, changes } }, SHAPE, checkpointAt(100)),
        ),
      );
    }
    const named = async (workspace: Workspace, query = {}): Promise<readonly string[]> =>
      (await store.accounts.list(workspace.number, { ...EVERY, ...query })).map(
        ({ values }) => values.get("name") ?? "-",
      );

    describe("AccountStore", () => {
      test("accounts are listed in the order they were made, searched and filtered, in their own workspace (C-M4)", async () => {
        const accounts = HOSTILE.map((text, at) => planned(at + 1, { name: text, external_id: `C-${at + 1}` }));
        await write(
          await begin(store, mine, 1_000),
          accounts,
          accounts.map(({ id }) => side(id + 1, id)),
        );
        expect(await named(mine)).toEqual(HOSTILE);
        expect(await store.accounts.count(mine.number)).toBe(HOSTILE.length);
        expect(await named(mine, { after: 2, limit: 1 })).toEqual([HOSTILE[2]]);
        for (const text of HOSTILE) {
          const filters = [{ field: "name", op: "is" as const, value: text, list: false }];
          expect(await named(mine, { filters })).toEqual([text]);
        }
        expect(await named(mine, { search: "drop contact" })).toEqual(["'; drop table contact; --"]);
        expect(await store.accounts.usedFields(mine.number)).toEqual(["external_id", "name"]);
        expect([await named(theirs), await store.accounts.get(theirs.number, 1)]).toEqual([[], null]);
        expect(await store.accounts.members(theirs.number, 1, 10)).toEqual([]);
      });

      test("are found by the hashes of their keys as soon as they are written, and take numbers that are free", async () => {
        const begun = await begin(store, mine, 1_000);
        await write(begun, [planned(1, { name: "Acme", domain: "www.acme.test" })], [side(2, 1)]);
        const found = await store.imports.readBatch(
          { ref: begun.ref, object: "contact", pass: "run" },
          async (batch) => [
            await batch.findAccounts("name", Float64Array.of(keyHash("acme"))),
            await batch.findAccounts("domain", Float64Array.of(keyHash("acme.test"))),
            await batch.findAccounts("external_id", Float64Array.of(keyHash("acme"))),
            await batch.nextAccount(),
          ],
        );
        expect(found).toEqual([[1], [1], [], 2]);
      });
    });

    test("a batch is given the contacts and accounts that it asks for, and none that lie between", async () => {
      const begun = await begin(store, mine, 1_000);
      const accounts = [1, 2, 3].map((id) => planned(id, { name: `Customer ${id}` }));
      await write(
        begun,
        accounts,
        accounts.map(({ id }) => side(id + 1, id)),
      );
      const given = await store.imports.readBatch({ ref: begun.ref, object: "contact", pass: "run" }, async (batch) => [
        (await batch.loadAccounts([3, 1])).map(({ id }) => id).sort(),
        [...(await batch.loadContacts([3, 1], SHAPE)).keys()].sort(),
      ]);
      expect(given).toEqual([
        [1, 3],
        [1, 3],
      ]);
    });

    describe("what lines do besides", () => {
      test("is read by line and by what it is about, in its own workspace", async () => {
        const begun = await begin(store, mine, 1_000);
        const learnt = side(3, 1, { external_id: [null, "C-1"] });
        await write(
          begun,
          [planned(1, { name: "Acme", external_id: "C-1" }), planned(2, { name: "Beta" })],
          [side(2, 1), learnt, side(3, 2)],
        );
        expect(await store.ledger.sideChanges(begun.ref, 3, 9)).toEqual([learnt, side(3, 2)]);
        expect(await store.ledger.sideChanges({ workspace: theirs.number, import: begun.ref.import }, 2, 9)).toEqual(
          [],
        );
        const past = await store.ledger.history(mine.number, 1, "account");
        expect(past.map(({ kind, line, changes }) => [kind, line, changes])).toEqual([
          ["updated", 3, learnt.changes],
          ["created", 2, null],
        ]);
      });

      test("is taken back once: what still holds what was written, and who is used by nobody (C-U2)", async () => {
        const begun = await begin(store, mine, 1_000);
        await write(
          begun,
          [planned(1, { name: "Acme", external_id: "C-1" })],
          [side(2, 1), side(3, 1, { external_id: [null, "C-1"] })],
        );
        const page = { leaving: [], only: null, before: null, limit: 10 };
        const [learnt] = await store.undos.sideChanges(begun.ref, { ...page, made: false });
        expect(learnt).toMatchObject({ line: 3, now: { external_id: "C-1", name: "Acme" } });
        const [made] = await store.undos.sideChanges(begun.ref, { ...page, made: true });
        expect(made).toMatchObject({ line: 2, number: 1, isUsed: false });
        const about = { object: "account" as const, number: 1 };
        const undone = [
          { ...about, line: 3, result: "restored" as const, restore: { external_id: null } },
          { ...about, line: 2, result: "deleted" as const, restore: {} },
        ];
        for (const one of undone) {
          const batch = { undone: [one], progress: {} as UndoProgress, at: 2_000 };
          accepted(await store.undos.applySides({ ...begun, object: "contact" }, batch));
        }
        expect(await store.accounts.count(mine.number)).toBe(0);
        for (const again of [true, false])
          expect(await store.undos.sideChanges(begun.ref, { ...page, made: again })).toEqual([]);
      });
    });
  });
}
