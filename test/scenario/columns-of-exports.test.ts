/** What the columns of real files need besides a field: several values in a cell, constants, value maps, evidence. */
import { describe, expect, test } from "vitest";
import { counts, workspaces } from "./story.ts";

const workspace = workspaces();
const values = (rows: readonly { readonly values: ReadonlyMap<string, string> }[]) =>
  rows.map((row) => Object.fromEntries(row.values));

describe("C-E7: several values in a cell of one", () => {
  test("the first stays, the others go to the list beside the field, and the same file changes nothing", async () => {
    const { import: run, contacts } = await workspace();
    const file =
      "Name,Email,Phone\n" +
      "Ann,a@x.co ::: b@x.co,+14155550100 / +14155550101\n" +
      "Bob,c@x.co; d@x.co,+14155550102\n" +
      "Cy,e@x.co; bad@,+14155550103\n";
    const record = await run(file);
    expect(counts(record)).toBe("2 created, 1 failed");
    expect(values(await contacts())).toMatchObject([
      {
        email: "a@x.co",
        additional_emails: '["b@x.co"]',
        phone: "+14155550100",
        additional_phones: '["+14155550101"]',
      },
      { email: "c@x.co", additional_emails: '["d@x.co"]' },
    ]);
    expect(counts(await run(file))).toBe("2 unchanged, 1 failed");
  });

  test("are keys of the contact like any other", async () => {
    const { import: run } = await workspace();
    const file = "Name,Email,City\nAnn,a@x.co; b@x.co,Rome\nAnn,b@x.co,Oslo\n";
    expect((await run(file)).progress?.tally.problems).toEqual({ in_file_duplicate: 1 });
  });

  test("take nothing away where empty cells clear", async () => {
    const { import: run, contacts } = await workspace();
    await run("Name,Email,Additional emails\nAnn,a@x.co,z@x.co\nBob,b@x.co,y@x.co\n");
    const set = new Map([["emptyCells", "clear"]]);
    await run("Name,Email\nAnn,a@x.co; c@x.co\nBob,b@x.co\n", { set });
    expect(values(await contacts()).map((row) => row.additional_emails)).toEqual(['["z@x.co","c@x.co"]', '["y@x.co"]']);
  });
});

describe("C-D8: constants and value maps", () => {
  test("fill where a row says nothing, and are remembered with the mapping", async () => {
    const { import: run, contacts } = await workspace();
    const map = ['"Acme"=account_name', "Greeting=tags{Mr:men,Mrs:women}"];
    await run("Email,Company,Greeting\na@x.co,,Mr\nb@x.co,Bolt,Mrs\n", { map });
    await run("email,company,greeting\nc@x.co,,MR\n");
    expect(values(await contacts())).toMatchObject([
      { email: "a@x.co", account_name: "Acme", tags: '["men"]' },
      { email: "b@x.co", account_name: "Bolt", tags: '["women"]' },
      { email: "c@x.co", account_name: "Acme", tags: '["men"]' },
    ]);
  });

  test("a constant that its field cannot hold is refused before anything is read", async () => {
    const { refusal } = await workspace();
    expect(await refusal("Email\na@x.co\n", { map: ['"soon"=birthday'] })).toMatchObject({ code: "mapping_invalid" });
  });
});

describe("C-E10: the evidence of a column", () => {
  test("day counts are dates where the column holds them, and damage where it does not", async () => {
    const { import: run, contacts } = await workspace();
    const record = await run("Email,Birthday\na@x.co,33678\nb@x.co,30000\nc@x.co,1980-01-02\n");
    expect(record.scan?.says).toEqual(["Birthday: 33678 on line 2 is a spreadsheet's count of days: 1992-03-15"]);
    expect(values(await contacts()).map(({ birthday }) => birthday)).toEqual([
      "1992-03-15",
      "1982-02-18",
      "1980-01-02",
    ]);
    const mixed = await run("Email,Birthday\nd@x.co,33678\ne@x.co,1980-01-02\n");
    expect(mixed.progress?.tally.warnings).toEqual({ spreadsheet_damage: 1 });
  });

  test("the numbers of a file show their country, and lines that share one are found by it", async () => {
    const { import: run, contacts } = await workspace();
    const numbers = ["(415) 555-0132", "(617) 555-0198", "(319) 555-0144", "(303) 555-0129", "(206) 555-0181"];
    const lines = numbers.map((number, at) => `P${at},${number}\n`).join("");
    const record = await run(`Name,Phone\n${lines}P0,415-555-0132\n`);
    expect(counts(record)).toBe("5 created, 1 unchanged");
    expect(values(await contacts())[0]).toMatchObject({ phone: "+14155550132" });
  });

  test("a postal code gets back the zero that a spreadsheet took, where the row's country has five digits", async () => {
    const { import: run, contacts } = await workspace();
    await run("Email,Zip,Country\na@x.co,2127,US\nb@x.co,1067,Germany\nc@x.co,1010,Austria\nd@x.co,2127,\n");
    expect(values(await contacts()).map((row) => row.postal_code)).toEqual(["02127", "01067", "1010", "2127"]);
  });

  test("the apostrophe that made a postal code a text is no part of it", async () => {
    const { import: run, contacts } = await workspace();
    await run("Email,Zip,City\na@x.co,'02127,'t Harde\nb@x.co,'H2X 1Y4,Montréal\n");
    expect(values(await contacts()).map((row) => [row.postal_code, row.city])).toEqual([
      ["02127", "'t Harde"],
      ["H2X 1Y4", "Montréal"],
    ]);
  });
});

describe("C-E10: a text that an export protects as a formula", () => {
  test("is read as the text, in every kind of field and in kept columns", async () => {
    const { import: run, contacts } = await workspace();
    const text = (value: string) => `"=""${value}"""`;
    await run(`Email,Zip,Phone,Code\n${["a@x.co", "00123", "+14155550100", "007"].map(text).join(",")}\n`);
    expect(values(await contacts())).toMatchObject([
      { email: "a@x.co", postal_code: "00123", phone: "+14155550100", "kept:Code": "007" },
    ]);
  });
});
