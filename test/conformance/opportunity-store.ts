/** What the ports for opportunities and pipelines promise, tried on whatever implements them. */
import { describe, expect, test } from "vitest";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { keyHash } from "../../src/core/match/key-hash.ts";
import { builtinFieldsOf } from "../../src/core/object/builtin-fields-of.ts";
import type { ObjectKind } from "../../src/core/object/object-kind.ts";
import { OPPORTUNITY_KEY } from "../../src/core/opportunity/opportunity-keys.ts";
import type { PipelinePlan } from "../../src/core/pipeline/pipeline-plan.ts";
import { addKey, type BatchPlan, emptyKeys } from "../../src/core/plan/batch-plan.ts";
import { compileShape } from "../../src/core/plan/shape.ts";
import { accepted } from "../support/workspace.ts";
import { begin, checkpointAt, creating, HOSTILE, type OpenStores, openForEach } from "./fixture.ts";

type Texts = Readonly<Record<string, string>>;

const shapeOf = (object: ObjectKind, always: readonly string[]) =>
  compileShape([], builtinFieldsOf(object), { object, always });
const DEAL = shapeOf("opportunity", ["name", "contact", "pipeline", "stage", "value", "external_id", "source"]);
const STAGE = shapeOf("stage", ["pipeline", "stage_name", "position", "is_closed_won", "is_closed_lost"]);
const EVERY = { search: null, filters: [], contact: null, after: 0, limit: 100 };

/** A plan that creates objects numbered from 1 on, the first one on line 2. */
function made(shape: typeof DEAL, rows: readonly Texts[]): BatchPlan {
  const plan = creating(rows.map((_, at) => `${at}@x.test`));
  return {
    ...plan,
    inserts: plan.inserts.map((insert, at) => ({
      ...insert,
      values: shape.slots.map(({ key }) => rows[at]?.[key] ?? ""),
    })),
    keysAdded: emptyKeys(),
  };
}

export function opportunityStoreConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, 1_000, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    async function write(workspace: Workspace, object: "opportunity" | "stage", plan: BatchPlan) {
      const begun = await begin(store, workspace, 1_000);
      const shape = object === "stage" ? STAGE : DEAL;
      accepted(
        await store.imports.writeBatch({ ...begun, object }, (batch) => batch.apply(plan, shape, checkpointAt(100))),
      );
      await store.imports.settleKeys(workspace.number);
      return begun;
    }

    describe("OpportunityStore", () => {
      const named = async (workspace: Workspace, query = {}): Promise<readonly string[]> =>
        (await store.opportunities.list(workspace.number, { ...EVERY, ...query })).map(
          ({ values }) => values.get("name") ?? "-",
        );

      test("opportunities come back letter by letter, in pages, by search and by filter, in their own workspace (C-M4)", async () => {
        const rows = HOSTILE.map((text, at) => ({ name: text, value: String(at), external_id: `D-${at}` }));
        await write(mine, "opportunity", made(DEAL, rows));
        expect(await named(mine)).toEqual(HOSTILE);
        expect(await store.opportunities.count(mine.number)).toBe(HOSTILE.length);
        expect(await named(mine, { after: 2, limit: 1 })).toEqual([HOSTILE[2]]);
        for (const value of HOSTILE) {
          expect(await named(mine, { filters: [{ field: "name", op: "is", value, list: false }] })).toEqual([value]);
        }
        expect(await named(mine, { search: "drop contact" })).toEqual(["'; drop table contact; --"]);
        expect(await store.opportunities.usedFields(mine.number)).toEqual(["external_id", "name", "value"]);
        expect((await store.opportunities.get(mine.number, 1))?.values.get("external_id")).toBe("D-0");
        expect([await named(theirs), await store.opportunities.get(theirs.number, 1)]).toEqual([[], null]);
        expect([
          await store.opportunities.count(theirs.number),
          await store.opportunities.usedFields(theirs.number),
        ]).toEqual([0, []]);
      });

      test("those of one contact, and those whose field leads to one of several objects", async () => {
        const rows = [
          { name: "one", contact: "7", stage: "1" },
          { name: "two", contact: "7", stage: "2" },
          { name: "three", contact: "8", stage: "1" },
          { name: "nobody's" },
        ];
        const plan = made(DEAL, rows);
        rows.forEach(({ contact }, at) => {
          if (contact) addKey(plan.keysAdded, OPPORTUNITY_KEY.of_contact, keyHash(contact), at + 1);
        });
        await write(mine, "opportunity", plan);
        expect(await named(mine, { contact: 7 })).toEqual(["one", "two"]);
        expect(await named(mine, { contact: 9 })).toEqual([]);
        const stage = { field: "stage", value: "", list: false, links: [1, 3] };
        expect(await named(mine, { filters: [{ ...stage, op: "is" }] })).toEqual(["one", "three"]);
        expect(await named(mine, { filters: [{ ...stage, op: "is_not" }] })).toEqual(["two", "nobody's"]);
        expect(await named(mine, { filters: [{ field: "contact", op: "empty", value: "", list: false }] })).toEqual([
          "nobody's",
        ]);
      });
    });

    describe("PipelineStore", () => {
      const line = (at: number, number: number) => ({ line: at, object: "pipeline" as const, number, changes: null });
      const pipeline = (id: number, text: string, isDefault = false): PipelinePlan["pipelines"][number] => ({
        ...{ id, name: text, externalId: `P-${id}`, isDefault, stages: [], isNew: true },
      });
      const PLAN: BatchPlan = {
        ...made(STAGE, [
          { pipeline: "1", stage_name: "Won", position: "10", is_closed_won: "yes" },
          { pipeline: "1", stage_name: "New", position: "2" },
          { pipeline: "2", stage_name: HOSTILE[2] ?? "" },
          { pipeline: "1", stage_name: "Lost", is_closed_lost: "yes" },
        ]),
        pipelines: {
          pipelines: [pipeline(1, HOSTILE[0] ?? ""), pipeline(2, "Partners", true)],
          changes: [line(2, 1), line(4, 2)],
        },
      };

      test("pipelines are listed in the order they were made, their stages by position, in their own workspace (C-R2)", async () => {
        await write(mine, "stage", PLAN);
        const listed = await store.pipelines.list(mine.number);
        expect(listed.map(({ stages, ...rest }) => rest)).toEqual([
          { id: 1, externalId: "P-1", name: HOSTILE[0], isDefault: false },
          { id: 2, externalId: "P-2", name: "Partners", isDefault: true },
        ]);
        expect(listed.map(({ stages }) => stages.map((stage) => [stage.id, stage.name, stage.closed]))).toEqual([
          [
            [2, "New", null],
            [1, "Won", "won"],
            [4, "Lost", "lost"],
          ],
          [[3, HOSTILE[2], null]],
        ]);
        expect(await store.pipelines.list(theirs.number)).toEqual([]);
      });

      test("batches see what is listed, and take numbers that are free; a later batch changes a pipeline (C-R2)", async () => {
        const { ref } = await write(mine, "stage", PLAN);
        const seen = await store.imports.readBatch({ ref, object: "stage", pass: "run" }, async (batch) => [
          await batch.pipelines(),
          await batch.nextPipeline(),
          await batch.nextNumber(),
        ]);
        expect(seen).toEqual([await store.pipelines.list(mine.number), 3, 5]);
        const renamed = { ...pipeline(1, "Sales", true), isNew: false };
        const changes = [{ ...line(2, 1), changes: { name: [HOSTILE[0] ?? "", "Sales"] as const } }];
        await write(mine, "stage", { ...made(STAGE, []), pipelines: { pipelines: [renamed], changes } });
        expect((await store.pipelines.list(mine.number)).map((one) => [one.name, one.stages.length])).toEqual([
          ["Sales", 3],
          ["Partners", 1],
        ]);
      });
    });
  });
}
