/** What the first page weighs, and how long until it can be used, with nothing in the browser's cache. */
import type { Page } from "playwright-core";
import { until } from "./until.ts";

export type FirstPage = {
  readonly scriptBytes: number;
  readonly scripts: number;
  /** Until rows stand in the list and nothing keeps the page from answering. */
  readonly interactiveMs: number;
};

/** Milliseconds without a long task after which the page is at rest. */
const REST_MS = 500;

/** Notes when the first row is in the page, and when the last task that held it up ended. */
const WATCH = `
  globalThis.rowsAt = null;
  globalThis.busyUntil = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.busyUntil = task.startTime + task.duration;
  }).observe({ type: "longtask", buffered: true });
  new MutationObserver((_, watch) => {
    if (document.querySelector("[role=row][data-index]") === null) return;
    requestAnimationFrame(() => (globalThis.rowsAt = performance.now()));
    watch.disconnect();
  }).observe(document, { childList: true, subtree: true });`;

export async function firstPage(page: Page): Promise<FirstPage> {
  const weighed: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      weighed.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.addInitScript(WATCH);
  await page.goto("/contacts");
  await until(
    page,
    `globalThis.rowsAt !== null && performance.now() > Math.max(globalThis.rowsAt, globalThis.busyUntil) + ${REST_MS}`,
  );
  const sizes = await Promise.all(weighed);
  return {
    scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
    scripts: sizes.length,
    interactiveMs: await page.evaluate("Math.max(globalThis.rowsAt, globalThis.busyUntil)"),
  };
}
