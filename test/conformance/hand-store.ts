/** What the port for contacts by hand promises, tried on whatever implements it. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { HandWrite } from "../../src/app/ports/hand-store.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { NO_ACCOUNTS } from "../../src/core/account/account-plan.ts";
import { KEY_KIND, keyHash } from "../../src/core/match/key-hash.ts";
import { emptyKeys } from "../../src/core/plan/batch-plan.ts";
import { decideUndo } from "../../src/core/plan/undo.ts";
import { accept, refuseWith } from "../../src/core/problem/refusal.ts";
import { accepted } from "../support/workspace.ts";
import { begin, creating, HOSTILE, newWorkspace, type OpenStores, SHAPE, write } from "./fixture.ts";

const WHO = "it's me";

export function handStoreConformance(name: string, open: OpenStores): void {
  const now = 1_000_000;
  let opened: Awaited<ReturnType<OpenStores>>;
  let store: Store;
  let mine: Workspace;
  let theirs: Workspace;

  beforeEach(async () => {
    opened = await open(() => now);
    store = opened.store;
    mine = await newWorkspace(store, "mine");
    theirs = await newWorkspace(store, "theirs");
    for (const workspace of [mine, theirs])
      await write(store, await begin(store, workspace, now), creating(["a@x.test", "b@x.test"]));
  });
  afterEach(() => opened.close());

  const making = (email: string, contact: number): HandWrite => ({
    ...{ do: "create", contact, shape: SHAPE, plan: creating([email], contact) },
    changes: { email: [null, email], full_name: [null, `Name of ${email}`] },
  });
  const renaming = (contact: number, [before, after]: readonly [string, string]): HandWrite => ({
    ...{ do: "edit", contact, shape: SHAPE, changes: { email: [before, after] } },
    plan: {
      ...{ inserts: [], accounts: NO_ACCOUNTS },
      updates: [{ id: contact, changes: [{ slot: SHAPE.index.get("email") ?? -1, before, after }] }],
      keysAdded: { kinds: [KEY_KIND.email], hashes: [keyHash(after)], contacts: [contact] },
      keysRemoved: { kinds: [KEY_KIND.email], hashes: [keyHash(before)], contacts: [contact] },
    },
  });
  const done = async (what: HandWrite, at = now) =>
    accepted(await store.hand.write(mine.number, { by: WHO, at }, async () => accept(what)));
  const undo = async (bulk: number) => {
    const record = await store.bulkChanges.beginUndo(mine.number, bulk, { at: now, by: WHO });
    const rules = { includeEdited: false, isList: () => false };
    await store.bulkChanges.takeBack(mine.number, { record: record!, limit: 10, at: now }, (line, contact) =>
      decideUndo(line, contact, rules),
    );
    return (await store.bulkChanges.get(mine.number, bulk))?.undo?.tally;
  };
  const holders = async ({ number }: Workspace, email: string) => {
    const { ref } = await begin(store, { ...mine, number }, now);
    return store.imports.readBatch({ ref, object: "contact", pass: "plan" }, async (batch) => [
      ...(await batch.findByKeys(KEY_KIND.email, Float64Array.of(keyHash(email)))).contacts,
    ]);
  };

  describe(`${name}: HandStore`, () => {
    test("makes a contact with its keys and its record, in its own workspace, and takes all of it back", async () => {
      const email = "new@x.test";
      const { contact, change } = await done(making(email, 3));
      expect(contact).toBe(3);
      expect(await store.contacts.get(mine.number, 3)).toMatchObject({ createdBy: null, createdLine: null });
      expect([await holders(mine, email), await holders(theirs, email)]).toEqual([[3], []]);
      expect([await store.contacts.count(mine.number), await store.contacts.count(theirs.number)]).toEqual([3, 2]);
      expect(await store.bulkChanges.get(mine.number, change ?? 0)).toMatchObject({
        ...{ change: { do: "create" }, state: "done", changed: 1, by: WHO, expiredAt: null },
      });
      expect(await store.bulkChanges.ofContact(mine.number, 3)).toMatchObject([{ do: "create", by: WHO }]);
      expect(await store.bulkChanges.list(mine.number, { before: null, limit: 10 })).toEqual([]);
      expect(await store.bulkChanges.unfinished(mine.number)).toEqual([]);
      expect(await undo(change ?? 0)).toMatchObject({ restored: 1 });
      expect(await store.contacts.get(mine.number, 3)).toBeNull();
      expect(await holders(mine, email)).toEqual([]);
      expect(await store.contacts.count(mine.number)).toBe(2);
    });

    test("changes values and keys, whatever they hold, and puts both back", async () => {
      for (const text of HOSTILE) {
        const { change } = await done(renaming(1, ["a@x.test", text]));
        expect((await store.contacts.get(mine.number, 1))?.values.get("email")).toBe(text);
        expect([await holders(mine, text), await holders(mine, "a@x.test")]).toEqual([[1], []]);
        expect((await store.bulkChanges.ofContact(mine.number, 1))[0]?.changes).toEqual({ email: ["a@x.test", text] });
        expect(await undo(change ?? 0)).toMatchObject({ restored: 1 });
        expect(await holders(mine, "a@x.test")).toEqual([1]);
      }
      expect((await store.contacts.get(theirs.number, 1))?.values.get("email")).toBe("a@x.test");
    });

    test("gives each change of a contact a moment of its own, also within one millisecond", async () => {
      const moment = async () => (await store.contacts.get(mine.number, 1))?.updatedAt ?? 0;
      const first = await moment();
      await done(renaming(1, ["a@x.test", "c@x.test"]), first);
      const second = await moment();
      await done(renaming(1, ["c@x.test", "d@x.test"]), first);
      expect([second > first, (await moment()) > second]).toEqual([true, true]);
    });

    test("writes nothing where that is refused, changes nothing, or an import is being taken back", async () => {
      const refused = await store.hand.write(mine.number, { by: WHO, at: now }, async (batch) =>
        (await batch.nextNumber()) === 3 ? refuseWith("contact_exists", "no") : accept(making("new@x.test", 3)),
      );
      expect(refused).toMatchObject({ refusal: { code: "contact_exists" } });
      const nothing: HandWrite = {
        ...{ do: "edit", contact: 1, shape: SHAPE, changes: {} },
        plan: { inserts: [], updates: [], accounts: NO_ACCOUNTS, keysAdded: emptyKeys(), keysRemoved: emptyKeys() },
      };
      expect(await done(nothing)).toEqual({ contact: 1, change: null });
      const imported = await begin(store, mine, now);
      await store.imports.patch((await store.imports.get(imported.ref))!, { state: "undoing" });
      const busy = await store.hand.write(mine.number, { by: WHO, at: now }, async () => accept(making("n@x.test", 3)));
      expect(busy).toMatchObject({ refusal: { code: "import_at_work" } });
      expect(await store.contacts.count(mine.number)).toBe(2);
      expect(await store.bulkChanges.ofContact(mine.number, 1)).toEqual([]);
      accepted(await store.hand.write(theirs.number, { by: WHO, at: now }, async () => accept(making("n@x.test", 3))));
    });
  });
}
