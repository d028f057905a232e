/** The import wizard, as people go through it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { type AppPage, appServer, cutButtons, signedIn } from "../support/browser.ts";
import { chooseFile, csvFile, outcomeButton, toCheck } from "../support/wizard.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/contacts.csv", import.meta.url));

const SMALL = csvFile(
  "small.csv",
  "Name,E-Mail,Plan\nAda Lovelace,ada@example.com,Gold\nAlan Turing,alan@,Gold\nKay,kay@,Tin\n",
);

const pasting = (text: string): string => `const data = new DataTransfer();
  data.setData("text/plain", ${JSON.stringify(text)});
  window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data }));`;

async function wizard(): Promise<AppPage> {
  const opened = await signedIn(await appServer());
  opened.page.setDefaultTimeout(90_000);
  return opened;
}

test("a messy file goes through all four steps with no option changed, and its ledger balances (C-A1, C-P1, C-X1)", async () => {
  const { page } = await wizard();
  await page.goto("/import");
  await page.getByRole("heading", { name: "Columns your file may have" }).waitFor();
  await page.getByText("Full name, or Email, or Phone").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await chooseFile(page, EXAMPLE);
  await page.getByText("Read as CSV, UTF-8, cells parted by semicolon, with column names in the first row.").waitFor();
  await page.getByRole("cell", { name: "Gaëlle Lemaître" }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await page.getByText("12 of 13 columns go to fields, 1 kept as custom data").waitFor();
  await expectField(page, "E-Mail", "Email");
  await expectField(page, "Favourite colour", "Keep as custom data");
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Check what will happen" }).click();
  await page.getByRole("grid").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await outcomeButton(page, "need you").click();
  await page.getByRole("gridcell", { name: "Needs you" }).first().waitFor();
  await page.getByRole("button", { name: /^Import \d+ lines$/ }).click();
  await page.getByRole("heading", { name: /^Done: \d+ lines imported, 284 contacts created$/ }).waitFor();
  await page.getByText(/^299 lines read = .*: every line is accounted for\.$/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("link", { name: "See contacts" }).click();
  await page.waitForURL("**/contacts?filter=**");
});

test("a bad cell is corrected where it stands, and a value everywhere, by the keyboard alone (C-P1)", async () => {
  const { page } = await wizard();
  await toCheck(page, SMALL);
  await outcomeButton(page, "need you").getByText("2").waitFor();
  await page.getByRole("button", { name: /^Invalid email address/ }).press("Enter");
  const grid = page.getByRole("grid");
  await grid.getByText("alan@", { exact: true }).waitFor();
  await grid.focus();
  // Line, outcome, why, name, e-mail.
  for (let right = 0; right < 4; right++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByLabel("E-Mail, line 3").fill("alan@example.com");
  await page.keyboard.press("Enter");
  await outcomeButton(page, "need you").getByText("1").waitFor();
  await page.getByRole("button", { name: "Import 2 contacts" }).waitFor();
  await grid.getByText("kay@", { exact: true }).click();
  await page.getByLabel("E-Mail, line 4").fill("kay@example.com");
  await page.getByRole("button", { name: "Correct it everywhere" }).click();
  await page.getByRole("button", { name: "Import 3 contacts" }).click();
  await page.getByRole("heading", { name: "Done: 3 contacts imported" }).waitFor();
});

test("what lines fail for is put right elsewhere, and the same plan is checked again (C-P1)", async () => {
  const { page, server } = await wizard();
  await server.muster("policy", "set", "modes", "update");
  await toCheck(page, csvFile("known.csv", "Full name,Email\nAda King,ada@example.com\n"));
  await page.getByText("No line would change anything.").waitFor();
  const people = join(server.data, "people.csv");
  writeFileSync(people, "Full name,Email\nAda Lovelace,ada@example.com\n");
  await server.muster("policy", "set", "modes", "create");
  await server.muster("import", people, "--yes", "--quiet");
  await page.getByRole("button", { name: "Check again" }).click();
  await page.getByRole("button", { name: "Import 1 contact" }).waitFor();
});

test("a reload in each step, and the way back, lose nothing of what was said", async () => {
  const { page } = await wizard();
  await chooseFile(page, SMALL);
  await page.getByText("Create and update").first().waitFor();
  await page
    .locator("label", { hasText: /^Create$/ })
    .first()
    .click();
  await page.getByText("Makes new ones; those that are there stay as they are.").waitFor();
  await page.reload();
  await page.getByText("Makes new ones; those that are there stay as they are.").waitFor();
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await setField(page, "Plan", "Leave out");
  await page.getByText("2 of 3 columns go to fields, 1 left out").waitFor();
  await page.reload();
  await page.getByText("2 of 3 columns go to fields, 1 left out").waitFor();
  await page.getByRole("button", { name: "Check what will happen" }).click();
  await page.getByRole("grid").waitFor();
  await page.reload();
  await page.getByRole("grid").waitFor();
  await page.goBack();
  await page.getByText("2 of 3 columns go to fields, 1 left out").waitFor();
  await setField(page, "Plan", "Keep as custom data");
  await page.getByRole("button", { name: "Check again with the changes" }).click();
  await page.getByRole("button", { name: "Import 1 contact" }).click();
  await page.getByRole("heading", { name: "Done: 1 contact imported" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Done: 1 contact imported" }).waitFor();
});

test("the columns of a plan show what was settled, which can be taken back, and what is required", async () => {
  const { page, server } = await wizard();
  await server.muster("policy", "set", "phoneReminders", "yes");
  const file = "Name,E-Mail,Phone\nAda Lovelace,ada@example.com,+14155550100\n";
  await chooseFile(page, csvFile("settled.csv", file));
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await page.getByText("Email + Phone").waitFor();
  const order = page.getByRole("combobox", { name: "Dates such as 04/05/2026 are" });
  const override = page.getByRole("checkbox", { name: "Override existing contact owners" });
  await order.click();
  await page.getByRole("option", { name: "April 5 (month first)" }).click();
  await override.check();
  await page.getByRole("button", { name: "Check what will happen" }).click();
  await page.getByRole("grid").waitFor();
  await page.goBack();
  await override.waitFor();
  expect([await override.isChecked(), await order.inputValue()]).toEqual([true, "April 5 (month first)"]);
  await order.click();
  await page.getByRole("option", { name: "April 5 (month first)" }).click();
  await page.getByRole("button", { name: "Check again with the changes" }).click();
  await page.getByRole("grid").waitFor();
  await page.goBack();
  await override.waitFor();
  expect([await override.isChecked(), await order.inputValue()]).toEqual([true, ""]);
});

test("a file that cannot be read says what to do, and makes room for another one", async () => {
  const { page } = await wizard();
  await chooseFile(page, {
    name: "scan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"),
  });
  await page
    .getByRole("alert")
    .getByText(/as CSV/)
    .waitFor();
  expect(await page.getByRole("button", { name: "Continue to columns" }).isDisabled()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Another file" }).click();
  await page.waitForURL(/\/import(\?|$)/);
});

test("rows that were copied from a spreadsheet are pasted, and a new field is made for one of their columns (C-D5)", async () => {
  const { page } = await wizard();
  await page.goto("/import");
  await page.getByRole("heading", { name: "Drag your file here" }).waitFor();
  await page.evaluate(pasting("Email\tShoe size\nada@example.com\t38\n"));
  await page.waitForURL("**/import/upl_*/file**");
  await page.getByText(/cells parted by tab/).waitFor();
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await setField(page, "Shoe size", "New field …");
  await page.getByRole("dialog").getByLabel("Name").waitFor();
  await page.getByRole("button", { name: "Make the field" }).click();
  await expectField(page, "Shoe size", "Shoe size");
  await page.getByRole("button", { name: "Check what will happen" }).click();
  await page.getByRole("button", { name: "Import 1 contact" }).click();
  await page.getByRole("heading", { name: "Done: 1 contact imported" }).waitFor();
});

test("the recipients of a mail are pasted, and each of them is a row (C-B1)", async () => {
  const { page } = await wizard();
  await page.goto("/import");
  await page.getByText("the recipients of a mail").waitFor();
  await page.evaluate(pasting('Ada King <ada@example.com>; "Ray, Bo" <bo@example.com>; cy@example.com'));
  await page.getByText("Read as a list of recipients.").waitFor();
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await page.getByRole("button", { name: "Check what will happen" }).click();
  await page.getByRole("button", { name: "Import 3 contacts" }).click();
  await page.getByRole("heading", { name: "Done: 3 contacts imported" }).waitFor();
});

test("where a disclaimer is asked for, nothing starts before it is accepted (C-M3)", async () => {
  const server = await appServer();
  await server.muster("policy", "set", "disclaimer", "yes");
  const { page } = await signedIn(server);
  await toCheck(page, SMALL);
  const start = page.getByRole("button", { name: "Import 1 contact" });
  expect(await start.isDisabled()).toBe(true);
  await page.getByRole("checkbox").check();
  await start.click();
  await page.getByRole("heading", { name: "Done: 1 contact imported" }).waitFor();
});

test("a viewer comes to no step of it (C-M1)", async () => {
  const { page } = await signedIn(await appServer(), { as: { email: "viewer@example.com", role: "viewer" } });
  await page.goto("/import");
  await page.getByText("You may not import here").waitFor();
  expect(await page.locator('input[type="file"]').count()).toBe(0);
});

test("the steps fit a phone and have no violations in the dark, in German", async () => {
  const { page } = await signedIn(await appServer(), { width: 360, height: 740, scheme: "dark", locale: "de-DE" });
  const fits = async (): Promise<void> => {
    const over = await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
    expect(over).toBeLessThanOrEqual(0);
    expect(await cutButtons(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  };
  await page.goto("/import");
  await page.getByRole("heading", { name: "Ziehen Sie Ihre Datei hierher" }).waitFor();
  await fits();
  await page.locator('input[type="file"]').last().setInputFiles(EXAMPLE);
  await page.getByText(/^Gelesen als CSV/).waitFor();
  await fits();
  await page.getByRole("button", { name: "Weiter zu den Spalten" }).click();
  await page.getByText("12 von 13 Spalten gehen in Felder, 1 als Zusatzdaten behalten").waitFor();
  await fits();
  await page.getByRole("button", { name: "Prüfen, was geschehen wird" }).click();
  await page.getByRole("grid").waitFor();
  await fits();
  await page.getByRole("button", { name: /Zeilen importieren$/ }).click();
  await page.getByRole("heading", { name: /^Fertig: / }).waitFor();
  await fits();
});

const fieldOf = (page: Page, header: string) => page.getByRole("combobox", { name: `Field for ${header}` });

async function expectField(page: Page, header: string, field: string): Promise<void> {
  await expect.poll(() => fieldOf(page, header).inputValue(), { timeout: 20_000 }).toBe(field);
}

async function setField(page: Page, header: string, field: string): Promise<void> {
  await fieldOf(page, header).click();
  await page.getByRole("option", { name: field }).click();
}
