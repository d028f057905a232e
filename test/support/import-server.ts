/** A server that listens, with a worker in this process, over a data folder of its own. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Ports, Workspace } from "../../src/app/ports.ts";
import { createKey } from "../../src/app/workspace/api-keys.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import { identifyBy } from "../../src/http/auth/identify.ts";
import { signer } from "../../src/http/auth/signer.ts";
import { PortsPool } from "../../src/http/ports-pool.ts";
import { listen } from "../../src/http/server.ts";
import { workOnImports } from "../../src/jobs/import-loop.ts";
import { Rest } from "../../src/jobs/rest.ts";
import { DuplicatesApart } from "../../src/main/duplicates-apart.ts";
import { openPorts } from "../../src/main/open-ports.ts";
import { openPartials } from "../../src/main/stored-files.ts";
import { writeXlsx } from "../../src/source/workbook/write-xlsx.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { newEmbeddedDatabase } from "./embedded-database.ts";
import { accepted } from "./workspace.ts";

export type ImportServer = {
  /** `http://127.0.0.1:PORT/api/v1` */
  readonly url: string;
  readonly port: number;
  /** The data folder. */
  readonly folder: string;
  readonly key: string;
  readonly ports: Ports;
  readonly workspace: Workspace;
  readonly faults: unknown[];
  /** Stored files, and those that are on their way. */
  files(): { readonly stored: readonly string[]; readonly partial: readonly string[] };
  anotherKey(): Promise<string>;
  /** `POST /imports?wait=20`, with the key. */
  send(request: string, init?: Omit<RequestInit, "method"> & { readonly key?: string }): Promise<Answer>;
};

type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: ReturnType<typeof JSON.parse>;
};

export async function importServer(
  said: { readonly preset?: string; readonly policy?: Partial<Workspace["policy"]> } = {},
): Promise<ImportServer> {
  const folder = mkdtempSync(join(tmpdir(), "muster-http-"));
  newEmbeddedDatabase(folder);
  const ports = await openPorts(folder);
  await openWorkspace(ports, "default", said.preset ?? "muster").then(accepted);
  let workspace = accepted(await openWorkspace(ports, "default"));
  const { number, preset } = workspace;
  await ports.store.workspaces.setPolicy(number, { preset, policy: { ...workspace.policy, ...said.policy } });
  workspace = accepted(await openWorkspace(ports, "default"));
  let keys = 0;
  const anotherKey = async (): Promise<string> => {
    const hand = { ports, workspace, actor: { kind: "operator", name: "ops" } } as const;
    return accepted(await createKey(hand, { name: `test ${++keys}`, scopes: ["read", "import", "write", "admin"] }))
      .text;
  };
  const faults: unknown[] = [];
  const worker = await startWorker(folder, faults);
  const sign = signer("a secret for tests that nobody else has", "tokens for embedding");
  const { store: _, ...shared } = ports;
  const pool = new PortsPool(shared, () => openSqliteStore(folder, Date.now));
  const server = await listen({ host: "127.0.0.1", port: 0 });
  const base = `http://127.0.0.1:${server.address.port}`;
  const duplicates = new DuplicatesApart(folder);
  server.answerWith({
    ...{ pool, workbook: writeXlsx, version: "0.0.0-test", partials: await openPartials(folder) },
    duplicates: (workspace, search) => duplicates.find(workspace, search),
    sign,
    identify: identifyBy({ signIn: { identify: async () => null }, sign, log: (error) => faults.push(error) }),
    signIn: { ...nobody, publicUrl: base },
    config: { metricsToken: null, proxies: 0, requestsPerMinute: 0 },
    log: { info: () => undefined, error: (error) => faults.push(error) },
    stopping: new AbortController().signal,
    nudge: () => worker.nudge(),
  });
  onTestFinished(async () => {
    await Promise.all([server.close(), worker.stop(), duplicates.close()]);
    await pool.close();
    await ports.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const key = await anotherKey();
  const listed = (name: string): readonly string[] => {
    try {
      return readdirSync(join(folder, name));
    } catch {
      return [];
    }
  };
  return {
    folder,
    ...{ url: `${base}/api/v1`, port: server.address.port, key, ports, workspace, faults, anotherKey },
    files: () => ({
      stored: listed("files"),
      partial: listed("tmp").filter((name) => /^upload-/.test(name)),
    }),
    send: (request, init = {}) => send(`${base}/api/v1`, request, { ...init, key: init.key ?? key }),
  };
}

/** People do not sign in here: whoever asks has a key. */
const nobody = {
  handle: async () => new Response(null, { status: 404 }),
  link: async () => "",
  sendMail: null,
  isKnown: async () => false,
  revoke: async () => undefined,
};

async function startWorker(folder: string, faults: unknown[]) {
  const ports = await openPorts(folder);
  const [rest, end] = [new Rest(), new AbortController()];
  const work = workOnImports(ports, {
    ...{ once: false, signal: end.signal, rest, onRound: () => undefined },
    onFault: (_, error) => faults.push(error),
  });
  return {
    nudge: () => rest.nudge(),
    async stop() {
      end.abort();
      await work;
      await ports.drafts.close();
      await ports.store.close();
    },
  };
}

async function send(
  base: string,
  request: string,
  { key, headers, ...init }: RequestInit & { readonly key: string },
): Promise<Answer> {
  const [method = "GET", path = "/"] = request.split(" ", 2);
  const response = await fetch(base + path, {
    ...init,
    method,
    headers: { authorization: `Bearer ${key}`, ...(headers as Record<string, string>) },
    ...(init.body instanceof ReadableStream ? { duplex: "half" } : {}),
  } as RequestInit);
  const text = await response.text();
  const isJson =
    /json/.test(response.headers.get("content-type") ?? "") &&
    text !== "" &&
    !/ndjson/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
}

/** A form as browsers and curl send it: parts in the order given. */
export function form(
  ...parts: readonly (readonly [name: string, value: string | Blob, fileName?: string])[]
): FormData {
  const data = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === "string") data.append(name, value);
    else data.append(name, value, fileName ?? "contacts.csv");
  }
  return data;
}

export const csv = (text: string): Blob => new Blob([text], { type: "text/csv" });
