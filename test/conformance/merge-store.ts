/** What the ports for duplicates and merges promise, tried on whatever implements them. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Store, Workspace } from "../../src/app/ports.ts";
import type { MergeDecision } from "../../src/core/merge/merge-contacts.ts";
import type { PartDecision } from "../../src/core/merge/part-contacts.ts";
import { accept, refuseWith } from "../../src/core/problem/refusal.ts";
import { accepted } from "../support/workspace.ts";
import { begin, creating, HOSTILE, holdersOf, type OpenStores, openForEach, write } from "./fixture.ts";

const NOTHING: MergeDecision = { changes: {}, taken: {}, mains: [], lost: [] };
const PARTED: PartDecision = {
  restore: new Map(),
  back: [2],
  mains: [],
  withoutAccount: [],
  keptFields: [],
  keptMains: [],
  keptIsGone: false,
  isUntouched: true,
};

export function mergeStoreConformance(name: string, open: OpenStores): void {
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

    const found = (workspace: Workspace, email: string): Promise<number> => holdersOf(store, workspace, email);
    const merge = ({ number }: Workspace, decision = NOTHING, others: readonly number[] = [2]) =>
      store.merges.merge(number, { kept: 1, others, by: "it's me", at: 5 }, () => accept(decision));

    describe("MergeStore", () => {
      test("a merge deletes contacts with their keys and changes the one that is kept, in its own workspace", async () => {
        const changes = { custom_field: [null, HOSTILE.join()], email: ["a@x.test", "z@x.test"] } as const;
        const record = accepted(await merge(mine, { ...NOTHING, changes }));
        expect(record).toMatchObject({ number: 1, kept: 1, others: [2], by: "it's me", at: 5, undone: null });
        expect(await store.contacts.get(mine.number, 2)).toBeNull();
        const kept = await store.contacts.get(mine.number, 1);
        expect(kept).toMatchObject({ updatedAt: 5 });
        expect(kept?.values.get("email")).toBe("z@x.test");
        expect(kept?.values.get("custom_field")).toBe(HOSTILE.join());
        const holders: number[] = [];
        for (const email of ["a@x.test", "b@x.test", "z@x.test"]) holders.push(await found(mine, email));
        expect(holders).toEqual([0, 0, 1]);
        expect(await store.contacts.get(theirs.number, 2)).not.toBeNull();
        expect(await found(theirs, "b@x.test")).toBe(1);
        expect(await store.merges.mergedInto(mine.number, [1, 2, 3])).toEqual(new Map([[2, 1]]));
        expect((await store.merges.mergedInto(theirs.number, [2])).size).toBe(0);
        expect(await store.merges.get(theirs.number, 1)).toBeNull();
      });

      test("nothing is written where the decision is a refusal, or while an import is at work", async () => {
        const refused = await store.merges.merge(mine.number, { kept: 1, others: [2], by: "me", at: 5 }, () =>
          refuseWith("contacts_changed", "No."),
        );
        expect(refused).toMatchObject({ refusal: { code: "contacts_changed" } });
        const { ref } = await begin(store, mine, now);
        const record = await store.imports.get(ref);
        expect(record && (await store.imports.patch(record, { state: "running" }))).not.toBeNull();
        expect(await merge(mine)).toMatchObject({ refusal: { code: "import_at_work" } });
        expect(await store.merges.list(mine.number, { before: null, limit: 10 })).toEqual([]);
        expect(await store.contacts.count(mine.number)).toBe(3);
      });

      test("what a merge deleted is put back as it was, with its keys, once", async () => {
        const before = await store.contacts.get(mine.number, 2);
        accepted(await merge(mine));
        expect(await store.merges.partState(mine.number, 1)).toMatchObject({
          kept: 1,
          isUndone: false,
          isUntouched: true,
        });
        accepted(await store.merges.part(mine.number, { merge: 1, by: "you", at: 9 }, () => accept(PARTED)));
        expect(await store.contacts.get(mine.number, 2)).toEqual(before);
        expect(await found(mine, "b@x.test")).toBe(1);
        expect((await store.merges.get(mine.number, 1))?.undone).toEqual({ by: "you", at: 9 });
        expect(await store.merges.partState(mine.number, 1)).toMatchObject({ isUndone: true });
        expect(await store.merges.keptIn(mine.number, 1)).toEqual([]);
        expect(
          await store.merges.part(mine.number, { merge: 7, by: "you", at: 9 }, () => accept(PARTED)),
        ).toMatchObject({
          refusal: { code: "merge_unknown" },
        });
      });

      test("merges are listed newest first, page by page", async () => {
        accepted(await merge(mine));
        accepted(await merge(mine, NOTHING, [3]));
        const numbers = async (before: number | null) =>
          (await store.merges.list(mine.number, { before, limit: 1 })).map(({ number }) => number);
        expect([await numbers(null), await numbers(2), await numbers(1)]).toEqual([[2], [1], []]);
        expect((await store.merges.keptIn(mine.number, 1)).map(({ number }) => number)).toEqual([2, 1]);
      });
    });

    describe("DuplicateStore", () => {
      test("contacts are read page by page, with the import that made them", async () => {
        const first = await store.duplicates.people(mine.number, { after: 0, limit: 2 });
        expect(first.map(({ person, createdBy }) => [person.number, createdBy])).toEqual([
          [1, 1],
          [2, 1],
        ]);
        expect((await store.duplicates.people(mine.number, { after: 2, limit: 2 })).length).toBe(1);
        expect([...(await store.duplicates.peopleOf(mine.number, [3, 9, 1])).keys()]).toEqual([1, 3]);
        expect(await store.duplicates.hasMoreThan(mine.number, 2)).toBe(true);
        expect(await store.duplicates.hasMoreThan(mine.number, 3)).toBe(false);
      });

      test("keys that several contacts share come back in blocks, larger ones only as a count", async () => {
        const candidates = await store.duplicates.openCandidates();
        const add = (hash: number, contacts: readonly number[]) =>
          candidates.add(contacts.map((contact) => ({ kind: "n" as const, hash, contact })));
        await add(5, [1, 2]);
        await add(2 ** 52, [3, 1, 2]);
        await add(7, [1, 2, 3, 4]);
        await add(8, [1]);
        expect(await candidates.blocks({ after: null, limit: 1, most: 3 })).toEqual([{ hash: 5, contacts: [1, 2] }]);
        expect(await candidates.blocks({ after: 5, limit: 9, most: 3 })).toEqual([
          { hash: 2 ** 52, contacts: [1, 2, 3] },
        ]);
        expect(await candidates.larger(3)).toEqual([{ kind: "n", blocks: 1, contacts: 4 }]);
        await candidates.close();
        expect(await (await store.duplicates.openCandidates()).blocks({ after: null, limit: 9, most: 9 })).toEqual([]);
      });

      test("a pair is dismissed and recalled in either order, in its own workspace", async () => {
        await store.duplicates.dismiss(mine.number, { pair: [3, 1], by: "me", at: 4 });
        await store.duplicates.dismiss(mine.number, { pair: [1, 3], by: "you", at: 5 });
        expect(await store.duplicates.dismissed(mine.number)).toEqual([{ pair: [1, 3], by: "me", at: 4 }]);
        expect(await store.duplicates.dismissed(theirs.number)).toEqual([]);
        expect(await store.duplicates.recall(theirs.number, [1, 3])).toBe(false);
        expect(await store.duplicates.recall(mine.number, [3, 1])).toBe(true);
        expect(await store.duplicates.dismissed(mine.number)).toEqual([]);
      });
    });
  });
}
