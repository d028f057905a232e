/** What an import of pipelines and opportunities says itself of its mode, and of what is there already. */
import { describe, expect, test } from "vitest";
import { exportPipelines } from "../../src/app/export/export-opportunities.ts";
import { importPolicy } from "../../src/app/import/preparing/import-policy.ts";
import { counts, set, told, workspaces } from "./story.ts";

const open = workspaces({});
const STAGES = { object: "stage" } as const;
const DEALS = { object: "opportunity" } as const;
const BOTH = { withOpportunities: true } as const;

const PIPELINE = "pipeline_name,is_default,stage_name,position\nSales,yes,New,1\nSales,yes,Offer,2\n";
const MOVED = "pipeline_name,stage_name,position\nSales,New,9\n";
const DEAL = "Email,Opportunity name,Value\nann@example.com,Kitchen,100\n";
const DEARER = "Email,Opportunity name,Value\nann@example.com,Kitchen,999\n";

async function withDeal() {
  const workspace = await open();
  await workspace.import(PIPELINE, STAGES);
  await workspace.import(DEAL, BOTH);
  return workspace;
}

describe("a deal or a stage that is there already (C-H2, C-R1, C-R2)", () => {
  test.for([
    { says: "onMatch=update", told: "2 updated" },
    { says: "onMatch=skip", told: "2 skipped: already_exists" },
    { says: "onMatch=fail", told: "2 failed: already_exists" },
  ])("$says, said for the import itself: $told", async ({ says, told: expected }) => {
    const workspace = await withDeal();
    for (const mode of ["both", "create", "update"] as const) {
      for (const [file, kind] of [
        [DEARER, DEALS],
        [MOVED, STAGES],
      ] as const) {
        const record = await workspace.plan(file, { ...kind, mode, ...set(says) });
        expect((await told(workspace, record)).map((line) => line.replace(/ \(.*/, ""))).toEqual([expected]);
      }
    }
  });

  test("is changed whatever the workspace does about people whom it has, as long as the import says nothing", async () => {
    const workspace = await withDeal();
    for (const onMatch of ["skip", "fail", "ask", "duplicate"] as const) {
      const { policy } = workspace.workspace;
      const asked = { preset: null, mode: null, set: new Map(), actor: { kind: "operator", name: "root" } } as const;
      const made = importPolicy(
        { ...workspace.workspace, policy: { ...policy, onMatch } },
        { ...asked, object: "stage" },
      );
      expect(made.ok && made.value.onMatch).toBe("update");
    }
  });

  test("is not made once more: who asks for that is told so", async () => {
    const workspace = await withDeal();
    await expect(workspace.plan(DEARER, { ...DEALS, ...set("onMatch=duplicate") })).rejects.toThrow(
      "The file is of opportunities: onMatch takes update, skip or fail for them, and not duplicate.",
    );
  });
});

test("C-R2: an exported file of pipelines comes back in the mode update", async () => {
  const workspace = await withDeal();
  let exported = "";
  for await (const { rows } of exportPipelines(workspace.ports, workspace.workspace))
    for (const row of rows) exported += `${row.join(",")}\n`;
  const record = await workspace.import(exported.replace(",New,1,", ",New,7,"), { ...STAGES, mode: "update" });
  expect(counts(record)).toBe("1 updated, 1 unchanged");
  await expect(workspace.plan("position\n7\n", { ...STAGES, mode: "update" })).rejects.toThrow(
    "No column says which of the stages a line is about",
  );
});
