/** The grid of the Check step: whom a line changes, how a cell is corrected, and what a phone has room for. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appServer, signedIn } from "../support/browser.ts";
import { csvFile, toCheck } from "../support/wizard.ts";

test("the plan names the contact that a line would change, links to it, and warns where the names have nothing in common", async () => {
  const { page, context, server } = await signedIn(await appServer());
  const people = join(server.data, "matched.csv");
  writeFileSync(people, "Full name,Phone\nFirst Last,+14155550106\nBo Lee,+14155550107\n");
  await server.muster("import", people, "--yes", "--quiet", "--country", "US");
  await toCheck(
    page,
    csvFile("named.csv", "Full name,Phone,City\nXl Person,+14155550106,Paris\nBo Lee,+14155550107,Rome\n"),
  );
  const otherwise = page.getByRole("gridcell", { name: "First Last · Same phone: +14155550106" });
  expect(await otherwise.getAttribute("data-doubt")).toBe("true");
  const same = page.getByRole("gridcell", { name: "Bo Lee · Same phone: +14155550107" });
  expect(await same.getAttribute("data-doubt")).toBeNull();
  await otherwise.click();
  const reasons = page.getByRole("dialog", { name: "Why" });
  await reasons.getByText("The line names “Xl Person”, the contact that is there “First Last”").waitFor();
  const opened = context.waitForEvent("page");
  await reasons.getByRole("link", { name: "First Last" }).click();
  await (await opened).waitForURL("**/contacts/con_*");
  await reasons.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: /^Import 2/ }).click();
  await page.getByRole("heading", { name: /^Done/ }).waitFor();
  const id = /imp_\w+/.exec(page.url())?.[0];
  await page.goto(`/imports/${id}?line=2`);
  const line = page.getByRole("dialog", { name: "Line 2" });
  await line.getByRole("link", { name: "First Last" }).waitFor();
});

test("a click selects a cell for all to see, and what is typed then is its new text", async () => {
  const { page } = await signedIn(await appServer());
  await toCheck(page, csvFile("typed.csv", "Full name,City\nAda King,Paris\n"));
  const cell = page.getByRole("gridcell", { name: "Paris", exact: true });
  await cell.click();
  expect(await page.evaluate(`getComputedStyle(document.querySelector("[data-active]")).outlineStyle`)).toBe("solid");
  expect(await cell.getAttribute("title")).toBe("Paris\nType, or press Enter, to correct it");
  await page.keyboard.type("London");
  await expect.poll(() => page.getByLabel("City, line 2").inputValue()).toBe("London");
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: "London", exact: true }).waitFor();
});

/** Whether the key after the first one, however fast, is the editor's. */
const AFTER_A_KEY = `(async () => {
  document.querySelector('[role="grid"]').dispatchEvent(new KeyboardEvent("keydown", { key: "L", bubbles: true, cancelable: true }));
  await null;
  const { tagName, value, selectionStart } = document.activeElement;
  return [tagName, value, selectionStart];
})()`;

test("the first key opens the editor at once, so that none of those after it is lost", async () => {
  const { page } = await signedIn(await appServer());
  await toCheck(page, csvFile("typed.csv", "Full name,City\nAda King,Paris\n"));
  await page.getByRole("gridcell", { name: "Paris", exact: true }).click();
  expect(await page.evaluate(AFTER_A_KEY)).toEqual(["TEXTAREA", "L", 1]);
});

const CUT_REASONS = `[...document.querySelectorAll("[data-why]")]
  .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth || scrollHeight > clientHeight)
  .map(({ textContent }) => textContent)`;

test("the plan shows what changes without a column of its own, and no reason is cut (C-P1)", async () => {
  const { page, server } = await signedIn(await appServer(), { width: 1280, height: 800 });
  const people = join(server.data, "whole.csv");
  writeFileSync(people, "Full name,First name,Last name,Email\nAda King,Ada,King,ada.king@long-company-name.example\n");
  await server.muster("import", people, "--yes", "--quiet");
  await toCheck(page, csvFile("first.csv", "First name,Email\nAdele,ada.king@long-company-name.example\n"));
  await page.getByRole("columnheader", { name: "Also changes" }).waitFor();
  await page.getByRole("gridcell", { name: "Full name: Ada King → Adele King" }).waitFor();
  const why = page.getByRole("gridcell", { name: "Ada King · Same email: ada.king@long-company-name.example" });
  await why.waitFor();
  expect(await page.evaluate(CUT_REASONS)).toEqual([]);
});

const CUT = `[...document.querySelectorAll(".mantine-Button-label")]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  .map(({ textContent }) => textContent)`;

test.each(["en-GB", "de-DE"])(
  "on a phone every button of the Check step shows its whole label (%s)",
  async (locale) => {
    const server = await appServer();
    const { page } = await signedIn(server);
    await toCheck(page, csvFile("few.csv", "Full name,Email\nAda King,ada@example.com\nBo,bo@\n"));
    const { page: phone } = await signedIn(server, { width: 390, height: 844, locale });
    await phone.goto(page.url());
    await phone.getByRole("grid").waitFor();
    expect(await phone.evaluate(CUT)).toEqual([]);
    expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(390);
  },
);

test("the plan says how dates were read and which accounts come into being, and the result says it too", async () => {
  const { page } = await signedIn(await appServer());
  await toCheck(
    page,
    csvFile("read.csv", "Full name,Birthday,Company\nAda King,13/02/1990,Acme\nBo Lee,04/05/1991,Bolt\n"),
  );
  const read = page.getByRole("region", { name: "How it was read" });
  await read.getByText("13/02/1990 on line 2 means day first").waitFor();
  await page.getByText("2 accounts will be created.").waitFor();
  await page.getByRole("button", { name: /^Import 2/ }).click();
  await page.getByText("2 accounts were created.").waitFor();
});

const CUT_CHANGES = `[...document.querySelectorAll("td")].filter((cell) => cell.querySelector("ins"))
  .filter((cell) => [cell, ...cell.children].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth))
  .map(({ textContent }) => textContent)`;

const DATES_IN_SIGHT = `[...document.querySelectorAll("td")].filter(({ textContent }) => textContent === "31/02/1980")
  .filter((cell) => cell.getBoundingClientRect().right <= cell.closest("table").parentElement.getBoundingClientRect().right)
  .map(({ textContent }) => textContent)`;

test("a value that takes the place of another can be read, and a problem shows the column that it is in (C-P1)", async () => {
  const { page, server } = await signedIn(await appServer(), { width: 1280, height: 800 });
  const people = join(server.data, "phones.csv");
  writeFileSync(people, "Full name,Email,Phone\nAda King,ada@example.com,+14155550100\n");
  await server.muster("import", people, "--yes", "--quiet");
  const header = "Full name,Email,Phone,City,Street,Job title,Birthday";
  const line = "Ada King,ada@example.com,+16505550199,Paris,Rue 1,Buyer,31/02/1980";
  await toCheck(
    page,
    csvFile("changed.csv", `${header}\n${line}\nBo Lee,bo@example.com,,Rome,Via 2,Buyer,13/02/1981\n`),
  );
  await page.locator("tbody td").filter({ hasText: "+16505550199" }).waitFor();
  expect(await page.evaluate(CUT_CHANGES)).toEqual([]);
  expect(await page.evaluate(DATES_IN_SIGHT)).toEqual([]);
  await page.getByRole("button", { name: /^Could not read the date/ }).click();
  await expect.poll(() => page.evaluate(DATES_IN_SIGHT)).toEqual(["31/02/1980"]);
});
