/** A file without a header whose rows are not all of one length: most of them say how many columns there are (C-B8). */
import { expect, test } from "vitest";
import { told, workspaces } from "./story.ts";

const open = workspaces();

test.each([
  ["too many", "bob@example.com,Bob,Low,no,extra"],
  ["too few", "bob@example.com,Bob"],
])("one row with %s cells fails, and the others are written", async (_, odd) => {
  for (const at of [0, 1, 3]) {
    const rows = ["ann@example.com,Ann,Lee,yes", "cy@example.com,Cy,Po,no", "di@example.com,Di,Oh,yes"];
    rows.splice(at, 0, odd);
    const workspace = await open();
    const record = await workspace.import(`${rows.join("\n")}\n`);
    const outcomes = rows.map((row, line) => `${line + 1} ${row === odd ? "failed: ragged_row" : "created"}`);
    expect(await told(workspace, record)).toEqual(outcomes);
  }
});
