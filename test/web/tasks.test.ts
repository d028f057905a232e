/** What goes on, and where one is told of it, as a person meets it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { axeViolations, axeViolationsInBoth } from "../support/axe.ts";
import { appServer, signedIn } from "../support/browser.ts";

import { importByPage } from "../support/import-by-page.ts";

const EXAMPLE = readFileSync(new URL("../../examples/contacts.csv", import.meta.url));

test("C-N4 what waits for somebody and what failed stand apart, and lead to the lines", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  await importByPage(page, EXAMPLE, { name: "failed.csv" });
  await importByPage(page, "Full name,Email\nAnn Lee,ann@example.com\n", { name: "planned.csv", dryRun: true });
  await page.goto("/tasks");
  await page.getByRole("heading", { name: "Needs you" }).waitFor();
  expect(await axeViolationsInBoth(page)).toEqual([]);
  const planned = page.getByRole("article").filter({ hasText: "planned.csv" });
  await planned.getByText("Its plan waits to be started: nothing is written yet.").waitFor();
  const failed = page.getByRole("article").filter({ hasText: "failed.csv" });
  await failed.getByText("10 lines failed").waitFor();
  await failed.getByRole("link", { name: "Line 160" }).click();
  await page.getByRole("dialog", { name: "Line 160" }).getByText("Invalid email address “carla@”.").waitFor();
  await page.goto("/tasks");
  await planned.getByRole("link", { name: "planned.csv" }).click();
  await page.getByText("Plan: nothing is written yet").waitFor();
  await page.getByRole("link", { name: "Review and import" }).click();
  await page.waitForURL("**/check**");
});

test("a plan that would change nothing is not among what needs somebody, and is discarded where it is met", async () => {
  const { page } = await signedIn(await appServer());
  const same = "Full name,Email\nAnn Lee,ann@example.com\n";
  await importByPage(page, same, { name: "first.csv" });
  const plan = await importByPage(page, same, { name: "again.csv", dryRun: true });
  await page.goto("/tasks");
  await page.getByText("no line would change anything").waitFor();
  expect(await page.getByRole("heading", { name: "Needs you" }).count()).toBe(0);
  await page.goto(`/imports/${plan}`);
  await page.getByRole("button", { name: "Discard" }).waitFor();
  await page.getByRole("link", { name: "Review", exact: true }).click();
  await page.getByText("No line would change anything.").waitFor();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Choose a file" }).waitFor();
  await page.goto(`/imports/${plan}`);
  await page.getByText("Cancelled").first().waitFor();
});

test("an import that tells an account its domain and leaves its contacts as they are is started, and taken back", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  const told = "Email,Company,Domain\nann@example.com,Acme,acme.test\n";
  await importByPage(page, "Email,Company\nann@example.com,Acme\nbob@example.com,Acme\n", { name: "people.csv" });
  const first = await importByPage(page, told.replace("ann", "bob"), { name: "first.csv" });
  await importByPage(page, told, { name: "second.csv" });
  await page.goto(`/imports/${first}`);
  await page.getByRole("button", { name: "Undo…" }).click();
  await page.getByRole("button", { name: "Undo 1 line" }).click();
  await page.getByText("Undone by owner@example.com").waitFor();
  const plan = await importByPage(page, told, { name: "again.csv", dryRun: true });
  await page.goto(`/imports/${plan}`);
  await page.getByRole("link", { name: "Review and import" }).click();
  await page
    .getByText("No contact changes. Accounts that are created: 0; lines that change their account: 1.")
    .waitFor();
  await page.getByRole("button", { name: "Import what it says of accounts" }).click();
  await page.getByRole("heading", { name: "Done: accounts changed, and no contact had to" }).waitFor();
  await page.goto(`/imports/${plan}?line=2`);
  await page.getByRole("button", { name: "Undo this line…" }).click();
  const dialog = page.getByRole("dialog", { name: "Undo line 2" });
  await dialog
    .getByText("Of the accounts, opportunities and pipelines that came with them: changes of 1 line will be taken back")
    .waitFor();
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await page.goto(`/imports/${plan}`);
  await page.getByRole("button", { name: "Undo…" }).click();
  await page.getByRole("button", { name: "Undo these changes" }).click();
  await page.getByText("Undone by owner@example.com").waitFor();
});

test("C-N3 the bell says what happened and leads there, and the profile says where one is told", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  await importByPage(page, EXAMPLE, { name: "contacts.csv" });
  await page.goto("/contacts");
  const bell = page.getByRole("button", { name: /^Notifications/ });
  await page.getByLabel("1 unread").waitFor();
  await bell.click();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: /contacts\.csv is imported, but not all of its lines/ }).click();
  await page.waitForURL("**/imports/imp_*");
  await expect.poll(() => page.getByLabel("1 unread").count()).toBe(0);
  await bell.click();
  await page.getByRole("button", { name: "Where I am told" }).click();
  const profile = page.getByRole("dialog", { name: "Where I am told" });
  const mail = profile.getByLabel("My import is done: Mail");
  await mail.selectOption("never");
  expect(await axeViolations(page)).toEqual([]);
  await profile.getByRole("button", { name: "Save" }).click();
  await profile.waitFor({ state: "hidden" });
  await bell.click();
  await page.getByRole("button", { name: "Where I am told" }).click();
  await expect.poll(() => mail.inputValue()).toBe("never");
});

test("where no mail server is set up the page says so, what each mail is about, and offers no way to send it now", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  await importByPage(page, EXAMPLE, { name: "mailed.csv" });
  await page.goto("/tasks");
  await page.getByText("Mails wait until MUSTER_SMTP_URL and MUSTER_MAIL_FROM are set").waitFor();
  await page.goto("/settings/account");
  await page.getByText("No mail server is set up: no mail is sent.").waitFor();
  await page.goBack();
  await page.getByText("mailed.csv is imported, but not all of its lines").first().waitFor();
  await page.getByText("queued · not before it is set up").first().waitFor();
  expect(await page.getByRole("button", { name: /^Send (all )?now$/ }).count()).toBe(0);
  await page.getByRole("button", { name: "Never send" }).first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
