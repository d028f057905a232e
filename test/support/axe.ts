/** What axe finds wrong with a page. */
import axeCore from "axe-core";
import type { Page } from "playwright-core";
import { wear } from "./colour-scheme.ts";

/** What axe finds wrong with the page as it is, in words. @param of "colours": nothing else is looked at */
export async function axeViolations(page: Pick<Page, "evaluate">, of?: "colours"): Promise<readonly string[]> {
  // Through the debugger, as the page's policy lets no script in.
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axeCore.source);
  return page.evaluate(async (onlyColours) => {
    type Found = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] };
    type Wanted = {
      readonly rules: Readonly<Record<string, { readonly enabled: boolean }>>;
      readonly runOnly?: string;
      readonly resultTypes: readonly "violations"[];
    };
    const { axe, document } = globalThis as unknown as {
      readonly axe: { run(wanted: Wanted): Promise<{ readonly violations: readonly Found[] }> };
      readonly document: { querySelector(what: string): unknown };
    };
    // A menu that lies over the page is in no part of it.
    const isCovered = document.querySelector("[data-portal] [role]") !== null;
    const { violations } = await axe.run({
      ...(onlyColours ? { rules: {}, runOnly: "color-contrast" } : { rules: { region: { enabled: !isCovered } } }),
      // What is as it should be is not written down node by node: half of the time.
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  }, of === "colours");
}

/** What axe finds wrong with the page in light; and in dark, where nothing but its colours is another. It is left in dark. */
export async function axeViolationsInBoth(page: Page): Promise<readonly string[]> {
  await wear(page, "light");
  const inLight = await axeViolations(page);
  await wear(page, "dark");
  return [...inLight, ...(await axeViolations(page, "colours")).map((found) => `in dark: ${found}`)];
}
