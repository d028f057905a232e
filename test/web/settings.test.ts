/** Settings as a person changes them. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { appServer, openPage, signedIn } from "../support/browser.ts";

const SLOW = { timeout: 180_000 };
const SECTIONS = [
  ...[
    "policy",
    "fields",
    "mappings",
    "tags",
    "pipelines",
    "members",
    "keys",
    "erasures",
    "sources",
    "workflows",
    "webhooks",
  ],
  "account",
];

const opened = async (page: Page, section: string): Promise<void> => {
  await page.goto(`/settings/${section}`);
  await page.getByRole("heading", { level: 2 }).first().waitFor();
};

test(
  "the policy is sentences with the choice inside; what differs says what the preset has and leads back",
  SLOW,
  async () => {
    const server = await appServer();
    const { page } = await signedIn(server);
    await opened(page, "policy");
    const choice = page.getByLabel("When a line matches an existing contact:", { exact: true });
    await choice.selectOption({ label: "leave it as it is" });
    await page.getByText("The preset says: update it.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("The preset says: update it.").waitFor({ state: "detached" });
    await expect.poll(() => choice.inputValue()).toBe("update");
    await choice.selectOption({ label: "fail the line" });
    await page.getByText("The preset says: update it.").waitFor();
    expect(await server.muster("policy")).toMatch(/onMatch\s+fail/);
    await page.getByRole("button", { name: "Back to it: When a line matches an existing contact:" }).click();
    await page.getByText("The preset says: update it.").waitFor({ state: "detached" });
    const size = page.getByLabel("The largest file that is taken:");
    await size.fill("a lot");
    await size.press("Enter");
    await page.getByRole("alert").getByText("a size such as 30MB").waitFor();
    await size.fill("30MB");
    await size.press("Enter");
    await page.getByText("The preset says: no limit.").waitFor();
    await page.getByRole("button", { name: "Choose a preset" }).click();
    await page.getByRole("button", { name: "Follow Agency CRM" }).click();
    await page.getByText(/sentences would change:/).waitFor();
    await page.getByRole("button", { name: "Follow Agency CRM" }).click();
    await page.getByText("Follows the preset Agency CRM").waitFor();
    expect(
      await page.getByRole("list", { name: "Changes of the policy" }).getByRole("listitem").count(),
    ).toBeGreaterThan(3);
  },
);

test("no section has violations, in light and dark, on a narrow and a wide screen", SLOW, async () => {
  const server = await appServer();
  await server.muster("sources", "add", "QuickBooks", "--kind", "native_integration");
  await server.muster("members", "add", "sales@example.com");
  await server.muster("workflows", "add", "examples/welcome.workflow.json");
  for (const [scheme, width] of [
    ["light", 1440],
    ["dark", 360],
  ] as const) {
    const { page } = await signedIn(server, { scheme, width });
    for (const section of SECTIONS) {
      await opened(page, section);
      expect(await axeViolations(page), `${section} in ${scheme} at ${width}`).toEqual([]);
      const scrolls = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
      expect(scrolls, `${section} at ${width}`).toBe(false);
    }
  }
});

test("a field, a tag and a member are made, and what they lead to is said before they go", SLOW, async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  await opened(page, "fields");
  await page.getByRole("button", { name: "Add a field" }).click();
  const field = page.getByRole("dialog");
  await field.getByLabel("Name").fill("Renewal plan");
  await field.getByLabel("Type").selectOption({ label: "Single choice" });
  await field.getByLabel("Options").fill("Free\nPro");
  await field.getByRole("button", { name: "Add a field" }).click();
  await page.getByText("Single choice · 2 options: Free, Pro").waitFor();
  await opened(page, "tags");
  await page.getByLabel("New tag").fill("vip");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove vip" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Remove vip" }).waitFor();
  await opened(page, "members");
  await page.getByRole("button", { name: "Add a member" }).click();
  await page.getByRole("dialog").getByLabel("Email address").fill("ana@example.com");
  await page.getByRole("radio", { name: "Viewer" }).check();
  await page.getByRole("button", { name: "Add and invite" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation" }).inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  await page
    .getByRole("button", { name: "Remove ana@example.com" })
    .or(page.getByRole("button", { name: "Remove ana" }))
    .waitFor();
  const { page: theirs } = await openPage(server);
  await theirs.goto(link);
  await theirs.getByRole("button", { name: "Later" }).click();
  await theirs.waitForURL("**/contacts");
});

test("a key is shown once, works, and is refused when it was revoked", SLOW, async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  await opened(page, "keys");
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByLabel("What it is for").fill("Nightly sync");
  await page.getByRole("dialog").getByRole("button", { name: "Make a key" }).click();
  const key = await page.getByRole("textbox", { name: "The key is made" }).inputValue();
  const ask = async () =>
    (await fetch(`${server.url}/api/v1/contacts`, { headers: { Authorization: `Bearer ${key}` } })).status;
  expect(await ask()).toBe(200);
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Revoke Nightly sync" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("No keys yet").waitFor();
  expect(await ask()).toBe(401);
});

test("a webhook that will not be called says so when it is added, and from then on", SLOW, async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  await opened(page, "webhooks");
  const add = async (url: string): Promise<void> => {
    await page.getByRole("button", { name: "Add a webhook" }).click();
    await page.getByLabel("Address").fill(url);
    await page.getByRole("dialog").getByRole("button", { name: "Add a webhook" }).click();
    await page.getByRole("textbox", { name: "Secret of the webhook" }).waitFor();
  };
  const notCalled = page.getByText("It is not called: this is a private address");
  await add("https://example.com/hook");
  expect(await notCalled.count()).toBe(0);
  await page.getByRole("button", { name: "Done" }).click();
  await add("http://10.0.0.8/hook");
  await page.getByRole("dialog").getByText("It is not called: this is a private address").waitFor();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.reload();
  await page
    .getByRole("listitem")
    .filter({ hasText: "http://10.0.0.8/hook" })
    .and(page.getByRole("listitem").filter({ has: notCalled }))
    .waitFor();
  expect(await notCalled.count()).toBe(1);
  expect(await axeViolations(page)).toEqual([]);
  const { page: german } = await signedIn(server, { locale: "de-DE" });
  await opened(german, "webhooks");
  await german.getByText("Sie wird nicht gerufen: Dies ist eine private Adresse").waitFor();
});

test("C-M1: who only views sees the policy in words and nothing to change it with", SLOW, async () => {
  const server = await appServer();
  const { page } = await signedIn(server, { as: { email: "viewer@example.com", role: "viewer" }, locale: "de-DE" });
  await opened(page, "policy");
  await page.getByText("Nur Admins ändern die Regeln.").waitFor();
  expect(await page.getByRole("combobox").count()).toBe(0);
  expect(await page.getByRole("link", { name: "Webhooks" }).count()).toBe(0);
  await opened(page, "members");
  expect(await page.getByRole("button", { name: "Mitglied hinzufügen" }).count()).toBe(0);
  await page.goto("/settings/webhooks");
  await page
    .getByText("Hier ist nichts")
    .or(page.getByRole("heading", { level: 2 }))
    .first()
    .waitFor();
  expect(await page.getByRole("heading", { level: 2, name: "Webhooks" }).count()).toBe(0);
});
