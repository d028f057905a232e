/** Whoever asks is told in words for where they are: programs of fields of requests, people of steps and buttons, in their language. */
import { expect, test } from "vitest";
import { csv, form, importServer } from "../support/import-server.ts";

const PAGE = { "Muster-Reader": "page-en" };
const GERMAN = { cookie: "muster-reader=page-de" };
const TERMINAL = { "Muster-Reader": "terminal" };

const FILE = csv("Email,Country\nann@example.com,Atlantis\nbob.example.com,Germany\n");

test("C-A2: a refusal names no option of a command to a program, a step to a person, and says what it names in German", async () => {
  const server = await importServer({ preset: "agency-crm", policy: { disclaimer: false, minRole: "editor" } });
  const send = (headers: Readonly<Record<string, string>>) =>
    server.send("POST /imports?dryRun=true", {
      headers,
      body: form(["file", csv("Email,Shoe size\nann@example.com,9\n")]),
    });
  const program = (await send({})).json;
  expect([program.code, program.names]).toEqual(["columns_unmapped", ["Shoe size"]]);
  expect(program.fix).toContain("acceptUnmapped");
  expect(program.fix).not.toMatch(/--|muster /);
  expect((await send(PAGE)).json.fix).toContain("“Leave out”");
  const german = (await send(GERMAN)).json;
  expect([german.code, german.detail]).toEqual(["columns_unmapped", expect.stringContaining("„Shoe size“")]);
  expect(german.title).toContain("Bitte ordnen Sie");
  expect(german.fix).toContain("„Weglassen“");
  expect((await send(TERMINAL)).json.fix).toContain("--accept-unmapped");
});

test("C-P1: a plan's problems are told in the language and place of whoever asks, with the same codes", async () => {
  const server = await importServer();
  const { json } = await server.send("POST /imports?dryRun=true&wait=20", { body: form(["file", FILE]) });
  const linesFor = async (headers: Readonly<Record<string, string>>) =>
    (await server.send(`GET /imports/${json.import}/lines`, { headers })).json.items.map(
      ({ problems }: { problems: readonly unknown[] }) => problems[0],
    );
  const [country, email] = await linesFor(GERMAN);
  expect([country.code, country.message]).toEqual(["country_unknown", "Land nicht erkannt: „Atlantis“."]);
  expect([email.code, email.message]).toEqual(["email_invalid", "Ungültige E-Mail-Adresse: „bob.example.com“."]);
  const [program] = await linesFor({});
  expect([program.message, program.fix]).toEqual([
    "Country not recognised: “Atlantis”.",
    expect.not.stringMatching(/--|muster /),
  ]);
  const detail = (await server.send(`GET /imports/${json.import}`, { headers: GERMAN })).json;
  expect(detail.explanations.email_invalid.title).toBe("Ungültige E-Mail-Adresse");
  const errors = await server.send(`GET /imports/${json.import}/errors.csv`, { headers: GERMAN });
  expect(errors.text).toContain("Ungültige E-Mail-Adresse");
});

test("C-D1: built-in fields are called by their German names on German pages, and a workspace's own as it was named", async () => {
  const server = await importServer();
  await server.send("POST /fields", {
    body: JSON.stringify({ key: "plan", label: "Plan" }),
    headers: { "content-type": "application/json" },
  });
  const labelsFor = async (headers: Readonly<Record<string, string>>) => {
    const { json } = await server.send("GET /fields", { headers });
    return new Map(json.items.map(({ key, label }: { key: string; label: string }) => [key, label]));
  };
  const [german, english] = [await labelsFor(GERMAN), await labelsFor({})];
  expect([german.get("first_name"), german.get("plan")]).toEqual(["Vorname", "Plan"]);
  expect(english.get("first_name")).toBe("First name");
});
