/** Lines of a plan with the cells of the file beside them. */
import { expect, test } from "vitest";
import { importServer } from "../support/import-server.ts";

const PEOPLE = "Email,Name\nann@example.com,Ann\nbob@,Bob\n";

test("lines come with the cells of their rows as they count, and say which a person has corrected (C-P1)", async () => {
  const server = await importServer();
  const { json } = await server.send("POST /imports?dryRun=true&wait=20", { body: PEOPLE });
  const linesOf = async (query: string) => (await server.send(`GET /imports/${json.import}/lines${query}`)).json.items;
  const [first] = await linesOf("");
  expect(first).not.toHaveProperty("cells");
  await server.send(`PATCH /imports/${json.import}?wait=20`, {
    body: JSON.stringify({ cells: [{ line: 3, column: "Email", value: "bob@example.com" }] }),
    headers: { "content-type": "application/json" },
  });
  expect(await linesOf("?cells=true")).toMatchObject([
    { line: 2, cells: ["ann@example.com", "Ann"], corrected: [] },
    { line: 3, cells: ["bob@example.com", "Bob"], corrected: [0] },
  ]);
});
