/**
 * `npm run shots`: takes a picture of every page, wide and narrow, light and some dark, into docs/shots/ as WebP.
 * `--png DIR` writes them there as PNG instead, for whoever looks at them with something that cannot show WebP.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { builtApp, runMuster, startApp, stopApp } from "../../test/support/app-process.ts";
import { launchChromium } from "../../test/support/chromium.ts";
import { wear } from "../../test/support/colour-scheme.ts";
import { FAIR_FILE, fillWorkspace } from "./demo-workspace.ts";

const OWNER = "anna.keller@northwind.example";
const QUALITY = 82;
const WIDTHS = { 1440: 900, 390: 844 } as const;
type Width = keyof typeof WIDTHS;

/** Of each page: its name, its address, and what has to stand there. */
const PAGES: readonly (readonly [name: string, path: string, shows: string])[] = [
  ["contacts", "/contacts", "Zane Keller"],
  ["duplicates", "/contacts/duplicates", "Helen Marsch"],
  ["accounts", "/accounts", "Kestrel & Sons"],
  ["opportunities", "/opportunities", "Annual licence"],
  ["board", "/opportunities?view=board", "Annual licence"],
  ["imports", "/imports", "titles.csv"],
  ["tasks", "/tasks", "autumn-fair.csv"],
  ["settings-policy", "/settings/policy", "The preset says"],
  ["settings-fields", "/settings/fields", "Renewal plan"],
  ["settings-mappings", "/settings/mappings", "HubSpot export"],
  ["settings-tags", "/settings/tags", "newsletter"],
  ["settings-pipelines", "/settings/pipelines", "Negotiation"],
  ["settings-members", "/settings/members", "Mia Chen"],
  ["settings-keys", "/settings/keys", "Nightly sync"],
  ["settings-sources", "/settings/sources", "Our ERP"],
  ["settings-workflows", "/settings/workflows", "Welcome"],
  ["settings-webhooks", "/settings/webhooks", "Webhooks"],
  ["settings-workspaces", "/settings/workspaces", "Workspaces"],
  ["settings-account", "/settings/account", OWNER],
];
const ALSO_DARK: ReadonlySet<string> = new Set(["contacts", "check", "import", "board", "settings-policy"]);

const { values } = parseArgs({ options: { png: { type: "string" }, only: { type: "string" } } });
const into = values.png ?? import.meta.dirname;

type Camera = { readonly page: Page; readonly width: Width };

/** As it is when nothing moves any more. */
async function shoot({ page, width }: Camera, name: string): Promise<void> {
  if (values.only !== undefined && !name.startsWith(values.only)) return;
  await page.waitForLoadState("networkidle");
  const session = await page.context().newCDPSession(page);
  for (const scheme of width === 1440 && ALSO_DARK.has(name) ? (["light", "dark"] as const) : (["light"] as const)) {
    await wear(page, scheme);
    const format = values.png === undefined ? "webp" : "png";
    const said = format === "webp" ? { format, quality: QUALITY } : { format };
    const { data } = await session.send("Page.captureScreenshot", said as { format: "webp"; quality: number });
    const file = [name, scheme === "dark" ? "dark" : "", width].filter((part) => part !== "").join("-");
    writeFileSync(join(into, `${file}.${format}`), Buffer.from(data, "base64"));
  }
  await wear(page, "light");
  await session.detach();
}

/** The four steps with a file of the kind that people bring from a fair. It is imported where `isLast`. */
async function shootWizard(camera: Camera, isLast: boolean): Promise<void> {
  const { page } = camera;
  await page.goto("/import");
  await page.getByRole("heading", { name: "Drag your file here" }).waitFor();
  await shoot(camera, "file-choose");
  const file = { name: FAIR_FILE.name, mimeType: "text/csv", buffer: Buffer.from(FAIR_FILE.text) };
  await page.locator('input[type="file"]').last().setInputFiles(file);
  await page.getByText(/^Read as CSV/).waitFor();
  await shoot(camera, "file");
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await page.getByRole("combobox", { name: "Field for Mobile" }).waitFor();
  await shoot(camera, "columns");
  await page.getByRole("button", { name: "Check what will happen" }).click();
  await page.getByRole("grid").waitFor();
  await shoot(camera, "check");
  if (!isLast) return;
  await page.getByRole("button", { name: /^Import \d+ (contacts|lines)$/ }).click();
  await page.getByRole("heading", { name: /^Done: / }).waitFor();
  await shoot(camera, "run");
  // It runs once: what came of it is looked at in both widths.
  await page.setViewportSize({ width: 1440, height: WIDTHS[1440] });
  await shoot({ page, width: 1440 }, "run");
  await page.setViewportSize({ width: camera.width, height: WIDTHS[camera.width] });
}

async function shootOthers(camera: Camera): Promise<void> {
  const { page } = camera;
  for (const [name, path, shows] of PAGES) {
    await page.goto(path);
    await page.getByText(shows).filter({ visible: true }).first().waitFor();
    await shoot(camera, name);
  }
  const open = async (path: string, text: string, name: string, shows: string): Promise<void> => {
    await page.goto(path);
    await page.getByRole("link", { name: text, exact: true }).first().click();
    await page.getByText(shows).filter({ visible: true }).first().waitFor();
    await shoot(camera, name);
  };
  await open("/contacts?search=helen+marsh", "Helen Marsh", "contact", "titles.csv");
  await open("/accounts?search=brightwater", "Brightwater Logistics", "account", "Helen Marsh");
  await open("/opportunities", "Annual licence", "opportunity", "Omar Haddad");
  await open("/imports", "contacts.csv", "import", "Zane Keller");
  await page.getByRole("button", { name: "Undo…" }).click();
  await page
    .getByRole("dialog", { name: "Undo this import" })
    .getByText(/deleted/)
    .first()
    .waitFor();
  await shoot(camera, "import-undo");
  await page.goto("/contacts/duplicates");
  await page.getByRole("button", { name: "Compare" }).first().click();
  await page.waitForURL("**/contacts/merge**");
  await shoot(camera, "merge");
  await page.goto("/contacts");
  await page.getByText("Zane Keller").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find a contact, a page or something to do").fill("mar");
  await page
    .getByRole("button", { name: /Helen Marsh/ })
    .first()
    .waitFor();
  await shoot(camera, "commands");
}

async function signedIn(
  browser: Browser,
  url: string,
  link: string,
): Promise<Awaited<ReturnType<BrowserContext["storageState"]>>> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").waitFor();
  await shoot({ page, width: 1440 }, "sign-in");
  await page.goto(link);
  await page.getByRole("button", { name: "Later" }).click();
  await page.waitForURL("**/contacts");
  const session = await context.storageState();
  await context.close();
  return session;
}

mkdirSync(into, { recursive: true });
const data = mkdtempSync(join(tmpdir(), "muster-shots-"));
await builtApp();
const app = await startApp({ data, port: 0, owner: OWNER });
const browser = await launchChromium();
try {
  await fillWorkspace((...args) => runMuster(data, args), data);
  const session = await signedIn(browser, app.url, app.ownerLink() ?? "");
  for (const width of [1440, 390] as const) {
    const context = await browser.newContext({
      ...{ baseURL: app.url, storageState: session, locale: "en-GB" },
      viewport: { width, height: WIDTHS[width] },
    });
    const camera = { page: await context.newPage(), width };
    await shootWizard(camera, width === 390);
    await shootOthers(camera);
    await context.close();
  }
} finally {
  await browser.close();
  await stopApp(app.child);
  rmSync(data, { recursive: true, force: true });
}
