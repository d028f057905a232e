/** Accounts that contacts' lines find and make, their main contacts, and what undo makes of all that. */
import { describe, expect, test, vi } from "vitest";
import { runImport } from "../../src/app/import/run-import.ts";
import { previewUndo } from "../../src/app/import/undoing/undo-import.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";
import { changesOf, counts, people, set, told, workspaces } from "./story.ts";

const open = workspaces({});

/** `name (id) domain: main contact's e-mail`, in the order they were made. */
async function accounts({ ports, workspace }: TestWorkspace): Promise<readonly string[]> {
  const rows = await ports.store.accounts.list(workspace.number, { search: null, filters: [], after: 0, limit: 1000 });
  const mail = async (contact: number | null): Promise<string> =>
    contact === null ? "-" : ((await ports.store.contacts.get(workspace.number, contact))?.values.get("email") ?? "?");
  return Promise.all(
    rows.map(async ({ values, mainContact, contacts }) => {
      const [name, id, domain] = ["name", "external_id", "domain"].map((field) => values.get(field) ?? "-");
      return `${name} | ${id} | ${domain} | ${contacts} | ${await mail(mainContact)}`;
    }),
  );
}

describe("what accounts are recognised by (C-F1)", () => {
  test("is the name alone where the policy says so: an external id then tells none of one name apart, on no kind of line", async () => {
    const byName = set("accountMatch=name");
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      await workspace.import("Account name,Account ID\nAcme,A1\n", { object: "account" });
      const file = "Account name,Account ID\nAcme,A9\n";
      expect(counts(await workspace.plan(file, { object: "account" }))).toBe("1 created");
      expect(counts(await workspace.plan(file, { object: "account", mode: "update", ...byName }))).toBe("1 updated");
      const twice = await workspace.plan(`${file}acme,A9\n`, { object: "account", ...byName });
      expect(counts(twice)).toBe("1 updated, 1 unchanged");
      await workspace.import("Email,Account name,Account ID\nann@example.com,Acme,A9\n", byName);
      await workspace.import(file, { object: "account", ...byName });
      expect(await accounts(workspace)).toEqual(["Acme | A9 | - | 1 | -"]);
    }
  });
});

describe("a contact's account (C-F1)", () => {
  test("is made by the first line that names it, and found by the others, in a plan as in a run", async () => {
    for (const batchRows of [1, 2, 100]) {
      const workspace = await open({ batchRows });
      const file = `Email,Company,Customer ID,Domain
ann@x.test,Acme,C-1,acme.test
bob@x.test,ACME,C-1,
cy@x.test,Beta,,
dee@x.test,beta,,beta.test
eve@x.test,,C-1,
`;
      const planned = await workspace.plan(file);
      expect(counts(planned)).toBe("5 created");
      const record = await workspace.import(file);
      expect(counts(record)).toBe("5 created");
      expect(await accounts(workspace)).toEqual(["Acme | C-1 | acme.test | 3 | -", "Beta | - | beta.test | 2 | -"]);
      expect(counts(await workspace.import(file))).toBe("5 unchanged");
    }
  });

  test("learns its id from a later line, and another id of the same name is another account", async () => {
    const workspace = await open();
    await workspace.import("Email,Company\nann@x.test,Acme\n");
    await workspace.import("Email,Company,Customer ID\nbob@x.test,Acme,C-1\ncy@x.test,Acme,C-2\n");
    expect(await accounts(workspace)).toEqual(["Acme | C-1 | - | 2 | -", "Acme | C-2 | - | 1 | -"]);
  });

  test("who moves by an id to an account that is called nothing has no company: the former one's name is not its (C-F1)", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      await workspace.import("Email,Company,Customer ID\nann@x.test,Acme,C-1\nbob@x.test,,C-2\n");
      const file = "Email,Customer ID\nann@x.test,C-2\n";
      const record = await workspace.import(file);
      expect(await changesOf(workspace, record, 2)).toEqual({ account_id: "C-1 -> C-2", account_name: "Acme -> -" });
      expect(await accounts(workspace)).toEqual(["Acme | C-1 | - | 0 | -", "- | C-2 | - | 2 | -"]);
      expect(counts(await workspace.import(file))).toBe("1 unchanged");
      await workspace.undo(record);
      expect(await people(workspace, "email", "account_name")).toEqual(["ann@x.test | Acme", "bob@x.test | -"]);
    }
  });

  test("a name that a line says alone, and no account has, is that of its contact's account where that has none (C-F1)", async () => {
    for (const batchRows of [1, 2, 100]) {
      const workspace = await open({ batchRows });
      const first =
        "Email,Company,Customer ID\nann@x.test,,C-1\nbob@x.test,,C-1\ncy@x.test,,C-2\ndee@x.test,Beta,C-3\n";
      await workspace.import(first);
      const before = await accounts(workspace);
      const file = "Email,Company\nann@x.test,Acme\nbob@x.test,Acme\ncy@x.test,Beta\ndee@x.test,Gamma\n";
      const planned = await workspace.lines(await workspace.plan(file));
      const record = await workspace.import(file);
      expect((await workspace.lines(record)).map(({ changes }) => changes)).toEqual(
        planned.map(({ changes }) => changes),
      );
      expect(await accounts(workspace)).toEqual([
        ...["Acme | C-1 | - | 2 | -", "- | C-2 | - | 0 | -", "Beta | C-3 | - | 1 | -", "Gamma | - | - | 1 | -"],
      ]);
      expect(await people(workspace, "email", "account_id")).toEqual([
        ...["ann@x.test | C-1", "bob@x.test | C-1", "cy@x.test | C-3", "dee@x.test | -"],
      ]);
      expect(counts(await workspace.import(file))).toBe("4 unchanged");
      await workspace.undo(record);
      expect(await accounts(workspace)).toEqual(before);
      expect(counts(await workspace.import(first))).toBe("4 unchanged");
    }
  });

  test("an id that a line says alone is that of its contact's account, or else of another one of the same name (C-I1)", async () => {
    for (const batchRows of [1, 2, 100]) {
      const workspace = await open({ batchRows });
      await workspace.import("Email,Company\nann@x.test,Acme\nbob@x.test,Acme\ncy@x.test,Beta\n");
      const before = await accounts(workspace);
      const file = "Email,Customer ID\nann@x.test,C-1\nbob@x.test,C-2\ncy@x.test,C-3\n";
      const planned = await workspace.lines(await workspace.plan(file));
      const record = await workspace.import(file);
      const lines = await workspace.lines(record);
      expect(lines.map(({ changes }) => changes?.account_name)).toEqual([undefined, undefined, undefined]);
      expect(lines.map(({ changes }) => changes)).toEqual(planned.map(({ changes }) => changes));
      expect(await accounts(workspace)).toEqual([
        "Acme | C-1 | - | 1 | -",
        "Beta | C-3 | - | 1 | -",
        "Acme | C-2 | - | 1 | -",
      ]);
      expect(counts(await workspace.import(file))).toBe("3 unchanged");
      await workspace.undo(record);
      expect(await accounts(workspace)).toEqual(before);
    }
  });

  test("an id and a name that point at different accounts fail the row, in whatever batch", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      const record = await workspace.import(`Email,Company,Customer ID
ann@x.test,Acme,C-1
bob@x.test,Beta,C-2
cy@x.test,Acme,C-2
`);
      expect(await told(workspace, record)).toEqual(["2 created", "3 created", "4 failed: account_mismatch"]);
    }
  });

  test("is what all lines of a contact say together, in whatever batch, and the same file again changes nothing (C-H3, C-X3)", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      await workspace.import("Email,Company,Customer ID\nzoe@x.test,Zeta,Z-1\n");
      const file = `Email,Company,Customer ID
ann@x.test,Bolt,
ann@x.test,,C-1
bob@x.test,Beta,
bob@x.test,,Z-1
`;
      expect(await told(workspace, await workspace.import(file))).toEqual([
        "2 created",
        "3 updated",
        "4 created",
        "5 failed: account_mismatch",
      ]);
      const made = ["Zeta | Z-1 | - | 1 | -", "Bolt | C-1 | - | 1 | -", "Beta | - | - | 1 | -"];
      expect(await accounts(workspace)).toEqual(made);
      expect(counts(await workspace.import(file))).toBe("3 unchanged, 1 failed");
      expect(await accounts(workspace)).toEqual(made);
    }
  });

  test("named like another's id is not that other one", async () => {
    const workspace = await open();
    await workspace.import("Email,Company,Customer ID\nann@x.test,Acme,C-1\nbob@x.test,C-1,\n");
    expect(await accounts(workspace)).toEqual(["Acme | C-1 | - | 1 | -", "C-1 | - | - | 1 | -"]);
  });

  test("that several share by name is left out with a warning, and the contact goes in", async () => {
    const workspace = await open();
    await workspace.import("Email,Company,Customer ID\nann@x.test,Acme,C-1\nbob@x.test,Acme,C-2\n");
    const record = await workspace.import("Email,Company\ncy@x.test,Acme\n");
    expect(await told(workspace, record)).toEqual(["2 created: account_ambiguous"]);
    expect(await people(workspace, "email", "account_name")).toContain("cy@x.test | -");
  });

  test("is not made where the policy only finds accounts", async () => {
    const workspace = await open();
    const record = await workspace.import("Email,Company\nann@x.test,Acme\n", set("accounts=find"));
    expect(await told(workspace, record)).toEqual(["2 created: account_unknown"]);
    expect(await accounts(workspace)).toEqual([]);
  });

  test("a line that fails makes none", async () => {
    const workspace = await open();
    await workspace.import("Email,Company,Main contact\nnot an address,Acme,1\n");
    expect(await accounts(workspace)).toEqual([]);
  });

  test("moves with the contact, and takes no flag along", async () => {
    const workspace = await open();
    await workspace.import("Email,Company,Main contact\nann@x.test,Acme,1\n");
    const record = await workspace.import("Email,Company\nann@x.test,Beta\n");
    expect(await changesOf(workspace, record, 2)).toEqual({ account_name: "Acme -> Beta", main_contact: "yes -> -" });
    expect(await accounts(workspace)).toEqual(["Acme | - | - | 0 | -", "Beta | - | - | 1 | -"]);
    await workspace.undo(record);
    expect(await accounts(workspace)).toEqual(["Acme | - | - | 1 | ann@x.test"]);
  });
});

describe("the main contact of an account (C-F3)", () => {
  test("is one: the latest import's takes the flag from the former one, and undo gives it back", async () => {
    const workspace = await open();
    await workspace.import("Email,Company,Main contact\nann@x.test,Acme,1\nbob@x.test,Acme,\n");
    const record = await workspace.import("Email,Company,Main contact\nbob@x.test,Acme,1\ncy@x.test,Acme,\n");
    expect(await accounts(workspace)).toEqual(["Acme | - | - | 3 | bob@x.test"]);
    expect(await changesOf(workspace, record, 2)).toEqual({ main_contact: "- -> yes" });
    await workspace.undo(record);
    expect(await accounts(workspace)).toEqual(["Acme | - | - | 2 | ann@x.test"]);
  });

  test("without an account is left out with a warning", async () => {
    const workspace = await open();
    const record = await workspace.import("Email,Main contact\nann@x.test,1\n");
    expect(await told(workspace, record)).toEqual(["2 created: main_contact_nowhere"]);
  });

  test.each([
    ["1", "bob@x.test"],
    ["", "ann@x.test"],
    ["0", "ann@x.test"],
  ])(
    "is of the account that a contact is in by its id alone, and a file without accounts leaves it there: %j",
    async (cell, main) => {
      const workspace = await open();
      await workspace.import("Email,Customer ID,Main contact\nann@x.test,C-1,1\nbob@x.test,C-1,\n");
      const record = await workspace.import(`Email,Main contact\nbob@x.test,${cell}\n`);
      expect(await told(workspace, record)).toEqual([`2 ${cell === "1" ? "updated" : "unchanged"}`]);
      expect(await accounts(workspace)).toEqual([`- | C-1 | - | 2 | ${main}`]);
      await workspace.import("Email,Customer ID\nbob@x.test,<clear>\n");
      expect((await accounts(workspace))[0]).toMatch(/^- \| C-1 \| - \| 1 \|/);
    },
  );

  test("is not changed by a line whose account is one of several", async () => {
    const workspace = await open();
    await workspace.import("Email,Company,Customer ID,Main contact\nann@x.test,Bolt,B-1,\nbob@x.test,Bolt,B-2,\n");
    const record = await workspace.import("Email,Company,Main contact\nann@x.test,Bolt,yes\n");
    expect(await told(workspace, record)).toEqual(["2 unchanged: account_ambiguous"]);
    expect(await accounts(workspace)).toEqual(["Bolt | B-1 | - | 1 | -", "Bolt | B-2 | - | 1 | -"]);
  });

  test("is no new one where the same file comes again", async () => {
    const workspace = await open();
    const file = "Email,Company,Main contact\nann@x.test,Acme,1\nbob@x.test,Acme,0\n";
    await workspace.import(file);
    expect(counts(await workspace.import(file))).toBe("2 unchanged");
  });

  test("two in one file: the last line counts, with a warning on the other that names it, and again nothing changes", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      const file = "Email,Company,Main contact\nann@x.test,Acme,1\nbob@x.test,Acme,1\ncy@x.test,Beta,1\n";
      const record = await workspace.import(file);
      expect(await told(workspace, record)).toEqual([
        "2 created: main_contact_repeated (line 3)",
        "3 created",
        "4 created",
      ]);
      expect(await accounts(workspace)).toEqual(["Acme | - | - | 2 | bob@x.test", "Beta | - | - | 1 | cy@x.test"]);
      expect(counts(await workspace.import(file))).toBe("3 unchanged");
    }
  });
});

test("two main contacts of an account that its domain alone names are one: the last line's (C-F3)", async () => {
  const workspace = await open();
  const file = "Email,Domain,Main contact\nann@x.test,acme.test,1\nbob@x.test,www.acme.test,1\n";
  const record = await workspace.import(file);
  expect(await told(workspace, record)).toEqual(["2 created: main_contact_repeated (line 3)", "3 created"]);
  expect(counts(await workspace.import(file))).toBe("2 unchanged");
});

test("a main contact on a line that fails only when it is planned leaves the earlier line's (C-F3)", async () => {
  const workspace = await open({ batchRows: 1 });
  await workspace.import("Email,Phone\none@x.test,+14155550101\ntwo@x.test,+14155550102\n");
  const file = "Email,Phone,Company,Main contact\nann@x.test,,Acme,1\none@x.test,+14155550102,Acme,1\n";
  const record = await workspace.import(file, set("onContradiction=update"));
  expect(await told(workspace, record)).toEqual([
    "2 created: main_contact_repeated (line 3)",
    "3 failed: conflicting_match (contacts 1 and 2)",
  ]);
  expect(await accounts(workspace)).toEqual(["Acme | - | - | 1 | ann@x.test"]);
});

test("a main contact on a line that fails changes nothing: the other line's stays (C-F3)", async () => {
  for (const batchRows of [1, 100]) {
    const workspace = await open({ batchRows });
    const file = "Email,Company,Main contact\nann@x.test,Acme,1\nnobody,Acme,1\n";
    const record = await workspace.import(file);
    expect(await told(workspace, record)).toEqual(["2 created", "3 failed: email_invalid (Email)"]);
    expect(await accounts(workspace)).toEqual(["Acme | - | - | 1 | ann@x.test"]);
    expect(counts(await workspace.import(file))).toBe("1 unchanged, 1 failed");
    await workspace.undo(record);
    expect(await accounts(workspace)).toEqual([]);
  }
});

describe("undoing an import (C-U2)", () => {
  test("of several lines that gave one account a main contact gives back the one before the first of them (C-F3)", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      await workspace.import("Email,Company,Customer ID\nann@x.test,Acme,C-1\nbob@x.test,Acme,C-1\n");
      const before = await accounts(workspace);
      const record = await workspace.import(
        "Email,Company,Customer ID,Main contact\nann@x.test,Acme,C-1,1\nnew@x.test,Acme,C-1,1\n",
      );
      expect(await accounts(workspace)).toEqual(["Acme | C-1 | - | 3 | new@x.test"]);
      const preview = await previewUndo(workspace.ports, record, { only: null, includeEdited: false });
      const undone = await workspace.undo(record);
      expect(undone.undo?.sides).toEqual(preview.sides);
      expect(undone.undo?.sides).toMatchObject({ restored: 2, kept: 0 });
      expect(await accounts(workspace)).toEqual(before);
    }
  });

  test("keeps an account for the contacts that an interrupted import has put into it so far (C-F1, C-U1)", async () => {
    const workspace = await open({ batchRows: 2 });
    const first = await workspace.import("Email,Company,Client ID\nann@example.com,Acme,A-1\n");
    const prepared = accepted(
      await workspace.prepare(
        "Email,Company,Client ID\nbob@example.com,Acme,A-1\ncy@example.com,Acme,A-1\neve@example.com,Acme,A-1\n",
      ),
    );
    const stop = new AbortController();
    accepted(await runImport(workspace.ports, prepared.ref, { signal: stop.signal, onProgress: () => stop.abort() }));
    const whole = { only: null, includeEdited: false };
    expect((await previewUndo(workspace.ports, first, whole)).sides).toMatchObject({ deleted: 0, kept: 1 });
    const undone = await workspace.undo(first);
    expect(undone.undo?.sides).toMatchObject({ deleted: 0, kept: 1 });
    expect(accepted(await runImport(workspace.ports, prepared.ref)).state).toBe("done");
    expect(await accounts(workspace)).toEqual(["Acme | A-1 | - | 3 | -"]);
  });

  test("counts what stays once, also where the undo was interrupted after it", async () => {
    const workspace = await open();
    const first = await workspace.import("Email,Company\nann@harbor.test,Harbor\n");
    await workspace.import("Email,Company\nbob@harbor.test,Harbor\n");
    const dropUnused = vi.spyOn(workspace.ports.store.tags, "dropUnused").mockRejectedValueOnce(new Error("stopped"));
    await expect(workspace.undo(first)).rejects.toThrow("stopped");
    const undone = await workspace.undo(first);
    expect(dropUnused).toHaveBeenCalledTimes(2);
    expect(undone.undo?.sides).toEqual({ deleted: 0, restored: 0, kept: 1, gone: 0 });
  });

  test("takes its accounts along, but not those that others use", async () => {
    const workspace = await open();
    const first = await workspace.import("Email,Company\nann@x.test,Acme\nbob@x.test,Beta\n");
    await workspace.import("Email,Company\ncy@x.test,Beta\n");
    const undone = await workspace.undo(first);
    expect(undone.undo?.sides).toEqual({ deleted: 1, restored: 0, kept: 1, gone: 0 });
    expect(await accounts(workspace)).toEqual(["Beta | - | - | 1 | -"]);
  });

  test.each([
    [
      "the whole, of which one contact was changed since",
      { only: null, includeEdited: false },
      { deleted: 1, kept: 1 },
    ],
    ["the whole, changed contacts too", { only: null, includeEdited: true }, { deleted: 2, kept: 0 }],
    ["a line whose contact was changed since", { only: 2, includeEdited: false }, { deleted: 0, kept: 1 }],
    ["a line whose account another line's contact has", { only: 3, includeEdited: false }, { deleted: 0, kept: 1 }],
  ])("does to accounts what its preview says: %s", async (_, request, sides) => {
    const workspace = await open();
    const first = await workspace.import("Email,Company\nann@x.test,Acme\nbob@x.test,Beta\ncy@x.test,Beta\n");
    await workspace.import("Email,City\nann@x.test,Rome\n");
    const preview = await previewUndo(workspace.ports, first, request);
    const undone = await workspace.undo(first, request);
    expect(preview.sides).toMatchObject(sides);
    expect(undone.undo?.sides).toEqual(preview.sides);
    expect(undone.undo?.tally).toEqual(preview.tally);
  });

  test.each([
    ["the whole", { only: null, includeEdited: false }, { deleted: 1, kept: 1 }],
    ["changed contacts too", { only: null, includeEdited: true }, { deleted: 2, kept: 0 }],
    ["its line", { only: 2, includeEdited: false }, { deleted: 0, kept: 1 }],
  ])(
    "leaves an account to a contact that a later import has moved, and that may come back: %s",
    async (_, request, sides) => {
      const workspace = await open();
      const first = await workspace.import("Email,Company\nann@x.test,Acme\nbob@x.test,Beta\n");
      const second = await workspace.import("Email,Company\nann@x.test,Cyan\n");
      const preview = await previewUndo(workspace.ports, first, request);
      const undone = await workspace.undo(first, request);
      expect(preview.sides).toMatchObject(sides);
      expect(undone.undo?.sides).toEqual(preview.sides);
      await workspace.undo(second);
      expect(await accounts(workspace)).toEqual(
        request.includeEdited
          ? []
          : ["Acme | - | - | 1 | -", ...(request.only === null ? [] : ["Beta | - | - | 1 | -"])],
      );
    },
  );

  test("of accounts leaves one to a contact that a later import has moved", async () => {
    const workspace = await open();
    await workspace.import("Email\nann@x.test\n");
    const first = await workspace.import("Name\nAcme\n", { object: "account" });
    const joined = await workspace.import("Email,Company\nann@x.test,Acme\n");
    const moved = await workspace.import("Email,Company\nann@x.test,Cyan\n");
    const undone = await workspace.undo(first);
    expect(undone.undo?.tally).toMatchObject({ deleted: 0, kept: 1 });
    await workspace.undo(moved);
    expect(await accounts(workspace)).toEqual(["Acme | - | - | 1 | -"]);
    await workspace.undo(joined);
    await workspace.undo(first);
    expect(await accounts(workspace)).toEqual([]);
  });

  test.each([
    ["the only stage of a pipeline", "Pipeline name,Stage name\nSales,New\n", { deleted: 1, kept: 0 }],
    ["the first of two", "Pipeline name,Stage name\nSales,New\nSales,Won\n", { deleted: 0, kept: 1 }],
  ])("of one line does to pipelines what its preview says: %s", async (_, file, sides) => {
    const workspace = await open();
    const record = await workspace.import(file, { object: "stage" });
    const request = { only: 2, includeEdited: false };
    const preview = await previewUndo(workspace.ports, record, request);
    const undone = await workspace.undo(record, request);
    expect(preview.sides).toMatchObject(sides);
    expect(undone.undo?.sides).toEqual(preview.sides);
  });

  test("of one line that moved a contact to a new account takes the account along, as its preview says", async () => {
    const workspace = await open();
    await workspace.import("Email,Company\nann@x.test,Acme\n");
    const second = await workspace.import("Email,Company\nann@x.test,Beta\n");
    const request = { only: 2, includeEdited: false };
    const preview = await previewUndo(workspace.ports, second, request);
    const undone = await workspace.undo(second, request);
    expect(preview.sides).toMatchObject({ deleted: 1, kept: 0 });
    expect(undone.undo?.sides).toEqual(preview.sides);
  });

  test("takes back what accounts have learnt, and leaves no keys of it", async () => {
    const workspace = await open();
    await workspace.import("Email,Company\nann@x.test,Acme\n");
    const second = await workspace.import("Email,Company,Customer ID\nann@x.test,Acme,C-1\n");
    await workspace.undo(second);
    expect(await accounts(workspace)).toEqual(["Acme | - | - | 1 | -"]);
    await workspace.import("Email,Customer ID\nbob@x.test,C-1\n");
    expect(await accounts(workspace)).toEqual(["Acme | - | - | 1 | -", "- | C-1 | - | 1 | -"]);
  });
});

describe("a file of accounts (C-F4)", () => {
  const accountsFile = "Customer name,Client ID,Website\nAcme,C-1,acme.test\nBeta,C-2,\n,C-3,\n";

  test("creates, updates and leaves as they are, and twice two accounts of one name", async () => {
    const workspace = await open();
    expect(counts(await workspace.import(accountsFile, { object: "account" }))).toBe("3 created");
    const again = "Customer name,Client ID,Website\nAcme,C-1,acme.example\nBeta,C-2,\nBeta,C-4,\n";
    const record = await workspace.import(again, { object: "account" });
    expect(await told(workspace, record)).toEqual(["2 updated", "3 unchanged", "4 created"]);
    expect(counts(await workspace.import(again, { object: "account" }))).toBe("3 unchanged");
    await workspace.undo(record);
    expect(await accounts(workspace)).toEqual([
      "Acme | C-1 | acme.test | 0 | -",
      "Beta | C-2 | - | 0 | -",
      "- | C-3 | - | 0 | -",
    ]);
  });

  test("fails the lines whose id and name are two accounts', a cycle of renames among them, in whatever batch", async () => {
    for (const batchRows of [1, 100]) {
      const workspace = await open({ batchRows });
      await workspace.import(accountsFile, { object: "account" });
      const cycle = "Customer name,Client ID\nBeta,C-1\nAcme,C-2\n";
      const record = await workspace.import(cycle, { object: "account" });
      expect(await told(workspace, record)).toEqual([
        "2 failed: conflicting_match (contacts 1 and 2)",
        "3 failed: conflicting_match (contacts 2 and 1)",
      ]);
      const byId = await workspace.import(cycle, { object: "account", ...set("accountMatch=external_id") });
      expect(await told(workspace, byId)).toEqual(["2 updated", "3 updated"]);
      expect(await accounts(workspace)).toEqual([
        "Beta | C-1 | acme.test | 0 | -",
        "Acme | C-2 | - | 0 | -",
        "- | C-3 | - | 0 | -",
      ]);
    }
  });

  test("that renames an account renames it on its contacts, as far as they said its name, until it is undone", async () => {
    const workspace = await open();
    await workspace.import(accountsFile, { object: "account" });
    await workspace.import(
      "Email,First name,Last name,Company,Customer ID,Domain\nann@x.test,Ann,Lee,ACME,C-1,acme.test\nbob@x.test,Bob,Ray,Acme Berlin,C-1,\n",
    );
    const said = (): Promise<readonly string[]> => people(workspace, "email", "account_name");
    const record = await workspace.import("Customer name,Client ID\nAcme Holdings,C-1\n", { object: "account" });
    expect(await said()).toEqual(["ann@x.test | Acme Holdings", "bob@x.test | Acme Berlin"]);
    const byName = set("match=account_name");
    const asked = "First name,Last name,Company,Domain,City\nAnn,Lee,Acme Holdings,acme.test,Rome\n";
    expect(counts(await workspace.plan(asked, byName))).toBe("1 updated");
    await workspace.undo(record);
    expect(await said()).toEqual(["ann@x.test | ACME", "bob@x.test | Acme Berlin"]);
    expect(counts(await workspace.plan(asked.replace(" Holdings", ""), byName))).toBe("1 updated");
  });

  test("undone keeps the accounts that contacts have come to belong to, unless asked otherwise (C-U2)", async () => {
    const workspace = await open();
    const record = await workspace.import(accountsFile, { object: "account" });
    await workspace.import("Email,Company,Customer ID,Main contact\nann@x.test,Acme,C-1,1\n");
    await workspace.undo(record);
    expect(await accounts(workspace)).toEqual(["Acme | C-1 | acme.test | 1 | ann@x.test"]);

    const other = await open();
    const again = await other.import(accountsFile, { object: "account" });
    await other.import("Email,Company,Main contact\nann@x.test,Acme,1\n");
    await other.undo(again, { includeEdited: true });
    expect(await accounts(other)).toEqual([]);
    expect((await other.contacts()).map(({ account, values }) => [account, values.get("account_name")])).toEqual([
      [null, "Acme"],
    ]);
  });

  test("leaves an account to the opportunities of other imports", async () => {
    const workspace = await open();
    await workspace.import("Pipeline name,Stage name\nSales,New\n", { object: "stage" });
    const first = await workspace.import("Email,Company\nann@x.test,Acme\n");
    await workspace.import("Email,Opportunity name,Company,Pipeline,Stage\nbob@x.test,Robots,Acme,Sales,New\n", {
      withOpportunities: true,
    });
    expect((await workspace.undo(first)).undo?.sides).toMatchObject({ deleted: 0, kept: 1 });
  });

  test("takes an account along once everybody who has changed it is undone too", async () => {
    const workspace = await open();
    const first = await workspace.import("Email,Company\nann@x.test,Acme\n");
    const second = await workspace.import("Name,Domain\nAcme,acme.test\n", { object: "account" });
    await workspace.undo(second);
    await workspace.undo(first);
    expect(await accounts(workspace)).toEqual([]);
  });
});
