/** `serve` and `members link`: the owner's way in, a member's, and how both end. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { muster, startMuster, type Workbench, workbench } from "./run-muster.ts";

/** The server on the bench's data, once it listens. */
async function serve({ data }: Workbench, env: Readonly<Record<string, string>> = {}) {
  const running = startMuster(["serve", "--port", "0", "--workers", "0", "--data", data], env);
  onTestFinished(() => void running.child.kill("SIGKILL"));
  let said = "";
  running.child.stderr.on("data", (text: string) => {
    said += text;
  });
  await running.seen("listens on");
  const url = /http:\/\/[\w.]+:\d+/.exec(said)?.[0] ?? "";
  await fetch(`${url}/healthz`);
  return {
    url,
    said: () => said,
    link: () => /http\S+token=\S+/.exec(said)?.[0] ?? null,
    async stop() {
      running.child.kill("SIGTERM");
      return (await running.ended).code;
    },
  };
}

async function cookieOf(link: string): Promise<string> {
  const { headers } = await fetch(link, { redirect: "manual" });
  return headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}

const post = (url: string, body: unknown, headers: Readonly<Record<string, string>>) =>
  fetch(url, {
    ...{ method: "POST", body: JSON.stringify(body) },
    headers: { "content-type": "application/json", ...headers },
  });

describe("muster serve", () => {
  test("prints a link that signs the owner in, once, until there is a password (C-M1, C-M4)", async () => {
    const bench = workbench();
    const first = await serve(bench);
    const contacts = `${first.url}/api/v1/contacts`;
    expect((await fetch(contacts)).status).toBe(401);
    const link = first.link() ?? "";
    const cookie = await cookieOf(link);
    expect(await cookieOf(link)).toBe("");
    expect(await (await fetch(contacts, { headers: { cookie } })).json()).toMatchObject({ items: [] });
    const many = Array.from({ length: 30 }, () => fetch(contacts, { headers: { cookie } }));
    expect((await Promise.all(many)).every(({ status }) => status === 200)).toBe(true);
    const foreign = await post(`${first.url}/api/auth/password`, {}, { cookie, origin: "http://evil.test" });
    expect(await foreign.json()).toMatchObject({ status: 403, code: "cross_site" });
    const made = await post(`${first.url}/api/auth/password`, { newPassword: "a few words in a row" }, { cookie });
    expect(made.status).toBe(200);
    expect(await first.stop()).toBe(0);
    const second = await serve(bench);
    expect(second.said()).toContain("listens on");
    expect(second.link()).toBeNull();
    expect((await fetch(`${second.url}/api/v1/contacts`, { headers: { cookie } })).status).toBe(200);
    expect(await second.stop()).toBe(0);
  });

  test("prints the same link where several are started at once on one folder", async () => {
    const bench = workbench();
    const servers = await Promise.all([serve(bench), serve(bench), serve(bench)]);
    const tokens = servers.map((server) => new URL(server.link() ?? "").searchParams.get("token"));
    expect(new Set(tokens).size).toBe(1);
    expect(await cookieOf(servers[0]?.link() ?? "")).not.toBe("");
    expect(await cookieOf(servers[1]?.link() ?? "")).toBe("");
  });

  test("lets members and keys in for as long as they may, also where the command line ends it (C-M4)", async () => {
    const bench = workbench();
    bench.json(["members", "add", "ann@example.com", "--role", "viewer"]);
    const key = String(bench.json(["keys", "create", "nightly", "--as", "ann@example.com"]).key);
    const server = await serve(bench, { MUSTER_OWNER_EMAIL: "owner@example.com" });
    const answer = bench.json(["members", "link", "ann@example.com"]);
    expect(String(answer.link)).toContain(`${server.url}/api/auth/magic-link/verify?token=`);
    const cookie = await cookieOf(String(answer.link));
    const asAnn = { headers: { cookie } };
    const asKey = { headers: { authorization: `Bearer ${key}` } };
    const contacts = `${server.url}/api/v1/contacts`;
    for (const who of [asAnn, asKey]) expect((await fetch(contacts, who)).status).toBe(200);
    for (const { headers } of [asAnn, asKey])
      expect((await post(`${server.url}/api/v1/tags`, { name: "vip" }, headers as Record<string, string>)).status).toBe(
        403,
      );
    expect(bench.json(["keys"])).toMatchObject({ name: "nightly", lastUsedAt: expect.stringMatching(/^2/) });
    expect(bench.json(["members", "remove", "ann@example.com"])).toMatchObject({ code: 0 });
    for (const who of [asAnn, asKey]) expect((await fetch(contacts, who)).status).toBe(401);
    expect(bench.run(["members"]).out).toContain("owner@example.com");
    await server.stop();
  });

  test("ends with a word on it where nobody could sign in", () => {
    const { data } = workbench();
    mkdirSync(data);
    writeFileSync(join(data, "sign-in.db"), "no database, but long enough to look like one ".repeat(100));
    const { code, err } = muster(["serve", "--port", "0", "--workers", "0", "--data", data]);
    expect(code).toBe(1);
    expect(err).toContain("sign-in.db in the data folder cannot be opened");
  });

  test.each([
    [{ MUSTER_SECRET: "short" }, "MUSTER_SECRET"],
    [{ MUSTER_OWNER_EMAIL: "nobody" }, "MUSTER_OWNER_EMAIL"],
    [{ MUSTER_OIDC_ISSUER: "https://login.example.com" }, "MUSTER_OIDC_CLIENT_ID"],
    [{ MUSTER_OIDC_CLIENT_ID: "muster" }, "MUSTER_OIDC_ISSUER"],
  ])("refuses %j and names the variable", (env, name) => {
    const { data } = workbench();
    const { code, err } = muster(["serve", "--port", "0", "--data", data], { env });
    expect(code).toBe(2);
    expect(err).toContain(`${name} is not set as it must be`);
  });
});

test("a link is made by the operator of the machine alone, for members alone (C-M1)", () => {
  const { run, json } = workbench();
  json(["members", "add", "ann@example.com", "--role", "admin"]);
  expect(json(["members", "link", "ann@example.com", "--as", "ann@example.com"])).toMatchObject({
    ...{ code: 2, problem: { code: "permission_denied" } },
  });
  expect(json(["members", "link", "eve@example.com"])).toMatchObject({ problem: { code: "member_unknown" } });
  const made = run(["members", "link", "ann@example.com"], {
    env: { MUSTER_PUBLIC_URL: "https://muster.example.com/" },
  });
  expect(made.out).toMatch(/^https:\/\/muster\.example\.com\/api\/auth\/magic-link\/verify\?token=[\w-]{43}&\S+\n$/);
});

test("who signs in is in a backup; the secret that sessions are signed with is not", () => {
  const bench = workbench();
  bench.json(["members", "add", "ann@example.com"]);
  bench.run(["members", "link", "ann@example.com"]);
  bench.run(["backup", bench.path("backup.zip")]);
  const restored = bench.path("restored");
  expect(muster(["restore", bench.path("backup.zip"), "--data", restored]).code).toBe(0);
  expect(["muster.db", "sign-in.db", "sign-in.secret"].map((name) => existsSync(join(restored, name)))).toEqual([
    ...[true, true, false],
  ]);
});
