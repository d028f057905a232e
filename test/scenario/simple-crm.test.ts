/** The rules of the small CRM's import page, in the page's order. */
import { describe, expect, test } from "vitest";
import { contactsTemplate, templateCsv } from "../../src/app/export/template.ts";
import { addCustomField } from "../../src/app/workspace/custom-fields.ts";
import { textRows, xlsxOf } from "../support/workbook-of.ts";
import { accepted } from "../support/workspace.ts";
import { changesOf, counts, people, set, told, workspaces } from "./story.ts";

const open = workspaces({ preset: "simple-crm" });

describe("imports can", () => {
  test("create new contacts and update existing ones by exact e-mail or phone (C-I1, C-H1)", async () => {
    const workspace = await open();
    await workspace.import(`
full_name,email,phone
Ann Lee,ann@example.com,+14155550101
Bob Ray,bob@example.com,+14155550102
`);
    const record = await workspace.import(
      `
full_name,email,phone,job_title
Ann Lee,ANN@example.com,,CFO
Bob Ray,,(415) 555-0102,Buyer
Cy Dunn,cy@example.com,,Owner
`,
      { country: "US" },
    );
    expect(await told(workspace, record)).toEqual(["3 updated", "4 updated", "5 created"]);
    const [first, second] = await workspace.lines(record);
    expect([first?.match, second?.match]).toEqual([
      { key: "email", value: "ann@example.com" },
      { key: "phone", value: "+14155550102" },
    ]);
  });

  test("map columns into the built-in fields by the names of the page (C-D2)", async () => {
    const workspace = await open();
    const record = await workspace.import(`
full_name,first_name,last_name,email,phone,company_name,job_title,tags
Ann Lee,Ann,Lee,ann@example.com,+1 415 555 0101,Harbor Robotics,CFO,"vip, newsletter"
`);
    expect(record.settings.mapping.map(({ target }) => (target.to === "field" ? target.field : target.to))).toEqual([
      "full_name",
      "first_name",
      "last_name",
      "email",
      "phone",
      "account_name",
      "job_title",
      "tags",
    ]);
    expect(await people(workspace, "full_name", "account_name", "job_title", "tags")).toEqual([
      "Ann Lee | Harbor Robotics | CFO | vip, newsletter",
    ]);
  });

  test("route an external_id column into the custom field that holds it (C-D6)", async () => {
    const workspace = await open();
    await workspace.ports.store.fields.add(workspace.workspace.number, {
      key: "customer_no",
      label: "Customer no.",
      type: "text",
      builtin: false,
      holdsExternalId: true,
    });
    const record = await workspace.import("email,external_id\nann@example.com,A-0017\n");
    expect(record.settings.mapping[1]?.target).toEqual({ to: "field", field: "customer_no" });
    expect(await people(workspace, "email", "customer_no")).toEqual(["ann@example.com | A-0017"]);
  });
});

describe("before the import", () => {
  test("only CSV is taken (C-B1)", async () => {
    const workspace = await open();
    const sheets = textRows([["email"], ["ann@example.com"]]);
    expect(await workspace.refusal(await xlsxOf({ sheets }))).toMatchObject({
      code: "format_not_accepted",
      message: "The file is: Excel workbook (.xlsx). This workspace takes only csv.",
    });
  });

  test("the template has the headers of the importer, with those of the custom fields, and is imported as it is (C-C1)", async () => {
    const workspace = await open();
    await workspace.ports.store.fields.add(workspace.workspace.number, {
      key: "customer_no",
      label: "Customer no.",
      type: "text",
      builtin: false,
      holdsExternalId: true,
    });
    const template = await contactsTemplate(workspace.ports, workspace.workspace, { mode: null, preset: null });
    const text = templateCsv(accepted(template));
    expect(text.slice(1).split("\r\n", 1)).toEqual([
      "full_name,first_name,last_name,email,phone,company_name,job_title,tags,Customer no.",
    ]);
    expect(counts(await workspace.import(text))).toBe("1 created");
  });

  test("the file must have a header row (C-B6)", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal("Ann Lee,ann@example.com\nBob Ray,bob@example.com\n", {
      dialect: { header: false },
    });
    expect(refusal.code).toBe("header_required");
  });

  test.for([
    ["Full Name, E-mail ,Phone Number,Company,Job Title,Tags"],
    ["FULL_NAME,EMAIL,PHONE,COMPANY_NAME,JOB_TITLE,TAGS"],
    ["full name,email address,phone,company name,title,tags"],
  ])("messy headers map as well: %s (C-B6, C-D2)", async ([header]) => {
    const workspace = await open();
    const record = await workspace.import(`${header}\nAnn Lee,ann@example.com,+14155550101,Harbor,CFO,vip\n`);
    expect(counts(record)).toBe("1 created");
    expect(await people(workspace, "full_name", "email", "phone", "account_name", "job_title", "tags")).toEqual([
      "Ann Lee | ann@example.com | +14155550101 | Harbor | CFO | vip",
    ]);
  });

  test("custom fields are there before the import: a column that is none is left out (C-D4, C-D5)", async () => {
    const workspace = await open();
    await workspace.ports.store.fields.add(workspace.workspace.number, {
      key: "plan",
      label: "Plan",
      type: "single_choice",
      builtin: false,
      options: ["Free", "Pro"],
    });
    const record = await workspace.import("email,Plan,Shoe size\nann@example.com,pro,38\nbob@example.com,Gold,44\n");
    expect(await told(workspace, record)).toEqual(["2 created", "3 created: option_unknown (Plan)"]);
    expect(await people(workspace, "email", "plan", "kept:Shoe size")).toEqual([
      "ann@example.com | Pro | -",
      "bob@example.com | - | -",
    ]);
  });
});

describe("the result", () => {
  test("counts created, updated, skipped and errored rows (C-Q1, C-X1)", async () => {
    const workspace = await open();
    await workspace.import("full_name,email\nAnn Lee,ann@example.com\n");
    const record = await workspace.import(`
full_name,email
Ann B. Lee,ann@example.com
Bob Ray,bob@example
Cy Dunn,cy@example.com
Cy Dunn Jr.,cy@example.com
`);
    expect(await told(workspace, record)).toEqual([
      "3 updated",
      "4 failed: email_invalid (email)",
      "5 skipped: in_file_duplicate (line 6)",
      "6 created",
    ]);
  });
});

describe("matching", () => {
  test("asks the e-mail first and the phone second; where they name two people the row is refused (C-H1, C-H4)", async () => {
    const workspace = await open();
    await workspace.import(
      "full_name,email,phone\nAnn Lee,ann@example.com,+14155550101\nBob Ray,bob@example.com,+14155550102\n",
    );
    const record = await workspace.import("full_name,email,phone\nAnn Lee,ann@example.com,+14155550102\n");
    expect(await told(workspace, record)).toEqual(["2 failed: conflicting_match (contacts 1 and 2)"]);
  });

  test("is by phone where the e-mail is new to the contact, and the new address is written (C-H1)", async () => {
    const workspace = await open();
    await workspace.import("full_name,email,phone\nAnn Lee,ann@old.example,+14155550101\n");
    const record = await workspace.import("full_name,email,phone\nAnn Lee,ann@new.example,415-555-0101\n", {
      country: "US",
    });
    expect(await changesOf(workspace, record, 2)).toEqual({ email: "ann@old.example -> ann@new.example" });
  });

  test("updates instead of creating a duplicate, however often the file comes (C-X3)", async () => {
    const workspace = await open();
    const file =
      "full_name,email,phone,tags\nAnn Lee,Ann@Example.com,(415) 555-0101,vip;news\nBob Ray,,415.555.0102,\n";
    expect(counts(await workspace.import(file, { country: "US" }))).toBe("2 created");
    expect(counts(await workspace.import(file, { country: "US" }))).toBe("2 unchanged");
  });

  test("is conservative: without a matching e-mail or phone a second contact is made (C-H1)", async () => {
    const workspace = await open();
    await workspace.import("full_name,email\nAnn Lee,ann@example.com\n");
    const record = await workspace.import("full_name,email\nAnn Lee,ann.lee@example.com\n");
    expect(counts(record)).toBe("1 created");
  });

  test("nothing is required: a line with a name only is created, and created again from another file (C-I4)", async () => {
    const workspace = await open();
    const file = "full_name,job_title\nAnn Lee,CFO\n";
    expect(counts(await workspace.import(file))).toBe("1 created");
    expect(counts(await workspace.import(`${file}Bob Ray,CEO\n`))).toBe("2 created");
  });
});

describe("what gets updated", () => {
  test("name, e-mail, phone, company, job title, tags and custom fields (C-B7)", async () => {
    const workspace = await open();
    await workspace.ports.store.fields.add(workspace.workspace.number, {
      key: "seats",
      label: "Seats",
      type: "number",
      builtin: false,
    });
    await workspace.import(`
full_name,email,phone,company_name,job_title,tags,seats
Ann Lee,ann@example.com,+14155550101,Harbor,Buyer,vip,3
`);
    const record = await workspace.import(`
full_name,email,phone,company_name,job_title,tags,seats
Ann B. Lee,ann@example.com,+14155550199,Atlas,CFO,news,"1,200.50"
`);
    expect(await changesOf(workspace, record, 3)).toEqual({
      full_name: "Ann Lee -> Ann B. Lee",
      phone: "+14155550101 -> +14155550199",
      account_name: "Harbor -> Atlas",
      job_title: "Buyer -> CFO",
      tags: "vip -> vip, news",
      seats: "3 -> 1200.5",
    });
  });

  test("tags are merged with those of the contact, whatever their case (C-I3)", async () => {
    const workspace = await open();
    await workspace.import('email,tags\nann@example.com,"VIP, newsletter"\n');
    const record = await workspace.import('email,tags\nann@example.com,"vip; partner"\n');
    expect(await changesOf(workspace, record, 2)).toEqual({ tags: "VIP, newsletter -> VIP, newsletter, partner" });
  });
});

describe("best practices", () => {
  test("a small sample can be planned first, and nothing is written (C-P3)", async () => {
    const workspace = await open();
    const plan = await workspace.plan("full_name,email\nAnn Lee,ann@example.com\nBob Ray,bob@\n");
    expect([plan.state, counts(plan)]).toEqual(["planned", "1 created, 1 failed"]);
    expect(await workspace.contacts()).toEqual([]);
  });

  test("a phone number that is no number is left out where the e-mail says who it is, and refused where nothing does (C-E2)", async () => {
    const workspace = await open();
    const record = await workspace.import("full_name,email,phone\nAnn Lee,ann@example.com,call me\nBob Ray,,call me\n");
    expect(await told(workspace, record)).toEqual([
      "2 created: phone_unreadable (phone)",
      "3 failed: phone_unreadable (phone)",
    ]);
  });
});

describe("questions", () => {
  test("account ids of another system are kept in a text field of one's own, exactly as they are (C-D6)", async () => {
    const workspace = await open();
    await workspace.ports.store.fields.add(workspace.workspace.number, {
      key: "account_number",
      label: "Account number",
      type: "text",
      builtin: false,
      holdsExternalId: true,
    });
    await workspace.import("email,external_id\nann@example.com,00042\n");
    expect(await people(workspace, "account_number")).toEqual(["00042"]);
  });

  test("account_id is a text field that is there already: the external_id column is mapped to it, once for all files (C-D6, C-D7)", async () => {
    const workspace = await open();
    const refused = await addCustomField(workspace.ports, workspace.workspace, {
      key: "account_id",
      label: null,
      type: "text",
      options: [],
      holdsExternalId: true,
    });
    expect(refused).toMatchObject({
      refusal: {
        code: "field_exists",
        message: "account_id is built in: Account ID, text.",
        fix: expect.stringContaining("--map 'external_id=account_id'"),
      },
    });
    await workspace.import("email,external_id\nann@example.com,00042\n", { map: ["external_id=account_id"] });
    await workspace.import("email,external_id\nbob@example.com,00043\n");
    expect(await people(workspace, "account_id", "external_id")).toEqual(["00042 | -", "00043 | -"]);
  });

  test("the external id finds the contact where the policy says so (C-H1, C-D6)", async () => {
    const workspace = await open();
    await workspace.ports.store.fields.add(workspace.workspace.number, {
      key: "account_number",
      label: "Account number",
      type: "text",
      builtin: false,
      holdsExternalId: true,
    });
    await workspace.import("email,external_id\nann@old.example,00042\n");
    const record = await workspace.import("email,external_id\nann@new.example,00042\n", set("match=external_id"));
    expect(await changesOf(workspace, record, 2)).toEqual({ email: "ann@old.example -> ann@new.example" });
  });

  test("pipelines come by their own file, and not through the contact importer (C-R2)", async () => {
    const workspace = await open();
    const file =
      "pipeline_id,pipeline_name,is_default,stage_name,position,is_closed_won,is_closed_lost\n,Sales,true,New,1,false,false\n";
    expect(counts(await workspace.import(file, { object: "stage" }))).toBe("1 created");
    const both = await workspace.refusal("email,Opportunity name\na@x.test,Website\n", { withOpportunities: true });
    expect(both.code).toBe("opportunities_apart");
  });
});
