/** Which values stand in a column, how often, and what each becomes: what a person needs to see to say otherwise. */
import { expect, test } from "vitest";
import { VALUES_SHOWN } from "../../src/app/limits.ts";
import { csv, form, type ImportServer, importServer } from "../support/import-server.ts";

const FILE = csv("Email,Country,Plan\na@b.co,Germany,Gold\nc@d.co,Mordor,gold \ne@f.co, germany,Tin\ng@h.co,,\n");

async function uploaded(server: ImportServer, file: Blob): Promise<string> {
  return (await server.send("POST /uploads", { body: form(["file", file]) })).json.upload;
}

test("C-D8: the values of a column come with their counts, whatever their case, and with what each becomes", async () => {
  const server = await importServer();
  const upload = await uploaded(server, FILE);
  const { json } = await server.send(`GET /uploads/${upload}/values?column=1&field=country`);
  expect(json).toMatchObject({ more: 0, rows: 4, isWhole: true });
  expect(json.values).toMatchObject([
    { value: "Germany", count: 2, becomes: "DE", problem: null },
    { value: "Mordor", count: 1, becomes: null, problem: { code: "country_unknown" } },
  ]);
  const unknown = await server.send(`GET /uploads/${upload}/values?column=1&field=nowhere`);
  expect([unknown.status, unknown.json.code]).toEqual([404, "field_unknown"]);
});

test("C-D8: options that are not a field's are said to be none, unless imports may add them", async () => {
  const server = await importServer({ policy: { createOptions: false } });
  const field = { key: "plan", label: "Plan", type: "single_choice", options: ["Gold", "Silver"] };
  await server.send("POST /fields", { body: JSON.stringify(field), headers: { "content-type": "application/json" } });
  const upload = await uploaded(server, FILE);
  const asked = `GET /uploads/${upload}/values?column=2&field=plan`;
  expect((await server.send(asked)).json.values).toMatchObject([
    { value: "Gold", count: 2, becomes: "Gold" },
    { value: "Tin", count: 1, becomes: null, problem: { code: "option_unknown" } },
  ]);
  expect((await server.send(`${asked}&set=createOptions%3Dyes`)).json.values[1].becomes).toBe("Tin");
});

test("C-E4: a tag of the workspace that holds a separator is shown whole", async () => {
  const server = await importServer();
  const tag = { body: JSON.stringify({ tag: "Smith, Jones" }), headers: { "content-type": "application/json" } };
  expect((await server.send("POST /tags", tag)).status).toBe(201);
  const upload = await uploaded(server, csv('Email,Tags\na@b.co,"new; smith,jones"\n'));
  const { json } = await server.send(`GET /uploads/${upload}/values?column=1&field=tags`);
  expect(json.values[0]).toMatchObject({ becomes: "new, Smith, Jones", items: ["new", "smith,jones"] });
});

test("C-D8: a planned import tells the values of its columns too", async () => {
  const server = await importServer();
  const { json } = await server.send("POST /imports?dryRun=true&wait=20", { body: form(["file", FILE]) });
  const values = (await server.send(`GET /imports/${json.import}/values?column=1&field=country`)).json.values;
  expect(values.map(({ value }: { value: string }) => value)).toEqual(["Germany", "Mordor"]);
});

test("C-X4: of a column with very many values the most frequent ones are told, and how many there are besides", async () => {
  const server = await importServer();
  const rows = Array.from({ length: VALUES_SHOWN + 50 }, (_, at) => `p${at}@example.com,city ${at}\n`);
  const upload = await uploaded(server, csv(`Email,City\n${rows.join("")}x@example.com,City 249\n`));
  const { json } = await server.send(`GET /uploads/${upload}/values?column=1&field=city`);
  expect(json.values).toHaveLength(VALUES_SHOWN);
  expect(json.values[0]).toMatchObject({ value: "city 249", count: 2 });
  expect(json.more).toBe(50);
});

test("C-D8: what exports write under SMS and under a list of companies is shown as the import reads it", async () => {
  const server = await importServer();
  const file = csv("Email,SMS,Associated Company\na@b.co,33612345678,Acme; Bolt\n");
  const upload = await uploaded(server, file);
  const values = async (asked: string) => (await server.send(`GET /uploads/${upload}/values?${asked}`)).json.values;
  expect(await values("column=1&field=phone")).toMatchObject([{ becomes: "+33612345678", problem: null }]);
  expect(await values("column=2&field=account_name")).toMatchObject([
    { becomes: "Acme", problem: { code: "companies_several" } },
  ]);
});
