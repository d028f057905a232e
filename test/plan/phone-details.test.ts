/** What is said of a phone number belongs to that number: it goes and comes back with it. */
import { describe, expect, test } from "vitest";
import { changesOf, people, set, told, workspaces } from "../scenario/story.ts";

const open = workspaces();
const HEADER = "Email,Phone,Phone Type,Phone Verification Result,Phone Intent Score";
const ANN = `${HEADER}\nann@example.com,+1 415 555 0100,mobile,verified,87\n`;
const details = ["phone", "phone_type", "phone_verification_result", "phone_intent_score"] as const;

describe("details of a phone number (C-E9)", () => {
  test("go when the number changes and the line says nothing of the new one; undo brings both back (C-U1)", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    const record = await workspace.import("Email,Phone\nann@example.com,+1 415 555 0199\n");
    expect(await changesOf(workspace, record, 2)).toEqual({
      phone: "+14155550100 -> +14155550199",
      phone_verification_result: "verified -> -",
      phone_type: "mobile -> -",
      phone_intent_score: "87 -> -",
    });
    expect(await people(workspace, ...details)).toEqual(["+14155550199 | - | - | -"]);
    await workspace.undo(record);
    expect(await people(workspace, ...details)).toEqual(["+14155550100 | mobile | verified | 87"]);
  });

  test("of the new number are those that the line says, and no others", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    await workspace.import(`${HEADER}\nann@example.com,+1 415 555 0199,landline,,\n`);
    expect(await people(workspace, ...details)).toEqual(["+14155550199 | landline | - | -"]);
  });

  test("that the line says alike for the new number stay", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    const record = await workspace.import(`${HEADER}\nann@example.com,+1 415 555 0199,mobile,verified,87\n`);
    expect(await changesOf(workspace, record, 2)).toEqual({ phone: "+14155550100 -> +14155550199" });
    await workspace.undo(record);
    expect(await people(workspace, ...details)).toEqual(["+14155550100 | mobile | verified | 87"]);
  });

  test("go with a number that is cleared", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    await workspace.import("Email,Phone,Phone Type\nann@example.com,<clear>,landline\n");
    expect(await people(workspace, ...details)).toEqual(["- | - | - | -"]);
  });

  test("are nobody's where the line's number cell is empty, and the same file again changes nothing (C-X3)", async () => {
    const workspace = await open();
    const file =
      "Email,Phone,Additional emails,Phone Type\nbob@example.com,,,mobile\n,+1 415 555 0100,bob@example.com,\n";
    const record = await workspace.import(file);
    expect(await told(workspace, record)).toEqual(["2 created: phone_details_unkept (Phone Type)", "3 updated"]);
    expect(await people(workspace, ...details)).toEqual(["+14155550100 | - | - | -"]);
    expect(await told(workspace, await workspace.import(file))).toEqual([
      "2 unchanged: phone_details_unkept (Phone Type)",
      "3 unchanged",
    ]);
  });

  test("are cleared where the policy says so, whoever has no number (C-H5)", async () => {
    const workspace = await open();
    await workspace.import("Email,Phone Type\nann@example.com,landline\n");
    await workspace.import("Email,Phone,Phone Type\nann@example.com,,\n", set("emptyCells=clear"));
    expect(await people(workspace, ...details)).toEqual(["- | - | - | -"]);
  });

  test("are those of the contact's number where the file has no column of numbers", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    await workspace.import("Email,Phone Type\nann@example.com,landline\n");
    expect(await people(workspace, ...details)).toEqual(["+14155550100 | landline | verified | 87"]);
  });

  test("of a further number are not written on the first, and the line says so", async () => {
    const workspace = await open();
    await workspace.import(
      `${HEADER},Additional phone numbers\nann@example.com,+1 415 555 0100,mobile,verified,87,+1 415 555 0101\n`,
    );
    const record = await workspace.import("Email,Phone,Phone Type\nann@example.com,+1 415 555 0101,landline\n");
    expect(await told(workspace, record)).toEqual(["2 unchanged: phone_details_unkept (Phone Type)"]);
    expect(await people(workspace, ...details)).toEqual(["+14155550100 | mobile | verified | 87"]);
  });

  test("of a further number are not written by a later line of the same contact either (C-H3)", async () => {
    const workspace = await open();
    await workspace.import("Email,Phone,Additional phones\nann@example.com,+1 415 555 0100,+1 415 555 0101\n");
    const record = await workspace.import(
      "Email,Phone,Phone Type\nann@example.com,+1 415 555 0101,\nann@example.com,+1 415 555 0101,landline\n",
    );
    expect(await told(workspace, record)).toEqual(["2 unchanged", "3 unchanged: phone_details_unkept (Phone Type)"]);
  });

  test("go with the number that is cleared, whatever else the line says of it", async () => {
    const workspace = await open();
    await workspace.import("Email,Phone,Phone Verification Result\nann@example.com,+1 415 555 0100,verified\n");
    await workspace.import("Email,Phone,Phone Type\nann@example.com,<clear>,landline\n");
    expect(await people(workspace, ...details)).toEqual(["- | - | - | -"]);
  });

  test("of a number that a source does not let in are not written either (C-F5)", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    await workspace.ports.store.sources.add(workspace.workspace.number, {
      name: "QuickBooks",
      kind: "native_integration",
      options: [],
    });
    const record = await workspace.import("Email,Phone,Phone Type\nann@example.com,+1 415 555 0199,landline\n");
    expect(await told(workspace, record)).toEqual([
      "2 unchanged: field_owned_by_source (Phone); phone_details_unkept (Phone Type)",
    ]);
  });

  test.for([{ emptyCells: "keep" }, { emptyCells: "clear" }])(
    "of a number that could not be read are nobody's (empty cells: $emptyCells)",
    async ({ emptyCells }) => {
      const workspace = await open();
      await workspace.import(ANN);
      const record = await workspace.import(
        "Email,Phone,Phone Type\nann@example.com,+1 12,landline\n",
        set(`emptyCells=${emptyCells}`),
      );
      expect(await told(workspace, record)).toEqual([
        "2 unchanged: phone_unreadable (Phone); phone_details_unkept (Phone Type)",
      ]);
      expect(await people(workspace, ...details)).toEqual(["+14155550100 | mobile | verified | 87"]);
    },
  );

  test("stay with a number that an undo keeps because it was changed since (C-U1)", async () => {
    const workspace = await open();
    await workspace.import(ANN);
    const first = await workspace.import("Email,Phone\nann@example.com,+1 415 555 0199\n");
    await workspace.import("Email,Phone\nann@example.com,+1 415 555 0155\n");
    await workspace.undo(first);
    expect(await people(workspace, ...details)).toEqual(["+14155550155 | - | - | -"]);
  });

  test("that were said since keep their number from going back (C-U1)", async () => {
    const workspace = await open();
    await workspace.import("Email,Phone\nann@example.com,+1 415 555 0100\n");
    const first = await workspace.import("Email,Phone\nann@example.com,+1 415 555 0199\n");
    const second = await workspace.import("Email,Phone Type\nann@example.com,landline\n");
    await workspace.undo(first);
    expect(await people(workspace, ...details)).toEqual(["+14155550199 | landline | - | -"]);
    await workspace.undo(second);
    expect(await people(workspace, ...details)).toEqual(["+14155550199 | - | - | -"]);
  });
});
