/** Writes the documents that are made from code; with --check it only compares, and names what is stale. */
import { readFileSync, writeFileSync } from "node:fs";
import { cliPage } from "./generate/cli-page.ts";
import { conformancePage } from "./generate/conformance-page.ts";
import { policyPage } from "./generate/policy-page.ts";
import { problemsPage } from "./generate/problems-page.ts";
import { settingsPage } from "./generate/settings-page.ts";

export type Page = { readonly path: string; readonly render: () => string | Promise<string> };

/** Paths as seen from the top of the repository. */
export const PAGES: readonly Page[] = [
  { path: "docs/problems.md", render: problemsPage },
  { path: "docs/policy.md", render: policyPage },
  { path: "docs/settings.md", render: settingsPage },
  { path: "docs/cli.md", render: cliPage },
  { path: "docs/conformance.md", render: conformancePage },
];

const locationOf = (page: Page): URL => new URL(`../${page.path}`, import.meta.url);

/** The pages whose file is not what the code says now. */
export async function stalePages(): Promise<readonly Page[]> {
  const stale: Page[] = [];
  for (const page of PAGES) if (read(locationOf(page)) !== (await page.render())) stale.push(page);
  return stale;
}

function read(location: URL): string | null {
  try {
    return readFileSync(location, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

if (import.meta.main) {
  const stale = await stalePages();
  if (process.argv.includes("--check")) {
    for (const page of stale) console.error(`${page.path} is stale: run npm run docs`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const page of stale) {
      writeFileSync(locationOf(page), await page.render());
      console.log(`${page.path} written`);
    }
  }
}
