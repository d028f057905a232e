/** Signing in as a browser meets it: the real thing behind a Hono app, and a browser that keeps cookies. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { onTestFinished } from "vitest";
import type { Mail } from "../../src/app/ports/invitations.ts";
import { sameOrigin } from "../../src/http/auth/same-origin.ts";
import { makeSignIn, type SignIn } from "../../src/http/auth/sign-in.ts";
import type { SignInSettings } from "../../src/http/auth/sign-in-options.ts";
import { openSignInDatabase } from "../../src/store/sqlite/sign-in-database.ts";

export type SignInServer = {
  readonly signIn: SignIn;
  readonly url: string;
  readonly folder: string;
  readonly app: Hono;
  /** Addresses of those who are members. */
  readonly invited: Set<string>;
  readonly mails: Mail[];
  readonly faults: string[];
};

export const PASSWORD = "a few words in a row";

export async function signInServer(said: Partial<SignInSettings> = {}): Promise<SignInServer> {
  const folder = mkdtempSync(join(tmpdir(), "muster-sign-in-"));
  const url = said.publicUrl ?? "http://localhost:3000";
  const [invited, mails, faults] = [new Set<string>(), [] as Mail[], [] as string[]];
  const signIn = await makeSignIn({
    database: openSignInDatabase(folder),
    secret: "a secret for tests that nobody else has",
    publicUrl: url,
    sendMail: async (mail) => mails.push(mail) > 0,
    isInvited: async (email) => invited.has(email),
    oidc: null,
    log: (message) => faults.push(message),
    ...said,
  });
  onTestFinished(() => {
    signIn.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const app = new Hono();
  app.use(sameOrigin(url));
  app.all("/api/auth/*", ({ req }) => signIn.handle(req.raw, req.header("x-test-address") ?? "192.0.2.1"));
  app.all("/whoami", async ({ req, json }) => json(await signIn.identify(req.raw.headers)));
  return { signIn, url, folder, app, invited, mails, faults };
}

export type Answer = { readonly status: number; readonly json: unknown; readonly headers: Headers };

/** One person's cookies. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #server: SignInServer;

  constructor(server: SignInServer) {
    this.#server = server;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#send(new Request(new URL(path, this.#server.url), { headers: this.#with(headers) }));
  }

  async post(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const { origin, host } = new URL(this.#server.url);
    const from = { origin, host, "sec-fetch-site": "same-origin", "content-type": "application/json" };
    const request = { method: "POST", headers: this.#with({ ...from, ...headers }), body: JSON.stringify(body) };
    return this.#send(new Request(new URL(path, this.#server.url), request));
  }

  signIn = (email: string, password = PASSWORD, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    this.post("/api/auth/sign-in/email", { email, password }, headers);

  /** The address of whoever the cookies are known as. */
  async whoami(): Promise<string | null> {
    const { json } = await this.get("/whoami");
    return (json as { readonly email?: string } | null)?.email ?? null;
  }

  #with(headers: Readonly<Record<string, string>>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return cookie === "" ? headers : { ...headers, cookie };
  }

  async #send(request: Request): Promise<Answer> {
    const response = await this.#server.app.fetch(request);
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, json: text === "" ? null : JSON.parse(text), headers: response.headers };
  }
}

/** A member who has signed in by a link and has a password. */
export async function newcomer(server: SignInServer, email: string): Promise<Browser> {
  server.invited.add(email);
  const browser = new Browser(server);
  await browser.get(await server.signIn.link(email, 60_000));
  await browser.post("/api/auth/password", { newPassword: PASSWORD });
  return browser;
}
