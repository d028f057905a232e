/** The product's own preset: takes any file, keeps everything that is in it, and never guesses. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { changesOf, counts, idOf, people, set, told, workspaces } from "./story.ts";

const open = workspaces({ thread: true });

describe("a file that nobody prepared", () => {
  test("is imported at first try, with nothing said (C-D1, C-D4)", async () => {
    const workspace = await open();
    const record = await workspace.import(`
Kundennummer;Vorname;Nachname;E-Mail;Telefon;Firma;Land;Geburtsdatum;Lieblingsfarbe
1007;Käthe;Köhler;KATHE@Example.com;030 23125 003;Müller Söhne GmbH;Deutschland;13.10.1959;grün
1008;José;Muñoz;;+34 910 555 101;Tinta S.L.;Spanien;01.02.1970;
`);
    expect(counts(record)).toBe("2 created");
    expect(await people(workspace, "first_name", "last_name", "email", "phone", "country", "birthday")).toEqual([
      "Käthe | Köhler | KATHE@example.com | +493023125003 | DE | 1959-10-13",
      "José | Muñoz | - | +34910555101 | ES | 1970-02-01",
    ]);
    expect(await people(workspace, "kept:Lieblingsfarbe")).toEqual(["grün", "-"]);
  });

  test("needs no header (C-B6)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "Ann Lee,ann@example.com,+14155550101\nBob Ray,bob@example.com,+14155550102\n",
    );
    expect(counts(record)).toBe("2 created");
    expect(await people(workspace, "email", "phone")).toEqual([
      "ann@example.com | +14155550101",
      "bob@example.com | +14155550102",
    ]);
  });

  test("has its blank lines counted apart and its ragged ones refused, the others unharmed (C-B8, C-X1)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "Name,Email,City\nAnn,ann@example.com,Rome\n\n,,\nBob,bob@example.com\nCy,cy@example.com,Oslo,,\n",
    );
    expect(await told(workspace, record)).toEqual(["2 created", "5 failed: ragged_row", "6 created"]);
    expect(record.scan).toMatchObject({ lines: 3, blankLines: 2 });
  });

  test("of another product, with that product's contact ids, is not mistaken for an export of this one (C-H2)", async () => {
    const workspace = await open();
    const file = "Contact ID,Name,Email\n1001,Ann,ann@example.com\n1002,Bob,bob@example.com\n";
    const record = await workspace.import(file);
    expect(counts(record)).toBe("2 created");
    expect(await people(workspace, "external_id", "full_name")).toEqual(["1001 | Ann", "1002 | Bob"]);
    expect(counts(await workspace.import(file))).toBe("2 unchanged");
  });

  test("may have headers that are names of the language, empty, or twice there (C-B6)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "Email,__proto__,constructor,,Note,Note\nann@example.com,p,c,blank,one,two\n",
    );
    expect(counts(record)).toBe("1 created");
    const [contact] = await workspace.contacts();
    const texts = [...(contact?.values.values() ?? [])].join(" ");
    for (const text of ["p", "c", "blank", "one", "two"]) expect(texts).toContain(text);
  });

  test("gives each of its values back when it is imported again: nothing changes (C-X3)", async () => {
    const workspace = await open();
    for (const field of [
      { key: "interests", label: "Interests", type: "multiple_choice", options: ["Blue", "Green", "St. Louis"] },
      { key: "seats", label: "Seats", type: "number" },
      { key: "since", label: "Since", type: "date" },
      { key: "words", label: "Words", type: "text_list" },
    ] as const) {
      await workspace.ports.store.fields.add(workspace.workspace.number, { ...field, builtin: false });
    }
    const file = `
Full Name ; E-Mail;Additional email addresses;Phone;Additional phone numbers;Tags;Website;LinkedIn;Country;DNT;Notes;Interests;Seats;Since;Words;Shoe size
  Ann   LEE ;Ann.Lee@EXAMPLE.com;b@x.example, A@x.example;(415) 555-0101;415.555.0102;VIP, vip;example.com;linkedin.com/in/Ann/;USA;yes;"two
lines";green, BLUE, St. Louis;1,200.50;13/02/2020;a, b;38
Zoë;;;"0049 30 23125003";;news;HTTPS://Example.com/A?b=1;;Deutschland;no;'quoted';;007;1.3.2021;x;
=Bob;bob@example.com;;;;;;;;maybe;-;;;31/31/2020;;44
`;
    const first = await workspace.import(file, { country: "US" });
    expect(counts(first)).toBe("3 created");
    const again = await workspace.import(file, { country: "US" });
    expect(await told(workspace, again)).toEqual(
      (await told(workspace, first)).map((line) => line.replace("created", "unchanged")),
    );
    expect((await workspace.lines(again)).every(({ changes }) => changes === null)).toBe(true);
  });
});

describe("matching asks", () => {
  test("the id, the external id, the e-mail and the phone, and all that it finds must be one contact (C-H1, C-H4)", async () => {
    const workspace = await open();
    await workspace.import(`
External ID,Name,Email,Phone
A1,Ann,ann@example.com,+14155550101
B2,Bob,bob@example.com,+14155550102
`);
    const record = await workspace.import(`
Contact ID,External ID,Name,Email,Phone
${idOf(workspace, 1)},,Ann 1,,
,B2,Bob 1,new@example.com,
${idOf(workspace, 1)},,Ann 2,bob@example.com,
,A1,Ann 3,,+14155550102
`);
    expect(await told(workspace, record)).toEqual([
      "3 updated",
      "4 updated",
      "5 failed: conflicting_match (lines 3, contacts 1 and 2)",
      "6 failed: conflicting_match (contacts 1 and 2)",
    ]);
  });

  test("nobody by name alone: two people may share one (C-H1)", async () => {
    const workspace = await open();
    await workspace.import("Name,Email\nAnn Lee,ann@example.com\n");
    expect(counts(await workspace.import("Name,City\nAnn Lee,Rome\n"))).toBe("1 created");
  });
});

describe("lines of one file that are the same contact", () => {
  test("are merged where they complete each other, and refused where they contradict each other (C-H3)", async () => {
    const workspace = await open({ batchRows: 2 });
    const record = await workspace.import(`
Name,Email,Phone,City,Tags
Ann Lee,ann@example.com,,Rome,vip
Bob Ray,bob@example.com,,Oslo,
Ann Lee,ANN@example.com,+14155550101,,news
Bob Roy,bob@example.com,,Bergen,vip
`);
    expect(await told(workspace, record)).toEqual([
      "3 created",
      "4 created",
      "5 updated",
      "6 failed: in_file_duplicate (line 4, full_name and city)",
    ]);
    expect(await people(workspace, "full_name", "phone", "city", "tags")).toEqual([
      "Ann Lee | +14155550101 | Rome | vip, news",
      "Bob Ray | - | Oslo | -",
    ]);
  });
});

describe("what is not clear", () => {
  test("a column of dates that shows no order waits for an answer, cell by cell nothing is guessed (C-E3)", async () => {
    const workspace = await open();
    const file = "Email,Birthday\nann@example.com,03/04/1980\nbob@example.com,1980-04-03\n";
    const record = await workspace.import(file);
    expect(await told(workspace, record)).toEqual(["2 created: date_order_unknown (Birthday)", "3 created"]);
    const answered = await workspace.import(file, { dateOrder: "DMY" });
    expect(await changesOf(workspace, answered, 2)).toEqual({ birthday: "- -> 1980-04-03" });
  });

  test("a phone number without country is left out with a warning until its country is said (C-E2)", async () => {
    const workspace = await open();
    const file = "Email,Phone\nann@example.com,(415) 555-0101\n";
    expect(await told(workspace, await workspace.import(file))).toEqual(["2 created: phone_unreadable (Phone)"]);
    const answered = await workspace.import(file, { country: "US" });
    expect(await changesOf(workspace, answered, 2)).toEqual({ phone: "- -> +14155550101" });
  });

  test("a contact needs a name, an e-mail or a phone, and an empty cell takes nothing away (C-I2, C-I4)", async () => {
    const workspace = await open();
    await workspace.import("Name,Email,City\nAnn,ann@example.com,Rome\n");
    const record = await workspace.import("Name,Email,City\n,ann@example.com,\n,,Oslo\n");
    expect(await told(workspace, record)).toEqual([
      "2 unchanged",
      "3 failed: required_fields_missing (one of full_name and email and phone)",
    ]);
  });

  test("an import for update only says which people it did not find (C-H2)", async () => {
    const workspace = await open();
    await workspace.import("Name,Email\nAnn,ann@example.com\n");
    const record = await workspace.import("Name,Email\nAnna,ann@example.com\nBob,bob@example.com\nCy,\n", {
      mode: "update",
    });
    expect(await told(workspace, record)).toEqual([
      "2 updated",
      "3 failed: contact_not_in_workspace",
      "4 failed: required_fields_missing (one of id and external_id and email and phone)",
    ]);
    const skipped = await workspace.import("Name,Email\nBob,bob@example.com\n", {
      mode: "update",
      ...set("onNoMatch=skip"),
    });
    expect(await told(workspace, skipped)).toEqual(["2 skipped: no_match"]);
  });
});

describe("the example of the repository", () => {
  const file = readFileSync(new URL("../../examples/contacts.csv", import.meta.url));
  const expected = JSON.parse(readFileSync(new URL("../../examples/contacts.expected.json", import.meta.url), "utf8"));

  test("comes out as its expected.json says, planned and run, and a second time changes nothing (C-P2, C-X1, C-X3)", async () => {
    const workspace = await open();
    const plan = await workspace.plan(file);
    const record = await workspace.import(file);
    const { lines, blankLines } = record.scan ?? {};
    expect({ lines, blankLines, ...record.progress?.tally }).toEqual(expected);
    expect(plan.planned).toEqual(record.progress?.tally);
    const again = await workspace.import(file);
    const { created, updated, unchanged } = expected.outcomes;
    expect(again.progress?.tally.outcomes).toEqual({
      ...expected.outcomes,
      created: 0,
      updated: 0,
      unchanged: created + updated + unchanged,
    });
  });
});
