/** Taking an import back, in a real workspace. */
import { describe, expect, test } from "vitest";
import { runImport } from "../../src/app/import/run-import.ts";
import { previewUndo } from "../../src/app/import/undoing/undo-import.ts";
import type { PreviewedLine } from "../../src/app/import/undoing/undo-walk.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { changesOf, counts, people, set, told, workspaces } from "../scenario/story.ts";
import { accepted } from "../support/workspace.ts";

const open = workspaces({ batchRows: 2 });
const HEADER = "Name,Email,Phone,City,Tags";

describe("undoing an import", () => {
  test("removes what it created and puts back what it changed, field by field (C-U1)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER}\nAnn,ann@example.com,,Rome,vip\nBob,bob@example.com,,Oslo,\n`);
    const record = await workspace.import(
      `${HEADER}\nAnna,ann@example.com,+14155550101,Milan,news\nCy,cy@example.com,,,\nBob,bob@example.com,,,\n`,
    );
    expect(counts(record)).toBe("1 created, 1 updated, 1 unchanged");
    const undone = await workspace.undo(record);
    expect(undone.state).toBe("undone");
    expect(undone.undo?.tally).toEqual({ deleted: 1, restored: 1, partly: 0, kept: 0, gone: 0, merged: 0, erased: 0 });
    expect(await people(workspace, "full_name", "email", "phone", "city", "tags")).toEqual([
      "Ann | ann@example.com | - | Rome | vip",
      "Bob | bob@example.com | - | Oslo | -",
    ]);
  });

  test("keeps a field that a later import has changed, lists it, and puts back the rest (C-U1)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER}\nAnn,ann@example.com,,Rome,\n`);
    const record = await workspace.import(`${HEADER}\nAnna,ann@example.com,,Milan,\n`);
    await workspace.import("Email,City\nann@example.com,Oslo\n");
    const undone = await workspace.undo(record);
    expect(undone.undo?.tally).toEqual({ deleted: 0, restored: 0, partly: 1, kept: 0, gone: 0, merged: 0, erased: 0 });
    const [line] = await workspace.ports.store.undos.lines(record.ref, { afterLine: 0, limit: 10 });
    expect(line).toMatchObject({ line: 2, result: "partly", kept: ["city"] });
    expect(await people(workspace, "full_name", "city")).toEqual(["Ann | Oslo"]);
  });

  test("keeps a created contact that was edited since, unless it is asked otherwise (C-U1)", async () => {
    const workspace = await open();
    const record = await workspace.import(`${HEADER}\nAnn,ann@example.com,,Rome,\nBob,bob@example.com,,,\n`);
    await workspace.import("Email,City\nann@example.com,Oslo\n");
    const undone = await workspace.undo(record);
    expect(undone.undo?.tally).toEqual({ deleted: 1, restored: 0, partly: 0, kept: 1, gone: 0, merged: 0, erased: 0 });
    expect(await people(workspace, "full_name", "city")).toEqual(["Ann | Oslo"]);
    await workspace.undo(record, { includeEdited: true });
    expect(await workspace.contacts()).toEqual([]);
  });

  test("removes a created contact once the later edit is itself undone (C-U1)", async () => {
    const workspace = await open();
    const record = await workspace.import(`${HEADER}\nAnn,ann@example.com,,Rome,\n`);
    const edit = await workspace.import("Email,City\nann@example.com,Oslo\n");
    await workspace.undo(edit);
    await workspace.undo(record);
    expect(await workspace.contacts()).toEqual([]);
  });

  test("takes its tags out of a list that has grown since, and leaves the others (C-U2)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER}\nAnn,ann@example.com,,,vip\n`);
    const record = await workspace.import("Email,Tags\nann@example.com,news\n", { tags: ["fair"] });
    await workspace.import("Email,Tags\nann@example.com,partner\n");
    await workspace.undo(record);
    expect(await people(workspace, "tags")).toEqual(["vip, partner"]);
  });

  test("goes back through several lines of one contact (C-U1, C-H3)", async () => {
    const workspace = await open();
    await workspace.import("Email,City\nann@example.com,Rome\n");
    const record = await workspace.import(
      "Email,City,Phone,Tags\nann@example.com,Oslo,,a\nbob@example.com,,,\nann@example.com,,+14155550101,b\nbob@example.com,Bergen,,\n",
    );
    expect(await told(workspace, record)).toEqual(["2 updated", "3 created", "4 updated", "5 updated"]);
    await workspace.undo(record);
    expect(await people(workspace, "email", "city", "phone", "tags")).toEqual(["ann@example.com | Rome | - | -"]);
  });

  test("of owners, kept columns and custom fields likewise (C-U2)", async () => {
    const workspace = await open();
    await workspace.ports.store.fields.add(workspace.workspace.number, {
      key: "seats",
      label: "Seats",
      type: "number",
      builtin: false,
    });
    const header = "Email,Company,Owner,Seats,Shoe size,Main contact,DNT";
    await workspace.import(`${header}\nann@example.com,Acme,old@example.com,3,38,,\n`);
    const former = await workspace.contacts();
    const record = await workspace.import(
      `${header}\nann@example.com,Acme,new@example.com,4,39,1,yes\n`,
      set("overrideOwners=yes"),
    );
    expect(Object.keys(await changesOf(workspace, record, 2))).toHaveLength(5);
    await workspace.undo(record);
    expect((await workspace.contacts())[0]?.values).toEqual(former[0]?.values);
  });
});

test("the preview of an undo counts and lists what the undo then does, and writes nothing (C-U1)", async () => {
  const workspace = await open();
  await workspace.import("Email,City\nann@example.com,Rome\n");
  const record = await workspace.import(
    "Email,City,Phone\nann@example.com,Oslo,\nbob@example.com,,\nann@example.com,,+14155550101\n",
  );
  await workspace.import("Email,City\nann@example.com,Bergen\n");
  const before = await workspace.contacts();
  const seen: PreviewedLine[] = [];
  const preview = await previewUndo(workspace.ports, record, { only: null, includeEdited: false }, (line) =>
    seen.push(line),
  );
  expect(await workspace.contacts()).toEqual(before);
  expect(seen).toEqual([
    {
      line: 4,
      object: "contact",
      contact: 1,
      result: "restored",
      kept: [],
      back: { phone: ["+14155550101", null] },
      staysIn: null,
    },
    { line: 3, object: "contact", contact: 2, result: "deleted", kept: [], back: {}, staysIn: null },
    { line: 2, object: "contact", contact: 1, result: "kept", kept: ["city"], back: {}, staysIn: null },
  ]);
  expect((await workspace.undo(record)).undo?.tally).toEqual(preview.tally);
});

describe("undoing one line", () => {
  test("leaves the others as they are, and the import done (C-U1)", async () => {
    const workspace = await open();
    const record = await workspace.import(`${HEADER}\nAnn,ann@example.com,,,\nBob,bob@example.com,,,\n`);
    const after = await workspace.undo(record, { only: 2 });
    expect(after.state).toBe("done");
    expect(await people(workspace, "full_name")).toEqual(["Bob"]);
    await workspace.undo(record);
    expect(await workspace.contacts()).toEqual([]);
  });

  test("ends, also in a preview and where all of it was changed since (C-U1)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER}\nAnn,ann@example.com,,Rome,\n`);
    const record = await workspace.import(`${HEADER}\nAnn,ann@example.com,,Oslo,\n`);
    await workspace.import(`${HEADER}\nAnn,ann@example.com,,Bern,\n`);
    const line = { only: 2, includeEdited: false };
    expect(await previewUndo(workspace.ports, record, line)).toMatchObject({ tally: { kept: 1 } });
    expect((await workspace.undo(record, { only: 2 })).undo?.tally).toMatchObject({ kept: 1 });
  });

  test("leaves an import that was interrupted interrupted, so that the other lines still come (C-U1, C-X1)", async () => {
    const workspace = await open();
    const file = "Email\nann@example.com\nbob@example.com\ncy@example.com\n";
    const prepared = accepted(await workspace.prepare(file));
    const stop = new AbortController();
    const run = { signal: stop.signal, onProgress: () => stop.abort() };
    const interrupted = accepted(await runImport(workspace.ports, prepared.ref, run));
    expect((await workspace.undo(interrupted, { only: 2 })).state).toBe("interrupted");
    expect(accepted(await runImport(workspace.ports, prepared.ref)).state).toBe("done");
    expect(await people(workspace, "email")).toEqual(["bob@example.com", "cy@example.com"]);
  });

  test("of a contact that later lines of the file completed keeps it (C-U1)", async () => {
    const workspace = await open();
    const record = await workspace.import("Email,City,Phone\nann@example.com,Oslo,\nann@example.com,,+14155550101\n");
    expect((await workspace.undo(record, { only: 2 })).undo?.tally).toMatchObject({ kept: 1, deleted: 0 });
    expect(await people(workspace, "phone")).toEqual(["+14155550101"]);
  });

  test("that wrote nothing, or was undone before, is refused in words (C-U1)", async () => {
    const workspace = await open();
    const record = await workspace.import(`${HEADER}\nAnn,ann@example.com,,,\nBob,bob@,,,\n`);
    await expect(workspace.undo(record, { only: 3 })).rejects.toThrow("line_unknown");
    await workspace.undo(record, { only: 2 });
    await expect(workspace.undo(record, { only: 2 })).rejects.toThrow("line_unknown");
  });
});

describe("after an undo", () => {
  test("a second one finds nothing left to do and harms nothing (C-U1)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER}\nAnn,ann@example.com,,Rome,\n`);
    const record = await workspace.import(`${HEADER}\nAnna,ann@example.com,,,\nBob,bob@example.com,,,\n`);
    await workspace.undo(record);
    const contacts = await workspace.contacts();
    await workspace.undo(record).catch(() => undefined);
    expect((await workspace.contacts()).map(({ values }) => values)).toEqual(contacts.map(({ values }) => values));
  });

  test("the same file can be imported again, and undone again (C-U1, C-X3)", async () => {
    const workspace = await open();
    const file = `${HEADER}\nAnn,ann@example.com,+14155550101,Rome,vip\nBob,bob@example.com,,,\n`;
    for (let round = 0; round < 2; round++) {
      const record = await workspace.import(file);
      expect(counts(record)).toBe("2 created");
      expect(counts(await workspace.import(file))).toBe("2 unchanged");
      await workspace.undo(record);
      expect(await workspace.contacts()).toEqual([]);
    }
  });

  test("a later import of the same values is not taken back with it: unchanged lines wrote nothing (C-U1)", async () => {
    const workspace = await open();
    const first = await workspace.import(`${HEADER}\nAnn,ann@example.com,,Rome,\n`);
    const second = await workspace.import(`${HEADER}\nAnn,ann@example.com,,Rome,\n`);
    await workspace.undo(second);
    expect(await people(workspace, "full_name")).toEqual(["Ann"]);
    await workspace.undo(first);
    expect(await workspace.contacts()).toEqual([]);
  });

  test("numbers of deleted contacts are not given to others, whose ids would then lead to strangers (C-H5)", async () => {
    const workspace = await open();
    const first = await workspace.import(`${HEADER}\nAnn,ann@example.com,,,\n`);
    const ann = encodeId("con", workspace.workspace.idKey, 1);
    await workspace.undo(first);
    await workspace.import(`${HEADER}\nBob,bob@example.com,,,\n`);
    const record = await workspace.import(`Contact ID,City\n${ann},Rome\n`, { mode: "update" });
    expect(await told(workspace, record)).toEqual(["2 failed: contact_not_in_workspace"]);
  });
});
