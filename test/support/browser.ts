/**
 * The app as people meet it: a server of its own on a folder of its own, and a headless Chromium that comes from an npm package.
 * Both end with the test.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import axeCore from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { launchChromium } from "./chromium.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMMAND = join(ROOT, "bin", "muster.js");
/** Milliseconds within which a server has to say where it listens. */
const START_MS = 30_000;

export type AppServer = {
  readonly url: string;
  readonly data: string;
  /** `muster ARGS --data FOLDER`: what it prints. */
  readonly muster: (...args: readonly string[]) => Promise<string>;
  /** Ends the server and starts it again at the same address. */
  readonly restart: () => Promise<void>;
};

export type AppPage = { readonly page: Page; readonly context: BrowserContext; readonly server: AppServer };

type Wanted = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  /** BCP 47. */
  readonly locale?: string;
};

export async function appServer(): Promise<AppServer> {
  await builtApp();
  const data = mkdtempSync(join(tmpdir(), "muster-web-"));
  let running = await start(data, 0);
  onTestFinished(async () => {
    await stop(running.child);
    rmSync(data, { recursive: true, force: true });
  });
  return {
    ...{ data, url: running.url },
    async muster(...args) {
      const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args, "--data", data]);
      return stdout;
    },
    async restart() {
      await stop(running.child);
      running = await start(data, Number(new URL(running.url).port));
    },
  };
}

/** A page that is signed in as the owner; `as`: as this member, whom it makes where there is none. */
export async function signedIn(
  server: AppServer,
  {
    as,
    ...wanted
  }: Wanted & { readonly as?: { readonly email: string; readonly role: "admin" | "editor" | "viewer" } } = {},
): Promise<AppPage> {
  const opened = await openPage(server, wanted);
  const member = as ?? OWNER;
  await server.muster("members", "add", member.email, "--role", member.role).catch(() => null);
  await opened.page.goto(linkIn(await server.muster("members", "link", member.email)));
  // Offered once to whoever comes by a link.
  await opened.page.getByRole("button", { name: /^(Later|Später)$/ }).click();
  await opened.page.waitForURL("**/contacts");
  return opened;
}

/** A page with nobody signed in. */
export async function openPage(
  server: AppServer,
  { width = 1440, height = 900, scheme = "light", locale = "en-GB" }: Wanted = {},
): Promise<AppPage> {
  const context = await (await browser()).newContext({
    ...{ viewport: { width, height }, colorScheme: scheme, locale, baseURL: server.url },
    acceptDownloads: true,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: scheme });
  return { page, context, server };
}

/** What axe finds wrong with the page as it is, in words. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
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

async function start(data: string, port: number): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [COMMAND, "serve", "--port", String(port), "--workers", "1", "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, MUSTER_LOG_LEVEL: "error" },
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server did not start: ${said}`)), START_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /Muster listens on (\S+?)\.\s/.exec(said);
      if (!found?.[1]) return;
      clearTimeout(late);
      resolve(found[1]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", () => reject(new Error(`The server ended: ${said}`)));
  });
  return { child, url };
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  return ended;
}

/** Built where a source file is newer than what was built. */
async function builtApp(): Promise<void> {
  const built = join(ROOT, "dist", "web", "index.html");
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  const sources = readdirSync(join(ROOT, "web"), { recursive: true, withFileTypes: true });
  const isStale = sources.some((file) => file.isFile() && statSync(join(file.parentPath, file.name)).mtimeMs > builtAt);
  if (!isStale) return;
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  const config = join(ROOT, "web", "vite.config.ts");
  await promisify(execFile)(process.execPath, [vite, "build", "--config", config], {
    cwd: ROOT,
    // Tests run as "test", for which React would be built as for developers.
    env: { ...process.env, NODE_ENV: "production" },
  });
}
