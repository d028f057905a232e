/** What would change under another preset, line by line; and imports that leave the workspace. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { policyDiff } from "../../src/app/import/policy-diff.ts";
import { removeImport } from "../../src/app/import/remove-import.ts";
import { UNSAID } from "../support/unsaid.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

const PEOPLE =
  "email,full_name\nann@example.com,Ann\nann@example.com,Bea\nbob@example.com,Bob\nbad@,Bad\nzoe@example.com,Zoe\n";

async function diffOf(preset: string, text = PEOPLE, limit = 10, map: readonly string[] = []) {
  const path = join(it.folder, "diff.csv");
  writeFileSync(path, text);
  const { preset: _, ...unsaid } = UNSAID;
  return policyDiff(it.ports, it.workspace, { path, preset, import: { ...unsaid, map }, limit });
}

const imports = () => it.ports.store.imports.list(it.workspace.number, { limit: 10, before: null });
const storedFiles = () => readdirSync(join(it.folder, "data", "files"));

describe("a policy diff", () => {
  test("counts the outcomes under both and names each line that differs, with the reason (C-X7)", async () => {
    it = await testWorkspace();
    const diff = accepted(await diffOf("agency-crm"));
    expect(diff).toMatchObject({
      now: { tally: { outcomes: { created: 3, failed: 2 } } },
      under: { tally: { outcomes: { created: 2, failed: 3 } } },
      differing: 1,
      lines: [{ line: 2, now: { outcome: "created" }, under: { outcome: "failed" } }],
    });
    expect(diff.lines[0]?.under.problems[0]?.code).toBe("duplicate_email");
    expect(diff.keys.map(({ key }) => key)).toContain("inFile");
    expect((await diffOf("simple-crm", PEOPLE, 1)).ok).toBe(true);
  });

  test("names the lines that would write other values, created or updated, and which (C-X7)", async () => {
    it = await testWorkspace();
    await it.import("email,phone\nzoe@example.com,+14155550100\n");
    const text = "email,phone,birthday,tags\nann@example.com,(415) 555-0101,03/04/1980,a.b\nbob@example.com,,,\n";
    const diff = accepted(await diffOf("agency-crm", text));
    expect(diff).toMatchObject({ differing: 0, otherChanges: 1 });
    expect(diff.values).toEqual([
      {
        line: 2,
        values: { phone: [null, "+14155550101"], birthday: [null, "1980-03-04"], tags: ['["a.b"]', '["a","b"]'] },
      },
    ]);
    const updated = accepted(await diffOf("simple-crm", "email,city,Pet\nzoe@example.com,Rome,Cat\n"));
    expect(updated.values).toEqual([{ line: 2, values: { "kept:Pet": ["Cat", null] } }]);
  });

  test("leaves nothing behind: no import, no file, no contact, no mapping that was said (C-X7, C-D7)", async () => {
    it = await testWorkspace();
    accepted(await diffOf("simple-crm", PEOPLE, 10, ["full_name=notes"]));
    expect(await it.ports.store.mappings.list(it.workspace.number)).toEqual([]);
    expect(await imports()).toEqual([]);
    expect(storedFiles()).toEqual([]);
    expect(await it.contacts()).toEqual([]);
    const done = await it.import(PEOPLE);
    accepted(await diffOf("simple-crm"));
    expect((await imports()).map(({ id }) => id)).toEqual([done.id]);
    expect(storedFiles()).toEqual([done.settings.source.digest]);
  });

  test("says where a file would be turned away whole, and is refused where both turn it away (C-X7)", async () => {
    it = await testWorkspace();
    const vcard = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEMAIL:ann@example.com\nEND:VCARD\n";
    const diff = accepted(await diffOf("simple-crm", vcard));
    expect(diff).toMatchObject({ under: { refusal: { code: "format_not_accepted" } }, differing: 0 });
    expect(await diffOf("simple-crm", "")).toMatchObject({ ok: false, refusal: { code: "file_empty" } });
    expect(await diffOf("none")).toMatchObject({ ok: false, refusal: { code: "preset_unknown" } });
    expect(await imports()).toEqual([]);
  });
});

describe("an import that is removed", () => {
  test("is gone with its file and its ledger; contacts stay, and other imports can be undone", async () => {
    it = await testWorkspace();
    const first = await it.import("email,notes\nann@example.com,first secret\nbad@,second secret\n");
    const second = await it.import("email,notes\nann@example.com,third\n");
    accepted(await removeImport(it.ports, first.ref));
    expect((await imports()).map(({ id }) => id)).toEqual([second.id]);
    expect(storedFiles()).toEqual([second.settings.source.digest]);
    expect(await it.lines(first)).toEqual([]);
    await it.undo(second);
    expect((await it.contacts()).map(({ values }) => values.get("notes"))).toEqual(["first secret"]);
  });

  test("keeps a file that another import was made of, and is refused while it is not at its end", async () => {
    it = await testWorkspace();
    const first = await it.import(PEOPLE);
    const second = await it.import(PEOPLE);
    accepted(await removeImport(it.ports, first.ref));
    expect(storedFiles()).toEqual([second.settings.source.digest]);
    await it.ports.store.imports.patch(second, { state: "interrupted" });
    expect(await removeImport(it.ports, second.ref)).toMatchObject({ refusal: { code: "import_state_invalid" } });
  });
});
