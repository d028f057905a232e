/** How header, values, saved mappings and a person's word are weighed against each other. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { type Field, LIST_TYPES } from "../../src/core/contact/field.ts";
import type { ColumnMapping } from "../../src/core/mapping/column-mapping.ts";
import { policyOf } from "./policy-of.ts";
import { propose, targetsOf } from "./propose.ts";

const column = (values: readonly string[]): readonly (readonly string[])[] => values.map((value) => [value]);
const own = (key: string, label: string, more: Partial<Field> = {}): Field => ({
  key,
  label,
  type: "text",
  builtin: false,
  ...more,
});

describe("C-D1 a proposal", () => {
  test("shows up to three different values, short ones", () => {
    const [email] = propose(["Email"], column(["a@b.co", "a@b.co", " ", "c@d.co ", "e@f.co", "g@h.co"]));
    expect(email?.samples).toEqual(["a@b.co", "c@d.co", "e@f.co"]);
    const [note] = propose(["Notes"], column(["x".repeat(10_000_000)]));
    expect(note?.samples[0]?.length).toBeLessThan(200);
  });

  test("says in words why", () => {
    const reasons = propose(["E-Mail", "Phone", "Emial", "Shoe size"]).map(({ reason }) => reason);
    expect(reasons).toEqual([
      'header "E-Mail" is the field Email',
      'header "Phone" is the field Phone',
      'header "Emial" is close to "email", a name of Email; another column is already Email, so this one goes to Additional email addresses',
      'no field is known for header "Shoe size": kept as custom data',
    ]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "a second email and a second phone go to the lists",
      ["Email", "Email", "Phone", "Mobile", "Home phone"],
      ["email", "additional_emails", "phone", "additional_phones", "additional_phones"],
    ],
    [
      "the plain name wins over the qualified one, wherever it stands",
      ["Work email", "Email", "Mobile", "Phone"],
      ["additional_emails", "email", "additional_phones", "phone"],
    ],
    ["three tag columns are united", ["Tag 1", "Tag 2", "Tags"], ["tags", "tags", "tags"]],
    ["two note columns are joined", ["Notes", "Comments"], ["notes", "notes"]],
    ["a second city is kept, not lost", ["City", "Town"], ["city", "keep:Town"]],
    [
      "whole and parts of a name stand side by side",
      ["Full name", "First name", "Last name"],
      ["full_name", "first_name", "last_name"],
    ],
    ["Name beside first names is the family name", ["Vorname", "Name"], ["first_name", "last_name"]],
    ["Nom beside prénom is the family name", ["Nom", "Prénom"], ["last_name", "first_name"]],
    ["Nome beside cognome is the first name", ["Nome", "Cognome"], ["first_name", "last_name"]],
    ["Nombre beside apellidos is the first name", ["Nombre", "Apellidos"], ["first_name", "last_name"]],
    ["Nom alone is the whole name", ["Nom", "Courriel"], ["full_name", "email"]],
    [
      "repeated and empty headers are kept under names of their own",
      ["X", "X", "", " ", "X (2)"],
      ["keep:X", "keep:X (2)", "keep:Column 3", "keep:Column 4", "keep:X (2) (2)"],
    ],
    [
      "names of the object prototype are just names",
      ["__proto__", "constructor", "Email"],
      ["keep:__proto__", "keep:constructor", "email"],
    ],
  ])("%s", (_name, headers, expected) => {
    expect(targetsOf(propose(headers))).toEqual(expected);
  });

  test("Name that holds the first name as well stays the whole name", () => {
    const rows = [
      ["Ann", "Ann Lee"],
      ["Bob", "Bob Ray"],
    ];
    expect(targetsOf(propose(["First name", "Name"], rows))).toEqual(["first_name", "full_name"]);
  });

  test("an empty column does not keep a filled one out", () => {
    const rows = [["", "+14155550100", "", "Rome"]];
    const headers = ["Phone", "Mobile", "Business City", "Home City"];
    expect(targetsOf(propose(headers, rows))).toEqual(["additional_phones", "phone", "keep:Business City", "city"]);
  });
});

describe("C-D1 values guard the header", () => {
  test("a column headed Email without emails keeps the mapping, with less confidence and a reason", () => {
    const [email] = propose(["Email"], column(["Ann", "Bob", "Cy", "d@e.co"]));
    expect(email?.target).toEqual({ to: "field", field: "email" });
    expect(email?.confidence).toBe(0.5);
    expect(email?.reason).toContain("only 1 of 4 values look like it");
  });

  test.each<[string, string, readonly string[], string]>([
    ["Title with salutations is no job", "Title", ["Mr.", "Mrs.", "Dr"], "keep:Title"],
    ["Title with several salutations is no job", "Title", ["Herr Dr.", "Frau Prof. Dr.", "Herr"], "keep:Title"],
    ["Title with senior jobs is one", "Title", ["Sr. Engineer", "Sr Buyer", "Dr. of Physics"], "job_title"],
    ["Title with jobs is one", "Title", ["CEO", "Buyer", "Head of Sales"], "job_title"],
    ["State of an account is no state of a country", "State", ["active", "closed", "open"], "keep:State"],
    ["Estado of a member is no state of a country", "estado", ["Activo", "Baja", "Activo"], "keep:estado"],
    ["State of a country is one", "State", ["CA", "New York"], "state"],
    ["Estado of a country is one", "estado", ["Jalisco", "Nuevo León"], "state"],
    ["a position in a list is none in a company", "Position", ["1", "2", "3"], "keep:Position"],
    ["a number of followers names nobody", "Followers", ["120", "7"], "keep:Followers"],
    ["Contact with emails is the email", "Contact", ["a@b.co", "c@d.co"], "email"],
    ["Contact with names is the name", "Contact", ["Ann Lee", "Bob Ray"], "full_name"],
    ["URL with LinkedIn profiles is the LinkedIn URL", "URL", ["https://linkedin.com/in/ann"], "linkedin_url"],
    ["Website with a company's LinkedIn page stays", "Website", ["https://linkedin.com/company/acme"], "website"],
    [
      "Contact number with numbers of something else is no phone",
      "Contact number",
      ["C-1", "C-2", "C-3"],
      "keep:Contact number",
    ],
    ["Description is a note", "Description", ["met in Rome"], "notes"],
    ["Country code with dialling codes is no country", "Country code", ["+49", "+41"], "keep:Country code"],
    ["a login may be an email of anybody", "Login", ["a@b.co", "c@d.co", "e@f.co"], "keep:Login"],
    ["an unknown header over emails is the email", "Kundenpost", ["a@b.co", "c@d.co"], "email"],
    ["the manager's emails are not the contact's", "Manager", ["a@b.co", "c@d.co"], "keep:Manager"],
    [
      "the same address on every row is an owner's",
      "Handled",
      ["a@b.co", "a@b.co", "a@b.co", "a@b.co"],
      "keep:Handled",
    ],
    ["bare digits under an unknown header are no phone", "Code", ["4155550100", "4155550101"], "keep:Code"],
  ])("%s", (_name, header, values, expected) => {
    expect(targetsOf(propose([header], column(values)))).toEqual([expected]);
  });

  test("Emails is the email, also where cells hold several: they are parted, unless the policy keeps nothing", () => {
    const several = column(["a@b.co, c@d.co"]);
    expect(targetsOf(propose(["Emails"], column(["a@b.co", "c@d.co"])))).toEqual(["email"]);
    expect(targetsOf(propose(["Emails"], several))).toEqual(["email"]);
    expect(targetsOf(propose(["Phones"], column(["+14155550100; +14155550101"])))).toEqual(["phone"]);
    expect(targetsOf(propose(["Email", "Emails"], [["x@y.co", "a@b.co, c@d.co"]]))).toEqual([
      "email",
      "additional_emails",
    ]);
    expect(targetsOf(propose(["Emails"], several, { policy: policyOf({ unknownColumns: "ignore" }) }))).toEqual([
      "additional_emails",
    ]);
  });

  test.each([
    [
      "first and last",
      [
        ["Lee", "Ann", "Rome", "ann.lee@x.co"],
        ["Ray", "Bob", "Oslo", "bob.ray@x.co"],
      ],
      ["last_name", "first_name", "keep:Column 3", "email"],
    ],
    [
      "whole names",
      [
        ["Ann Lee", "Acme", "alee@x.co"],
        ["Zoë Ray", "Foo", "zoe@x.co"],
      ],
      ["full_name", "keep:Column 2", "email"],
    ],
    [
      "one part",
      [
        ["Ann", "Lee", "ann@x.co"],
        ["Bob", "Ray", "bob@x.co"],
      ],
      ["keep:Column 1", "keep:Column 2", "email"],
    ],
    [
      "cities",
      [
        ["Rome", "ann@x.co"],
        ["Oslo", "bob@x.co"],
      ],
      ["keep:Column 1", "email"],
    ],
  ])("without a header, names are what stands in the addresses: %s (C-D1)", (_, rows, expected) => {
    expect(targetsOf(propose(null, rows))).toEqual(expected);
  });

  test("a messy Email column stays the email beside a tidy second one", () => {
    const rows = [
      ["none", "a@b.co"],
      ["-", "c@d.co"],
      ["e@f.co", "g@h.co"],
    ];
    expect(targetsOf(propose(["Email", "Work email"], rows))).toEqual(["email", "additional_emails"]);
  });

  test("an unknown header over emails gives way to a column that says email", () => {
    expect(targetsOf(propose(["Email", "Post"], [["a@b.co", "c@d.co"]]))).toEqual(["email", "keep:Post"]);
  });
});

describe("ids", () => {
  test.each<[string, readonly string[], string]>([
    ["ID", ["con_0123456789"], "id"],
    ["Record ID", ["con_0123456789"], "id"],
    ["ID", ["51", "52"], "external_id"],
    ["Contact ID", [], "id"],
    ["Contact ID", ["0035g00000ABCDE"], "external_id"],
    ["EG-CON-ID", ["con_0123456789", "oops"], "id"],
    ["Customer ID", ["C1"], "account_id"],
    ["ID", Array.from({ length: 20 }, (_, row) => `A${row % 3}`), "keep:ID"],
  ])("%s with %j is %s", (header, values, expected) => {
    expect(targetsOf(propose([header], column(values)))).toEqual([expected]);
  });

  test("an update by id alone reports foreign ids instead of losing them", () => {
    const policy = policyOf({ mode: "update", match: ["id"] });
    expect(targetsOf(propose(["EG-CON-ID"], column(["nope"]), { policy }))).toEqual(["id"]);
  });

  test("C-D6 external_id goes to the custom field that holds it", () => {
    const fields = [...BUILTIN_FIELDS, own("erp_id", "ERP id", { holdsExternalId: true })];
    expect(targetsOf(propose(["external_id"], [], { fields }))).toEqual(["erp_id"]);
    expect(targetsOf(propose(["External ID", "ERP id"], [], { fields }))).toEqual(["external_id", "erp_id"]);
  });
});

describe("custom fields", () => {
  const fields = [...BUILTIN_FIELDS, own("plan", "Plan"), own("mobile", "Mobile"), own("shoe", "Shoe size")];
  test("are found by key and label, before any known name", () => {
    expect(targetsOf(propose(["PLAN", "Mobile", "shoe_size", "Phone"], [], { fields }))).toEqual([
      "plan",
      "mobile",
      "shoe",
      "phone",
    ]);
  });
});

describe("C-D4 unknown columns", () => {
  test.each([
    ["keep", "keep:Shoe size"],
    ["ask", "ignore"],
    ["ignore", "ignore"],
    ["refuse", "ignore"],
  ] as const)("%s gives %s", (unknownColumns, expected) => {
    const mapping = propose(["Email", "Shoe size"], [], { policy: policyOf({ unknownColumns }) });
    expect(targetsOf(mapping)).toEqual(["email", expected]);
    expect(mapping[1]?.foundBy).toBe("policy");
  });
});

describe("C-B6 a file without a header", () => {
  test("goes by content and position", () => {
    const rows = [
      ["Ann", "ann@b.co", "+14155550100", "https://linkedin.com/in/ann", "12"],
      ["Bob", "bob@b.co", "+14155550101", "https://linkedin.com/in/bob", "13"],
    ];
    expect(targetsOf(propose(null, rows))).toEqual([
      "keep:Column 1",
      "email",
      "phone",
      "linkedin_url",
      "keep:Column 5",
    ]);
  });

  test("whatever stands for no value says nothing of a column", () => {
    const rows = [
      ["Ann", "n/a", "-"],
      ["Bob", "bob@b.co", "+14155550101"],
      ["Cy", "cy@b.co", "keine"],
    ];
    expect(targetsOf(propose(null, rows))).toEqual(["keep:Column 1", "email", "phone"]);
  });

  test("reads parted phone numbers, and neither dates nor amounts as phones", () => {
    const rows = [["(415) 555-0100", "2024-01-02", "12.50", "192.168.1.10", "4155550100"]];
    const policy = policyOf({ defaultCountry: "US" });
    const targets = targetsOf(propose(null, rows, { policy }));
    expect(targets).toEqual(["phone", "keep:Column 2", "keep:Column 3", "keep:Column 4", "keep:Column 5"]);
  });
});

describe("C-D7 a saved mapping", () => {
  const saved = propose(["Login", "Email"], [], {
    overrides: [
      { column: "Login", target: "email" },
      { column: "Email", target: "" },
    ],
  });

  test("is followed whatever the order and the spelling of the headers", () => {
    const mapping = propose(["E-MAIL", "Login", "City"], [], { saved });
    expect(targetsOf(mapping)).toEqual(["ignore", "email", "city"]);
    expect(mapping.map(({ foundBy }) => foundBy)).toEqual(["saved", "saved", "header"]);
  });

  test("gives way to what a person says now", () => {
    const overrides = [{ column: "Email", target: "email" }];
    expect(targetsOf(propose(["Login", "Email"], [], { saved, overrides }))).toEqual(["keep:Login", "email"]);
  });

  test("says nothing about columns that only the policy of that day decided", () => {
    const kept = propose(["Email", "Pet"]);
    const policy = policyOf({ unknownColumns: "ask" });
    const mapping = propose(["Email", "Pet"], [], { saved: kept, policy });
    expect(mapping.map(({ foundBy }) => foundBy)).toEqual(["saved", "policy"]);
    expect(targetsOf(mapping)).toEqual(["email", "ignore"]);
  });

  test("is left aside for a field that is gone", () => {
    const gone: readonly ColumnMapping[] = saved.map((one) => ({ ...one, target: { to: "field", field: "gone" } }));
    expect(targetsOf(propose(["Login", "Email"], [], { saved: gone }))).toEqual(["keep:Login", "email"]);
  });
});

describe("any headers at all", () => {
  const single = new Set(
    BUILTIN_FIELDS.filter(({ type }) => !LIST_TYPES.has(type) && type !== "long_text").map(({ key }) => key),
  );
  const header = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "Email",
      "email ",
      "Phone",
      "Mobile",
      "Name",
      "ID",
      "",
      "__proto__",
      "Nom",
      "Prénom",
      "City",
      "Town",
    ),
  );
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom("a@b.co", "+14155550100", "con_0123456789", "https://linkedin.com/in/x", ""),
  );

  test("give one entry per column, unique names, and no field of one value twice", () => {
    fc.assert(
      fc.property(
        fc.option(fc.array(header, { maxLength: 50 })),
        fc.array(fc.array(cell, { maxLength: 60 }), { maxLength: 5 }),
        (headers, samples) => {
          const mapping = propose(headers, samples);
          const width = headers?.length ?? Math.max(0, ...samples.map((row) => row.length));
          expect(mapping.map((entry) => entry.column)).toEqual(Array.from({ length: width }, (_, at) => at));
          const names = mapping.flatMap(({ target }) => (target.to === "keep" ? [target.name] : []));
          expect(new Set(names).size).toBe(names.length);
          expect(names).not.toContain("");
          const fields = mapping.flatMap(({ target }) => (target.to === "field" ? [target.field] : []));
          const once = fields.filter((field) => single.has(field));
          expect(new Set(once).size).toBe(once.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("in any number: 20,000 columns are mapped one by one", () => {
    const headers = Array.from({ length: 20_000 }, (_, at) => (at === 12_345 ? "Email" : `Reading ${at}`));
    const mapping = propose(headers, [headers]);
    expect(mapping).toHaveLength(20_000);
    expect(mapping[12_345]?.target).toEqual({ to: "field", field: "email" });
  });
});
