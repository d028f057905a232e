/** A server whose files are in a bucket: uploads in one go and in parts, imports, downloads. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { csv, form, importServer } from "../support/import-server.ts";
import { type Front, type ObjectStorage, objectStorage, troubledFront } from "../support/object-storage.ts";

const PEOPLE = `Email,Name\n${Array.from({ length: 3_000 }, (_, at) => `u${at}@example.com,Ann`).join("\n")}\n`;

let storage: ObjectStorage;
let front: Front;
let prefixes = 0;
beforeAll(async () => {
  storage = await objectStorage();
  front = await troubledFront(storage.address);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await front.close();
  await storage.close();
});
beforeEach(() => {
  front.trouble = () => null;
  const said = { MUSTER_FILES: `s3://contacts/http-${++prefixes}`, MUSTER_S3_ENDPOINT: front.address };
  for (const [name, value] of Object.entries(storage.env(said))) vi.stubEnv(name, value);
});
const stored = async () =>
  (await storage.keys()).filter((key) => key.startsWith(`http-${prefixes}/`)).map((key) => key.split("/").at(1));

test("takes a file, imports it and gives it back (C-A2, C-Q1)", async () => {
  const server = await importServer();
  const made = await server.send("POST /imports?wait=20", { body: form(["file", csv(PEOPLE)]) });
  expect(made.json).toMatchObject({ state: "done", lines: 3_000 });
  expect((await server.send(`GET /imports/${made.json.import}/file`)).text).toBe(PEOPLE);
  expect([await stored(), server.files().stored, server.faults]).toEqual([["files"], [], []]);
});

test("takes a file in parts, none of which is on the server (C-A2)", async () => {
  const server = await importServer();
  const tus = { "tus-resumable": "1.0.0" };
  const begun = await server.send("POST /uploads/tus", {
    headers: { ...tus, "upload-length": String(PEOPLE.length) },
  });
  const id = begun.headers.get("location")?.split("/").at(-1) ?? "";
  for (let at = 0; at < PEOPLE.length; ) {
    const sent = await server.send(`PATCH /uploads/tus/${id}`, {
      headers: { ...tus, "upload-offset": String(at), "content-type": "application/offset+octet-stream" },
      body: PEOPLE.slice(at, at + 20_000),
    });
    at = Number(sent.headers.get("upload-offset"));
    expect(at).toBeGreaterThan(0);
    if (at < PEOPLE.length) expect(new Set(await stored())).toEqual(new Set(["tmp"]));
  }
  const made = await server.send("POST /imports?wait=20", {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ upload: id }),
  });
  expect(made.json).toMatchObject({ state: "done", lines: 3_000 });
  expect([await stored(), server.faults]).toEqual([["files"], []]);
});

test("answers 503 where the storage does not answer, with what to do, and takes the file later", async () => {
  const server = await importServer();
  front.trouble = () => ({ kind: "answer", status: 503, code: "SlowDown" });
  const refused = await server.send("POST /imports", { body: form(["file", csv(PEOPLE)]) });
  expect([refused.status, refused.json]).toEqual([503, expect.objectContaining({ code: "storage_unreachable" })]);
  expect(refused.json.fix).toMatch(/^Try again when the storage answers/);
  expect(refused.text).not.toContain("secret");
  front.trouble = () => null;
  const made = await server.send("POST /imports?wait=20", { body: form(["file", csv(PEOPLE)]) });
  expect(made.json).toMatchObject({ state: "done", lines: 3_000 });
});

test("an import whose storage fails for a while is tried again, and done (C-X2)", async () => {
  const server = await importServer();
  const planned = await server.send("POST /imports?dryRun=true&wait=20", { body: form(["file", csv(PEOPLE)]) });
  expect(planned.json).toMatchObject({ state: "planned", lines: 3_000 });
  let ranges = 0;
  // More often than one request is asked again: the job fails, and comes back.
  front.trouble = ({ method, path }) =>
    method === "GET" && path.includes("/files/") && ++ranges < 8
      ? { kind: "answer", status: 500, code: "InternalError" }
      : null;
  const started = await server.send(`POST /imports/${planned.json.import}/start`);
  expect(started.status).toBe(202);
  await expect
    .poll(async () => (await server.send(`GET /imports/${planned.json.import}`)).json)
    .toMatchObject({ state: "done", lines: 3_000, outcomes: { created: 3_000 } });
  expect(server.faults).toMatchObject([{ code: "storage_unreachable" }]);
});
