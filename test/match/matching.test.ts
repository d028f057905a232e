/** Finding the contact a line is about, in a real workspace: each key, each place a value may stand, and what stays apart. */
import { describe, expect, test } from "vitest";
import { changesOf, counts, idOf, people, set, told, workspaces } from "../scenario/story.ts";

const open = workspaces();

const PEOPLE = `
External ID,First name,Last name,Email,Additional email addresses,Phone,Additional phone numbers,LinkedIn,Account name,Account ID,Domain
A1,Ann,Lee,Ann@example.com,"ann@home.example, AL@work.example",+14155550101,"+14155550111, +14155550121",linkedin.com/in/ann,Harbor,C-1,harbor.example
B2,Bob,Ray,bob@example.com,,+14155550102,,linkedin.com/in/bob,Harbor,C-1,harbor.example
`;

describe("each key finds its contact however it is written (C-H1, C-H5)", () => {
  test("by one import per key, which changes the city only", async () => {
    const workspace = await open();
    await workspace.import(PEOPLE);
    const found = [
      {
        match: "id",
        header: "Contact ID",
        cells: [idOf(workspace, 1), idOf(workspace, 1).toUpperCase(), ` ${idOf(workspace, 1)} `],
      },
      { match: "external_id", header: "External ID", cells: ["A1", " A1 "] },
      {
        match: "email",
        header: "Email",
        cells: ["ann@example.com", "ANN@EXAMPLE.COM", "mailto:ann@example.com", "ann@home.example", "al@WORK.example"],
      },
      {
        match: "phone",
        header: "Phone",
        cells: ["+1 415 555 0101", "(415) 555-0101", "415.555.0111", "001 415 555 0121"],
      },
      {
        match: "linkedin_url",
        header: "LinkedIn",
        cells: ["https://www.linkedin.com/in/ann/", "linkedin.com/in/Ann?trk=x", "http://de.linkedin.com/in/ann"],
      },
      {
        match: "account_email",
        header: "Account name,Email",
        cells: ["HARBOR,ann@example.com", "Harbor,al@work.example"],
      },
      { match: "account_email", header: "Account ID,Email", cells: ["C-1,ann@example.com"] },
      {
        match: "account_name",
        header: "Account name,Domain,First name,Last name",
        cells: ["harbor,www.harbor.example,ANN,lee"],
      },
    ];
    let city = 0;
    for (const { match, header, cells } of found) {
      for (const cell of cells) {
        const file = `${header},City\n${cell},City ${++city}\n`;
        const record = await workspace.import(file, { country: "US", ...set(`match=${match}`), mode: "update" });
        const [line] = await workspace.lines(record);
        expect([cell, line?.outcome, line?.contact, line?.match?.key]).toEqual([cell, "updated", 1, match]);
      }
    }
    expect(await workspace.contacts()).toHaveLength(2);
  });

  test.for([
    { match: "external_id", header: "External ID", cell: "a1" },
    { match: "external_id", header: "External ID", cell: "A-1" },
    { match: "email", header: "Email", cell: "ann.lee@example.com" },
    { match: "email", header: "Email", cell: "a.nn@example.com" },
    { match: "phone", header: "Phone", cell: "+1 415 555 0101 ext. 7" },
    { match: "linkedin_url", header: "LinkedIn", cell: "linkedin.com/in/ann-lee" },
    { match: "account_email", header: "Account ID,Email", cell: "C-2,ann@example.com" },
    { match: "account_name", header: "Account name,Domain,First name,Last name", cell: "Harbor,other.example,Ann,Lee" },
  ])("$match does not take $cell for one of them (C-H1)", async ({ match, header, cell }) => {
    const workspace = await open();
    await workspace.import(PEOPLE);
    const record = await workspace.import(`${header}\n${cell}\n`, { mode: "update", ...set(`match=${match}`) });
    expect(counts(record)).toBe("1 failed");
  });
});

describe("the order of the keys", () => {
  test("says which key is named, not who wins: keys that disagree refuse the line with both contacts (C-H4)", async () => {
    const workspace = await open();
    await workspace.import(PEOPLE);
    for (const match of ["email,phone", "phone,email"]) {
      const record = await workspace.import(
        "Email,Phone,City\nann@example.com,+14155550102,Rome\n",
        set(`match=${match}`),
      );
      expect(await told(workspace, record)).toEqual([
        `2 failed: conflicting_match (contacts ${match === "email,phone" ? "1 and 2" : "2 and 1"})`,
      ]);
    }
  });

  test("a key that the policy does not name is not asked, and may then be shared (C-H1)", async () => {
    const workspace = await open();
    await workspace.import(PEOPLE);
    const record = await workspace.import("Email,Phone,Name\ncy@example.com,+14155550101,Cy\n", set("match=email"));
    expect(counts(record)).toBe("1 created");
  });
});

describe("a key that several contacts share", () => {
  const SHARED = "Name,Email,Phone\nAnn,office@example.com,+14155550101\nBob,office@example.com,+14155550102\n";

  test("refuses the line with all of them named, however many fields would fit one (C-H4)", async () => {
    const workspace = await open();
    await workspace.import(SHARED, set("inFile=both"));
    const record = await workspace.import("Name,Email\nAnn,office@example.com\n");
    expect(await told(workspace, record)).toEqual(["2 failed: ambiguous_match (contacts 1 and 2)"]);
  });

  test("is told apart by another key of the line (C-H4)", async () => {
    const workspace = await open();
    await workspace.import(SHARED, set("inFile=both"));
    const record = await workspace.import("Name,Email,Phone\nBobby,office@example.com,+14155550102\n");
    expect(await changesOf(workspace, record, 2)).toEqual({ full_name: "Bob -> Bobby" });
  });
});

describe("contacts that are gone", () => {
  test("never match, by none of their keys (C-H5)", async () => {
    const workspace = await open();
    const first = await workspace.import(PEOPLE);
    const id = idOf(workspace, 1);
    await workspace.undo(first);
    expect(counts(await workspace.import(`Contact ID,Name\n${id},Ann\n`))).toBe("1 failed");
    expect(counts(await workspace.import(PEOPLE))).toBe("2 created");
  });

  test("leave no key behind either when an update is undone (C-H5, C-U1)", async () => {
    const workspace = await open();
    await workspace.import("External ID,Email\nA1,old@example.com\n");
    const change = await workspace.import("External ID,Email\nA1,new@example.com\n");
    await workspace.undo(change);
    const record = await workspace.import("Name,Email\nNew,new@example.com\nOld,old@example.com\n");
    expect(await told(workspace, record)).toEqual(["2 created", "3 updated"]);
  });

  test("a former address of a contact is free for somebody else (C-H5)", async () => {
    const workspace = await open();
    await workspace.import("External ID,Email\nA1,old@example.com\n");
    await workspace.import("External ID,Email\nA1,new@example.com\n");
    expect(counts(await workspace.import("Name,Email\nSomebody,old@example.com\n"))).toBe("1 created");
  });
});

describe("within one import", () => {
  test.for([1, 2, 100])(
    "lines are matched against the workspace as it was before, in batches of %i (C-H3)",
    async (batchRows) => {
      const workspace = await open({ batchRows });
      await workspace.import("External ID,Email\nA1,old@example.com\n");
      const record = await workspace.import(
        "External ID,Name,Email\nA1,,new@example.com\n,Zed,zed@example.com\n,,old@example.com\n",
      );
      // Line 4 is about the contact that line 2 has moved to another address: said, instead of written over or created.
      expect(await told(workspace, record)).toEqual([
        "2 updated",
        "3 created",
        "4 failed: in_file_duplicate (line 2, contacts 1)",
      ]);
      expect(await people(workspace, "external_id", "email")).toEqual(["A1 | new@example.com", "- | zed@example.com"]);
    },
  );

  test("a batch tag and an empty line of keys do not make two people one (C-H1)", async () => {
    const workspace = await open();
    const record = await workspace.import("Name,Email,Phone\nAnn,,\nAnn,,\n", { tags: ["fair"] });
    expect(counts(record)).toBe("2 created");
  });
});

describe("a key that says otherwise", () => {
  const BOB = "External ID,Name,Email,Phone\nA1,Bob Baker,bob@example.com,+14155550101\n";

  test("keeps people who share a number from being written over each other (C-H4)", async () => {
    const workspace = await open();
    await workspace.import(BOB);
    const record = await workspace.import(
      "External ID,Name,Email,Phone\nA2,Cy Cole,cy@example.com,+14155550101\n,Di Dean,di@example.com,+14155550101\n",
    );
    expect(await told(workspace, record)).toEqual([
      "2 failed: contradicting_match (contacts 1)",
      "3 failed: contradicting_match (contacts 1)",
    ]);
    expect(await people(workspace, "full_name")).toEqual(["Bob Baker"]);
  });

  test.each([1, 2_000])(
    "says no more of whom an earlier line has changed, in batches of %i (C-H3)",
    async (batchRows) => {
      const workspace = await open({ batchRows });
      await workspace.import(BOB);
      const record = await workspace.import(
        "External ID,Name,Email\n,Bobby Baker,bob@example.com\nA2,Bob Baker,bob@example.com\n",
        set("inFile=both"),
      );
      expect(await told(workspace, record)).toEqual(["2 updated", "3 failed: in_file_duplicate (line 2, contacts 1)"]);
    },
  );

  test("is no news where the contact has no value for it yet, or where the policy takes it for an update (C-H1)", async () => {
    const workspace = await open();
    await workspace.import("Name,Phone\nBob Baker,+14155550101\n");
    expect(counts(await workspace.import("Email,Phone\nbob@example.com,+14155550101\n"))).toBe("1 updated");
    const update = set("onContradiction=update");
    expect(counts(await workspace.import("Email,Phone\nbb@example.com,+14155550101\n", update))).toBe("1 updated");
    expect(await people(workspace, "email")).toEqual(["bb@example.com"]);
  });
});
