/** The history of imports and one import, as a person looks at them and takes one back. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linesText } from "../../web/imports/lines-text.ts";
import { imports } from "../../web/words/en/imports.ts";
import { axeViolations } from "../support/axe.ts";
import { appServer, ownServer, signedIn } from "../support/browser.ts";
import { importByPage } from "../support/import-by-page.ts";

const EXAMPLE = readFileSync(new URL("../../examples/contacts.csv", import.meta.url));

test("C-Q1 the history says what became of each file, and filters, statistics and keys lead to single lines", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  const told: string[] = [];
  page.on("console", (message) => message.type() === "error" && told.push(message.text()));
  await page.goto("/imports");
  await page.getByRole("heading", { name: "No imports yet" }).waitFor();
  await importByPage(page, EXAMPLE, { name: "contacts.csv" });
  await page.goto("/imports");
  const row = page.getByRole("row", { name: /contacts\.csv/ });
  for (const part of ["284 created", "4 updated", "1 unchanged", "10 failed", "Done", "owner@example.com"])
    await row.getByText(part).filter({ visible: true }).first().waitFor();
  await page.getByRole("link", { name: "contacts.csv" }).click();
  const grid = page.getByRole("grid", { name: "Lines" });
  await grid.getByText("Zane Keller").waitFor();
  await page.getByRole("button", { name: "10 failed" }).click();
  await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("11");
  expect(page.url()).toContain("outcome=failed");
  await page.reload();
  await grid.getByText("Invalid email address “carla@”.").waitFor();
  await page.getByRole("button", { name: /^Problems and warnings/ }).click();
  await page.getByText("The text does not have the form of an email address").waitFor();
  await page.getByRole("button", { name: "Show the 4 lines" }).click();
  await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("5");
  await grid.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const line = page.getByRole("dialog", { name: "Line 160" });
  await line.getByText("Correct the address so that it looks like name@example.com").waitFor();
  await line.getByRole("row", { name: "E-Mail carla@" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Settings used" }).click();
  await page.getByText("With semicolon, 298 of 300 rows have 13 columns.").waitFor();
  await page.getByText('header "Customer No." is a known name of Account ID').waitFor();
  expect(told).toEqual([]);
});

test("C-U1 an undo shows first what goes back and what stays, and a viewer is offered none", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  const naughty = "<img src=x onerror=alert(1)>";
  const first = await importByPage(page, `Full name,Email\n"${naughty}",ann@example.com\nBo Lee,bo@example.com\n`, {
    name: "first.csv",
  });
  const later = await importByPage(page, "Full name,Email,City\nBo Lee,bo@example.com,Paris\n", { name: "later.csv" });
  const { page: viewers } = await signedIn(server, { as: { email: "vera@example.com", role: "viewer" } });
  await viewers.goto(`/imports/${first}`);
  await viewers.getByRole("grid").getByText(naughty).waitFor();
  expect(await viewers.getByRole("button", { name: /Undo/ }).count()).toBe(0);
  await viewers.getByRole("button", { name: "More", exact: true }).click();
  await viewers.getByRole("menuitem", { name: "Download the file" }).waitFor();
  expect(await viewers.getByRole("menuitem", { name: /Remove|again$/ }).count()).toBe(0);
  await page.goto(`/imports/${first}`);
  await page.getByRole("button", { name: "Undo…" }).click();
  const dialog = page.getByRole("dialog", { name: "Undo this import" });
  await dialog.getByText("1 will be deleted · 1 stays, because it was edited or used since").waitFor();
  await dialog.getByRole("link", { name: later }).waitFor();
  await dialog.getByText(naughty).waitFor();
  await dialog.getByText("What stays (1)").click();
  await dialog.getByText(naughty).waitFor({ state: "detached" });
  await dialog.getByText("Bo Lee").waitFor();
  await dialog.getByLabel("Delete contacts that were edited since as well").check();
  await dialog.getByText("2 will be deleted").waitFor();
  await dialog.getByLabel("Delete contacts that were edited since as well").uncheck();
  await dialog.getByRole("button", { name: "Undo 1 line" }).click();
  await page.getByText("Undone by owner@example.com").waitFor();
  await page.getByText("1 deleted · 1 stays, edited since").waitFor();
  await page.goto(`/imports/${later}?line=2`);
  const line = page.getByRole("dialog", { name: "Line 2" });
  await line.getByRole("row", { name: "City empty Paris" }).waitFor();
  await line.getByRole("button", { name: "Undo this line…" }).click();
  await page.getByRole("dialog", { name: "Undo line 2" }).getByRole("button", { name: "Undo 1 line" }).click();
  await page.getByText("Line 2 was undone").waitFor();
});

test("a file is imported again, its receipt is checked, and an import that is removed is gone from the history", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  const id = await importByPage(page, "Full name,Email\nAnn Lee,ann@example.com\n", { name: "ann.csv" });
  await page.goto(`/imports/${id}`);
  const more = page.getByRole("button", { name: "More", exact: true });
  await more.click();
  await page.getByRole("menuitem", { name: "Check the workspace against the receipt" }).click();
  await page.getByText("Everything is as the receipt says.").waitFor();
  await more.click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Download the file" }).click();
  expect((await download).suggestedFilename()).toBe("ann.csv");
  await more.click();
  await page.getByRole("menuitem", { name: "Import this file again" }).click();
  await page.waitForURL("**/import/imp_*/check**");
  await page.goto(`/imports/${id}`);
  await more.click();
  await page.getByRole("menuitem", { name: "Remove this import…" }).click();
  await page.getByRole("button", { name: "Remove the import" }).click();
  await page.waitForURL(/\/imports(\?|$)/);
  await page.getByRole("link", { name: "ann.csv" }).waitFor();
  expect(await page.getByRole("link", { name: "ann.csv" }).count()).toBe(1);
});

test.each([
  ["in English and light on a desk", { scheme: "light", locale: "en-GB", width: 1440 }],
  ["in German and dark on a phone", { scheme: "dark", locale: "de-DE", width: 360 }],
] as const)("an import can be read by everybody, %s", async (_, wanted) => {
  const server = await appServer();
  const { page } = await signedIn(server, wanted);
  const id = await importByPage(page, EXAMPLE, { name: "contacts.csv" });
  const one = `/imports/${id}`;
  for (const path of ["/imports", `${one}?problem=email_invalid`, `${one}?line=111`, `${one}?view=settings`]) {
    await page.goto(path);
    await page
      .getByRole("link", { name: /contacts\.csv/ })
      .or(page.getByRole("tablist"))
      .first()
      .waitFor();
    await page.waitForLoadState("networkidle");
    expect(await axeViolations(page), path).toEqual([]);
    const overhang = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overhang, path).toBeLessThanOrEqual(0);
  }
});

test("C-Q1 a line with several problems says in the ledger how many there are besides the first", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  const id = await importByPage(page, "Email,Birthday\nann@example.com,1980-01-02\nbob@,never\n", { name: "two.csv" });
  await page.goto(`/imports/${id}`);
  const row = page.getByRole("row", { name: /Invalid email address “bob@”/ });
  await row.getByText("and 1 more").waitFor();
});

test("C-U1 the dialog of an undo names the import that put right lines of it, which stays", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  const first = await importByPage(page, "Full name,Email\nAnn,ann@example.com\nBo,bo@\n", { name: "first.csv" });
  const workspace = await page.evaluate<string>("localStorage.getItem('muster-workspace')");
  const headers = { "muster-workspace": workspace };
  const errors = await (await page.request.get(`/api/v1/imports/${first}/errors.csv`, { headers })).text();
  const second = await importByPage(page, errors.replace("bo@", "bo@example.com"), { name: "errors.csv" });
  await page.goto(`/imports/${first}`);
  await page.getByRole("button", { name: "Undo…" }).click();
  const dialog = page.getByRole("dialog", { name: "Undo this import" });
  await dialog.getByText("Corrected lines were imported later by the import below.").waitFor();
  await dialog.getByRole("link", { name: `errors.csv (${second})` }).click();
  await page.waitForURL(`**/imports/${second}`);
});

test("after an undo an account of the import that is still there can be gone to (C-U1)", async () => {
  const server = await appServer();
  const { page } = await signedIn(server);
  const first = await importByPage(page, "Full name,Email,Company\nAnn Lee,ann@example.com,Acme\n", { name: "a.csv" });
  await importByPage(page, "Full name,Email,Company\nBo Lee,bo@example.com,Acme\n", { name: "b.csv" });
  await page.goto(`/imports/${first}`);
  await page.getByRole("button", { name: "Undo…" }).click();
  await page.getByRole("dialog", { name: "Undo this import" }).getByRole("button", { name: "Undo 1 line" }).click();
  await page.getByText("Undone by owner@example.com").waitFor();
  await page.goto(`/imports/${first}?line=2`);
  const line = page.getByRole("dialog", { name: "Line 2" });
  await line.getByRole("link", { name: /account/i }).click();
  await page.getByRole("heading", { level: 1, name: "Acme" }).waitFor();
});

test("what waits for a worker says so, on its own page and in the history, and an undo that waits can be given up", async () => {
  const server = await ownServer({ workers: 0 });
  const { page } = await signedIn(server);
  const file = join(server.data, "waits.csv");
  writeFileSync(file, "Full name,Email\nAnn Lee,ann@example.com\n");
  const planned = JSON.parse(await server.muster("plan", file, "--json")) as { readonly import: string };
  await page.goto(`/imports/${planned.import}`);
  const head = page.getByRole("heading", { level: 1 }).locator("..");
  await head.getByText("Planned", { exact: true }).waitFor();
  await page.goto(`/import/${planned.import}/check`);
  await page.getByRole("button", { name: "Import 1 contact" }).click();
  await page.getByRole("heading", { name: "The import is about to start" }).waitFor();
  await page.goto(`/imports/${planned.import}`);
  await head.getByText("Waits to start", { exact: true }).waitFor();
  await page.getByRole("status").getByText("Waiting for a worker").waitFor();
  await page.goto("/imports");
  await page
    .getByRole("row", { name: /waits\.csv/ })
    .getByText("Waits to start")
    .filter({ visible: true })
    .waitFor();
  await page.goto(`/imports/${planned.import}`);
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await head.getByText("Cancelled", { exact: true }).waitFor();

  const done = JSON.parse(await server.muster("import", file, "--yes", "--json")) as { readonly import: string };
  await page.goto(`/imports/${done.import}`);
  await page.getByRole("button", { name: "Undo…" }).click();
  await page.getByRole("dialog", { name: "Undo this import" }).getByRole("button", { name: "Undo 1 line" }).click();
  await head.getByText("Waits to be undone", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Undo…" }).count()).toBe(0);
  await page.reload();
  await page.getByRole("button", { name: "Do not undo it" }).click();
  await head.getByText("Done", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo…" }).waitFor();
});

test("of an import on its way the history says how many lines are done, and of how many", () => {
  const number = String;
  expect(linesText({ lines: 1200, total: 50_000 }, imports, number)).toBe("1200 of 50000 lines");
  expect(linesText({ lines: 1, total: 1 }, imports, number)).toBe("1 line");
  expect(linesText({ lines: 7 }, imports, number)).toBe("7 lines");
});
