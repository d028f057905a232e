/** A column of currencies beside one of amounts: a row in another currency than most is told, and keeps its number. */
import { describe, expect, test } from "vitest";
import { fixCells } from "../../src/app/import/changing/fix-cells.ts";
import { addCustomField } from "../../src/app/workspace/custom-fields.ts";
import { withCurrency } from "../../src/core/mapping/currency-columns.ts";
import { people, told, workspaces } from "../scenario/story.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const newWorkspace = workspaces();

async function open(): Promise<TestWorkspace> {
  const workspace = await newWorkspace();
  const fee = { key: "fee", label: "Fee", type: "money", options: [], holdsExternalId: false };
  accepted(await addCustomField(workspace.ports, workspace.workspace, fee));
  return workspace;
}

const file = (header: string, rows: readonly (readonly [string, string])[]): string =>
  [`Email,Fee,${header}`, ...rows.map(([fee, own], at) => `p${at}@example.com,"${fee}",${own}`), ""].join("\n");

const problemsOf = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.includes(":"));

const MIXED = [
  ["5", "EUR"],
  ["6", "USD"],
  ["(7,5)", "€"],
  ["$8", "EUR"],
  ["9", ""],
  ["", "USD"],
  ["much", "USD"],
] as const;

describe("the currency of an amount (C-E6)", () => {
  test.each(["Currency", "Währung", "Deal currency code", "Devise"])("may stand beside it: %s", async (header) => {
    const workspace = await open();
    const record = await workspace.import(file(header, MIXED));
    expect(await told(workspace, record)).toEqual([
      "2 created",
      "3 created: currency_differs (Fee)",
      "4 created",
      "5 created: currency_differs (Fee)",
      "6 created",
      "7 created",
      "8 created: number_unreadable (Fee)",
    ]);
    expect(await people(workspace, "fee")).toEqual(["5", "6", "-7.5", "8", "9", "-", "-"]);
    expect(record.scan?.says).toContain("Fee: most amounts are in EUR, and 6 USD on line 3 is in USD");
  });

  test("is no matter where all rows have one, where the column says something else, or is a field of its own", async () => {
    const workspace = await open();
    const same = file("Currency", [
      ["5", "EUR"],
      ["6", "EUR"],
    ]);
    const other = file("Currency risk", [
      ["5", "EUR"],
      ["6", "high"],
    ]);
    const kind = file("Kind", [
      ["5", "EUR"],
      ["6", "USD"],
    ]);
    for (const text of [same, other, kind])
      expect(problemsOf(await told(workspace, await workspace.import(text)))).toEqual([]);
    const field = { key: "fee_currency", label: "Fee currency", type: "text", options: [], holdsExternalId: false };
    accepted(await addCustomField(workspace.ports, workspace.workspace, field));
    const own = await workspace.import(file("Fee currency", MIXED.slice(0, 3)));
    expect(problemsOf(await told(workspace, own))).toEqual([]);
  });

  test("that is corrected in a plan is the row's at once", async () => {
    const workspace = await open();
    const planned = await workspace.plan(file("Currency", MIXED.slice(0, 3)));
    const cells = [{ line: 3, column: "Currency", value: "EUR" }];
    const fixed = accepted(await fixCells(workspace.ports, planned.ref, { cells, everywhere: [], by: "ann" }));
    expect(await told(workspace, fixed)).toEqual(["2 created", "3 created", "4 created"]);
    expect(fixed.scan?.says.join()).not.toContain("most amounts");
  });

  test("goes behind an amount that names none", () => {
    expect(withCurrency("6", "usd")).toBe("6 USD");
    expect(withCurrency("6 €", "USD")).toBe("6 €");
    expect(withCurrency("6", "much")).toBe("6");
    expect(withCurrency("", "USD")).toBe("");
  });
});
