/** What a store promises of several who ask it at once, tried on whatever implements it. */
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { accepted } from "../support/workspace.ts";
import { begin, creating, type OpenStores, openForEach, write } from "./fixture.ts";

export function transactionConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, 1_000, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    const tag = (text: string) => store.tags.add(mine.number, text);
    const tags = async () => (await store.tags.list(mine.number)).map((one) => one.name);

    describe("transactions", () => {
      test("what several ask of the store is kept together, or not at all", async () => {
        await store.transaction(mine.number, async () => {
          accepted(await tag("a"));
          accepted(await store.sources.add(mine.number, { name: "ERP", kind: "api", options: [] }));
        });
        const failing = store.transaction(mine.number, async () => {
          accepted(await tag("b"));
          await store.sources.remove(mine.number, "ERP");
          throw new Error("stop");
        });
        await expect(failing).rejects.toThrow("stop");
        expect(await tags()).toEqual(["a"]);
        expect(await store.sources.list(mine.number)).toHaveLength(1);
      });

      test("of several who look first and write then, each sees what those before it wrote", async () => {
        const addOnce = () =>
          store.transaction(mine.number, async () => {
            const isFirst = (await tags()).length === 0;
            await pause(2);
            return isFirst ? (await tag("only one")).ok : false;
          });
        const ends = await Promise.all([addOnce(), addOnce(), addOnce()]);
        expect(ends.filter(Boolean)).toHaveLength(1);
        expect(await tags()).toEqual(["only one"]);
      });

      test("batches of several imports, settings and single writes that come at once all get their turn", async () => {
        const begun = await Promise.all([begin(store, mine, 1_000), begin(store, mine, 1_000)]);
        expect(new Set(begun.map(({ ref }) => ref.import)).size).toBe(2);
        const [one, two] = begun;
        await Promise.all([
          write(store, one!, creating(["a@x.test"], 1)),
          write(store, two!, creating(["b@x.test"], 2)),
          tag("meanwhile"),
          store.imports.renewLease(one!.ref, one!.lease),
          store.imports.requestCancel(two!.ref),
        ]);
        expect(await store.contacts.count(mine.number)).toBe(2);
        expect(await tags()).toEqual(["meanwhile"]);
        expect(await store.imports.isCancelRequested(two!.ref)).toBe(true);
        expect(await store.imports.isCancelRequested(one!.ref)).toBe(false);
      });
    });

    describe("ImportStore, what it is asked about files and lines", () => {
      test("a stored file is used as long as an import of it is there", async () => {
        const { ref } = await begin(store, mine, 1_000);
        expect([await store.imports.usesFile("key"), await store.imports.usesFile("other")]).toEqual([true, false]);
        await store.imports.remove(ref);
        expect([await store.imports.usesFile("key"), await store.imports.get(ref)]).toEqual([false, null]);
      });

      test("so is the file that its rows were made of, and that of its corrected cells, until its time is over", async () => {
        const { ref } = await begin(store, mine, 1_000);
        const record = (await store.imports.get(ref))!;
        const source = { ...record.settings.source, original: { key: "workbook", bytes: 1 } };
        const settings = { ...record.settings, source, fixes: { key: "corrected", rules: 0, cells: 1 } };
        const used = async () =>
          Promise.all(["key", "workbook", "corrected"].map((key) => store.imports.usesFile(key)));
        const changed = await store.imports.patch(record, { settings });
        expect(await used()).toEqual([true, true, true]);
        const since = { former: null, rows: 0, expiredAt: 2_000 };
        await store.imports.patch(changed!, { settings: { ...settings, source: { ...source, since } } });
        expect(await used()).toEqual([false, false, false]);
      });

      test("the newest import before that read the same rows is found once it is done, in its own workspace (C-X3)", async () => {
        const done = async (workspace: Workspace) => {
          const { ref } = await begin(store, workspace, 1_000);
          await store.imports.patch((await store.imports.get(ref))!, { state: "done" });
          return ref;
        };
        await done(theirs);
        const first = await done(mine);
        const { ref } = await begin(store, mine, 1_000);
        expect(await store.imports.sameFileBefore(ref, "key")).toBe(first.import);
        expect(await store.imports.sameFileBefore(first, "key")).toBeNull();
        expect(await store.imports.sameFileBefore(ref, "other")).toBeNull();
      });

      test("contacts that lines of a run have met are told apart from those that it made", async () => {
        const first = await begin(store, mine, 1_000);
        await write(store, first, creating(["a@x.test", "b@x.test"]));
        const second = await begin(store, mine, 1_000);
        const plan = creating([]);
        const line = { ...creating(["a@x.test"], 1, 5).lines[0]!, outcome: "unchanged" as const };
        await write(store, second, { ...plan, lines: [line] });
        const met = async (ref: typeof first.ref) => {
          const found: (readonly [number, number])[] = [];
          for await (const page of store.imports.metContacts(ref)) found.push(...page);
          return found;
        };
        expect(await met(second.ref)).toEqual([[1, 5]]);
        expect(await met(first.ref)).toEqual([]);
      });

      test("a plan is kept until it is cleared, and with it nothing of a run (C-P1)", async () => {
        const { ref, lease } = await begin(store, mine, 1_000);
        await store.imports.savePlanned({ ref, object: "contact" }, creating(["a@x.test"], 1, 2));
        await write(store, { ref, lease, record: (await store.imports.get(ref))! }, creating(["a@x.test"], 1, 2));
        const linesOf = async (pass: "plan" | "run") => [...(await store.ledger.linesAt(ref, pass, [2, 3])).keys()];
        expect([await linesOf("plan"), await linesOf("run")]).toEqual([[2], [2]]);
        await store.imports.clearPlan(ref);
        expect([await linesOf("plan"), await linesOf("run")]).toEqual([[], [2]]);
        await store.imports.clearScratch(ref);
        expect(await linesOf("run")).toEqual([2]);
      });
    });
  });
}
