/** A page in light or dark, at rest: colours on their way from one to the other are neither. */
import type { Page } from "playwright-core";
import { axeViolations } from "./browser.ts";

export async function wear(page: Page, scheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: "attached" });
  const moving = "document.getAnimations().filter((one) => one instanceof CSSTransition)";
  await page.evaluate(`Promise.allSettled(${moving}.map((one) => one.finished))`);
}

/** What axe finds wrong with the page in light; and in dark, where nothing but its colours is another. It is left in dark. */
export async function axeViolationsInBoth(page: Page): Promise<readonly string[]> {
  await wear(page, "light");
  const inLight = await axeViolations(page);
  await wear(page, "dark");
  return [...inLight, ...(await axeViolations(page, "colours")).map((found) => `in dark: ${found}`)];
}
