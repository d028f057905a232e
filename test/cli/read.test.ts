/** `read` and `field`: they need no data folder and write nothing. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jsonLines, muster, workbench } from "./run-muster.ts";

describe("read --json", () => {
  test("gives dialect, header and rows with their physical lines; nothing trimmed (C-B2, C-B8)", () => {
    const bench = workbench();
    const file = bench.file("odd.csv", 'a;b\n" x ";"two\nlines"\n\n1;2;3\n4\n');
    const [{ dialect } = {}, ...rows] = jsonLines(muster(["read", file, "--json"]).out);
    expect(dialect).toMatchObject({ format: "csv", encoding: "utf-8", delimiter: ";", quote: '"', header: true });
    expect(rows).toEqual([
      { line: 1, header: true, cells: ["a", "b"] },
      { line: 2, cells: [" x ", "two\nlines"] },
      { line: 5, cells: ["1", "2", "3"], problem: "ragged_row" },
      { line: 6, cells: ["4"], problem: "ragged_row" },
    ]);
  });

  test("reads standard input and takes what a person says of the file (C-B3)", () => {
    const input = Buffer.from("name\tcity\nJos\xe9\tK\xf6ln\n", "latin1");
    const args = ["read", "-", "--json", "--no-header", "--delimiter", "tab", "--encoding", "windows-1252"];
    const rows = jsonLines(muster(args, { input }).out).slice(1);
    expect(rows).toEqual([
      { line: 1, cells: ["name", "city"] },
      { line: 2, cells: ["José", "Köln"] },
    ]);
  });

  test("says of text that was encoded twice what an import would make of it (C-E10)", () => {
    const bench = workbench();
    const file = bench.file("twice.csv", "Name,City\nJÃ¶rg,KÃ¶ln\nAnn,Oslo\n");
    const { out } = muster(["read", file]);
    expect(out).toContain(
      "Name: 1 cell was encoded twice and an import puts that right: “JÃ¶rg” on line 2 would be “Jörg”",
    );
  });

  test("says where it had to stop, and ends with 2", () => {
    const bench = workbench();
    const broken = bench.file("broken.csv", 'id,name\n1,Ann\n2,"Bob\nRay\n3,Cy\n');
    const { code, out } = muster(["read", broken, "--json"]);
    expect(code).toBe(2);
    expect(jsonLines(out).at(-1)).toMatchObject({ problem: { code: "unclosed_quote", line: 3 } });
    const zip = bench.file("people.xlsx", Buffer.from("504b0304140000000800", "hex"));
    expect(jsonLines(muster(["read", zip, "--json"]).out)).toMatchObject([{ problem: { code: "file_damaged" } }]);
  });

  test("names what is no contact, and what was put right on the way (C-B8)", () => {
    const people = Array.from({ length: 4 }, (_, at) => `P${at},p${at}@example.com,Oslo\n`).join("");
    const header = "Name,Email,City\n";
    const text = `${header}${people}Acme, Inc.,i@example.com,Rome\n"Bob,b@example.com,Rome\n${header}x,y\nTotal: 6\n`;
    const file = workbench().file("people.csv", text);
    const rows = jsonLines(muster(["read", file, "--json"]).out).slice(6);
    expect(rows).toEqual([
      { line: 6, cells: ["Acme, Inc.", "i@example.com", "Rome"], warning: "row_mended" },
      { line: 7, cells: ['"Bob', "b@example.com", "Rome"], warning: "row_mended" },
      { line: 8, cells: ["Name", "Email", "City"], problem: "repeated_header" },
      { line: 9, cells: ["x", "y"], problem: "ragged_row" },
      { line: 10, cells: ["Total: 6"], problem: "footer_line" },
    ]);
    const { out } = muster(["read", file]);
    expect(out).toContain("2 rows were put right, on lines 6, 7");
    expect(out).toContain("1 row repeats the header, on line 8");
  });

  test("marks cells whose bytes are not of the file's encoding, with the bytes (C-B3)", () => {
    const bench = workbench();
    const good = "1,Zoë,Köln\n".repeat(40);
    const file = Buffer.concat([Buffer.from(`id,name,city\n${good}`), Buffer.from("2,Müller,Bonn\n", "latin1")]);
    const { out, err } = muster(["read", bench.file("two.csv", file), "--json"]);
    expect(jsonLines(out)[0]).toMatchObject({ dialect: { encoding: "utf-8", fallback: "windows-1252" } });
    expect(jsonLines(out).at(-1)).toEqual({
      line: 42,
      cells: ["2", "Müller", "Bonn"],
      wrongBytes: [{ column: "name", raw: "M\\xFCller" }],
    });
    expect(err).toContain(
      "1 cell has bytes that are not utf-8, the first on line 42: M\\xFCller. Read as windows-1252.",
    );
  });

  test("for people is a table, the evidence and the counts", () => {
    const bench = workbench();
    const { code, out } = muster(["read", bench.file("a.csv", "a,b\n1,2\n3\n")]);
    expect(code).toBe(0);
    expect(out).toContain("CSV, UTF-8, comma-separated");
    expect(out).toContain("2 rows, 2 columns");
    expect(out).toContain("1 row has more or fewer cells than the header, on line 3");
    expect(existsSync(bench.data)).toBe(false);
  });
});

describe("field", () => {
  const answers = (args: readonly string[], input: string) => jsonLines(muster(["field", ...args], { input }).out);

  test("answers each JSON string in order", () => {
    expect(answers(["phone", "--country", "US"], '"(415) 555-0100"\n"nonsense"\n')).toEqual([
      { input: "(415) 555-0100", value: "+14155550100", problem: null },
      { input: "nonsense", value: null, problem: "phone_unreadable" },
    ]);
    expect(answers(["full_name"], '"van der Berg, Jan"\n"Acme GmbH"\n')).toEqual([
      { input: "van der Berg, Jan", value: "van der Berg, Jan", problem: null, first: "Jan", last: "van der Berg" },
      { input: "Acme GmbH", value: "Acme GmbH", problem: null, first: null, last: null },
    ]);
    expect(answers(["date", "--date-order", "dmy"], '"3/4/2024"')).toEqual([
      { input: "3/4/2024", value: "2024-04-03", problem: null },
    ]);
  });

  test("refuses a line that is no JSON string, by its number", () => {
    const { code, out, err } = muster(["field", "email"], { input: '"a@example.com"\n42\n' });
    expect(code).toBe(2);
    expect(jsonLines(out)).toHaveLength(1);
    expect(err).toContain("Line 2 of standard input is not a JSON string.");
  });
});
