/** Waits in the page, frame by frame: the pages' policy keeps the browser driver's own way of waiting out. */
import type { Page } from "playwright-core";

/** @param condition JavaScript */
export const until = (page: Page, condition: string): Promise<void> =>
  page.evaluate(`new Promise((resolve) => {
    const look = () => ((${condition}) ? resolve() : requestAnimationFrame(look));
    look();
  })`);
