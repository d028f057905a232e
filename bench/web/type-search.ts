/** How long after the last key of a word its answer stands in the list. */
import type { Page } from "playwright-core";
import { until } from "./until.ts";

/** Between two keys, as of somebody who types quickly. */
const KEY_MS = 90;

/** Notes the last key, and the frame in which all rows hold the word. */
const watch = (word: string): string => `
  globalThis.keyAt = null;
  globalThis.shownAt = null;
  document.querySelector("input[type=search]").addEventListener("input", () => (globalThis.keyAt = performance.now()));
  const grid = document.querySelector("[role=grid]");
  new MutationObserver((_, watch) => {
    const rows = [...document.querySelectorAll("[role=row][data-index]")];
    const box = document.querySelector("input[type=search]");
    if (box.value !== ${JSON.stringify(word)} || !rows[0]?.innerText.toLowerCase().includes(${JSON.stringify(word)})) return;
    globalThis.shownAt = performance.now();
    watch.disconnect();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });`;

/** Milliseconds, for each word. */
export async function typeSearch(page: Page, words: readonly string[]): Promise<readonly number[]> {
  const took: number[] = [];
  for (const word of words) {
    await page.goto("/contacts");
    await page.locator("[role=row][data-index]").nth(10).waitFor();
    await page.evaluate(watch(word));
    await page.getByRole("searchbox").first().pressSequentially(word, { delay: KEY_MS });
    await until(page, "globalThis.shownAt !== null");
    took.push(await page.evaluate("globalThis.shownAt - globalThis.keyAt"));
  }
  return took;
}
