/** Exports and templates as Excel workbooks: nothing in them runs, and importing them again changes nothing (C-C1 to C-C3). */
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { type ExportPage, exportRows } from "../../src/app/export/export-contacts.ts";
import { contactsTemplate } from "../../src/app/export/template.ts";
import { workbookRows } from "../../src/app/table/workbook-rows.ts";
import { protectCell, unprotectCell } from "../../src/core/tabular/rows/protect-cell.ts";
import { writeXlsx } from "../../src/source/workbook/write-xlsx.ts";
import { rowsOf } from "../support/read-format.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const open: TestWorkspace[] = [];
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});
async function workspace(): Promise<TestWorkspace> {
  const made = await testWorkspace();
  open.push(made);
  return made;
}

async function workbook(pages: AsyncIterable<ExportPage>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx(workbookRows(pages), "Contacts")) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* page(...rows: readonly (readonly string[])[]): AsyncGenerator<ExportPage> {
  yield { rows, contacts: 0 };
}

describe("C-C3: a workbook that Muster writes", () => {
  test("gives back every text, whatever it holds, and no cell is a formula", async () => {
    const odd = [
      "=1+1",
      "+14155550100",
      "-5",
      "@x",
      "'=1",
      "'tis",
      "00123",
      "a\r\nb\tc",
      "_x000D_",
      "_x005F_x41_",
      " x ",
      "<b>&amp;",
      "\u0001\u001f",
      "😀é\ufffe",
      "]]>",
      "4.479E+11",
    ];
    const file = await workbook(page(["head", "end"], ...odd.map((text) => [protectCell(text), "."])));
    const rows = await rowsOf(file, { overrides: { header: true } });
    expect(Array.isArray(rows) && rows.slice(1).map((row) => unprotectCell((row as string[])[1] ?? ""))).toEqual(odd);
    expect(Array.isArray(rows) && rows[1]).toEqual([2, "=1+1", "."]);
  });

  test("gives back any text at all", async () => {
    const texts = fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, async (made) => {
        // NUL is no character of any database, and is dropped with a word about it wherever it comes from.
        const values = made.map((text) => text.replaceAll("\0", ""));
        const file = await workbook(page(["a", "b"], ...values.map((text) => [protectCell(text), "."])));
        const rows = await rowsOf(file, { overrides: { header: true } });
        expect(Array.isArray(rows) && rows.slice(1).map((row) => unprotectCell((row as string[])[1] ?? ""))).toEqual(
          values,
        );
      }),
      { numRuns: 40 },
    );
  });

  test("cannot hold a value that is longer than a cell, and says so", async () => {
    await expect(workbook(page(["head"], ["x".repeat(32_768)]))).rejects.toMatchObject({
      refusal: { code: "workbook_too_small" },
    });
  });
});

test("C-C2: an exported workbook, imported again, changes nothing; an edited one changes what was edited", async () => {
  const it = await workspace();
  await it.import(
    'email,phone,notes,tags\nann@example.com,+14155550100,"=1+1\nand more","vip, new"\nbob@example.com,,\'=x,\n',
  );
  const pages = accepted(await exportRows(it.ports, it.workspace, { search: null, filters: [], fields: null }));
  const file = await workbook(pages);
  const again = await it.import(file, { mode: "update" });
  expect(again.progress?.tally).toMatchObject({ outcomes: { unchanged: 2, updated: 0 }, problems: {}, warnings: {} });
});

test("C-C1: a template as a workbook maps by itself, and its example is taken", async () => {
  const it = await workspace();
  const template = accepted(await contactsTemplate(it.ports, it.workspace, { mode: null, preset: null }));
  const record = await it.import(await workbook(page(...template.rows)));
  expect(record.progress?.tally).toMatchObject({ outcomes: { created: 1 }, problems: {}, warnings: {} });
  expect(record.settings.mapping.every(({ target }) => target.to === "field")).toBe(true);
});
