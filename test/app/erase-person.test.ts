/** People who are erased: nothing in the data folder names them any more, and every ledger still balances. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { erasePeople, planErasure } from "../../src/app/contact/erase-person.ts";
import { errorFile } from "../../src/app/export/error-lines.ts";
import { makeReceipt, verifyReceipt } from "../../src/app/import/receipt.ts";
import { cancelImport } from "../../src/app/import/run-import.ts";
import type { ImportRecord } from "../../src/app/ports.ts";
import { linesIn } from "../../src/core/plan/outcome.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

const FILE = `email,full_name,phone,notes
ann@example.com,Zaphira Quux,+14155550100,"likes
zebras"
bob@example.com,Bob Bell,+14155550102,plain
ANN@example.com,Zaphira Quux-Miller,,again
nobody,Cy Cole,,
`;

async function numberOf(email: string): Promise<number> {
  const found = (await it.contacts()).find(({ values }) => values.get("email") === email);
  if (!found) throw new Error(`no ${email}`);
  return found.number;
}

async function erase(email: string) {
  const plan = accepted(await planErasure(it.ports, it.workspace, [await numberOf(email)]));
  const erased = accepted(await erasePeople(it.ports, it.workspace, { plan, by: "ops" }));
  expect(await it.ports.store.erasures.needsCompacting()).toBe(true);
  expect(await it.ports.store.erasures.compact()).toBe(true);
  expect(await it.ports.store.erasures.needsCompacting()).toBe(false);
  return erased;
}

/** Every byte of the data folder, once the database has been closed by nobody and checkpointed by the erasure. */
function traces(...texts: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(it.folder, "data"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name)).toString("latin1").toLowerCase();
    for (const text of texts) if (bytes.includes(text.toLowerCase())) found.push(`${entry.name}: ${text}`);
  }
  return found;
}

/** Contacts in the search index. */
async function indexed(): Promise<number> {
  const database = new DatabaseSync(join(it.folder, "data", "muster.db"), { readOnly: true });
  const { count } = database.prepare("select count(*) as count from contact_search").get() ?? {};
  database.close();
  return Number(count);
}

async function errorsOf(record: ImportRecord): Promise<string> {
  const words = { contact: String, object: "contact" } as const;
  const asked = { choice: { outcome: "failed", problem: null }, words, limit: null } as const;
  const pieces: string[] = [];
  for await (const piece of errorFile(it.ports, await again(record), asked)) pieces.push(piece);
  return pieces.join("");
}

const again = async (record: ImportRecord) => (await it.ports.store.imports.get(record.ref))!;

describe("an erased person", () => {
  test("is in no contact, ledger, before-image or stored file, and the ledger balances (C-X1, C-X9)", async () => {
    it = await testWorkspace({ policy: { inFile: "merge", onContradiction: "update" } });
    const first = await it.import(FILE);
    const second = await it.import(
      "email,full_name,city\nann@example.com,Zaphira Renamed,Rome\nbob@example.com,Bob Bell,Oslo\n",
    );
    const before = await it.lines(first);
    expect(await it.ports.store.searchIndex.catchUp(it.workspace.number, 1000)).toBe(false);
    const inIndex = await indexed();
    const done = await erase("ann@example.com");
    expect(done.places).toMatchObject({ contacts: 1, imports: 2, files: 2 });
    expect(traces("ann@example.com", "zaphira", "quux", "zebras", "4155550100", "renamed")).toEqual([]);
    expect(await indexed()).toBe(inIndex - 1);
    expect((await it.contacts()).map(({ values }) => values.get("email"))).toEqual(["bob@example.com"]);
    const after = await it.lines(first);
    expect(after.map(({ line, offset, outcome }) => [line, offset, outcome])).toEqual(
      before.map(({ line, offset, outcome }) => [line, offset, outcome]),
    );
    expect(after.filter(({ erased }) => erased).map(({ line }) => line)).toEqual([2, 5]);
    expect(after[0]).toMatchObject({ contact: null, match: null, changes: null, erased: true });
    for (const record of [first, second]) {
      const now = await again(record);
      expect(linesIn(now.progress!.tally.outcomes)).toBe((await it.lines(record)).length);
    }
  });

  test("leaves a receipt that is still checked, line by line, but for what was erased (C-X8, C-X9)", async () => {
    it = await testWorkspace({ batchRows: 300 });
    const rows = Array.from({ length: 2500 }, (_, at) => `p${at}@example.com,Person ${at}`);
    const done = await it.import(`email,full_name\n${rows.join("\n")}\n`);
    const receipt = accepted(await makeReceipt(it.ports, it.workspace, done));
    await erase("p10@example.com");
    await erase("p11@example.com");
    await erase("p2400@example.com");
    const verified = accepted(await verifyReceipt(it.ports, it.workspace, receipt));
    expect(verified.differences).toEqual([]);
    expect(verified.erasedLines).toEqual([12, 13, 2402]);
    const again = accepted(await makeReceipt(it.ports, it.workspace, (await it.ports.store.imports.get(done.ref))!));
    expect(again).toEqual(receipt);
    const spoiled = new DatabaseSync(join(it.folder, "data", "muster.db"));
    // In the last block, in which a line was erased: the others are still checked.
    spoiled.exec(
      "insert into ledger_line (workspace_id, import_id, line, byte_offset, outcome) select workspace_id, import_id, 999999, 1, 4 from import",
    );
    spoiled.close();
    const tampered = accepted(await verifyReceipt(it.ports, it.workspace, receipt));
    expect(tampered.differences.map(({ what }) => what)).toContain("ledger");
  });

  test("is not brought back by an undo, which says so (C-U1, C-X9)", async () => {
    it = await testWorkspace();
    const first = await it.import(FILE);
    await erase("ann@example.com");
    const undone = await it.undo(await again(first));
    expect(undone.undo?.tally).toMatchObject({ erased: 1, deleted: 1 });
    expect(await it.contacts()).toEqual([]);
    expect(undone.state).toBe("undone");
  });

  test("is a new contact when the same file is imported again", async () => {
    it = await testWorkspace();
    await it.import(FILE);
    await erase("ann@example.com");
    const second = await it.import(FILE);
    expect(second.progress?.tally.outcomes).toMatchObject({ created: 1, unchanged: 1 });
    expect(await numberOf("ann@example.com")).toBeGreaterThan(2);
    // And can be erased again, from both imports of it.
    await erase("ann@example.com");
    expect(traces("ann@example.com", "zaphira")).toEqual([]);
  });

  test("takes along those merged into them, and rows that were refused under their address (C-H6)", async () => {
    it = await testWorkspace({ policy: { inFile: "fail" } });
    const first = await it.import("email,full_name\nann@example.com,Zaphira Quux\nquux@example.org,Zaphira Q\n");
    const failed = await it.import(
      "email,full_name\nANN@example.com,Zaphira A\nann@example.com,Zaphira B\nx@example.com,Xi\n",
    );
    const [kept, other] = [await numberOf("ann@example.com"), await numberOf("quux@example.org")];
    accepted(
      await it.ports.store.merges.merge(it.workspace.number, { kept, others: [other], by: "ops", at: 1 }, () => ({
        ok: true,
        value: { changes: {}, mains: [], conflicts: [] } as never,
      })),
    );
    const done = await erase("ann@example.com");
    expect(done.places).toMatchObject({ contacts: 2, merges: 1 });
    expect(traces("ann@example.com", "quux", "zaphira")).toEqual([]);
    const lines = await it.lines(failed);
    expect(lines.map(({ outcome, erased }) => [outcome, erased ?? false])).toEqual([
      ["failed", true],
      ["failed", true],
      ["created", false],
    ]);
    expect((await errorsOf(failed)).trim().split("\n")).toHaveLength(1);
    expect((await it.lines(first)).every(({ erased }) => erased)).toBe(true);
  });

  test("is in no answer that is kept for a request that comes again; what it is of stays (C-X9)", async () => {
    it = await testWorkspace();
    await it.import(FILE);
    const { idempotency } = it.ports.store;
    const key = { workspace: it.workspace.number, caller: "key:a", key: "once" };
    const by = { holder: "me", now: 1, since: 0, isGone: () => false };
    const samples = [["Zaphira Quux", "Bob Bell"], ["Ann <ann@example.com>"]];
    const body = JSON.stringify({
      import: "imp_1",
      state: "plain",
      mapping: samples,
      lost: [{ value: "+14155550100" }],
    });
    await idempotency.begin(key, by);
    const answer = { status: 202, headers: { location: "/imports/imp_1" }, body };
    await idempotency.finish(key, "me", { digest: "digest", answer });
    await erase("ann@example.com");
    const earlier = await idempotency.begin(key, by);
    const kept = typeof earlier === "string" ? null : earlier.answer;
    expect([kept?.status, kept?.headers]).toEqual([202, { location: "/imports/imp_1" }]);
    expect(JSON.parse(kept?.body ?? "")).toEqual({
      import: "imp_1",
      state: "plain",
      mapping: [["", "Bob Bell"], [""]],
      lost: [{ value: "" }],
    });
    expect(traces("ann@example.com", "zaphira", "quux")).toEqual([]);
  });

  test("waits for imports that are planned with their rows, or at work", async () => {
    it = await testWorkspace();
    await it.import(FILE);
    const planned = await it.plan("email,city\nann@example.com,Rome\n");
    const refused = await planErasure(it.ports, it.workspace, [await numberOf("ann@example.com")]);
    expect(refused).toMatchObject({ refusal: { code: "waiting_import_names_them" } });
    await it.ports.store.imports.patch(planned, { state: "running" });
    expect(await planErasure(it.ports, it.workspace, [await numberOf("ann@example.com")])).toMatchObject({
      refusal: { code: "import_at_work" },
    });
  });

  test("is found in corrected lines of theirs, whatever was corrected in them (C-X9)", async () => {
    it = await testWorkspace();
    const first = await it.import(FILE);
    const errors = await errorsOf(first);
    expect(errors).toContain("ANN@example.com,Zaphira Quux-Miller");
    const corrected = errors.replace("ANN@example.com", "zq@elsewhere.test");
    const planned = await it.plan(corrected);
    const ann = await numberOf("ann@example.com");
    expect(await planErasure(it.ports, it.workspace, [ann])).toMatchObject({
      refusal: { code: "waiting_import_names_them" },
    });
    accepted(await cancelImport(it.ports, planned.ref));
    const failing = await it.import(errors.replace("ANN@example.com", "zq@"));
    expect((await it.lines(failing)).map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
    await erase("ann@example.com");
    expect(traces("zq@", "zaphira", "quux")).toEqual([]);
    expect((await it.lines(failing)).map(({ erased }) => erased ?? false)).toEqual([true, false]);
  });
});
