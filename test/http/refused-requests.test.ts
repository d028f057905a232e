/** What a request is refused with: a status that programs can go by, and words for whoever has no command line. */
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/core/problem/catalogue.ts";
import { refuseWith } from "../../src/core/problem/refusal.ts";
import { nameIn } from "../../src/http/file-name-header.ts";
import { atTheCommandLine, FIX_OVER_HTTP, overHttp } from "../../src/http/fix-over-http.ts";
import { apiServer } from "../support/api-server.ts";
import { csv, form, importServer } from "../support/import-server.ts";

describe("a refused request", () => {
  test.each([
    ["DELETE /webhooks/whk_0000000000", undefined, "endpoint_unknown"],
    ["POST /webhooks/whk_0000000000/test", {}, "endpoint_unknown"],
    ["GET /merges/mrg_0000000000/undo", undefined, "merge_unknown"],
  ])("%s is answered with 404, as what is not there always is", async (request, body, code) => {
    const server = await apiServer();
    const { status, json } = await server.ask(await server.key(), request, body);
    expect([status, json.code]).toEqual([404, code]);
  });

  test.each([
    ["DELETE /imports", "GET, HEAD, POST"],
    ["PUT /imports/imp_0000000000", "GET, HEAD, PATCH, DELETE"],
  ])("%s is answered with 405 and the methods that there are", async (request, allow) => {
    const server = await importServer();
    const answer = await server.send(request);
    expect([answer.status, answer.json.code, answer.headers.get("allow")]).toEqual([405, "method_not_allowed", allow]);
    expect((await server.send("DELETE /nothing")).json.code).toBe("route_unknown");
  });

  test("says what a number of the query and a value of a contact have to be", async () => {
    const server = await importServer();
    expect((await server.send("GET /imports?limit=abc")).json.detail).toBe("limit: it takes a number.");
    const body = JSON.stringify({ values: { email: "ann@example.com", xyz: 1 } });
    const made = await server.send("POST /contacts", { body, headers: { "content-type": "application/json" } });
    expect([made.status, made.json.code]).toEqual([400, "request_invalid"]);
    expect(made.json.detail).toBe('values.xyz: a value is a text in quotes, such as "12", a list of texts, or null.');
  });

  test("a webhook at a private address is taken, with a warning that it is not called", async () => {
    const server = await importServer();
    const headers = { "content-type": "application/json" };
    const warningFor = async (url: string) =>
      (await server.send("POST /webhooks", { body: JSON.stringify({ url }), headers })).json.warning;
    expect(await warningFor("http://127.0.0.1:9/hook")).toMatch(/^127\.0\.0\.1 is a private address/);
    expect(await warningFor("https://example.com/hook")).toBeUndefined();
    const listed: readonly { readonly webhook: string; readonly warning?: string }[] = (
      await server.send("GET /webhooks")
    ).json.items;
    expect(listed.map(({ warning }) => warning?.split(" ")[0])).toEqual(["127.0.0.1", undefined]);
    const rotated = await server.send(`POST /webhooks/${listed[0]?.webhook}/rotate`);
    expect(rotated.json.warning).toBe(listed[0]?.warning);
  });

  test("says which JSON is none: the body, or the part with the options", async () => {
    const server = await importServer();
    const headers = { "content-type": "application/json" };
    const whole = await server.send("POST /imports", { body: '{"rows":[', headers });
    expect([whole.status, whole.json.detail]).toEqual([400, "The body is no JSON."]);
    const part = await server.send("POST /imports", { body: form(["options", "mode"], ["file", csv("Email\n")]) });
    expect([part.status, part.json.detail]).toEqual([400, "The part options is no JSON."]);
  });
});

describe("the name of a file in Content-Disposition", () => {
  test.each([
    ['attachment; filename="plain.csv"', "plain.csv"],
    ["attachment; filename*=UTF-8''s%C3%B6me.csv", "söme.csv"],
    [`attachment; filename="${Buffer.from("söme.csv").toString("latin1")}"`, "söme.csv"],
    ['attachment; filename="s\u00f6me.csv"', "söme.csv"],
  ])("%j is %s", (header, name) => {
    expect(nameIn(header)).toBe(name);
  });
});

/** Of commands alone: no request meets them. */
const AT_THE_COMMAND_LINE = [
  "file_not_offered",
  "server_unreachable",
  "move_refused",
  "not_from_far",
  "backup_unreadable",
  "data_folder_used",
  "server_differs",
];

describe("what to do next", () => {
  test("names no command where the answer goes over HTTP", () => {
    const commands = /\bmuster [a-z]|--[a-z]/;
    const entries = Object.entries(catalogue).filter(([, { kind }]) => kind === "refusal");
    const left = entries.filter(([code, { fix }]) =>
      commands.test(FIX_OVER_HTTP[code as keyof typeof catalogue] ?? fix),
    );
    expect(left.map(([code]) => code).sort()).toEqual([...AT_THE_COMMAND_LINE].sort());
  });

  test("says to a key what it lacks, and to the command line how to come by it", async () => {
    const server = await apiServer();
    const denied = await server.ask(await server.key({ role: "viewer" }), "POST /tags", { tag: "vip" });
    expect(denied.json.fix).toBe("Use a key with that role.");
    const { refusal } = refuseWith("member_unknown", "No member of the workspace is Bob.");
    const over = overHttp(refusal);
    expect(over).toBe("Choose one that GET /api/v1/members lists, or add them.");
    expect(atTheCommandLine({ ...refusal, fix: over })).toBe(refusal.fix);
  });
});
