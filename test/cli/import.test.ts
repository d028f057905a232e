/** `import` and `plan`: the object for programs, exit codes, refusals, and what a person is told. */
import { describe, expect, test } from "vitest";
import { jsonLines, muster, workbench } from "./run-muster.ts";

const FILE = "Email,First name,Last name\nann@example.com,Ann,Lee\n\nbob@example.com,Bob,Ray\nnot an address,Cy,Poe\n";
const OUTCOMES = { created: 2, updated: 0, unchanged: 0, skipped: 0, failed: 1 };

describe("import --yes --json (C-A3)", () => {
  test("answers the ledger's counts in one object; the plan before it has the same (C-P2, C-P3, C-X1, C-X3)", () => {
    const bench = workbench();
    const file = bench.file("people.csv", FILE);
    const expected = {
      mode: "both",
      lines: 3,
      blankLines: 1,
      outcomes: OUTCOMES,
      problems: { email_invalid: 1 },
      warnings: {},
      code: 0,
    };
    const planned = bench.json(["plan", file]);
    expect(planned).toMatchObject({ ...expected, state: "planned", receipt: null });
    const done = bench.json(["import", file, "--yes"]);
    expect(done).toMatchObject({ ...expected, state: "done" });
    expect(done.import).toMatch(/^imp_[0-9a-z]{10}$/);
    expect(done.receipt).toMatch(/^sha256:[0-9a-f]{64}$/);
    for (const key of ["seconds", "rowsPerSecond", "peakMiB"]) expect(done[key]).toBeGreaterThan(0);
    const again = bench.json(["import", "-", "--yes", "--strict"], { input: FILE });
    expect(again).toMatchObject({ outcomes: { created: 0, unchanged: 2, failed: 1 }, code: 3, file: "standard input" });
    const history = jsonLines(bench.run(["imports", "--json"]).out);
    expect(history.map(({ state, lines }) => [state, lines])).toEqual([
      ["done", 3],
      ["done", 3],
      ["planned", 3],
    ]);
  });

  test("takes mapping, policy keys and tags for this import alone, and the mapping is remembered (C-D7, C-I3)", () => {
    const bench = workbench();
    const file = bench.file("odd.csv", "Wer,Was\nann@example.com,Ann Lee\n");
    const options = ["--map", "#2=full_name", "--map", "Wer=email", "--tag", "fair", "--set", "in-file=last"];
    expect(bench.json(["import", file, "--yes", ...options])).toMatchObject({
      state: "done",
      outcomes: { created: 1 },
    });
    const shown = bench.json(["show", "latest"]);
    expect(shown).toMatchObject({ tags: ["fair"], policy: { inFile: "last" }, differences: [{ key: "inFile" }] });
    expect(bench.json(["plan", file])).toMatchObject({ outcomes: { unchanged: 1 } });
  });

  test.for([["^"], ["~"], ["||"], ["|~|"]])(
    "takes a file parted by %s without being told (C-B2)",
    ([delimiter = ""]) => {
      const bench = workbench();
      const lines = [
        ["Name", "Email", "City"],
        ["Ann Lee", "ann@example.com", "Oslo"],
        ["Bob Ray", "bob@example.com", ""],
      ];
      const file = bench.file("parted.txt", lines.map((cells) => cells.join(delimiter)).join("\n"));
      expect(bench.json(["import", file, "--yes"])).toMatchObject({ outcomes: { created: 2 }, dialect: { delimiter } });
      const given = bench.run(["read", file, "--delimiter", delimiter]);
      expect(given.out).toContain(`The delimiter "${delimiter}" was given.`);
    },
  );

  test("says in the result how the file was read, and that the encoding is doubtful, with the other readings (C-B3)", () => {
    const bench = workbench();
    const file = bench.file("doubt.csv", Buffer.from("Name,Email\nDe\xfe,a@example.com\n", "latin1"));
    const done = bench.json(["import", file, "--yes"]);
    expect(done).toMatchObject({ dialect: { encoding: expect.any(String), confidence: expect.any(Number) } });
    expect(done.says).toEqual([expect.stringMatching(/“De.” as windows-1252|only the likeliest/)]);
    const asked = bench.run(["import", file]);
    expect(asked.code).toBe(2);
    expect(asked.out).toContain("If that is not how the file reads, say it with --encoding.");
  });

  test("makes a fresh workspace from the preset", () => {
    const bench = workbench();
    const file = bench.file("people.csv", FILE);
    expect(bench.json(["import", file, "--yes", "--preset", "simple-crm"])).toMatchObject({ state: "done" });
    bench.json(["plan", file]);
    expect(bench.json(["show", "latest"])).toMatchObject({ preset: "simple-crm" });
  });
});

describe("a refusal", () => {
  const cases: readonly (readonly [what: string, file: string, options: readonly string[], code: string])[] = [
    ["an empty file", "", [], "file_empty"],
    ["a quote that is never closed", 'email,name\na@example.com,"Ann\nLee\nb@example.com,Bob\n', [], "unclosed_quote"],
    ["an unknown policy key", FILE, ["--set", "nonsense=yes"], "policy_key_unknown"],
    ["a key without a value", FILE, ["--set", "nonsense"], "arguments_invalid"],
    ["an unknown preset", FILE, ["--preset", "salesforce"], "preset_unknown"],
    ["an unknown workspace", FILE, ["--workspace", "elsewhere"], "workspace_unknown"],
    ["an unknown column", FILE, ["--map", "Mail=email"], "mapping_invalid"],
    ["no such country", FILE, ["--country", "Atlantis"], "arguments_invalid"],
    ["a sheet of a text file", FILE, ["--sheet", "One"], "sheet_unknown"],
  ];
  test.each(cases)("of %s ends with 2 and its code, and writes nothing", (_what, content, options, code) => {
    const bench = workbench();
    const answer = bench.json(["import", bench.file("people.csv", content), "--yes", ...options]);
    expect(answer).toMatchObject({ code: 2, problem: { code } });
    expect(bench.json(["imports"])).not.toMatchObject({ state: "done" });
  });

  test("names the file, and what to do, on stderr", () => {
    const { code, out, err } = workbench().run(["import", "nowhere.csv", "--yes"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe("muster: There is no file nowhere.csv.\n  Check the spelling and the folder, then try again.\n");
  });

  test("of an import that nobody could be asked about keeps the plan, which resume then runs", () => {
    const bench = workbench();
    const file = bench.file("people.csv", FILE);
    const asked = bench.json(["import", file]);
    expect(asked).toMatchObject({ code: 2, state: "refused", problem: { code: "confirmation_required" } });
    expect(bench.json(["show", "latest"])).toMatchObject({
      import: asked.import,
      state: "planned",
      outcomes: OUTCOMES,
    });
    expect(bench.json(["resume", String(asked.import)])).toMatchObject({ state: "done", outcomes: OUTCOMES });
  });
});

describe("for people", () => {
  test("an import says how the file is read, what became of its lines, and what to do next", () => {
    const bench = workbench();
    const { code, out, err } = bench.run(["import", bench.file("people.csv", FILE), "--yes"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const text of [
      "CSV, UTF-8, comma-separated",
      "created        2",
      "every line is accounted for; 1 blank line besides",
      "Invalid email address (email_invalid)",
      "--outcome failed --format csv",
      "muster undo imp_",
    ]) {
      expect(out).toContain(text);
    }
  });

  test("text of a file cannot act on the terminal, wherever it is shown", () => {
    const bench = workbench();
    const evil = "\u001b]0;owned\u0007\u001b[2J\u202e\u009b31m";
    const name = bench.file(
      "evil.csv",
      `email,${evil}note\nann${evil}@example,${evil}\nbob@example.com,"${evil}\nx"\n`,
    );
    const commands = [["import", name, "--yes"], ["show", "latest"], ["lines", "latest"], ["imports"]];
    const shown = [...commands.map((args) => bench.run(args)), muster(["read", name])];
    for (const { out, err } of shown) expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

test("where no line came through this is said, also quietly; the exit code is that of failed lines", () => {
  const bench = workbench();
  const file = bench.file("wrong.csv", "Email,Name\nann@,Ann\nbob@,Bob\n");
  expect(bench.run(["plan", file]).out).toContain("Nothing would be written: every line would fail.");
  const done = bench.run(["import", file, "--yes"]);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining("Nothing was written: every line failed.") });
  const quiet = bench.run(["import", file, "--yes", "--quiet", "--strict"]);
  expect(quiet).toMatchObject({ code: 3, out: "", err: "muster: Nothing was written: every line failed.\n" });
  const some = bench.run(["import", bench.file("some.csv", "Email,Name\nann@,Ann\nbob@x.test,Bob\n"), "--yes"]);
  expect(some.out).not.toContain("Nothing was written");
});
