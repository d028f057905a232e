/** Lines with errors, corrected and imported again: they continue the import that they are of (C-Q2). */
import { describe, expect, test } from "vitest";
import { jsonLines, scene, type Workbench, workbench } from "./run-muster.ts";

const PEOPLE = [
  "email,full_name,phone,Joined",
  "ann@example.com,Ann Lee,+14155550100,2024-01-02",
  "ann@example.com,Ann Bee,+14155550101,2024-01-03",
  "bob@,Bob Low,+14155550103,2024-01-04",
  ",Only Name,,2024-01-05",
  "zed@example.com,Zed,12,2024-01-06",
  "",
].join("\n");

const outcomesOf = (bench: Workbench, id: string): readonly string[] =>
  jsonLines(bench.run(["lines", id, "--json"]).out).map(({ line, outcome }) => `${line} ${outcome}`);

const errorsOf = (bench: Workbench, ...more: readonly string[]): string =>
  bench.run(["lines", "latest", "--format", "csv", ...more]).out;

const againIn =
  (bench: Workbench) =>
  (text: string, ...options: readonly string[]) =>
    bench.json(["import", bench.file("errors.csv", text), "--yes", ...options]);

/** Empty cells behind each row, up to the widest one. None of these files has a line break in a cell. */
function asSpreadsheetsSave(csv: string): string {
  const rows = csv.trimEnd().split("\n");
  const widths = rows.map((row) => row.replace(/"[^"]*"/g, "").split(",").length);
  const widest = Math.max(...widths);
  return rows.map((row, at) => `${row}${",".repeat(widest - (widths[at] ?? 0))}\n`).join("");
}

const people = scene((bench) => ({ first: bench.json(["import", bench.file("people.csv", PEOPLE), "--yes"]) }));

function importPeople() {
  const { first, ...bench } = people();
  return { bench, first, again: againIn(bench) };
}

describe("a file of lines with errors that is imported again", () => {
  test("as it is, writes nothing: a line that contradicts another one stays refused (C-Q2)", () => {
    const { bench, first, again } = importPeople();
    expect(first).toMatchObject({ outcomes: { created: 3, failed: 2 } });
    const before = bench.run(["contacts", "--json"]).out;
    const errors = errorsOf(bench);
    expect(again(errors)).toMatchObject({ outcomes: { created: 0, updated: 0, failed: 2 } });
    // Tried once more, and with another of its lines corrected: the other one is still what it was.
    expect(errorsOf(bench).split("\n")[1]).toContain(`,3,`);
    expect(again(errorsOf(bench))).toMatchObject({ outcomes: { created: 0, updated: 0, failed: 2 } });
    expect(bench.run(["contacts", "--json"]).out).toBe(before);
    expect(again(errors.replace("bob@,", "bob@example.com,"))).toMatchObject({ outcomes: { created: 1, failed: 1 } });
    const [line] = jsonLines(bench.run(["lines", "latest", "--outcome", "failed", "--json"]).out);
    expect(JSON.stringify(line)).toContain(`line 2 of ${first.import}`);
  });

  test("as a spreadsheet saved it, with its dates and numbers written otherwise, writes nothing (C-Q2)", () => {
    const { bench, again } = importPeople();
    const errors = errorsOf(bench);
    expect(errors).toContain(",2024-01-03,");
    const saved = errors.replace(",2024-01-03,", ",03/01/2024,");
    expect(again(saved)).toMatchObject({ outcomes: { created: 0, updated: 0, failed: 2 } });
  });

  test("reads years of two digits as the whole file showed them, and says no other (C-E3, C-Q2)", () => {
    const bench = workbench();
    const people = ["Email,Birthday", "ann@example.com,21.01.60", "bob@,11.09.89", ""];
    bench.json(["import", bench.file("people.csv", people.join("\n")), "--yes"]);
    const again = againIn(bench)(errorsOf(bench).replace("bob@,", "bob@example.com,"));
    expect(again.says).toContainEqual(expect.stringMatching(/years of two digits are read as day, month, year/));
    expect(JSON.stringify(again.says)).not.toContain("are not read");
    const [bob] = jsonLines(bench.run(["contacts", "--json", "--filter", "email=bob@example.com"]).out);
    expect(bob).toMatchObject({ birthday: "1989-09-11" });
  });

  test("takes its columns as the whole file showed them, not as its few lines do (C-Q2)", () => {
    const bench = workbench();
    const people = [
      "Name,Email,Phone,Newsletter",
      "Ann Lee,ann@example.com,+14155550100,weekly",
      "Ann Lee,ann@example.com,+14155550101,no",
      "Bob Low,bob@,+14155550102,no",
      "Cid Ray,cid@example.com,+14155550103,monthly",
      "",
    ];
    const first = bench.json(["import", bench.file("people.csv", people.join("\n")), "--yes"]);
    expect(first).toMatchObject({ outcomes: { created: 2, failed: 2 } });
    const errors = errorsOf(bench);
    expect(againIn(bench)(errors)).toMatchObject({ outcomes: { created: 0, updated: 0, failed: 2 } });
    // What becomes of a column without a field may be said anew.
    againIn(bench)(errors, "--set", "unknownColumns=ignore");
    const { mapping } = bench.json(["show", "latest"]) as { mapping: readonly unknown[] };
    expect(mapping[3]).toMatchObject({ header: "Newsletter", target: { to: "ignore" } });
  });

  test("with its columns in another order is refused: its errors become no part of contacts (C-Q2)", () => {
    const { bench, first } = importPeople();
    const errors = errorsOf(bench).replace("bob@,", "bob@example.com,");
    const cells = [...errors.matchAll(/("[^"]*"|[^,\n]*)(,|\n)/g)].map(([, cell = ""]) => cell);
    const wide = "email,full_name,phone,Joined,Line,Error,Fix,Import".split(",").length;
    const rows = Array.from({ length: cells.length / wide }, (_, at) => cells.slice(at * wide, (at + 1) * wide));
    const turned = bench.file("turned.csv", `${rows.map((row) => row.toReversed().join(",")).join("\n")}\n`);
    const refused = bench.run(["import", turned, "--yes"]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(
      `The rows name lines of ${first.import}, but Line, Error, Fix, Import are not the last`,
    );
    expect(bench.json(["import", turned, "--yes", "--map", "Import="])).toMatchObject({ outcomes: { created: 1 } });
  });

  test.each([
    ["too few cells", "cid@example.com,Cid"],
    ["too many cells", "cid@example.com,Cid,+14155550104,2024-01-07,more"],
    ["too many cells, some of them empty", "cid@example.com,Cid,+14155550104,2024-01-07,,more"],
  ])("as it is, leaves a row with %s what it was (C-Q2)", (_, row) => {
    const bench = workbench();
    bench.run(["import", bench.file("people.csv", `${PEOPLE}${row}\n`), "--yes"]);
    expect(againIn(bench)(errorsOf(bench, "--problem", "ragged_row"))).toMatchObject({
      lines: 1,
      problems: { ragged_row: 1 },
    });
    expect(bench.run(["contacts", "--search", "cid"]).out).toBe("");
  });

  test.each([
    ["too few cells", "cid@example.com,Cid", "6 instead of 8"],
    ["too many cells", "cid@example.com,Cid,+14155550104,2024-01-07,more", "9 instead of 8"],
  ])(
    "as a spreadsheet saves it, every row as wide as the widest, leaves a row with %s what it was",
    (_, row, counted) => {
      const bench = workbench();
      bench.run(["import", bench.file("people.csv", `${PEOPLE}${row}\n`), "--yes"]);
      const again = againIn(bench)(asSpreadsheetsSave(errorsOf(bench)));
      expect(again).toMatchObject({ lines: 3, outcomes: { failed: 3 }, problems: { ragged_row: 1 } });
      expect(bench.run(["contacts", "--search", "cid"]).out).toBe("");
      expect(bench.run(["lines", "latest", "--problem", "ragged_row"]).out).toContain(counted);
      // What is put right continues the import, also beside a row that is not.
      const fixed = asSpreadsheetsSave(errorsOf(bench)).replace("bob@,", "bob@example.com,");
      expect(againIn(bench)(fixed)).toMatchObject({ outcomes: { created: 1, failed: 2 } });
    },
  );

  test("stays when the first import is undone, which says so before and after (C-U1)", () => {
    const { bench, first, again } = importPeople();
    const id = String(first.import);
    const second = again(errorsOf(bench).replace("bob@,", "bob@example.com,"));
    expect(bench.run(["show", id]).out).toContain("--outcome failed");
    const too = `    muster undo ${second.import} --data ${bench.data}`;
    const stays = `  Stays: what ${second.import} (errors.csv) wrote, which put right lines of it. To take that back too:`;
    expect(bench.run(["undo", id, "--dry-run"]).out).toContain(`${stays}\n${too}`);
    expect(bench.json(["undo", id, "--dry-run"])).toMatchObject({ continuedBy: [{ import: second.import }] });
    expect(bench.run(["undo", id, "--line", "2", "--dry-run"]).out).not.toContain("Stays:");
    expect(bench.run(["undo", id, "--yes"]).out).toContain(`${stays}\n${too}`);
    bench.run(["undo", String(second.import), "--yes"]);
    expect(bench.json(["undo", id, "--line", "2", "--dry-run"]).code).toBe(2);
  });

  test("with the line changed, writes it; the first ledger stays, and says who put its lines right (C-Q2)", () => {
    const { bench, first, again } = importPeople();
    const id = String(first.import);
    const fixed = errorsOf(bench).replace("bob@,", "bob@example.com,").replace("ann@example.com", "annb@example.com");
    const second = again(fixed);
    expect(second).toMatchObject({ outcomes: { created: 2, failed: 0 } });
    expect(outcomesOf(bench, id)).toEqual(["2 created", "3 failed", "4 failed", "5 created", "6 created"]);
    const failed = jsonLines(bench.run(["lines", id, "--outcome", "failed", "--json"]).out);
    expect(failed.map(({ mendedBy }) => mendedBy)).toEqual([second.import, second.import]);
    expect(bench.json(["show", id])).toMatchObject({
      receipt: first.receipt,
      continuedBy: [{ import: second.import, file: "errors.csv", outcomes: { created: 2 } }],
    });
    expect(bench.json(["show", String(second.import)])).toMatchObject({ continues: id });
    const next = bench.run(["show", id]).out;
    expect(next).toContain(`muster undo ${id}`);
    expect(next).not.toContain("--outcome failed");
    // Once more, whatever the file's name: the lines are written already.
    expect(again(`${fixed}\n`)).toMatchObject({ outcomes: { created: 0, updated: 0, skipped: 2 } });
  });

  test("never repeats a good line, also where only its name tells who it is and somebody has edited the contact (C-Q2)", () => {
    const { bench, again } = importPeople();
    const all = ["created", "failed"].map((outcome) => errorsOf(bench, "--outcome", outcome));
    const lines = `${all[0]}${all[1]?.split("\n").slice(1).join("\n")}`;
    bench.json(["import", bench.file("edit.csv", "email,full_name\nzed@example.com,Zed Edited\n"), "--yes"]);
    expect(again(lines.replace("bob@,", "bob@example.com,"))).toMatchObject({
      outcomes: { created: 1, updated: 0, unchanged: 0, skipped: 3, failed: 1 },
      warnings: { line_already_imported: 3 },
    });
    // A good line that says something else now is the same contact, though nothing but its place tells so.
    const named = lines.split("\n").filter((line) => /^(email|,Only Name)/.test(line));
    expect(again(named.join("\n").replace("Only Name", "Only Surname"))).toMatchObject({
      outcomes: { created: 0, updated: 1 },
    });
    const [line] = jsonLines(bench.run(["lines", "latest", "--json"]).out);
    expect(line).toMatchObject({ match: { key: "same_line" }, changes: { full_name: ["Only Name", "Only Surname"] } });
  });

  test("is read as the whole file was: its mapping, what its columns showed, its tags (C-Q2)", () => {
    const rows = Array.from({ length: 20 }, (_, at) => `p${at}@example.com,P${at},${at + 5}/03/2024,x`);
    const bench = workbench();
    bench.json(["fields", "add", "joined", "--type", "date"]);
    const file = bench.file("dates.csv", ["E,N,J,Z", ...rows, "bad@,Bad,02/03/2024,x", ""].join("\n"));
    const said = ["--map", "E=email", "--map", "N=full_name", "--map", "J=joined", "--map", "Z=", "--tag", "fair"];
    bench.json(["import", file, "--yes", ...said]);
    const again = bench.file("e.csv", errorsOf(bench).replace("bad@", "bad@example.com"));
    expect(bench.json(["import", again, "--yes"]).says).toEqual([
      "J: dates are read day first, as in the import whose lines these are",
    ]);
    const { out } = bench.run(["export", "contacts", "--filter", "email=bad@example.com", "--fields", "joined,tags"]);
    expect(out).toContain("2024-03-02,fair");
  });

  test("of two lines that share an address, goes in with one of them corrected", () => {
    const content = "email,full_name\nann@example.com,Ann\nann@example.com,Bea\nbob@example.com,Bob\n";
    const bench = workbench();
    bench.json(["import", bench.file("people.csv", content), "--yes", "--set", "inFile=fail"]);
    const errors = errorsOf(bench);
    const one = errors.split("\n").filter((line) => !line.includes(",Bea,"));
    const again = (text: string) => bench.json(["import", bench.file("errors.csv", text), "--yes"]);
    expect(again(one.join("\n"))).toMatchObject({ problems: { duplicate_email: 1 } });
    expect(again(errors.replace("ann@example.com,Bea", "bea@example.com,Bea"))).toMatchObject({
      outcomes: { created: 2, failed: 0 },
    });
  });

  test("is a file of its own where the import it names is undone, or is another workspace's", () => {
    const { bench, first, again } = importPeople();
    const errors = errorsOf(bench);
    bench.json(["undo", String(first.import), "--yes"]);
    expect(again(errors)).toMatchObject({ outcomes: { created: 1, failed: 1 } });
    const other = workbench();
    const file = other.file("errors.csv", errors);
    expect(other.json(["import", file, "--yes"])).toMatchObject({ outcomes: { created: 1, failed: 1 } });
  });
});

describe("a file of lines with errors of contacts and their opportunities", () => {
  const DEALS = [
    "email,first_name,Deal name,pipeline,stage,value",
    "ann@example.com,Ann,Website,Sales,New,100",
    "bob@example.com,Bob,Shop,Sales,Nowhere,200",
    ",Nobody,Fair,Sales,New,300",
    "ann@example.com,Anna,Poster,Sales,New,400",
    "",
  ].join("\n");

  function importDeals(...options: readonly string[]) {
    const bench = workbench();
    const stages = "pipeline_name,stage_name,is_closed_won\nSales,New,\nSales,Won,yes\n";
    bench.run(["import", bench.file("stages.csv", stages), "--object", "pipelines", "--yes"]);
    const first = bench.json([
      ...["import", bench.file("deals.csv", DEALS), "--object", "contacts,opportunities", "--tag", "fair", "--yes"],
      ...options,
    ]);
    const again = (text: string) => bench.json(["import", bench.file("errors.csv", text), "--yes"]);
    return { bench, first, again };
  }

  test("continues it: corrected lines are written as they would have been, others stay as they are (C-Q2, C-R1)", () => {
    const { bench, first, again } = importDeals("--set", "requiredToCreate=email");
    expect(first).toMatchObject({ outcomes: { created: 1, failed: 3 } });
    const before = bench.run(["opportunities", "--json"]).out;
    expect(again(errorsOf(bench))).toMatchObject({ outcomes: { created: 0, updated: 0, failed: 3 } });
    expect(bench.run(["opportunities", "--json"]).out).toBe(before);
    const mended = again(errorsOf(bench).replace("Nowhere", "Won").replace(",Nobody", "cid@example.com,Cid"));
    expect(mended).toMatchObject({ outcomes: { created: 2, failed: 1 } });
    expect(bench.json(["show", String(mended.import)])).toMatchObject({ continues: first.import });
    const contacts = jsonLines(bench.run(["contacts", "--json"]).out);
    expect(contacts.map(({ email, tags }) => [email, tags])).toEqual([
      ["ann@example.com", ["fair"]],
      ["bob@example.com", ["fair"]],
      ["cid@example.com", ["fair"]],
    ]);
    const lines = jsonLines(bench.run(["lines", String(first.import), "--json"]).out);
    expect(lines.map(({ line, mendedBy }) => [line, mendedBy ?? null])).toEqual([
      [2, null],
      [3, mended.import],
      [4, mended.import],
      [5, null],
    ]);
  });

  test("a line that went in is not written again, though somebody has changed what it made since (C-Q2)", () => {
    const { bench, first, again } = importDeals();
    const all = bench.run(["lines", String(first.import), "--format", "csv", "--outcome", "created"]).out;
    const deals = jsonLines(bench.run(["opportunities", "--json"]).out);
    const edit = `opportunity_id,value\n${deals[0]?.id},150\n`;
    bench.run(["import", bench.file("edit.csv", edit), "--object", "opportunities", "--yes"]);
    const repeated = again(all);
    expect(repeated).toMatchObject({ outcomes: { skipped: 2, updated: 0, created: 0 } });
    const changed = again(all.replace(",100,", ",175,"));
    expect(changed).toMatchObject({ outcomes: { skipped: 1, updated: 1, created: 0 } });
  });
});
