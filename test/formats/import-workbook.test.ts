/** A workbook goes through everything that a CSV goes through, under its own row numbers (C-B1, C-X1, C-X3). */
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { errorFile } from "../../src/app/export/error-lines.ts";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { textRows, xlsxOf } from "../support/workbook-of.ts";
import { accepted, type TestOptions, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const open: TestWorkspace[] = [];
const workspace = async (options: TestOptions = {}): Promise<TestWorkspace> => {
  const made = await testWorkspace(options);
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});

const PEOPLE = [
  ["email", "first name", "phone", "notes"],
  ["ann@example.com", "Ann", "+14155550100", "one\ntwo"],
  ["not an address", "Bob", "+14155550101", ""],
  ["cy@example.com", "Cy", "", "a,b,c,d\n1,2,3,4"],
];
const workbook = () => xlsxOf({ sheets: `${textRows(PEOPLE)}<row r="9"><c t="str"><v>dee@example.com</v></c></row>` });
const stored = ({ folder }: TestWorkspace): readonly string[] => {
  const files = join(folder, "data", "files");
  return existsSync(files) ? readdirSync(files).sort() : [];
};

describe("C-B1: a workbook", () => {
  test("is imported under the row numbers of its sheet, and the ledger balances (C-X1)", async () => {
    const here = await workspace();
    const record = await here.import(await workbook());
    expect(record).toMatchObject({ state: "done", scan: { lines: 4, blankLines: 4 } });
    const lines = await here.lines(record);
    expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, "created"],
      [3, "failed"],
      [4, "created"],
      [9, "created"],
    ]);
    expect(lines[1]?.problems).toMatchObject([{ code: "email_invalid", column: "email" }]);
  });

  test("writes what the same table as CSV writes", async () => {
    const [one, other] = [await workspace(), await workspace()];
    await one.import(await xlsxOf({ sheets: textRows(PEOPLE) }));
    await other.import(PEOPLE.map((cells) => `${csvLine(cells)}\n`).join(""));
    const values = async (from: TestWorkspace) => (await from.contacts()).map((contact) => [...contact.values]);
    expect(await values(one)).toEqual(await values(other));
  });

  test("imported again writes nothing, whoever nothing identifies among its rows too (C-X3)", async () => {
    const here = await workspace();
    const named = await xlsxOf({
      sheets: textRows([
        ["first name", "city"],
        ["Ann", "Rome"],
        ["Bob", "Oslo"],
      ]),
    });
    await here.import(named);
    const again = await here.import(named);
    expect((await here.lines(again)).map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
    expect(await here.contacts()).toHaveLength(2);
  });

  test("of which another sheet is imported is another file", async () => {
    const here = await workspace();
    const sheets = ["A", "B"].map((name) => ({
      name,
      rows: textRows([
        ["first name", "city"],
        [`Ann ${name}`, "Rome"],
      ]),
    }));
    const file = await xlsxOf({ sheets });
    await here.import(file, { sheet: "A" });
    await here.import(file, { sheet: "B" });
    expect(await here.contacts()).toHaveLength(2);
  });

  test("keeps the file as it was given, and its digest (C-Q1)", async () => {
    const here = await workspace();
    const file = await workbook();
    const { settings } = await here.import(file);
    expect(settings.source.digest).toBe(createHash("sha256").update(file).digest("hex"));
    const pieces: Uint8Array[] = [];
    for await (const piece of here.ports.files.read(settings.source.original?.key ?? ""))
      pieces.push(Buffer.from(piece));
    expect(Buffer.concat(pieces).equals(file)).toBe(true);
  });

  test("gives back its lines with errors as CSV, with the numbers of its rows (C-Q2)", async () => {
    const here = await workspace();
    const record = await here.import(await workbook());
    let text = "";
    const choice = { outcome: null, problem: "email_invalid" };
    for await (const piece of errorFile(here.ports, record, { choice, words: { contact: String }, limit: null }))
      text += piece;
    const [header, line] = text.split("\r\n");
    expect(header).toBe("\ufeffemail,first name,phone,notes,Line,Error,Fix,Import");
    expect(line).toMatch(/^not an address,Bob,'?\+14155550101,,3,/);
  });

  test("is read the same by one thread and by two, in batches of any size", async () => {
    const rows = Array.from({ length: 300 }, (_, at) => [
      `p${at}@example.com`,
      `P${at}`,
      "",
      at % 7 === 0 ? "x\ny,z" : "",
    ]);
    const file = await xlsxOf({ sheets: textRows([PEOPLE[0] ?? [], ...rows]) });
    const ledgers = [];
    for (const options of [{}, { batchRows: 7 }, { thread: true, halvedScanBytes: 100, batchRows: 50 }]) {
      const here = await workspace(options);
      ledgers.push((await here.lines(await here.import(file))).map(({ line, outcome }) => [line, outcome]));
    }
    expect(ledgers[1]).toEqual(ledgers[0]);
    expect(ledgers[2]).toEqual(ledgers[0]);
    expect(ledgers[0]?.at(-1)).toEqual([301, "created"]);
  });
});

test("C-X2: reading goes on at any row that a checkpoint may name, under the same row numbers", async () => {
  const here = await workspace();
  const record = await here.import(await workbook());
  const lines = await here.lines(record);
  for (const [at, { line, offset }] of lines.entries()) {
    const read: number[] = [];
    for await (const chunk of here.ports.drafts.drafts(record.settings, { line, offset }, "run")) {
      if (chunk.ok) read.push(...chunk.drafts.lines);
    }
    expect(read).toEqual(lines.slice(at).map((rest) => rest.line));
  }
});

describe("C-B1: where a file is refused", () => {
  test("nothing is left of it: neither the file nor what it was converted to", async () => {
    const here = await workspace();
    const two = await xlsxOf({ sheets: ["A", "B"].map((name) => ({ name, rows: textRows(PEOPLE) })) });
    expect(await here.refusal(two)).toMatchObject({
      code: "sheet_needed",
      fix: "Say which sheet to read: --sheet NAME.",
    });
    const cut = await xlsxOf({ sheets: `${textRows(PEOPLE)}<row r="1"/>` });
    expect(await here.refusal(cut)).toMatchObject({ code: "file_damaged" });
    const nameless = await xlsxOf({ sheets: textRows([["colour"], ["red"]]) });
    expect((await here.prepare(nameless, { map: ["colour="] })).ok).toBe(false);
    expect(stored(here)).toEqual([]);
  });

  test("because the policy takes only CSV, it says which kind it is; CSV in an archive is CSV", async () => {
    const here = await workspace({ preset: "simple-crm" });
    const refusal = await here.refusal(await workbook());
    expect(refusal).toMatchObject({ code: "format_not_accepted" });
    expect(refusal.message).toContain("Excel workbook (.xlsx)");
    expect(stored(here)).toEqual([]);
    expect((await here.prepare(gzipSync("email,name\nann@example.com,Ann\n"))).ok).toBe(true);
  });

  test("because it is larger than the policy takes, an archive counts as what is in it", async () => {
    const here = await workspace({ policy: { maxBytes: 10_000 } });
    const lines = Array.from({ length: 2_000 }, (_, at) => `p${at}@example.com,P\n`).join("");
    expect(await here.refusal(gzipSync(`email,name\n${lines}`))).toMatchObject({ code: "file_too_large" });
    expect(stored(here)).toEqual([]);
  });

  test("a file that an earlier import needs stays", async () => {
    const here = await workspace();
    const file = await workbook();
    accepted(await here.prepare(file));
    const before = stored(here);
    expect(before).toHaveLength(2);
    expect((await here.prepare(file, { map: ["email=nothing at all"] })).ok).toBe(false);
    expect(stored(here)).toEqual(before);
  });
});
