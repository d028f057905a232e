/** What the ports for uploads and for answers that are kept promise, tried on whatever implements them. */
import { describe, expect, test } from "vitest";
import { LEASE_MS } from "../../src/app/limits.ts";
import type { Upload } from "../../src/app/ports/upload-store.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { HOSTILE, type OpenStores, openForEach } from "./fixture.ts";

export function uploadStoreConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, 1_000, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    const upload = (said: Partial<Upload> = {}): Upload => ({
      ...{ workspace: mine.number, owner: "key:a", number: 2 ** 49, name: "a.csv", bytes: null, key: null },
      ...{ createdAt: 5, expiresAt: 10 },
      ...said,
    });

    describe("UploadStore", () => {
      test("an upload is seen in its workspace by its owner alone (C-M4)", async () => {
        for (const [at, text] of HOSTILE.entries()) {
          const one = upload({ number: at, name: text, owner: text });
          expect(await store.uploads.add(one)).toBe(true);
          expect(await store.uploads.get(one, at)).toEqual(one);
        }
        expect(await store.uploads.add(upload({ number: 0 }))).toBe(false);
        expect(await store.uploads.get(upload(), 0)).toBeNull();
        expect(await store.uploads.get(upload({ workspace: theirs.number, owner: HOSTILE[0] ?? "" }), 0)).toBeNull();
        const owner = HOSTILE[0] ?? "";
        const counted = [{ owner }, { owner: "key:a" }, { owner, workspace: theirs.number }].map((said) =>
          store.uploads.count(upload(said)),
        );
        expect(await Promise.all(counted)).toEqual([1, 0, 0]);
      });

      test("is claimed by one, until that one frees it, is gone or lets its time go by", async () => {
        const { uploads } = store;
        const one = upload();
        const claim = (holder: string, now = 0, gone = "") =>
          uploads.claim(one, { holder, now, isGone: (other) => other === gone });
        expect(await claim("a")).toBe(false);
        await uploads.add(one);
        expect([await claim("a"), await claim("a"), await claim("b")]).toEqual([true, false, false]);
        await uploads.free(one, "b");
        expect([await claim("b"), await claim("b", 0, "a"), await claim("a")]).toEqual([false, true, false]);
        await uploads.renew(one, { holder: "b", now: 500 });
        expect([await claim("a", LEASE_MS), await claim("a", LEASE_MS + 499)]).toEqual([false, false]);
        expect([await claim("a", LEASE_MS + 500), await claim("b", LEASE_MS + 500)]).toEqual([true, false]);
        await uploads.free(one, "a");
        expect(await claim("b", 0)).toBe(true);
      });

      test("of whoever lost it, nothing changes it; whoever has it uses it up", async () => {
        const { uploads } = store;
        const one = upload({ key: "k1", bytes: 7 });
        await uploads.add(one);
        const claim = (holder: string, now: number) => uploads.claim(one, { holder, now, isGone: () => false });
        expect([await claim("a", 0), await claim("b", LEASE_MS)]).toEqual([true, true]);
        await uploads.renew(one, { holder: "a", now: 9 * LEASE_MS });
        await uploads.free(one, "a");
        expect(await uploads.useUp(one, "a")).toBe(false);
        expect(await claim("c", LEASE_MS + 1)).toBe(false);
        expect(await uploads.get(one, one.number)).toEqual(one);
        expect([await claim("c", 2 * LEASE_MS), await uploads.useUp(one, "c")]).toEqual([true, true]);
        expect([await uploads.get(one, one.number), await uploads.useUp(one, "c")]).toEqual([null, false]);
      });

      test("is claimed by one of many at once", async () => {
        const one = upload();
        await store.uploads.add(one);
        const claims = Array.from({ length: 8 }, (_, at) =>
          store.uploads.claim(one, { holder: `${at}`, now: 0, isGone: () => false }),
        );
        expect((await Promise.all(claims)).filter((isMine) => isMine)).toHaveLength(1);
      });

      test("is not over while a request imports it", async () => {
        const one = upload();
        await store.uploads.add(one);
        await store.uploads.claim(one, { holder: "a", now: 5, isGone: () => false });
        expect(await store.uploads.expired(LEASE_MS, 10)).toEqual([]);
        expect(await store.uploads.expired(LEASE_MS + 5, 10)).toEqual([one]);
      });

      test("one that is used up is nobody's any more, and is over once its request is", async () => {
        const { uploads } = store;
        const one = upload({ key: "k1", bytes: 7, expiresAt: 100 });
        const claim = (holder: string, now: number) => uploads.claim(one, { holder, now, isGone: () => false });
        await uploads.add(one);
        await claim("a", 1);
        expect([await uploads.useUp(one, "a"), await uploads.count(one)]).toEqual([true, 0]);
        expect([await store.imports.usesFile("k1"), await uploads.expired(2, 10)]).toEqual([false, []]);
        await uploads.free(one, "a");
        await uploads.change(one, { expiresAt: 200 });
        const source = { key: "k2", bytes: 9, digest: "k1", name: "a.csv" };
        await uploads.keepRows(one, "One", { source, converted: null });
        expect([await claim("b", 2), await uploads.get(one, one.number)]).toEqual([false, null]);
        expect(await uploads.expired(2, 10)).toEqual([{ ...one, expiresAt: 0 }]);
        expect([await uploads.end(one), await uploads.end(one)]).toEqual([["k1"], ["k1"]]);
        await uploads.putOff(one, 5);
        expect([await uploads.expired(4, 10), (await uploads.expired(5, 10)).length]).toEqual([[], 1]);
        await uploads.remove(one);
        expect([await uploads.expired(2, 10), await uploads.end(one)]).toEqual([[], []]);
      });

      test("its files are in use until it is over, and known until it is removed", async () => {
        const one = upload();
        await store.uploads.add(one);
        await store.uploads.change(one, { bytes: 7, key: "k1" });
        const source = { key: "k2", bytes: 9, digest: "k1", name: "a.csv" };
        await store.uploads.keepRows(one, "One", { source, converted: null });
        expect(await store.uploads.rows(one, "One")).toEqual({ source, converted: null });
        expect(await store.uploads.rows(one, null)).toBeNull();
        expect([await store.imports.usesFile("k1"), await store.imports.usesFile("k2")]).toEqual([true, true]);
        expect(await store.uploads.expired(9, 10)).toEqual([]);
        expect(await store.uploads.expired(10, 10)).toEqual([{ ...one, bytes: 7, key: "k1" }]);
        expect([...(await store.uploads.end(one))].sort()).toEqual(["k1", "k2"]);
        expect([await store.imports.usesFile("k1"), await store.imports.usesFile("k2")]).toEqual([false, false]);
        expect([...(await store.uploads.end(one))].sort()).toEqual(["k1", "k2"]);
        await store.uploads.remove(one);
        expect([await store.uploads.end(one), await store.uploads.get(one, one.number)]).toEqual([[], null]);
      });
    });

    describe("IdempotencyStore", () => {
      const ANSWER = { status: 202, headers: { location: "/x" }, body: "{}" };
      const key = () => ({ workspace: mine.number, caller: "key:a", key: "k" });
      const begin = (holder: string, now: number, said: { readonly gone?: string; readonly since?: number } = {}) =>
        store.idempotency.begin(key(), { holder, now, since: said.since ?? 0, isGone: (by) => by === said.gone });

      test("a key is its first request's until that gives it back, or is gone", async () => {
        const { idempotency } = store;
        const claim = { holder: "a", now: 5, since: 0, isGone: () => false };
        expect([await begin("a", 5), await begin("a", 5), await begin("b", 5)]).toEqual(["new", "busy", "busy"]);
        for (const other of [
          { ...key(), workspace: theirs.number },
          { ...key(), caller: "b" },
          { ...key(), key: "K" },
        ])
          expect(await idempotency.begin(other, claim)).toBe("new");
        await idempotency.free(key(), "b");
        expect(await begin("b", 5)).toBe("busy");
        await idempotency.free(key(), "a");
        expect([await begin("b", 5), await begin("c", 5, { gone: "b" }), await begin("d", 5)]).toEqual([
          ...["new", "new", "busy"],
        ]);
      });

      test("a key is anybody's when the time of its request is over, unless that says that it is still at it", async () => {
        const { idempotency } = store;
        expect(await begin("a", 0)).toBe("new");
        await idempotency.renew(key(), { holder: "a", now: 500 });
        expect([await begin("b", LEASE_MS), await begin("b", LEASE_MS + 499)]).toEqual(["busy", "busy"]);
        expect([await begin("b", LEASE_MS + 500), await begin("a", LEASE_MS + 500)]).toEqual(["new", "busy"]);
      });

      test("whoever lost a key changes nothing of it", async () => {
        const { idempotency } = store;
        const theirs = { ...ANSWER, body: "theirs" };
        expect([await begin("a", 0), await begin("b", LEASE_MS)]).toEqual(["new", "new"]);
        await idempotency.renew(key(), { holder: "a", now: 9 * LEASE_MS });
        await idempotency.free(key(), "a");
        await idempotency.finish(key(), "a", { digest: "d", answer: ANSWER });
        expect(await begin("c", LEASE_MS + 1)).toBe("busy");
        await idempotency.finish(key(), "b", { digest: "e", answer: theirs });
        await idempotency.finish(key(), "a", { digest: "d", answer: ANSWER });
        await idempotency.free(key(), "a");
        expect(await begin("c", 5 * LEASE_MS)).toEqual({ digest: "e", answer: theirs });
      });

      test("a key is one request's of many at once, also when the one before has died", async () => {
        const many = (now: number, holders: string) =>
          Promise.all(Array.from({ length: 8 }, (_, at) => begin(`${holders}${at}`, now)));
        for (const answers of [await many(0, "a"), await many(LEASE_MS, "b")])
          expect(answers.sort()).toEqual([...Array(7).fill("busy"), "new"]);
      });

      test("an answer is kept for its time, whatever becomes of its process; a request under way is not forgotten", async () => {
        const { idempotency } = store;
        await begin("a", 5);
        expect(await begin("b", 9, { since: 6 })).toBe("busy");
        await idempotency.finish(key(), "a", { digest: "d", answer: ANSWER });
        await idempotency.free(key(), "a");
        const later = 5 * LEASE_MS;
        expect(await begin("b", later, { since: 5, gone: "a" })).toEqual({ digest: "d", answer: ANSWER });
        expect(await begin("b", later, { since: 6 })).toBe("new");
      });
    });
  });
}
