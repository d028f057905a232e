/** One contact made and corrected by hand, as somebody does it at the page: by keyboard, on a phone, in German, and not as a viewer. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeViolations, axeViolationsInBoth } from "../support/axe.ts";
import { type AppServer, appServer, signedIn } from "../support/browser.ts";

/** Each signs in once or twice, and imports. */
const SLOW_MS = 240_000;

const rowsOf = (page: Page) => page.getByRole("grid").getByRole("row");
const told = (page: Page, text: string | RegExp) => page.getByRole("alert").filter({ hasText: text });
const history = (page: Page) => page.getByRole("region", { name: "History" });

async function withPeople(server: AppServer, text: string): Promise<void> {
  const file = join(server.data, "people.csv");
  writeFileSync(file, text);
  await server.muster("import", file, "--yes", "--quiet");
}

const PEOPLE = "Full name,Email,City,Job title,Tags\nAnn Lee,ann@x.test,Oslo,Mate,vip\nBob Ray,bob@x.test,Rome,,\n";

/** What pages look like, for whoever wants to see: MUSTER_SHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.MUSTER_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function newContact(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: "Create one" }).click();
  await page.getByRole("form", { name: "New contact" }).waitFor();
}

test(
  "a contact is created by keyboard; who is there already is named, wrong values are said at their fields, and Undo takes it back (C-I7)",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const { page } = await signedIn(server);
    await newContact(page);
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, "create-1440");
    // The first field has the focus.
    await page.keyboard.type("Cid Ohm");
    await page.keyboard.press("Tab");
    await page.keyboard.type("nobody");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Invalid email address “nobody”.").waitFor();
    expect(await page.getByRole("textbox", { name: "Email", exact: true }).getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("textbox", { name: "Email", exact: true }).fill("ANN@x.test");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByRole("link", { name: "Ann Lee" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, "create-exists-1440");
    await page.getByRole("textbox", { name: "Email", exact: true }).fill("cid@x.test");
    await page.getByRole("combobox", { name: "Tags" }).fill("new");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: "Cid Ohm" }).waitFor();
    await page.getByRole("region", { name: "Values" }).getByText("new", { exact: true }).waitFor();
    await history(page).getByText("Created by hand").waitFor();
    await page.getByRole("link", { name: "Contacts", exact: true }).first().click();
    await rowsOf(page).filter({ hasText: "cid@x.test" }).waitFor();
    await told(page, "Cid Ohm was created").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => rowsOf(page).filter({ hasText: "cid@x.test" }).count(), { timeout: 20_000 }).toBe(0);
  },
  SLOW_MS,
);

test(
  "a value is changed where it stands by Enter, left by Escape, told with who wrote it, and taken back (C-I7)",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const { page } = await signedIn(server);
    await page.getByRole("link", { name: "Ann Lee" }).click();
    const city = page.getByRole("button", { name: "Change City" });
    await city.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "City" }).fill("Bergen");
    await page.keyboard.press("Escape");
    await page.getByText("Oslo").first().waitFor();
    // Whoever leaves a value goes on where they were.
    await page.getByRole("button", { name: "Change City" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "City" }).fill("Bergen");
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, "edit-1440");
    await page.keyboard.press("Enter");
    await history(page).getByText("Changed by hand").waitFor();
    await page.getByRole("button", { name: /Where City came from/ }).click();
    await page.getByRole("dialog").getByText("owner@example.com, by hand").waitFor();
    await page.keyboard.press("Escape");
    await told(page, "City changed").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("region", { name: "Values" }).getByText("Oslo").waitFor();

    // What is left saves too; what another contact has is named, and written if it is meant.
    await page.getByRole("button", { name: "Change Email" }).click();
    await page.getByRole("textbox", { name: "Email" }).fill("bob@x.test");
    await page.getByRole("heading", { level: 1 }).click();
    await page.getByRole("alert").getByRole("link", { name: "Bob Ray" }).waitFor();
    await page.getByRole("button", { name: "Save all the same" }).click();
    await told(page, "Email changed").waitFor();

    // The last item of a list needs no Enter.
    await page.getByRole("button", { name: "Change Tags" }).click();
    await page.getByRole("combobox", { name: "Tags" }).fill("spring");
    await page.getByRole("heading", { level: 1 }).click();
    await page.getByRole("region", { name: "Values" }).getByText("spring").waitFor();

    await page.getByRole("button", { name: "Add a value" }).click();
    await page.getByRole("combobox", { name: "Which field?" }).fill("Birth");
    await page.getByRole("option", { name: "Birthday" }).click();
    await page.getByLabel("Birthday").fill("1980-05-17");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Change Birthday" }).waitFor();
    expect(await axeViolationsInBoth(page)).toEqual([]);
    await shot(page, "edited-dark-1440");

    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await told(page, "Deleted · 1 contact").getByRole("button", { name: "Undo" }).click();
    await rowsOf(page).filter({ hasText: "Ann Lee" }).waitFor();
  },
  SLOW_MS,
);

test(
  "two people at once: what the other has changed is not written over unseen (C-I7)",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const first = (await signedIn(server)).page;
    const second = (await signedIn(server, { as: { email: "ed@example.com", role: "editor" } })).page;
    for (const page of [first, second]) await page.getByRole("link", { name: "Ann Lee" }).click();
    for (const [page, city] of [
      [first, "Bergen"],
      [second, "Pisa"],
    ] as const) {
      await page.getByRole("button", { name: "Change City" }).click();
      await page.getByRole("textbox", { name: "City" }).fill(city);
    }
    await first.keyboard.press("Enter");
    await told(first, "City changed").waitFor();
    await second.keyboard.press("Enter");
    await second.getByText("Somebody has changed the contact meanwhile.").waitFor();
    await second.getByRole("region", { name: "History" }).getByText("Bergen").waitFor();
    await second.getByRole("textbox", { name: "City" }).press("Enter");
    await told(second, "City changed").waitFor();
    await second.getByRole("region", { name: "Values" }).getByText("Pisa").waitFor();
  },
  SLOW_MS,
);

test(
  "a viewer sees nothing of it (C-M1); on a phone and in German it is all there",
  async () => {
    const server = await appServer();
    await withPeople(server, PEOPLE);
    const viewer = (await signedIn(server, { as: { email: "vi@example.com", role: "viewer" } })).page;
    await viewer.getByRole("link", { name: "Ann Lee" }).click();
    await viewer.getByRole("region", { name: "Values" }).getByText("Oslo").waitFor();
    expect(await viewer.getByRole("button", { name: /^(Change|Add a value|Delete)/ }).count()).toBe(0);
    await viewer.goto("/contacts/new");
    await viewer.getByRole("heading", { level: 1 }).waitFor();
    expect(await viewer.getByRole("form").count()).toBe(0);

    const { page } = await signedIn(server, { width: 390, height: 844, locale: "de-DE" });
    await page.goto("/contacts/new");
    await page.getByRole("button", { name: "Weitere Felder" }).click();
    await page.getByRole("textbox", { name: "Telefon", exact: true }).fill("abc");
    await page.getByRole("button", { name: "Anlegen" }).click();
    await page
      .getByText(/Telefonnummer/)
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await shot(page, "create-390");
    await page.goto("/contacts");
    await page.getByRole("link", { name: "Ann Lee" }).click();
    await page.getByRole("button", { name: /^Ort ändern|^Stadt ändern/ }).click();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await shot(page, "edit-390");
  },
  SLOW_MS,
);

test("accounts that are there are offered as one types, by keyboard", async () => {
  const server = await appServer();
  await withPeople(server, "Full name,Email,Company\nAnn Lee,ann@x.test,Acme Foods\nBob Ray,bob@x.test,Bolt\n");
  const { page } = await signedIn(server);
  await newContact(page);
  await page.getByRole("combobox", { name: "Account name" }).pressSequentially("acm");
  await page.getByRole("option", { name: "Acme Foods" }).waitFor();
  expect(await page.getByRole("option").count()).toBe(1);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("combobox", { name: "Account name" }).inputValue()).toBe("Acme Foods");
});
