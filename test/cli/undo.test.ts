/** `undo` and `cancel`. */
import { expect, test } from "vitest";
import { workbench } from "./run-muster.ts";

const FIRST = "email,job_title\nann@example.com,Buyer\nbob@example.com,Clerk\n";
const SECOND = "email,job_title\nann@example.com,Head\neva@example.com,Chef\n";

test("an undo is previewed, not done without a yes, and takes back creates and updates (C-U1)", () => {
  const bench = workbench();
  bench.json(["import", bench.file("first.csv", FIRST), "--yes"]);
  const second = bench.file("second.csv", SECOND);
  bench.json(["import", second, "--yes"]);
  expect(bench.json(["undo", "latest", "--dry-run"])).toMatchObject({ preview: { deleted: 1, restored: 1 }, code: 0 });
  const { out } = bench.run(["undo", "latest", "--dry-run"]);
  expect(out).toMatch(/^ {4}line 3 {2}con_\w+ deleted\n {4}line 2 {2}con_\w+ job_title: Buyer ← Head$/m);
  expect(bench.json(["undo", "latest"])).toMatchObject({ code: 2, problem: { code: "confirmation_required" } });
  expect(bench.json(["undo", "latest", "--line", "2", "--yes"])).toMatchObject({ undo: { restored: 1 }, line: 2 });
  expect(bench.json(["undo", "latest", "--line", "99", "--yes"])).toMatchObject({
    code: 2,
    problem: { code: "line_unknown" },
  });
  expect(bench.json(["undo", "latest", "--yes"])).toMatchObject({ state: "undone", undo: { deleted: 1 }, code: 0 });
  expect(bench.json(["plan", second])).toMatchObject({ outcomes: { created: 1, updated: 1 } });
});

test("a line whose contact the same undo deletes is said to be a line, not a contact that is back", () => {
  const bench = workbench();
  const twice = "email,job_title,city\nann@example.com,Buyer,\nbob@example.com,Clerk,\nann@example.com,,Paris\n";
  bench.json(["import", bench.file("twice.csv", twice), "--yes"]);
  expect(bench.run(["undo", "latest", "--dry-run"]).out).toMatch(/^ {2}1 line would have its changes taken back$/m);
  const { out } = bench.run(["undo", "latest", "--yes"]);
  expect(out).toContain("2 contacts deleted, the changes of 1 line taken back.");
  expect(bench.run(["show", "latest"]).out).toMatch(/^ {2}2 deleted, the changes of 1 line taken back$/m);
});

test("what was edited since is kept and listed", () => {
  const bench = workbench();
  bench.json(["import", bench.file("first.csv", FIRST), "--yes"]);
  bench.json(["import", bench.file("second.csv", SECOND), "--yes"]);
  bench.json(["import", bench.file("third.csv", "email,job_title\nann@example.com,Boss\n"), "--yes"]);
  const [, second] = bench
    .run(["imports", "--json"])
    .out.trim()
    .split("\n")
    .map((line) => JSON.parse(line).import);
  const undone = bench.json(["undo", second, "--yes"]);
  expect(undone).toMatchObject({
    state: "undone",
    undo: { deleted: 1, kept: 1 },
    keptLines: [{ line: 2, result: "kept", fields: ["job_title"] }],
  });
});

test("a contact that stays because a later import changed it says which, in the preview and in the end", () => {
  const bench = workbench();
  const first = String(
    bench.json(["import", bench.file("first.csv", "email,job_title\nann@example.com,Clerk\n"), "--yes"]).import,
  );
  const later = String(
    bench.json(["import", bench.file("later.csv", "email,job_title\nann@example.com,Boss\n"), "--yes"]).import,
  );
  const preview = bench.run(["undo", first, "--dry-run"]).out;
  expect(preview).toMatch(/1 would stay as it is: it was changed since/);
  expect(preview).toMatch(new RegExp(`line 2 +con_\\w+ stays: changed or used since by ${later}$`, "m"));
  // What a later import found as it is now is no reason of the earlier one's making.
  expect(bench.json(["undo", later, "--dry-run"]).keptLines).toEqual([]);
  expect(bench.json(["undo", first, "--yes"]).keptLines).toMatchObject([{ line: 2, result: "kept", keptFor: [later] }]);
});

test("a planned import can be cancelled and is then run no more", () => {
  const bench = workbench();
  const { import: id } = bench.json(["plan", bench.file("first.csv", FIRST)]);
  const deals = bench.file("deals.csv", "Email,Opportunity name\nann@example.com,Roof\n");
  const { import: both } = bench.json(["plan", deals, "--object", "contacts,opportunities"]);
  expect(bench.run(["cancel", String(both)]).out).toContain("is cancelled: 0 lines had been written.");
  expect(bench.json(["cancel", String(id)])).toMatchObject({ state: "cancelled", lines: 0 });
  expect(bench.json(["resume", String(id)])).toMatchObject({ code: 2, problem: { code: "import_state_invalid" } });
});
