/** Objects and cards without a value are blank lines: no line of the ledger, and counted as those of a CSV are (C-X1). */
import { afterEach, describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";
import { importServer } from "../support/import-server.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const card = (...properties: readonly string[]): string =>
  ["BEGIN:VCARD", "VERSION:3.0", ...properties, "END:VCARD", ""].join("\n");

const FILES: readonly (readonly [string, string, readonly number[], number])[] = [
  ["CSV", "Email,Name\na@example.com,\n,\n,\nb@example.com,\n", [2, 5], 2],
  ["JSON", '[{"Email":"a@example.com"},{"Name":null},{},{"Email":" ","Name":""},{"Email":"b@example.com"}]', [1, 5], 3],
  ["NDJSON", '{"Email":"a@example.com"}\n{"Name":null}\n{}\n{"Email":"b@example.com"}\n{"Email":""}\n', [1, 4], 3],
  ["cards", card("EMAIL:a@example.com") + card() + card("EMAIL:b@example.com"), [1, 8], 1],
];

let here: TestWorkspace | null = null;
afterEach(async () => {
  await here?.close();
  here = null;
});

describe.each(FILES)("of %s", (_, text, lines, blank) => {
  test("an import counts them", async () => {
    here = await testWorkspace();
    const record = await here.import(text);
    expect(record.scan).toMatchObject({ lines: lines.length, blankLines: blank });
    expect((await here.lines(record)).map(({ line, outcome }) => [line, outcome])).toEqual(
      lines.map((line) => [line, "created"]),
    );
  });

  test("the library counts them", () => {
    const table = read(text);
    if (!table.ok) throw new Error(table.refusal.message);
    expect(table.value.rows.map(({ line }) => line)).toEqual(lines);
    expect(table.value.blankLines).toBe(blank);
  });
});

test("rows sent to the API are counted so, too", async () => {
  const server = await importServer();
  const rows = [{ Email: "a@example.com" }, {}, { Email: null }, { Email: "b@example.com" }];
  const headers = { "content-type": "application/json" };
  const { json } = await server.send("POST /imports?wait=20", { body: JSON.stringify(rows), headers });
  expect([json.state, json.lines, json.blankLines]).toEqual(["done", 2, 2]);
});
