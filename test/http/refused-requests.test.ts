/** What a request is refused with: a status that programs can go by, and words for whoever has no command line. */
import { describe, expect, test } from "vitest";
import { nameIn } from "../../src/http/file-name-header.ts";
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
