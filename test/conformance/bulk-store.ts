/** What the port for bulk changes promises, tried on whatever implements it. */
import { beforeEach, describe, expect, test } from "vitest";
import type { BulkChoice, BulkRequest } from "../../src/app/ports/bulk-store.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { accepted } from "../support/workspace.ts";
import { begin, creating, HOSTILE, holdersOf, type OpenStores, openForEach, write } from "./fixture.ts";

const CHOICE: BulkChoice = { kind: "named", contacts: [1, 2] };
const REQUEST: BulkRequest = {
  at: 5,
  by: "it's me",
  change: { do: "add_tags", tags: HOSTILE },
  choice: CHOICE,
  newTags: HOSTILE,
};

export function bulkStoreConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    const now = 1_000_000;
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, now, (opened) => {
      ({ store, mine, theirs } = opened);
    });
    beforeEach(async () => {
      for (const workspace of [mine, theirs]) {
        await write(store, await begin(store, workspace, now), creating(["a@x.test", "b@x.test", "c@x.test"]));
      }
    });

    const holders = (workspace: Workspace, email: string): Promise<number> => holdersOf(store, workspace, email);
    const restore = () => ({ result: "restored" as const, kept: [], restore: new Map([["tags", null]]) });

    describe("BulkStore", () => {
      test("is kept as it was asked for, in its own workspace", async () => {
        const record = await store.bulkChanges.open(mine.number, REQUEST);
        expect(record).toMatchObject({ number: 1, state: "running", changed: 0, undo: null, ...REQUEST });
        expect(await store.bulkChanges.get(mine.number, 1)).toEqual(record);
        expect(await store.bulkChanges.get(theirs.number, 1)).toBeNull();
        expect((await store.bulkChanges.open(mine.number, REQUEST)).number).toBe(2);
        const page = { before: 2, limit: 10 };
        expect((await store.bulkChanges.list(mine.number, page)).map(({ number }) => number)).toEqual([1]);
        expect((await store.bulkChanges.unfinished(mine.number)).map(({ number }) => number)).toEqual([1, 2]);
        expect(await store.bulkChanges.unfinished(theirs.number)).toEqual([]);
      });

      test("changes contacts with what they held, and forgets whom it meant once all were looked at", async () => {
        const record = await store.bulkChanges.open(mine.number, REQUEST);
        const tags = JSON.stringify(HOSTILE);
        const page = { numbers: [1, 2, 99], seenTo: 99, isLast: true };
        const step = { record, page, at: 7 };
        const changes = { tags: [null, tags] } as const;
        const decide = (values: ReadonlyMap<string, string>) => (values.get("email") === "a@x.test" ? changes : {});
        expect(await store.bulkChanges.advance(mine.number, step, decide)).toBe("moved");
        expect((await store.contacts.get(mine.number, 1))?.values.get("tags")).toBe(tags);
        expect((await store.contacts.get(theirs.number, 1))?.values.get("tags")).toBeUndefined();
        const after = await store.bulkChanges.get(mine.number, 1);
        expect(after).toMatchObject({ state: "done", changed: 1, unchanged: 1, endedAt: 7, choice: null });
        expect(await store.bulkChanges.advance(mine.number, step, decide)).toBe("passed");
        expect(await store.bulkChanges.ofContact(mine.number, 1)).toMatchObject([{ bulk: 1, by: "it's me", changes }]);
        expect(await store.bulkChanges.ofContact(mine.number, 2)).toEqual([]);
        expect((await store.tags.names(mine.number)).length).toBe(HOSTILE.length);
        const undoing = await store.bulkChanges.beginUndo(mine.number, 1, { at: 8, by: "she" });
        expect(undoing).toMatchObject({ state: "undoing", seenTo: 0, undo: { at: 8, by: "she" } });
        expect(await store.bulkChanges.beginUndo(mine.number, 1, { at: 8, by: "she" })).toBeNull();
        const back = { record: undoing ?? record, limit: 10, at: 9 };
        expect(await store.bulkChanges.takeBack(mine.number, back, restore)).toBe("moved");
        expect((await store.contacts.get(mine.number, 1))?.values.get("tags")).toBeUndefined();
        const ended = await store.bulkChanges.get(mine.number, 1);
        expect(ended).toMatchObject({ state: "undone", endedAt: 9, undo: { tally: { restored: 1, gone: 0 } } });
        expect(await store.tags.names(mine.number)).toEqual([]);
      });

      test("of the tags that it made, the undo forgets those that no contact has, with its last batch, in its own workspace", async () => {
        const [used = "", unused = "", older = ""] = HOSTILE;
        await store.tags.add(theirs.number, unused);
        await store.tags.add(mine.number, older);
        const record = await store.bulkChanges.open(mine.number, { ...REQUEST, newTags: [used, unused] });
        const after = new Map([
          ["a@x.test", JSON.stringify([used, unused])],
          ["b@x.test", JSON.stringify([used, older])],
        ]);
        const decide = (values: ReadonlyMap<string, string>) => ({
          tags: [null, after.get(values.get("email") ?? "") ?? null] as const,
        });
        const page = { numbers: [1, 2], seenTo: 2, isLast: true };
        await store.bulkChanges.advance(mine.number, { record, page, at: 7 }, decide);
        const undoing = await store.bulkChanges.beginUndo(mine.number, 1, { at: 8, by: "she" });
        const firstOnly = { record: undoing ?? record, limit: 1, at: 9 };
        await store.bulkChanges.takeBack(mine.number, firstOnly, restore);
        expect((await store.tags.names(mine.number)).toSorted()).toEqual([used, unused, older].toSorted());
        const half = await store.bulkChanges.get(mine.number, 1);
        const keep = () => ({ result: "kept" as const, kept: ["tags"], restore: new Map() });
        await store.bulkChanges.takeBack(mine.number, { record: half ?? record, limit: 10, at: 10 }, keep);
        expect((await store.bulkChanges.get(mine.number, 1))?.state).toBe("undone");
        expect((await store.tags.names(mine.number)).toSorted()).toEqual([used, older].toSorted());
        expect(await store.tags.names(theirs.number)).toEqual([unused]);
      });

      test("deletes contacts with their keys, and brings both back, in its own workspace", async () => {
        const request = { ...REQUEST, change: { do: "delete" } as const };
        const record = await store.bulkChanges.open(mine.number, request);
        const page = { numbers: [1, 2], seenTo: 2, isLast: true };
        await store.bulkChanges.advance(mine.number, { record, page, at: 7 }, () => null);
        expect(await store.contacts.count(mine.number)).toBe(1);
        expect([await holders(mine, "a@x.test"), await holders(theirs, "a@x.test")]).toEqual([0, 1]);
        expect(await store.bulkChanges.deletedBy(mine.number, [1, 3])).toEqual(new Map([[1, 1]]));
        expect((await store.bulkChanges.deletedBy(theirs.number, [1])).size).toBe(0);
        const undoing = await store.bulkChanges.beginUndo(mine.number, 1, { at: 8, by: "she" });
        await store.bulkChanges.takeBack(mine.number, { record: undoing ?? record, limit: 10, at: 9 }, restore);
        expect(await store.contacts.count(mine.number)).toBe(3);
        expect(await holders(mine, "a@x.test")).toBe(1);
        expect((await store.bulkChanges.deletedBy(mine.number, [1])).size).toBe(0);
      });

      test("writes nothing while an import of its workspace is at work", async () => {
        const imported = await begin(store, mine, now);
        const state = await store.imports.patch((await store.imports.get(imported.ref))!, { state: "running" });
        expect(state).not.toBeNull();
        const record = await store.bulkChanges.open(mine.number, REQUEST);
        const step = { record, page: { numbers: [1], seenTo: 1, isLast: true }, at: 7 };
        expect(await store.bulkChanges.advance(mine.number, step, () => null)).toBe("held");
        expect(await store.contacts.count(mine.number)).toBe(3);
        expect(await store.bulkChanges.importAtWork(mine.number)).toBe("at_work");
        expect(await store.bulkChanges.importAtWork(theirs.number)).toBe("none");
      });

      test("forgets what contacts held when its time is over, deletions sooner", async () => {
        for (const change of [REQUEST.change, { do: "delete" } as const]) {
          const record = await store.bulkChanges.open(mine.number, { ...REQUEST, change });
          const page = { numbers: [record.number], seenTo: 1, isLast: true };
          const changes = change.do === "delete" ? null : ({ tags: [null, '["x"]'] } as const);
          await store.bulkChanges.advance(mine.number, { record, page, at: 10 }, () => changes);
        }
        await store.bulkChanges.expire(mine.number, { changes: 10, deletions: 11 }, 20);
        const expired = await store.bulkChanges.list(mine.number, { before: null, limit: 10 });
        expect(expired.map(({ expiredAt }) => expiredAt)).toEqual([20, null]);
        expect((await store.bulkChanges.deletedBy(mine.number, [2])).size).toBe(0);
        expect(await store.bulkChanges.ofContact(mine.number, 1)).toHaveLength(1);
      });

      test("numbers of contacts are found by search and filters, in pages", async () => {
        const query = { search: "x.test", filters: [], after: 0, limit: 2 };
        expect(await store.contacts.numbers(mine.number, query, 1_000)).toEqual({ rows: [1, 2], seenTo: 2 });
        const rest = await store.contacts.numbers(mine.number, { ...query, after: 2 }, 1_000);
        expect(rest).toEqual({ rows: [3], seenTo: null });
        expect(await store.contacts.lastNumber(mine.number)).toBe(3);
        const empty = accepted(await store.workspaces.create({ ...mine, slug: "empty" }));
        expect(await store.contacts.lastNumber(empty.number)).toBe(0);
      });
    });
  });
}
