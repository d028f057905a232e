/** C-E1 to C-E6: what people write where they have no value costs neither the row nor a wrong value. */
import { afterEach, expect, test } from "vitest";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let workspace: TestWorkspace | null = null;
afterEach(async () => {
  await workspace?.close();
  workspace = null;
});

const FILE = `First name,Last name,Email,Phone,Birthday,Website
Ann,Lee,n/a,+1 415 555 0100,unknown,-
Bob,None,bob@example.com,(blank),--,keine
Cid,Null,-,N/A,.,null
`;

test("the row is written without the cell, a warning says so, and a name stays a name", async () => {
  workspace = await testWorkspace();
  const record = await workspace.import(FILE);
  const lines = await workspace.lines(record);
  expect(lines.map(({ outcome }) => outcome)).toEqual(["created", "created", "created"]);
  for (const line of lines)
    expect(line.problems.map(({ code, severity }) => [code, severity])).toEqual(
      line.problems.map(() => ["placeholder_ignored", "warning"]),
    );
  expect(lines.map(({ problems }) => problems.length)).toEqual([3, 3, 4]);
  const contacts = await workspace.contacts();
  expect(contacts.map(({ values }) => values.get("last_name"))).toEqual(["Lee", "None", "Null"]);
  expect(contacts.map(({ values }) => values.get("email") ?? "")).toEqual(["", "bob@example.com", ""]);
});

test("lines that share NULL for an id are not one contact", async () => {
  workspace = await testWorkspace();
  await workspace.import("external_id,Email\nNULL,ann@example.com\nNULL,bob@example.com\nn/a,cid@example.com\n");
  const contacts = await workspace.contacts();
  expect(contacts.map(({ values }) => [values.get("external_id") ?? "", values.get("email")])).toEqual([
    ["", "ann@example.com"],
    ["", "bob@example.com"],
    ["", "cid@example.com"],
  ]);
});
