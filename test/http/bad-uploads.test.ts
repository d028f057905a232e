/** Bodies that end too early, are too large, or are not what they say: refused, and nothing is left behind. */
import { createHash } from "node:crypto";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { csv, form, type ImportServer, importServer } from "../support/import-server.ts";

const PEOPLE = "Email,Name\nann@example.com,Ann\n";
const NOTHING = { stored: [], partial: [] };

const head = ({ key, port }: ImportServer, path: string, headers: readonly string[]): string =>
  [`POST /api/v1${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Authorization: Bearer ${key}`, ...headers, "", ""].join(
    "\r\n",
  );

/** Sends text as it is and answers what comes until it is a whole one or the connection is closed. */
async function raw(server: ImportServer, pieces: readonly string[], end: "close" | "wait"): Promise<string> {
  const socket: Socket = connect(server.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => {
    answer += data.toString();
  });
  socket.on("error", () => undefined);
  for (const piece of pieces) {
    socket.write(piece);
    await sleep(20);
  }
  if (end === "close") socket.destroy();
  for (let waited = 0; !socket.destroyed && !answer.includes("}") && waited < 30_000; waited += 50) await sleep(50);
  socket.destroy();
  return answer;
}

/** What a server does after nobody listens any more is not answered to anybody: it is looked for. */
async function eventually(look: () => unknown, expected: unknown): Promise<void> {
  for (let waited = 0; waited < 30_000 && JSON.stringify(look()) !== JSON.stringify(expected); waited += 50)
    await sleep(50);
  expect(look()).toEqual(expected);
}

describe("an upload that is cut off", () => {
  test.each([
    ["the body itself", "Content-Type: text/csv", PEOPLE],
    [
      "a form",
      "Content-Type: multipart/form-data; boundary=x",
      `--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${PEOPLE}`,
    ],
    ["rows", "Content-Type: application/json", '[{"email":"ann@example.com"},'],
  ])("in the middle of %s leaves nothing behind, and is no fault", async (_, type, body) => {
    const server = await importServer();
    await raw(server, [head(server, "/imports", [type, "Content-Length: 1000000"]), body, body], "close");
    await eventually(() => server.files(), NOTHING);
    expect((await server.send("GET /imports")).json.items).toEqual([]);
    expect(server.faults).toEqual([]);
  });

  test("one that comes slowly is taken as any other, and holds up nobody", async () => {
    const server = await importServer();
    const length = `Content-Length: ${PEOPLE.length}`;
    const slow = Array.from({ length: 8 }, () =>
      raw(server, [head(server, "/imports?wait=20", ["Content-Type: text/csv", length]), ...PEOPLE], "wait"),
    );
    // More slow ones than there are connections to the database.
    expect((await server.send("GET /imports?limit=1")).status).toBe(200);
    for (const answer of await Promise.all(slow)) expect(answer).toContain('"state":"done"');
  });

  test("more bytes than the header says belong to another request, which is none", async () => {
    const server = await importServer();
    const answer = await raw(
      server,
      [
        head(server, "/imports?wait=20", ["Content-Type: text/csv", `Content-Length: ${PEOPLE.length}`]),
        `${PEOPLE}b@example.com,Bob\n`,
      ],
      "wait",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(server.faults).toEqual([]);
  });
});

describe("an upload that is too large", () => {
  const large = `Email,Name\n${"ann@example.com,Ann\n".repeat(6_000)}`;
  const policy = { maxBytes: 30_000 };

  test.each([
    ["which says so", () => ({ body: large })],
    ["which does not say so", () => ({ body: new Blob([large]).stream() })],
    ["in a form", () => ({ body: form(["options", "{}"], ["file", csv(large)]) })],
  ])("%s is refused with 413", async (_, init) => {
    const server = await importServer({ policy });
    const answer = await server.send("POST /imports", init() as { body: string });
    expect([answer.status, answer.json.code]).toEqual([413, "file_too_large"]);
    await eventually(() => server.files(), NOTHING);
    expect(server.faults).toEqual([]);
  });

  test("is taken where the options of the import allow more", async () => {
    const server = await importServer({ policy });
    const { json } = await server.send("POST /imports?set=maxBytes%3Dnone&wait=20", { body: large });
    expect(json).toMatchObject({ state: "done", lines: 6_000 });
  });
});

describe("a malformed upload", () => {
  const part = (name: string, text: string, fileName = ""): string =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${fileName}\r\n\r\n${text}\r\n`;
  const file = part("file", PEOPLE, '; filename="a.csv"');
  const end = "--x--\r\n";

  test.each([
    ["without a boundary", "multipart/form-data", file + end, 400],
    ["without a file", "multipart/form-data; boundary=x", part("options", "{}") + end, 400],
    ["with two files", "multipart/form-data; boundary=x", file + file + end, 400],
    ["with a part that nobody reads", "multipart/form-data; boundary=x", file + part("mode", "create") + end, 400],
    [
      "with options twice",
      "multipart/form-data; boundary=x",
      part("options", "{}") + part("options", "{}") + file + end,
      400,
    ],
    ["with options that are no JSON", "multipart/form-data; boundary=x", part("options", "{") + file + end, 400],
    ["with options that are a list", "multipart/form-data; boundary=x", part("options", "[1]") + file + end, 400],
    ["with such options behind the file", "multipart/form-data; boundary=x", file + part("options", "{") + end, 400],
    ["whose last part does not end", "multipart/form-data; boundary=x", file, 400],
    ["of another kind", "multipart/mixed; boundary=x", file + end, 415],
    ["of JSON that is none", "application/json", "{rows", 400],
    ["of JSON that says nothing", "application/json", "{}", 400],
    ["of a number", "application/json", "17", 400],
    ["with nobody's upload", "application/json", '{"upload":"upl_0123456789"}', 404],
    ["of rows that end too early", "application/json", '[{"email":"ann@example.com"},', 422],
  ])("%s is refused, and nothing is left", async (_, type, body, status) => {
    const server = await importServer();
    const answer = await server.send("POST /imports?wait=20", { body, headers: { "content-type": type } });
    const refused = answer.json.state === "refused" ? 422 : answer.status;
    expect([refused, answer.text]).toEqual([status, expect.stringContaining('"fix"')]);
    if (answer.status !== 202) await eventually(() => server.files(), NOTHING);
    expect(server.faults).toEqual([]);
  });

  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ann\\contacts.csv", "contacts.csv"],
    ["..", "upload"],
    ["a\r\nX-Evil: 1.csv", "aX-Evil: 1.csv"],
    ["\u202egpj.csv", "gpj.csv"],
    ["Kontäkte «neu».csv", "Kontäkte «neu».csv"],
  ])("the name %j is kept as %j, and no header is broken by it", async (name, kept) => {
    const server = await importServer();
    const { json } = await server.send(`POST /imports?wait=20&name=${encodeURIComponent(name)}`, { body: PEOPLE });
    expect(json.file).toBe(kept);
    const file = await server.send(`GET /imports/${json.import}/file`);
    expect([file.text, file.headers.get("x-evil")]).toEqual([PEOPLE, null]);
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    expect(file.headers.get("content-disposition")).toContain(
      `filename*=UTF-8''${encodeURIComponent(kept).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    );
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  });
});

test("a hundred uploads at once are all taken", async () => {
  const server = await importServer();
  const bodies = Array.from({ length: 100 }, (_, at) => `Email,Name\nperson${at % 50}@example.com,P${at % 50}\n`);
  const answers = await Promise.all(bodies.map((body) => server.send("POST /imports?dryRun=true", { body })));
  expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
  expect(new Set(answers.map(({ json }) => json.import)).size).toBe(100);
  const digests = bodies.map((body) => createHash("sha256").update(body).digest("hex"));
  expect([...server.files().stored].sort()).toEqual([...new Set(digests)].sort());
  expect(server.faults).toEqual([]);
});
