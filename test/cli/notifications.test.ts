/** Notifications, tasks and webhooks from the command line. */
import { expect, test } from "vitest";
import { receiver } from "../support/receiver.ts";
import { jsonLines, startMuster, workbench } from "./run-muster.ts";

const FILE = "Name,Email\nAnn Lee,ann@example.com\nBob Ray,nowhere\n";
const ADA = ["--as", "ada@example.com"];

test("a member sees what became of an import, reads it, and says where to be told (C-N3)", () => {
  const bench = workbench();
  bench.run(["members", "add", "ada@example.com", "--role", "admin"]);
  const imported = bench.json(["import", bench.file("people.csv", FILE), "--yes", ...ADA]);
  const [notice, ...others] = jsonLines(bench.run(["notifications", "--json", ...ADA]).out);
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ event: "import_done_with_failures", import: imported.import, readAt: null });
  expect(bench.run(["notifications", ...ADA]).out).toMatch(/^\* people\.csv is imported, but not all of its lines/);
  expect(bench.json(["notifications", "read", String(notice?.notification), ...ADA])).toMatchObject({ read: 1 });
  expect(bench.run(["notifications", "list", "--unread", ...ADA]).out).toBe("");
  const profile = bench.json(["notifications", "profile", "--set", "undo_done=none", ...ADA]);
  expect(profile).toMatchObject({ events: { undo_done: "none", import_done: "app,mail-if-long" }, slack: null });
  bench.run(["undo", "latest", "--yes", ...ADA]);
  expect(jsonLines(bench.run(["notifications", "--json", ...ADA]).out)).toHaveLength(1);
  expect(bench.json(["notifications"])).toMatchObject({ code: 2, problem: { code: "member_required" } });
});

test("tasks are listed with the first lines that failed (C-N4)", () => {
  const bench = workbench();
  bench.run(["import", bench.file("people.csv", FILE), "--yes"]);
  const { out } = bench.run(["tasks"]);
  expect(out).toMatch(/^import +failed +people\.csv +imp_/);
  expect(out).toContain("line 3: Invalid email address (Email)");
  expect(out).not.toContain("nowhere");
  expect(jsonLines(bench.run(["tasks", "--json"]).out)).toMatchObject([{ kind: "import", errors: expect.any(String) }]);
});

test("an address is added by admins alone, tested, called when an import is done, and removed (C-O3)", async () => {
  const { got, url } = await receiver();
  const bench = workbench();
  bench.run(["members", "add", "ed@example.com", "--role", "editor"]);
  expect(bench.json(["webhooks", "add", url, "--as", "ed@example.com"])).toMatchObject({
    ...{ code: 2, problem: { code: "permission_denied" } },
  });
  const added = bench.json(["webhooks", "add", url, "--event", "import.done"]);
  expect(added).toMatchObject({ code: 0, url, events: ["import.done"], secret: expect.stringMatching(/^whsec_/) });
  expect(bench.run(["webhooks", "list", "--json"]).out).not.toContain("whsec_");
  const { key } = bench.json(["webhooks", "test", String(added.webhook)]);
  bench.run(["import", bench.file("people.csv", FILE), "--yes"]);
  const env = { MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };
  await startMuster(["worker", "--once", "--data", bench.data], env).ended;
  const calls = new Map(got.map(({ headers, body }) => [JSON.parse(body).type, headers["webhook-id"]]));
  expect([...calls.keys()].sort()).toEqual(["import.done", "webhook.test"]);
  expect(calls.get("webhook.test")).toBe(key);
  expect(bench.run(["webhooks", "remove", url]).code).toBe(0);
  expect(bench.json(["webhooks", "test", url])).toMatchObject({ code: 2, problem: { code: "endpoint_unknown" } });
});

test("an address that will not be called is said when it is added", () => {
  const bench = workbench();
  const env = { MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };
  const addedTo = (address: string) => bench.run(["webhooks", "add", address], { env }).out;
  for (const address of ["http://localhost:8080/", "https://example.com/muster"])
    expect(addedTo(address)).not.toContain("private");
  for (const address of ["http://10.0.0.8/hook", "http://[::1]:8080/hook"])
    expect(addedTo(address)).toContain("is a private address: it is not called unless MUSTER_ALLOWED_ADDRESSES");
  expect(bench.json(["webhooks", "add", "http://localhost/"])).toMatchObject({
    warning: expect.stringContaining("localhost is a private address"),
  });
  const listed = bench.run(["webhooks", "list"], { env }).out;
  expect(listed.match(/\S+ is a private address/g)).toEqual([
    "10.0.0.8 is a private address",
    "[::1] is a private address",
  ]);
});
