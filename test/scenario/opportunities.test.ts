/** Pipelines with their stages, opportunities alone and in one file with their contacts, and what undo makes of them. */
import { describe, expect, test } from "vitest";
import { exportOpportunities, exportPipelines } from "../../src/app/export/export-opportunities.ts";
import { opportunityTemplate } from "../../src/app/export/opportunity-template.ts";
import { makeReceipt, verifyReceipt } from "../../src/app/import/receipt.ts";
import { runImport } from "../../src/app/import/run-import.ts";
import { previewUndo } from "../../src/app/import/undoing/undo-import.ts";
import { viewOpportunities } from "../../src/app/view/opportunity-view.ts";
import { addMembers } from "../support/members.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";
import { counts, people, set, told, workspaces } from "./story.ts";

const open = workspaces({});
const STAGES = { object: "stage" } as const;
const DEALS = { object: "opportunity" } as const;
const BOTH = { withOpportunities: true } as const;

const PIPELINES = `pipeline_id,pipeline_name,is_default,stage_name,position,is_closed_won,is_closed_lost
,Sales,true,New,1,false,false
,Sales,true,Offer,2,false,false
,Sales,true,Won,3,true,false
,Sales,true,Lost,4,false,true
,Partners,false,Lead,1,false,false
,Partners,false,Signed,2,true,false
`;

/** `name: stage, stage`, the default one with a star. */
async function pipelines({ ports, workspace }: TestWorkspace): Promise<readonly string[]> {
  const all = await ports.store.pipelines.list(workspace.number);
  return all.map(({ name, isDefault, stages }) => {
    const shown = stages.map((stage) => stage.name + (stage.closed === null ? "" : `(${stage.closed})`));
    return `${name}${isDefault ? "*" : ""}: ${shown.join(", ")}`;
  });
}

/** `name | contact | pipeline | stage | value | status`, in the order they were made. */
async function deals({ ports, workspace }: TestWorkspace): Promise<readonly string[]> {
  const everything = { search: null, filters: [], contact: null, after: 0, limit: 1000 };
  const rows = await ports.store.opportunities.list(workspace.number, everything);
  const views = await viewOpportunities(ports, workspace, rows);
  return views.map(({ row, contact, pipeline, stage }) =>
    [
      ...[row.values.get("name"), contact?.name, pipeline?.name, stage?.name],
      ...[row.values.get("value"), row.values.get("status")],
    ]
      .map((part) => part ?? "-")
      .join(" | "),
  );
}

async function withPipelines(options: Parameters<typeof open>[0] = {}): Promise<TestWorkspace> {
  const workspace = await open(options);
  await workspace.import(PIPELINES, STAGES);
  return workspace;
}

async function csv(pages: AsyncIterable<{ readonly rows: readonly (readonly string[])[] }>): Promise<string> {
  let text = "";
  for await (const { rows } of pages) for (const row of rows) text += `${row.join(",")}\n`;
  return text;
}

describe("pipelines have their own file (C-R2)", () => {
  test("one line for each stage makes pipelines and stages, in a plan as in a run, and again changes nothing", async () => {
    for (const batchRows of [1, 2, 100]) {
      const workspace = await open({ batchRows });
      expect(counts(await workspace.plan(PIPELINES, STAGES))).toBe("6 created");
      expect(counts(await workspace.import(PIPELINES, STAGES))).toBe("6 created");
      expect(await pipelines(workspace)).toEqual([
        "Sales: New, Offer, Won(won), Lost(lost)",
        "Partners: Lead, Signed(won)",
      ]);
      expect(counts(await workspace.import(PIPELINES, STAGES))).toBe("6 unchanged");
    }
  });

  test("a line that fails does not make its pipeline the default one", async () => {
    const workspace = await open();
    const record = await workspace.import(
      `pipeline_name,is_default,stage_name,is_closed_won,is_closed_lost
Sales,,New,,
Partners,yes,Lead,,
,yes,Nowhere,,
Sales,yes,Both,yes,yes
Sales,yes,,,
`,
      STAGES,
    );
    expect(counts(record)).toBe("2 created, 3 failed");
    const [sales, partners] = await workspace.ports.store.pipelines.list(workspace.workspace.number);
    expect([sales?.isDefault, partners?.isDefault]).toEqual([false, true]);
  });

  test("are matched by id, then by name; an id with a new name renames the pipeline", async () => {
    const workspace = await withPipelines();
    const exported = await csv(exportPipelines(workspace.ports, workspace.workspace));
    const record = await workspace.import(exported.replaceAll(",Sales,", ",Direct,"), STAGES);
    expect(counts(record)).toBe("1 updated, 5 unchanged");
    expect((await pipelines(workspace))[0]).toBe("Direct: New, Offer, Won(won), Lost(lost)");
    await workspace.undo(record);
    expect((await pipelines(workspace))[0]).toBe("Sales: New, Offer, Won(won), Lost(lost)");
  });

  test("an id of another system is kept, and found again under another name", async () => {
    const workspace = await open();
    const head = "pipeline_id,pipeline_name,stage_name\n";
    await workspace.import(`${head}P-7,Sales,New\n`, STAGES);
    expect(counts(await workspace.import(`${head}P-7,Direct,New\n`, STAGES))).toBe("1 updated");
    expect(await pipelines(workspace)).toEqual(["Direct: New"]);
  });

  test("an id and a name of two pipelines fail the row, so that names are never swapped in a circle", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await withPipelines({ batchRows });
      const exported = await csv(exportPipelines(workspace.ports, workspace.workspace));
      const swapped = exported
        .replaceAll(",Sales,", ",#,")
        .replaceAll(",Partners,", ",Sales,")
        .replaceAll(",#,", ",Partners,");
      const record = await workspace.import(swapped, STAGES);
      expect(counts(record)).toBe("6 failed");
      expect(record.progress?.tally.problems).toEqual({ pipeline_mismatch: 6 });
      expect((await pipelines(workspace)).length).toBe(2);
    }
  });

  test("exactly one is the default: the last word counts, with a warning on the lines that name another", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await withPipelines({ batchRows });
      const record = await workspace.import(
        "pipeline_name,is_default,stage_name\nSales,yes,New\nPartners,yes,Lead\nSales,yes,Offer\nPartners,yes,Signed\n",
        STAGES,
      );
      expect(await told(workspace, record)).toEqual([
        "2 unchanged: default_pipeline_repeated (line 5)",
        "3 updated",
        "4 unchanged: default_pipeline_repeated (line 5)",
        "5 unchanged",
      ]);
      expect((await pipelines(workspace))[1]).toBe("Partners*: Lead, Signed(won)");
      await workspace.undo(record);
      expect((await pipelines(workspace))[1]).toBe("Partners: Lead, Signed(won)");
    }
  });

  test("the default one is that again when the import that made another the default is undone (C-U1)", async () => {
    const head = "pipeline_name,is_default,stage_name\n";
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      await workspace.import(`${head}Zeta,,New\nSales,yes,New\n`, STAGES);
      const made = await workspace.import(`${head}Direct,yes,New\n`, STAGES);
      expect(await pipelines(workspace)).toEqual(["Zeta: New", "Sales: New", "Direct*: New"]);
      const undone = await workspace.undo(made);
      expect(undone.undo?.sides).toEqual({ deleted: 1, restored: 1, kept: 0, gone: 0 });
      expect(await pipelines(workspace)).toEqual(["Zeta: New", "Sales*: New"]);
    }
  });

  test("a pipeline that is used stays when its import is undone, but is the default no more", async () => {
    const head = "pipeline_name,is_default,stage_name\n";
    const workspace = await open();
    await workspace.import(`${head}Zeta,,New\nSales,yes,New\n`, STAGES);
    const made = await workspace.import(`${head}Direct,yes,New\n`, STAGES);
    await workspace.import("Deal,Pipeline\nWebsite,Direct\n", DEALS);
    await workspace.undo(made);
    expect(await pipelines(workspace)).toEqual(["Zeta: New", "Sales*: New", "Direct: New"]);
  });

  test("a default that another import has chosen since stays, and the undo says that it kept it", async () => {
    const head = "pipeline_name,is_default,stage_name\n";
    const workspace = await open();
    await workspace.import(`${head}Zeta,,New\nSales,yes,New\n`, STAGES);
    const made = await workspace.import(`${head}Direct,yes,New\nPartners,,Lead\n`, STAGES);
    await workspace.import(`${head}Partners,yes,Lead\n`, STAGES);
    const undone = await workspace.undo(made);
    expect(undone.undo?.sides).toEqual({ deleted: 0, restored: 0, kept: 3, gone: 0 });
    expect((await pipelines(workspace)).filter((line) => line.includes("*"))).toEqual(["Partners*: Lead"]);
  });

  test("a stage that is both won and lost fails, also where only one of the two is on the line", async () => {
    const workspace = await withPipelines();
    const head = "pipeline_name,stage_name,is_closed_won,is_closed_lost\n";
    const record = await workspace.import(`${head}Sales,Odd,yes,yes\nSales,Won,,yes\nSales,Lost,no,yes\n`, STAGES);
    expect(await told(workspace, record)).toEqual([
      "2 failed: stage_closed_twice",
      "3 failed: stage_closed_twice",
      "4 unchanged",
    ]);
  });

  test("a line without the pipeline's or the stage's name fails, and makes no pipeline", async () => {
    const workspace = await open();
    const record = await workspace.import("pipeline_name,stage_name\nSales,\n,New\n", STAGES);
    expect(await told(workspace, record)).toEqual([
      "2 failed: required_fields_missing (stage_name)",
      "3 failed: required_fields_missing (pipeline_name)",
    ]);
    expect(await pipelines(workspace)).toEqual([]);
  });

  test("go with the import that made them, and stay where opportunities are in them", async () => {
    const workspace = await open();
    const first = await workspace.import(PIPELINES, STAGES);
    const deal = await workspace.import("Deal,Pipeline\nWebsite,Sales\n", DEALS);
    await workspace.undo(first);
    expect(await pipelines(workspace)).toEqual(["Sales: New"]);
    await workspace.undo(deal);
    expect(await deals(workspace)).toEqual([]);
  });

  test("the export and the template map by themselves, and the export again changes nothing", async () => {
    const workspace = await withPipelines();
    const exported = await csv(exportPipelines(workspace.ports, workspace.workspace));
    expect(exported.split("\n")[0]).toBe(PIPELINES.split("\n")[0]);
    expect(counts(await workspace.import(exported, STAGES))).toBe("6 unchanged");
    const template = accepted(
      await opportunityTemplate(workspace.ports, workspace.workspace, { kind: "pipelines", mode: null, preset: null }),
    );
    const rows = template.rows.map((row) => row.join(",")).join("\n");
    expect(counts(await workspace.import(`${rows}\n`, STAGES))).toBe("1 unchanged");
  });
});

describe("contacts and their opportunities in one file (C-R1)", () => {
  const FILE = `Email,First name,Last name,Opportunity name,Pipeline,Stage,Lead value,Status
ann@x.test,Ann,Lee,Website,Sales,Offer,"1,200.50",
ann@x.test,Ann,Lee,Shop,,,300,
bob@x.test,Bob,Ray,Deal,Partners,Signed,5,
`;

  test("the contact is made once, each line is an opportunity, and the same file again writes nothing", async () => {
    for (const batchRows of [1, 2, 100]) {
      const workspace = await withPipelines({ batchRows });
      expect(counts(await workspace.plan(FILE, BOTH))).toBe("3 created");
      const record = await workspace.import(FILE, BOTH);
      expect(counts(record)).toBe("3 created");
      expect(record.progress?.tally.parts).toMatchObject({
        contacts: { created: 2, unchanged: 1 },
        opportunities: { created: 3 },
      });
      expect(await people(workspace, "email")).toEqual(["ann@x.test", "bob@x.test"]);
      expect(await deals(workspace)).toEqual([
        "Website | Ann Lee | Sales | Offer | 1200.5 | open",
        "Shop | Ann Lee | Sales | New | 300 | open",
        "Deal | Bob Ray | Partners | Signed | 5 | won",
      ]);
      expect(counts(await workspace.import(FILE, BOTH))).toBe("3 unchanged");
      await workspace.undo(record);
      expect(await deals(workspace)).toEqual([]);
      expect(await people(workspace, "email")).toEqual([]);
    }
  });

  test("a line that another one would stop goes in where that one is stopped itself, however the file is cut", async () => {
    const file = `email,last_name,opportunity external id,opportunity name,pipeline
ann@x.test,Ray,D-1,Website,Nowhere
ann@x.test,Lee,D-1,Website,Sales
ann@x.test,Ray,D-2,Website,Sales
bob@x.test,Lee,D-2,Website,Sales
`;
    for (const batchRows of [1, 2, 100]) {
      const workspace = await withPipelines({ batchRows });
      const record = await workspace.import(file, BOTH);
      expect((await workspace.lines(record)).map(({ outcome }) => outcome)).toEqual([
        ...["failed", "created", "failed", "created"],
      ]);
      expect(await people(workspace, "email")).toEqual(["ann@x.test", "bob@x.test"]);
    }
  });

  test("the receipt is that of both parts, and the workspace is as it says (C-X8)", async () => {
    const workspace = await withPipelines();
    const record = await workspace.import(FILE, BOTH);
    const receipt = accepted(await makeReceipt(workspace.ports, workspace.workspace, record));
    const read: typeof receipt = JSON.parse(JSON.stringify(receipt));
    expect(accepted(await verifyReceipt(workspace.ports, workspace.workspace, read))).toMatchObject({
      differences: [],
    });
  });

  test("a run that is stopped between batches goes on to the same lines and the same receipt (C-X2)", async () => {
    const whole = await withPipelines({ batchRows: 1 });
    const undisturbed = await whole.import(FILE, BOTH);
    const workspace = await withPipelines({ batchRows: 1 });
    const { ref } = accepted(await workspace.prepare(FILE, BOTH));
    let record = undisturbed;
    for (let turns = 0; turns < 10 && (turns === 0 || record.state !== "done"); turns++) {
      const stop = new AbortController();
      record = accepted(await runImport(workspace.ports, ref, { signal: stop.signal, onProgress: () => stop.abort() }));
    }
    expect(record.receipt).toBe(undisturbed.receipt);
    expect(await workspace.lines(record)).toEqual(await whole.lines(undisturbed));
    expect(await deals(workspace)).toEqual(await deals(whole));
  });

  test("a line that fails in one part writes nothing of the other", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await withPipelines({ batchRows });
      const record = await workspace.import(
        `Email,Opportunity name,Pipeline,Stage,Status
ann@x.test,Wrong stage,Partners,Offer,
bob@x.test,No pipeline,Sals,,
cy@x.test,Contradiction,Sales,Won,lost
dee@x.test,,Sales,New,
no address,Right,Sales,New,
`,
        BOTH,
      );
      expect(await told(workspace, record)).toEqual([
        "2 failed: stage_elsewhere (Stage)",
        "3 failed: pipeline_unknown (Pipeline)",
        "4 failed: status_contradicts_stage (Status)",
        "5 failed: required_fields_missing (name)",
        "6 failed: email_invalid (Email)",
      ]);
      expect(await deals(workspace)).toEqual([]);
      expect(await people(workspace, "email")).toEqual([]);
    }
  });

  test("lines of one opportunity never leave it at a stage of another pipeline (C-X3)", async () => {
    const head = "Email,Opportunity ID,Opportunity name,Pipeline,Stage,Status\n";
    const stories = [
      {
        file: `${head}ann@x.test,D-1,Shop,,New,lost\nann@x.test,D-1,Shop,Partners,,lost\n`,
        told: ["2 created", "3 failed: in_file_duplicate (line 2, pipeline)"],
        deals: ["Shop | ann@x.test | Sales | New | - | lost"],
      },
      {
        file: `${head}ann@x.test,D-1,Shop,,,\nann@x.test,D-1,Shop,Partners,,\n`,
        told: ["2 created", "3 updated"],
        deals: ["Shop | ann@x.test | Partners | Lead | - | open"],
      },
    ];
    for (const batchRows of [1, 100])
      for (const story of stories) {
        const workspace = await withPipelines({ batchRows });
        const record = await workspace.import(story.file, { ...BOTH, ...set("inFile=merge") });
        expect(await told(workspace, record)).toEqual(story.told);
        expect(await deals(workspace)).toEqual(story.deals);
        const again = await workspace.import(story.file, { ...BOTH, ...set("inFile=merge") });
        expect(again.progress?.tally.outcomes).toMatchObject({ created: 0, updated: 0 });
        expect(await deals(workspace)).toEqual(story.deals);
      }
  });

  test("a contact without an opportunity is a contact: its line is what became of it, and undone with it (C-R1, C-X3)", async () => {
    const file = `Email,First name,Opportunity name,Pipeline,Stage,Lead value
ann@x.test,Ann,Website,Sales,Offer,100
bob@x.test,Bob,,,,
ann@x.test,Ann,,,,
cy@x.test,Cy,,Sales,,
dee@x.test,Dee,,,,much
no address,Eve,,,,
`;
    for (const batchRows of [1, 100]) {
      const workspace = await withPipelines({ batchRows });
      const failed = [
        "5 failed: required_fields_missing (name)",
        "6 failed: number_unreadable (Lead value); required_fields_missing (name)",
        "7 failed: email_invalid (Email)",
      ];
      expect(counts(await workspace.plan(file, BOTH))).toBe("2 created, 1 unchanged, 3 failed");
      const record = await workspace.import(file, BOTH);
      expect(await told(workspace, record)).toEqual(["2 created", "3 created", "4 unchanged", ...failed]);
      expect(record.progress?.tally.parts).toMatchObject({
        contacts: { created: 2, unchanged: 1, failed: 3 },
        opportunities: { created: 1, skipped: 0, failed: 2 },
      });
      expect(await people(workspace, "email", "first_name")).toEqual(["ann@x.test | Ann", "bob@x.test | Bob"]);
      expect(await deals(workspace)).toEqual(["Website | Ann | Sales | Offer | 100 | open"]);
      const again = await workspace.import(file, BOTH);
      expect(await told(workspace, again)).toEqual(["2 unchanged", "3 unchanged", "4 unchanged", ...failed]);
      const changed = await workspace.import(file.replace("Bob", "Robert"), { ...BOTH, mode: "update" });
      expect((await told(workspace, changed))[1]).toBe("3 updated");
      await workspace.undo(changed);
      await workspace.undo(record);
      expect(await people(workspace, "email")).toEqual([]);
      expect(await deals(workspace)).toEqual([]);
    }
  });

  test("a total below a table of both is left out, and nothing is missing in it (C-B6)", async () => {
    const workspace = await withPipelines();
    const file = "Email,First name,Deal name,Lead value\nann@x.test,Ann,Website,100\nTotal,,,100\n";
    const record = await workspace.import(file, BOTH);
    expect(await told(workspace, record)).toEqual(["2 created", "3 skipped: footer_line"]);
    expect(record.progress?.tally.parts).toMatchObject({ contacts: { skipped: 1 }, opportunities: { skipped: 1 } });
  });

  test("dashes and NULL where an opportunity would stand are none", async () => {
    const workspace = await withPipelines();
    const file =
      "Email,First name,Opportunity name,Pipeline,Stage,Lead value\nann@x.test,Ann,-,-,-,-\n" +
      "bob@x.test,Bob,NULL,NULL,NULL,NULL\ncy@x.test,Cy,n/a,,,\ndee@x.test,Dee,Website,Sales,Offer,-\n";
    const record = await workspace.import(file, BOTH);
    expect(await told(workspace, record)).toEqual(
      ["2 created", "3 created", "4 created", "5 created"].map((line) => expect.stringMatching(line)),
    );
    expect(await deals(workspace)).toEqual(["Website | Dee | Sales | Offer | - | open"]);
    expect(record.progress?.tally.parts).toMatchObject({ opportunities: { created: 1, skipped: 0, failed: 0 } });
    expect(counts(await workspace.import(file, BOTH))).toBe("4 unchanged");
  });

  test.each(["merge", "fail", "first", "last"])(
    "what is given for every line makes no opportunity of one whose cells say nothing of it: inFile=%s (C-D8, C-R1)",
    async (inFile) => {
      const file =
        "Email,First name,Pipeline,Lead value\nann@x.test,Ann,,100\nann@x.test,Ann,,\nbob@x.test,Bob,-,\ncy@x.test,Cy,Sales,\n";
      const map = ['"Renewal"=opportunity_name', '"Partners"=pipeline'];
      const request = { ...BOTH, map, ...set(`inFile=${inFile}`) };
      const workspace = await withPipelines();
      const record = await workspace.import(file, request);
      expect(record.progress?.tally.parts).toMatchObject({
        contacts: { created: 3, unchanged: 1, failed: 0, skipped: 0 },
        opportunities: { created: 2, skipped: 0, failed: 0 },
      });
      expect(await deals(workspace)).toEqual([
        "Renewal | Ann | Partners | Lead | 100 | open",
        "Renewal | Cy | Sales | New | - | open",
      ]);
      expect(counts(await workspace.import(file, request))).toBe("4 unchanged");
    },
  );

  test("stages of one name in two pipelines are two, also where duplicates fail (C-R2, C-H3)", async () => {
    const workspace = await open();
    const file = "pipeline_name,stage_name\nSales,New\nSales,Won\nPartners,New\n";
    const strict = { ...STAGES, ...set("inFile=fail") };
    expect(counts(await workspace.import(file, strict))).toBe("3 created");
    expect(counts(await workspace.import(file, strict))).toBe("3 unchanged");
    expect(await told(workspace, await workspace.import(`${file}Sales,new\n`, strict))).toEqual([
      "2 failed: in_file_duplicate (line 5)",
      "3 unchanged",
      "4 unchanged",
      "5 failed: in_file_duplicate (line 2)",
    ]);
  });

  test("what is kept as custom data is the opportunity's, and its contact's on a line without one (C-D4)", async () => {
    const file =
      "Email,Deal name,Region\nann@x.test,Website,North\nbob@x.test,,South\ncy@x.test,,\nann@x.test,,West\n,,East\n";
    for (const batchRows of [1, 100]) {
      const workspace = await withPipelines({ batchRows });
      const record = await workspace.import(file, BOTH);
      const failed = "6 failed: required_fields_missing (one of full_name and email and phone)";
      expect(await told(workspace, record)).toEqual(["2 created", "3 created", "4 created", "5 updated", failed]);
      expect(await people(workspace, "email", "kept:Region")).toEqual([
        "ann@x.test | West",
        "bob@x.test | South",
        "cy@x.test | -",
      ]);
      expect(counts(await workspace.import(file, BOTH))).toBe("4 unchanged, 1 failed");
      await workspace.undo(record);
      expect(await people(workspace, "email")).toEqual([]);
    }
  });

  test("where every line gets an opportunity's name, an unknown column is about the opportunity", async () => {
    const workspace = await withPipelines();
    const request = { ...BOTH, map: ['"Renewal"=opportunity_name'] };
    const record = await workspace.import("Email,Lead value,Region\nann@x.test,100,\nbob@x.test,,South\n", request);
    expect(await told(workspace, record)).toEqual(["2 created", "3 created"]);
    expect(await deals(workspace)).toEqual([
      "Renewal | ann@x.test | Sales | New | 100 | open",
      "Renewal | bob@x.test | Sales | New | - | open",
    ]);
    expect(await people(workspace, "email", "kept:Region")).toEqual(["ann@x.test | -", "bob@x.test | -"]);
  });

  test("a line that cannot be written says at once all that can be known to be wrong with it", async () => {
    const workspace = await withPipelines();
    const record = await workspace.import(
      `Email,Opportunity name,Pipeline,Stage
ann@x.test,No pipeline,Sals,Won
bob@x.test,,Sals,Won
no address,No stage,Sales,Wonn
cy@x.test,,Sales,New
`,
      BOTH,
    );
    expect(await told(workspace, record)).toEqual([
      "2 failed: pipeline_unknown (Pipeline)",
      "3 failed: pipeline_unknown (Pipeline); required_fields_missing (name)",
      "4 failed: email_invalid (Email); stage_unknown (Stage)",
      "5 failed: required_fields_missing (name)",
    ]);
  });

  test("an amount in another currency than its column keeps its number, with a warning that names both (C-E6)", async () => {
    const file = (header: string, ...amounts: readonly string[]): string =>
      `Email,Deal name,${header}\n${amounts.map((amount, at) => `a${at}@x.test,Deal ${at},"${amount}"\n`).join("")}`;
    const mixed = await withPipelines();
    const record = await mixed.import(file("Amount", "$1,200", "€50", "$10", "7"), BOTH);
    expect(await told(mixed, record)).toEqual([
      ...["2 created", "3 created: currency_differs (Amount)", "4 created", "5 created"],
    ]);
    expect(record.scan?.says.join()).toContain("Amount: most amounts are in $, and €50 on line 3 is in EUR");
    expect((await deals(mixed)).join()).toContain("50");
    const named = await withPipelines();
    expect(await told(named, await named.import(file("Amount (EUR)", "$1,200", "€50"), BOTH))).toEqual([
      ...["2 created: currency_differs (Amount (EUR))", "3 created"],
    ]);
    const one = await withPipelines();
    expect(await told(one, await one.import(file("Amount", "$1,200", "$50", "3"), BOTH))).toEqual([
      "2 created",
      "3 created",
      "4 created",
    ]);
  });

  test("the owner of an opportunity is a member, and one who is nobody is told, also where no column names a contact's (C-E8)", async () => {
    const workspace = await withPipelines();
    await addMembers(workspace, "Ed Editor <ed@example.com>");
    const file = "Email,Deal name,Deal owner\nann@orbit.test,One,Ed Editor\nbo@orbit.test,Two,Nobody\n";
    const record = await workspace.import(file, BOTH);
    expect(await told(workspace, record)).toEqual(["2 created", "3 created: owner_not_found (Deal owner)"]);
    const everything = { search: null, filters: [], contact: null, after: 0, limit: 10 };
    const rows = await workspace.ports.store.opportunities.list(workspace.workspace.number, everything);
    expect(rows.map(({ values }) => values.get("owner"))).toEqual(["ed@example.com", undefined]);
  });

  test("behind a stage the name of its pipeline may stand, and no other's (C-R2)", async () => {
    const workspace = await withPipelines();
    const head = "Email,Deal name,Pipeline,Deal stage\n";
    const file = `${head}a@x.test,One,Sales,Offer (Sales)\nb@x.test,Two,,Offer (sales)\nc@x.test,Three,Sales,Offer (Partners)\n`;
    expect(await told(workspace, await workspace.import(file, BOTH))).toEqual([
      "2 created",
      "3 created",
      "4 failed: stage_unknown (Deal stage)",
    ]);
    expect((await deals(workspace)).map((deal) => deal.split(" | ")[3])).toEqual(["Offer", "Offer"]);
  });

  test("tags go to the contacts, unknown columns stay with the opportunity", async () => {
    const workspace = await withPipelines();
    const file = "Email,Tags,Deal name,Region\nann@x.test,vip,Website,North\nann@x.test,vip,Shop,South\n";
    await workspace.import(file, { ...BOTH, tags: ["deals"] });
    expect(await people(workspace, "email", "tags")).toEqual(["ann@x.test | vip, deals"]);
    const { ports, workspace: own } = workspace;
    const page = { search: null, filters: [], contact: null, after: 0, limit: 10 };
    const rows = await ports.store.opportunities.list(own.number, page);
    expect(rows.map(({ values }) => values.get("kept:Region"))).toEqual(["North", "South"]);
  });

  test("create leaves opportunities that exist, update makes none and nobody, both does both", async () => {
    const workspace = await withPipelines();
    await workspace.import(FILE, BOTH);
    const next = "Email,Opportunity name,Stage\nann@x.test,Website,New\neve@x.test,Fresh,New\n";
    const created = await workspace.plan(next, { ...BOTH, mode: "create" });
    expect(counts(created)).toBe("1 created, 1 skipped");
    const updated = await workspace.import(next, { ...BOTH, mode: "update" });
    expect(await told(workspace, updated)).toEqual(["2 updated", "3 failed: contact_not_in_workspace"]);
    expect(await people(workspace, "email")).toEqual(["ann@x.test", "bob@x.test"]);
    expect(counts(await workspace.import(next, BOTH))).toBe("1 created, 1 unchanged");
  });

  test("lines that contradict each other are refused again when their opportunity exists and is left (C-X3)", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await withPipelines({ batchRows });
      const file = `Email,Last name,Opportunity ID,Opportunity name,Pipeline,Stage
ann@x.test,,D-1,Website,Sales,New
ann@x.test,Lee,D-1,Website,Partners,Lead
ann@x.test,,D-1,Website,Sales,New
`;
      const create = { ...BOTH, mode: "create", ...set("inFile=merge") } as const;
      const first = await workspace.import(file, create);
      expect(await told(workspace, first)).toEqual([
        "2 created",
        "3 failed: in_file_duplicate (line 2, pipeline and stage)",
        "4 unchanged",
      ]);
      const again = await workspace.import(file, create);
      expect(await told(workspace, again)).toEqual([
        "2 skipped: already_exists (contacts 1)",
        "3 failed: in_file_duplicate (line 2, pipeline and stage)",
        "4 skipped: already_exists (contacts 1)",
      ]);
      expect(await people(workspace, "email", "last_name")).toEqual(["ann@x.test | -"]);
    }
  });

  test("a contact that another import gave an opportunity stays when its own import is undone", async () => {
    const workspace = await withPipelines();
    const record = await workspace.import(FILE, BOTH);
    await workspace.import("Email,Deal\nann@x.test,Other\n", DEALS);
    await workspace.undo(record);
    expect(await people(workspace, "email")).toEqual(["ann@x.test"]);
    expect(await deals(workspace)).toEqual(["Other | Ann Lee | Sales | New | - | open"]);
  });

  const JOINT = "Email,Company,Opportunity name,Opportunity external id,Pipeline,Stage\n";
  const LINE = `${JOINT}ann@x.test,Acme,Deal,D-1,Sales,New\n`;
  const EDIT = "Opportunity external id,Value,Pipeline,Stage\nD-1,500,Sales,Offer\n";
  const ALONE = "Opportunity name,Opportunity external id,Pipeline,Stage\nDeal,D-1,Sales,New\n";
  const SAME_ACCOUNT = "Opportunity name,Opportunity external id,Company,Pipeline,Stage\nOther,D-9,Acme,Sales,New\n";
  test.each([
    ["that was edited since stays, with its contact", null, EDIT, { deleted: 0, kept: 2 }, { deleted: 0, kept: 1 }],
    ["of another import is in their account", null, SAME_ACCOUNT, { deleted: 2, kept: 0 }, { deleted: 0, kept: 1 }],
    ["lets go of the contact again", ALONE, null, { deleted: 1, restored: 1, kept: 0 }, { deleted: 1, kept: 0 }],
    ["lets go, though it was edited since", ALONE, EDIT, { deleted: 1, restored: 1 }, { deleted: 1, kept: 0 }],
  ])("an undo does what its preview says where an opportunity %s (C-U1)", async (_, before, after, tally, sides) => {
    for (const only of [null, 2]) {
      const workspace = await withPipelines();
      if (before !== null) await workspace.import(before, DEALS);
      const record = await workspace.import(LINE, BOTH);
      if (after !== null) await workspace.import(after, DEALS);
      const request = { only, includeEdited: false };
      const preview = await previewUndo(workspace.ports, record, request);
      expect(preview).toMatchObject({ tally, sides });
      const { undo } = await workspace.undo(record, request);
      expect({ tally: undo?.tally, sides: undo?.sides }).toEqual(preview);
    }
  });

  test("a line undone alone leaves the contact that opportunities of other lines belong to (C-U1)", async () => {
    const workspace = await withPipelines();
    const record = await workspace.import(`${LINE}ann@x.test,Acme,Other,D-2,Sales,New\n`, BOTH);
    const request = { only: 2, includeEdited: false };
    const preview = await previewUndo(workspace.ports, record, request);
    expect(preview).toMatchObject({ tally: { deleted: 1, kept: 1 }, sides: { deleted: 0, kept: 1 } });
    const { undo } = await workspace.undo(record, request);
    expect({ tally: undo?.tally, sides: undo?.sides }).toEqual(preview);
    expect(await deals(workspace)).toEqual(["Other | ann@x.test | Sales | New | - | open"]);
    expect((await workspace.undo(record)).undo?.tally).toMatchObject({ deleted: 2, kept: 0 });
    expect([...(await deals(workspace)), ...(await people(workspace, "email"))]).toEqual([]);
  });

  test("the policy says whether there are opportunities, and whether they may stand in one file", async () => {
    const workspace = await withPipelines();
    expect((await workspace.refusal(FILE, { ...BOTH, ...set("opportunities=off") })).code).toBe("opportunities_off");
    expect((await workspace.refusal(FILE, { ...BOTH, ...set("opportunities=separate_file") })).code).toBe(
      "opportunities_apart",
    );
    expect(counts(await workspace.plan("Deal\nWebsite\n", { ...DEALS, ...set("opportunities=separate_file") }))).toBe(
      "1 created",
    );
  });

  test("the template of both maps by itself and is taken", async () => {
    const workspace = await withPipelines();
    const { rows } = accepted(
      await opportunityTemplate(workspace.ports, workspace.workspace, {
        ...{ kind: "contacts,opportunities", mode: null, preset: null },
      }),
    );
    const quoted = rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");
    const record = await workspace.import(`${quoted}\n`, BOTH);
    expect(counts(record)).toBe("1 created");
    expect((await deals(workspace)).length).toBe(1);
  });
});

describe("opportunities in a file of their own", () => {
  const PEOPLE = "Email,Phone,Name,External ID\nann@x.test,+14155550100,Ann Lee,A-1\nbob@x.test,,Bob Ray,B-1\n";

  async function withPeople(batchRows = 100): Promise<TestWorkspace> {
    const workspace = await withPipelines({ batchRows });
    await workspace.import(PEOPLE);
    return workspace;
  }

  test("refer to contacts by id, external id, e-mail or phone, and change none", async () => {
    const workspace = await withPeople();
    const before = await workspace.contacts();
    const record = await workspace.import(
      `Deal name,Contact email,Phone,Contact external ID
By mail,ann@x.test,,
By phone,,(415) 555-0100,
By external id,,,B-1
Of nobody,,,
Unknown,zoe@x.test,,
`,
      { ...DEALS, country: "US" },
    );
    expect(await told(workspace, record)).toEqual([
      ...["2 created", "3 created", "4 created", "5 created"],
      "6 failed: contact_not_in_workspace",
    ]);
    expect((await deals(workspace)).map((deal) => deal.split(" | ").slice(0, 2).join(" of "))).toEqual([
      ...["By mail of Ann Lee", "By phone of Ann Lee", "By external id of Bob Ray", "Of nobody of -"],
    ]);
    expect(await workspace.contacts()).toEqual(before);
  });

  test("are matched by id, by external id, else by contact, pipeline and name", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await withPeople(batchRows);
      const head = "External ID,Deal name,Email,Value\n";
      await workspace.import(`${head}D-1,Website,ann@x.test,1\nD-2,Website,ann@x.test,2\n,Shop,ann@x.test,3\n`, DEALS);
      const record = await workspace.import(
        `${head}D-1,Website,ann@x.test,10\nD-3,Website,ann@x.test,30\n,Shop,ann@x.test,33\n,Shop,bob@x.test,4\n`,
        DEALS,
      );
      expect(await told(workspace, record)).toEqual(["2 updated", "3 created", "4 updated", "5 created"]);
      await workspace.undo(record);
      expect((await deals(workspace)).map((deal) => deal.split(" | ")[4])).toEqual(["1", "2", "3"]);
    }
  });

  test("a closing stage says the status, leaving it opens the deal again, and another pipeline begins anew", async () => {
    const workspace = await withPeople();
    const head = "Deal,Email,Pipeline,Stage,Status\n";
    const move = async (line: string): Promise<readonly string[]> => {
      await workspace.import(`${head}${line}\n`, DEALS);
      return (await deals(workspace)).map((deal) => deal.split(" | ").slice(2).join(" | "));
    };
    expect(await move("Website,ann@x.test,Sales,Offer,")).toEqual(["Sales | Offer | - | open"]);
    expect(await move("Website,ann@x.test,Sales,,won")).toEqual(["Sales | Offer | - | won"]);
    expect(await move("Website,ann@x.test,Sales,Lost,")).toEqual(["Sales | Lost | - | lost"]);
    expect(await move("Website,ann@x.test,Sales,New,")).toEqual(["Sales | New | - | open"]);
  });

  test("an edit since the import keeps its field when the import is undone", async () => {
    const workspace = await withPeople();
    const made = await workspace.import("External ID,Deal,Value\nD-1,Website,1\n", DEALS);
    const changed = await workspace.import("External ID,Value,Stage\nD-1,2,Offer\n", DEALS);
    await workspace.import("External ID,Value\nD-1,3\n", DEALS);
    await workspace.undo(changed);
    expect(await deals(workspace)).toEqual(["Website | - | Sales | New | 3 | open"]);
    await workspace.undo(made);
    expect((await deals(workspace)).length).toBe(1);
  });

  test("the export imported again changes nothing, and an edited value is the only change", async () => {
    const workspace = await withPeople();
    await workspace.import("Deal,Email,Stage,Value,Region\nWebsite,ann@x.test,Offer,12.5,=1+1\nShop,,Won,,\n", DEALS);
    const pages = accepted(
      await exportOpportunities(workspace.ports, workspace.workspace, { search: null, filters: [] }),
    );
    const exported = await csv(pages);
    expect(counts(await workspace.import(exported, DEALS))).toBe("2 unchanged");
    expect(counts(await workspace.import(exported.replace("12.5", "13"), { ...DEALS, mode: "update" }))).toBe(
      "1 updated, 1 unchanged",
    );
  });

  test("without any pipeline nothing is made, and the problem says what to do first", async () => {
    const workspace = await open();
    const record = await workspace.import("Deal\nWebsite\n", DEALS);
    expect(await told(workspace, record)).toEqual(["2 failed: pipeline_missing"]);
  });
});
