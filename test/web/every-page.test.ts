/**
 * Every page with something on it, in light and dark, on a desk and a phone: whatever the cells hold, nothing runs, nothing is
 * refused by the pages' policy, nothing keeps anybody out, and nothing hangs over.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { axeViolationsInBoth } from "../support/axe.ts";
import { type AppServer, cutButtons, openPage, signedIn, startedServer } from "../support/browser.ts";

import { importByPage } from "../support/import-by-page.ts";
import { csvFile, toCheck } from "../support/wizard.ts";

const SLOW = { timeout: 300_000 };

const NAUGHTY = [
  "<script>globalThis.ran=1</script>",
  "<img src=x onerror=globalThis.ran=1>",
  "\"><svg onload='globalThis.ran=1'>",
  "javascript:globalThis.ran=1",
  "{{constructor.constructor('globalThis.ran=1')()}}",
  "$\u007bglobalThis.ran=1}",
  '=HYPERLINK("javascript:globalThis.ran=1","x")',
  "'; drop table contacts; --",
  "\u202Egnp.exe \u0000\u001b[31m \u200b\ufeff",
  "田中さん 👩🏽‍🚀 Ṱ̺̺̕o͞ ̷i̲̬n̝̗v̞̱o̞k̢e ﷽",
  `${"W".repeat(300)}`,
  "__proto__",
];

const PIPELINES =
  "pipeline_name,is_default,stage_name,position\nSales <b>,yes,<img src=x onerror=globalThis.ran=1>,1\n";

let server: AppServer;

beforeAll(async () => {
  const { stop, ...started } = await startedServer();
  server = started;
  const pipelines = join(server.data, "pipelines.csv");
  writeFileSync(pipelines, PIPELINES);
  await server.muster("import", pipelines, "--object", "pipelines", "--yes", "--quiet");
  return stop;
}, 120_000);

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Each text as a header, and in each column; the last two lines are two who may be one. */
function naughtyLines(): string {
  const known = ["Full name", "Email", "Phone", "Company", "Job title", "Tags", "City", "Birthday"];
  const rows = NAUGHTY.map((text, at) => [
    ...[text, at % 3 === 2 ? text : `naughty.${at}@example.com`, at % 4 === 3 ? text : `+1415555010${at % 10}`],
    ...[text, text, text, text, at % 2 === 0 ? text : "1990-05-17", ...NAUGHTY.map(() => text)],
  ]);
  return [[...known, ...NAUGHTY], ...rows].map((row) => row.map(cell).join(",")).join("\n");
}

/** What the browser says that a person never sees. */
function listenTo(page: Page): string[] {
  const told: string[] = [];
  page.on("console", (message) => {
    // A refusal that a page shows is told here as well.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) told.push(message.text());
  });
  page.on("pageerror", (error) => told.push(error.message));
  page.on("dialog", (dialog) => {
    told.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return told;
}

async function look(page: Page, what: string): Promise<void> {
  expect(await axeViolationsInBoth(page), what).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), what).toBeLessThanOrEqual(0);
  expect(await cutButtons(page), what).toEqual([]);
  expect(await page.evaluate("globalThis.ran"), what).toBeUndefined();
}

const settled = async (page: Page): Promise<void> => {
  await page.locator("h1, h2").first().waitFor();
  await page.waitForLoadState("networkidle");
};

test(
  "whatever cells and headers hold stays text in each step of the wizard and on each page (C-B8)",
  SLOW,
  async () => {
    const { page } = await signedIn(server);
    const told = listenTo(page);
    await page.goto("/import");
    await page.getByRole("button", { name: "Choose a file" }).waitFor();
    await look(page, "file");
    await toCheck(page, csvFile("<img src=x onerror=globalThis.ran=1>.csv", naughtyLines()));
    await look(page, "check");
    await page.getByRole("button", { name: /^Import \d+ (contacts|lines)$/ }).click();
    await page.getByRole("heading", { name: /^Done: / }).waitFor();
    await look(page, "run");
    const id = /imp_\w+/.exec(page.url())?.[0];
    const deals = "Full name,Email,Opportunity name,Pipeline,Stage,Value\n";
    const deal = [
      "Dee",
      "dee@example.com",
      NAUGHTY[1] ?? "",
      "Sales <b>",
      "<img src=x onerror=globalThis.ran=1>",
      "10",
    ];
    const file = join(server.data, "deals.csv");
    writeFileSync(file, `${deals}${deal.map(cell).join(",")}\n`);
    await server.muster("import", file, "--object", "contacts,opportunities", "--yes", "--quiet");
    await importByPage(page, "Full name,Email\nPia,pia@example.com\n", { name: "waits.csv", dryRun: true });
    await page.goto("/contacts");
    await page.getByRole("link", { name: NAUGHTY[1] ?? "", exact: true }).waitFor();
    await look(page, "contacts");
    await page.getByRole("link", { name: NAUGHTY[1] ?? "", exact: true }).click();
    await page.getByRole("region", { name: "History" }).waitFor();
    await look(page, "contact");
    const paths = [
      ...[
        "/contacts/new",
        "/contacts/duplicates",
        "/accounts",
        "/accounts/similar",
        "/opportunities",
        "/opportunities?view=board",
      ],
      ...["/imports", `/imports/${id}`, `/imports/${id}?view=settings`, "/tasks", "/set-password", "/nowhere"],
      ...[`/import/${id}/columns`, "/settings/tags"],
    ];
    for (const path of paths) {
      await page.goto(path);
      await settled(page);
      await look(page, path);
    }
    await page.goto("/accounts");
    await page.getByRole("link", { name: NAUGHTY[1] ?? "", exact: true }).click();
    await settled(page);
    await look(page, "account");
    expect(told).toEqual([]);
  },
);

test("every page fits a phone with the same contents, in German", SLOW, async () => {
  const { page } = await signedIn(server, { width: 360, height: 740, locale: "de-DE" });
  const told = listenTo(page);
  for (const path of [
    "/contacts",
    "/contacts/new",
    "/accounts",
    "/opportunities?view=board",
    "/imports",
    "/tasks",
    "/contacts/duplicates",
  ]) {
    await page.goto(path);
    await settled(page);
    await look(page, path);
  }
  await page.goto("/contacts");
  await page.locator('a[href^="/contacts/con_"]').first().click();
  await settled(page);
  await page.locator("h1").waitFor();
  await look(page, "contact");
  expect(told).toEqual([]);
});

test("the page for signing in can be used by everybody, in light and dark", async () => {
  const { page } = await openPage(server);
  const told = listenTo(page);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").waitFor();
  await look(page, "sign-in");
  expect(told).toEqual([]);
});
