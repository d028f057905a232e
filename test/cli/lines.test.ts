/** `lines`: the ledger for programs, and the file of lines with errors. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonLines, workbench } from "./run-muster.ts";

describe("lines --format json", () => {
  test("gives each line with outcome, contact, match, changes and problems", () => {
    const bench = workbench();
    const first = bench.file("first.csv", "email,job_title,tags\nann@example.com,Buyer,old\n");
    bench.json(["import", first, "--yes"]);
    const second = bench.file("second.csv", 'email,job_title,tags\n\nANN@example.com,Head,"new"\nx@,Boss,\n');
    bench.json(["import", second, "--yes"]);
    const lines = jsonLines(bench.run(["lines", "latest", "--format", "json"]).out);
    expect(lines).toEqual([
      {
        line: 3,
        outcome: "updated",
        contact: expect.stringMatching(/^con_[0-9a-z]{10}$/),
        match: { key: "email", value: "ann@example.com" },
        changes: { job_title: ["Buyer", "Head"], tags: [["old"], ["old", "new"]] },
        problems: [],
      },
      {
        line: 4,
        outcome: "failed",
        contact: null,
        match: null,
        changes: {},
        problems: [
          {
            code: "email_invalid",
            severity: "error",
            column: "email",
            field: "email",
            value: "x@",
            message: "Invalid email address “x@”.",
            fix: expect.stringContaining("name@example.com"),
          },
        ],
      },
    ]);
    const filtered = jsonLines(bench.run(["lines", "latest", "--json", "--problem", "email_invalid"]).out);
    expect(filtered.map(({ line }) => line)).toEqual([4]);
    expect(bench.json(["lines", "latest", "--problem", "email_wrong"])).toMatchObject({ code: 2 });
  });
});

test("lines and contacts show write lists as people do", () => {
  const bench = workbench();
  bench.json(["import", bench.file("first.csv", "email,tags\nann@example.com,old\n"), "--yes"]);
  bench.json(["import", bench.file("second.csv", "email,tags\nann@example.com,new\n"), "--yes"]);
  expect(bench.run(["lines", "latest"]).out).toContain("tags: old → old, new");
  const [ann] = jsonLines(bench.run(["contacts", "--json"]).out);
  expect(bench.run(["contacts", "show", String(ann?.id)]).out).toContain("tags: old → old, new");
});

describe("lines --format csv", () => {
  const FILE = [
    "\ufeffE-Mail;Name;Notiz",
    "ann@example.com;Ann;gut",
    'bob@example;"Bob; der Zweite";=1+1',
    'eva@;Eva;"zwei\r\nZeilen"',
    "zu;viele;Zellen;hier",
    "",
  ].join("\r\n");

  test("has the original cells, and line, error and fix behind them; fixed, it repeats no good row (C-Q2)", () => {
    const bench = workbench();
    bench.json(["import", bench.file("people.csv", FILE), "--yes"]);
    const { out } = bench.run(["lines", "latest", "--format", "csv"]);
    expect(out.startsWith("\ufeffE-Mail;Name;Notiz;Line;Error;Fix;Import\r\n")).toBe(true);
    // What a spreadsheet would run is text there, and the same value again when it is imported.
    expect(out).toContain('\r\nbob@example;"Bob; der Zweite";\'=1+1;3;Invalid email address “bob@example”.;');
    expect(out).toContain('\r\neva@;Eva;"zwei\r\nZeilen";4;');
    expect(out).toContain("\r\nzu;viele;Zellen;hier;6;");
    expect(out).not.toContain("ann@example.com");
    const fixed = bench.file("fixed.csv", out.replace("bob@example;", "bob@example.com;"));
    const done = bench.json(["import", fixed, "--yes"]);
    expect(done).toMatchObject({
      outcomes: { created: 1, updated: 0, failed: 2 },
      problems: { ragged_row: 1, email_invalid: 1 },
    });
    const left = bench.run(["lines", "latest", "--format", "csv"]).out.split("\r\n");
    expect(left[0]).toBe("\ufeffE-Mail;Name;Notiz;Line;Error;Fix;Import");
    expect(left.slice(1).join("\n")).toMatch(/^eva@;Eva;"zwei\nZeilen";4;[^;]+;[^;]+;imp_\w+\nzu;viele;Zellen;hier;6;/);
    const [created] = jsonLines(bench.run(["lines", "latest", "--outcome", "created", "--json"]).out);
    expect(created).toMatchObject({ outcome: "created" });
    const mapping = (bench.json(["show", "latest"]).mapping as { header: string; target: { to: string } }[]).slice(3);
    expect(mapping.map(({ header, target }) => [header, target.to])).toEqual([
      ["Line", "ignore"],
      ["Error", "ignore"],
      ["Fix", "ignore"],
      ["Import", "ignore"],
    ]);
  });

  test("fits the mapping that a person gave to the first file (C-D7)", () => {
    const bench = workbench();
    const file = bench.file("odd.csv", "Wer,Was\nann@example.com,Ann\nnobody,Bob\n");
    bench.json(["import", file, "--yes", "--map", "Wer=email", "--map", "Was=nickname", "--map", "Was=job_title"]);
    bench.json(["import", file, "--yes", "--map", "Wer=email", "--map", "Was=job_title"]);
    const errors = bench.file("errors.csv", bench.run(["lines", "latest", "--format", "csv"]).out);
    const again = bench.json(["plan", errors]);
    expect(again).toMatchObject({ state: "planned", lines: 1, problems: { email_invalid: 1 } });
    const mapping = bench.json(["show", "latest"]).mapping as { target: { field?: string } }[];
    expect(mapping.slice(0, 2).map(({ target }) => target.field)).toEqual(["email", "job_title"]);
  });

  test("of a plan lists what would fail, and a file without a header gets one", () => {
    const bench = workbench();
    const file = bench.file("bare.csv", "ann@example.com,Ann Lee\nbob@,Bob Ray\neva@example.com,Eva Orr\n");
    expect(bench.json(["plan", file, "--map", "#1=email", "--map", "#2=name"])).toMatchObject({
      state: "planned",
      lines: 3,
    });
    const { out } = bench.run(["lines", "latest", "--format", "csv"]);
    expect(out.split("\n")[0]).toBe("email,full_name,Line,Error,Fix,Import");
    expect(out.split("\n")[1]).toContain("bob@,Bob Ray,2,");
  });
});

test("created lines say whom they are about, planned or done, as long as the file is there", () => {
  const bench = workbench();
  const people = bench.file(
    "people.csv",
    "First name,Last name,Phone,Email\nAnn,Lee,,a@x.test\n,,+14155550100,\nBo,,,x@\n",
  );
  const told = () =>
    bench
      .run(["lines", "latest"])
      .out.split("\n")
      .flatMap((line) => /^ +(\d) +(\w+)(?: +con_\w+)? +(.*)$/.exec(line)?.slice(1).join(" ") ?? []);
  const names = ["2 created Ann Lee · a@x.test", "3 created +14155550100"];
  bench.run(["plan", people]);
  expect(told().slice(0, 2)).toEqual(names);
  bench.run(["resume", "latest"]);
  expect(told().slice(0, 2)).toEqual(names);
  rmSync(join(bench.data, "files"), { recursive: true });
  expect(bench.run(["lines", "latest"])).toMatchObject({ code: 0, out: expect.not.stringContaining("Ann Lee") });
});

test("lines that say nothing new say whom they are about, and which line of the file was the first", () => {
  const bench = workbench();
  bench.run(["import", bench.file("first.csv", "email,city\nann@example.com,Rome\n"), "--yes"]);
  const again = "email,city\nann@example.com,Rome\nBob@example.com,Oslo\nbob@example.com,Oslo\nann@example.com,\n";
  const { import: id } = bench.json(["plan", bench.file("again.csv", again)]);
  const said = (...more: readonly string[]) =>
    bench
      .run(["lines", String(id), ...more])
      .out.split("\n")
      .slice(1, -1)
      .map((line) => line.replace(/ +con_\w+ +| {2,}/g, " "));
  const unchanged = [
    " 4 unchanged same email as line 3: bob@example.com",
    " 5 unchanged same email as line 2: ann@example.com",
  ];
  const first = " 2 unchanged same email: ann@example.com";
  expect(said().map((line) => line.replace(/^ +/, " "))).toEqual([first, " 3 created Bob@example.com", ...unchanged]);
  bench.run(["resume", String(id)]);
  expect(said("--outcome", "unchanged").map((line) => line.replace(/^ +/, " "))).toEqual([first, ...unchanged]);
});
