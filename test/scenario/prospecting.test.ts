/** The rules of the prospecting system's import page, in the page's order. */
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { profileService } from "../../examples/profile-service.ts";
import { HttpProfileSource } from "../../src/effects/profile-source.ts";
import { acting, addMembers } from "../support/members.ts";
import { add, work } from "../support/workflow-story.ts";
import { changesOf, counts, exported, idOf, people, set, templateText, told, workspaces } from "./story.ts";

const open = workspaces({ preset: "prospecting" });

/** Long after every import of these tests. */
const LATER = 2_000_000_000_000;

const ANN = "https://www.linkedin.com/in/ann-lee";
const HEADER = "Contact LinkedIn URL,Account Name,Domain,First name,Last name,Email,Phone";

describe("create with CSV", () => {
  test("is a write action: only people who may edit can do it, a view-only member cannot (C-M1)", async () => {
    const workspace = await open();
    const [vic, ed] = await addMembers(workspace, "Vic Low <vic@sales.example> viewer", "Ed Ito <ed@sales.example>");
    const file = `Contact LinkedIn URL\n${ANN}\n`;
    expect((await workspace.refusal(file, acting(vic!))).code).toBe("permission_denied");
    expect(counts(await workspace.import(file, acting(ed!)))).toBe("1 created");
  });

  test("a row is a person by a LinkedIn URL, or by account, domain, first and last name together (C-I4)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      `${HEADER}
linkedin.com/in/ann-lee,,,,,,
,Harbor Robotics,harbor.example,Bob,Ray,,
,Harbor Robotics,,Cy,Dunn,cy@harbor.example,
,,,,,dee@harbor.example,+14155550101
`,
      { mode: "create" },
    );
    expect(await told(workspace, record)).toEqual([
      "2 created",
      "3 created",
      "4 failed: required_fields_missing (one of linkedin_url and account_domain)",
      "5 failed: required_fields_missing (linkedin_url)",
    ]);
  });

  test("a row with only a LinkedIn URL is filled in from the profile; one that cannot be is not guessed at (C-O2)", async () => {
    const workspace = await open();
    const service = profileService();
    await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void service.close());
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
    const settings = { url, key: null, perSecond: 100, userAgent: "test", now: Date.now };
    Object.assign(workspace.ports, { profiles: new HttpProfileSource(settings) });
    const record = await workspace.import(
      `${HEADER}
linkedin.com/in/ann-lee,,,,,,
linkedin.com/in/bob-ray,,,,,bob@mine.example,
linkedin.com/in/cy-dunn,,,,,,
linkedin.com/in/dee-fox,Harbor Robotics,harbor.example,Dee,Fox,,
`,
      { mode: "create" },
    );
    expect(await told(workspace, record)).toEqual([
      "2 created",
      "3 created",
      "4 failed: enrichment_failed",
      "5 created",
    ]);
    expect(await people(workspace, "first_name", "last_name", "account_name", "account_domain", "email")).toEqual([
      "Ann | Lee | Harbor Robotics | harbor.example | ann@harbor.example",
      "Bob | Ray | Quay Supplies | quay.example | bob@mine.example",
      "Dee | Fox | Harbor Robotics | harbor.example | -",
    ]);
  });

  test("the optional columns of the page map by their names (C-E9, C-C1)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      `Contact LinkedIn URL,Email,Phone,Contact Owner Email,Phone Verification Result,Phone Verification Provider,Phone Type,Phone Intent Score
${ANN},ann@example.com,+1 415 555 0101,sales@example.com,verified,Twilio,mobile,87
`,
      { mode: "create" },
    );
    expect(counts(record)).toBe("1 created");
    expect(
      await people(
        workspace,
        "linkedin_url",
        "owner",
        "phone_verification_result",
        "phone_verification_provider",
        "phone_type",
        "phone_intent_score",
      ),
    ).toEqual([`${ANN} | sales@example.com | verified | Twilio | mobile | 87`]);
  });

  test("a column that is not recognised is kept with the contact, so that nothing of the file is lost (C-D4)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL,Booth visited,Coffee?\n${ANN},B12 / Hall 3,two sugars\n`);
    expect(await people(workspace, "kept:Booth visited", "kept:Coffee?")).toEqual(["B12 / Hall 3 | two sugars"]);
  });

  test("tags that are given for the import are on every contact of it (C-I3)", async () => {
    const workspace = await open();
    await workspace.import(
      `Contact LinkedIn URL,Tags\n${ANN},vip\nlinkedin.com/in/bob-ray,\nlinkedin.com/in/cy-dunn,Fair 2026\n`,
      { tags: ["fair 2026"] },
    );
    expect(await people(workspace, "tags")).toEqual(["vip, fair 2026", "fair 2026", "Fair 2026"]);
  });

  test("a batch is found afterwards: contacts are filtered by it, its tag (C-I3)", async () => {
    const workspace = await open();
    await workspace.import("Contact LinkedIn URL\nlinkedin.com/in/bob-ray\n");
    await workspace.import(`Contact LinkedIn URL\n${ANN}\n`, { tags: ["Fair 2026"] });
    const found = await workspace.ports.store.contacts.list(workspace.workspace.number, {
      search: null,
      filters: [{ field: "tags", op: "is", value: "Fair 2026", list: true }],
      after: 0,
      limit: 10,
    });
    expect(found.map(({ values }) => values.get("linkedin_url"))).toEqual([ANN]);
  });

  test("the template lists the columns that are expected, and maps by itself (C-C1)", async () => {
    const workspace = await open();
    const template = await templateText(workspace, "create");
    expect(template.replace("\ufeff", "").split(/\r?\n/)[0]).toBe(
      `${HEADER},Contact Owner Email,Phone Verification Result,Phone Verification Provider,Phone Type,Phone Intent Score`,
    );
    expect(counts(await workspace.import(template, { mode: "create" }))).toBe("1 created");
  });

  test("a dry run shows what would come, and closing without importing writes nothing (C-P3)", async () => {
    const workspace = await open();
    const planned = await workspace.plan(`Contact LinkedIn URL\n${ANN}\n`, { tags: ["fair"] });
    expect(counts(planned)).toBe("1 created");
    expect(await workspace.contacts()).toEqual([]);
  });

  test("a workflow is queued for the new contacts: the one that is chosen, or the default of the settings (C-O1)", async () => {
    const workspace = await open({ policy: { defaultWorkflow: "Uploads" } });
    await add(workspace, "Uploads", { do: "add_tag", tag: "uploaded" });
    await add(workspace, "Fair", { do: "add_tag", tag: "from the fair" });
    await workspace.import(`Contact LinkedIn URL,First name\n${ANN},Ann\n`);
    const chosen = `Contact LinkedIn URL,First name\n${ANN},Anna\nlinkedin.com/in/bob-ray,Bob\n`;
    await workspace.import(chosen, { workflow: "Fair", ...set("onMatch=update") });
    await workspace.import("Contact LinkedIn URL,First name\nlinkedin.com/in/cy-dunn,Cy\n", { workflow: "none" });
    await work(workspace, LATER);
    expect(await people(workspace, "first_name", "tags")).toEqual(["Anna | uploaded", "Bob | from the fair", "Cy | -"]);
  });
});

describe("if a contact already exists", () => {
  const EXISTING = `Contact LinkedIn URL,First name,Job title\n${ANN},Ann,Buyer\n`;
  const AGAIN = `Contact LinkedIn URL,First name,Job title\nhttps://linkedin.com/in/Ann-Lee/,Ann,CFO\n`;

  test("it is left as it is where nothing was said: the safest of the three answers (C-H2)", async () => {
    const workspace = await open();
    await workspace.import(EXISTING);
    const record = await workspace.import(AGAIN, { tags: ["fair"] });
    expect(await told(workspace, record)).toEqual(["2 skipped: already_exists (contacts 1)"]);
    expect(await people(workspace, "job_title", "tags")).toEqual(["Buyer | -"]);
  });

  test.for([
    { say: "onMatch=skip", told: ["2 skipped: already_exists (contacts 1)"], people: ["Ann | Buyer"] },
    { say: "onMatch=update", told: ["2 updated"], people: ["Ann | CFO"] },
    { say: "onMatch=duplicate", told: ["2 created"], people: ["Ann | Buyer", "Ann | CFO"] },
    { say: "onMatch=fail", told: ["2 failed: already_exists (contacts 1)"], people: ["Ann | Buyer"] },
  ])("$say is done as it says (C-H2)", async (expected) => {
    const workspace = await open();
    await workspace.import(EXISTING);
    const record = await workspace.import(AGAIN, { mode: "create", ...set(expected.say) });
    expect(await told(workspace, record)).toEqual(expected.told);
    expect(await people(workspace, "first_name", "job_title")).toEqual(expected.people);
  });

  test("a person is also known by account, domain and name together, however they are spelled (C-H1)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER}\n,Müller & Söhne,mueller.example,Jörg,O'Neil,,\n`);
    const record = await workspace.import(
      `${HEADER}\n,MULLER & SOHNE,www.Mueller.example,JORG,ONeil,jo@mueller.example,\n,Müller & Söhne,other.example,Jörg,O'Neil,,\n`,
      set("onMatch=update"),
    );
    expect(await told(workspace, record)).toEqual(["2 updated", "3 created"]);
  });

  test("an e-mail address alone never makes two rows one person here (C-H1)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL,Email\n${ANN},office@example.com\n`);
    const record = await workspace.import("Contact LinkedIn URL,Email\nlinkedin.com/in/bob-ray,office@example.com\n");
    expect(counts(record)).toBe("1 created");
  });
});

describe("Do Not Touch", () => {
  test("is flagged on the contact and can be filtered (C-I6)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL,DNT\n${ANN},yes\nlinkedin.com/in/bob-ray,\n`);
    const flagged = await workspace.ports.store.contacts.list(workspace.workspace.number, {
      search: null,
      filters: [{ field: "do_not_touch", op: "is", value: "yes", list: false }],
      after: 0,
      limit: 10,
    });
    expect(flagged.map(({ values }) => values.get("linkedin_url"))).toEqual([ANN]);
  });

  test("is put on every contact of an import that is said to be (C-I6)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL\n${ANN}\n`);
    const file = `Contact LinkedIn URL,DNT\n${ANN},no\nlinkedin.com/in/bob-ray,\nlinkedin.com/in/cy-dunn,what?\n`;
    const record = await workspace.import(file, { ...set("onMatch=update"), doNotTouch: true });
    expect(await told(workspace, record)).toEqual(["2 updated", "3 created", "4 created"]);
    expect(await changesOf(workspace, record, 2)).toEqual({ do_not_touch: "- -> yes" });
    expect(await people(workspace, "do_not_touch")).toEqual(["yes", "yes", "yes"]);
    await workspace.undo(record);
    expect(await people(workspace, "do_not_touch")).toEqual(["-"]);
  });

  test("is raised by a line and never lowered, unless that is asked for (C-I6)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL,DNT\n${ANN},yes\n`);
    const lower = `Contact LinkedIn URL,DNT\n${ANN},no\n`;
    const kept = await workspace.import(lower, set("onMatch=update"));
    expect(await told(workspace, kept)).toEqual(["2 unchanged: opt_out_kept (DNT)"]);
    const lowered = await workspace.import(lower, set("onMatch=update", "lowerOptOuts=yes"));
    expect(await changesOf(workspace, lowered, 2)).toEqual({ do_not_touch: "yes -> no" });
  });

  test("cannot be asked for where it is not used (C-I6)", async () => {
    const workspace = await open({ policy: { doNotTouch: false } });
    const refusal = await workspace.refusal(`Contact LinkedIn URL\n${ANN}\n`, { doNotTouch: true });
    expect(refusal.code).toBe("do_not_touch_off");
  });

  test("flagged contacts are imported, but not queued into the workflow (C-I6, C-O1)", async () => {
    const workspace = await open();
    await add(workspace, "Fair", { do: "add_tag", tag: "from the fair" });
    const file = `Contact LinkedIn URL,First name,DNT\n${ANN},Ann,yes\nlinkedin.com/in/bob-ray,Bob,\n`;
    await workspace.import(file, { workflow: "Fair" });
    const all = "Contact LinkedIn URL,First name,DNT\nlinkedin.com/in/cy-dunn,Cy,no\n";
    await workspace.import(all, { workflow: "Fair", doNotTouch: true });
    await work(workspace, LATER);
    expect(await people(workspace, "first_name", "do_not_touch", "tags")).toEqual([
      "Ann | yes | -",
      "Bob | - | from the fair",
      "Cy | yes | -",
    ]);
  });
});

describe("owners", () => {
  const OWNED = `Contact LinkedIn URL,Contact Owner Email\n${ANN},old@example.com\n`;

  test("the owner of a contact that exists stays, and the line says so (C-I5)", async () => {
    const workspace = await open();
    await workspace.import(OWNED);
    const record = await workspace.import(
      `Contact LinkedIn URL,Contact Owner Email\n${ANN},new@example.com\n`,
      set("onMatch=update"),
    );
    expect(await told(workspace, record)).toEqual(["2 unchanged: owner_kept (Contact Owner Email)"]);
    expect(await people(workspace, "owner")).toEqual(["old@example.com"]);
  });

  test("a contact without an owner gets the file's (C-I5)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL\n${ANN}\n`);
    await workspace.import(OWNED, set("onMatch=update"));
    expect(await people(workspace, "owner")).toEqual(["old@example.com"]);
  });

  test("with override the owner is reset to the one of the file (C-I5)", async () => {
    const workspace = await open();
    await workspace.import(OWNED);
    await workspace.import(
      `Contact LinkedIn URL,Contact Owner Email\n${ANN},new@example.com\n`,
      set("onMatch=update", "overrideOwners=yes"),
    );
    expect(await people(workspace, "owner")).toEqual(["new@example.com"]);
  });

  test("with override a line that names no owner goes to the one the import is for (C-I5)", async () => {
    const workspace = await open();
    await workspace.import(OWNED);
    const record = await workspace.import(
      `Contact LinkedIn URL,Contact Owner Email\n${ANN},\nlinkedin.com/in/bob,cy@example.com\n`,
      {
        ...set("onMatch=update", "overrideOwners=yes"),
        owner: "uploader@example.com",
      },
    );
    expect(await changesOf(workspace, record, 2)).toEqual({ owner: "old@example.com -> uploader@example.com" });
    expect(await people(workspace, "owner")).toEqual(["uploader@example.com", "cy@example.com"]);
  });

  test("owners are members by their address, and with override a line without one goes to the person uploading (C-E8, C-I5)", async () => {
    const workspace = await open();
    const [, uma] = await addMembers(workspace, "Olga Alt <old@example.com>", "Uma Page <uma@sales.example>");
    await workspace.import(OWNED);
    const file = `Contact LinkedIn URL,Contact Owner Email\n${ANN},\nlinkedin.com/in/bob,Olga Alt\nlinkedin.com/in/cy,Old@Example.com\n`;
    const record = await workspace.import(file, { ...acting(uma!), ...set("onMatch=update", "overrideOwners=yes") });
    expect(await told(workspace, record)).toEqual([
      "2 updated",
      "3 created: owner_not_found (Contact Owner Email)",
      "4 created",
    ]);
    expect(await people(workspace, "owner")).toEqual(["uma@sales.example", "-", "old@example.com"]);
  });

  test("the owner the import is for is not forced on contacts that exist, without override (C-I5)", async () => {
    const workspace = await open();
    await workspace.import(OWNED);
    const record = await workspace.import(`Contact LinkedIn URL\n${ANN}\n`, {
      ...set("onMatch=update"),
      owner: "uploader@example.com",
    });
    expect(counts(record)).toBe("1 unchanged");
  });
});

describe("update with CSV", () => {
  test("finds contacts by the workspace's own id; rows with an empty or unknown id are skipped (C-H2)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL,First name\n${ANN},Ann\nlinkedin.com/in/bob-ray,Bob\n`);
    const record = await workspace.import(
      `EG-CON-ID,Contact LinkedIn URL,First name,Email
${idOf(workspace, 1)},,Ann,ann@example.com
,linkedin.com/in/bob-ray,Robert,bob@example.com
con_0000000000,,Cy,cy@example.com
`,
      { mode: "update" },
    );
    expect(await told(workspace, record)).toEqual(["2 updated", "3 skipped: id_missing", "4 skipped: id_unknown"]);
    expect(await people(workspace, "first_name", "email")).toEqual(["Ann | ann@example.com", "Bob | -"]);
  });

  test("a file without the identifier column is refused before it starts (C-H2)", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal(`Contact LinkedIn URL,First name\n${ANN},Ann\n`, { mode: "update" });
    expect(refusal.code).toBe("required_columns_missing");
  });

  test("exported contacts have the identifier column; changed and imported again only the change is written (C-C2, C-H2)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER},Booth\n,Quay,quay.example,Bob,Ray,,,B12\n,Quay,quay.example,Cy,Dunn,,,B13\n`);
    const text = await exported(workspace);
    expect(text).toContain("EG-CON-ID");
    const record = await workspace.import(text.replace("Bob", "Robert").replace("B13", "B14"), { mode: "update" });
    expect(await changesOf(workspace, record, 2)).toEqual({ first_name: "Bob -> Robert" });
    expect(await changesOf(workspace, record, 3)).toEqual({ "kept:Booth": "B13 -> B14" });
  });

  test("an export that comes as new contacts is refused, or whoever was renamed would be there twice (C-H2, C-H4)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER}\n,Quay,quay.example,Bob,Ray,,\n`);
    const text = (await exported(workspace)).replace("Bob", "Robert");
    const refusal = await workspace.refusal(text);
    expect(refusal).toMatchObject({ code: "ids_not_matched", fix: expect.stringContaining("--mode update") });
    expect(counts(await workspace.import(text, { map: ["EG-CON-ID="] }))).toBe("1 created");
  });

  test("tags, workflow, Do Not Touch and owners are said as for a create (C-I3, C-O1, C-I6, C-I5)", async () => {
    const workspace = await open();
    await add(workspace, "Fair", { do: "add_tag", tag: "from the fair" });
    await workspace.import(`Contact LinkedIn URL,Contact Owner Email\n${ANN},old@example.com\n`);
    const file = `EG-CON-ID,Contact Owner Email\n${idOf(workspace, 1)},new@example.com\n`;
    await workspace.import(file, {
      ...set("overrideOwners=yes"),
      ...{ mode: "update", tags: ["fair"], workflow: "Fair", doNotTouch: true },
    });
    await work(workspace, LATER);
    expect(await people(workspace, "owner", "do_not_touch", "tags")).toEqual(["new@example.com | yes | fair"]);
  });

  test("unrecognised columns are kept here too (C-D4)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL\n${ANN}\n`);
    const record = await workspace.import(`EG-CON-ID,Coffee?\n${idOf(workspace, 1)},black\n`, { mode: "update" });
    expect(await changesOf(workspace, record, 2)).toEqual({ "kept:Coffee?": "- -> black" });
  });

  test("an id stands for its contact even where the row's other values are somebody else's (C-H1)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL,First name\n${ANN},Ann\nlinkedin.com/in/bob-ray,Bob\n`);
    const record = await workspace.import(`EG-CON-ID,First name\n${idOf(workspace, 2)},Robert\n`, { mode: "update" });
    expect(await told(workspace, record)).toEqual(["2 updated"]);
    expect(await people(workspace, "first_name")).toEqual(["Ann", "Robert"]);
  });
});

describe("progress and problems", () => {
  test("rows that could not be matched or lack required data are not guessed at, and each says why (C-N4, C-X1)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      `${HEADER}\n${ANN},,,,,,\n,Harbor,,Bob,,bob@,\n,Harbor,harbor.example,Bob,,,\n`,
    );
    expect(await told(workspace, record)).toEqual([
      "2 created",
      "3 failed: email_invalid (Email)",
      "4 failed: required_fields_missing (one of linkedin_url and last_name)",
    ]);
  });

  test("create and update are two flows: there is no mode that does both (C-I1)", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal(`Contact LinkedIn URL\n${ANN}\n`, { mode: "both" });
    expect(refusal.code).toBe("mode_not_allowed");
  });

  test("only CSV files are accepted (C-B1): a spreadsheet is refused with words that say so", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0]));
    expect(refusal.message).toMatch(/zip|spreadsheet|XLSX|Excel/i);
  });
});
