/** Signing in and finding one's way, as a person does it. */
import { expect, test } from "vitest";
import { axeViolations, axeViolationsInBoth } from "../support/axe.ts";
import { appServer, openPage, ownServer, signedIn } from "../support/browser.ts";

test("who is signed out comes to the page for signing in, and back to where they were", async () => {
  const server = await ownServer();
  const { page } = await signedIn(server);
  await page.goto("/set-password");
  await page.getByLabel("New password").first().fill("a few words in a row");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.waitForURL("**/contacts");
  await page.getByRole("button", { name: /^Signed in as/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in**");
  await page.goto("/imports?workspace=default");
  await page.waitForURL("**/sign-in?back=**");
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel("E-mail address").fill("owner@example.com");
  await page.getByLabel("Password", { exact: true }).fill("wrong words in a row");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("alert").getByText("The e-mail address or the password is wrong.").waitFor();
  await page.getByLabel("Password", { exact: true }).fill("a few words in a row");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/imports**");
  await page.getByRole("heading", { level: 1, name: "Imports" }).waitFor();
});

test("the owner, who is no member, learns the address of their account and who is told, and an unknown page keeps the navigation", async () => {
  const server = await ownServer();
  await server.muster("workspaces", "create", "bills");
  const { page } = await signedIn(server);
  await page.goto("/set-password");
  await page.getByText("You sign in as owner@example.com.").waitFor();
  await page.goto("/duplicates");
  await page.getByRole("heading", { level: 1, name: "There is no such page" }).waitFor();
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Settings" }).click();
  await page.goto("/settings/account?workspace=bills");
  const told = page.getByText(/^Members of the workspace are told when an import ends/);
  await told.waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await page
    .getByRole("dialog")
    .getByText(/^Members of the workspace are told/)
    .waitFor();
});

test("empty pages run nothing and show nothing that the policy forbids, and have no violations in light and dark", {
  timeout: 180_000,
}, async () => {
  const { page } = await signedIn(await appServer());
  const told: string[] = [];
  page.on("console", (message) => message.type() === "error" && told.push(message.text()));
  const look = async (what: string): Promise<void> => {
    expect(await axeViolationsInBoth(page), what).toEqual([]);
  };
  for (const path of ["/contacts", "/accounts", "/opportunities", "/imports", "/tasks", "/settings", "/nowhere"]) {
    await page.goto(path);
    await page.locator("h1, h2").first().waitFor();
    await look(path);
  }
  await page.goto("/contacts");
  await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find a contact, a page or something to do").waitFor();
  await look("the command palette");
  expect(told).toEqual([]);
});

test("the command palette leads to pages by the keyboard alone, in the reader's language", async () => {
  const server = await appServer();
  const { page } = await signedIn(server, { locale: "de-DE" });
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Einen Kontakt, eine Seite oder einen Befehl finden").fill("aufg");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/tasks");
  await page.getByRole("heading", { level: 1, name: "Aufgaben" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("de");
});

test("a language that cannot be fetched is told, and pages that are opened later go on in the one that is spoken", async () => {
  const { page } = await signedIn(await appServer());
  const german = /\/assets\/de-[^/]*\.js$/;
  await page.route(german, (route) => route.abort());
  await page.getByRole("button", { name: /^Signed in as/ }).click();
  await page.getByRole("menuitem", { name: "Deutsch" }).click();
  await page.getByText("Deutsch could not be loaded.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Tasks" }).click();
  await page.getByRole("heading", { level: 1, name: "Tasks" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("no page comes from anywhere but /api's neighbours: an unknown file is no page", async () => {
  const server = await appServer();
  const { page } = await openPage(server);
  const asset = await page.request.get("/assets/gone.js");
  expect(asset.status()).toBe(404);
  const api = await page.request.get("/api/v1/gone");
  expect(api.status()).toBe(404);
  expect(await api.json()).toMatchObject({ code: "route_unknown" });
  const home = await page.request.get("/anything/else");
  expect(home.headers()["content-security-policy"]).toMatch(/default-src 'self'.*style-src 'self' 'nonce-/);
  expect(await home.text()).not.toContain("MUSTER-NONCE");
});
