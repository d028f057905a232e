/** What the ports in src/app/ports/effect-ports.ts promise, tried on whatever implements them. */
import { describe, expect, test } from "vitest";
import type { ClaimedEffect, StoredEffect } from "../../src/app/ports/effect-ports.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import type { Effect, EffectKind } from "../../src/core/workflow/effect.ts";
import { MOST_ATTEMPTS } from "../../src/core/workflow/retry-delay.ts";
import type { Workflow } from "../../src/core/workflow/workflow.ts";
import { accepted } from "../support/workspace.ts";
import { begin, creating, HOSTILE, type OpenStores, openForEach, SETTINGS, write } from "./fixture.ts";

const NOW = 1_000_000;
const POST: Workflow = { name: "Post", steps: [{ do: "post_to_slack", text: "x" }] };

export function effectStoresConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, NOW, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    /** Effects of these kinds in the outbox of a workspace, one for each of as many contacts. */
    async function effectsOf(workspace: Workspace, effects: readonly Effect[], holdMs = 0): Promise<void> {
      const settings = { ...SETTINGS, workflow: { number: 1, workflow: POST, holdMs } };
      const record = await store.imports.create(workspace.number, settings, NOW);
      const lease = accepted(await store.imports.takeLease(record.ref, "host:1", NOW, () => false));
      await write(store, { record, ref: record.ref, lease }, creating(effects.map((_, at) => `p${at}@example.com`)));
      const done = { state: "done", finishedAt: NOW } as const;
      await store.imports.patch((await store.imports.get(record.ref))!, done, lease);
      expect(await store.workflows.queueRuns(workspace.number, { limit: 100, now: NOW })).toBe(true);
      await store.workflows.advance(workspace.number, { limit: 100, now: NOW }, ({ contact }) => ({
        ...{ state: "done", step: 1, dueAt: NOW },
        done: [
          { step: 0, result: "queued", changes: null, effect: effects[contact - 1]!, key: `${record.id}-${contact}` },
        ],
      }));
    }

    const claim = (workspace: Workspace, said: { kinds?: readonly EffectKind[]; now?: number; limit?: number } = {}) =>
      store.outbox.claim(workspace.number, {
        ...{
          kinds: ["email", "slack", "webhook"],
          limit: 10,
          now: NOW,
          holder: "host:1",
          isGone: () => false,
          ...said,
        },
      });
    const list = (workspace: Workspace, ...states: readonly StoredEffect["state"][]) =>
      store.outbox.list(workspace.number, { import: null, states, after: 0, limit: 100 });
    const keys = (effects: readonly (StoredEffect | ClaimedEffect)[]) => effects.map(({ number }) => number);

    describe("WorkflowStore", () => {
      test("a name is given once in a workspace, in whatever case, and any text comes back as it was", async () => {
        for (const text of HOSTILE) {
          const steps = [{ do: "add_tag", tag: text }] as const;
          const stored = accepted(await store.workflows.add(mine.number, { name: text, steps }, NOW));
          expect(stored.workflow).toEqual({ name: text, steps });
        }
        expect(await store.workflows.list(mine.number)).toHaveLength(HOSTILE.length);
        expect(await store.workflows.list(theirs.number)).toEqual([]);
        const again = await store.workflows.add(mine.number, { ...POST, name: "CONSTRUCTOR" }, NOW);
        expect(again).toMatchObject({ refusal: { code: "workflow_exists" } });
      });

      test("a workflow is changed and removed by its number, in its own workspace alone", async () => {
        const [ours, others] = [
          accepted(await store.workflows.add(mine.number, POST, NOW)),
          accepted(await store.workflows.add(theirs.number, POST, NOW)),
        ];
        accepted(await store.workflows.change(mine.number, { ...ours, workflow: { ...POST, name: "Else" } }));
        expect((await store.workflows.list(theirs.number)).map(({ workflow }) => workflow.name)).toEqual(["Post"]);
        await store.workflows.remove(theirs.number, others.number);
        expect((await store.workflows.list(mine.number)).map(({ workflow }) => workflow.name)).toEqual(["Else"]);
      });

      test("an import without a workflow queues nobody, nor one that has not ended", async () => {
        const begun = await begin(store, mine, NOW);
        await write(store, begun, creating(["a@b.co"]));
        await store.imports.create(
          mine.number,
          { ...SETTINGS, workflow: { number: 1, workflow: POST, holdMs: 0 } },
          NOW,
        );
        expect(await store.workflows.queueRuns(mine.number, { limit: 10, now: NOW })).toBe(false);
      });

      test("a run that has come to its end is not due again", async () => {
        await effectsOf(mine, [{ kind: "slack", text: "one" }]);
        const record = (await store.imports.list(mine.number, { limit: 1, before: null }))[0]!;
        expect(await store.workflows.advance(mine.number, { limit: 10, now: NOW }, () => expect.fail("not due"))).toBe(
          0,
        );
        expect(await store.workflows.tally(record.ref, null)).toEqual({ runs: 0, waiting: 1, sent: 0 });
        expect(await store.workflows.tally(record.ref, 2)).toEqual({ runs: 0, waiting: 0, sent: 0 });
      });
    });

    describe("OutboxStore", () => {
      const three: readonly Effect[] = [
        { kind: "slack", text: HOSTILE.join() },
        { kind: "email", to: "a@b.co", subject: "s", text: HOSTILE.join() },
        { kind: "slack", text: "last" },
      ];

      test("an effect is taken by one worker, with its text as it was, oldest first, of the kinds it can send", async () => {
        await effectsOf(mine, three);
        expect(await claim(theirs)).toEqual([]);
        const posts = await claim(mine, { kinds: ["slack"] });
        expect(posts.map(({ effect }) => effect)).toEqual([three[0], three[2]]);
        expect((await claim(mine)).map(({ effect }) => effect)).toEqual([three[1]]);
        expect(await claim(mine)).toEqual([]);
      });

      test("held until its time, and its text is gone once it is sent", async () => {
        await effectsOf(mine, three, 5_000);
        expect(await claim(mine, { now: NOW + 4_999 })).toEqual([]);
        const claimed = await claim(mine, { now: NOW + 5_000, limit: 1 });
        expect(keys(claimed)).toEqual([1]);
        await store.outbox.end(mine.number, claimed[0]!, { state: "sent", at: NOW + 6_000 });
        expect(await list(mine, "sent")).toMatchObject([{ number: 1, sentAt: NOW + 6_000, error: null }]);
        expect(await store.outbox.retry(mine.number, { number: 1 }, NOW)).toBe(0);
      });

      test("retried and cancelled by number, by import, or all; never what is out", async () => {
        await effectsOf(mine, three);
        const [first] = await claim(mine, { limit: 1 });
        await store.outbox.end(mine.number, first!, { state: "dead", error: "HTTP 400" });
        expect(await store.outbox.cancel(theirs.number, "all")).toBe(0);
        expect(await store.outbox.cancel(mine.number, { number: 2 })).toBe(1);
        expect(await store.outbox.cancel(mine.number, { import: 99 })).toBe(0);
        expect(await store.outbox.retry(mine.number, { import: 1 }, NOW)).toBe(2);
        expect(keys(await list(mine, "queued"))).toEqual([1, 3]);
        expect(keys(await list(mine, "cancelled"))).toEqual([2]);
        expect(await store.outbox.counts(mine.number)).toEqual([
          { kind: "email", state: "cancelled", count: 1, dueAt: NOW },
          { kind: "slack", state: "queued", count: 2, dueAt: NOW },
        ]);
      });
    });

    describe("OutboxStore, where a worker is gone", () => {
      const HOUR = 3_600_000;
      const one: readonly Effect[] = [{ kind: "slack", text: "one" }];

      test("what it was sending is given to the next one, but dead after as many attempts as any, and a person retries it", async () => {
        await effectsOf(mine, one);
        for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++)
          expect(await claim(mine, { now: NOW + attempt * HOUR })).toMatchObject([{ attempts: attempt }]);
        const later = NOW + 99 * HOUR;
        expect(await claim(mine, { now: later })).toEqual([]);
        expect(await list(mine, "dead")).toMatchObject([{ number: 1, error: expect.stringContaining("may be out") }]);
        expect(await store.outbox.retry(mine.number, { number: 1 }, later)).toBe(1);
        expect(await claim(mine, { now: later })).toMatchObject([{ effect: one[0], attempts: 1 }]);
      });
    });

    test(`${name}: ProfileStore keeps what was said of an address, for its workspace, the last word first`, async () => {
      const url = "https://www.linkedin.com/in/ann";
      const values = new Map([["first_name", HOSTILE.join()]]);
      await store.profiles.save(mine.number, new Map([[url, { state: "failed", reason: "HTTP 500", at: 1 }]]));
      await store.profiles.save(mine.number, new Map([[url, { state: "found", values, at: 2 }]]));
      expect(await store.profiles.find(mine.number, [url, "other"])).toEqual(
        new Map([[url, { state: "found", values, at: 2 }]]),
      );
      expect(await store.profiles.find(theirs.number, [url])).toEqual(new Map());
    });
  });
}
