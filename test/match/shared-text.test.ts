/** Which of several addresses or numbers a line is said to be recognised by. */
import { expect, test } from "vitest";
import { lineJson } from "../../src/app/view/line-json.ts";
import { set, workspaces } from "../scenario/story.ts";
import type { TestWorkspace } from "../support/workspace.ts";

const open = workspaces();

async function matchesOf(workspace: TestWorkspace, ...[text, request]: Parameters<TestWorkspace["import"]>) {
  const lines = await workspace.lines(await workspace.import(text, request));
  const words = { words: { object: "contact" }, idKey: workspace.workspace.idKey, mendedBy: null, fields: [] };
  return lines.map((line) => lineJson(line, words as never).match?.value ?? null);
}

test("one that the contact has, not the first one of the line", async () => {
  const workspace = await open();
  await workspace.import("Name,Email\nAnn,ann@x.com\n");
  const file = "Email,Additional email addresses,City\nann@x.com,other@x.com; more@x.com,Paris\n";
  expect(await matchesOf(workspace, file)).toEqual(["ann@x.com"]);
  const twice = "Email,Additional email addresses\nnew@x.com,bob@x.com\nnew@x.com,cy@x.com\n";
  expect(await matchesOf(workspace, twice)).toEqual([null, "new@x.com"]);
});

test("the parts of a key of several fields stand beside each other", async () => {
  const workspace = await open();
  const file = "Account name,Domain,First name,Last name\nAcme,acme.com,Bob,Ray\n";
  const same = set("match=account_name", "requiredToCreate=none");
  await workspace.import(file, same);
  expect(await matchesOf(workspace, file, same)).toEqual(["acme, bob, ray, acme.com"]);
});
