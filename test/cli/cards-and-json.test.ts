/** C-A3, C-B1: contact cards and JSON through the command, as any other file. */
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { jsonLines, muster, workbench } from "./run-muster.ts";

const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

const JSON_ROWS =
  '[\n{"id":"c1","name":"Ann Example","email":"ann@example.com","tags":["vip","fair"]},\n{"email":"bob@example.com","name":null}\n]\n';

describe("read --json", () => {
  test("of cards gives their BEGIN lines, and columns that map by themselves (C-D2)", () => {
    const [{ dialect } = {}, header, ...rows] = jsonLines(
      muster(["read", example("apple-contacts.vcf"), "--json"]).out,
    );
    expect(dialect).toMatchObject({ format: "vcard", header: true });
    expect(header).toMatchObject({ header: true, cells: expect.arrayContaining(["Full name", "Email", "Phone"]) });
    expect(rows.map(({ line }) => line)).toEqual([1, 32, 43]);
  });

  test("of JSON and NDJSON gives the lines on which objects begin", () => {
    const bench = workbench();
    const list = jsonLines(muster(["read", bench.file("rows.json", JSON_ROWS), "--json"]).out);
    expect(list.slice(1)).toEqual([
      { line: 0, header: true, cells: ["id", "name", "email", "tags"] },
      { line: 2, cells: ["c1", "Ann Example", "ann@example.com", "vip, fair"] },
      { line: 3, cells: expect.arrayContaining(["bob@example.com"]) },
    ]);
    const lines = jsonLines(muster(["read", bench.file("rows.ndjson", '{"a":1}\n{"a":2}\n'), "--json"]).out);
    expect(lines[0]).toMatchObject({ dialect: { format: "ndjson" } });
    expect(lines.slice(2).map(({ line }) => line)).toEqual([1, 2]);
  });

  test.each([
    ["cut.vcf", "BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n", "card_unclosed", 4],
    ["stray.vcf", "BEGIN:VCARD\nFN:A\nEND:VCARD\nFN:B\n", "card_text_outside", 4],
    ["cut.json", '[{"a":1},\n{"a":2}', "json_invalid", 2],
    ["wrong.ndjson", '{"a":1}\n{"a":\n{"a"\n', "json_invalid", 2],
    ["addresses.json", '[\n"a@x.co",\n"b@x.co"]', "json_not_objects", 2],
    ["values.json", '[{"a":1},\n5]', "json_not_objects", 2],
  ])("of %s is refused with its line (C-B8)", (name, text, code, line) => {
    const bench = workbench();
    const { code: exit, out } = muster(["read", bench.file(name, text), "--json"]);
    expect([exit, jsonLines(out).at(-1)]).toMatchObject([2, { problem: { code, line } }]);
  });
});

describe("import --yes", () => {
  test.each(["apple-contacts.vcf", "android-contacts.vcf", "thunderbird.ldif"])(
    "of %s needs nothing else; a second time nothing changes (C-X3)",
    (name) => {
      const bench = workbench();
      const first = JSON.parse(muster(["import", example(name), "--yes", "--json", "--data", bench.data]).out);
      expect([first.state, first.outcomes.created, first.outcomes.failed]).toEqual(["done", first.lines, 0]);
      const second = JSON.parse(muster(["import", example(name), "--yes", "--json", "--data", bench.data]).out);
      expect([second.outcomes.unchanged, second.lines]).toEqual([first.lines, first.lines]);
    },
  );

  test("of JSON writes its contacts", () => {
    const bench = workbench();
    const file = bench.file("rows.json", JSON_ROWS);
    const ran = JSON.parse(muster(["import", file, "--yes", "--json", "--data", bench.data]).out);
    expect([ran.state, ran.outcomes.created]).toEqual(["done", 2]);
  });

  test("recognises a card by its UID when its address has changed (C-H1)", () => {
    const bench = workbench();
    const card = (email: string): string =>
      `BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:u1\nFN:Ann\nEMAIL:${email}\nEND:VCARD\n`;
    muster(["import", bench.file("a.vcf", card("ann@old.example")), "--yes", "--json", "--data", bench.data]);
    const ran = muster([
      "import",
      bench.file("b.vcf", card("ann@new.example")),
      "--yes",
      "--json",
      "--data",
      bench.data,
    ]);
    expect(JSON.parse(ran.out).outcomes).toMatchObject({ created: 0, updated: 1 });
  });
});

test("C-B8 C-X1 a wrong line of NDJSON fails alone, and again when it is imported as it was given back", () => {
  const bench = workbench();
  const file = bench.file("rows.ndjson", '{"email":"ann@x.co","name":"Ann"}\n{"email":"bob@\n{"email":"cid@x.co"}\n');
  const run = JSON.parse(muster(["import", file, "--yes", "--json", "--data", bench.data]).out);
  expect([run.lines, run.outcomes.created, run.problems]).toEqual([3, 2, { line_unreadable: 1 }]);
  const listed = muster(["lines", run.import, "--outcome", "failed", "--format", "csv", "--data", bench.data]).out;
  expect(listed).toContain('"{""email"":""bob@"');
  const again = JSON.parse(
    muster(["import", bench.file("again.csv", listed), "--yes", "--json", "--data", bench.data]).out,
  );
  expect([again.lines, again.outcomes.failed]).toEqual([1, 1]);
});

test("a wrong line of NDJSON goes in once its cells are filled in and its text is emptied, as a spreadsheet does it (C-Q2)", () => {
  const bench = workbench();
  const file = bench.file("rows.ndjson", '{"email":"ann@x.co","name":"Ann"}\n{"email":"bob@\n{"email":"cid@x.co"}\n');
  bench.json(["import", file, "--yes"]);
  const listed = bench.run(["lines", "latest", "--outcome", "failed", "--format", "csv"]).out;
  const filled = (text: string): string => listed.replace(',,"{""email"":""bob@",', `bob@x.co,Bob,${text},`);
  const imported = (text: string) => bench.json(["import", bench.file("again.csv", filled(text)), "--yes"]);
  expect(imported('"{""email"":""bob@"')).toMatchObject({ outcomes: { failed: 1 }, problems: { ragged_row: 1 } });
  expect(imported("")).toMatchObject({ outcomes: { created: 1, failed: 0 } });
  expect(bench.run(["contacts", "--filter", "email=bob@x.co"]).out).toContain("Bob");
});

test("what is left out of a file is said by plan and import, as it is by read", () => {
  const bench = workbench();
  const { out } = muster(["plan", example("thunderbird.ldif"), "--data", bench.data]);
  expect(out).toContain("Groups, units and the like are no contacts and are left out: line 51.");
});
