/**
 * Two servers and a worker on one PostgreSQL with one bucket, as people run them behind a proxy: they know each other's sessions,
 * keys and imports, and are replaced one after the other while work goes on.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listening, muster, startMuster } from "../cli/run-muster.ts";
import { type ObjectStorage, objectStorage } from "../support/object-storage.ts";
import { newDatabase, type TestDatabase } from "../support/postgres-database.ts";

const ROWS = 12_000;
const JSON_BODY = { "content-type": "application/json" };

type Running = { readonly stop: (signal?: "SIGTERM" | "SIGKILL") => Promise<number | null> };
type Server = Running & { readonly url: string; readonly ownerLink: () => string };

const folder = mkdtempSync(join(tmpdir(), "muster-several-"));
const running = new Set<Running>();
let storage: ObjectStorage;
let database: TestDatabase;
let env: Readonly<Record<string, string>>;
let key: string;
let servers: Server[];
let worker: Running;

beforeAll(async () => {
  [storage, database] = await Promise.all([objectStorage(), newDatabase()]);
  env = storage.env({
    DATABASE_URL: database.url,
    MUSTER_SECRET: "a secret that the two servers share with each other",
    MUSTER_OWNER_EMAIL: "owner@example.com",
    MUSTER_LOG_LEVEL: "error",
  });
  servers = await Promise.all([startServer("one"), startServer("two")]);
  worker = startWorker();
  const made = muster(["keys", "create", "test", "--json", "--data", join(folder, "one")], { env });
  key = JSON.parse(made.out).key;
}, 240_000);
afterAll(async () => {
  await Promise.all([...running].map(({ stop }) => stop()));
  await Promise.all([storage.close(), database.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** With a data folder of its own, which it makes, as on a machine of its own. @param port 0 = any */
async function startServer(name: string, port = 0): Promise<Server> {
  const data = join(folder, name);
  const started = startMuster(["serve", "--port", String(port), "--workers", "0", "--data", data], env);
  let said = "";
  for (const stream of [started.child.stdout, started.child.stderr])
    stream.on("data", (piece) => {
      said += String(piece);
    });
  const ends = endsWith(started);
  const url = await listening(started);
  return { ...ends, url, ownerLink: () => /owner in, once:\s+(\S+)\s/.exec(said)?.[1] ?? "" };
}

const startWorker = (): Running => endsWith(startMuster(["worker", "--data", join(folder, "worker")], env));

function endsWith({ child, ended }: ReturnType<typeof startMuster>): Running {
  const process = {
    async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM") {
      running.delete(process);
      child.kill(signal);
      return (await ended).code;
    },
  };
  running.add(process);
  return process;
}

/** The first server's address, and the second's. */
const urls = (): readonly [string, string] => [servers[0]!.url, servers[1]!.url];

const people = (from: number): string =>
  `email,full_name\n${Array.from({ length: ROWS }, (_, at) => `u${from + at}@example.com,Ann ${from + at}`).join("\n")}\n`;

type Answer = { readonly status: number; readonly json: ReturnType<typeof JSON.parse> };

const answered = async (response: Response): Promise<Answer> => ({
  status: response.status,
  json: await response.json(),
});
const get = async (url: string, path: string, headers: Readonly<Record<string, string>> = byKey()): Promise<Answer> =>
  answered(await fetch(`${url}/api/v1${path}`, { headers }));
const byKey = () => ({ authorization: `Bearer ${key}` });

const send = (url: string, file: string, query: string): Promise<Response> =>
  fetch(`${url}/api/v1/imports?${query}`, {
    method: "POST",
    headers: { ...byKey(), "content-type": "text/csv", "idempotency-key": `import ${query}` },
    body: file,
  });

test("a session of one server is one of the other, and ends at both", async () => {
  const [one, two] = urls();
  // They were started at once, and print the same link.
  const [first = "", second = ""] = servers.map(({ ownerLink }) => ownerLink());
  expect(first.replace(one, two)).toBe(second);
  const followed = await fetch(first, { redirect: "manual" });
  const cookie = followed.headers
    .getSetCookie()
    .map((said) => said.split(";")[0])
    .join("; ");
  const me = async (url: string) => (await get(url, "/me", { cookie })).json.email ?? null;
  expect([await me(one), await me(two)]).toEqual(["owner@example.com", "owner@example.com"]);
  const post = async (url: string, path: string, body: object) =>
    (
      await fetch(`${url}/api/auth${path}`, {
        ...{ method: "POST", body: JSON.stringify(body) },
        headers: { ...JSON_BODY, cookie, origin: url, "sec-fetch-site": "same-origin" },
      })
    ).status;
  expect(await post(two, "/password", { newPassword: "a few words in a row" })).toBe(200);
  expect(await post(two, "/sign-out", {})).toBe(200);
  expect([await me(one), await me(two)]).toEqual([null, null]);
});

test("a key of one server opens the other, and what is begun at one is followed at the other (C-A2)", async () => {
  const [one, two] = urls();
  const { json: made } = await answered(await send(one, people(0), "name=first.csv"));
  const events = await fetch(`${two}/api/v1/imports/${made.import}/events`, { headers: byKey() });
  expect(await events.text()).toContain("event: end\n");
  expect((await get(two, `/imports/${made.import}`)).json).toMatchObject({
    state: "done",
    outcomes: { created: ROWS },
  });
  const file = await fetch(`${two}/api/v1/imports/${made.import}/file`, { headers: byKey() });
  expect(await file.text()).toBe(people(0));
  const again = await send(two, people(0), "name=first.csv");
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect((await answered(again)).json.import).toBe(made.import);
});

test("servers and worker are replaced one after the other under requests and an import, and nothing is lost (C-X2)", async () => {
  const asked = { answers: 0, faults: [] as unknown[] };
  let goesOn = true;
  /** As a proxy does: where a server is not there, or ends before it has taken the request, the other one is asked. */
  async function askEither(at: number): Promise<void> {
    const order = at % 2 === 0 ? urls() : urls().toReversed();
    const failed: unknown[] = [];
    for (const url of [...order, ...order]) {
      try {
        const { status, json } = await get(url, "/contacts?limit=5");
        if (status !== 200) asked.faults.push([url, status, json]);
        asked.answers++;
        return;
      } catch (error) {
        failed.push(error);
      }
    }
    asked.faults.push(failed);
  }
  const asking = (async () => {
    const under: Promise<void>[] = [];
    for (let at = 0; goesOn; at++) {
      under.push(askEither(at));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await Promise.all(under);
  })();

  // Where a machine is so busy that the answer is cut off, the same request is sent to the other server, and is not done twice.
  const sent = urls().map(async (url, at) => {
    const post = (to: string) => send(to, people((at + 1) * ROWS), `wait=50&name=rolling-${at}.csv`);
    return answered(await post(url).catch(() => post(urls()[1 - at] ?? url)));
  });
  // Both have the requests that they hold.
  await expect.poll(async () => (await get(urls()[0], "/imports")).json.items.length, { timeout: 60_000 }).toBe(3);
  for (const [at, name] of ["one", "two"].entries()) {
    const { url, stop } = servers[at]!;
    expect(await stop()).toBe(0);
    servers[at] = await startServer(name, Number(new URL(url).port));
  }
  const next = startWorker();
  expect(await worker.stop()).toBe(0);
  worker = next;

  // Who was held waiting is answered with the import as it is by then.
  const begun = await Promise.all(sent);
  expect(begun.map(({ status }) => status)).toEqual([202, 202]);
  for (const { json } of begun) {
    await expect
      .poll(async () => (await get(urls()[1], `/imports/${json.import}`)).json, { timeout: 120_000, interval: 500 })
      .toMatchObject({ state: "done", lines: ROWS, outcomes: { created: ROWS } });
  }
  goesOn = false;
  await asking;
  expect(asked.faults).toEqual([]);
  expect(asked.answers).toBeGreaterThan(0);
});

test("a request that a server of another machine was killed over is done when it comes again, once its lease has ended (C-X2)", async () => {
  const killed = await startServer("killed");
  const endless = new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode("email\n")) });
  const headers = { ...byKey(), "content-type": "text/csv", "idempotency-key": "import name=died.csv" };
  const sent = { method: "POST", headers, body: endless, duplex: "half" } as RequestInit;
  const cut = expect(fetch(`${killed.url}/api/v1/imports?name=died.csv`, sent)).rejects.toThrow();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const underWay = "from idempotency where key = 'import name=died.csv' and digest is null";
  await expect.poll(async () => (await client.query(`select 1 ${underWay}`)).rowCount).toBe(1);
  await killed.stop("SIGKILL");
  await cut;
  // As where it ran in a container of its own: whether it still does cannot be seen from here.
  await client.query("update idempotency set holder = 'elsewhere:1#0.0.0' where digest is null");
  const [one, two] = urls();
  const busy = await answered(await send(one, people(0), "name=died.csv"));
  expect([busy.status, busy.json.code]).toEqual([409, "idempotency_busy"]);
  const aSecondAgo = "(extract(epoch from clock_timestamp()) * 1000)::bigint - 1000";
  await client.query(`update idempotency set held_until = ${aSecondAgo} where digest is null`);
  await client.end();
  const done = await answered(await send(two, people(0), "wait=50&name=died.csv"));
  expect([done.status, done.json.file]).toEqual([202, "died.csv"]);
});
