/** Somebody who is signed in on a running server, in a browser that has fetched nothing before. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { runMeasured } from "../measured-run.ts";
import { MUSTER } from "../running-server.ts";

export type Visitor = { readonly page: Page; readonly context: BrowserContext };

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Place = { readonly url: string; readonly folder: string };

const EMAIL = "bench@example.com";
const WINDOW = { width: 1440, height: 900 };

/** Signs in once; who comes later comes with the same session. */
export async function signIn(browser: Browser, { url, folder }: Place): Promise<Session> {
  const muster = (...args: readonly string[]) =>
    runMeasured({ command: process.execPath, args: [MUSTER, ...args, "--data", folder] });
  await muster("members", "add", EMAIL, "--role", "admin");
  const { stdout } = await muster("members", "link", EMAIL);
  const link = /https?:\/\/\S+/.exec(stdout)?.[0] ?? "";
  const context = await browser.newContext({ baseURL: url, viewport: WINDOW });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Later" }).click();
  await page.waitForURL("**/contacts");
  const session = await context.storageState();
  await context.close();
  return session;
}

export async function visit(browser: Browser, { url }: Place, session: Session): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: url, viewport: WINDOW, storageState: session });
  return { context, page: await context.newPage() };
}
