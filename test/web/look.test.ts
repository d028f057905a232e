import { mkdirSync } from "node:fs";
import { test } from "vitest";
import { appServer, axeViolations, signedIn } from "../support/browser.ts";

const OUT = "/tmp/look";
const PATHS = (
  process.env.LOOK ?? "policy,fields,mappings,tags,pipelines,members,keys,workspaces,sources,workflows,webhooks,account"
).split(",");
test("look", { timeout: 240_000 }, async () => {
  mkdirSync(OUT, { recursive: true });
  const server = await appServer();
  const run = (...args: string[]) =>
    server.muster(...args).catch((error) => console.log(String(error.stdout ?? ""), String(error.stderr ?? error)));
  await run("import", "examples/contacts.csv", "--yes");
  await run("import", "/tmp/look-opps.csv", "--object", "contacts,opportunities", "--yes");
  await run("fields", "add", "plan", "--type", "single_choice", "--option", "Free", "--option", "Pro");
  await run("workflows", "add", "examples/welcome.workflow.json");
  await run("sources", "add", "QuickBooks", "--kind", "native_integration");
  await run("policy", "set", "onMatch", "skip");
  for (const [scheme, width] of [
    ["light", 1440],
    ["dark", 390],
    ["dark", 1440],
    ["light", 390],
  ] as const) {
    if (process.env.ONLY && process.env.ONLY !== `${scheme}${width}`) continue;
    const { page } = await signedIn(server, { scheme, width, height: width === 390 ? 844 : 900 });
    page.on("console", (m) => m.type() === "error" && console.log(m.text()));
    const ids: Record<string, string> = {};
    for (const what of ["accounts", "opportunities"]) {
      const answer = await page.request.get(`/api/v1/${what}`);
      ids[what] = ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? "";
    }
    for (const wanted of PATHS) {
      const path = wanted.replace(/ID$/, () => ids[wanted.split("/")[1]!]!);
      await page.goto(path.includes("/") ? path : `/settings/${path}`);
      await page.waitForTimeout(900);
      await page.screenshot({ path: `${OUT}/${wanted.replaceAll(/[^a-z]+/g, "_")}-${width}-${scheme}.png` });
      const found = await axeViolations(page);
      if (found.length > 0) console.log(path, scheme, width, found.slice(0, 4).join("\n").slice(0, 900));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (wide) console.log(path, width, "scrolls sideways");
    }
  }
});
