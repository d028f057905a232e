/** A page in light or dark, at rest: colours on their way from one to the other are neither. */
import type { Page } from "playwright-core";

export async function wear(page: Page, scheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: "attached" });
  const moving = "document.getAnimations().filter((one) => one instanceof CSSTransition)";
  await page.evaluate(`Promise.allSettled(${moving}.map((one) => one.finished))`);
}
