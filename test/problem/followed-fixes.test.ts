/** What a person reads and does word for word: it has to be possible, and to help. */
import { describe, expect, test } from "vitest";
import { problemWordsOf } from "../../src/app/view/ledger-json.ts";
import { size } from "../../src/core/policy/size-value.ts";
import { catalogue } from "../../src/core/problem/catalogue.ts";
import { problemWords } from "../../src/core/problem/object-words.ts";
import { problemMessage } from "../../src/core/problem/render-problem.ts";
import { set, workspaces } from "../scenario/story.ts";

const open = workspaces({});

describe("what to do about a problem", () => {
  test("of a stage names what stages have: no external ids, and no export of their own", () => {
    for (const code of ["required_fields_missing", "in_file_duplicate", "contact_not_in_workspace"] as const)
      expect(problemWords(code, "stage").fix).not.toMatch(/external id|export stages|current ids/);
  });

  test("of a phone number with words behind it says to leave them out", () =>
    expect(catalogue.phone_unreadable.fix).toContain("Leave nothing but the number in the cell"));

  test("of an unknown option does not promise that built-in fields take another one", () =>
    expect(catalogue.option_unknown.fix).toContain("add this one to a field of your own"));
});

test("a stage that is there already is called by its name, not by its pipeline's number", async () => {
  const workspace = await open();
  const file = "pipeline_name,stage_name,position\nSales,New,1\n";
  await workspace.import(file, { object: "stage" });
  const record = await workspace.plan(file, { object: "stage", ...set("onMatch=skip") });
  const [line] = await workspace.lines(record);
  const problem = line!.problems[0]!;
  expect(problemMessage(problem, problemWordsOf(record, workspace.workspace.idKey))).toMatch(
    /^The stage already exists: stg_\w+ has name new\.$/,
  );
});

test("a size below a thousand bytes has its unit, and is read again", () => {
  expect(size.render(50)).toBe("50B");
  expect(size.parse("50B")).toBe(50);
});
