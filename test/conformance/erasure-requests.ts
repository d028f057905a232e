/** What every ErasureRequests keeps of erasures that are asked for. */
import { describe, expect, test } from "vitest";
import { LEASE_MS } from "../../src/app/limits.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { type OpenStores, openForEach } from "./fixture.ts";

const ASKED = { at: 1_000, by: "ann@example.com", contacts: [3, 1], state: "planning" } as const;
const PLACES = {
  ...{ contacts: 1, imports: 1, lines: 2, rows: 2, files: 1 },
  ...{ opportunities: 0, merges: 0, runs: 0, effects: 0, uploads: 0 },
};
const MENTIONS = { contacts: [7], accounts: [], opportunities: [] };

export function erasureRequestsConformance(name: string, open: OpenStores): void {
  describe(`${name}: ErasureRequests`, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, 1_000, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    test("one goes from planning to planned and erasing, and is then not withdrawn (C-X9)", async () => {
      const { erasureRequests } = store;
      const { number } = await erasureRequests.open(mine.number, ASKED);
      expect(await erasureRequests.unfinished(mine.number)).toMatchObject([{ number, ...ASKED, places: null }]);
      await erasureRequests.planned(mine.number, number, { places: PLACES, mentions: MENTIONS });
      expect(await erasureRequests.unfinished(mine.number)).toEqual([]);
      const started = await erasureRequests.start(mine.number, number, { by: "bo@example.com" });
      expect(started).toMatchObject({ state: "erasing", by: "bo@example.com", places: PLACES, mentions: MENTIONS });
      expect(await erasureRequests.start(mine.number, number, { by: "bo@example.com" })).toBeNull();
      expect(await erasureRequests.withdraw(mine.number, number)).toBe(false);
    });

    test("one that is refused says why, until it is started again", async () => {
      const { erasureRequests } = store;
      const { number } = await erasureRequests.open(mine.number, { ...ASKED, state: "erasing" });
      const refusal = { code: "contact_unknown", message: "Nobody is there.", fix: "Look again." } as const;
      await erasureRequests.refused(mine.number, number, { refusal, at: 2_000 });
      const refused = await erasureRequests.get(mine.number, number);
      expect(refused).toMatchObject({ state: "refused", refusal, endedAt: 2_000 });
      const again = await erasureRequests.start(mine.number, number, { by: "bo@example.com" });
      expect(again).toMatchObject({ state: "erasing", refusal: null, endedAt: null });
    });

    test("one that is withdrawn is not there any more, and its number is not given again", async () => {
      const { erasureRequests } = store;
      const first = await erasureRequests.open(mine.number, ASKED);
      expect(await erasureRequests.withdraw(mine.number, first.number)).toBe(true);
      await erasureRequests.sweep(mine.number, 5_000);
      expect(await erasureRequests.get(mine.number, first.number)).toBeNull();
      const second = await erasureRequests.open(mine.number, ASKED);
      expect(second.number).not.toBe(first.number);
      const listed = await erasureRequests.list(mine.number, { before: null, limit: 9 });
      expect(listed.map(({ number }) => number)).toEqual([second.number]);
      expect(await erasureRequests.get(theirs.number, second.number)).toBeNull();
    });

    test("one process is at it at a time, until it is gone or its time is over", async () => {
      const { erasureRequests } = store;
      const { number } = await erasureRequests.open(mine.number, ASKED);
      const claim = (holder: string, now: number, isGone = false, of = number) =>
        erasureRequests.claim(mine.number, of, { holder, now, isGone: () => isGone });
      expect(await claim("one", 0)).toBe(true);
      expect([await claim("two", 50), await claim("two", 50, true)]).toEqual([false, true]);
      expect([await claim("one", LEASE_MS), await claim("one", LEASE_MS + 50)]).toEqual([false, true]);
      await erasureRequests.renew(mine.number, number, { holder: "two", now: 9 * LEASE_MS });
      await erasureRequests.free(mine.number, number, "two");
      expect(await claim("two", LEASE_MS + 60)).toBe(false);
      await erasureRequests.renew(mine.number, number, { holder: "one", now: 2 * LEASE_MS });
      expect([await claim("two", 3 * LEASE_MS - 1), await claim("two", 3 * LEASE_MS)]).toEqual([false, true]);
      await erasureRequests.free(mine.number, number, "two");
      expect([await claim("one", 0), await claim("one", 0, true, 99)]).toEqual([true, false]);
    });
  });
}
