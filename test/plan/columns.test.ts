/** How the columns of a file are understood: unknown ones, remembered mappings, and cells that need their column or row to be read. */
import { describe, expect, test } from "vitest";
import { runImport } from "../../src/app/import/run-import.ts";
import type { Field } from "../../src/core/contact/field.ts";
import { counts, people, set, told, workspaces } from "../scenario/story.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const open = workspaces();
const add = (workspace: TestWorkspace, field: Omit<Field, "builtin">) =>
  workspace.ports.store.fields.add(workspace.workspace.number, { ...field, builtin: false });

describe("columns that are no field (C-D4)", () => {
  const FILE = "Email,Shoe size,Hat\nann@example.com, 38½ ,\n";

  test("are kept with the contact, as they stand there, and change nothing the second time", async () => {
    const workspace = await open();
    await workspace.import(FILE);
    expect(await people(workspace, "kept:Shoe size", "kept:Hat")).toEqual(["38½ | -"]);
    expect(counts(await workspace.import(FILE))).toBe("1 unchanged");
  });
  test("are ignored where the policy says so", async () => {
    const workspace = await open();
    await workspace.import(FILE, set("unknownColumns=ignore"));
    expect(await people(workspace, "email", "kept:Shoe size")).toEqual(["ann@example.com | -"]);
  });
  test("refuse the file where the policy says so, by name", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal(FILE, set("unknownColumns=refuse"));
    expect(refusal.code).toBe("columns_refused");
    expect(refusal.message).toMatch(/Shoe size, Hat/);
  });
  test("are asked about where the policy says so, until they are left out on purpose", async () => {
    const workspace = await open();
    expect((await workspace.refusal(FILE, set("unknownColumns=ask"))).code).toBe("columns_unmapped");
    expect(counts(await workspace.import(FILE, set("unknownColumns=ask", "unmappedAccepted=yes")))).toBe("1 created");
  });
  test("of one name stay two, and each keeps its text", async () => {
    const workspace = await open();
    await workspace.import("Email,Note 1,Foo,Foo\nann@example.com,a,b,c\n");
    const kept = [...((await workspace.contacts())[0]?.values ?? [])].filter(([key]) => key.startsWith("kept:"));
    expect(kept.map(([, text]) => text).filter((text) => text !== "a")).toEqual(["b", "c"]);
  });
});

describe("mappings (C-D6, C-D7)", () => {
  test("that a person has chosen are remembered for the same headers, in any order", async () => {
    const workspace = await open();
    await workspace.import("Wer,Wohin\nAnn,ann@example.com\n", { map: ["Wer=full_name", "Wohin=email"] });
    const record = await workspace.import("Wohin,Wer\nbob@example.com,Bob\n");
    expect(record.settings.mapping.map(({ foundBy }) => foundBy)).toEqual(["saved", "saved"]);
    expect(await people(workspace, "full_name", "email")).toEqual(["Ann | ann@example.com", "Bob | bob@example.com"]);
  });
  test("of a plan are remembered once it runs: what was tried is no choice", async () => {
    const workspace = await open();
    const { mappings } = workspace.ports.store;
    const said = { map: ["First=city"] };
    const planned = await workspace.plan("First,Last,Email\nAnn,Lee,ann@example.com\n", said);
    expect(await mappings.list(workspace.workspace.number)).toEqual([]);
    accepted(await runImport(workspace.ports, planned.ref));
    expect(await mappings.list(workspace.workspace.number)).toHaveLength(1);
  });
  test("that are named are remembered at once", async () => {
    const workspace = await open();
    await workspace.plan("X,Y\nAnn,ann@example.com\n", { map: ["X=full_name", "Y=email"], saveMapping: "fair" });
    const planned = await workspace.plan("X,Y\nBob,bob@example.com\n", { mapping: "fair" });
    expect(planned.settings.mapping.map(({ foundBy }) => foundBy)).toEqual(["saved", "saved"]);
  });
  test("can be named and asked for by their name", async () => {
    const workspace = await open();
    await workspace.import("X,Y\nAnn,ann@example.com\n", { map: ["X=full_name", "Y=email"], saveMapping: "fair" });
    const record = await workspace.import("X,Y\nBob,bob@example.com\n", { mapping: "fair" });
    expect(counts(record)).toBe("1 created");
    expect((await workspace.refusal("X,Y\nBob,bob@example.com\n", { mapping: "unknown" })).code).toBe(
      "mapping_unknown",
    );
  });
  test("that are asked for by name and have no column of the file are refused, as are fields to clear that there are not", async () => {
    const workspace = await open();
    await workspace.import("X,Y\nAnn,ann@example.com\n", { map: ["X=full_name", "Y=email"], saveMapping: "fair" });
    const refusal = await workspace.refusal("Name,Email\nBob,bob@example.com\n", { mapping: "fair" });
    expect(refusal).toMatchObject({ code: "mapping_invalid", message: expect.stringContaining("“fair”") });
    expect(refusal.message).toContain("“X”, “Y”");
    expect(counts(await workspace.import("y,Name\nbob@example.com,Bob\n", { mapping: "fair" }))).toBe("1 created");
    await add(workspace, { key: "crm_no", label: "CRM no.", type: "text" });
    const clearing = (fields: string) => ({ set: new Map([["clear-fields", fields]]) });
    const nope = await workspace.refusal("Name,Email\nAnn,ann@example.com\n", clearing("city,nope"));
    expect(nope).toMatchObject({ code: "policy_value_invalid", names: ["nope"] });
    expect(nope.message).toContain("job_title");
    const known = await workspace.import("Name,Email\nAnn,ann@example.com\n", clearing("city,company,crm_no"));
    expect(counts(known)).toBe("1 unchanged");
  });
  test("fields that a line is to have, said for one import, have to be there: every line would fail", async () => {
    const workspace = await open();
    await add(workspace, { key: "crm_no", label: "CRM no.", type: "text" });
    const requiring = (fields: string) => ({ set: new Map([["requiredToCreate", fields]]) });
    const file = "Name,CRM no.\nAnn,7\n";
    expect(await workspace.refusal(file, requiring("email | favourite_colour"))).toMatchObject({
      code: "policy_value_invalid",
      names: ["favourite_colour"],
      message: expect.stringContaining("There is no field “favourite_colour” that a line could be required to have"),
    });
    expect(counts(await workspace.import(file, requiring("name + crm_no")))).toBe("1 created");
  });
  test("today's word goes before what was remembered", async () => {
    const workspace = await open();
    await workspace.import("X,Email\nAnn,ann@example.com\n", { map: ["X=full_name"] });
    await workspace.import("X,Email\nRome,ann@example.com\n", { map: ["X=city"] });
    expect(await people(workspace, "full_name", "city")).toEqual(["Ann | Rome"]);
  });
  test("an external_id column goes to the field that holds it, and finds its contact again", async () => {
    const workspace = await open();
    await add(workspace, { key: "crm_no", label: "CRM no.", type: "text", holdsExternalId: true });
    await workspace.import("external_id,Name\n0042,Ann\n");
    expect(await people(workspace, "crm_no", "external_id")).toEqual(["0042 | -"]);
    expect(await told(workspace, await workspace.import("external_id,Name\n0042,Anna\n42,Bob\n"))).toEqual([
      "2 updated",
      "3 created",
    ]);
  });
});

describe("day and month (C-E3)", () => {
  const dates = (...cells: readonly string[]) =>
    `Email,Birthday\n${cells.map((cell, at) => `p${at}@example.com,${cell}`).join("\n")}\n`;

  test.for([
    {
      name: "a day above twelve decides for the whole column",
      cells: ["03/04/1980", "25/12/1980"],
      are: ["1980-04-03", "1980-12-25"],
    },
    {
      name: "so does a month that stands second",
      cells: ["03/04/1980", "12/25/1980"],
      are: ["1980-03-04", "1980-12-25"],
    },
    {
      name: "evidence at the very end of the file counts",
      cells: [...Array(9).fill("01/02/1980"), "13/02/1980"],
      are: [...Array(9).fill("1980-02-01"), "1980-02-13"],
    },
    { name: "without evidence nothing is written", cells: ["03/04/1980"], are: ["-"] },
    {
      name: "the year first needs no evidence",
      cells: ["1980/04/03", "3 Apr 1980"],
      are: ["1980-04-03", "1980-04-03"],
    },
  ])("$name", async ({ cells, are }) => {
    const workspace = await open({ batchRows: 3 });
    await workspace.import(dates(...cells));
    expect(await people(workspace, "birthday")).toEqual(are);
  });

  test("each column decides for itself", async () => {
    const workspace = await open();
    await add(workspace, { key: "since", label: "Since", type: "date" });
    await workspace.import(
      "Email,Birthday,Since\na@example.com,25/12/1980,12/25/2020\nb@example.com,03/04/1980,03/04/2020\n",
    );
    expect(await people(workspace, "birthday", "since")).toEqual([
      "1980-12-25 | 2020-12-25",
      "1980-04-03 | 2020-03-04",
    ]);
  });
  test("a column that shows both orders writes only what can be but one date: cells are never guessed", async () => {
    const workspace = await open();
    const record = await workspace.import(dates("25/12/1980", "12/25/1980", "03/04/1980"));
    const [, , third] = await people(workspace, "birthday");
    expect(third).toBe("-");
    expect((await told(workspace, record))[2]).toMatch(/date/);
  });
  test("what a person says is for the columns that do not show it: no right date is turned round", async () => {
    const workspace = await open();
    await add(workspace, { key: "since", label: "Since", type: "date" });
    const file = "Email,Birthday,Since\na@example.com,03/04/1980,04/05/2021\nb@example.com,05/06/1981,12/31/2021\n";
    await workspace.import(file);
    expect(await people(workspace, "birthday", "since")).toEqual(["- | 2021-04-05", "- | 2021-12-31"]);
    await workspace.import(file, { dateOrder: "DMY" });
    expect(await people(workspace, "birthday", "since")).toEqual([
      "1980-04-03 | 2021-04-05",
      "1981-06-05 | 2021-12-31",
    ]);
  });
  test("and for one that shows both orders, where an impossible date is refused then", async () => {
    const workspace = await open();
    const record = await workspace.import(dates("03/04/1980", "25/12/1980", "12/25/1980"), { dateOrder: "MDY" });
    expect(await people(workspace, "birthday")).toEqual(["1980-03-04", "-", "1980-12-25"]);
    expect((await told(workspace, record))[1]).toBe("3 created: date_unreadable (Birthday)");
  });
});

describe("the country of a phone number (C-E2)", () => {
  test("is that of its prefix, else the row's, else the one said for the import", async () => {
    const workspace = await open();
    await workspace.import(
      `Name,Phone,Country
Ann,+44 20 7946 0040,Germany
Bob,030 23125 003,Germany
Cy,(415) 555-0101,
Dee,020 7946 0041,UK
Eve,01 99 00 10 06,fr
`,
      { country: "US" },
    );
    expect(await people(workspace, "full_name", "phone")).toEqual([
      "Ann | +442079460040",
      "Bob | +493023125003",
      "Cy | +14155550101",
      "Dee | +442079460041",
      "Eve | +33199001006",
    ]);
  });
  test("stands in any column, also behind the number", async () => {
    const workspace = await open();
    await workspace.import("Country,Phone,Name\nGermany,030 23125 003,Bob\n");
    expect(await people(workspace, "phone")).toEqual(["+493023125003"]);
  });
  test("that is not recognised is said, and the number waits for the import's (C-E2)", async () => {
    const workspace = await open();
    const record = await workspace.import("Email,Phone,Country\nann@example.com,(415) 555-0101,Atlantis\n", {
      country: "US",
    });
    expect(await told(workspace, record)).toEqual(["2 created: country_unknown (Country)"]);
    expect(await people(workspace, "phone")).toEqual(["+14155550101"]);
  });
});

describe("lists in a cell (C-E4)", () => {
  test.for([
    { keys: [], cell: "a, b;c", are: "a, b, c" },
    { keys: ["multiSeparators=semicolon"], cell: "a, b;c", are: "a, b, c" },
    { keys: ["multiSeparators=dot,comma"], cell: "a. b,c;d", are: "a, b, c;d" },
    { keys: ["multiSeparators=pipe"], cell: "a|b|a", are: "a, b" },
    { keys: ["multiSeparators=none"], cell: "a, b;c", are: "a, b;c" },
  ])("with $keys the cell $cell holds $are", async ({ keys, cell, are }) => {
    const workspace = await open();
    await add(workspace, { key: "words", label: "Words", type: "text_list" });
    await workspace.import(`Email\twords\nann@example.com\t${cell}\n`, set(...keys));
    expect(await people(workspace, "words")).toEqual([are]);
  });
  test("several columns of one list are united", async () => {
    const workspace = await open();
    await workspace.import("Email,Tags,Labels\nann@example.com,vip,news\n", { map: ["Tags=tags", "Labels=tags"] });
    expect(await people(workspace, "tags")).toEqual(["vip, news"]);
  });
  test("several columns of one text lose nothing (C-D8)", async () => {
    const workspace = await open();
    await workspace.import("Email,Given,Family\nann@example.com,Ann,Lee\n", {
      map: ["Given=full_name", "Family=full_name"],
    });
    expect(await people(workspace, "full_name")).toEqual(["Ann Lee"]);
  });
});

describe("an address that stands twice on a line", () => {
  test("is the contact's first one only, and the same line again changes nothing (C-X3)", async () => {
    const workspace = await open();
    const file = `Email,EMAIL ,Phone,Additional phone numbers
ann@example.com,ANN@example.com,+14155550101,"+14155550101, +14155550102"
bob@example.com,,+14155550103,+1 415 555 0103
`;
    await workspace.import(file);
    expect(await people(workspace, "email", "additional_emails", "phone", "additional_phones")).toEqual([
      "ann@example.com | - | +14155550101 | +14155550102",
      "bob@example.com | - | +14155550103 | -",
    ]);
    expect(counts(await workspace.import(file))).toBe("2 unchanged");
  });
});

describe("a cell that cannot be read", () => {
  test("stops the row where it is the e-mail address, or the only thing that says who it is (C-E1, C-E2)", async () => {
    const workspace = await open();
    const record = await workspace.import(`Name,Email,Additional email addresses,Phone,Additional phone numbers
Ann,ann@,,+14155550101,
Bob,bob@example.com,"b@home.example, b@",+14155550102,12
Cy,,c@,,
Dee,,,,12
`);
    expect(await told(workspace, record)).toEqual([
      "2 failed: email_invalid (Email)",
      "3 created: email_invalid (Additional email addresses); phone_unreadable (Additional phone numbers)",
      "4 failed: email_invalid (Additional email addresses)",
      "5 failed: phone_unreadable (Additional phone numbers)",
    ]);
  });
});
