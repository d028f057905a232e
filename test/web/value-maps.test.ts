/** What the values of a column become, said by a person in the Columns step; and what is wrong, told in German. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { type AppPage, appServer, signedIn } from "../support/browser.ts";

const FILE = {
  name: "values.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    "Email,Country\nann@example.com,Atlantis\nbob@example.com,Germany\ncyd@example.com,atlantis\ndan.example.com,Mordor\n",
  ),
};

async function columns(opened: AppPage, german = false, file = FILE): Promise<Page> {
  const { page } = opened;
  page.setDefaultTimeout(90_000);
  await page.goto("/import");
  await page.getByRole("button", { name: german ? "Datei auswählen" : "Choose a file" }).waitFor();
  await page.locator('input[type="file"]').last().setInputFiles(file);
  await page.waitForURL("**/import/upl_*/file**");
  await page.getByRole("button", { name: german ? "Weiter zu den Spalten" : "Continue to columns" }).click();
  return page;
}

test("C-D8: the values of a column are shown with their counts and what each becomes, and a person says otherwise", async () => {
  const page = await columns(await signedIn(await appServer()));
  await page.getByRole("button", { name: "Values of Country" }).click();
  const dialog = page.getByRole("dialog", { name: "Values of Country in the field Country" });
  await dialog.getByText("2 values cannot be read and stay away.").waitFor();
  await dialog.getByRole("row", { name: /Atlantis.*2/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole("combobox", { name: "What Atlantis becomes" }).fill("Greece");
  await page.getByRole("option", { name: "Greece" }).click();
  await dialog.getByRole("combobox", { name: "What Mordor becomes" }).click();
  await page.getByRole("option", { name: "Leave empty" }).click();
  await dialog.getByText("cannot be read and stay").waitFor({ state: "detached" });
  await dialog.getByRole("button", { name: "Use these values" }).click();
  const values = page.getByRole("button", { name: "Values of Country" });
  await values.getByText("2 values changed").waitFor();
  // Who has no mouse goes on where the dialog was opened.
  await values.and(page.locator(":focus")).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Values of Country" }).getByText("2 values changed").waitFor();
  await page.getByRole("button", { name: "Check what will happen" }).click();
  const grid = page.getByRole("grid");
  await grid
    .getByRole("row", { name: /ann@example\.com/ })
    .getByText("GR")
    .waitFor();
  await page.getByText("Country not recognised").waitFor({ state: "detached" });
  // The way back shows what was said, and changes it for a planned import too.
  await page.goBack();
  await page.getByRole("button", { name: "Values of Country" }).click();
  await dialog.getByRole("combobox", { name: "What Mordor becomes" }).click();
  await page.getByRole("option", { name: "Cannot be read: stays away" }).click();
  await dialog.getByRole("button", { name: "Use these values" }).click();
  await page.getByRole("button", { name: "Check again with the changes" }).click();
  await page.getByText("Country not recognised").waitFor();
});

test("C-E2: numbers that say no country are named before they are left out, until somebody says whose they are", async () => {
  const text = "Email,Telefon\nann@example.com,089 6115227\nbob@example.com,030 9729135\n";
  const page = await columns(await signedIn(await appServer()), false, { ...FILE, buffer: Buffer.from(text) });
  const said = page.getByText("089 6115227 in Telefon says no country.");
  await said.waitFor();
  await page.getByRole("combobox", { name: "Phone numbers without a country are of" }).fill("Germany");
  await page.getByRole("option", { name: "Germany" }).click();
  await said.waitFor({ state: "detached" });
});

test("C-D8: what a value becomes in a list is shown in every cell that has it", async () => {
  const text = 'Email,Tags\nann@example.com,vip\nbob@example.com,"vip, new"\n';
  const page = await columns(await signedIn(await appServer()), false, { ...FILE, buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Values of Tags" }).click();
  const dialog = page.getByRole("dialog", { name: "Values of Tags in the field Tags" });
  await dialog.getByRole("combobox", { name: "What vip becomes" }).fill("Gold");
  await page.getByRole("option", { name: "Gold" }).click();
  const both = dialog.getByRole("combobox", { name: "What vip, new becomes" });
  await expect.poll(() => both.inputValue()).toBe("Gold, new");
});

test("C-D8: what an export's words mean is shown as it is read: a time of an opt-out is one", async () => {
  const text = "Email,SMS opt-in,Unsub time\nann@example.com,TRUE,\nbob@example.com,FALSE,2024-03-01 10:00:00\n";
  const page = await columns(await signedIn(await appServer()), false, { ...FILE, buffer: Buffer.from(text) });
  const becomes = async (column: string, field: string, value: string): Promise<string> => {
    await page.getByRole("button", { name: `Values of ${column}` }).click();
    const dialog = page.getByRole("dialog", { name: `Values of ${column} in the field ${field}` });
    const shown = dialog.getByRole("combobox", { name: `What ${value} becomes` });
    await shown.waitFor();
    expect(await dialog.getByText("cannot be read").count()).toBe(0);
    const text = await shown.inputValue();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    return text;
  };
  expect(await becomes("SMS opt-in", "SMS opt-out", "FALSE")).toBe("Yes");
  expect(await becomes("SMS opt-in", "SMS opt-out", "TRUE")).toBe("No");
  expect(await becomes("Unsub time", "Email opt-out", "2024-03-01 10:00:00")).toBe("Yes");
});

test("C-P1: on German pages problems, their fixes and the names of fields are German, and name no command", async () => {
  const page = await columns(await signedIn(await appServer(), { locale: "de-DE" }), true);
  // The names of fields come with the fields.
  await expect.poll(() => page.getByRole("combobox", { name: "Feld für Country" }).inputValue()).toBe("Land");
  await page.getByRole("button", { name: "Prüfen, was geschehen wird" }).click();
  await page.getByRole("grid").waitFor();
  await page.getByRole("button", { name: /^Ungültige E-Mail-Adresse/ }).waitFor();
  const problems = await page.getByRole("region", { name: "Probleme" }).innerText();
  expect(problems).toContain("Land nicht erkannt");
  expect(problems).not.toMatch(/--|muster |The |Write /);
});
