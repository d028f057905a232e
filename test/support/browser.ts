/**
 * The app as people meet it: a server of its own on a folder of its own, and a headless Chromium that comes from an npm package.
 * Both end with the test.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axeCore from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { builtApp, runMuster, startApp, stopApp } from "./app-process.ts";
import { launchChromium } from "./chromium.ts";

export type AppServer = {
  readonly url: string;
  readonly data: string;
  /** `muster ARGS --data FOLDER`: what it prints. */
  readonly muster: (...args: readonly string[]) => Promise<string>;
  /** A link that signs this member in; who is none yet becomes one. */
  readonly link: (member: Who) => Promise<string>;
  /** Ends the server and starts it again at the same address; `kill`: without a word. */
  readonly restart: (how?: "kill") => Promise<void>;
};

type Who = { readonly email: string; readonly role: "admin" | "editor" | "viewer" };
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

export type AppPage = { readonly page: Page; readonly context: BrowserContext; readonly server: AppServer };

type Wanted = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  /** BCP 47. */
  readonly locale?: string;
};

/** One for one test. */
export async function appServer(): Promise<AppServer> {
  const { stop: end, ...server } = await startedServer();
  onTestFinished(end);
  return server;
}

/** One for all tests of a file: `beforeAll` starts it, and what it answers ends it. */
export async function startedServer(): Promise<AppServer & { readonly stop: () => Promise<void> }> {
  await builtApp();
  const data = mkdtempSync(join(tmpdir(), "muster-web-"));
  let running = await startApp({ data, port: 0, owner: OWNER.email });
  const muster = (...args: readonly string[]): Promise<string> => runMuster(data, args);
  return {
    ...{ data, url: running.url, muster },
    async link({ email, role }) {
      const known = email === OWNER.email ? running.ownerLink() : null;
      if (known !== null) return known;
      await muster("members", "add", email, "--role", role).catch(() => null);
      return linkIn(await muster("members", "link", email));
    },
    async restart(how) {
      await stopApp(running.child, how === "kill" ? "SIGKILL" : "SIGTERM");
      running = await startApp({ data, port: Number(new URL(running.url).port), owner: OWNER.email });
    },
    async stop() {
      await stopApp(running.child);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A page that is signed in as the owner; `as`: as this member, whom it makes where there is none. */
export async function signedIn(
  server: AppServer,
  { as, ...wanted }: Wanted & { readonly as?: Who } = {},
): Promise<AppPage> {
  const member = as ?? OWNER;
  const known = `${server.url} ${member.email}`;
  const session = sessions.get(known) ?? signIn(server, member);
  sessions.set(known, session);
  const opened = await openPage(server, { ...wanted, session: await session });
  await opened.page.goto("/contacts");
  await opened.page.getByRole("heading", { level: 1 }).waitFor();
  return opened;
}

/** By server and member: whoever comes again comes with the same session. */
const sessions = new Map<string, Promise<Session>>();

/** Follows the link as a browser would, and is not asked for a password. */
async function signIn(server: AppServer, member: Who): Promise<Session> {
  const context = await (await browser()).newContext({ baseURL: server.url });
  try {
    await context.request.get(await server.link(member));
    const said = await context.request.get("/api/auth/get-session");
    const { user } = (await said.json()) as { readonly user: { readonly id: string } };
    const { cookies } = await context.storageState();
    const localStorage = [{ name: "muster-password-offered", value: user.id }];
    return { cookies, origins: [{ origin: server.url, localStorage }] };
  } finally {
    await context.close();
  }
}

/** A page with nobody signed in. */
export async function openPage(
  server: AppServer,
  {
    width = 1440,
    height = 900,
    scheme = "light",
    locale = "en-GB",
    session,
  }: Wanted & { readonly session?: Session } = {},
): Promise<AppPage> {
  const context = await (await browser()).newContext({
    ...{ viewport: { width, height }, colorScheme: scheme, locale, baseURL: server.url },
    acceptDownloads: true,
    ...(session === undefined ? {} : { storageState: session }),
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  // A slow machine that runs other tests beside this one is not what they are about.
  page.setDefaultTimeout(90_000);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: scheme });
  return { page, context, server };
}

/** What axe finds wrong with the page as it is, in words. */
export async function axeViolations(page: Pick<Page, "evaluate">): Promise<readonly string[]> {
  // Through the debugger, as the page's policy lets no script in.
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    type Found = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] };
    type Rules = { readonly rules: Readonly<Record<string, { readonly enabled: boolean }>> };
    const { axe, document } = globalThis as unknown as {
      readonly axe: { run(rules: Rules): Promise<{ readonly violations: readonly Found[] }> };
      readonly document: { querySelector(what: string): unknown };
    };
    // A menu that lies over the page is in no part of it.
    const isCovered = document.querySelector("[data-portal] [role]") !== null;
    const { violations } = await axe.run({ rules: { region: { enabled: !isCovered } } });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  });
}

const OWNER = { email: "owner@example.com", role: "admin" } as const;

const linkIn = (text: string): string => /https?:\/\/\S+/.exec(text)?.[0] ?? "";

let opened: Promise<Browser> | null = null;

/** One for all tests of a file; the process of the file ends with it. */
function browser(): Promise<Browser> {
  opened ??= launchChromium();
  return opened;
}
