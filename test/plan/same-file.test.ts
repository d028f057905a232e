import { afterEach, expect, test } from "vitest";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let workspace: TestWorkspace;
afterEach(() => workspace.close());

const FILE = "Name,City\nAnn Lee,Rome\nBob Ray,Oslo\nAnn Lee,Bern\n";

test("people known by name alone are not created again by the same file (C-X3)", async () => {
  workspace = await testWorkspace({ batchRows: 2 });
  await workspace.import(FILE);
  const second = await workspace.import(FILE);
  expect(second.progress?.tally.outcomes).toMatchObject({ created: 0, unchanged: 3 });
  const third = await workspace.import(FILE);
  expect(third.progress?.tally.outcomes).toMatchObject({ created: 0, unchanged: 3 });
  expect((await workspace.lines(third))[0]?.match).toEqual({ key: "same_line", value: second.id });
});

test("once the first import is undone, they are created anew", async () => {
  workspace = await testWorkspace();
  await workspace.undo(await workspace.import(FILE));
  const again = await workspace.import(FILE);
  expect(again.progress?.tally.outcomes.created).toBe(3);
});

test("another file that says the same is another file: nothing tells that these are the same people", async () => {
  workspace = await testWorkspace();
  await workspace.import(FILE);
  const other = await workspace.import(`${FILE}Cy Fox,Kyiv\n`);
  expect(other.progress?.tally.outcomes.created).toBe(4);
});
