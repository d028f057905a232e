/** `POST /imports`, however the file comes, against a server that listens. */
import { describe, expect, test, vi } from "vitest";
import { SqliteJobs } from "../../src/store/sqlite/background/jobs.ts";
import { csv, form, type ImportServer, importServer } from "../support/import-server.ts";

const PEOPLE = "Email,Name\nann@example.com,Ann\nbob@,Bob\n";
const outcome = { created: 1, updated: 0, unchanged: 0, skipped: 0, failed: 1 };

describe("an import over HTTP (C-A2)", () => {
  test("comes as a form, and is answered with the import and where it is", async () => {
    const server = await importServer();
    const body = form(["options", '{"tags":["spring"]}'], ["file", csv(PEOPLE), "people.csv"]);
    const { status, headers, json } = await server.send("POST /imports", { body });
    expect([status, json.state, json.file]).toEqual([202, "received", "people.csv"]);
    expect(headers.get("location")).toBe(`/api/v1/imports/${json.import}`);
    const ended = await server.send(`POST /imports?wait=20&name=again.csv`, { body: PEOPLE });
    expect(ended.json).toMatchObject({ state: "done", file: "again.csv", lines: 2 });
    const first = await server.send(`GET /imports/${json.import}`);
    expect(first.json).toMatchObject({ state: "done", outcomes: outcome, tags: ["spring"] });
  });

  test("is there only with its job: where that cannot be asked for, nothing is kept", async () => {
    const server = await importServer();
    vi.spyOn(SqliteJobs.prototype, "ask").mockRejectedValueOnce(new Error("the server is killed"));
    expect((await server.send("POST /imports", { body: PEOPLE })).status).toBe(500);
    expect((await server.send("GET /imports")).json.items).toEqual([]);
  });

  test.each([
    ["the options behind the file", form(["file", csv(PEOPLE)], ["options", '{"mode":"create"}'])],
    ["the options as a file", form(["options", new Blob(['{"mode":"create"}'])], ["file", csv(PEOPLE)])],
  ])("takes a form with %s", async (_, body) => {
    const server = await importServer();
    const { json } = await server.send("POST /imports?wait=20", { body });
    expect(json).toMatchObject({ state: "done", mode: "create", outcomes: outcome });
  });

  test.each([
    ["text/csv", PEOPLE],
    ["application/x-www-form-urlencoded", PEOPLE],
    ["application/octet-stream", PEOPLE],
    ["application/json", JSON.stringify([{ email: "ann@example.com", name: "Ann" }, { email: "bob@" }])],
    ["application/json", JSON.stringify({ rows: [{ email: "ann@example.com" }, { email: "bob@" }], options: {} })],
    ["application/x-ndjson", '{"email":"ann@example.com"}\n{"email":"bob@"}\n'],
  ])("takes a body of %s", async (type, body) => {
    const server = await importServer();
    const { status, json } = await server.send("POST /imports?wait=20", { body, headers: { "content-type": type } });
    expect([status, json.state, json.outcomes]).toEqual([202, "done", outcome]);
  });

  test("takes JSON rows where files may only be CSV, and no file of JSON", async () => {
    const server = await importServer({ preset: "simple-crm" });
    const rows = JSON.stringify([{ email: "ann@example.com", full_name: "Ann" }]);
    const json = { headers: { "content-type": "application/json" }, body: rows };
    expect((await server.send("POST /imports?wait=20", json)).json.outcomes.created).toBe(1);
    const file = await server.send("POST /imports?wait=20", { body: form(["file", new Blob([rows]), "c.json"]) });
    expect([file.status, file.json.code]).toEqual([422, "format_not_accepted"]);
  });

  test("stops at the plan where that is asked (C-P3), and starts later", async () => {
    const server = await importServer();
    const planned = (await server.send("POST /imports?dryRun=true&wait=20", { body: PEOPLE })).json;
    expect(planned).toMatchObject({ state: "planned", outcomes: outcome });
    expect((await server.send("GET /contacts")).json.items).toEqual([]);
    const lines = await server.send(`GET /imports/${planned.import}/lines`);
    expect(lines.json.items.map((line: { outcome: string }) => line.outcome)).toEqual(["created", "failed"]);
    const done = await server.send(`POST /imports/${planned.import}/start?wait=20`);
    expect(done.json).toMatchObject({ state: "done", outcomes: outcome });
  });

  test("starts only the plan that was read, where If-Match says which (C-P2)", async () => {
    const server = await importServer();
    const planned = (await server.send("POST /imports?dryRun=true&wait=20", { body: PEOPLE })).json;
    const read = await server.send(`GET /imports/${planned.import}`);
    const etag = read.headers.get("etag") ?? "";
    expect(etag).toBe(`"${read.json.version}"`);
    const body = JSON.stringify({ tags: ["vip"] });
    const json = { "content-type": "application/json" };
    await server.send(`PATCH /imports/${planned.import}?wait=20`, { body, headers: json });
    const start = `POST /imports/${planned.import}/start?wait=20`;
    const refused = await server.send(start, { headers: { "if-match": etag } });
    expect([refused.status, refused.json.code]).toEqual([412, "version_conflict"]);
    const now = (await server.send(`GET /imports/${planned.import}`)).headers.get("etag") ?? "";
    expect((await server.send(start, { headers: { "if-match": now } })).json.state).toBe("done");
  });

  test("asks for the disclaimer where the policy does, before the file is kept", async () => {
    const server = await importServer({ policy: { disclaimer: true } });
    const refused = await server.send("POST /imports?wait=20", { body: PEOPLE });
    expect([refused.status, refused.json.code]).toEqual([422, "disclaimer_required"]);
    expect(server.files()).toEqual({ stored: [], partial: [] });
    const options = '{"acceptDisclaimer":true}';
    for (const body of [
      form(["options", options], ["file", csv(PEOPLE)]),
      form(["file", csv(PEOPLE)], ["options", options]),
    ])
      expect((await server.send("POST /imports?wait=20", { body })).json.state).toBe("done");
    const planned = (await server.send("POST /imports?wait=20&dryRun=true", { body: PEOPLE })).json;
    const start = `POST /imports/${planned.import}/start?wait=20`;
    expect((await server.send(start)).json.code).toBe("disclaimer_required");
    const yes = { body: '{"acceptDisclaimer":true}', headers: { "content-type": "application/json" } };
    expect((await server.send(start, yes)).json.state).toBe("done");
  });

  test("says all that the command line can say", async () => {
    const server = await importServer();
    const options = {
      ...{
        map: { Mail: "email", Who: "full_name", "#3": "" },
        set: { emptyCells: "clear" },
        tags: "vip",
        mode: "both",
      },
      ...{ delimiter: "pipe", header: true, country: "DE", dateOrder: "DMY", dnt: true, saveMapping: "mine" },
    };
    const body = form(["options", JSON.stringify(options)], ["file", csv("Mail|Who|X\nann@example.com|Ann|1\n")]);
    const { json } = await server.send("POST /imports?wait=20", { body });
    const shown = (await server.send(`GET /imports/${json.import}`)).json;
    expect(shown).toMatchObject({ state: "done", country: "DE", dateOrder: "DMY", tags: ["vip"] });
    expect(shown.policy.emptyCells).toBe("clear");
    const words = new URLSearchParams([
      ...[
        ["map", "Mail=email"],
        ["map", "Who=full_name"],
        ["tags", "a"],
        ["tags", "b"],
        ["wait", "20"],
      ],
    ]);
    const query = await server.send(`POST /imports?${words}`, { body: "Mail,Who\nzoe@example.com,Zoe\n" });
    expect((await server.send(`GET /imports/${query.json.import}`)).json.tags).toEqual(["a", "b"]);
  });

  test.each([
    ["an unknown option", "POST /imports?tag=a", PEOPLE, 400, "request_invalid"],
    ["an unknown mode", "POST /imports?mode=merge", PEOPLE, 400, "request_invalid"],
    ["an unknown country", "POST /imports?country=Atlantis", PEOPLE, 400, "request_invalid"],
    ["an unknown object", "POST /imports?object=people", PEOPLE, 400, "request_invalid"],
    ["a key without a value", "POST /imports?set=inFile", PEOPLE, 400, "request_invalid"],
    ["an unknown policy key", "POST /imports?set=colour%3Dred", PEOPLE, 422, "policy_key_unknown"],
    ["a mapping that does not fit", "POST /imports?map=Phone%3Dphone", PEOPLE, 422, "mapping_invalid"],
    ["nothing at all", "POST /imports", "", 422, "file_empty"],
    ["no column that is known", "POST /imports", "Foo,Bar\nx,y\n", 422, "columns_none_mapped"],
  ])("refuses %s, and keeps nothing", async (_, request, body, status, code) => {
    const server = await importServer();
    const answer = await server.send(request, { body, headers: { "content-type": "text/csv" } });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(server.files()).toEqual({ stored: [], partial: [] });
    expect(server.faults).toEqual([]);
  });
});

describe("Idempotency-Key", () => {
  const send = (server: ImportServer, body: string | FormData, key = "k1") =>
    server.send("POST /imports?wait=20", { body, headers: { "idempotency-key": key } });

  test("a request that comes again is answered with what came of the first", async () => {
    const server = await importServer();
    const first = await send(server, PEOPLE);
    const second = await send(server, PEOPLE);
    expect(second.json).toEqual(first.json);
    expect([first.headers.get("idempotent-replayed"), second.headers.get("idempotent-replayed")]).toEqual([
      null,
      "true",
    ]);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect((await server.send("GET /imports")).json.items).toHaveLength(1);
    expect((await send(server, PEOPLE, "k2")).json.import).not.toBe(first.json.import);
  });

  test("a form is the same whatever parts it", async () => {
    const server = await importServer();
    const body = () => form(["options", "{}"], ["file", csv(PEOPLE)]);
    const first = await send(server, body());
    const second = await send(server, body());
    expect([second.headers.get("idempotent-replayed"), second.json.import]).toEqual(["true", first.json.import]);
    expect((await send(server, form(["file", csv(`${PEOPLE}c@example.com,C\n`)]))).status).toBe(422);
  });

  test("another body is refused, and so is the same at the same time; keys are their sender's", async () => {
    const server = await importServer();
    await send(server, PEOPLE);
    const other = await send(server, `${PEOPLE}c@example.com,C\n`);
    expect([other.status, other.json.code]).toEqual([422, "idempotency_mismatch"]);
    const both = await Promise.all([send(server, PEOPLE, "k3"), send(server, PEOPLE, "k3")]);
    expect(both.map(({ status, json }) => [status, json.code ?? null]).sort()).toEqual([
      [202, null],
      [409, "idempotency_busy"],
    ]);
    const key = await server.anotherKey();
    const init = { key, body: `${PEOPLE}d@example.com,D\n`, headers: { "idempotency-key": "k1" } };
    expect((await server.send("POST /imports?wait=20", init)).status).toBe(202);
  });

  test("a request that was refused may be put right under the same key", async () => {
    const server = await importServer();
    expect((await send(server, "Foo\nx\n")).status).toBe(422);
    expect((await send(server, PEOPLE)).status).toBe(202);
  });
});
