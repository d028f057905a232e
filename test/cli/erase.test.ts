/** `contacts erase` and `retention apply`, as their users meet them. */
import { expect, test } from "vitest";
import { workbench } from "./run-muster.ts";

const FILE = "email,full_name\nann@example.com,Ann Lee\nbob@example.com,Bob Bell\n";

test("erasing shows what would go, asks, and leaves a ledger that balances and a receipt that holds (C-X9)", () => {
  const bench = workbench();
  const done = bench.json(["import", bench.file("people.csv", FILE), "--yes"]);
  const receipt = bench.file("receipt.json", bench.run(["receipt", "latest"]).out);
  const erase = ["contacts", "erase", "ann@example.com"];
  expect(bench.json([...erase, "--dry-run"])).toMatchObject({
    code: 0,
    wouldErase: { contacts: 1, lines: 1, rows: 1, files: 1 },
    imports: [{ import: done.import, file: "people.csv", lines: [2] }],
  });
  expect(bench.json(erase)).toMatchObject({ code: 2, problem: { code: "confirmation_required" } });
  bench.run(["members", "add", "ed@example.com", "--name", "Ed Itor", "--role", "editor"]);
  expect(bench.json([...erase, "--yes", "--as", "ed@example.com"])).toMatchObject({
    problem: { code: "permission_denied" },
  });
  expect(bench.json([...erase, "--yes"])).toMatchObject({ code: 0, erased: { contacts: 1, lines: 1 } });
  expect(bench.json(["show", "latest"])).toMatchObject({ lines: 2, outcomes: { created: 2 } });
  expect(bench.json(["verify", receipt])).toMatchObject({ code: 0, verified: true, erasedLines: [2] });
  expect(bench.run(["lines", "latest"]).out).toMatch(/2\s+created\s+erased/);
  expect(bench.json([...erase, "--yes"])).toMatchObject({ code: 2, problem: { code: "contact_unknown" } });
  expect(bench.json(["undo", "latest", "--yes"])).toMatchObject({ undo: { deleted: 1, erased: 1 } });
});

test("of a workbook the rows are kept and the file goes, and asking for it says so (C-X9)", () => {
  const bench = workbench();
  bench.json(["import", bench.file("people.csv", FILE), "--yes"]);
  bench.run(["export", "contacts", "--format", "xlsx", "--out", bench.path("people.xlsx")]);
  expect(bench.json(["import", bench.path("people.xlsx"), "--yes"])).toMatchObject({ state: "done" });
  bench.json(["contacts", "erase", "ann@example.com", "--yes"]);
  expect(bench.json(["imports", "file", "latest", "--out", bench.path("back.xlsx")])).toMatchObject({
    code: 2,
    problem: { code: "source_file_expired" },
  });
});

test("retention is shown and refused values are named (C-X9)", () => {
  const bench = workbench();
  bench.json(["import", bench.file("people.csv", FILE), "--yes"]);
  expect(bench.run(["policy", "set", "keepFiles", "1h"]).code).toBe(2);
  expect(bench.run(["policy", "set", "keepFiles", "30 days"]).code).toBe(0);
  bench.run(["policy", "preset", "simple-crm"]);
  expect(bench.json(["retention", "apply", "--dry-run"])).toEqual({
    code: 0,
    keepFiles: "30d",
    keepHistory: "forever",
    dryRun: true,
    files: [],
    histories: [],
  });
});
