/** Steps of the import wizard, as several tests take them. */
import type { Page } from "playwright-core";

export type Given = Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0];

export const csvFile = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

export async function chooseFile(page: Page, file: Given): Promise<void> {
  await page.goto("/import");
  await page.getByRole("button", { name: "Choose a file" }).waitFor();
  await page.locator('input[type="file"]').last().setInputFiles(file);
  await page.waitForURL("**/import/upl_*/file**");
}

export async function toCheck(page: Page, file: Given): Promise<void> {
  await chooseFile(page, file);
  await page.getByRole("button", { name: "Continue to columns" }).click();
  await page.getByRole("button", { name: "Check what will happen" }).click();
  await page.waitForURL("**/import/imp_*/check");
  await page.getByRole("grid").waitFor();
}

export const outcomeButton = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^[\\d,]+\\s*${name}$`) });
