/**
 * The app as people meet it: a server that all tests of a file share, where each has a workspace of its own, and a headless
 * Chromium that comes from an npm package. Both end with the file.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, onTestFinished } from "vitest";
import { builtApp, runMuster, startApp, stopApp } from "./app-process.ts";
import { launchChromium } from "./chromium.ts";

export type AppServer = {
  readonly url: string;
  readonly data: string;
  /** The slug of the one that pages and commands work in. */
  readonly workspace: string;
  /** `muster ARGS --data FOLDER --workspace SLUG`: what it prints. */
  readonly muster: (...args: readonly string[]) => Promise<string>;
  /** The link that signs the owner in: the same one for the server's whole life. */
  readonly ownerLink: () => string;
  /** Ends the server and starts it again at the same address; `kill`: without a word. */
  readonly restart: (how?: "kill") => Promise<void>;
};

type Started = AppServer & { readonly stop: () => Promise<void> };
/** `workers`: 0 = what is asked for waits. */
type Said = { readonly workers?: number };
type Who = { readonly email: string; readonly role: "admin" | "editor" | "viewer" };
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;
type SignedIn = { readonly cookies: Session["cookies"]; readonly user: string };

export type AppPage = { readonly page: Page; readonly context: BrowserContext; readonly server: AppServer };

type Wanted = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  /** BCP 47. */
  readonly locale?: string;
};

/** The server of the file, with an empty workspace that no other test knows; whoever signs in is shown that one. */
export async function appServer(): Promise<AppServer> {
  shared ??= startedServer();
  const server = await shared;
  const workspace = `test-${++workspaces}`;
  await askAsOwner(server, "/workspaces", { slug: workspace });
  const inWorkspace = {
    ...server,
    workspace,
    muster: (...args: readonly string[]) =>
      server.muster(...args, ...(args.includes("--workspace") ? [] : ["--workspace", workspace])),
  };
  await askAsOwner(inWorkspace, "/members", OWNER);
  return inWorkspace;
}

let shared: Promise<Started> | null = null;
let workspaces = 0;
afterAll(async () => (await shared)?.stop());

/** For a test that changes what all workspaces of a server share. */
export async function ownServer(said: Said = {}): Promise<AppServer> {
  const { stop, ...server } = await startedServer(said);
  onTestFinished(stop);
  return server;
}

/** One whose tests share the workspace, too: `beforeAll` starts it, and what it answers ends it. */
export async function startedServer(said: Said = {}): Promise<Started> {
  await builtApp();
  const data = mkdtempSync(join(tmpdir(), "muster-web-"));
  let running = await startApp({ ...said, data, port: 0, owner: OWNER.email });
  return {
    ...{ data, url: running.url, workspace: "default" },
    muster: (...args) => runMuster(data, args),
    ownerLink: () => running.ownerLink() ?? "",
    async restart(how) {
      await stopApp(running.child, how === "kill" ? "SIGKILL" : "SIGTERM");
      running = await startApp({ ...said, data, port: Number(new URL(running.url).port), owner: OWNER.email });
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
  const link = as === undefined ? async () => server.ownerLink() : await memberLink(server, as);
  const { cookies, user } = await sessionOf(server, (as ?? OWNER).email, link);
  const localStorage = [
    { name: "muster-password-offered", value: user },
    { name: "muster-workspace", value: server.workspace },
  ];
  const session = { cookies, origins: [{ origin: server.url, localStorage }] };
  const opened = await openPage(server, { ...wanted, session });
  await opened.page.goto("/contacts");
  await opened.page.getByRole("heading", { level: 1 }).waitFor();
  return opened;
}

/** By server and member: whoever comes again comes with the same session. */
const sessions = new Map<string, Promise<SignedIn>>();

function sessionOf(server: AppServer, email: string, link: () => Promise<string>): Promise<SignedIn> {
  const known = `${server.url} ${email}`;
  const session = sessions.get(known) ?? link().then((address) => signIn(server, address));
  sessions.set(known, session);
  // Whoever could not get in tries again.
  session.catch(() => sessions.delete(known));
  return session;
}

/** Follows the link as a browser would, and is not asked for a password. */
async function signIn(server: AppServer, link: string): Promise<SignedIn> {
  const context = await (await browser()).newContext({ baseURL: server.url });
  try {
    await context.request.get(link);
    const said = await context.request.get("/api/auth/get-session");
    const { user } = (await said.json()) as { readonly user: { readonly id: string } };
    const { cookies } = await context.storageState();
    return { cookies, user: user.id };
  } finally {
    await context.close();
  }
}

/** Makes a member of the workspace of whoever is none yet. Answers how to get in, for who has not been here before. */
async function memberLink(server: AppServer, { email, role }: Who): Promise<() => Promise<string>> {
  const path = "/members";
  const { items } = await askAsOwner<{ readonly items: readonly Member[] }>(server, path);
  const { member } =
    items.find((one) => one.email === email) ?? (await askAsOwner<Member>(server, path, { email, role }));
  return async () => (await askAsOwner<{ readonly link: string }>(server, `${path}/${member}/invitation`, {})).link;
}

type Member = { readonly member: string; readonly email: string };

/** Asks the API what the owner asks for. @param body `undefined`: asks without changing anything */
async function askAsOwner<Answer>(server: AppServer, path: string, body?: object): Promise<Answer> {
  const { cookies } = await sessionOf(server, OWNER.email, async () => server.ownerLink());
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "Content-Type": "application/json",
      "Muster-Workspace": server.workspace,
      Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      Origin: server.url,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
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

/** Words on buttons that are cut off, or hang over the page's edge. */
export async function cutButtons(page: Pick<Page, "evaluate">): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`[...document.querySelectorAll(".mantine-Button-root")].filter((button) => {
    const label = button.querySelector(".mantine-Button-label");
    const { right, width } = button.getBoundingClientRect();
    return width > 0 && (right > innerWidth || (label !== null && label.scrollWidth > label.clientWidth + 1));
  }).map((button) => button.textContent)`);
}

const OWNER = { email: "owner@example.com", role: "admin" } as const;

let opened: Promise<Browser> | null = null;

/** One for all tests of a file; the process of the file ends with it. */
function browser(): Promise<Browser> {
  opened ??= launchChromium();
  return opened;
}
