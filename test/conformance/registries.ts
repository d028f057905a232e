/** What the stores of a workspace's connected sources and tags promise, tried on whatever implements them. */
import { describe, expect, test } from "vitest";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { listText } from "../../src/core/contact/list-text.ts";
import type { BatchPlan } from "../../src/core/plan/batch-plan.ts";
import { compileShape } from "../../src/core/plan/shape.ts";
import { accepted } from "../support/workspace.ts";
import { begin, checkpointAt, creating, HOSTILE, type OpenStores, openForEach, SETTINGS } from "./fixture.ts";

/** The fixture's layout with tags behind it. */
const TAGGED = compileShape(SETTINGS.mapping, BUILTIN_FIELDS, { always: ["tags"] });

export function registryConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    const now = 1_000_000;
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, now, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    describe("SourceStore", () => {
      test("a source is kept as it is, and its name is given once whatever its case", async () => {
        for (const text of HOSTILE) await store.sources.add(mine.number, { name: text, kind: "api", options: [] });
        const listed = await store.sources.list(mine.number);
        expect(listed.map((source) => source.name).sort()).toEqual([...HOSTILE].sort());
        expect(
          await store.sources.add(mine.number, { name: "CONSTRUCTOR", kind: "salesforce", options: [] }),
        ).toMatchObject({ refusal: { code: "source_exists" } });
        expect(await store.sources.list(theirs.number)).toEqual([]);
      });

      test("a source is changed and removed in its own workspace only", async () => {
        for (const { number } of [mine, theirs])
          await store.sources.add(number, { name: "QuickBooks", kind: "native_integration", options: [] });
        const changed = { name: "QuickBooks", kind: "native_integration" as const, options: ["isMain" as const] };
        await store.sources.change(mine.number, changed);
        expect(await store.sources.list(mine.number)).toEqual([changed]);
        expect((await store.sources.list(theirs.number))[0]?.options).toEqual([]);
        await store.sources.remove(mine.number, "quickbooks");
        expect(await store.sources.list(mine.number)).toEqual([]);
        expect(await store.sources.list(theirs.number)).toHaveLength(1);
      });
    });

    describe("TagStore", () => {
      /** Creates a contact for each list of tags. */
      const tagged = (lists: readonly (readonly string[])[]): BatchPlan => {
        const plan = creating(lists.map((_, at) => `p${at}@x.test`));
        const slot = TAGGED.index.get("tags") ?? -1;
        return {
          ...plan,
          inserts: plan.inserts.map((insert, at) => {
            const values = TAGGED.slots.map((_, position) => insert.values[position] ?? "");
            values[slot] = listText(lists[at] ?? []);
            return { ...insert, values };
          }),
        };
      };
      const apply = async (workspace: Workspace, lists: readonly (readonly string[])[]) => {
        const { ref, lease } = await begin(store, workspace, now);
        accepted(
          await store.imports.writeBatch({ ref, lease, object: "contact" }, (batch) =>
            batch.apply(tagged(lists), TAGGED, checkpointAt(9)),
          ),
        );
        return ref;
      };
      const listed = async (workspace: Workspace) =>
        (await store.tags.list(workspace.number)).map((tag) => `${tag.name} ${tag.contacts}`);

      test("a tag is added once whatever its case, found by its key, and removed", async () => {
        for (const text of HOSTILE) accepted(await store.tags.add(mine.number, text));
        expect(await store.tags.add(mine.number, "CONSTRUCTOR")).toMatchObject({ refusal: { code: "tag_exists" } });
        const keys = [...HOSTILE.map((text) => text.toLowerCase()), "nothing"];
        expect([...(await store.tags.known(mine.number, keys))].sort()).toEqual(keys.slice(0, -1).sort());
        expect((await store.tags.known(theirs.number, keys)).size).toBe(0);
        for (const text of HOSTILE) await store.tags.remove(mine.number, text);
        expect(await store.tags.list(mine.number)).toEqual([]);
      });

      test("a batch registers what its contacts get, in their own workspace", async () => {
        await store.tags.add(mine.number, "VIP");
        await apply(mine, [["vip", "ÄRZTE"], ["Ärzte"]]);
        expect(await listed(mine)).toEqual(["VIP 1", "ÄRZTE 2"]);
        expect(await listed(theirs)).toEqual([]);
      });

      test("tags are told without those that certain imports have made", async () => {
        await store.tags.add(mine.number, "by hand");
        const { import: number } = await apply(mine, [["new"], ["By Hand"]]);
        expect(await store.tags.names(mine.number)).toEqual(["by hand", "new"]);
        expect(await store.tags.names(mine.number, [number + 1])).toEqual(["by hand", "new"]);
        expect(await store.tags.names(mine.number, [number + 1, number])).toEqual(["by hand"]);
      });

      test("a batch that fails registers nothing", async () => {
        const { ref, lease } = await begin(store, mine, now);
        const failing = store.imports.writeBatch({ ref, lease, object: "contact" }, async (batch) => {
          await batch.apply(tagged([["new"]]), TAGGED, checkpointAt(3));
          throw new Error("in the middle");
        });
        await expect(failing).rejects.toThrow("in the middle");
        expect(await listed(mine)).toEqual([]);
      });

      test("of the tags that an import made, those are dropped that no contact has", async () => {
        await store.tags.add(mine.number, "by hand");
        const ref = await apply(mine, [["used"]]);
        await store.tags.dropUnused(ref.workspace, ref.import);
        expect(await listed(mine)).toEqual(["by hand 0", "used 1"]);
      });
    });
  });
}
