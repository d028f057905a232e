/** Where the policy lets imports add options (createOptions): what lines bring becomes an option of the field. */
import { describe, expect, test } from "vitest";
import { fixCells } from "../../src/app/import/changing/fix-cells.ts";
import { runImport } from "../../src/app/import/run-import.ts";
import { addCustomField } from "../../src/app/workspace/custom-fields.ts";
import { MOST_OPTIONS } from "../../src/core/contact/custom-field.ts";
import { counts, people, set, told, workspaces } from "../scenario/story.ts";
import { accepted, type TestOptions, type TestWorkspace } from "../support/workspace.ts";

const newWorkspace = workspaces();
const YES = set("createOptions=yes");

async function open(type = "single_choice", options: TestOptions = {}): Promise<TestWorkspace> {
  const workspace = await newWorkspace(options);
  const request = { key: "kind", label: "Kind", type, options: ["C"], holdsExternalId: false };
  accepted(await addCustomField(workspace.ports, workspace.workspace, request));
  return workspace;
}

const optionsOf = async ({ ports, workspace }: TestWorkspace) =>
  (await ports.store.fields.list(workspace.number))[0]?.options;

const FILE = "Name,Email,Kind\nAnn,a@x.com,D\nBob,b@x.com,d\nCid,c@x.com,c\nDan,d@x.com, E  e\nEve,e@x.com,EE\n";

describe("options that imports add (C-E5)", () => {
  for (const type of ["single_choice", "radio"]) {
    for (const batchRows of [1, 2, 100]) {
      test(`are the field's, each in its first spelling: ${type}, ${batchRows} lines a batch`, async () => {
        const workspace = await open(type, { batchRows });
        const record = await workspace.import(FILE, YES);
        expect(await told(workspace, record)).toEqual([2, 3, 4, 5, 6].map((line) => `${line} created`));
        expect(await people(workspace, "kind")).toEqual(["D", "D", "C", "E e", "E e"]);
        expect(await optionsOf(workspace)).toEqual(["C", "D", "E e"]);
        expect(counts(await workspace.import(FILE, YES))).toBe("5 unchanged");
        expect(counts(await workspace.import("Email,Kind\na@x.com,d\nb@x.com,C\n"))).toBe("1 updated, 1 unchanged");
      });
    }
  }

  for (const type of ["multiple_choice", "checkbox"]) {
    test(`of cells with several values, too: ${type}`, async () => {
      const workspace = await open(type, { batchRows: 1 });
      await workspace.import('Email,Kind\na@x.com,"D; c; d"\nb@x.com,"e, D"\nc@x.com,E\n', YES);
      expect(await people(workspace, "kind")).toEqual(["D, C", "e, D", "e"]);
      expect(await optionsOf(workspace)).toEqual(["C", "D", "e"]);
    });
  }

  test("are shown by the plan, which adds none, and written as shown (C-P2, C-P3)", async () => {
    const workspace = await open("single_choice", { batchRows: 1 });
    await workspace.import("Email\na@x.com\nb@x.com\n");
    const planned = await workspace.plan("Email,Kind\na@x.com,D\nb@x.com,d\n", YES);
    expect((await workspace.lines(planned)).map(({ changes }) => changes?.kind?.[1])).toEqual(["D", "D"]);
    expect(await optionsOf(workspace)).toEqual(["C"]);
    const record = accepted(await runImport(workspace.ports, planned.ref));
    expect(await told(workspace, record)).toEqual(["2 updated", "3 updated"]);
    expect(await optionsOf(workspace)).toEqual(["C", "D"]);
  });

  test("of a corrected plan are those of a whole new one", async () => {
    const workspace = await open();
    await workspace.import("Email\na@x.com\nb@x.com\n");
    const planned = await workspace.plan("Email,Kind\na@x.com,D\nb@x.com,d\n", YES);
    const cells = [{ line: 2, column: "Kind", value: "C" }];
    const fixed = accepted(await fixCells(workspace.ports, planned.ref, { cells, everywhere: [], by: "ann" }));
    expect((await workspace.lines(fixed)).map(({ changes }) => changes?.kind?.[1])).toEqual(["C", "d"]);
  });

  test("are what a line brings that can be read, whatever becomes of it, and stay when the import is undone", async () => {
    const workspace = await open();
    const record = await workspace.import("Name,Email,Kind\n,,X\nAnn,a@x.com,D\nBob,b@,Y,z\n", YES);
    expect(await optionsOf(workspace)).toEqual(["C", "X", "D"]);
    await workspace.undo(record);
    expect(await optionsOf(workspace)).toEqual(["C", "X", "D"]);
    expect(counts(await workspace.import("Name,Email,Kind\nAnn,a@x.com,d\n"))).toBe("1 created");
  });

  test("of another import in between are the same options", async () => {
    const workspace = await open();
    const planned = await workspace.plan("Name,Email,Kind\nAnn,a@x.com,d\n", YES);
    await workspace.import("Name,Email,Kind\nBob,b@x.com,D\n", YES);
    await runImport(workspace.ports, planned.ref);
    expect(await optionsOf(workspace)).toEqual(["C", "D"]);
    expect(await people(workspace, "kind")).toEqual(["D", "D"]);
  });

  test("are those of the object that has the field: opportunities beside contacts, each its own", async () => {
    const workspace = await open("single_choice", { batchRows: 1 });
    const field = { object: "opportunity" as const, key: "size", label: "Size", type: "radio" };
    accepted(
      await addCustomField(workspace.ports, workspace.workspace, { ...field, options: ["S"], holdsExternalId: false }),
    );
    await workspace.import("pipeline_name,stage_name,position\nSales,New,1\n", { object: "stage" });
    const deals =
      "Email,Kind,Opportunity name,Pipeline,Stage,Size\na@x.com,D,One,Sales,New,XL\nb@x.com,d,Two,Sales,New,xl\n";
    const record = await workspace.import(deals, { ...YES, withOpportunities: true });
    expect(await told(workspace, record)).toEqual(["2 created", "3 created"]);
    const { fields } = workspace.ports.store;
    const number = workspace.workspace.number;
    expect((await fields.list(number, "opportunity"))[0]?.options).toEqual(["S", "XL"]);
    expect(await optionsOf(workspace)).toEqual(["C", "D"]);
  });

  test("are no more than a field may have", async () => {
    const workspace = await open("single_choice", { batchRows: 400 });
    const rows = Array.from({ length: MOST_OPTIONS + 1 }, (_, at) => `p${at}@x.com,option ${at}\n`);
    const record = await workspace.import(`Email,Kind\n${rows.join("")}`, YES);
    expect(await optionsOf(workspace)).toHaveLength(MOST_OPTIONS);
    const found = (await told(workspace, record)).filter((line) => line.includes("option_unknown (Kind)"));
    expect(found.map((line) => line.split(" ")[0])).toEqual(["1001", "1002"]);
  });
});
