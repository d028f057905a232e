/** A receipt kept elsewhere, and a workspace that is checked against it. */
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { makeReceipt, type Receipt, verifyReceipt } from "../../src/app/import/receipt.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

const people = (count: number): string =>
  `email,full_name\n${Array.from({ length: count }, (_, at) => `p${at}@${at % 50 === 0 ? "" : "e.com"},P${at}`).join("\n")}\n`;

async function receiptOf(count: number): Promise<Receipt> {
  const done = await it.import(people(count));
  const made = accepted(await makeReceipt(it.ports, it.workspace, done));
  expect(made.receipt).toBe(done.receipt);
  return JSON.parse(JSON.stringify(made)) as Receipt;
}

const differences = async (receipt: Receipt) =>
  accepted(await verifyReceipt(it.ports, it.workspace, receipt)).differences;
const whatDiffers = async (receipt: Receipt) => (await differences(receipt)).map(({ what }) => what);

function spoil(sql: string): void {
  const database = new DatabaseSync(join(it.folder, "data", "muster.db"));
  database.exec(sql);
  database.close();
}

describe("a workspace", () => {
  test("is as its receipt says, also when contacts have changed since and the import is undone (C-X8)", async () => {
    it = await testWorkspace({ batchRows: 300 });
    const receipt = await receiptOf(2500);
    expect(receipt.ledger).toMatchObject({ lines: 2500, outcomes: { created: 2450, failed: 50 } });
    expect(await differences(receipt)).toEqual([]);
    await it.import("email,full_name\np1@e.com,Somebody Else\n");
    const [first] = await it.ports.store.imports.list(it.workspace.number, { limit: 1, before: 2 });
    await it.undo(first!);
    expect(await differences(receipt)).toEqual([]);
  });

  test("that was tampered with is told from it, to the part and the lines (C-X8)", async () => {
    it = await testWorkspace({ batchRows: 300 });
    const receipt = await receiptOf(2500);
    spoil("update ledger_line set problems = null where line > 1500 and line < 1600");
    expect(await differences(receipt)).toEqual([
      { what: "ledger", says: "The ledger's first difference is on lines 1002 to 2001." },
    ]);
    spoil("delete from ledger_line where line > 2000");
    expect((await differences(receipt))[0]?.says).toBe("The ledger has 2490 lines, the receipt 2500.");
  });

  test("with another file or policy than the receipt's is told from it (C-X8)", async () => {
    it = await testWorkspace();
    const receipt = await receiptOf(5);
    const path = join(it.folder, "data", "files", receipt.file.digest);
    appendFileSync(path, "x");
    expect(await whatDiffers(receipt)).toEqual(["file"]);
    rmSync(path);
    expect(await differences(receipt)).toEqual([{ what: "file", says: "The stored file is gone." }]);
    spoil("update import set settings = json_set(settings, '$.policy.inFile', 'last')");
    expect(await differences(receipt)).toContainEqual({ what: "policy", says: "The policy is another one: inFile." });
  });

  test("does not believe a receipt whose parts were changed (C-X8)", async () => {
    it = await testWorkspace();
    const receipt = await receiptOf(5);
    const forged = { ...receipt, policy: { ...receipt.policy, inFile: "last" as const } };
    expect(await whatDiffers(forged)).toEqual(["receipt", "policy"]);
    const { ledger, file } = receipt;
    const praised = { ...receipt, ledger: { ...ledger, outcomes: { ...ledger.outcomes, created: 5, failed: 0 } } };
    expect(await differences(praised)).toEqual([
      { what: "ledger", says: "The receipt counts other lines: created, failed." },
    ]);
    expect(await whatDiffers({ ...receipt, ledger: { ...ledger, lines: 6 } })).toEqual(["ledger"]);
    expect(await whatDiffers({ ...receipt, file: { ...file, name: "other.csv" } })).toEqual(["file"]);
    expect(await verifyReceipt(it.ports, it.workspace, { ...receipt, import: "imp_0000000000" })).toMatchObject({
      refusal: { code: "import_unknown" },
    });
    const planned = await it.plan(people(5));
    expect(await makeReceipt(it.ports, it.workspace, planned)).toMatchObject({
      refusal: { code: "import_state_invalid" },
    });
  });
});
