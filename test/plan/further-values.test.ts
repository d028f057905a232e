/** Several addresses and numbers of one contact: each is a key, none is lost, none stands twice. */
import { describe, expect, test } from "vitest";
import { exportCsv, exportRows } from "../../src/app/export/export-contacts.ts";
import { counts, people, set, told, workspaces } from "../scenario/story.ts";
import { accepted } from "../support/workspace.ts";

const open = workspaces();
const ANN = `Full name,Email,Additional email addresses,Phone,Additional phone numbers
Ann Lee,ann@example.com,"a.lee@example.com, lee@example.com",+1 415 555 0100,"+1 4155550101,+1 4155550102"
`;
const FIELDS = ["email", "additional_emails", "phone", "additional_phones"] as const;
const HELD = "ann@example.com | a.lee@example.com, lee@example.com | +14155550100 | +14155550101, +14155550102";

describe("further addresses and numbers (C-E7)", () => {
  test.for([
    { name: "the first address", file: "Email,City\nANN@example.com,Oslo\n", by: "email" },
    { name: "a further address", file: "Email,City\nLee@Example.com,Oslo\n", by: "email" },
    {
      name: "a further address among further ones",
      file: "Additional emails,City\nlee@example.com,Oslo\n",
      by: "email",
    },
    { name: "the first number", file: "Phone,City\n(415) 555-0100,Oslo\n", by: "phone" },
    { name: "a further number", file: "Phone,City\n(415) 555-0102,Oslo\n", by: "phone" },
    { name: "a further number among further ones", file: "Additional phones,City\n415-555-0101,Oslo\n", by: "phone" },
  ])("$name finds the contact, in every mode that updates (C-H5)", async ({ file, by }) => {
    for (const mode of ["both", "update"] as const) {
      const workspace = await open();
      await workspace.import(ANN);
      const record = await workspace.import(file, { mode, country: "US" });
      expect(await told(workspace, record)).toEqual(["2 updated"]);
      expect((await workspace.lines(record))[0]?.match?.key).toBe(by);
      expect(await people(workspace, "city", ...FIELDS)).toEqual([`Oslo | ${HELD}`]);
    }
  });

  test("an address of one contact and a further number of another refuse the line (C-H4)", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    await workspace.import("Email\nbob@example.com\n");
    const record = await workspace.import("Email,Phone\nbob@example.com,+1 415 555 0102\n");
    expect(await told(workspace, record)).toEqual(["2 failed: conflicting_match (contacts 2 and 1)"]);
  });

  test("a new one is added behind those that are there, and undo takes it off (C-U1)", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    const record = await workspace.import("Email,Additional email addresses\nann@example.com,new@example.com\n");
    expect(await people(workspace, "additional_emails")).toEqual([
      "a.lee@example.com, lee@example.com, new@example.com",
    ]);
    expect(counts(await workspace.import("Email,City\nnew@example.com,Oslo\n"))).toBe("1 updated");
    await workspace.undo(record);
    expect(await people(workspace, "additional_emails")).toEqual(["a.lee@example.com, lee@example.com"]);
    expect(counts(await workspace.import("Email\nnew@example.com\n"))).toBe("1 created");
  });

  test("the contact's first one is not a further one too", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    const again = await workspace.import(
      "Additional email addresses,Additional phone numbers\nANN@example.com,+1 415 555 0100\n",
    );
    expect(counts(again)).toBe("1 unchanged");
    await workspace.import("Email\nbob@example.com\n");
    await workspace.import("Additional email addresses\nbob@example.com\n");
    expect(await people(workspace, "email", "additional_emails")).toEqual([
      "ann@example.com | a.lee@example.com, lee@example.com",
      "bob@example.com | -",
    ]);
  });

  test("a further one becomes the first where the line puts the first among the further ones", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    const record = await workspace.import(
      'Email,Additional email addresses\nlee@example.com,"ann@example.com, a.lee@example.com"\n',
    );
    expect(await told(workspace, record)).toEqual(["2 updated"]);
    expect(await people(workspace, "email", "additional_emails")).toEqual([
      "lee@example.com | a.lee@example.com, ann@example.com",
    ]);
    await workspace.undo(record);
    expect(await people(workspace, ...FIELDS)).toEqual([HELD]);
  });

  test("an export comes back unchanged, and one that was edited changes what was edited (C-C2)", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    const pages = accepted(
      await exportRows(workspace.ports, workspace.workspace, { search: null, filters: [], fields: null }),
    );
    let text = "";
    for await (const piece of exportCsv(workspace.workspace, pages)) text += piece.text;
    expect(counts(await workspace.import(text, { mode: "update" }))).toBe("1 unchanged");
    const edited = text.replace("+14155550102", "+14155550109").replace("ann@example.com", "ann@new.example");
    expect(counts(await workspace.import(edited, { mode: "update" }))).toBe("1 updated");
    expect(await people(workspace, ...FIELDS)).toEqual([
      "ann@new.example | a.lee@example.com, lee@example.com | +14155550100 | +14155550101, +14155550102, +14155550109",
    ]);
  });

  test("all of them go where empty cells clear, and the first stays (C-I2)", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    await workspace.import("Email,Additional email addresses\nann@example.com,\n", set("emptyCells=clear"));
    expect(await people(workspace, "email", "additional_emails")).toEqual(["ann@example.com | -"]);
  });
});
