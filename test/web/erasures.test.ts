/** A person erased by an admin on the page of the contact: what would go is shown first, and it stands in Settings afterwards. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { type AppServer, appServer, signedIn } from "../support/browser.ts";

/** Imports, signs in two or three times. */
const SLOW_MS = 240_000;
/** Workers look through everything in the background. */
const IN_BACKGROUND = { timeout: 60_000 };

async function withPeople(server: AppServer): Promise<void> {
  const file = join(server.data, "people.csv");
  writeFileSync(
    file,
    "Full name,Email,Manager\nAnn Lee,ann@x.test,\nBob Ray,bob@x.test,Ann Lee\nCid Ohm,cid@x.test,\n",
  );
  await server.muster("import", file, "--yes", "--quiet");
}

test(
  "an admin sees what would go and who else names them, keeps them, and then erases them (C-X9)",
  async () => {
    const server = await appServer();
    await withPeople(server);
    const { page } = await signedIn(server);
    await page.getByRole("link", { name: "Ann Lee" }).first().click();
    const ask = page.getByRole("button", { name: "Erase for good…" });
    await ask.click();
    const dialog = page.getByRole("dialog", { name: "Erase a person for good" });
    await dialog.getByText("the contact, with all its values").waitFor(IN_BACKGROUND);
    await dialog.getByText("Ann Lee", { exact: true }).waitFor();
    await dialog.getByText("1 row of stored files").waitFor();
    await dialog.getByRole("link", { name: "Bob Ray" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Keep" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "Ann Lee" }).waitFor();
    await ask.click();
    await dialog.getByRole("button", { name: "Erase for good" }).click(IN_BACKGROUND);
    const list = page.getByRole("list", { name: "Erased people" });
    await list.getByText("erased", { exact: true }).waitFor(IN_BACKGROUND);
    expect(await list.getByRole("listitem").count()).toBe(1);
    await list.getByRole("button", { name: /^Details/ }).click();
    await page.getByRole("dialog").getByText("This is gone:").waitFor();
    expect(await page.getByRole("dialog").innerText()).not.toContain("Ann Lee");
    expect(await server.muster("contacts", "--json")).not.toContain("ann@x.test");
  },
  SLOW_MS,
);

test(
  "an editor is offered no erasing, in the page or in Settings (C-M1)",
  async () => {
    const server = await appServer();
    await withPeople(server);
    const { page } = await signedIn(server, { as: { email: "ed@example.com", role: "editor" } });
    await page.getByRole("link", { name: "Ann Lee" }).first().click();
    await page.getByRole("button", { name: "Copy the id" }).waitFor();
    expect(await page.getByRole("button", { name: "Erase for good…" }).count()).toBe(0);
    await page.goto("/settings");
    await page.getByRole("link", { name: "Members" }).waitFor();
    expect(await page.getByRole("link", { name: "Erased people" }).count()).toBe(0);
  },
  SLOW_MS,
);
