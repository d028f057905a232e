/** What the ports for uploads and for answers that are kept promise, tried on whatever implements them. */
import { describe, expect, test } from "vitest";
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

      test("is claimed by one, until that one frees it or is gone", async () => {
        const one = upload();
        const claim = (holder: string, gone = "") =>
          store.uploads.claim(one, { holder, isGone: (other) => other === gone });
        expect(await claim("a")).toBe(false);
        await store.uploads.add(one);
        expect([await claim("a"), await claim("a"), await claim("b")]).toEqual([true, false, false]);
        await store.uploads.free(one, "b");
        expect([await claim("b"), await claim("b", "a"), await claim("a")]).toEqual([false, true, false]);
        await store.uploads.free(one, "b");
        expect(await claim("a")).toBe(true);
      });

      test("its files are in use until it is removed, which answers them", async () => {
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
        expect([...(await store.uploads.remove(one))].sort()).toEqual(["k1", "k2"]);
        expect([await store.imports.usesFile("k1"), await store.uploads.get(one, one.number)]).toEqual([false, null]);
      });
    });

    describe("IdempotencyStore", () => {
      test("a key is its first request's until that gives it back, or its time is over", async () => {
        const { idempotency } = store;
        const key = { workspace: mine.number, caller: "key:a", key: "k" };
        const by = { holder: "h", at: 5, since: 0 };
        expect(await idempotency.begin(key, by)).toBeNull();
        expect(await idempotency.begin(key, { ...by, holder: "other" })).toEqual({ holder: "h", at: 5, done: null });
        for (const other of [
          { ...key, workspace: theirs.number },
          { ...key, caller: "b" },
          { ...key, key: "K" },
        ])
          expect(await idempotency.begin(other, by)).toBeNull();
        await idempotency.free(key, "other");
        expect(await idempotency.begin(key, by)).not.toBeNull();
        await idempotency.free(key, "h");
        expect(await idempotency.begin(key, by)).toBeNull();
        const answer = { status: 202, headers: { location: "/x" }, body: "{}" };
        await idempotency.finish(key, "d", answer);
        await idempotency.free(key, "h");
        expect((await idempotency.begin(key, by))?.done).toEqual({ digest: "d", answer });
        expect(await idempotency.begin(key, { ...by, at: 9, since: 6 })).toBeNull();
      });
    });
  });
}
