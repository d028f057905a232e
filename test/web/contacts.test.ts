/** The list of contacts and one of them, as people look for somebody. */
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { type AppServer, appServer, signedIn } from "../support/browser.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/contacts.csv", import.meta.url));

/** Of those that sign in twice. */
const SLOW_MS = 240_000;

const rowsOf = (page: Page) => page.getByRole("grid").getByRole("row");

async function withFile(server: AppServer, lines: readonly string[], ...options: readonly string[]): Promise<void> {
  const file = join(server.data, `people-${lines.length}.csv`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  await server.muster("import", file, "--yes", "--quiet", ...options);
}

test("contacts are searched while one types, filtered by chips, and found again by the address (C-A1)", async () => {
  const server = await appServer();
  await server.muster("import", EXAMPLE, "--yes", "--quiet");
  const { page } = await signedIn(server);
  await rowsOf(page).nth(5).waitFor();
  await page.getByLabel("Search contacts").fill("keller");
  await page.getByText(/^\d+ found$/).waitFor();
  await page.waitForURL("**/contacts?search=keller");
  expect(await rowsOf(page).allInnerTexts()).toContainEqual(expect.stringContaining("Zane Keller"));
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("combobox", { name: "Field" }).fill("City");
  await page.getByRole("option", { name: "City" }).click();
  await page.getByRole("combobox", { name: "Value" }).fill("Denver");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("City is Denver").waitFor();
  await page.reload();
  await page.getByText("City is Denver").waitFor();
  await page.getByText("Zane Keller").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Remove the filter City is Denver" }).click();
  await page.getByLabel("Search contacts").fill("nobody at all");
  await page.getByRole("heading", { name: "No contact is like that" }).waitFor();
});

test("a file that is dragged over the contacts begins an import where it is dropped (C-A1)", async () => {
  const server = await appServer();
  await server.muster("import", EXAMPLE, "--yes", "--quiet");
  const { page, context } = await signedIn(server);
  await rowsOf(page).nth(5).waitFor();
  // As the browser does it for a person; what a script of the page dispatches would need no place under the pointer.
  const pointer = await context.newCDPSession(page);
  const drag = (type: "dragEnter" | "dragOver" | "drop") =>
    pointer.send("Input.dispatchDragEvent", {
      ...{ type, x: 500, y: 300 },
      data: { items: [], files: [EXAMPLE], dragOperationsMask: 1 },
    });
  await drag("dragEnter");
  await page.getByText("One file with a header row.").or(page.getByText(/Drop/)).first().waitFor();
  await drag("dragOver");
  await drag("drop");
  await page.waitForURL("**/import/upl_*/file");
  await page.getByText("contacts.csv").first().waitFor();
});

test("a contact shows for each value the file, line, column and raw text that it came from (C-X6, C-Q3)", async () => {
  const server = await appServer();
  await server.muster("import", EXAMPLE, "--yes", "--quiet");
  for (const scheme of ["light", "dark"] as const) {
    const { page } = await signedIn(server, { scheme });
    await page.getByRole("link", { name: "Zane Keller" }).click();
    await page.getByRole("heading", { level: 1, name: "Zane Keller" }).waitFor();
    await page.getByRole("button", { name: /Where Phone came from/ }).click();
    const origin = page.getByRole("dialog", { name: /Where Phone came from/ });
    await origin.getByText("1-415-555-0114").waitFor();
    await origin.getByText("Phone number").waitFor();
    await page.getByRole("region", { name: "History" }).getByText("Created").waitFor();
    expect(await axeViolations(page)).toEqual([]);
  }
});

test("the keyboard alone goes through the list, chooses and opens (C-A1)", async () => {
  const server = await appServer();
  await server.muster("import", EXAMPLE, "--yes", "--quiet");
  const { page } = await signedIn(server);
  await rowsOf(page).nth(5).waitFor();
  await rowsOf(page).nth(1).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.getByRole("toolbar", { name: "1 chosen" }).waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/contacts/con_*");
});

test("contacts that may be one person are merged by hand, and the merge is taken back (C-H6)", async () => {
  const server = await appServer();
  const people = [
    "Full name,Email,Phone",
    "Ann Jones,ann@example.com,+14155550100",
    "Ann Jnoes,aj@example.org,+14155550100",
  ];
  await withFile(server, people, "--set", "match=email");
  const { page } = await signedIn(server);
  await page.getByRole("link", { name: "Possible duplicates" }).click();
  await page.getByText("1 pair").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("radio", { name: "Email of Ann Jnoes" }).click();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Merge into Ann Jones" }).click();
  await page.waitForURL("**/contacts/con_*");
  await page.getByRole("region", { name: "Values" }).getByText("aj@example.org").waitFor();
  await page.getByRole("region", { name: "History" }).getByRole("button", { name: "Undo" }).click();
  await page.getByRole("region", { name: "Values" }).getByText("ann@example.com").waitFor();
});

test("a viewer sees contacts but no way to bring any (C-M1)", async () => {
  const server = await appServer();
  await withFile(server, ["Email", "ann@example.com"]);
  const { page } = await signedIn(server, { as: { email: "vera@example.com", role: "viewer" } });
  await page.getByRole("link", { name: "ann@example.com" }).waitFor();
  expect(await page.getByRole("button", { name: "Add" }).count()).toBe(0);
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find a contact, a page or something to do").fill("import");
  await page.getByText("Imports", { exact: true }).last().waitFor();
  expect(await page.getByText("Import a file").count()).toBe(0);
});

test("the list says what the workspace's preset calls things (C-A5)", async () => {
  const server = await appServer();
  await server.muster("workspaces", "create", "bills", "--preset", "receivables");
  await server.muster("members", "add", "owner@example.com", "--role", "admin", "--workspace", "bills");
  const { page } = await signedIn(server);
  await page.goto("/contacts?workspace=bills");
  await page.getByRole("heading", { level: 1, name: "Customers" }).waitFor();
  await page.getByRole("button", { name: "Add customers" }).click();
  await page.getByRole("menuitem", { name: "Assign customers" }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

test("an export holds what the list shows, and what stands in cells never runs (C-C2)", async () => {
  const server = await appServer();
  const naughty = "<img src=x onerror=window.ran=1>";
  await withFile(server, ["Full name,Email,City", `${naughty},a@example.com,Rome`, "Bo,b@example.com,Oslo"]);
  const { page } = await signedIn(server);
  await page.goto("/contacts?filter=city%3DRome");
  await page.getByRole("link", { name: naughty }).waitFor();
  expect(await page.evaluate("window.ran")).toBeUndefined();
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Export as CSV" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("a@example.com");
  expect(text).not.toContain("b@example.com");
});

test(
  "contacts are filtered by the import that made or changed them, which the chip names by its file",
  async () => {
    const server = await appServer();
    await withFile(server, ["Full name,Email,City", "Ann Lee,a@example.com,Rome", "Bo Ray,b@example.com,Oslo"]);
    await withFile(server, ["Email,City", "b@example.com,Bern"]);
    const { page } = await signedIn(server);
    await page.getByRole("link", { name: "Ann Lee" }).waitFor();
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("combobox", { name: "Field" }).fill("Import");
    await page.getByRole("option", { name: "Import", exact: true }).click();
    await page.getByRole("combobox", { name: "Value" }).click();
    await page.getByRole("option", { name: /people-2\.csv/ }).click();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText(/^Import is people-2\.csv/).waitFor();
    await page.getByText("1 found").waitFor();
    await page.getByRole("link", { name: "Bo Ray" }).waitFor();
  },
  SLOW_MS,
);

test(
  "a view is kept under a name, also for whoever opens another browser, and shared with all members",
  async () => {
    const server = await appServer();
    await withFile(server, ["Full name,Email,City", "Ann Lee,a@example.com,Rome", "Bo Ray,b@example.com,Oslo"]);
    const { page } = await signedIn(server);
    await page.goto("/contacts?filter=city%3DRome");
    await page.getByText("1 found").waitFor();
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("textbox", { name: "Name of the view" }).fill("Romans");
    await page.getByRole("checkbox", { name: "For all members" }).check();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    const { page: other } = await signedIn(server, { as: { email: "vera@example.com", role: "viewer" } });
    await other.getByRole("link", { name: "Bo Ray" }).waitFor();
    await other.getByRole("button", { name: "Views" }).click();
    await other.getByRole("button", { name: "Romans", exact: true }).waitFor();
    expect(await other.getByRole("button", { name: "Remove the view Romans" }).count()).toBe(0);
    await other.getByRole("button", { name: "Romans", exact: true }).click();
    await other.getByText("City is Rome").waitFor();
    await other.getByText("1 found").waitFor();
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("button", { name: "Remove the view Romans" }).click();
    // A click beside the menu closes it.
    await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Romans", exact: true }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("button", { name: "Romans", exact: true }).waitFor();
  },
  SLOW_MS,
);
