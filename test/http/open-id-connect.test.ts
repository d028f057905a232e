/** Signing in by another system: whom it vouches for gets in, where they are a member; nobody else. */
import { describe, expect, test } from "vitest";
import { type OidcProvider, oidcClient, oidcProvider } from "../support/oidc-provider.ts";
import { Browser, newcomer, type SignInServer, signInServer } from "../support/sign-in-server.ts";

const served = (provider: OidcProvider, trustsEmail = false): Promise<SignInServer> =>
  signInServer({ oidc: { issuer: provider.issuer, ...oidcClient, trustsEmail } });

/** The whole way there and back; where it ends. */
async function through(browser: Browser): Promise<string> {
  const started = await browser.post("/api/auth/sign-in/social", { provider: "oidc", callbackURL: "/imports" });
  const there = await fetch((started.json as { readonly url: string }).url, { redirect: "manual" });
  const { headers } = await browser.get(there.headers.get("location") ?? "");
  return headers.get("location") ?? "";
}

describe("by OpenID Connect", () => {
  test("a member signs in, is the same person as by a link, and gets in no more once removed (C-M4)", async () => {
    const provider = await oidcProvider();
    const server = await served(provider);
    expect((await new Browser(server).get("/api/auth/ways")).json).toEqual({ password: true, link: true, oidc: true });
    server.invited.add("ann@example.com");
    const ann = new Browser(server);
    expect(await through(ann)).toBe("/imports");
    expect((await ann.get("/whoami")).json).toMatchObject({ email: "ann@example.com", name: "Ann Smith" });
    const byLink = new Browser(server);
    await byLink.get(await server.signIn.link("ann@example.com", 60_000));
    expect((await byLink.get("/whoami")).json).toEqual((await ann.get("/whoami")).json);
    server.invited.clear();
    expect(await ann.whoami()).toBeNull();
    const again = new Browser(server);
    expect(await through(again)).toContain("/sign-in?error=");
    expect(await again.whoami()).toBeNull();
  });

  test("nobody gets an account who is no member, whatever the provider says", async () => {
    const server = await served(await oidcProvider());
    const stranger = new Browser(server);
    expect(await through(stranger)).toContain("/sign-in?error=");
    expect(await stranger.whoami()).toBeNull();
    expect(await server.signIn.isKnown("ann@example.com")).toBe(false);
  });

  test("an address that the provider has not verified is nobody's, unless the operator trusts it", async () => {
    const provider = await oidcProvider();
    provider.person = { sub: "2", email: "bob@example.com", name: "Eve" };
    const server = await served(provider);
    await newcomer(server, "bob@example.com");
    const eve = new Browser(server);
    expect(await through(eve)).toContain("error=");
    server.invited.add("cy@example.com");
    provider.person = { sub: "3", email: "cy@example.com", email_verified: false, name: "Eve" };
    expect(await through(eve)).toContain("error=");
    expect(await eve.whoami()).toBeNull();
    const trusting = await served(provider, true);
    trusting.invited.add("cy@example.com");
    const cy = new Browser(trusting);
    await through(cy);
    expect(await cy.whoami()).toBe("cy@example.com");
  });

  test.for<readonly [what: string, spoil: OidcProvider["spoil"]]>([
    ["for somebody else", (claims) => ({ ...claims, aud: "another client" })],
    ["of another issuer", (claims) => ({ ...claims, iss: "https://evil.test" })],
    ["of another request", (claims) => ({ ...claims, nonce: "replayed" })],
    ["that is over", (claims) => ({ ...claims, exp: 1 })],
  ])("a token %s signs nobody in", async ([, spoil]) => {
    const provider = await oidcProvider();
    const server = await served(provider);
    server.invited.add("ann@example.com");
    provider.spoil = spoil;
    const browser = new Browser(server);
    expect(await through(browser)).toContain("error=");
    expect(await browser.whoami()).toBeNull();
  });

  test("a provider that cannot be reached keeps nobody from signing in otherwise", async () => {
    const server = await signInServer({ oidc: { issuer: "http://127.0.0.1:1", ...oidcClient, trustsEmail: false } });
    const ann = await newcomer(server, "ann@example.com");
    expect(await ann.whoami()).toBe("ann@example.com");
    const { status } = await ann.post("/api/auth/sign-in/social", { provider: "oidc", callbackURL: "/" });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(server.faults.join()).toContain("oidc");
  });

  test("an answer that was asked for in another browser signs nobody in", async () => {
    const server = await served(await oidcProvider());
    server.invited.add("ann@example.com");
    const [asked, other] = [new Browser(server), new Browser(server)];
    const started = await asked.post("/api/auth/sign-in/social", { provider: "oidc", callbackURL: "/" });
    const there = await fetch((started.json as { readonly url: string }).url, { redirect: "manual" });
    const back = await other.get(there.headers.get("location") ?? "");
    expect(back.headers.get("location")).toContain("error=");
    expect(await other.whoami()).toBeNull();
  });
});
