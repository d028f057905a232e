/** People who sign in: links, passwords, sessions, and everybody who would like to get in without. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { signInSecret } from "../../src/http/auth/sign-in-secret.ts";
import { Browser, newcomer, PASSWORD, signInServer } from "../support/sign-in-server.ts";

const DAY = 86_400_000;
const refused = (code: string) => expect.objectContaining({ code });

/** The clock stands still, and is moved by the test. */
function clock(): (ms: number) => void {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  return (ms) => void vi.setSystemTime(Date.now() + ms);
}

describe("a link", () => {
  test("signs its member in, once only, and leads on within the server (C-M4)", async () => {
    const server = await signInServer();
    server.invited.add("ann@example.com");
    const link = await server.signIn.link("Ann@Example.com", 60_000);
    const [ann, thief] = [new Browser(server), new Browser(server)];
    const first = await ann.get(link);
    expect(first.status).toBe(302);
    expect(first.headers.get("location")).toBe("http://localhost:3000/");
    expect(await ann.whoami()).toBe("ann@example.com");
    const second = await thief.get(link);
    expect(second.headers.get("location")).toBe("http://localhost:3000/sign-in?error=INVALID_TOKEN");
    expect(await thief.whoami()).toBeNull();
    const elsewhere = (await server.signIn.link("ann@example.com", 60_000)).replace(/%2F$/, "https%3A%2F%2Fevil.test");
    expect((await thief.get(elsewhere)).headers.get("location")).toMatch(/^\/sign-in\?error=/);
    expect(await thief.whoami()).toBeNull();
  });

  test("is over when its time is, when another was made, and when the membership is", async () => {
    const forward = clock();
    const server = await signInServer();
    server.invited.add("ann@example.com");
    const browser = new Browser(server);
    const inTime = await server.signIn.link("ann@example.com", 7 * DAY);
    forward(7 * DAY + 1);
    await browser.get(inTime);
    expect(await browser.whoami()).toBeNull();
    const replaced = await server.signIn.link("ann@example.com", DAY);
    const revoked = await server.signIn.link("ann@example.com", DAY);
    await browser.get(replaced);
    expect(await browser.whoami()).toBeNull();
    await server.signIn.revoke("ann@example.com");
    await browser.get(revoked);
    expect(await browser.whoami()).toBeNull();
    const late = await server.signIn.link("ann@example.com", DAY);
    server.invited.clear();
    await browser.get(late);
    expect(await browser.whoami()).toBeNull();
    expect(browser.cookies.size).toBe(0);
  });

  test("is not in the database, nor is a password; a session is nothing without the secret", async () => {
    const server = await signInServer();
    server.invited.add("ann@example.com");
    const token = /token=([\w-]+)/.exec(await server.signIn.link("ann@example.com", DAY))?.[1] ?? "";
    expect(token).toHaveLength(43);
    await newcomer(server, "bob@example.com");
    const bytes = ["sign-in.db", "sign-in.db-wal"]
      .map((name) => join(server.folder, name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, "latin1"))
      .join("");
    expect(bytes).toContain("bob@example.com");
    expect(bytes).not.toContain(token);
    expect(bytes).not.toContain(PASSWORD);
    const unsigned = new Browser(server);
    const [session] = (await (await newcomer(server, "cy@example.com")).get("/api/auth/list-sessions")).json as [
      { readonly token: string },
    ];
    unsigned.cookies.set("muster.session_token", session.token);
    expect(await unsigned.whoami()).toBeNull();
  });

  test("is mailed to whoever asks and is a member; others are told the same and get none", async () => {
    const server = await signInServer();
    server.invited.add("ann@example.com");
    const browser = new Browser(server);
    const ask = (email: string) => browser.post("/api/auth/sign-in/magic-link", { email, callbackURL: "/" });
    const [known, unknown] = [await ask("ann@example.com"), await ask("eve@example.com")];
    expect(known).toMatchObject({ status: 200, json: unknown.json });
    expect(server.mails.map(({ to }) => to)).toEqual(["ann@example.com"]);
    const link = /http:\S+/.exec(server.mails[0]?.text ?? "")?.[0] ?? "";
    await browser.get(link);
    expect(await browser.whoami()).toBe("ann@example.com");
    for (let asked = 1; asked < 5; asked++) await ask("ann@example.com");
    expect(await ask("ann@example.com")).toMatchObject({ status: 429, json: refused("too_many_requests") });
    expect(server.mails).toHaveLength(5);
    const without = new Browser(await signInServer({ sendMail: null }));
    expect(await without.post("/api/auth/sign-in/magic-link", { email: "ann@example.com" })).toMatchObject({
      json: refused("sign_in_links_off"),
    });
  });
});

describe("a password", () => {
  test("signs in; a wrong one and an unknown address are told alike, and are slowed down (C-M4)", async () => {
    const server = await signInServer();
    await newcomer(server, "ann@example.com");
    const browser = new Browser(server);
    expect(await browser.signIn("ANN@example.com")).toMatchObject({ status: 200 });
    expect(await browser.whoami()).toBe("ann@example.com");
    const guesser = new Browser(server);
    const wrong = await guesser.signIn("ann@example.com", "not her password");
    expect(wrong).toMatchObject({ status: 401, json: refused("sign_in_failed") });
    expect((await guesser.signIn("eve@example.com")).json).toEqual(wrong.json);
    for (let tried = 1; tried < 10; tried++) await guesser.signIn("ann@example.com", "not her password");
    // From anywhere, even with the right one.
    const stopped = await guesser.signIn("Ann@example.com ", PASSWORD, { "x-test-address": "198.51.100.7" });
    expect(stopped).toMatchObject({ status: 429, json: refused("too_many_requests") });
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await guesser.whoami()).toBeNull();
    // She is still in, and gets in by a link.
    expect(await browser.whoami()).toBe("ann@example.com");
  });

  test("is counted by address too, whatever accounts are tried", async () => {
    const server = await signInServer();
    const guesser = new Browser(server);
    const answers = await Promise.all(
      Array.from({ length: 101 }, (_, at) => guesser.signIn(`u${at}@example.com`, "x".repeat(200))),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    const elsewhere = await guesser.signIn("u0@example.com", "x".repeat(200), { "x-test-address": "198.51.100.7" });
    expect(elsewhere.status).toBe(401);
  });

  test("is replaced with the present one, or right after a link; all other sessions end", async () => {
    const forward = clock();
    const server = await signInServer();
    const ann = await newcomer(server, "ann@example.com");
    const phone = new Browser(server);
    await phone.signIn("ann@example.com");
    const change = (browser: Browser, body: object) => browser.post("/api/auth/password", body);
    expect(await change(phone, { newPassword: "short" })).toMatchObject({ json: refused("password_refused") });
    expect(await change(phone, { newPassword: "another few words" })).toMatchObject({
      ...{ status: 403, json: refused("password_needed") },
    });
    const wrong = { newPassword: "another few words", currentPassword: "wrong" };
    expect(await change(phone, wrong)).toMatchObject({ json: refused("sign_in_failed") });
    expect(await change(phone, { ...wrong, currentPassword: PASSWORD })).toMatchObject({ status: 200 });
    expect([await phone.whoami(), await ann.whoami()]).toEqual(["ann@example.com", null]);
    await ann.get(await server.signIn.link("ann@example.com", DAY));
    expect(await change(ann, { newPassword: "forgotten, so another one" })).toMatchObject({ status: 200 });
    expect(await phone.whoami()).toBeNull();
    forward(DAY);
    expect(await change(ann, { newPassword: "forgotten once more?" })).toMatchObject({ status: 403 });
    expect(await change(new Browser(server), wrong)).toMatchObject({ status: 401, json: refused("signed_out") });
  });
});

describe("a session", () => {
  test("has a cookie that scripts and other sites do not get, and over https no other line", async () => {
    for (const url of ["http://localhost:3000", "https://muster.example.com"]) {
      const server = await signInServer({ publicUrl: url });
      server.invited.add("ann@example.com");
      const { headers } = await new Browser(server).get(await server.signIn.link("ann@example.com", DAY));
      const [cookie = ""] = headers.getSetCookie().filter((line) => line.includes("session_token="));
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
      expect(cookie).toContain(`Max-Age=${14 * 86_400}`);
      expect(/; Secure/i.test(cookie)).toBe(url.startsWith("https:"));
      expect(cookie.startsWith("__Secure-muster.")).toBe(url.startsWith("https:"));
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  test("slides while it is used, and is over fourteen days after it was seen last", async () => {
    const forward = clock();
    const server = await signInServer();
    const ann = await newcomer(server, "ann@example.com");
    forward(10 * DAY);
    expect((await ann.get("/api/auth/get-session")).json).toMatchObject({ user: { email: "ann@example.com" } });
    forward(10 * DAY);
    expect(await ann.whoami()).toBe("ann@example.com");
    forward(4 * DAY + 1000);
    expect(await ann.whoami()).toBeNull();
  });

  test("is listed and ended by its owner alone: one, the others, all", async () => {
    const server = await signInServer();
    const ann = await newcomer(server, "ann@example.com");
    const bob = await newcomer(server, "bob@example.com");
    const [phone, tablet] = [new Browser(server), new Browser(server)];
    await phone.signIn("ann@example.com");
    await tablet.signIn("ann@example.com");
    const sessions = async (browser: Browser) =>
      (await browser.get("/api/auth/list-sessions")).json as readonly { readonly token: string; ipAddress: string }[];
    expect(await sessions(ann)).toHaveLength(3);
    expect((await sessions(ann))[0]?.ipAddress).toBe("192.0.2.1");
    const token = decodeURIComponent(phone.cookies.get("muster.session_token") ?? "").split(".")[0];
    await bob.post("/api/auth/revoke-session", { token });
    expect(await phone.whoami()).toBe("ann@example.com");
    await ann.post("/api/auth/revoke-session", { token });
    expect(await phone.whoami()).toBeNull();
    await ann.post("/api/auth/revoke-other-sessions");
    expect([await tablet.whoami(), await ann.whoami()]).toEqual([null, "ann@example.com"]);
    const kept = new Browser(server);
    for (const [name, value] of ann.cookies) kept.cookies.set(name, value);
    await ann.post("/api/auth/sign-out");
    expect([ann.cookies.size, await kept.whoami()]).toEqual([0, null]);
  });

  test("is a new one with each sign-in: one that was there before is not taken over", async () => {
    const server = await signInServer();
    await newcomer(server, "ann@example.com");
    const planted = "planted-by-somebody-else.c2lnbmF0dXJl";
    const browser = new Browser(server);
    browser.cookies.set("muster.session_token", planted);
    await browser.signIn("ann@example.com");
    expect(await browser.whoami()).toBe("ann@example.com");
    expect(browser.cookies.get("muster.session_token")).not.toBe(planted);
    const eve = await newcomer(server, "eve@example.com");
    const evesToken = eve.cookies.get("muster.session_token") ?? "";
    const victim = new Browser(server);
    victim.cookies.set("muster.session_token", evesToken);
    await victim.signIn("ann@example.com");
    expect([await victim.whoami(), await eve.whoami()]).toEqual(["ann@example.com", "eve@example.com"]);
  });

  test("of a member who was removed is nobody's at once, and signs in no more (C-M4)", async () => {
    const server = await signInServer();
    const ann = await newcomer(server, "ann@example.com");
    server.invited.delete("ann@example.com");
    expect(await ann.whoami()).toBeNull();
    const again = new Browser(server);
    expect(await again.signIn("ann@example.com")).toMatchObject({ status: 403, json: refused("sign_in_refused") });
    expect(again.cookies.size).toBe(0);
  });
});

describe("a request from another site", () => {
  const FOREIGN: readonly (readonly [headers: Record<string, string>])[] = [
    [{ origin: "https://evil.test", "sec-fetch-site": "cross-site" }],
    [{ origin: "https://muster.evil.test", "sec-fetch-site": "same-site" }],
    [{ origin: "null", "sec-fetch-site": "cross-site" }],
  ];
  test.for(FOREIGN)("with %j and the cookie is refused (C-M4)", async ([headers]) => {
    const server = await signInServer();
    const ann = await newcomer(server, "ann@example.com");
    for (const path of ["/whoami", "/api/auth/sign-out", "/api/auth/password"])
      expect(await ann.post(path, {}, headers)).toMatchObject({ status: 403, json: refused("cross_site") });
    expect(await new Browser(server).signIn("ann@example.com", PASSWORD, headers)).toMatchObject({ status: 403 });
    expect(await ann.whoami()).toBe("ann@example.com");
  });

  test("is known by its origin where the browser says no more; programs say none, and other names of the server are its own", async () => {
    const server = await signInServer();
    const status = async (headers: Record<string, string>) =>
      (await server.app.request("/whoami", { method: "POST", headers })).status;
    expect(await status({ origin: "https://evil.test", host: "localhost:3000" })).toBe(403);
    expect(await status({ origin: "null", host: "localhost:3000" })).toBe(403);
    expect(await status({ host: "localhost:3000" })).toBe(200);
    expect(await status({ origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" })).toBe(200);
    expect(await status({ origin: "http://localhost:3000", host: "inner:8080", "sec-fetch-site": "same-site" })).toBe(
      200,
    );
  });
});

describe("an account", () => {
  test("is not made by whoever asks for one, and what the library could do besides is not there", async () => {
    const server = await signInServer();
    const browser = new Browser(server);
    const eve = { email: "eve@example.com", password: PASSWORD, name: "Eve", operator: true };
    for (const path of [
      "sign-up/email",
      "delete-user",
      "change-email",
      "request-password-reset",
      "link-social",
      "error",
    ])
      expect(await browser.post(`/api/auth/${path}`, eve)).toMatchObject({
        status: 404,
        json: refused("route_unknown"),
      });
    await browser.get(await server.signIn.link("eve@example.com", DAY));
    expect(await browser.whoami()).toBeNull();
    expect(await server.signIn.isKnown("eve@example.com")).toBe(false);
  });

  test("does not make itself an operator", async () => {
    const server = await signInServer();
    const ann = await newcomer(server, "ann@example.com");
    await ann.post("/api/auth/update-user", { operator: true, name: "Ann" });
    expect((await ann.get("/whoami")).json).toMatchObject({ email: "ann@example.com", operator: false });
    expect((await ann.post("/api/auth/update-user", { name: "Ann" })).status).toBe(200);
    expect((await ann.get("/whoami")).json).toMatchObject({ name: "Ann" });
  });

  test("of the first owner is an operator's, with one link until that is used, and then a fresh one until there is a password (C-M1)", async () => {
    const server = await signInServer();
    const email = "owner@muster.localhost";
    const first = await server.signIn.ownerLink(email, DAY);
    expect(await server.signIn.ownerLink(email, DAY)).toBe(first);
    const owner = new Browser(server);
    await owner.get(first ?? "");
    expect((await owner.get("/whoami")).json).toMatchObject({ email, operator: true });
    const second = await server.signIn.ownerLink(email, DAY);
    // What is good for less than half of its time is not given out again.
    const third = await server.signIn.ownerLink(email, 3 * DAY);
    expect(new Set([first, second, third]).size).toBe(3);
    for (const ended of [first, second]) {
      const stranger = new Browser(server);
      await stranger.get(ended ?? "");
      expect(await stranger.whoami()).toBeNull();
    }
    expect(await server.signIn.ownerLink(email, DAY)).toMatch(/^http:/);
    await owner.post("/api/auth/password", { newPassword: PASSWORD });
    expect(await server.signIn.ownerLink(email, DAY)).toBeNull();
    expect(await server.signIn.ownerLink("other@example.com", DAY)).toBeNull();
  });
});

test("what is sent that makes no sense is refused, and nothing is a fault", async () => {
  const server = await signInServer();
  const browser = new Browser(server);
  const bodies: readonly unknown[] = [null, [], "text", 5, { email: 5, password: {} }, { email: "ann" }];
  for (const body of bodies)
    for (const path of ["sign-in/email", "sign-in/magic-link", "password", "revoke-session", "sign-in/social"]) {
      const { status, headers } = await browser.post(`/api/auth/${path}`, body);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      expect(headers.get("content-type")).toBe("application/problem+json");
    }
  const form = { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "email=a" };
  expect((await server.app.request("/api/auth/sign-in/email", form)).status).toBe(415);
  expect(server.faults).toEqual([]);
});

test("the secret is made once, for its owner alone to read, and is what was given where one was", async () => {
  const { folder } = await signInServer();
  const [one, two] = await Promise.all([signInSecret(folder, null), signInSecret(folder, null)]);
  expect(one).toHaveLength(43);
  expect([two, await signInSecret(folder, null)]).toEqual([one, one]);
  expect(statSync(join(folder, "sign-in.secret")).mode & 0o777).toBe(0o600);
  expect(await signInSecret(folder, "given")).toBe("given");
});
