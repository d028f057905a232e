/** Every endpoint of the OpenAPI document, asked by every role, by nobody, and from another workspace. */
import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/core/member/actor.ts";
import { ROLES, type Role } from "../../src/core/member/member.ts";
import { ACTIONS, type Action, deniedAction } from "../../src/core/member/permissions.ts";
import { SCOPES } from "../../src/core/member/scopes.ts";
import { type ApiServer, apiServer } from "../support/api-server.ts";

type Operation = { readonly method: string; readonly path: string; readonly need: string };

async function operationsOf({ app }: ApiServer): Promise<readonly Operation[]> {
  const response = await app.request("http://muster.test/api/openapi.json");
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Record<string, unknown>>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace("/api/v1", ""),
      need: String(operation["x-permission"] ?? "nothing is stated"),
    })),
  );
}

/** Ids that nobody has, of the right form for each path. */
const filled = (path: string, values: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "imp_0000000000");

const asked = ({ method, path }: Operation, values?: Readonly<Record<string, string>>): string =>
  `${method} ${filled(path, values)}`;

const bodyOf = ({ method }: Operation): unknown => (["GET", "HEAD", "DELETE"].includes(method) ? undefined : {});

/** An answer to HEAD has a status and no body. */
const codeOf = ({ method }: Operation, json: { readonly code?: string } | null, expected: string): unknown =>
  method === "HEAD" ? expected : json?.code;

describe("every route (C-M1, C-M4)", () => {
  test("states which permission it needs", async () => {
    const server = await apiServer();
    const known = [...ACTIONS, "signed_in", "public"];
    const operations = await operationsOf(server);
    expect(operations.length).toBeGreaterThan(40);
    expect(operations.filter(({ need }) => !known.includes(need))).toEqual([]);
  });

  test("answers nobody who does not say who asks, unless it is public", async () => {
    const server = await apiServer();
    for (const operation of await operationsOf(server)) {
      if (operation.need === "public") continue;
      const { status, json } = await server.ask(null, asked(operation), bodyOf(operation));
      const code = codeOf(operation, json, "signed_out");
      expect([operation, status, code]).toEqual([operation, 401, "signed_out"]);
    }
  });

  test.each(ROLES)("does for a key in the role %s what the role may, and refuses the rest with 403", async (role) => {
    const server = await apiServer();
    const key = await server.key({ role });
    for (const operation of await operationsOf(server)) {
      const { status, json } = await server.ask(key, asked(operation), bodyOf(operation));
      const isAllowed = mayAsk(server, role, operation.need);
      const code = codeOf(operation, json, "permission_denied");
      expect([operation, isAllowed, status === 403 && code === "permission_denied"]).toEqual([
        ...[operation, isAllowed, !isAllowed],
      ]);
      if (isAllowed) expect([operation, status < 500]).toEqual([operation, true]);
    }
    expect(server.faults).toEqual([]);
  });

  test("shows and changes nothing of another workspace", async () => {
    const server = await apiServer();
    const record = await server.test.import("Email,Name,Company\nann@secret.example,Ann Secret,Secret Ltd\n");
    const own = await server.key();
    const [contact] = (await server.ask(own, "GET /contacts")).json.items;
    const [account] = (await server.ask(own, "GET /accounts")).json.items;
    const before = await everything(server, own);
    const other = await server.key({ workspace: await server.otherWorkspace("other") });
    const ids: Readonly<Record<string, string>> = { imports: record.id, contacts: contact.id, accounts: account.id };
    for (const operation of await operationsOf(server)) {
      const kind = operation.path.split("/")[1] ?? "";
      const id = ids[kind] ?? record.id;
      const answer = await server.ask(other, asked(operation, { id }), bodyOf(operation));
      expect([operation, answer.text.toLowerCase().includes("secret")]).toEqual([operation, false]);
      if (operation.path.includes("{id}")) expect([operation, answer.status >= 400]).toEqual([operation, true]);
    }
    expect(await everything(server, own)).toEqual(before);
    expect(server.faults).toEqual([]);
  });

  test("a key says of another workspace only that it is not in it", async () => {
    const server = await apiServer();
    await server.otherWorkspace("other");
    const key = await server.key();
    const there = await server.ask(key, "GET /contacts", undefined, { "muster-workspace": "other" });
    const nowhere = await server.ask(key, "GET /contacts", undefined, { "muster-workspace": "nowhere" });
    expect([there.status, there.json.code]).toEqual([404, "workspace_unknown"]);
    expect(there.json.detail.replace("other", "nowhere")).toBe(nowhere.json.detail);
  });
});

function mayAsk({ test: { workspace } }: ApiServer, role: Role, need: string): boolean {
  if (need === "signed_in" || need === "public") return true;
  const actor: Actor = { kind: "key", name: "test", role, scopes: SCOPES };
  return deniedAction(actor, need as Action, workspace.policy) === null;
}

/** What a workspace holds, as its own key reads it. */
async function everything(server: ApiServer, key: string): Promise<readonly unknown[]> {
  const lists = [
    "contacts",
    "accounts",
    "imports",
    "fields",
    "tags",
    "members",
    "sources",
    "mappings",
    "policy",
    "merges",
    "bulk-changes",
  ];
  return Promise.all(lists.map(async (list) => (await server.ask(key, `GET /${list}`)).json));
}
