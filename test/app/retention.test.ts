/** What a workspace does not keep any longer goes, and what stays is still accounted for. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { uploadedFile } from "../../src/app/import/kept-file.ts";
import { makeReceipt, verifyReceipt } from "../../src/app/import/receipt.ts";
import { undoImport } from "../../src/app/import/undoing/undo-import.ts";
import type { ImportRecord, Ports, Workspace } from "../../src/app/ports.ts";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { applyRetention, retainDaily } from "../../src/app/workspace/apply-retention.ts";
import { linesIn } from "../../src/core/plan/outcome.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

const DAY = 86_400_000;
const people = (count: number, city: string): string =>
  `email,full_name,city\n${Array.from({ length: count }, (_, at) => `p${at}@e.com,P${at},${city}`).join("\n")}\n`;

const later = (days: number): Ports => ({ ...it.ports, now: () => it.ports.now() + days * DAY });
const keeping = (policy: Partial<Workspace["policy"]>): Workspace => ({
  ...it.workspace,
  policy: { ...it.workspace.policy, ...policy },
});
const again = async ({ ref }: ImportRecord): Promise<ImportRecord> => (await it.ports.store.imports.get(ref))!;
const files = (): readonly string[] => readdirSync(join(it.folder, "data", "files"));

test("stored files go when their time is over, and everything that would read one says so (C-X9)", async () => {
  it = await testWorkspace();
  const first = await it.import(people(3, "Rome"));
  const receipt = accepted(await makeReceipt(it.ports, it.workspace, first));
  const workspace = keeping({ keepFiles: 30 * DAY });
  expect(await applyRetention(later(20), workspace)).toEqual({ files: [], histories: [] });
  expect(await applyRetention(later(40), workspace, { dryRun: true })).toEqual({ files: [first.id], histories: [] });
  expect(files()).toHaveLength(1);
  expect(await applyRetention(later(40), workspace)).toEqual({ files: [first.id], histories: [] });
  expect(await applyRetention(later(40), workspace)).toEqual({ files: [], histories: [] });
  expect(files()).toEqual([]);
  expect(uploadedFile(await again(first))).toMatchObject({ refusal: { code: "source_file_expired" } });
  const [contact] = await it.contacts();
  const card = await contactCard(it.ports, it.workspace, contact!);
  expect(card.values.find(({ key }) => key === "city")).toMatchObject({
    value: "Rome",
    origin: { line: 2, raw: null },
  });
  const verified = accepted(await verifyReceipt(it.ports, it.workspace, receipt));
  expect(verified.differences).toEqual([]);
  expect(verified.notes.join()).toContain("The stored file was removed");
  // What the file made can still be taken back, and the same bytes are a file of their own.
  const second = await it.import(people(3, "Rome"));
  expect(second.progress?.tally.outcomes.unchanged).toBe(3);
  expect(files()).toHaveLength(1);
  expect((await it.undo(await again(first))).state).toBe("undone");
});

test("no value of a file that is gone is left in what shows its columns, whatever they are about (C-X9)", async () => {
  it = await testWorkspace();
  await it.import("pipeline_name,stage_name\nSales,New\n", { object: "stage" });
  const file = "email,deal name,deal notes\nann@e.com,Roof of Berta,Berta is ill\n";
  const record = await it.import(file, { withOpportunities: true });
  expect(JSON.stringify(record.settings)).toMatch(/ann@e\.com.*Berta is ill/);
  await applyRetention(later(40), keeping({ keepFiles: 30 * DAY }));
  expect(JSON.stringify((await again(record)).settings)).not.toMatch(/ann@e\.com|Berta/);
});

test("histories go when their time is over: the ledger balances, and an undo is refused (C-X1, C-X9)", async () => {
  it = await testWorkspace({ batchRows: 700 });
  await it.import(people(2300, "Rome"));
  const second = await it.import(people(2300, "Oslo"));
  const receipt = accepted(await makeReceipt(it.ports, it.workspace, second));
  const before = await it.lines(second);
  const retained = await applyRetention(later(400), keeping({ keepHistory: 365 * DAY }));
  expect(retained.histories).toContain(second.id);
  const after = await it.lines(second);
  expect(after.map(({ line, outcome, contact }) => [line, outcome, contact])).toEqual(
    before.map(({ line, outcome, contact }) => [line, outcome, contact]),
  );
  expect(JSON.stringify(after)).not.toMatch(/Rome|Oslo|@e\.com/);
  const now = await again(second);
  expect(linesIn(now.progress!.tally.outcomes)).toBe(after.length);
  expect(accepted(await verifyReceipt(it.ports, it.workspace, receipt)).differences).toEqual([]);
  expect(await undoImport(it.ports, second.ref, { only: null, includeEdited: false })).toMatchObject({
    refusal: { code: "history_expired" },
  });
  expect(await applyRetention(later(400), keeping({ keepHistory: 365 * DAY }))).toEqual({ files: [], histories: [] });
});

test("a worker looks after it once a day, and keeps all of it unless the policy says otherwise", async () => {
  it = await testWorkspace();
  const first = await it.import(people(2, "Rome"));
  await retainDaily(later(900), it.workspace);
  expect(files()).toHaveLength(1);
  await retainDaily(later(900), keeping({ keepFiles: DAY }));
  expect(files()).toHaveLength(1);
  await retainDaily(later(902), keeping({ keepFiles: DAY }));
  expect(files()).toEqual([]);
  expect((await again(first)).settings.source.since?.expiredAt).toBeGreaterThan(0);
});
