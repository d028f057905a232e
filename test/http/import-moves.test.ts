/** What may be done with an import over HTTP after it came. */
import { describe, expect, test } from "vitest";
import { type ImportServer, importServer } from "../support/import-server.ts";

const PEOPLE = "Email,Name,Mark\nann@example.com,Ann,1\nbob@,Bob,2\ncid@,Cid,2\n";
const JSON_TYPE = { "content-type": "application/json" };

const json = (body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  body: JSON.stringify(body),
  headers: { ...JSON_TYPE, ...headers },
});

const planned = async (server: ImportServer): Promise<string> =>
  (await server.send("POST /imports?dryRun=true&wait=20", { body: PEOPLE })).json.import;

const done = async (server: ImportServer): Promise<string> =>
  (await server.send("POST /imports?wait=20", { body: PEOPLE })).json.import;

describe("PATCH of an import that is planned", () => {
  test("maps columns anew, changes the policy, and plans again", async () => {
    const server = await importServer();
    const id = await planned(server);
    const first = await server.send(
      `PATCH /imports/${id}?wait=20`,
      json({ map: { Mark: "" }, mode: "create", tags: ["x"] }),
    );
    expect([first.status, first.json.state, first.json.mode]).toEqual([202, "planned", "create"]);
    const second = await server.send(`PATCH /imports/${id}?wait=20`, json({ map: ["#2="], set: { inFile: "fail" } }));
    const shown = (await server.send(`GET /imports/${id}`)).json;
    expect(shown.mapping.map(({ target }: { target: { to: string } }) => target.to)).toEqual([
      "field",
      "ignore",
      "ignore",
    ]);
    expect([shown.tags, shown.mode, shown.policy.inFile, second.json.lines]).toEqual([["x"], "create", "fail", 3]);
  });

  test("takes back the order of dates and the mark Do Not Touch, which it shows", async () => {
    const server = await importServer();
    await server.send("PATCH /policy", json({ doNotTouch: true }));
    const id = await planned(server);
    const shown = async () => {
      const { dateOrder, doNotTouch } = (await server.send(`GET /imports/${id}`)).json;
      return [dateOrder, doNotTouch];
    };
    expect(await shown()).toEqual([null, false]);
    expect((await server.send(`PATCH /imports/${id}?wait=20`, json({ dateOrder: "MDY", dnt: true }))).status).toBe(202);
    expect(await shown()).toEqual(["MDY", true]);
    await server.send(`PATCH /imports/${id}?wait=20`, json({ dateOrder: "none", dnt: false }));
    expect(await shown()).toEqual([null, false]);
  });

  test("reads the file in another way", async () => {
    const server = await importServer();
    const id = await planned(server);
    const patched = await server.send(
      `PATCH /imports/${id}?wait=20`,
      json({ header: false, map: ["#1=email", "#2=full_name"] }),
    );
    expect([patched.json.state, patched.json.lines, patched.json.dialect.header]).toEqual(["planned", 4, false]);
  });

  test("corrects cells, one by one and everywhere (C-P1)", async () => {
    const server = await importServer();
    const id = await planned(server);
    const fixes = {
      cells: [{ line: 3, column: "Email", value: "bob@example.com" }],
      everywhere: [{ column: "Email", from: "cid@", value: "cid@example.com" }],
    };
    const patched = await server.send(`PATCH /imports/${id}?wait=20`, json(fixes));
    expect(patched.json.outcomes).toMatchObject({ created: 3, failed: 0 });
    expect((await server.send(`POST /imports/${id}/start?wait=20`)).json.outcomes.created).toBe(3);
    expect((await server.send(`GET /imports/${id}/file`)).text).toBe(PEOPLE);
  });

  test("is refused where somebody else was first, and where it cannot be; the plan stays", async () => {
    const server = await importServer();
    const id = await planned(server);
    const seen = (await server.send(`GET /imports/${id}`)).headers.get("etag") ?? "";
    expect(
      (await server.send(`PATCH /imports/${id}?wait=20`, json({ tags: ["a"] }, { "if-match": seen }))).status,
    ).toBe(202);
    const late = await server.send(`PATCH /imports/${id}`, json({ tags: ["b"] }, { "if-match": seen }));
    expect([late.status, late.json.code]).toEqual([412, "version_conflict"]);
    for (const [change, status, code] of [
      [{ map: ["Nobody=email"] }, 422, "mapping_invalid"],
      [{ cells: [{ line: 99, column: "Email", value: "x" }] }, 422, "line_unknown"],
      [{ colour: "red" }, 400, "request_invalid"],
    ] as const) {
      const answer = await server.send(`PATCH /imports/${id}`, json(change));
      expect([answer.json.code === "line_unknown" ? 422 : answer.status, answer.json.code]).toEqual([status, code]);
    }
    expect((await server.send(`GET /imports/${id}`)).json).toMatchObject({ state: "planned", tags: ["a"] });
    const ran = await done(server);
    const after = await server.send(`PATCH /imports/${ran}`, json({ tags: ["c"] }));
    expect([after.status, after.json.code]).toEqual([409, "import_state_invalid"]);
    expect(server.faults).toEqual([]);
  });
});

describe("a change of several things", () => {
  const FIX = { cells: [{ line: 3, column: "Email", value: "bob@example.com" }] };

  test("is made whole or not at all", async () => {
    const server = await importServer();
    const id = await planned(server);
    const refused = await server.send(`PATCH /imports/${id}?wait=20`, json({ ...FIX, map: ["Nobody=email"] }));
    expect([refused.status, refused.json.code]).toEqual([422, "mapping_invalid"]);
    const shown = (await server.send(`GET /imports/${id}`)).json;
    expect([shown.state, shown.outcomes.failed]).toEqual(["planned", 2]);
    const both = await server.send(`PATCH /imports/${id}?wait=20`, json({ ...FIX, tags: ["x"] }));
    expect([both.json.state, both.json.outcomes.failed]).toEqual(["planned", 1]);
    expect((await server.send(`GET /imports/${id}`)).json.tags).toEqual(["x"]);
    expect(server.faults).toEqual([]);
  });

  test("is made once where several saw the same version, each with a cell of its own", async () => {
    const server = await importServer();
    const id = await planned(server);
    const seen = (await server.send(`GET /imports/${id}`)).headers.get("etag") ?? "";
    const answers = await Promise.all(
      [3, 4].map((line) =>
        server.send(
          `PATCH /imports/${id}?wait=20`,
          json({ cells: [{ line, column: "Email", value: `p${line}@example.com` }] }, { "if-match": seen }),
        ),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(202);
    // Who is late meets the change itself, or the version that it has made.
    expect([409, 412]).toContain(statuses[1]);
    expect((await server.send(`GET /imports/${id}`)).json.outcomes).toMatchObject({ created: 2, failed: 1 });
  });
});

describe("the moves of an import", () => {
  test("an undo is previewed page by page, and done, whole or by line (C-U1)", async () => {
    const server = await importServer();
    const rows = Array.from({ length: 5 }, (_, at) => `p${at}@example.com,P${at}`).join("\n");
    const { import: id } = (await server.send("POST /imports?wait=20", { body: `Email,Name\n${rows}\n` })).json;
    const first = (await server.send(`GET /imports/${id}/undo?limit=2`)).json;
    expect(first.preview.deleted).toBe(5);
    const second = (await server.send(`GET /imports/${id}/undo?limit=2&cursor=${first.next}`)).json;
    const third = (await server.send(`GET /imports/${id}/undo?limit=2&cursor=${second.next}`)).json;
    const lines = [first, second, third].flatMap(({ items }) => items.map(({ line }: { line: number }) => line));
    expect([lines, third.next, second.preview]).toEqual([[6, 5, 4, 3, 2], null, null]);
    expect((await server.send(`POST /imports/${id}/undo?wait=20`, json({ line: 3 }))).json.state).toBe("done");
    expect((await server.send("GET /contacts")).json.items).toHaveLength(4);
    await server.send("POST /imports?wait=20", { body: "Email,City\np0@example.com,Oslo\n" });
    const { preview, items } = (await server.send(`GET /imports/${id}/undo?staying=true`)).json;
    expect([preview, items]).toMatchObject([{ deleted: 3, kept: 1 }, [{ line: 2, result: "kept" }]]);
    expect((await server.send("POST /imports/latest/undo?wait=20")).json.state).toBe("undone");
    expect((await server.send(`POST /imports/${id}/undo?wait=20`)).json.state).toBe("undone");
    expect((await server.send("GET /contacts")).json.items).toEqual([]);
  });

  test("lines of its ledger, or of its plan, come with their cells where that is wished", async () => {
    const server = await importServer();
    const cellsOf = async (id: string): Promise<unknown> => {
      const { items } = (await server.send(`GET /imports/${id}/lines?cells=true&outcome=failed`)).json;
      return items.map(({ line, cells }: { line: number; cells: unknown }) => [line, cells]);
    };
    const failed = [
      [3, ["bob@", "Bob", "2"]],
      [4, ["cid@", "Cid", "2"]],
    ];
    expect(await cellsOf(await planned(server))).toEqual(failed);
    const ran = await done(server);
    expect(await cellsOf(ran)).toEqual(failed);
    expect((await server.send(`GET /imports/${ran}/lines?limit=1`)).json.items[0]).not.toHaveProperty("cells");
  });

  test("one that is planned is cancelled; one that has ended is removed", async () => {
    const server = await importServer();
    const id = await planned(server);
    expect((await server.send(`POST /imports/${id}/cancel?wait=20`)).json.state).toBe("cancelled");
    expect((await server.send(`POST /imports/${id}/start`)).json.code).toBe("import_state_invalid");
    expect((await server.send(`POST /imports/${id}/resume`)).json.code).toBe("import_state_invalid");
    expect((await server.send(`DELETE /imports/${id}`)).status).toBe(204);
    expect((await server.send(`GET /imports/${id}`)).status).toBe(404);
    expect(server.files().stored).toEqual([]);
  });

  test("its lines with errors come as a file that continues it (C-Q2)", async () => {
    const server = await importServer();
    const id = await done(server);
    const errors = await server.send(`GET /imports/${id}/errors.csv`);
    expect(errors.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(errors.headers.get("content-disposition")).toContain('filename="upload errors.csv"');
    expect(errors.text.split("\n")).toHaveLength(4);
    const mended = errors.text.replaceAll("bob@,", "bob@example.com,").replaceAll("cid@,", "cid@example.com,");
    const again = await server.send("POST /imports?wait=20", { body: mended });
    expect(again.json.outcomes).toMatchObject({ created: 2, failed: 0 });
    expect((await server.send(`GET /imports/${again.json.import}`)).json.continues).toBe(id);
    for (const list of ["errors.csv", "lines"]) {
      const wrong = await server.send(`GET /imports/${id}/${list}?problem=email_invalide`);
      expect([wrong.status, wrong.json.detail]).toEqual([400, expect.stringContaining("Did you mean email_invalid?")]);
    }
  });

  test("its receipt is checked, its own and one that was changed (C-X8)", async () => {
    const server = await importServer();
    const id = await done(server);
    const receipt = (await server.send(`GET /imports/${id}/receipt`)).json;
    expect((await server.send(`POST /imports/${id}/verify`)).json).toMatchObject({ import: id, verified: true });
    expect((await server.send(`POST /imports/${id}/verify`, json(receipt))).json.verified).toBe(true);
    const other = { ...receipt, file: { ...receipt.file, digest: "0".repeat(64) } };
    expect((await server.send(`POST /imports/${id}/verify`, json(other))).json.verified).toBe(false);
    expect((await server.send(`POST /imports/${id}/verify`, json({ receipt: 1 }))).status).toBe(422);
  });

  test("its progress comes as events that end with its state, and once (C-N2)", async () => {
    const server = await importServer();
    const rows = Array.from({ length: 20_000 }, (_, at) => `p${at}@example.com,P${at}`).join("\n");
    const { import: id } = (await server.send("POST /imports", { body: `Email,Name\n${rows}\n` })).json;
    const { headers, text } = await server.send(`GET /imports/${id}/events`);
    expect(headers.get("content-type")).toBe("text/event-stream");
    const events = text.split("\n\n").flatMap((block) => {
      const [, name, eventId, data] = /^event: (.+)\nid: (.+)\ndata: (.+)$/.exec(block) ?? [];
      return data === undefined ? [] : [{ name, id: eventId ?? "", data: JSON.parse(data) }];
    });
    const [last] = events.slice(-1);
    expect([last?.name, last?.data.state, last?.data.lines]).toEqual(["end", "done", 20_000]);
    const progress = events.filter(({ name }) => name === "progress").map(({ data }) => data.lines);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    const again = await server.send(`GET /imports/${id}/events`, { headers: { "last-event-id": last?.id ?? "" } });
    expect(again.status).toBe(204);
  });
});

test("C-U1 the preview of an undo names the imports that put right lines of it, which stay", async () => {
  const server = await importServer();
  const id = await done(server);
  const none = await server.send(`GET /imports/${id}/undo`);
  expect(none.json.continuedBy).toEqual([]);
  const errors = (await server.send(`GET /imports/${id}/errors.csv`)).text.replace("bob@", "bob@example.com");
  const { json: second } = await server.send("POST /imports?wait=20", { body: errors });
  const { json: preview } = await server.send(`GET /imports/${id}/undo`);
  expect(preview.continuedBy).toMatchObject([{ import: second.import, outcomes: { created: 1 } }]);
  await server.send(`POST /imports/${second.import}/undo?wait=20`, json({}));
  expect((await server.send(`GET /imports/${id}/undo`)).json.continuedBy).toEqual([]);
});
