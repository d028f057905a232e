/** Many contacts changed at once, as somebody does it in the list, and taken back: at once, and later from the history. */
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { type AppServer, appServer, signedIn } from "../support/browser.ts";

/** Each signs in once or twice, and imports. */
const SLOW_MS = 240_000;

const rowsOf = (page: Page) => page.getByRole("grid").getByRole("row");
const tick = (page: Page, name: string) => page.getByRole("checkbox", { name: `Choose ${name}`, exact: true }).check();
const told = (page: Page, text: string | RegExp) => page.getByRole("alert").filter({ hasText: text });

async function withPeople(server: AppServer, lines: readonly string[], ...options: readonly string[]): Promise<void> {
  const file = join(server.data, `people-${lines.length}.csv`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  await server.muster("import", file, "--yes", "--quiet", ...options);
}

const PEOPLE = [
  "Full name,Email,City,Tags",
  "Ann Lee,ann@x.test,Oslo,vip",
  "Bob Ray,bob@x.test,Rome,",
  "Cid Ohm,cid@x.test,Rome,",
];

async function giveTags(page: Page, ...tags: readonly string[]): Promise<void> {
  await page.getByRole("toolbar").getByRole("button", { name: "Tags" }).click();
  const box = page.getByRole("dialog").getByPlaceholder("Type a tag");
  for (const tag of tags) {
    await box.fill(tag);
    await box.press("Enter");
  }
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
}

test(
  "chosen contacts are tagged, and Undo takes exactly that back",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const { page } = await signedIn(server);
    await tick(page, "Ann Lee");
    await tick(page, "Bob Ray");
    expect(await axeViolations(page)).toEqual([]);
    await giveTags(page, "spring", "fair");
    await rowsOf(page).filter({ hasText: "Bob Ray" }).getByText("spring").waitFor();
    await told(page, "Tagged spring, fair · 2 contacts").getByRole("button", { name: "Undo" }).click();
    await told(page, "Taken back: 2 contacts as before.").waitFor();
    await expect.poll(() => rowsOf(page).filter({ hasText: "spring" }).count(), { timeout: 20_000 }).toBe(0);
    await rowsOf(page).filter({ hasText: "Ann Lee" }).getByText("vip").waitFor();
  },
  SLOW_MS,
);

test(
  "the owner is set for all that match a filter; what is changed in between stays when it is taken back from the history (C-U1)",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    await server.muster("members", "add", "bo@example.com", "--role", "editor");
    const { page } = await signedIn(server);
    await page.goto("/contacts?filter=city%3DRome");
    await page.getByText("2 found").waitFor();
    await page.getByRole("checkbox", { name: "Choose all that are loaded" }).check();
    await page.getByRole("toolbar").getByRole("button", { name: "Owner" }).click();
    await page.getByRole("dialog").getByRole("combobox", { name: "Owner" }).fill("bo@");
    await page.getByRole("option", { name: "bo@example.com" }).click();
    await page.getByRole("button", { name: "Set the owner" }).click();
    await told(page, "Owner is now bo@example.com · 2 contacts").waitFor();
    const between = ["Email,Owner", "cid@x.test,owner@example.com"];
    await withPeople(server, between, "--set", "overrideOwners=yes", "--mode", "update");

    await page.getByRole("link", { name: "Bob Ray" }).click();
    await page.getByRole("region", { name: "History" }).getByText("Owner set").waitFor();
    await page.getByRole("button", { name: /Where Owner came from/ }).click();
    await page
      .getByRole("dialog", { name: /Where Owner came from/ })
      .getByText(/in a bulk change/)
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page
      .getByRole("region", { name: "History" })
      .getByRole("link", { name: /in a bulk change/ })
      .click();

    await page.getByRole("heading", { level: 1, name: "Bulk changes" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("list", { name: "Bulk changes" }).getByRole("button", { name: "Undo" }).click();
    await page.getByText(/Taken back by .*1 keeps what was changed since\./).waitFor();
    const bob = JSON.parse(await server.muster("contacts", "show", "bob@x.test", "--json"));
    const cid = JSON.parse(await server.muster("contacts", "show", "cid@x.test", "--json"));
    expect([bob.owner, cid.owner]).toEqual([undefined, "owner@example.com"]);
  },
  SLOW_MS,
);

test(
  "all that match are chosen beyond those that are loaded, one is unticked, and the rest is deleted and brought back",
  async () => {
    const server = await appServer();
    const many = Array.from({ length: 6_200 }, (_, at) => `Per Son ${at},p${at}@x.test,Rome,`);
    await withPeople(server, [...PEOPLE, ...many]);
    const { page } = await signedIn(server);
    await page.goto("/contacts?filter=city%3DRome");
    await page.getByRole("checkbox", { name: "Choose all that are loaded" }).check();
    await page.getByRole("button", { name: "Choose all 6,202 that match" }).click();
    await page.getByRole("toolbar", { name: "6,202 chosen" }).waitFor();
    await page.getByRole("checkbox", { name: "Choose Bob Ray", exact: true }).uncheck();
    await page.getByRole("toolbar", { name: "6,201 chosen" }).getByRole("button", { name: "Delete" }).click();
    // More than a request does itself: the rest is done in the background, and told once it has ended.
    await told(page, "Deleted · 6,201 contacts").waitFor({ timeout: 60_000 });
    await page.getByText("1 found").waitFor();
    await page.getByRole("link", { name: "Bob Ray" }).waitFor();
    await told(page, "Deleted").getByRole("button", { name: "Undo" }).click();
    await expect
      .poll(() => server.muster("contacts", "--search", "p6199@x.test"), { timeout: 60_000 })
      .toContain("p6199");
  },
  SLOW_MS,
);

test(
  "the keyboard alone chooses, marks Do Not Touch and takes it back (C-I6)",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const { page } = await signedIn(server);
    await rowsOf(page).nth(3).waitFor();
    await rowsOf(page).nth(1).focus();
    await page.keyboard.press("Control+a");
    await page.getByRole("toolbar", { name: "3 chosen" }).waitFor();
    await page.getByRole("button", { name: "Do Not Touch" }).focus();
    await page.keyboard.press("Enter");
    const undo = told(page, "Marked Do Not Touch · 3 contacts").getByRole("button", { name: "Undo" });
    await undo.focus();
    await page.keyboard.press("Enter");
    await told(page, "Taken back: 3 contacts as before.").waitFor();
  },
  SLOW_MS,
);

test(
  "chosen contacts are exported alone (C-C2)",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const { page } = await signedIn(server, { as: { email: "vera@example.com", role: "viewer" } });
    await tick(page, "Cid Ohm");
    const bar = page.getByRole("toolbar", { name: "1 chosen" });
    await bar.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Export as CSV" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    expect([text.includes("cid@x.test"), text.includes("ann@x.test")]).toEqual([true, false]);
  },
  SLOW_MS,
);

test(
  "a viewer is offered no change, and sees what others have changed without the way back (C-M1)",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const { page: editor } = await signedIn(server);
    await tick(editor, "Ann Lee");
    await giveTags(editor, "spring");
    await told(editor, "Tagged spring · 1 contact").waitFor();
    const { page } = await signedIn(server, { as: { email: "vera@example.com", role: "viewer" } });
    await tick(page, "Ann Lee");
    const bar = page.getByRole("toolbar", { name: "1 chosen" });
    await bar.getByRole("button", { name: "Copy e-mail addresses" }).waitFor();
    for (const name of ["Tags", "Owner", "Do Not Touch", "Delete"])
      expect(await bar.getByRole("button", { name }).count()).toBe(0);
    await page.getByRole("link", { name: "Bulk changes" }).click();
    await page.getByText("Tagged spring · 1 contact").waitFor();
    expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
  },
  SLOW_MS,
);

test(
  "copying e-mail addresses says how many chosen contacts the list does not show now",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const { page, context } = await signedIn(server);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await tick(page, "Ann Lee");
    await tick(page, "Bob Ray");
    const copy = page.getByRole("toolbar", { name: "2 chosen" }).getByRole("button", { name: "Copy e-mail addresses" });
    await copy.click();
    await page.getByText("2 e-mail addresses copied.").waitFor();
    await page.getByLabel("Search contacts").fill("Bob");
    await page.getByText("1 found").waitFor();
    await copy.click();
    await page.getByText("1 e-mail address copied.").waitFor();
    await page.getByText("1 chosen contact is not in the list shown now").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("bob@x.test");
  },
  SLOW_MS,
);
