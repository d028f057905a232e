/** People who are erased over HTTP: looked at first, done in the background, by admins alone. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { advanceErasures } from "../../src/app/contact/erasures.ts";
import { type ApiServer, apiServer } from "../support/api-server.ts";
import { textRows, xlsxOf } from "../support/workbook-of.ts";

const PEOPLE = `Email,Name,Manager,Notes
ann@x.test,Zaphira Quux,,likes zebras
bob@x.test,Bob Bell,Zaphira Quux,
cid@x.test,Cid Ohm,,talks to ANN@x.test on Mondays
`;

async function world() {
  const server = await apiServer();
  await server.test.import(PEOPLE);
  const key = await server.key();
  const listed = (await server.ask(key, "GET /contacts")).json.items as { readonly id: string; email: string }[];
  const idOf = (email: string) => listed.find((contact) => contact.email === email)?.id ?? "";
  const ask = (contacts: readonly string[], start = false) =>
    server.ask(key, "POST /erasures", { contacts, ...(start ? { start } : {}) });
  return { server, key, idOf, ask };
}

/** As workers do. */
async function work({ test: { ports, workspace } }: ApiServer): Promise<void> {
  while ((await advanceErasures(ports, workspace)) === "moved");
}

const traces = ({ test: { folder } }: ApiServer, ...texts: readonly string[]): readonly string[] =>
  readdirSync(join(folder, "data"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name)).toString("latin1").toLowerCase();
      return texts.some((text) => bytes.includes(text));
    })
    .map(({ name }) => name);

const files = ({ test: { folder } }: ApiServer): readonly string[] => readdirSync(join(folder, "data", "files"));

test("what would go is looked at first, then it goes, with who else names them told (C-X9)", async () => {
  const { server, key, idOf, ask } = await world();
  const asked = await ask([idOf("ann@x.test")]);
  expect([asked.status, asked.json.state, asked.json.places]).toEqual([202, "planning", null]);
  expect(server.nudges.count).toBe(1);
  await work(server);
  const place = asked.headers.get("location")?.replace("/api/v1", "") ?? "";
  const planned = (await server.ask(key, `GET ${place}`)).json;
  expect(planned).toMatchObject({ state: "planned", places: { contacts: 1, lines: 1, rows: 1, files: 1, uploads: 0 } });
  expect(planned.mentions).toEqual([
    { object: "contact", id: idOf("bob@x.test"), name: "Bob Bell" },
    { object: "contact", id: idOf("cid@x.test"), name: "Cid Ohm" },
  ]);
  expect((await server.ask(key, `GET /contacts/${idOf("ann@x.test")}`)).status).toBe(200);
  expect((await server.ask(key, `POST ${place}/start`)).json.state).toBe("erasing");
  await work(server);
  const done = (await server.ask(key, `GET ${place}`)).json;
  expect(done).toMatchObject({ state: "erased", contacts: [idOf("ann@x.test")], mentions: planned.mentions });
  expect(JSON.stringify(done).toLowerCase()).not.toMatch(/quux|ann@/);
  expect((await server.ask(key, `GET /contacts/${idOf("ann@x.test")}`)).status).toBe(404);
  expect(traces(server, "zebras")).toEqual([]);
  const [record] = (await server.ask(key, "GET /imports")).json.items;
  expect(record.outcomes).toMatchObject({ created: 3 });
  expect((await server.ask(key, "GET /erasures")).json.items).toMatchObject([{ id: done.id, state: "erased" }]);
  expect((await server.ask(key, `POST ${place}/start`)).json.code).toBe("erasure_begun");
  expect((await server.ask(key, `DELETE ${place}`)).json.code).toBe("erasure_begun");
  expect(server.faults).toEqual([]);
});

test("is done without being looked at where the request says so, and taken back until it is started", async () => {
  const { server, key, idOf, ask } = await world();
  const looked = await ask([idOf("bob@x.test")]);
  expect((await server.ask(key, `DELETE /erasures/${looked.json.id}`)).status).toBe(204);
  await ask([idOf("ann@x.test")], true);
  await work(server);
  const { items } = (await server.ask(key, "GET /contacts")).json;
  expect(items.map(({ email }: { email: string }) => email)).toEqual(["bob@x.test", "cid@x.test"]);
  expect((await server.ask(key, `GET /erasures/${looked.json.id}`)).json.code).toBe("erasure_unknown");
});

test("files that wait for their import go whole where they have rows of theirs, text or workbook (C-X9)", async () => {
  const { server, key, idOf, ask } = await world();
  const upload = async (bytes: string | Uint8Array<ArrayBuffer>, name: string): Promise<string> => {
    const body = new FormData();
    body.append("file", new Blob([bytes]), name);
    return (await server.ask(key, "POST /uploads", body)).json.upload;
  };
  const text = await upload("Mail;Notiz\nann@x.test;waits\n", "one.csv");
  const other = await upload("Mail;Notiz\ndee@x.test;waits\n", "two.csv");
  const sheet = (name: string, email: string) => ({ name, rows: textRows([["Email"], [email]]) });
  const sheets = [sheet("One", "dee@x.test"), sheet("Two", "ANN@x.test")];
  const book = await upload((await xlsxOf({ sheets })) as Uint8Array<ArrayBuffer>, "book.xlsx");
  // Somebody has looked at it: it was made text.
  expect((await server.ask(key, `GET /uploads/${book}/table?sheet=Two`)).json.rows).toHaveLength(1);
  const whole = files(server).length;
  const { json } = await ask([idOf("ann@x.test")], true);
  await work(server);
  expect((await server.ask(key, `GET /erasures/${json.id}`)).json.places.uploads).toBe(2);
  const statuses = [];
  for (const id of [text, book, other]) statuses.push((await server.ask(key, `GET /uploads/${id}`)).status);
  expect(statuses).toEqual([404, 404, 200]);
  // The text, the workbook and what it was made; of the import's file the rows are blank.
  expect(files(server)).toHaveLength(whole - 3);
  expect(traces(server, "notiz")).toHaveLength(1);
  expect(server.faults).toEqual([]);
});

test("an import that waits with their rows stands in the way until it is removed (C-X9)", async () => {
  const { server, key, idOf, ask } = await world();
  const waiting = await server.test.plan("Email,City\nann@x.test,Rome\n");
  const { json } = await ask([idOf("ann@x.test")]);
  await work(server);
  const refused = await server.ask(key, `GET /erasures/${json.id}`);
  expect(refused.json).toMatchObject({ state: "refused", refusal: { code: "waiting_import_names_them" } });
  expect(refused.json.refusal.message).toContain(waiting.id);
  expect((await server.ask(key, `DELETE /imports/${waiting.id}`)).status).toBe(204);
  await server.ask(key, `POST /erasures/${json.id}/start`);
  await work(server);
  expect((await server.ask(key, `GET /erasures/${json.id}`)).json).toMatchObject({ state: "erased", refusal: null });
});

test("waits while an import of the workspace is at work, and says so", async () => {
  const { server, key, idOf, ask } = await world();
  const { imports } = server.test.ports.store;
  const running = await imports.patch(await server.test.plan("Email\ndee@x.test\n"), { state: "running" });
  const { json } = await ask([idOf("ann@x.test")], true);
  await work(server);
  const look = async () => (await server.ask(key, `GET /erasures/${json.id}`)).json;
  expect(await look()).toMatchObject({ state: "erasing", waitsForImport: true, importInterrupted: false });
  const interrupted = await imports.patch(running!, { state: "interrupted" });
  expect(await look()).toMatchObject({ waitsForImport: true, importInterrupted: true });
  await imports.patch(interrupted!, { state: "cancelled" });
  await work(server);
  expect(await look()).toMatchObject({ state: "erased", waitsForImport: false });
});

test("is an admin's alone, and of one's own workspace (C-M1, C-M4)", async () => {
  const { server, idOf, ask } = await world();
  const { json } = await ask([idOf("ann@x.test")]);
  const editor = await server.key({ role: "editor" });
  const requests = ["GET /erasures", `GET /erasures/${json.id}`, `POST /erasures/${json.id}/start`];
  for (const request of requests) expect([request, (await server.ask(editor, request)).status]).toEqual([request, 403]);
  expect((await server.ask(editor, "POST /erasures", { contacts: [idOf("bob@x.test")] })).status).toBe(403);
  const other = await server.key({ workspace: await server.otherWorkspace("other") });
  expect((await server.ask(other, `GET /erasures/${json.id}`)).json.code).toBe("erasure_unknown");
  const theirs = await server.ask(other, "POST /erasures", { contacts: [idOf("ann@x.test")], start: true });
  expect(theirs.json.code).toBe("contact_unknown");
});
