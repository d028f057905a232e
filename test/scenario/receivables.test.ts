/** The rules of the receivables system's import page, in the page's order. */
import { describe, expect, test } from "vitest";
import { changePolicy } from "../../src/app/workspace/change-policy.ts";
import type { Source } from "../../src/core/authority/source.ts";
import { problemMessage } from "../../src/core/problem/render-problem.ts";
import { addMembers } from "../support/members.ts";
import { accepted } from "../support/workspace.ts";
import { changesOf, counts, exported, people, set, templateText, told, workspaces } from "./story.ts";

const open = workspaces({ preset: "receivables", policy: { enabled: true } });

describe("the file", () => {
  test.for([
    { name: "semicolons", delimiter: ";" },
    { name: "commas", delimiter: "," },
    { name: "vertical bars", delimiter: "|" },
  ])("may be parted by $name (C-B2)", async ({ delimiter }) => {
    const workspace = await open();
    const file = [
      ["Customer name", "Client ID", "Contact email address", "First name", "Family name", "Phone number", "Position"],
      ["Harbor Robotics", "C-17", "tina.reyes@example.net", "Tina", "Reyes", "+1 415 555 0123", "Accounts Payable"],
    ];
    const record = await workspace.import(file.map((row) => row.join(delimiter)).join("\n"));
    expect(counts(record)).toBe("1 created");
    expect(
      await people(workspace, "account_name", "account_id", "email", "first_name", "last_name", "phone", "position"),
    ).toEqual(["Harbor Robotics | C-17 | tina.reyes@example.net | Tina | Reyes | +14155550123 | Accounts Payable"]);
  });

  test("parted by tabs is refused, because the page allows three separators only (C-B2)", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal("Customer name\tClient ID\tEmail\nAcme\tC-1\tann@example.com\n");
    expect(refusal.code).toBe("delimiter_not_accepted");
  });

  test("has one line per contact, and the customer's id and name repeat on each of them (C-B7)", async () => {
    const workspace = await open();
    const record = await workspace.import(`
Customer name;Client ID;Contact email address;First name
Harbor Robotics;C-17;tina@harbor.example;Tina
Harbor Robotics;C-17;sam@harbor.example;Sam
Atlas Paper;C-18;rosa@atlas.example;Rosa
`);
    expect(counts(record)).toBe("3 created");
    expect(await people(workspace, "account_id", "first_name")).toEqual(["C-17 | Tina", "C-17 | Sam", "C-18 | Rosa"]);
  });

  test("without a header is read by position and values, columns named by hand (C-B6)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "Harbor Robotics;C-17;tina@harbor.example\nAtlas Paper;C-18;rosa@atlas.example\n",
      { map: ["#1=account_name", "#2=account_id", "#3=email"] },
    );
    expect(counts(record)).toBe("2 created");
    expect(await people(workspace, "account_name", "account_id", "email")).toEqual([
      "Harbor Robotics | C-17 | tina@harbor.example",
      "Atlas Paper | C-18 | rosa@atlas.example",
    ]);
  });

  test("may name its columns however it wants, as long as they are mapped (C-D1)", async () => {
    const workspace = await open();
    const record = await workspace.import("Debitor;Kd.;Wohin mahnen wir\nAtlas;C-18;rosa@atlas.example\n", {
      map: ["Debitor=customer_name", "Kd.=client_id", "Wohin mahnen wir=email"],
    });
    expect(counts(record)).toBe("1 created");
  });
});

describe("the mandatory columns", () => {
  test("customer name, client id and e-mail are each required to create a contact, and what is missing is named (C-I4)", async () => {
    const workspace = await open();
    const record = await workspace.import(`
Customer name;Client ID;Contact email address;First name
Harbor Robotics;C-17;tina@harbor.example;Tina
;C-17;sam@harbor.example;Sam
Harbor Robotics;;uma@harbor.example;Uma
Harbor Robotics;C-17;;Quinn
`);
    expect(await told(workspace, record)).toEqual([
      "3 created",
      "4 failed: required_fields_missing (account_name)",
      "5 failed: required_fields_missing (account_id)",
      "6 failed: required_fields_missing (email)",
    ]);
  });

  test("one e-mail address stands on a line: two in one cell are no address (C-E1)", async () => {
    const workspace = await open();
    const record = await workspace.import(`
Customer name;Client ID;Contact email address
Harbor Robotics;C-17;tina@harbor.example
Harbor Robotics;C-17;"sam@harbor.example, uma@harbor.example"
`);
    expect(await told(workspace, record)).toEqual(["3 created", "4 failed: email_invalid (Contact email address)"]);
  });

  test("a file without a mandatory column is refused before anything is read (C-D1)", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal("First name;Family name\nTina;Reyes\n");
    expect(refusal).toMatchObject({ code: "required_columns_missing" });
    expect(await workspace.contacts()).toEqual([]);
  });

  test("a contact that is known already needs its account and address only (C-B7)", async () => {
    const workspace = await open();
    await workspace.import("Customer name;Client ID;Email;Position\nHarbor;C-17;tina@harbor.example;Buyer\n");
    const record = await workspace.import("Client ID;Email;Position\nC-17;tina@harbor.example;Accounts Payable\n");
    expect(counts(record)).toBe("1 updated");
    expect(await people(workspace, "account_name", "email", "position")).toEqual([
      "Harbor | tina@harbor.example | Accounts Payable",
    ]);
  });

  test("the phone number is optional, and mandatory where SMS or call reminders are used (C-I4, C-E2)", async () => {
    const workspace = await open();
    const file = `
Customer name;Client ID;Contact email address;Phone number
Harbor;C-17;tina@harbor.example;+1 415 555 0123
Harbor;C-17;sam@harbor.example;
Harbor;C-17;uma@harbor.example;call me
`;
    const reminded = await workspace.import(file, set("phoneReminders=yes"));
    expect(await told(workspace, reminded)).toEqual([
      "3 created",
      "4 failed: required_fields_missing (phone)",
      "5 failed: phone_unreadable (Phone number); required_fields_missing (phone)",
    ]);
    const record = await workspace.import(file);
    expect(await told(workspace, record)).toEqual([
      "3 unchanged",
      "4 created",
      "5 created: phone_unreadable (Phone number)",
    ]);
    const refusal = await workspace.refusal("First name;Email\nTina;tina@x.example\n", set("phoneReminders=yes"));
    expect(refusal).toMatchObject({
      code: "required_columns_missing",
      message: "Required fields to create contacts are missing: Customer name + Client ID + Phone number.",
    });
  });

  test("what is missing is called as the page calls it, with an example of how to map it (C-D1, C-I4)", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal("Entity;Ref;Email\nHarbor;C-17;tina@harbor.example\n");
    expect(refusal.message).toBe("Required fields to create contacts are missing: Customer name + Client ID.");
    expect(refusal.fix).toContain("--map 'Entity=account_name'");
    const said = { map: ["Entity=Customer name", "Ref=client id"] };
    const record = await workspace.import("Entity;Ref;Email\nHarbor;;tina@harbor.example\n", said);
    const [line] = await workspace.lines(record);
    const words = { contact: String, fields: record.settings.fields };
    expect(problemMessage(line!.problems[0]!, words)).toBe(
      "Required fields to create/update contacts are missing: Client ID.",
    );
  });
});

describe("matching within the account", () => {
  const HARBOR = "Customer name;Client ID;Email;Position\nHarbor Robotics;C-17;tina@example.net;Buyer\n";

  test("the same address in the same account is the same contact (C-H1)", async () => {
    const workspace = await open();
    await workspace.import(HARBOR);
    const record = await workspace.import(
      "Customer name;Client ID;Email;Position\nHarbor Robotics;C-17;TINA@Example.net;CFO\n",
    );
    expect(await told(workspace, record)).toEqual(["2 updated"]);
    expect(await changesOf(workspace, record, 2)).toEqual({ position: "Buyer -> CFO" });
  });

  test("the same address in another account is another contact (C-H1)", async () => {
    const workspace = await open();
    await workspace.import(HARBOR);
    const record = await workspace.import(
      "Customer name;Client ID;Email;Position\nAtlas Paper;C-18;tina@example.net;Buyer\n",
    );
    expect(counts(record)).toBe("1 created");
  });

  test("the account's name decides where a line has no id, whatever its case and punctuation (C-F1)", async () => {
    const workspace = await open();
    await workspace.import(HARBOR);
    const record = await workspace.import("Customer name;Email;Position\nHARBOR  ROBOTICS.;tina@example.net;CFO\n");
    expect(counts(record)).toBe("1 updated");
  });

  test("a contact without any account is not the contact of an account (C-H1)", async () => {
    const workspace = await open();
    await workspace.import("Email;First name\ntina@example.net;Tina\n", set("requiredToCreate=email", "match=email"));
    const record = await workspace.import(HARBOR);
    expect(counts(record)).toBe("1 created");
  });

  test("an id and a name that point at different accounts fail the row, which names both (C-F1)", async () => {
    const workspace = await open();
    const record = await workspace.import(`
Customer name;Client ID;Email
Harbor Robotics;C-17;tina@harbor.example
Atlas Paper;C-18;rosa@atlas.example
Atlas Paper;C-17;bob@atlas.example
C-18;C-20;ed@eighteen.example
`);
    expect(await told(workspace, record)).toEqual([
      "3 created",
      "4 created",
      "5 failed: account_mismatch",
      "6 created",
    ]);
    const [, , failed] = await workspace.lines(record);
    expect(problemMessage(failed!.problems[0]!, { contact: String })).toBe(
      "Account id and account name belong to different accounts: Harbor Robotics (C-17) and Atlas Paper (C-18).",
    );
    expect(await people(workspace, "account_id", "email")).toContain("C-20 | ed@eighteen.example");
  });
});

describe("the main contact", () => {
  test('is said by a "1" on its line (C-F3)', async () => {
    const workspace = await open();
    await workspace.import(`
Customer name;Client ID;Email;Main contact
Harbor;C-17;tina@harbor.example;1
Harbor;C-17;sam@harbor.example;
Harbor;C-17;uma@harbor.example;0
`);
    expect(await people(workspace, "email", "main_contact")).toEqual([
      "tina@harbor.example | yes",
      "sam@harbor.example | -",
      "uma@harbor.example | -",
    ]);
  });

  test("the latest update overwrites what was there (C-F3)", async () => {
    const workspace = await open();
    await workspace.import("Customer name;Client ID;Email;Main contact\nHarbor;C-17;tina@harbor.example;1\n");
    const record = await workspace.import("Client ID;Email;Main contact\nC-17;tina@harbor.example;0\n");
    expect(await changesOf(workspace, record, 2)).toEqual({ main_contact: "yes -> -" });
  });

  test("is one per account: of two lines the last wins, with a warning, and the next import's takes over (C-F3)", async () => {
    const workspace = await open();
    const record = await workspace.import(`
Customer name;Client ID;Email;Main contact
Harbor;C-17;tina@harbor.example;1
Atlas;C-18;rosa@atlas.example;1
Harbor;C-17;sam@harbor.example;1
`);
    expect(await told(workspace, record)).toEqual([
      "3 created: main_contact_repeated (line 5)",
      "4 created",
      "5 created",
    ]);
    await workspace.import("Client ID;Email;Main contact\nC-17;tina@harbor.example;1\n");
    expect(await people(workspace, "email", "main_contact")).toEqual([
      "tina@harbor.example | yes",
      "rosa@atlas.example | yes",
      "sam@harbor.example | -",
    ]);
  });

  test("is an earlier line's where the last one that names it fails, in whatever batch (C-F3)", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      const file = `
Customer name;Client ID;Email;Main contact
Harbor;C-17;tina@harbor.example;1
Atlas;C-18;rosa@atlas.example;
Atlas;C-17;sam@harbor.example;1
`;
      const record = await workspace.import(file);
      expect(await told(workspace, record)).toEqual([
        "3 created: main_contact_repeated (line 5)",
        "4 created",
        "5 failed: account_mismatch",
      ]);
      expect(await people(workspace, "email", "main_contact")).toEqual([
        "tina@harbor.example | yes",
        "rosa@atlas.example | -",
      ]);
      expect(counts(await workspace.import(file))).toBe("2 unchanged, 1 failed");
      await workspace.undo(record);
      expect(await workspace.ports.store.accounts.count(workspace.workspace.number)).toBe(0);
    }
  });

  test("stays who it is where the line that names another one fails (C-F3)", async () => {
    const workspace = await open();
    await workspace.import("Customer name;Client ID;Email;Main contact\nHarbor;C-17;tina@harbor.example;1\n");
    const record = await workspace.import(
      "Customer name;Client ID;Email;Main contact\nHarbor;C-17;sam[at]harbor.example;1\n",
    );
    expect(counts(record)).toBe("1 failed");
    expect(await people(workspace, "email", "main_contact")).toEqual(["tina@harbor.example | yes"]);
  });
});

describe("positions", () => {
  test("are written with new contacts, changed by later files, and filtered by (C-F2)", async () => {
    const workspace = await open();
    await workspace.import(`
Customer name;Client ID;Email;Position
Harbor;C-17;tina@harbor.example;Accounts Payable
Harbor;C-17;sam@harbor.example;
`);
    const record = await workspace.import("Client ID;Email;Position\nC-17;sam@harbor.example;CFO\n");
    expect(await changesOf(workspace, record, 2)).toEqual({ position: "- -> CFO" });
    const reminded = await workspace.ports.store.contacts.list(workspace.workspace.number, {
      search: null,
      filters: [{ field: "position", op: "is", value: "CFO", list: false }],
      after: 0,
      limit: 10,
    });
    expect(reminded.map(({ values }) => values.get("email"))).toEqual(["sam@harbor.example"]);
  });
});

describe("a file to begin with", () => {
  test("is the template, whose columns are those of the page and map by themselves (C-C1)", async () => {
    const workspace = await open();
    const template = await templateText(workspace);
    expect(template.replace("\ufeff", "").split(/\r?\n/)[0]).toBe(
      "Customer name,Client ID,Contact email address,First name,Family name,Phone number,Position,Main contact",
    );
    const record = await workspace.import(template);
    expect(counts(record)).toBe("1 created");
    expect(await people(workspace, "account_id", "phone", "main_contact")).toEqual(["ACC-42 | +12025550143 | yes"]);
  });

  test("is the export, where only what was changed is written (C-C2)", async () => {
    const workspace = await open();
    await workspace.import(`
Customer name;Client ID;Email;Position;Main contact
Harbor;C-17;tina@harbor.example;Buyer;1
Harbor;C-17;sam@harbor.example;Clerk;
`);
    const text = await exported(workspace);
    expect(text.split("\n")[0]).toContain("Customer name");
    const record = await workspace.import(text.replace("Clerk", "CFO"));
    expect(await told(workspace, record)).toEqual(["2 unchanged", "3 updated"]);
    expect(await changesOf(workspace, record, 3)).toEqual({ position: "Clerk -> CFO" });
  });
});

describe("updating", () => {
  test("only the columns present are touched, and empty cells take nothing away (C-B7, C-I2)", async () => {
    const workspace = await open();
    await workspace.import(`
Customer name;Client ID;Email;First name;Phone number;Position
Harbor;C-17;tina@harbor.example;Tina;+1 415 555 0123;Buyer
`);
    const record = await workspace.import("Client ID;Email;First name;Position\nC-17;tina@harbor.example;;CFO\n");
    expect(await changesOf(workspace, record, 2)).toEqual({ position: "Buyer -> CFO" });
    expect(await people(workspace, "first_name", "phone", "position")).toEqual(["Tina | +14155550123 | CFO"]);
  });

  test("of two lines of one contact the last one wins, and the first says which line counts (C-H3)", async () => {
    const workspace = await open({ batchRows: 2 });
    const record = await workspace.import(`
Customer name;Client ID;Email;Position
Harbor;C-17;tina@harbor.example;Buyer
Atlas;C-18;tina@harbor.example;Owner
Atlas;C-18;rosa@atlas.example;CFO
Harbor;C-17;Tina@Harbor.example;Accounts Payable
`);
    expect(await told(workspace, record)).toEqual([
      "3 skipped: in_file_duplicate (line 6)",
      "4 created",
      "5 created",
      "6 created",
    ]);
    expect(await people(workspace, "account_id", "position")).toEqual([
      "C-18 | Owner",
      "C-18 | CFO",
      "C-17 | Accounts Payable",
    ]);
  });

  test("columns that are no field are ignored (C-D4)", async () => {
    const workspace = await open();
    await workspace.import("Customer name;Client ID;Email;Shoe size\nHarbor;C-17;tina@harbor.example;38\n");
    const [contact] = await workspace.contacts();
    expect([...(contact?.values.keys() ?? [])].sort()).toEqual(["account_id", "account_name", "email"]);
  });
});

describe("connected sources", () => {
  const KNOWN = `Customer name;Client ID;Email;First name;Position;Main contact
Harbor;C-17;tina@harbor.example;Tina;Buyer;0
`;
  const AGAIN = `Customer name;Client ID;Email;First name;Position;Main contact
Harbor;C-17;tina@harbor.example;Martina;CFO;1
`;
  const NATIVE: Source = { name: "QuickBooks", kind: "native_integration", options: [] };
  const API: Source = { name: "Our ERP", kind: "api", options: [] };
  const SALESFORCE: Source = { name: "Sales Cloud", kind: "salesforce", options: [] };

  async function connected(...sources: readonly Source[]) {
    const workspace = await open();
    await workspace.import(KNOWN);
    for (const source of sources) await workspace.ports.store.sources.add(workspace.workspace.number, source);
    return workspace;
  }

  test.for<{ readonly name: string; readonly sources: readonly Source[]; readonly kept: readonly string[] }>([
    { name: "nothing", sources: [], kept: [] },
    { name: "a native integration", sources: [NATIVE], kept: ["first_name"] },
    {
      name: "a native integration that chooses the main contacts",
      sources: [{ ...NATIVE, options: ["isMain"] }],
      kept: ["first_name", "main_contact"],
    },
    { name: "an API", sources: [API], kept: [] },
    {
      name: "an API that overrules",
      sources: [{ ...API, options: ["overrules"] }],
      kept: ["first_name", "position", "main_contact"],
    },
    { name: "Salesforce and a native integration", sources: [SALESFORCE, NATIVE], kept: ["first_name"] },
    { name: "Salesforce and an API", sources: [SALESFORCE, API], kept: ["first_name"] },
    {
      name: "Salesforce and an API that overrules",
      sources: [SALESFORCE, { ...API, options: ["overrules"] }],
      kept: ["first_name", "position"],
    },
  ])("with $name: what a source owns is not overwritten, and the rest of the line goes in (C-F5)", async (row) => {
    const workspace = await connected(...row.sources);
    const record = await workspace.import(AGAIN);
    const [line] = await workspace.lines(record);
    expect(line?.problems.map(({ code, severity, field }) => `${code} ${severity} ${field}`)).toEqual(
      row.kept.map((field) => `field_owned_by_source warning ${field}`),
    );
    const written = { first_name: "Martina", position: "CFO", main_contact: "yes" };
    const before = { first_name: "Tina", position: "Buyer", main_contact: "-" };
    expect(await people(workspace, ...Object.keys(written))).toEqual([
      Object.entries(written)
        .map(([field, value]) => (row.kept.includes(field) ? before[field as keyof typeof before] : value))
        .join(" | "),
    ]);
  });

  test("the warning names the owner, is shown by the plan, and is counted (C-F5, C-P1)", async () => {
    const workspace = await connected(NATIVE);
    const planned = await workspace.plan(AGAIN);
    expect(planned.planned?.warnings).toEqual({ field_owned_by_source: 1 });
    const [problem] = (await workspace.lines(planned))[0]?.problems ?? [];
    expect(problem && problemMessage(problem, { contact: (number) => number })).toBe(
      "Another source owns this field: QuickBooks keeps it up to date, and the file says “Martina”.",
    );
  });

  test("a value that changes nothing needs no warning (C-F5)", async () => {
    const workspace = await connected(NATIVE);
    expect(await told(workspace, await workspace.import(KNOWN))).toEqual(["2 unchanged"]);
  });

  test("a line that would make a contact fails where a source keeps the main information (C-F5)", async () => {
    const workspace = await connected(NATIVE);
    const record = await workspace.import("Customer name;Client ID;Email\nHarbor;C-17;sam@harbor.example\n");
    expect(await told(workspace, record)).toEqual(["2 failed: contact_made_by_source"]);
  });

  test("another matrix can be set: positions alone are the API's, also on new contacts (C-F5)", async () => {
    const workspace = await connected(API);
    const record = await workspace.import(
      `${AGAIN}Harbor;C-17;sam@harbor.example;Sam;Clerk;\n`,
      set("authorityMatrix=api: positions=api"),
    );
    expect(await told(workspace, record)).toEqual([
      "2 updated: field_owned_by_source (Position)",
      "3 created: field_owned_by_source (Position)",
    ]);
    expect(await people(workspace, "first_name", "position")).toEqual(["Martina | Buyer", "Sam | -"]);
  });

  test("who owns the main contact also keeps it from new contacts (C-F5, C-F3)", async () => {
    const workspace = await connected(API);
    const record = await workspace.import(
      "Customer name;Client ID;Email;Main contact\nHarbor;C-17;sam@harbor.example;1\nHarbor;C-17;uma@harbor.example;0\n",
      set("authorityMatrix=api: is_main=api"),
    );
    expect(await told(workspace, record)).toEqual(["2 created: field_owned_by_source (Main contact)", "3 created"]);
    expect(await people(workspace, "email", "main_contact")).not.toContain("sam@harbor.example | yes");
  });

  test("a contact stays in its account where a source owns the main information (C-F5, C-F1)", async () => {
    const workspace = await connected(NATIVE);
    const record = await workspace.import(
      "Customer name;Client ID;Email;Position\nAtlas;C-18;tina@harbor.example;CFO\n",
      set("match=email"),
    );
    expect(await told(workspace, record)).toEqual([
      "2 updated: field_owned_by_source (Customer name); field_owned_by_source (Client ID)",
    ]);
    const [contact] = await workspace.contacts();
    expect(contact?.values.get("account_id")).toBe("C-17");
    expect(await workspace.ports.store.accounts.count(workspace.workspace.number)).toBe(1);
  });

  test("where authority is off, sources own nothing (C-F5)", async () => {
    const workspace = await connected(NATIVE);
    expect(await told(workspace, await workspace.import(AGAIN, set("authority=no")))).toEqual(["2 updated"]);
  });
});

describe("the process", () => {
  test("is not available until it is enabled for the workspace (C-M2)", async () => {
    const workspace = await open({ policy: { enabled: false } });
    const refusal = await workspace.refusal("Customer name;Client ID;Email\nHarbor;C-17;tina@harbor.example\n");
    expect(refusal.code).toBe("import_disabled");
    expect(await workspace.contacts()).toEqual([]);
  });

  test("is enabled by somebody whose name is kept, with the time (C-M2)", async () => {
    const { ports, workspace } = await open({ policy: { enabled: false } });
    accepted(await changePolicy({ ports, workspace, by: "ops@example.com" }, { set: { enabled: "yes" } }));
    expect((await ports.store.workspaces.byNumber(workspace.number))?.policy.enabled).toBe(true);
    const [change] = await ports.store.workspaces.policyChanges(workspace.number);
    expect(change).toMatchObject({ by: "ops@example.com", at: expect.any(Number), changed: [{ to: "yes" }] });
  });

  test("creates and updates in one go; there is no other mode (C-I1)", async () => {
    const workspace = await open();
    const file = "Customer name;Client ID;Email\nHarbor;C-17;tina@harbor.example\n";
    for (const mode of ["create", "update"] as const) {
      expect((await workspace.refusal(file, { mode })).code).toBe("mode_not_allowed");
    }
  });

  test("ends with how many lines failed and why, so that they can be corrected and imported again (C-Q1)", async () => {
    const workspace = await open();
    const record = await workspace.import(`
Customer name;Client ID;Email
Harbor;C-17;tina@harbor.example
Harbor;C-17;tina[at]harbor.example
Harbor;;sam@harbor.example
`);
    expect(record.progress?.tally).toMatchObject({
      outcomes: { created: 1, failed: 2 },
      problems: { email_invalid: 1, required_fields_missing: 1 },
    });
    const corrected = await workspace.import(`
Customer name;Client ID;Email
Harbor;C-17;tina@harbor.example
Harbor;C-17;tina2@harbor.example
Harbor;C-17;sam@harbor.example
`);
    expect(counts(corrected)).toBe("2 created, 1 unchanged");
  });

  test("account managers are members by their e-mail; one that is not found is said in the page's words (C-F4)", async () => {
    const workspace = await open();
    await addMembers(workspace, "Mia Key <mia@us.example>", "Max Low <max@us.example>");
    const record = await workspace.import(
      'Account ID;Account name;Account managers\nC-17;Harbor;"mia@us.example, Max@us.example"\nC-18;Atlas;"mia@us.example,nobody@us.example"\nC-19;Mast;Mia Key\n',
      { object: "account" },
    );
    expect(await told(workspace, record)).toEqual([
      "2 created",
      "3 created: account_manager_not_found (Account managers)",
      "4 created: account_manager_not_found (Account managers)",
    ]);
    const [, second] = await workspace.lines(record);
    expect(problemMessage(second!.problems[0]!, { contact: String })).toBe(
      "Account manager not found; check the email: “nobody@us.example”.",
    );
    const query = { search: null, filters: [], after: 0, limit: 10 };
    const managers = async () =>
      (await workspace.ports.store.accounts.list(workspace.workspace.number, query)).map(({ values }) =>
        values.get("managers"),
      );
    expect(await managers()).toEqual(['["mia@us.example","max@us.example"]', '["mia@us.example"]', undefined]);
    const { members } = workspace.ports.store;
    const max = (await members.list(workspace.workspace.number)).find(({ email }) => email === "max@us.example")!;
    accepted(
      await members.handOver(workspace.workspace.number, { member: max, from: max.email, to: "mia@us.example" }),
    );
    expect(await managers()).toEqual(['["mia@us.example"]', '["mia@us.example"]', undefined]);
  });
});
