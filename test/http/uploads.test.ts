/** Files that wait for their import: at once or in parts, looked at before, and their owner's alone. */
import { Readable } from "node:stream";
import { Upload } from "tus-js-client";
import { describe, expect, test } from "vitest";
import { partialName } from "../../src/app/upload/uploads.ts";
import { decodeId } from "../../src/core/public-id.ts";
import { FolderPartialFiles } from "../../src/source/folder-partial-files.ts";
import { csv, form, type ImportServer, importServer } from "../support/import-server.ts";
import { textRows, xlsxOf } from "../support/workbook-of.ts";

const PEOPLE = "Email,Name\nann@example.com,Ann\n";
const upload = async (server: ImportServer, body: string | FormData): Promise<string> =>
  (await server.send("POST /uploads?name=people.csv", { body })).json.upload;
const importOf = (id: string, options: unknown = {}) => ({
  body: JSON.stringify({ upload: id, options }),
  headers: { "content-type": "application/json" },
});

describe("an upload", () => {
  test.each([
    ["as the body", () => PEOPLE],
    ["as a form", () => form(["file", csv(PEOPLE)])],
  ])("%s waits for its import, which uses it up", async (_, body) => {
    const server = await importServer();
    const made = await server.send("POST /uploads?name=people.csv", { body: body() });
    expect([made.status, made.json]).toEqual([201, expect.objectContaining({ bytes: PEOPLE.length, isWhole: true })]);
    expect(made.headers.get("location")).toBe(`/api/v1/uploads/${made.json.upload}`);
    const refused = await server.send("POST /imports", importOf(made.json.upload, { map: ["X=email"] }));
    expect(refused.json.code).toBe("mapping_invalid");
    const ended = await server.send("POST /imports?wait=20", importOf(made.json.upload, { tags: ["a"] }));
    expect(ended.json).toMatchObject({ state: "done", lines: 1, file: "people.csv" });
    expect((await server.send(`GET /uploads/${made.json.upload}`)).json.code).toBe("upload_unknown");
    expect((await server.send(`GET /imports/${ended.json.import}/file`)).text).toBe(PEOPLE);
  });

  test("becomes one import, whoever asks for it twice at once", async () => {
    const server = await importServer();
    const id = await upload(server, PEOPLE);
    const both = await Promise.all([1, 2].map(() => server.send("POST /imports?wait=20", importOf(id))));
    expect(both.map(({ status, json }) => [status, json.code ?? null]).sort()).toEqual([
      [202, null],
      [404, "upload_unknown"],
    ]);
    expect((await server.send("GET /imports")).json.items).toHaveLength(1);
  });

  test("shows how it is read and mapped, and what is missing", async () => {
    const server = await importServer();
    const id = await upload(server, PEOPLE);
    const table = (await server.send(`GET /uploads/${id}/table`)).json;
    expect(table.dialect).toMatchObject({ format: "csv", delimiter: ",", header: true });
    expect(table.columns.map(({ target }: { target: { field: string } }) => target.field)).toEqual([
      "email",
      "full_name",
    ]);
    expect([table.rows, table.refusal]).toEqual([[{ line: 2, cells: ["ann@example.com", "Ann"] }], null]);
    expect(table.hasMoreRows).toBe(false);
    const long = await upload(server, `Email\n${"ann@example.com\n".repeat(250)}`);
    expect((await server.send(`GET /uploads/${long}/table`)).json.hasMoreRows).toBe(true);
    const without = (await server.send(`GET /uploads/${id}/table?map=Email%3D&map=Name%3D`)).json;
    expect([without.refusal.code, without.columns.length]).toEqual(["columns_none_mapped", 2]);
    const semicolons = (await server.send(`GET /uploads/${id}/table?delimiter=semicolon&header=false`)).json;
    expect([semicolons.columns.length, semicolons.rows.length]).toEqual([1, 2]);
    const empty = (await server.send(`GET /uploads/${await upload(server, "Email\n")}/table`)).json;
    expect([empty.refusal.code, empty.rows]).toEqual(["file_empty", []]);
  });

  test("of a workbook is converted once for each sheet, and all of it goes again", async () => {
    const server = await importServer();
    const sheet = (name: string, email: string) => ({ name, rows: textRows([["Email"], [email]]) });
    const workbook = await xlsxOf({ sheets: [sheet("One", "a@example.com"), sheet("Two", "b@example.com")] });
    const id = await upload(server, form(["file", new Blob([workbook as Uint8Array<ArrayBuffer>]), "book.xlsx"]));
    const { refusal } = (await server.send(`GET /uploads/${id}/table`)).json;
    expect([refusal.code, refusal.names]).toEqual(["sheet_needed", ["One", "Two"]]);
    for (const sheet of ["One", "Two", "Two"]) {
      const { rows } = (await server.send(`GET /uploads/${id}/table?sheet=${sheet}`)).json;
      expect(rows[0].cells[0]).toBe(sheet === "One" ? "a@example.com" : "b@example.com");
    }
    expect(server.files().stored).toHaveLength(3);
    expect((await server.send("POST /imports?wait=20", importOf(id, { sheet: "Two" }))).json.lines).toBe(1);
    expect(server.files().stored).toHaveLength(2);
  });

  test("whose header speaks of opportunities asks what its lines are, and says what they look like", async () => {
    const server = await importServer();
    const id = await upload(server, "Deal name,Stage,Pipeline\nBig,Won,Sales\n");
    const table = (await server.send(`GET /uploads/${id}/table`)).json;
    expect([table.refusal.code, table.looksLike]).toEqual(["object_unsaid", "opportunities"]);
    expect(table.refusal.names).toEqual(["Deal name", "Pipeline", "Stage"]);
    const said = (await server.send(`GET /uploads/${id}/table?object=opportunities`)).json;
    expect([said.looksLike, said.columns[0].target.field]).toEqual([null, "name"]);
  });

  test("of lines with errors says which import it continues, and what holds as it did then (C-Q2)", async () => {
    const server = await importServer();
    const first = await server.send("POST /imports?wait=20&name=people.csv&tags=fair", {
      body: form(["file", csv("Email,Name\nann@example.com,Ann\nbo@,Bo\ncy@,Cy\n")]),
    });
    const errors = (await server.send(`GET /imports/${first.json.import}/errors.csv`)).text;
    const id = await upload(server, errors.replace("bo@", "bo@example.com"));
    const { continues, headers } = (await server.send(`GET /uploads/${id}/table`)).json;
    expect(continues).toMatchObject({
      ...{ import: first.json.import, object: "contacts", lines: 2, isWhole: true, ownColumns: 2, mode: "both" },
    });
    expect(headers.slice(continues.ownColumns)).toEqual(["Line", "Error", "Fix", "Import"]);
    const own = await upload(server, PEOPLE);
    expect((await server.send(`GET /uploads/${own}/table`)).json.continues).toBeNull();
  });

  test("is nobody else's, and is gone when it was deleted", async () => {
    const server = await importServer();
    const id = await upload(server, PEOPLE);
    const key = await server.anotherKey();
    for (const request of [`GET /uploads/${id}`, `GET /uploads/${id}/table`, `DELETE /uploads/${id}`])
      expect([request, (await server.send(request, { key })).status]).toEqual([request, 404]);
    expect((await server.send("POST /imports", { ...importOf(id), key })).status).toBe(404);
    expect((await server.send(`DELETE /uploads/${id}`)).status).toBe(204);
    expect([(await server.send(`GET /uploads/${id}`)).status, server.files().stored]).toEqual([404, []]);
  });
});

describe("a resumable upload (tus)", () => {
  const text = `Email,Name\n${"ann@example.com,Ann\n".repeat(6_000)}`;

  const send = (server: ImportServer, chunkSize: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const sent = new Upload(Readable.from([Buffer.from(text)], { objectMode: false }), {
        ...{ endpoint: `${server.url}/uploads/tus`, chunkSize, uploadSize: text.length, retryDelays: null },
        headers: { authorization: `Bearer ${server.key}` },
        metadata: { filename: "../people.csv" },
        onError: reject,
        onSuccess: () => resolve(String(sent.url)),
      });
      sent.start();
    });

  test("comes in parts and is imported like any other (C-A2)", async () => {
    const server = await importServer();
    const id = (await send(server, 20_000)).split("/").at(-1) ?? "";
    expect((await server.send(`GET /uploads/${id}`)).json).toMatchObject({ name: "people.csv", isWhole: true });
    expect(server.files().partial).toEqual([]);
    expect((await server.send("POST /imports?wait=20", importOf(id))).json).toMatchObject({
      state: "done",
      lines: 6_000,
    });
    expect(server.faults).toEqual([]);
  });

  const tus = (headers: Readonly<Record<string, string>> = {}) => ({
    headers: { "tus-resumable": "1.0.0", ...headers },
  });

  test("that had come whole when the server went down is stored once somebody asks how far it is", async () => {
    const server = await importServer();
    const length = String(PEOPLE.length);
    const begun = await server.send("POST /uploads/tus", tus({ "upload-length": length }));
    const id = begun.headers.get("location")?.split("/").at(-1) ?? "";
    const number = decodeId("upl", server.workspace.idKey, id) ?? 0;
    const partial = partialName({ workspace: server.workspace.number, number });
    await new FolderPartialFiles(server.folder).append(partial, Readable.from([Buffer.from(PEOPLE)]));
    expect((await server.send("POST /imports", importOf(id))).json.code).toBe("upload_incomplete");
    expect((await server.send(`HEAD /uploads/tus/${id}`, tus())).headers.get("upload-offset")).toBe(length);
    expect((await server.send("POST /imports?wait=20", importOf(id))).json).toMatchObject({ state: "done", lines: 1 });
    expect(server.files().partial).toEqual([]);
  });

  test("goes on where it was cut off, and from nowhere else", async () => {
    const server = await importServer();
    const begun = await server.send("POST /uploads/tus", tus({ "upload-length": "10" }));
    const id = begun.headers.get("location")?.split("/").at(-1) ?? "";
    const part = (offset: number, body: string) =>
      server.send(`PATCH /uploads/tus/${id}`, {
        ...tus({ "upload-offset": String(offset), "content-type": "application/offset+octet-stream" }),
        body,
      });
    expect((await part(0, "Email")).headers.get("upload-offset")).toBe("5");
    expect((await server.send(`HEAD /uploads/tus/${id}`, tus())).headers.get("upload-offset")).toBe("5");
    expect((await part(3, "x")).status).toBe(409);
    expect((await part(5, "more than was said")).status).toBe(413);
    expect((await server.send("POST /imports", importOf(id))).json.code).toBe("upload_incomplete");
    const key = await server.anotherKey();
    expect((await server.send(`HEAD /uploads/tus/${id}`, { ...tus(), key })).status).toBe(404);
    expect((await part(5, "\na@b.")).status).toBe(204);
    expect((await server.send(`GET /uploads/${id}`)).json).toMatchObject({ received: 10, isWhole: true });
    expect((await server.send(`DELETE /uploads/tus/${id}`, tus())).status).toBe(204);
    expect(server.files()).toEqual({ stored: [], partial: [] });
  });

  test("one that says it is too large is not begun", async () => {
    const server = await importServer({ policy: { maxBytes: 100 } });
    const refused = await server.send("POST /uploads/tus", tus({ "upload-length": "101" }));
    expect(refused.status).toBe(413);
    expect(server.faults).toEqual([]);
  });
});
