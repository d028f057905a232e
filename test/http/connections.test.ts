/** Connections to the database are few and everybody's: nobody keeps one for as long as they like. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Ports, Store } from "../../src/app/ports.ts";
import { CONNECTIONS, FOLLOWED_AT_ONCE } from "../../src/http/limits.ts";
import { PortsPool } from "../../src/http/ports-pool.ts";
import { type ApiServer, apiServer } from "../support/api-server.ts";

const MORE = CONNECTIONS + 2;

/** What is said where nothing comes: far later than on the slowest machine it would. */
const later = <T>(said: T): Promise<T> => sleep(30_000, said, { ref: false });

/** Whether somebody else is answered meanwhile. */
const answersOthers = async (server: ApiServer, key: string): Promise<unknown> =>
  Promise.race([server.ask(key, "GET /tags").then(({ status }) => status), later("no answer")]);

test("a download that is only asked about is not made", async () => {
  const server = await apiServer();
  const key = await server.key();
  for (let at = 0; at < MORE; at++) {
    const { status, headers } = await server.ask(key, "HEAD /exports/contacts?format=csv");
    expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  }
  expect(await answersOthers(server, key)).toBe(200);
});

test("downloads that nobody reads on leave others their connections", async () => {
  const server = await apiServer();
  const key = await server.key();
  const begun = [];
  for (let at = 0; at < MORE; at++) begun.push(requested(server, key, "/exports/contacts?format=csv"));
  const answers = await Promise.race([Promise.all(begun), later<Response[]>([])]);
  expect(answers).toHaveLength(MORE);
  expect(await answersOthers(server, key)).toBe(200);
  for (const { body } of answers) await body?.cancel();
});

test("bodies that do not end leave others their connections", async () => {
  const server = await apiServer();
  const key = await server.key();
  const ends: (() => void)[] = [];
  const begun = Array.from({ length: MORE }, () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"tag":'));
        ends.push(() => controller.close());
      },
    });
    const headers = { "content-type": "application/json" };
    return requested(server, key, "/tags", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  });
  expect(await answersOthers(server, key)).toBe(200);
  for (const end of ends) end();
  const statuses = (await Promise.all(begun)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([400]));
});

test("connections that could not be opened are asked for again", async () => {
  let faults = MORE;
  const open = (): Store => {
    if (faults-- > 0) throw new Error("too many open files");
    return {} as Store;
  };
  const pool = new PortsPool({} as Omit<Ports, "store">, open);
  for (let at = 0; at < MORE; at++) await expect(pool.use(async () => "open")).rejects.toThrow("too many open files");
  expect(await Promise.race([pool.use(async () => "open"), later("no connection")])).toBe("open");
});

test("answers are kept by no cache", async () => {
  const server = await apiServer();
  const { headers } = await server.ask(await server.key(), "GET /contacts");
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a caller follows so many imports at once and no more, and others as many", async () => {
  const server = await apiServer();
  const key = await server.key();
  const { json } = await server.ask(key, "POST /imports?name=a.csv", "Email\na@example.com\n", {
    "content-type": "text/csv",
  });
  const path = `/imports/${json.import}/events`;
  const followed: Response[] = [];
  for (let at = 0; at < FOLLOWED_AT_ONCE; at++) followed.push(await requested(server, key, path));
  expect(new Set(followed.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await requested(server, key, path)).status).toBe(429);
  const another = await requested(server, await server.key({ role: "viewer" }), path);
  expect(another.status).toBe(200);
  await followed.pop()?.body?.cancel();
  const again = await requested(server, key, path);
  expect(again.status).toBe(200);
  for (const { body } of [...followed, another, again]) await body?.cancel();
});

test("who may no longer look is shown nothing more of an import that they follow (C-M4)", async () => {
  const server = await apiServer();
  const [ann, bob] = [await server.key(), await server.key({ role: "viewer" })];
  const file = { "content-type": "text/csv" };
  const { json } = await server.ask(ann, "POST /imports?name=a.csv", "Email\na@example.com\n", file);
  const [kept, revoked] = [await followed(server, ann, json.import), await followed(server, bob, json.import)];
  const { ports, workspace } = server.test;
  const key = (await ports.store.keys.list(workspace.number)).find(({ role }) => role === "viewer");
  await ports.store.keys.revoke(workspace.number, key?.number ?? 0, 1);
  await revoked.ended;
  expect(kept.isOpen()).toBe(true);
  const again = await requested(server, bob, `/imports/${json.import}/events`);
  expect(again.status).toBe(401);
  kept.leave();
  await kept.ended;
});

/** Reads what comes, until it ends. */
async function followed(server: ApiServer, key: string, id: string) {
  const leaving = new AbortController();
  const { body } = await requested(server, key, `/imports/${id}/events`, { signal: leaving.signal });
  const reader = body?.getReader();
  let open = true;
  const read = async (): Promise<void> => {
    while (!(await reader?.read())?.done);
    open = false;
  };
  return { ended: read(), isOpen: () => open, leave: () => leaving.abort() };
}

const requested = ({ app }: ApiServer, key: string, path: string, init: RequestInit = {}) =>
  app.request(`http://muster.test/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
  });

test("who waits for an import is answered with it as it is when the server ends, and who follows one is let go", async () => {
  const server = await apiServer();
  const key = await server.key();
  // Nobody does the job: it would be waited for as long as was said.
  const file = "Email,Name\nann@example.com,Ann\n";
  const waiting = server.ask(key, "POST /imports?wait=50&name=a.csv", file, { "content-type": "text/csv" });
  // From when the job is asked for something is to become of the import.
  await expect.poll(() => server.nudges.count).toBeGreaterThan(0);
  const following = server.ask(key, "GET /imports/latest/events");
  server.stopping.abort();
  const [made, events] = await Promise.race([Promise.all([waiting, following]), later([])]);
  expect([made?.status, made?.json.state]).toEqual([202, "received"]);
  expect(events?.status).toBe(200);
  expect(events?.text).not.toContain("event: end");
});
