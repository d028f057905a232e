/** The steps of an import where people stumbled: each question has its buttons, each step can be gone back to, and a plan says what will happen. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { signedIn, startedServer } from "../support/browser.ts";
import { importByPage } from "../support/import-by-page.ts";
import { chooseFile, csvFile, toCheck } from "../support/wizard.ts";
import { textRows, xlsxOf } from "../support/workbook-of.ts";

let server: Awaited<ReturnType<typeof startedServer>>;
beforeAll(async () => {
  server = await startedServer();
}, 180_000);
afterAll(() => server.stop());

const fieldFor = (page: Page, header: string) => page.getByRole("combobox", { name: `Field for ${header}` });

test("C-Q2 a file of lines with errors says which import it continues, and shows the contacts' columns alone", async () => {
  const { page } = await signedIn(server);
  const file = "Email,Phone,Full name\nann@q.example,+14155550100,Ann Q\nbo@,+14155550101,Bo Q\n";
  await toCheck(page, csvFile("fair.csv", file));
  await page.getByRole("button", { name: "Import 1 contact" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the line with errors" }).click();
  const errors = readFileSync(await (await download).path(), "utf8");
  await chooseFile(page, csvFile("fair errors.csv", errors.replace("bo@", "bo@q.example")));
  await page.getByText("This file continues an import").waitFor();
  await page.getByText(/It brings back 1 line of fair\.csv/).waitFor();
  await page.getByText("The columns Line, Error, Fix, Import only say which line is which").waitFor();
  const preview = page.getByRole("region", { name: "First rows of the file" });
  expect(await preview.getByRole("columnheader").allInnerTexts()).toEqual(["Line", "Email", "Phone", "Full name"]);
  // The apostrophe that keeps a spreadsheet from reading a formula is no part of it.
  await preview.getByRole("cell", { name: "+14155550101", exact: true }).waitFor();
  expect(await page.getByRole("combobox", { name: "Each line is about" }).count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await fieldFor(page, "Email").waitFor();
  expect(await fieldFor(page, "Error").count()).toBe(0);
  await page.getByRole("button", { name: "Check what will happen" }).click();
  await page.getByRole("grid").waitFor();
  expect(await page.getByRole("columnheader", { name: "Error" }).count()).toBe(0);
  await page.getByRole("button", { name: "Import 1 contact" }).click();
  await page.getByRole("heading", { name: "Done: 1 contact imported" }).waitFor();
});

test("what the lines are, and which sheet it is, is chosen by a button where it has to be said", async () => {
  const { page } = await signedIn(server);
  await chooseFile(page, csvFile("deals.csv", "Deal name,Stage,Pipeline\nBig,Won,Sales\n"));
  await page.getByText("These lines look like opportunities, not contacts").waitFor();
  expect(await page.getByRole("button", { name: "Continue to columns" }).isDisabled()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "They are opportunities" }).click();
  await expect.poll(() => page.getByLabel("Each line is about").first().inputValue()).toBe("an opportunity");
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await fieldFor(page, "Deal name").waitFor();

  const sheet = (name: string, email: string) => ({ name, rows: textRows([["Email"], [email]]) });
  const buffer = await xlsxOf({ sheets: [sheet("One", "one@q.example"), sheet("Two", "two@q.example")] });
  await chooseFile(page, { name: "book.xlsx", mimeType: "application/octet-stream", buffer });
  await page.getByText("Which sheet is it?").waitFor();
  await page.getByRole("button", { name: "Two", exact: true }).click();
  await page.getByRole("cell", { name: "two@q.example" }).waitFor();
  await page.getByRole("combobox", { name: "Sheet" }).click();
  await page.getByRole("option", { name: "One" }).click();
  await page.getByRole("cell", { name: "one@q.example" }).waitFor();
});

test("a file that cannot be read leaves no choice empty", async () => {
  const { page } = await signedIn(server);
  await chooseFile(page, csvFile("empty.csv", " "));
  await page.getByText("The file could not be read like this").waitFor();
  for (const name of ["Encoding", "Cells are parted by"])
    expect(await page.getByRole("combobox", { name }).getAttribute("placeholder")).toBe("Choose…");
});

test("the step File is there after the plan as well, and reads the file in another way", async () => {
  const { page } = await signedIn(server);
  await toCheck(page, csvFile("steps.csv", "Email,Full name\nsam@q.example,Sam Step\nbad@,Una Step\n"));
  const check = page.url();
  await page.getByRole("link", { name: "File" }).click();
  await page.getByText("Read as CSV, UTF-8").waitFor();
  await page.getByText(/^steps\.csv · \d+ bytes · 2 rows$/).waitFor();
  await page.getByRole("cell", { name: "Sam Step" }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("combobox", { name: "Encoding" }).click();
  await page.getByRole("option", { name: "windows-1252" }).click();
  await page.getByRole("button", { name: "Read it again like this" }).click();
  await page.waitForURL("**/columns");
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByText("Read as CSV, windows-1252").waitFor();
  await page.goto(check);
  await page.getByRole("button", { name: "Import 1 contact" }).waitFor();
});

test("why a line comes to its outcome is read in full by keyboard and by touch", async () => {
  const { page } = await signedIn(server);
  await toCheck(page, csvFile("why.csv", "Email,Full name,City\nwil@q.example,Wil Why,\n,,Rome\n"));
  const grid = page.getByRole("grid");
  await grid.focus();
  for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  const reasons = page.getByRole("dialog", { name: "Why" });
  await reasons.getByText("contacts are missing: one of Full name, Email or Phone.").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await reasons.waitFor({ state: "hidden" });
  await grid.getByText("Nobody here is like it").click();
  await reasons.getByText("Nobody here is like it").waitFor();
  await reasons.getByRole("button", { name: "Close" }).click();
});

test("C-P1 a plan that waits says what will happen, and its contacts are listed once it ran", async () => {
  const { page } = await signedIn(server);
  const file = "Email,Full name\npia@q.example,Pia Plan\nbad@,Una Plan\n";
  const id = await importByPage(page, file, { name: "plan.csv", dryRun: true });
  await page.goto("/imports");
  await page.getByText("will not be imported").filter({ visible: true }).first().waitFor();
  await page.goto(`/imports/${id}`);
  await page.getByRole("columnheader", { name: "What will happen" }).waitFor();
  await page.getByRole("button", { name: "1 will be created" }).waitFor();
  expect(await page.getByText("failed").count()).toBe(0);
  await page.getByRole("link", { name: "Review and import" }).click();
  await page.getByRole("button", { name: "Import 1 contact" }).click();
  // While it runs, a link of that name leads to all contacts.
  await page.getByRole("heading", { name: "Done: 1 contact imported" }).waitFor();
  await page.getByRole("link", { name: "See contacts" }).click();
  await page.getByText("1 found").waitFor();
  await page.getByText(/^Import is plan\.csv/).waitFor();
  await page.getByText("Pia Plan").waitFor();
});

test("German pages say in German what was told, what failed, and how the file was read", async () => {
  const { page } = await signedIn(server, { locale: "de-DE" });
  const id = await importByPage(page, "Email,Full name\nda@q.example,Da\nbad@,Una\n", { name: "deutsch.csv" });
  await page.goto("/tasks");
  await page.getByText("Ungültige E-Mail-Adresse").first().waitFor();
  await page.getByRole("button", { name: /^Mitteilungen/ }).click();
  await page.getByText("deutsch.csv ist importiert, doch nicht alle Zeilen").waitFor();
  await page.goto(`/imports/${id}?view=settings`);
  await page.getByText("Mit Komma haben 3 von 3 Zeilen 2 Spalten.").waitFor();
  await page.getByText("„Email“ ist ein bekannter Name für E-Mail.").waitFor();
});

const CUT_SAMPLES = `[...document.querySelectorAll('ul[aria-label="Samples"] span, ul[aria-label="Samples"] li')]
  .filter(({ scrollWidth, clientWidth, clientHeight }) => clientHeight > 0 && scrollWidth > clientWidth + 1)
  .map(({ textContent }) => textContent)`;

test("addresses of the file are shown whole beside the fields they go to", async () => {
  const { page } = await signedIn(server, { width: 1280, height: 800 });
  await chooseFile(page, csvFile("addresses.csv", "Email\nada@example.com\nbo.lee@example.com\ncy@example.com\n"));
  await page.getByRole("button", { name: "Continue to columns" }).click();
  const samples = page.getByRole("list", { name: "Samples" });
  expect(await samples.getByRole("listitem").allTextContents()).toContain("bo.lee@example.com");
  expect(await page.evaluate(CUT_SAMPLES)).toEqual([]);
});

test("an import that waits for its start says nothing of lines that are done (C-X2)", async () => {
  const { page } = await signedIn(server);
  await toCheck(page, csvFile("waits.csv", "Full name,Email\nWim Wait,wim@waits.example\nBo,bo@\n"));
  // As it is until a worker takes it.
  await page.goto(page.url().replace("/check", "/run"));
  await page.getByRole("heading", { name: "The import is about to start" }).waitFor();
  await page.getByText("Nothing is written yet.").waitFor();
  expect(await page.getByText(/lines done|^created$/).count()).toBe(0);
});

test("of one line with errors the result speaks as of one, and its bar has no gap for what is none", async () => {
  const { page } = await signedIn(server);
  await toCheck(page, csvFile("one.csv", "Full name,Email\nUna One,una@one.example\nBo,bo@\n"));
  await page.getByRole("button", { name: "Import 1 contact" }).click();
  await page.getByText(/^Correct it in a spreadsheet/).waitFor();
  const parts = page.getByRole("region", { name: "What became of the lines" }).locator("[aria-hidden] span");
  expect(
    await parts.evaluateAll((all: readonly { getAttribute(name: string): string }[]) =>
      all.map((one) => one.getAttribute("data-outcome")),
    ),
  ).toEqual(["created", "failed"]);
});
