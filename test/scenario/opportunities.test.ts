/** Pipelines with their stages, opportunities alone and in one file with their contacts. */
import { describe, expect, test } from "vitest";
import { counts, told, workspaces } from "./story.ts";

const open = workspaces({});

const PIPELINES = `pipeline_id,pipeline_name,is_default,stage_name,position,is_closed_won,is_closed_lost
,Sales,true,New,1,false,false
,Sales,true,Offer,2,false,false
,Sales,true,Won,3,true,false
,Sales,true,Lost,4,false,true
,Partners,false,Lead,1,false,false
,Partners,false,Signed,2,true,false
`;

describe("pipelines (C-R2)", () => {
  test("a file", async () => {
    for (const batchRows of [1, 2, 100]) {
      const workspace = await open({ batchRows });
      expect(counts(await workspace.plan(PIPELINES, { object: "stage" }))).toBe("6 created");
      expect(counts(await workspace.import(PIPELINES, { object: "stage" }))).toBe("6 created");
      expect(counts(await workspace.import(PIPELINES, { object: "stage" }))).toBe("6 unchanged");
    }
  });
});

describe("opportunities (C-R1)", () => {
  test("both", async () => {
    for (const batchRows of [1, 2, 100]) {
      const workspace = await open({ batchRows });
      await workspace.import(PIPELINES, { object: "stage" });
      const file = `Email,Name,Opportunity name,Pipeline,Stage,Lead value,Status
ann@x.test,Ann Lee,Website,Sales,Offer,"1,200.50",
ann@x.test,Ann Lee,Shop,,,300,
bob@x.test,Bob Ray,Deal,Partners,Signed,5,
cy@x.test,Cy,Wrong,Partners,Offer,5,
dee@x.test,Dee,Nope,Sals,Offer,5,
eve@x.test,Eve,Bad,Sales,Won,5,lost
not an address,F,Bad,Sales,Won,5,won
`;
      const both = { withOpportunities: true };
      const planned = await workspace.plan(file, both);
      expect(counts(planned)).toBe("3 created, 4 failed");
      const record = await workspace.import(file, both);
      expect(await told(workspace, record)).toEqual([]);
      expect((await workspace.contacts()).length).toBe(2);
    }
  });
});
