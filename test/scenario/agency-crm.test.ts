/** The rules of the agency CRM's import page, in the page's order. */
import { describe, expect, test } from "vitest";
import { acceptDisclaimer } from "../../src/app/import/preparing/accept-disclaimer.ts";
import { runImport } from "../../src/app/import/run-import.ts";
import type { Field, FieldType } from "../../src/core/contact/field.ts";
import { acting, addMembers } from "../support/members.ts";
import { textRows, xlsxOf } from "../support/workbook-of.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";
import { changesOf, counts, idOf, people, set, told, workspaces } from "./story.ts";

const open = workspaces({ preset: "agency-crm", policy: { disclaimer: false } });

const custom = (key: string, type: FieldType, options?: readonly string[]): Field => ({
  key,
  label: key,
  type,
  builtin: false,
  ...(options ? { options } : {}),
});
const add = (workspace: TestWorkspace, field: Field) =>
  workspace.ports.store.fields.add(workspace.workspace.number, field);

describe("preparing the data", () => {
  test("only admins may import (C-M1)", async () => {
    const workspace = await open();
    const [ann, ed] = await addMembers(workspace, "Ann Smith <ann@agency.example> admin", "Ed Ito <ed@agency.example>");
    const refusal = await workspace.refusal("Email\na@example.com\n", acting(ed!));
    expect(refusal).toMatchObject({
      code: "permission_denied",
      message: "ed@agency.example has the role editor, and only admins may import here.",
    });
    const record = await workspace.import("Email\na@example.com\n", acting(ann!));
    expect([counts(record), record.settings.by]).toEqual(["1 created", "ann@agency.example"]);
  });

  test("a file of 30 MB and more is refused (C-B4)", async () => {
    const workspace = await open({ policy: { disclaimer: false, maxBytes: 1_000 } });
    const refusal = await workspace.refusal(`Email\n${"ann@example.com\n".repeat(100)}`);
    expect(refusal.code).toBe("file_too_large");
    expect((await open()).workspace.policy.maxBytes).toBe(30_000_000);
  });

  test("a header row is needed, with at least one column that is a field (C-B6)", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal("Shoe size,Hat size\n38,56\n44,60\n", set("unmappedAccepted=yes"));
    expect(refusal.code).toBe("columns_none_mapped");
    const headless = await workspace.refusal("ann@example.com\nbob@example.com\n", { dialect: { header: false } });
    expect(headless.code).toBe("header_required");
  });

  test("a workbook is refused, of one sheet and of several; where workbooks are allowed, several sheets are refused (C-B1, C-B5)", async () => {
    const workspace = await open();
    const sheet = (name: string) => ({ name, rows: textRows([["Email"], ["ann@example.com"]]) });
    const one = await xlsxOf({ sheets: [sheet("People")] });
    const two = await xlsxOf({ sheets: [sheet("People"), sheet("Others")] });
    for (const file of [one, two])
      expect(await workspace.refusal(file)).toMatchObject({
        code: "format_not_accepted",
        message: expect.stringMatching(/^The file is: .*workbook.*\. This workspace takes only csv\.$/),
      });
    const allowed = set("formats=csv,xlsx");
    expect(counts(await workspace.import(one, allowed))).toBe("1 created");
    expect(await workspace.refusal(two, allowed)).toMatchObject({ code: "sheet_needed" });
  });

  test("to create, a name, a phone number or an e-mail is needed (C-I4)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "First Name,Last Name,Phone Number,Email,Birthday\nAnn,,,,\n,Ray,,,\n,,4155550101,,\n,,,cy@example.com,\n,,,,1/2/1980\n",
    );
    expect(await told(workspace, record)).toEqual([
      "2 created",
      "3 created",
      "4 created",
      "5 created",
      "6 failed: required_fields_missing (one of full_name and email and phone)",
    ]);
  });

  test("to update, the contact's id, e-mail or phone is needed (C-H1)", async () => {
    const workspace = await open();
    await workspace.import("First Name,Email,Phone Number\nAnn,ann@example.com,\nBob,,4155550101\n");
    const record = await workspace.import(
      `Contact ID,First Name,Email,Phone Number
${idOf(workspace, 1)},Anna,,
,Bobby,,(415) 555-0101
,Cy,,
`,
      { mode: "update" },
    );
    expect(await told(workspace, record)).toEqual([
      "2 updated",
      "3 updated",
      "4 failed: required_fields_missing (one of id and email and phone)",
    ]);
  });
});

describe("the three import options", () => {
  const EXISTING = "First Name,Email\nAnn,ann@example.com\n";
  const FILE = "First Name,Email\nAnna,ann@example.com\nBob,bob@example.com\n";

  test("create uploads only new records: what is there already is left as it is (C-I1)", async () => {
    const workspace = await open();
    await workspace.import(EXISTING);
    const record = await workspace.import(FILE, { mode: "create" });
    expect(await told(workspace, record)).toEqual(["2 skipped: already_exists (contacts 1)", "3 created"]);
    expect(await people(workspace, "first_name")).toEqual(["Ann", "Bob"]);
  });

  test("update changes only what is there: a new person fails with the page's words (C-I1, C-H2)", async () => {
    const workspace = await open();
    await workspace.import(EXISTING);
    const record = await workspace.import(FILE, { mode: "update" });
    expect(await told(workspace, record)).toEqual(["2 updated", "3 failed: contact_not_in_workspace"]);
    expect(await people(workspace, "first_name")).toEqual(["Anna"]);
  });

  test("create and update does both (C-I1)", async () => {
    const workspace = await open();
    await workspace.import(EXISTING);
    const record = await workspace.import(FILE, { mode: "both" });
    expect(await told(workspace, record)).toEqual(["2 updated", "3 created"]);
  });
});

describe("field formats", () => {
  test("dates have the month first, unless the column shows otherwise (C-E3)", async () => {
    const workspace = await open();
    await workspace.import(
      "Email,Birthday\na@example.com,10/2/2020\nb@example.com,2020/10/28\nc@example.com,10-02-2020\nd@example.com,2020-10-28\n",
    );
    expect(await people(workspace, "birthday")).toEqual(["2020-10-02", "2020-10-28", "2020-10-02", "2020-10-28"]);
    const unclear = await workspace.plan("Email,Birthday\na@example.com,10/2/2020\n");
    expect(unclear.scan?.says).toEqual([
      "Birthday: day and month could be either way round, as in 10/2/2020 on line 2",
      "Birthday: such dates are read month first",
    ]);
    const european = await open();
    await european.import("Email,Birthday\na@example.com,02/10/2020\nb@example.com,28/10/2020\n");
    expect(await people(european, "birthday")).toEqual(["2020-10-02", "2020-10-28"]);
  });

  test.for(["Blue, Yellow, Green", "Blue;Yellow;Green", "Blue. Yellow. Green"])(
    "multiple options, checkboxes, text lists and tags may be written %s (C-E4)",
    async (cell) => {
      const workspace = await open();
      await add(workspace, custom("colours", "multiple_choice", ["Blue", "Yellow", "Green"]));
      await add(workspace, custom("boxes", "checkbox", ["Blue", "Yellow", "Green"]));
      await add(workspace, custom("words", "text_list"));
      await workspace.import(`Email,colours,boxes,words,Tags\na@example.com,"${cell}","${cell}","${cell}","${cell}"\n`);
      expect(await people(workspace, "colours", "boxes", "words", "tags")).toEqual([
        "Blue, Yellow, Green | Blue, Yellow, Green | Blue, Yellow, Green | Blue, Yellow, Green",
      ]);
    },
  );

  test("an option that holds a separator is never cut (C-E4)", async () => {
    const workspace = await open();
    await add(workspace, custom("places", "multiple_choice", ["St. Louis", "Washington, D.C.", "Austin"]));
    await workspace.import('Email,places\na@example.com,"St. Louis, Washington, D.C.; austin"\n');
    expect(await people(workspace, "places")).toEqual(["St. Louis, Washington, D.C., Austin"]);
  });

  test("radio and single options hold one value; an unknown one is a warning (C-E5)", async () => {
    const workspace = await open();
    await add(workspace, custom("plan", "radio", ["Free", "Pro"]));
    await add(workspace, custom("colour", "single_choice", ["Blue", "Green"]));
    const record = await workspace.import("Email,plan,colour\na@example.com,pro,BLUE\nb@example.com,Gold,Blue\n");
    expect(await told(workspace, record)).toEqual(["2 created", "3 created: option_unknown (plan)"]);
    expect(await people(workspace, "plan", "colour")).toEqual(["Pro | Blue", "- | Blue"]);
  });

  test("the owner is written FirstName LastName, followers so too, parted by commas (C-E8)", async () => {
    const workspace = await open();
    await workspace.import('Email,Contact Owner,Contact Followers\na@example.com,Logan Paul,"Adam Smith, David Lee"\n');
    expect(await people(workspace, "owner", "followers")).toEqual(["Logan Paul | Adam Smith, David Lee"]);
  });

  test("owner and followers are users of the sub-account; who is not is left out with a warning (C-E8)", async () => {
    const workspace = await open();
    await addMembers(
      workspace,
      "Logan Paul <logan@agency.example>",
      "Adam Smith <adam@agency.example>",
      "David Lee <david@agency.example>",
    );
    const record = await workspace.import(
      'Email,Contact Owner,Contact Followers\na@example.com,Logan Paul,"Adam Smith, David Lee"\nb@example.com,Logan Pole,David Lee\nc@example.com,,"Nobody Here, David Lee"\n',
    );
    expect(await told(workspace, record)).toEqual([
      "2 created",
      "3 created: owner_not_found (Contact Owner)",
      "4 created: owner_not_found (Contact Followers)",
    ]);
    expect(await people(workspace, "owner", "followers")).toEqual([
      "logan@agency.example | adam@agency.example, david@agency.example",
      "- | david@agency.example",
      "- | -",
    ]);
  });

  test.for([["+1 4155550101"], ["415-555-0101"], ["(415) 555-0101"], ["(415) 5550101"], ["4155550101"]])(
    "the phone number %s is read (C-E2)",
    async ([phone]) => {
      const workspace = await open();
      await workspace.import(`Email,Phone Number\na@example.com,${phone}\n`);
      expect(await people(workspace, "phone")).toEqual(["+14155550101"]);
    },
  );

  test("numbers and money are exact decimals (C-E6)", async () => {
    const workspace = await open();
    await add(workspace, custom("score", "number"));
    await add(workspace, custom("revenue", "money"));
    await workspace.import(
      'Email,score,revenue\na@example.com,1.23,1234\nb@example.com,1234,"1,234,234.33"\nc@example.com,.123,0.10\n',
    );
    expect(await people(workspace, "score", "revenue")).toEqual(["1.23 | 1234", "1234 | 1234234.33", "0.123 | 0.1"]);
  });

  test("additional addresses and numbers have columns of their own (C-E7)", async () => {
    const workspace = await open();
    await workspace.import(`
Email,Phone Number,Additional email addresses,Additional phone numbers
ann@example.com,+1 415 555 0101,"abc@email.com, abc1@email.com","+1 415 555 0102,+1 415 555 0103"
`);
    expect(await people(workspace, "additional_emails", "additional_phones")).toEqual([
      "abc@email.com, abc1@email.com | +14155550102, +14155550103",
    ]);
  });
});

describe("importing the file", () => {
  test("contacts, or contacts and their opportunities: created, updated, or both, with tags for the contacts (C-R1)", async () => {
    const workspace = await open();
    await workspace.import("pipeline_name,stage_name\nSales,New\nSales,Won\n", {
      object: "stage",
      disclaimerAccepted: true,
    });
    const file =
      "Email,Contact Name,Opportunity Name,Pipeline,Stage\na@x.test,Ann Lee,Website,Sales,New\na@x.test,Ann Lee,Shop,Sales,Won\n";
    const both = { withOpportunities: true, disclaimerAccepted: true, tags: ["fair"] };
    expect(counts(await workspace.import(file, { ...both, mode: "create" }))).toBe("2 created");
    expect(counts(await workspace.import(file, { ...both, mode: "update" }))).toBe("2 unchanged");
    expect(counts(await workspace.import(`${file}b@x.test,Bob,Deal,Sales,\n`, both))).toBe("1 created, 2 unchanged");
    expect(await people(workspace, "email", "tags")).toEqual(["a@x.test | fair", "b@x.test | fair"]);
  });

  test("tags can be added to the contacts of the import, existing ones or new (C-I3)", async () => {
    const workspace = await open();
    await workspace.import("First Name,Email,Tags\nAnn,ann@example.com,client\n");
    const file = "First Name,Email,Tags\nAnn,ann@example.com,vip\nBob,bob@example.com,\n";
    await workspace.import(file, { tags: ["Client", "spring fair"] });
    expect(await people(workspace, "tags")).toEqual(["client, vip, spring fair", "Client, spring fair"]);
    expect(await workspace.ports.store.tags.list(workspace.workspace.number)).toEqual([
      { name: "client", contacts: 2 },
      { name: "spring fair", contacts: 2 },
      { name: "vip", contacts: 1 },
    ]);
  });

  test("de-duplication is respected: duplicates are found by e-mail and phone (C-H1)", async () => {
    const workspace = await open();
    await workspace.import("First Name,Email\nAnn,ann@example.com\n");
    const record = await workspace.import("First Name,Email\nAnn,Ann@example.com\n");
    expect(counts(record)).toBe("1 unchanged");
  });

  test('with "Allow duplicates" only the id identifies a contact (C-H1)', async () => {
    const workspace = await open();
    await workspace.import("First Name,Email\nAnn,ann@example.com\n");
    const file = "First Name,Email\nAnn,ann@example.com\nAnna,ann@example.com\n";
    expect(counts(await workspace.import(file, set("allowDuplicates=yes")))).toBe("2 created");
    const byId = await workspace.import(`Contact ID,First Name\n${idOf(workspace, 2)},Anne\n`, {
      mode: "update",
      ...set("allowDuplicates=yes"),
    });
    expect(await told(workspace, byId)).toEqual(["2 updated"]);
    expect(await people(workspace, "first_name")).toEqual(["Ann", "Anne", "Anna"]);
  });

  test("unmapped columns stop the import in the page's words, until they are left out on purpose (C-D3)", async () => {
    const workspace = await open();
    const file = "Email,Shoe size\nann@example.com,38\n";
    const refusal = await workspace.refusal(file);
    expect(refusal.code).toBe("columns_unmapped");
    expect(refusal.message).toContain(
      "Please ensure all mandatory fields are mapped. To proceed, either map all fields or choose Don't import data for unmapped columns.",
    );
    expect(counts(await workspace.import(file, set("unmappedAccepted=yes")))).toBe("1 created");
    expect(counts(await workspace.import(file, { map: ["Shoe size="] }))).toBe("1 unchanged");
  });

  test.for([
    { name: "keeps what is there where nothing was said", say: [], phone: "+14155550101" },
    { name: "keeps with Don't update empty values", say: ["emptyCells=keep"], phone: "+14155550101" },
    { name: "clears where it was asked to", say: ["emptyCells=clear"], phone: "-" },
    { name: "clears the one field that was named", say: ["clearFields=phone"], phone: "-" },
    { name: "keeps the fields that were not named", say: ["clearFields=birthday"], phone: "+14155550101" },
  ])("an empty cell $name (C-I2)", async ({ say, phone }) => {
    const workspace = await open();
    await workspace.import("First Name,Email,Phone Number\nAnn,ann@example.com,4155550101\n");
    await workspace.import("First Name,Email,Phone Number\nAnn,ann@example.com,\n", set(...say));
    expect(await people(workspace, "first_name", "phone")).toEqual([`Ann | ${phone}`]);
  });

  test("the disclaimer has to be accepted before the import starts (C-M3)", async () => {
    const workspace = await open({ policy: { disclaimer: true } });
    const refusal = await workspace.refusal("Email\nann@example.com\n");
    expect(refusal.code).toBe("disclaimer_required");
    const [ann] = await addMembers(workspace, "Ann Smith <ann@agency.example> admin");
    const record = await workspace.import("Email\nann@example.com\n", { ...acting(ann!), disclaimerAccepted: true });
    expect(counts(record)).toBe("1 created");
    expect(record.settings.disclaimer).toMatchObject({ by: "ann@agency.example", at: expect.any(Number) });
  });

  test("the preview comes before the disclaimer: a plan needs none, and its start does (C-M3, C-P1)", async () => {
    const workspace = await open({ policy: { disclaimer: true } });
    const [ann] = await addMembers(workspace, "Ann Smith <ann@agency.example> admin");
    const plan = await workspace.plan("Email\nann@example.com\n", acting(ann!));
    expect([plan.state, counts(plan)]).toEqual(["planned", "1 created"]);
    expect(await runImport(workspace.ports, plan.ref)).toMatchObject({ refusal: { code: "disclaimer_required" } });
    accepted(await acceptDisclaimer(workspace.ports, { ref: plan.ref }, acting(ann!).actor));
    const done = accepted(await runImport(workspace.ports, plan.ref));
    expect([counts(done), done.settings.disclaimer?.by]).toEqual(["1 created", "ann@agency.example"]);
  });

  test("tags can be added to all contacts of the import (C-I3)", async () => {
    const workspace = await open();
    await workspace.import("Email\nann@example.com\n");
    const record = await workspace.import("Email,Tags\nann@example.com,\nbob@example.com,vip\n", { tags: ["fair"] });
    expect(await told(workspace, record)).toEqual(["2 updated", "3 created"]);
    expect(await people(workspace, "tags")).toEqual(["fair", "vip, fair"]);
  });

  test("errors stop their row; warnings leave out the one field, and the rest is imported (C-Q1)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "First Name,Email,Phone Number,Birthday\nAnn,ann@,4155550101,\nBob,bob@example.com,12,31/31/1980\n",
    );
    expect(await told(workspace, record)).toEqual([
      "2 failed: email_invalid (Email)",
      "3 created: phone_unreadable (Phone Number); date_unreadable (Birthday)",
    ]);
    expect(record.progress?.tally).toMatchObject({
      problems: { email_invalid: 1 },
      warnings: { phone_unreadable: 1, date_unreadable: 1 },
    });
  });
});

describe("troubleshooting", () => {
  test("Duplicate email found: every line that shares an address fails and names another one (C-H3)", async () => {
    const workspace = await open({ batchRows: 2 });
    const record = await workspace.import(
      "First Name,Email\nAnn,ann@example.com\nBob,bob@example.com\nCy,cy@example.com\nAnna,ANN@example.com\nAnne,ann@example.com\n",
    );
    expect(await told(workspace, record)).toEqual([
      "2 failed: duplicate_email (line 5)",
      "3 created",
      "4 created",
      "5 failed: duplicate_email (line 2)",
      "6 failed: duplicate_email (line 5)",
    ]);
  });

  test("Duplicate phone found: however the number is written (C-H3)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "First Name,Phone Number,Additional phone numbers\nAnn,(415) 555-0101,\nBob,415-555-0102,+1 415 555 0101\n",
    );
    expect(await told(workspace, record)).toEqual([
      "2 failed: duplicate_phone (line 3)",
      "3 failed: duplicate_phone (line 2)",
    ]);
  });

  test("the duplicates are accepted where the settings allow them (C-H3)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "First Name,Email\nAnn,ann@example.com\nAnna,ann@example.com\n",
      set("allowDuplicates=yes"),
    );
    expect(counts(record)).toBe("2 created");
  });

  test("where duplicates are allowed, an unreadable number or further address is a warning, as long as a name or an address is left (C-E2, C-I4)", async () => {
    const workspace = await open({ policy: { disclaimer: false, allowDuplicates: true } });
    const record = await workspace.import(
      "First Name,Phone Number,Additional email addresses\nAnn,call me,\nBob,,bob@\n,call me,\n",
    );
    expect(await told(workspace, record)).toEqual([
      "2 created: phone_unreadable (Phone Number)",
      "3 created: email_invalid (Additional email addresses)",
      "4 failed: phone_unreadable (Phone Number); required_fields_missing (one of full_name and email and phone)",
    ]);
  });

  test("Contact is not valid or not in your sub-account: an id that is unknown, wrong or deleted (C-H2, C-H5)", async () => {
    const workspace = await open();
    const first = await workspace.import("First Name,Email\nAnn,ann@example.com\n");
    await workspace.import("First Name,Email\nBob,bob@example.com\n");
    const deleted = idOf(workspace, 1);
    await workspace.undo(first);
    const record = await workspace.import(
      `Contact ID,First Name,Email
${idOf(workspace, 2)},Bobby,bob@example.com
${deleted},Anna,ann@example.com
con_zzzzzzzzzz,Cy,cy@example.com
${idOf(workspace, 999)},Dee,dee@example.com
`,
      { mode: "update" },
    );
    expect(await told(workspace, record)).toEqual([
      "2 updated",
      "3 failed: contact_not_in_workspace",
      "4 failed: contact_not_in_workspace",
      "5 failed: contact_not_in_workspace",
    ]);
  });

  test("Could not read the phone number, the date; Invalid email address (C-E1 to C-E3)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "First Name,Email,Phone Number,Birthday\nAnn,,not a phone,\nBob,bob.example.com,,\nCy,cy@example.com,,someday\n",
    );
    expect(await told(workspace, record)).toEqual([
      "2 failed: phone_unreadable (Phone Number)",
      "3 failed: email_invalid (Email)",
      "4 created: date_unreadable (Birthday)",
    ]);
  });

  /** The page's patterns in its order, each with its examples. */
  const DATES: Readonly<Record<string, readonly string[]>> = {
    "YYYY-MM-DD": ["2024-09-08", "2024-9-8"],
    "YYYY/M/D": ["2024/09/08", "2024/9/8"],
    "YYYY.MM.DD": ["2024.09.08", "2024.9.8"],
    "M.D.YYYY": ["09.08.2024", "9.8.2024"],
    "M/D/YYYY": ["09/08/2024", "9/8/2024"],
    "M-D-YYYY": ["09-08-2024", "9-8-2024"],
    "YYYY/MM/DD": ["2024/09/08"],
    "MM/DD/YYYY": ["09/08/2024", "9/8/2024"],
    "MM-DD-YYYY": ["09-08-2024", "9-8-2024"],
    "MM.DD.YYYY": ["09.08.2024", "9.8.2024"],
    "DD MMM YYYY": ["08 Sep 2024", "8 Sep 2024"],
    "MMM DD YYYY": ["Sep 08 2024", "Sep 8 2024"],
    "YYYY MMM DD": ["2024 Sep 08", "2024 Sep 8"],
    "DD-MMM-YYYY": ["08-Sep-2024", "8-Sep-2024"],
    "MMM-DD-YYYY": ["Sep-08-2024", "Sep-8-2024"],
    "YYYY-MMM-DD": ["2024-Sep-08", "2024-Sep-8"],
    "DD MMM, YYYY": ["08 Sep, 2024", "8 Sep, 2024"],
    "MMM DD, YYYY": ["Sep 08, 2024", "Sep 8, 2024"],
    "DDth MMM YYYY": ["08th Sep 2024", "8th Sep 2024"],
    "MMM DDth YYYY": ["Sep 08th 2024", "Sep 8th 2024"],
    "DDth MMM, YYYY": ["08th Sep, 2024", "8th Sep, 2024"],
    "MMM DDth, YYYY": ["Sep 08th, 2024", "Sep 8th, 2024"],
    "DD MMMM YYYY": ["08 September 2024", "8 September 2024"],
    "MMMM DD YYYY": ["September 08 2024", "September 8 2024"],
    "YYYY MMMM DD": ["2024 September 08", "2024 September 8"],
    "MMMM DD, YYYY": ["September 08, 2024", "September 8, 2024"],
    "DD MMMM, YYYY": ["08 September, 2024", "8 September, 2024"],
  };

  test.for(Object.entries(DATES))("a column of dates written %s is read: %s (C-E3)", async ([, dates]) => {
    const workspace = await open();
    const lines = dates.map((date, at) => `Contact ${at},"${date}"`);
    const record = await workspace.import(`Contact Name,Birthday\n${lines.join("\n")}\n`);
    expect(record.progress?.tally.warnings).toEqual({});
    expect(await people(workspace, "birthday")).toEqual(dates.map(() => "2024-09-08"));
  });

  test("all patterns may stand in one column (C-E3)", async () => {
    expect(Object.keys(DATES)).toHaveLength(27);
    const workspace = await open();
    const dates = Object.values(DATES).flat();
    const lines = dates.map((date, at) => `Contact ${at},"${date}"`);
    await workspace.import(`Contact Name,Birthday\n${lines.join("\n")}\n`);
    expect(new Set(await people(workspace, "birthday"))).toEqual(new Set(["2024-09-08"]));
  });
});

describe("what can be taken back", () => {
  test("new contacts, as on the page, and updates besides (C-U1)", async () => {
    const workspace = await open();
    await workspace.import("First Name,Email\nAnn,ann@example.com\n");
    const record = await workspace.import("First Name,Email\nAnna,ann@example.com\nBob,bob@example.com\n");
    await workspace.undo(record);
    expect(await people(workspace, "first_name", "email")).toEqual(["Ann | ann@example.com"]);
  });

  test("the record id of the export leads a changed row to its contact (C-C2)", async () => {
    const workspace = await open();
    await workspace.import("First Name,Email\nAnn,ann@old.example\n");
    const record = await workspace.import(`Contact ID,First Name,Email\n${idOf(workspace, 1)},Ann,ann@new.example\n`, {
      mode: "update",
    });
    expect(await changesOf(workspace, record, 2)).toEqual({ email: "ann@old.example -> ann@new.example" });
  });
});
