/** Tokens with which pages of other products let their users import: what they are made from, what they reach, and when they end. */
import { describe, expect, test } from "vitest";
import type { ImportPatch } from "../../src/app/ports.ts";
import { findImport } from "../../src/app/view/find-by-id.ts";
import { addMember } from "../../src/app/workspace/change-members.ts";
import { pageOrigin } from "../../src/core/embed/page-origin.ts";
import { type ApiServer, apiServer } from "../support/api-server.ts";
import { accepted, type TestOptions } from "../support/workspace.ts";

/** 2026-01-01T00:00:00Z */
const START = 1_767_225_600_000;

/** Its clock stands until a test lets time pass. */
const embedServer = async (options: TestOptions = {}) => {
  let now = START;
  const server = await apiServer({ ...options, now: () => now });
  return {
    ...server,
    pass: (ms: number) => {
      now += ms;
    },
  };
};

const PAGES = { origins: ["https://app.example.com"] };

async function tokenFor(server: ApiServer, said: object, key?: string): Promise<string> {
  const made = await server.ask(key ?? (await server.key()), "POST /embed/tokens", { ...PAGES, ...said });
  expect(made.status).toBe(201);
  return made.json.token;
}

async function planned(server: ApiServer, token: string, text = "Email\nann@example.com\n"): Promise<string> {
  const answer = await server.ask(token, "POST /imports?dryRun=true&name=people.csv", text, {
    "content-type": "application/octet-stream",
  });
  expect([answer.status, answer.json]).toMatchObject([202, { state: "received" }]);
  return answer.json.import;
}

test("an API key is given a token for minutes, for pages of some origins and one user (C-A6)", async () => {
  const server = await embedServer();
  const asked = { origins: ["https://App.example.com:443/", "http://localhost:4000"], user: "u-42", minutes: 5 };
  const { status, json } = await server.ask(await server.key(), "POST /embed/tokens", asked);
  expect(status).toBe(201);
  expect(json.origins).toEqual(["https://app.example.com", "http://localhost:4000"]);
  expect(Date.parse(json.expiresAt) - START).toBe(5 * 60_000);
  const me = await server.ask(json.token, "GET /me");
  expect(me.json).toMatchObject({
    ...{ name: expect.stringMatching(/^u-42 \(key /), email: null, operator: false },
    embed: { origins: json.origins, expiresAt: json.expiresAt },
    workspaces: [{ slug: json.workspace, may: ["import"] }],
  });
});

const WRONG: readonly (readonly [string, object])[] = [
  ["no origin", { origins: [], user: "ann" }],
  ["every origin", { origins: ["*"], user: "ann" }],
  ["an address with a path", { origins: ["https://app.example.com/import"], user: "ann" }],
  ["an origin that would end the page's policy", { origins: ["https://app.example.com;script-src"], user: "ann" }],
  [
    "more origins than a product has",
    { origins: Array.from({ length: 11 }, (_, at) => `https://a${at}.example`), user: "a" },
  ],
  ["nobody", PAGES],
  ["a user and a member", { ...PAGES, user: "ann", member: "ann@example.com" }],
  ["a user with spaces", { ...PAGES, user: "ann (key other)" }],
  ["hours", { ...PAGES, user: "ann", minutes: 600 }],
  ["no time", { ...PAGES, user: "ann", minutes: 0 }],
];

test.each(WRONG)("no token is made for %s", async (_name, asked) => {
  const server = await embedServer();
  const { status, json } = await server.ask(await server.key(), "POST /embed/tokens", asked);
  expect([status, json.code, json.fix]).toEqual([422, "embed_token_invalid", expect.stringMatching(/origins|user/)]);
});

test("a key without the right to import, a session and a token make no tokens", async () => {
  const server = await embedServer();
  const asked = { ...PAGES, user: "ann" };
  const reading = await server.key({ scopes: ["read"] });
  expect(await server.ask(reading, "POST /embed/tokens", asked)).toMatchObject({ status: 403 });
  const token = await tokenFor(server, { user: "ann" });
  expect(await server.ask(token, "POST /embed/tokens", asked)).toMatchObject({
    ...{ status: 403, json: { code: "embed_not_allowed" } },
  });
});

test("of all endpoints a token reaches those that say so, and they are steps of an import (C-A6, C-M1)", async () => {
  const server = await embedServer();
  const token = await tokenFor(server, { user: "ann" });
  const response = await server.app.request("http://muster.test/api/openapi.json");
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Record<string, unknown>>> };
  const reached: string[] = [];
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (operation["x-permission"] === "public") continue;
      const asked = `${method.toUpperCase()} ${path.replace("/api/v1", "").replace(/\{\w+\}/g, "imp_0000000000")}`;
      const body = ["get", "head", "delete"].includes(method) ? undefined : {};
      const answer = await server.ask(token, asked, body);
      const isClosed = answer.status === 403 && (method === "head" || answer.json.code === "embed_not_allowed");
      expect([asked, isClosed]).toEqual([asked, operation["x-embed"] !== true]);
      if (!isClosed) reached.push(asked.replace(/^\w+ /, "").split("/")[1] ?? "");
    }
  expect([...new Set(reached)].toSorted()).toEqual(["fields", "imports", "me", "policy", "templates", "uploads"]);
  expect(server.faults).toEqual([]);
});

test("whoever has a token sees their own imports, by any token that is made for them, and nobody else's (C-A6, C-M4)", async () => {
  const server = await embedServer();
  const key = await server.key();
  const ann = await tokenFor(server, { user: "ann" }, key);
  const id = await planned(server, ann);
  const again = await tokenFor(server, { user: "ann", origins: ["https://other.example.com"] }, key);
  expect(await server.ask(again, `GET /imports/${id}`)).toMatchObject({
    ...{ status: 200, json: { by: expect.stringMatching(/^ann \(key /) } },
  });
  const bob = await tokenFor(server, { user: "bob" }, key);
  for (const asked of [
    `GET /imports/${id}`,
    `GET /imports/${id}/lines`,
    `POST /imports/${id}/start`,
    "GET /imports/latest",
  ])
    expect(await server.ask(bob, asked, asked.startsWith("POST") ? {} : undefined)).toMatchObject({
      ...{ status: 404, json: { code: "import_unknown" } },
    });
  const upload = await server.ask(ann, "POST /uploads?name=a.csv", "Email\na@example.com\n", {
    "content-type": "application/octet-stream",
  });
  expect((await server.ask(again, `GET /uploads/${upload.json.upload}`)).status).toBe(200);
  expect((await server.ask(bob, `GET /uploads/${upload.json.upload}`)).status).toBe(404);
  // Even where it is theirs: while a body comes, somebody else's may become the newest.
  expect(await server.ask(ann, "POST /imports/latest/start", {})).toMatchObject({
    ...{ status: 404, json: { code: "import_unknown" } },
  });
  // Whoever has the key sees them all.
  expect((await server.ask(key, `GET /imports/${id}`)).status).toBe(200);
});

async function changed(server: ApiServer, id: string, patch: ImportPatch): Promise<void> {
  const { ports, workspace } = server.test;
  const { ref } = accepted(await findImport(ports, workspace, id));
  await ports.store.jobs.withdraw(ref);
  const record = await ports.store.imports.get(ref);
  expect(record && (await ports.store.imports.patch(record, patch))).not.toBeNull();
}

test("a token goes on with no undo that was interrupted: it undoes nothing (C-A6)", async () => {
  const server = await embedServer();
  const key = await server.key();
  const token = await tokenFor(server, { user: "ann" }, key);
  const id = await planned(server, token);
  const tally = { restored: 0, partly: 0, kept: 0, merged: 0, deleted: 0, gone: 0, erased: 0 };
  const undo = { only: null, includeEdited: false, beforeLine: 1, stateBefore: "done", tally } as const;
  await changed(server, id, { state: "undoing", undo });
  expect(await server.ask(token, `POST /imports/${id}/resume`)).toMatchObject({
    ...{ status: 403, json: { code: "embed_not_allowed" } },
  });
  expect((await server.ask(key, `POST /imports/${id}/resume`)).status).toBe(202);
});

test("corrected lines continue an import of the same person, and are a file of its own for another (C-A6, C-M4)", async () => {
  const server = await embedServer();
  const key = await server.key();
  const ann = await tokenFor(server, { user: "ann" }, key);
  const id = await planned(server, ann);
  await changed(server, id, { state: "running", startedAt: START });
  const corrected = `Email,Line,Error,Fix,Import\nann@example.com,2,,,${id}\n`;
  const continued = async (token: string): Promise<unknown> => {
    const { ports, workspace } = server.test;
    const made = await planned(server, token, corrected);
    return accepted(await findImport(ports, workspace, made)).settings.continues?.id;
  };
  expect(await continued(ann)).toBe(id);
  expect(await continued(await tokenFor(server, { user: "bob" }, key))).toBeUndefined();
  expect(await continued(key)).toBe(id);
});

describe("a token ends", () => {
  test("by itself, and says what to do", async () => {
    const server = await embedServer();
    const token = await tokenFor(server, { user: "ann", minutes: 1 });
    server.pass(59_000);
    expect((await server.ask(token, "GET /policy")).status).toBe(200);
    server.pass(1_000);
    expect(await server.ask(token, "GET /policy")).toMatchObject({
      ...{ status: 401, json: { code: "embed_token_expired", fix: expect.stringContaining("muster-token") } },
    });
  });

  test("when its key is revoked", async () => {
    const server = await embedServer();
    const token = await tokenFor(server, { user: "ann" });
    const { ports, workspace } = server.test;
    for (const { number } of await ports.store.keys.list(workspace.number))
      await ports.store.keys.revoke(workspace.number, number, ports.now());
    expect(await server.ask(token, "GET /policy")).toMatchObject({
      status: 401,
      json: { code: "embed_token_unknown", detail: expect.stringContaining("key") },
    });
  });

  test("when it is for a member who has left", async () => {
    const server = await embedServer();
    const { ports, workspace } = server.test;
    const hand = { ports, workspace, actor: { kind: "operator", name: "ops" } } as const;
    accepted(await addMember(hand, { email: "ann@example.com", role: "editor" }));
    const token = await tokenFor(server, { member: "Ann@example.com" });
    expect((await server.ask(token, `GET /imports/${await planned(server, token)}`)).json.by).toBe("ann@example.com");
    await server.ask(await server.key({ role: "admin", scopes: ["admin"] }), "DELETE /members/ann@example.com");
    expect(await server.ask(token, "GET /policy")).toMatchObject({
      status: 401,
      json: { code: "embed_token_unknown" },
    });
  });

  test("where a sign of it was changed", async () => {
    const server = await embedServer();
    const token = await tokenFor(server, { user: "ann" });
    const [pages, signed, holder, signature] = token.slice("mse_".length).split(".");
    const other = Buffer.from(JSON.stringify({ hint: "mst_12345678", key: 1, user: "bob" })).toString("base64url");
    const forged = [
      `mse_${pages}.${signed}.${other}.${signature}`,
      `mse_${pages}.${signed}.${holder}.${signed}`,
      `mse_${pages}.${signed}`,
      "mse_",
      `${token}x`,
    ];
    for (const text of forged)
      expect(await server.ask(text, "GET /policy")).toMatchObject({
        ...{ status: 401, json: { code: "embed_token_unknown" } },
      });
  });
});

test("a member imports with the lesser of two roles: their own, and the key's", async () => {
  const server = await embedServer({ policy: { minRole: "admin" } });
  const { ports, workspace } = server.test;
  const hand = { ports, workspace, actor: { kind: "operator", name: "ops" } } as const;
  accepted(await addMember(hand, { email: "ed@example.com", role: "editor" }));
  const token = await tokenFor(server, { member: "ed@example.com" });
  expect(await server.ask(token, "POST /uploads", "Email\n")).toMatchObject({ status: 403 });
  expect((await server.ask(token, "GET /me")).json.workspaces[0].may).toEqual([]);
});

test("the frame may stand in the pages that the token names, and in no others (C-A6)", async () => {
  const server = await embedServer();
  const token = await tokenFor(server, { user: "ann", origins: ["https://a.example", "https://b.example:8443"] });
  const pass = token.slice("mse_".length).split(".").slice(0, 2).join(".");
  const frame = async (query: string) => (await server.app.request(`http://muster.test/embed/frame${query}`)).headers;
  const named = await frame(`?for=${pass}`);
  expect(named.get("content-security-policy")).toMatch(
    /frame-ancestors https:\/\/a\.example https:\/\/b\.example:8443$/,
  );
  expect(named.get("content-security-policy")).toContain("default-src 'self';");
  expect([named.get("x-frame-options"), named.get("set-cookie")]).toEqual([null, null]);
  for (const query of ["", "?for=", `?for=${pass}x`, `?for=${token}`, "?for=a.b"]) {
    const headers = await frame(query);
    expect([query, headers.get("x-frame-options")]).toEqual([query, "DENY"]);
    expect(headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'$/);
  }
  // The half that stands in the address opens nothing.
  expect((await server.ask(`mse_${pass}`, "GET /me")).status).toBe(401);
});

test.each([
  ["https://app.example.com", "https://app.example.com"],
  [" HTTPS://App.Example.com:443/ ", "https://app.example.com"],
  ["http://localhost:4000", "http://localhost:4000"],
  ["http://127.0.0.1:80", "http://127.0.0.1"],
  ["http://[::1]:4000", "http://[::1]:4000"],
  ["https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"],
  ["https://*.example.com", null],
  ["https://a.example https://b.example", null],
  ["https://user@a.example", null],
  ["https://a.example?x", null],
  ["https://a.example:99999", null],
  ["'none'", null],
  ["null", null],
  ["", null],
])("the origin %j is understood as %j", (text, origin) => expect(pageOrigin(text)).toBe(origin));

test("a token cancels its import, and takes back no undo of it that somebody has asked for (C-A6)", async () => {
  const server = await embedServer();
  const key = await server.key();
  const token = await tokenFor(server, { user: "ann" }, key);
  const id = await planned(server, token);
  await changed(server, id, { state: "done" });
  expect((await server.ask(key, `POST /imports/${id}/undo`, {})).status).toBe(202);
  const { ports, workspace } = server.test;
  const { ref } = accepted(await findImport(ports, workspace, id));
  const waits = async () => (await ports.store.imports.get(ref))?.job?.wish.kind;
  expect(await server.ask(token, `POST /imports/${id}/cancel`)).toMatchObject({
    ...{ status: 403, json: { code: "embed_not_allowed" } },
  });
  expect(await waits()).toBe("undo");
  expect((await server.ask(key, `POST /imports/${id}/cancel`)).status).toBe(202);
  expect(await waits()).toBeUndefined();
  const other = await planned(server, token, "Email\nbob@example.com\n");
  expect((await server.ask(token, `POST /imports/${other}/cancel`)).json).toMatchObject({ state: "cancelled" });
});
