/** The wizard where it is hard: no mouse, a large file, a server that dies, somebody else at the same import, every preset. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type AppServer, signedIn, startedServer } from "../support/browser.ts";
import { importByPage } from "../support/import-by-page.ts";
import { csvFile, outcomeButton, toCheck } from "../support/wizard.ts";

const SLOW = { timeout: 300_000 };
const LINES = 50_000;

let server: AppServer;

beforeAll(async () => {
  const { stop, ...started } = await startedServer();
  server = started;
  return stop;
}, 120_000);

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

test("C-A1: the keyboard alone goes through an entire import, and shows where it is", SLOW, async () => {
  const { page } = await signedIn(server);
  await press(page, "Add");
  // The menu has the focus a moment after it is there.
  await page.getByRole("menuitem", { name: "Import" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Choose a file" }).waitFor();
  const chooser = page.waitForEvent("filechooser");
  await press(page, "Choose a file");
  await (await chooser).setFiles(csvFile("keys.csv", "Name,E-Mail\nAda Lovelace,ada@keys.example\nAlan,alan@\n"));
  await page.waitForURL("**/import/upl_*/file**");
  await press(page, "Continue to columns");
  await press(page, "Check what will happen");
  await page.getByRole("grid").waitFor();
  await press(page, /need you$/);
  await page.getByRole("gridcell", { name: "Needs you" }).waitFor();
  await press(page, "Import 1 contact");
  await page.getByRole("heading", { name: "Done: 1 contact imported" }).waitFor();
  await press(page, "See contacts");
  await page.getByRole("link", { name: "Ada Lovelace" }).waitFor();
});

test("C-X2 C-X4: 50,000 lines are shown and imported, although the server dies in the middle", SLOW, async () => {
  const { page } = await signedIn(server);
  await toCheck(page, csvFile("many.csv", manyLines()));
  await outcomeButton(page, "need you").getByText("1", { exact: true }).waitFor();
  await outcomeButton(page, "need you").click();
  await page.getByRole("gridcell", { name: `person.${LINES - 1}@`, exact: true }).waitFor();
  await page.getByRole("button", { name: "Import 49,999 contacts" }).click();
  await page.waitForURL("**/import/imp_*/run");
  await server.restart("kill");
  await page.getByRole("heading", { name: "Done: 49,999 contacts imported" }).waitFor({ timeout: 180_000 });
  await page.getByText(/^50,000 lines read = .*: every line is accounted for\.$/).waitFor();
});

test(
  "C-P2: of two people at one import none starts what the other has changed, and both see how it ends",
  SLOW,
  async () => {
    const { page } = await signedIn(server);
    const { page: theirs } = await signedIn(server, { as: { email: "bob@example.com", role: "editor" } });
    const lines = "Name,E-Mail\nGrace Hopper,grace@two.example\nBarbara Liskov,barbara@\n";
    const id = await importByPage(page, lines, { name: "two.csv", dryRun: true });
    for (const one of [page, theirs]) {
      await one.goto(`/import/${id}/check`);
      await one.getByRole("button", { name: "Import 1 contact" }).waitFor();
    }
    await theirs.getByRole("gridcell", { name: "barbara@", exact: true }).click();
    await theirs.getByLabel("E-Mail, line 3").fill("barbara@two.example");
    await theirs.keyboard.press("Enter");
    await theirs.getByRole("button", { name: "Import 2 contacts" }).waitFor();
    // Without a look at the new plan.
    await page.getByRole("button", { name: "Import 1 contact" }).click();
    await page.getByText("Somebody else has changed this import meanwhile").waitFor();
    await page.getByRole("button", { name: "Import 2 contacts" }).waitFor();
    expect(await server.muster("contacts", "--search", "two.example", "--json")).not.toContain("grace@two.example");
    await theirs.getByRole("button", { name: "Import 2 contacts" }).click();
    await theirs.getByRole("heading", { name: "Done: 2 contacts imported" }).waitFor();
    // The other one presses as well: it is not imported twice.
    await page.getByRole("button", { name: "Import 2 contacts" }).click();
    await page.getByRole("heading", { name: "Done: 2 contacts imported" }).waitFor();
  },
);

test.each([
  { preset: "receivables", add: "Add customers", entry: "Assign customers" },
  { preset: "simple-crm", add: "Add", entry: "Import CSV" },
  { preset: "agency-crm", add: "Import Contacts", entry: "Import Contacts" },
  { preset: "prospecting", add: "Add new", entry: "Create with CSV" },
])(
  "C-A5: under $preset its own file gets through all steps with no option changed that it does not ask for",
  SLOW,
  async (one) => {
    const { preset, add, entry } = one;
    const { page } = await signedIn(server);
    await server.muster("workspaces", "create", preset, "--preset", preset);
    if (preset === "receivables") await server.muster("policy", "set", "enabled", "yes", "--workspace", preset);
    await page.goto(`/contacts?workspace=${preset}`);
    await page.getByRole("button", { name: add, exact: true }).click();
    await page.getByRole("menuitem", { name: entry, exact: true }).click();
    await page.getByText("Drag your CSV file here").waitFor();
    await page.locator('input[type="file"]').last().setInputFiles(`${EXAMPLES}${preset}.csv`);
    await page.getByRole("button", { name: "Continue to columns" }).click();
    // This preset asks for it (C-D3), and for its disclaimer.
    const asks = preset === "agency-crm";
    if (asks) await page.getByRole("checkbox", { name: "Don't import data for unmapped columns" }).check();
    await page.getByRole("button", { name: "Check what will happen" }).click();
    await page.getByRole("grid").waitFor();
    const disclaimer = page.getByRole("checkbox");
    if (asks) await disclaimer.check();
    else expect(await disclaimer.count()).toBe(0);
    await page.getByRole("button", { name: /^Import \d+ (contacts?|lines)$/ }).click();
    await page.getByRole("heading", { name: /^Done: \d+ contacts? imported$/ }).waitFor();
    await page.getByText(/: every line is accounted for\.$/).waitFor();
  },
);

function manyLines(): string {
  const lines = Array.from(
    { length: LINES },
    (_, at) => `Person ${at},person.${at}@${at < LINES - 1 ? "many.example" : ""}`,
  );
  return `Full name,Email\n${lines.join("\n")}\n`;
}

/** Tabs to what has this name and presses it, as who has no mouse. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole("button", { name, exact: true }).or(page.getByRole("link", { name, exact: true }));
  await wanted.first().waitFor();
  const hasFocus = async (): Promise<boolean> => (await wanted.and(page.locator(":focus-visible")).count()) > 0;
  for (let tabs = 0; !(await hasFocus()); tabs++) {
    if (tabs > 80) throw new Error(`The Tab key does not lead to ${name}.`);
    await page.keyboard.press("Tab");
  }
  // Pressed before its page is ready it would do nothing.
  await expect.poll(() => wanted.first().isEnabled()).toBe(true);
  await page.keyboard.press("Enter");
}
