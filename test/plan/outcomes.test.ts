/** What becomes of a line by mode and policy: every combination, on one known and one unknown person. */
import { describe, expect, test } from "vitest";
import type { ImportMode } from "../../src/core/policy/policy.ts";
import { people, set, told, workspaces } from "../scenario/story.ts";

const open = workspaces();

const KNOWN = "Name,Email\nAnn,ann@example.com\n";
const FILE = "Name,Email\nAnna,ann@example.com\nBob,bob@example.com\n";

describe("a known person (line 2) and an unknown one (line 3)", () => {
  test.for<{
    readonly mode: ImportMode;
    readonly keys: string;
    readonly told: readonly string[];
    readonly names: string;
  }>([
    { mode: "both", keys: "", told: ["2 updated", "3 created"], names: "Anna, Bob" },
    { mode: "both", keys: "onMatch=update", told: ["2 updated", "3 created"], names: "Anna, Bob" },
    {
      mode: "both",
      keys: "onMatch=skip",
      told: ["2 skipped: already_exists (contacts 1)", "3 created"],
      names: "Ann, Bob",
    },
    {
      mode: "both",
      keys: "onMatch=fail",
      told: ["2 failed: already_exists (contacts 1)", "3 created"],
      names: "Ann, Bob",
    },
    { mode: "both", keys: "onMatch=duplicate", told: ["2 created", "3 created"], names: "Ann, Anna, Bob" },
    {
      mode: "both",
      keys: "onMatch=ask",
      told: ["2 skipped: already_exists (contacts 1)", "3 created"],
      names: "Ann, Bob",
    },
    { mode: "create", keys: "", told: ["2 skipped: already_exists (contacts 1)", "3 created"], names: "Ann, Bob" },
    { mode: "create", keys: "onMatch=update", told: ["2 updated", "3 created"], names: "Anna, Bob" },
    {
      mode: "create",
      keys: "onMatch=fail",
      told: ["2 failed: already_exists (contacts 1)", "3 created"],
      names: "Ann, Bob",
    },
    { mode: "create", keys: "onMatch=duplicate", told: ["2 created", "3 created"], names: "Ann, Anna, Bob" },
    { mode: "update", keys: "", told: ["2 updated", "3 failed: contact_not_in_workspace"], names: "Anna" },
    {
      mode: "update",
      keys: "onNoMatch=fail",
      told: ["2 updated", "3 failed: contact_not_in_workspace"],
      names: "Anna",
    },
    { mode: "update", keys: "onNoMatch=skip", told: ["2 updated", "3 skipped: no_match"], names: "Anna" },
    {
      mode: "update",
      keys: "onMatch=skip",
      told: ["2 skipped: already_exists (contacts 1)", "3 failed: contact_not_in_workspace"],
      names: "Ann",
    },
    {
      mode: "update",
      keys: "onMatch=fail",
      told: ["2 failed: already_exists (contacts 1)", "3 failed: contact_not_in_workspace"],
      names: "Ann",
    },
    { mode: "update", keys: "onMatch=ask", told: ["2 updated", "3 failed: contact_not_in_workspace"], names: "Anna" },
  ])("mode $mode, $keys: $told (C-H2, C-I1)", async ({ mode, keys, told: expected, names }) => {
    const workspace = await open();
    await workspace.import(KNOWN);
    const record = await workspace.import(FILE, { mode, ...set(...keys.split(",").filter((key) => key !== "")) });
    expect(await told(workspace, record)).toEqual(expected);
    expect((await people(workspace, "full_name")).join(", ")).toBe(names);
  });
});

test("a duplicate that was asked for is made once per person of the file: its lines are merged into it (C-H2, C-H3)", async () => {
  const workspace = await open({ batchRows: 1 });
  await workspace.import(KNOWN);
  const record = await workspace.import(
    "Name,Email,City\nAnna,ann@example.com,\nAnna,ann@example.com,Rome\n",
    set("onMatch=duplicate"),
  );
  expect(await told(workspace, record)).toEqual(["2 created", "3 updated"]);
  expect(await people(workspace, "full_name", "city")).toEqual(["Ann | -", "Anna | Rome"]);
});

test("a skipped line changes nothing, not even by the tags of the import (C-H2)", async () => {
  const workspace = await open();
  await workspace.import(KNOWN);
  await workspace.import(FILE, { tags: ["fair"], ...set("onMatch=skip") });
  expect(await people(workspace, "full_name", "tags")).toEqual(["Ann | -", "Bob | fair"]);
});

test("a line that says who it is by an unknown id is never created under another (C-H2)", async () => {
  const workspace = await open();
  const file = "Contact ID,Name,Email\ncon_zzzzzzzzzz,Ann,ann@example.com\n";
  for (const mode of ["create", "both", "update"] as const) {
    expect(await told(workspace, await workspace.import(file, { mode }))).toEqual([
      "2 failed: contact_not_in_workspace",
    ]);
    const skipped = await workspace.import(file, { mode, ...set("onNoMatch=skip") });
    expect(await told(workspace, skipped)).toEqual(["2 skipped: id_unknown"]);
  }
  expect(await workspace.contacts()).toEqual([]);
});
