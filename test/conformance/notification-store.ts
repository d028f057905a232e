/** What the ports in src/app/ports/notification-store.ts promise, tried on whatever implements them. */
import { describe, expect, test } from "vitest";
import type { NewCall, NewNotification } from "../../src/app/ports/notification-store.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { NO_PROFILE } from "../../src/core/notify/notify-profile.ts";
import type { WebhookEndpoint } from "../../src/core/notify/webhook-endpoint.ts";
import { accepted } from "../support/workspace.ts";
import { HOSTILE, type OpenStores, openForEach } from "./fixture.ts";

const NOW = 1_000_000;
const ALL = { import: null, states: ["queued", "sending", "cancelled"], after: 0, limit: 100 } as const;

export function notificationStoreConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, NOW, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    const notice = (member: number, cause: string, said: Partial<NewNotification> = {}): NewNotification => ({
      ...{ member, cause, event: "import_done", params: { file: HOSTILE.join(), lines: 3 }, import: 7, inApp: true },
      ...{ effects: [], expiresAt: NOW + 1_000, ...said },
    });
    const tell = (workspace: Workspace, notices: readonly NewNotification[], calls: readonly NewCall[] = []) =>
      store.notifications.add(workspace.number, { at: NOW, notices, calls });
    const list = (workspace: Workspace, member: number, said = {}) =>
      store.notifications.list(workspace.number, member, { unreadOnly: false, before: null, limit: 10, ...said });
    const mail = (key: string) => ({ key, effect: { kind: "email", to: "a@b.co", subject: "s", text: "t" } as const });

    describe("NotificationStore", () => {
      test("a member is told of a cause once, with its mails, whoever tells it again (C-N3)", async () => {
        expect(await tell(mine, [notice(1, "a", { effects: [mail("a-1")] }), notice(2, "a")])).toBe(2);
        expect(await tell(mine, [notice(1, "a", { effects: [mail("a-1")] }), notice(3, "a")])).toBe(1);
        const [told, ...others] = await list(mine, 1);
        expect(others).toEqual([]);
        expect(told).toEqual({
          ...{ number: 1, event: "import_done", params: { file: HOSTILE.join(), lines: 3 } },
          ...{ import: 7, at: NOW, readAt: null },
        });
        expect(await store.outbox.list(mine.number, ALL)).toMatchObject([
          { key: "a-1", cause: "notification", about: 1, import: 7, contact: null, workflow: null, dueAt: NOW },
        ]);
        expect(await list(theirs, 1)).toEqual([]);
      });

      test("pages go from the newest, and what is told elsewhere only is on none", async () => {
        await tell(mine, [notice(1, "a"), notice(1, "b"), notice(1, "c", { inApp: false }), notice(1, "d")]);
        expect((await list(mine, 1, { limit: 2 })).map(({ number }) => number)).toEqual([4, 2]);
        expect((await list(mine, 1, { before: 2 })).map(({ number }) => number)).toEqual([1]);
        expect(await store.notifications.countUnread(mine.number, 1)).toBe(3);
      });

      test("is read by its member alone, once, some or all", async () => {
        await tell(mine, [notice(1, "a"), notice(1, "b"), notice(2, "a")]);
        const { notifications } = store;
        expect(await notifications.markRead(mine.number, 2, [1, 2], NOW + 1)).toBe(0);
        expect(await notifications.markRead(mine.number, 1, [1, 99], NOW + 1)).toBe(1);
        expect(await notifications.markRead(theirs.number, 1, "all", NOW + 2)).toBe(0);
        expect((await list(mine, 1, { unreadOnly: true })).map(({ number }) => number)).toEqual([2]);
        expect(await notifications.markRead(mine.number, 1, "all", NOW + 3)).toBe(1);
        expect((await list(mine, 1)).map(({ readAt }) => readAt)).toEqual([NOW + 3, NOW + 1]);
      });

      test("a profile is a member's own, and comes back as it was", async () => {
        const profile = {
          channels: { import_done: { app: false, mail: "if_long", slack: true } },
          slackUrl: HOSTILE.join(),
        } as const;
        await store.notifications.saveProfile(mine.number, 1, NO_PROFILE);
        await store.notifications.saveProfile(mine.number, 1, profile);
        expect(await store.notifications.profileOf(mine.number, 1)).toEqual(profile);
        expect(await store.notifications.profileOf(mine.number, 2)).toEqual(NO_PROFILE);
        expect(await store.notifications.profileOf(theirs.number, 1)).toEqual(NO_PROFILE);
      });

      test("a mail that nobody could send while it was news is cancelled, its text forgotten", async () => {
        await tell(mine, [notice(1, "a", { effects: [mail("a-1")] })]);
        const request = { kinds: [], limit: 8, holder: "host:1", isGone: () => false } as const;
        await store.outbox.claim(mine.number, { ...request, now: NOW + 999 });
        expect((await store.outbox.list(mine.number, ALL))[0]?.state).toBe("queued");
        expect(await store.outbox.claim(mine.number, { ...request, kinds: ["email"], now: NOW + 1_000 })).toEqual([]);
        expect(await store.outbox.list(mine.number, ALL)).toMatchObject([
          { state: "cancelled", error: expect.stringContaining("news") },
        ]);
      });
    });

    describe("EndpointStore", () => {
      const endpoint: Omit<WebhookEndpoint, "number"> = {
        ...{ url: "https://example.com/hook", createdBy: "ann@example.com", createdAt: NOW },
        events: ["import.done"],
        secrets: [{ secret: "whsec_x", until: null }],
      };

      test("an address is there once in a workspace, changed and removed by its number", async () => {
        const added = accepted(await store.endpoints.add(mine.number, endpoint));
        expect(await store.endpoints.add(mine.number, endpoint)).toMatchObject({
          refusal: { code: "endpoint_exists" },
        });
        accepted(await store.endpoints.add(theirs.number, endpoint));
        const changed = {
          ...added,
          secrets: [
            { secret: "whsec_y", until: null },
            { secret: "whsec_x", until: 5 },
          ],
        };
        await store.endpoints.change(mine.number, changed);
        expect(await store.endpoints.list(mine.number)).toEqual([changed]);
        await store.endpoints.remove(mine.number, added.number);
        expect(await store.endpoints.list(mine.number)).toEqual([]);
        expect(await store.endpoints.list(theirs.number)).toEqual([{ ...endpoint, number: 1 }]);
      });

      test("a call stands in the outbox once, and goes with its webhook", async () => {
        const { number } = accepted(await store.endpoints.add(mine.number, endpoint));
        const effect = { kind: "webhook", url: endpoint.url, body: "{}", signer: { endpoint: number } } as const;
        const call: NewCall = { key: "k", endpoint: number, import: 1, effect };
        expect(await tell(mine, [], [call])).toBe(1);
        expect(await tell(mine, [], [call])).toBe(0);
        await store.endpoints.remove(mine.number, number);
        expect(await store.outbox.list(mine.number, ALL)).toMatchObject([
          { key: "k", state: "cancelled", about: number },
        ]);
      });
    });

    describe("OutboxStore, of several receivers", () => {
      const call = (key: string, host: string): NewCall => ({
        ...{ key, endpoint: 1, import: null },
        effect: { kind: "webhook", url: `https://${host}/`, body: "{}" },
      });
      const claim = (now: number, limit = 8) =>
        store.outbox.claim(mine.number, {
          ...{ kinds: ["webhook"], limit, now, holder: "host:1", isGone: () => false },
        });

      test("takes from each in turn, however many wait for one (C-O3)", async () => {
        const many = Array.from({ length: 50 }, (_, at) => call(`slow-${at}`, "slow.test"));
        await tell(mine, [], [...many, call("quick", "quick.test")]);
        expect((await claim(NOW, 4)).map(({ key }) => key)).toEqual(["slow-0", "quick", "slow-1", "slow-2"]);
      });

      test("leaves one alone that was not reached three times in a row, and then tries it with one call at a time", async () => {
        const many = Array.from({ length: 6 }, (_, at) => call(`down-${at}`, "down.test"));
        await tell(mine, [], [...many, call("other", "other.test")]);
        const claimed = await claim(NOW);
        const taken = claimed.filter(({ key }) => key !== "other");
        const other = claimed.find(({ key }) => key === "other");
        await store.outbox.end(mine.number, other!, { state: "sent", at: NOW });
        const failing = (now: number) => ({ state: "failed", error: "x", dueAt: now, unreachedAt: now }) as const;
        for (const effect of taken) await store.outbox.end(mine.number, effect, failing(NOW));
        expect(await claim(NOW + 29_999)).toEqual([]);
        // Who looks at the list is told that time, not the earlier one of the effect itself.
        const all = { import: null, states: ["failed"], after: 0, limit: 9 } as const;
        const waiting = await store.outbox.list(mine.number, all);
        expect(waiting.map(({ dueAt }) => dueAt)).toEqual(taken.map(() => NOW + 30_000));
        const [tried, ...rest] = await claim(NOW + 30_000);
        expect([tried?.key, rest]).toEqual(["down-0", []]);
        expect(await claim(NOW + 30_000)).toEqual([]);
        // Still down: left alone for twice as long.
        await store.outbox.end(mine.number, tried!, failing(NOW + 30_000));
        expect(await claim(NOW + 89_999)).toEqual([]);
        const [again] = await claim(NOW + 90_000);
        await store.outbox.end(mine.number, again!, { state: "sent", at: NOW + 90_000 });
        expect((await claim(NOW + 90_001)).length).toBeGreaterThan(1);
      });

      test("a person who has something sent again says that its receiver is back", async () => {
        await tell(mine, [], [call("a", "down.test"), call("b", "down.test"), call("c", "down.test")]);
        for (const effect of await claim(NOW))
          await store.outbox.end(mine.number, effect, { state: "dead", error: "x", unreachedAt: NOW });
        expect(await store.outbox.retry(mine.number, "all", NOW)).toBe(3);
        expect(await claim(NOW)).toHaveLength(3);
      });
    });
  });
}
