/** The HTTP application over a real workspace, without a socket: every request goes through all that a server's would. */
import { join } from "node:path";
import type { Hono } from "hono";
import { onTestFinished } from "vitest";
import type { Workspace } from "../../src/app/ports.ts";
import { createKey } from "../../src/app/workspace/api-keys.ts";
import { createWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { Role } from "../../src/core/member/member.ts";
import type { Scope } from "../../src/core/member/scopes.ts";
import { makeApp } from "../../src/http/app.ts";
import { identifyBy } from "../../src/http/auth/identify.ts";
import { makeSignIn, type SignIn } from "../../src/http/auth/sign-in.ts";
import { signer } from "../../src/http/auth/signer.ts";
import { PortsPool } from "../../src/http/ports-pool.ts";
import type { ServerParts } from "../../src/http/server-parts.ts";
import { DuplicatesApart } from "../../src/main/duplicates-apart.ts";
import { FolderPartialFiles } from "../../src/source/folder-partial-files.ts";
import { writeXlsx } from "../../src/source/workbook/write-xlsx.ts";
import { openSignInDatabase } from "../../src/store/sqlite/sign-in-database.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { accepted, type TestOptions, type TestWorkspace, testWorkspace } from "./workspace.ts";

export type ApiServer = {
  readonly app: Hono;
  readonly test: TestWorkspace;
  readonly signIn: SignIn;
  /** Faults that were logged. */
  readonly faults: unknown[];
  /** How often the workers were nudged. */
  readonly nudges: { count: number };
  /** The server ends. */
  readonly stopping: AbortController;
  /** A key that acts as an admin with every scope, unless it is said otherwise. */
  key(said?: {
    readonly workspace?: Workspace;
    readonly role?: Role;
    readonly scopes?: readonly Scope[];
  }): Promise<string>;
  /** Another workspace of the same server. */
  otherWorkspace(slug: string): Promise<Workspace>;
  /** JSON is sent where `body` is no text; JSON is read where it is answered. */
  ask(key: string | null, request: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
};

type Answer = {
  readonly status: number;
  readonly headers: Headers;
  /** Null where the answer is no JSON. */
  readonly json: ReturnType<typeof JSON.parse>;
  readonly text: string;
};

const ALL: readonly Scope[] = ["read", "import", "write", "admin"];

export async function apiServer(
  options: TestOptions = {},
  said: Partial<ServerParts["config"]> = {},
): Promise<ApiServer> {
  const test = await testWorkspace(options);
  const data = join(test.folder, "data");
  const faults: unknown[] = [];
  const nudges = { count: 0 };
  const stopping = new AbortController();
  const publicUrl = "http://muster.test";
  const signIn = await makeSignIn({
    ...{ database: openSignInDatabase(data), secret: "a secret for tests that nobody else has", publicUrl },
    ...{ sendMail: null, oidc: null, isInvited: async () => true, log: (message) => faults.push(message) },
  });
  const sign = signer("a secret for tests that nobody else has", "tokens for embedding");
  const { store, ...shared } = test.ports;
  const pool = new PortsPool(shared, () => openSqliteStore(data, shared.now));
  const duplicates = new DuplicatesApart(data);
  const app = makeApp({
    partials: new FolderPartialFiles(data),
    duplicates: (workspace, search) => duplicates.find(workspace, search),
    ...{ pool, workbook: writeXlsx, version: "0.0.0-test", signIn: { ...signIn, publicUrl } },
    sign,
    identify: identifyBy({ signIn, sign, log: (error) => faults.push(error) }),
    config: { metricsToken: null, proxies: 0, requestsPerMinute: 0, ...said },
    log: { info: () => undefined, error: (error) => faults.push(error) },
    stopping: stopping.signal,
    nudge: () => {
      nudges.count++;
    },
  });
  onTestFinished(async () => {
    signIn.close();
    await duplicates.close();
    await pool.close();
    await test.close();
  });
  return {
    ...{ app, test, signIn, faults, nudges, stopping },
    async key({ workspace = test.workspace, role = "admin", scopes = ALL } = {}) {
      const actor = { kind: "operator", name: "ops" } as const;
      const made = await createKey(
        { ports: test.ports, workspace, actor },
        { name: `${role} ${scopes}`, role, scopes },
      );
      return accepted(made).text;
    },
    otherWorkspace: async (slug) => accepted(await createWorkspace(test.ports, { slug, name: slug, preset: "muster" })),
    ask: (key, request, body, headers = {}) => ask(app, { key, request, body, headers }),
  };
}

type Asked = {
  readonly key: string | null;
  /** `GET /contacts?limit=1`, below `/api/v1`. */
  readonly request: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

async function ask(app: Hono, { key, request, body, headers }: Asked): Promise<Answer> {
  const [method = "GET", path = "/"] = request.split(" ", 2);
  const isJson = body !== undefined && typeof body !== "string" && !(body instanceof FormData);
  const response = await app.request(`http://muster.test/api/v1${path}`, {
    method,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(isJson ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as string) }),
  });
  const text = await response.text();
  const answersJson = /json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: answersJson && text !== "" ? JSON.parse(text) : null,
  };
}
