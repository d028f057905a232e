/** What the port for API keys promises, tried on whatever implements it. */
import { describe, expect, test } from "vitest";
import type { NewKey } from "../../src/app/ports/key-store.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { accepted } from "../support/workspace.ts";
import { HOSTILE, type OpenStores, openForEach } from "./fixture.ts";

const newKey = (said: Partial<NewKey> = {}): NewKey => ({
  ...{ name: "nightly", role: "editor", scopes: ["read", "import"], hint: "mst_aaaaaaaa", digest: "d1" },
  ...{ maker: null, createdBy: "root", createdAt: 5, expiresAt: null },
  ...said,
});

export function keyStoreConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, 1_000, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    describe("KeyStore", () => {
      test("keys are listed as they were made, in their own workspace (C-M4)", async () => {
        for (const text of HOSTILE)
          accepted(await store.keys.add(mine.number, newKey({ name: text, createdBy: text })));
        expect((await store.keys.list(mine.number)).map((key) => [key.number, key.name, key.createdBy])).toEqual(
          HOSTILE.map((text, at) => [at + 1, text, text]),
        );
        expect(await store.keys.list(theirs.number)).toEqual([]);
        const key = accepted(await store.keys.add(theirs.number, newKey({ expiresAt: 9, maker: 3, role: "viewer" })));
        expect(key).toEqual({
          ...{ number: 1, name: "nightly", role: "viewer", scopes: ["read", "import"], hint: "mst_aaaaaaaa" },
          ...{ maker: 3, createdBy: "root", createdAt: 5, expiresAt: 9, lastUsedAt: null, revokedAt: null },
        });
      });

      test("a name is given again once its key was revoked, which it is once", async () => {
        const key = accepted(await store.keys.add(mine.number, newKey()));
        expect(await store.keys.add(mine.number, newKey())).toMatchObject({ refusal: { code: "key_exists" } });
        await store.keys.revoke(theirs.number, key.number, 6);
        await store.keys.revoke(mine.number, key.number, 7);
        await store.keys.revoke(mine.number, key.number, 8);
        accepted(await store.keys.add(mine.number, newKey()));
        expect((await store.keys.list(mine.number)).map(({ revokedAt }) => revokedAt)).toEqual([7, null]);
      });

      test("are found by how they begin, with the digest and the role that their maker has now (C-M4)", async () => {
        const ann = { email: "ann@x.test", name: "Ann", role: "viewer", createdAt: 1 } as const;
        const member = accepted(await store.members.add(mine.number, ann));
        const hint = "mst_bbbbbbbb";
        accepted(await store.keys.add(theirs.number, newKey({ hint, digest: "d2", maker: member.number })));
        const key = accepted(await store.keys.add(mine.number, newKey({ hint, digest: "d3", maker: member.number })));
        const found = await store.keys.beginningWith(hint);
        expect(found).toHaveLength(2);
        expect(found.find(({ workspace }) => workspace === mine.number)).toEqual({
          ...{ key, workspace: mine.number, digest: "d3", makerRole: "viewer" },
        });
        expect(found.find(({ workspace }) => workspace === theirs.number)?.makerRole).toBeNull();
        accepted(await store.members.change(mine.number, { ...member, removedAt: 9 }));
        expect((await store.keys.beginningWith(hint)).map(({ makerRole }) => makerRole)).toEqual([null, null]);
        expect(await store.keys.beginningWith("mst_cccccccc")).toEqual([]);
      });

      test("the last use is kept, whichever of two is told first", async () => {
        const key = accepted(await store.keys.add(mine.number, newKey()));
        await store.keys.used(mine.number, key.number, 20);
        await store.keys.used(mine.number, key.number, 10);
        expect((await store.keys.list(mine.number))[0]?.lastUsedAt).toBe(20);
      });
    });
  });
}
