/** Accounts and opportunities as a person looks through them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { type AppServer, appServer, signedIn } from "../support/browser.ts";

const SLOW = { timeout: 180_000 };

const PIPELINES = `pipeline_name,is_default,stage_name,position,is_closed_won,is_closed_lost
Sales,yes,Qualified,1,no,no
Sales,yes,Proposal,2,no,no
Sales,yes,Won,3,yes,no
`;

const OPPORTUNITIES = `Full name,Email,Company,Opportunity name,Pipeline,Stage,Value,Close date,Status
Ana Silva,ana@acme.example,Acme GmbH,New website,Sales,Qualified,12000.50,2026-12-01,open
Bo Lind,bo@beta.example,Beta AG,Support plan,Sales,Qualified,800.25,2026-12-15,open
Cy Fox,cy@acme.example,ACME,Renewal,Sales,Proposal,4500,2027-01-10,open
`;

async function filled(): Promise<AppServer> {
  const server = await appServer();
  const give = async (name: string, text: string, object: string): Promise<void> => {
    const file = join(server.data, name);
    writeFileSync(file, text);
    await server.muster("import", file, "--object", object, "--yes");
  };
  await give("pipelines.csv", PIPELINES, "pipelines");
  await give("deals.csv", OPPORTUNITIES, "contacts,opportunities");
  return server;
}

test(
  "C-F1 C-X6: an account is found by typing, and shows where its values came from and who belongs to it",
  SLOW,
  async () => {
    const server = await filled();
    const { page } = await signedIn(server);
    await page.goto("/accounts");
    await page.getByRole("link", { name: "Beta AG" }).waitFor();
    await page.getByRole("searchbox", { name: "Search accounts" }).fill("acme g");
    await page.waitForURL("**search=acme**");
    await page.getByRole("link", { name: "Beta AG" }).waitFor({ state: "detached" });
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "Acme GmbH" }).click();
    await page.getByRole("heading", { level: 1, name: "Acme GmbH" }).waitFor();
    await page.getByRole("button", { name: /deals\.csv · line 2: Where Name came from/ }).click();
    await page.getByRole("dialog").getByText("Company", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Ana Silva" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.goto("/accounts/similar");
    await page.getByText("same name").waitFor();
    expect(await axeViolations(page)).toEqual([]);
  },
);

test(
  "C-R2: the board has a column for each stage with its count and its exact sum, and cards lead to their opportunity",
  SLOW,
  async () => {
    const server = await filled();
    for (const [scheme, width] of [
      ["light", 1440],
      ["dark", 390],
    ] as const) {
      const { page } = await signedIn(server, { scheme, width });
      await page.goto("/opportunities");
      await page.getByText("New website").waitFor();
      expect(await axeViolations(page), `list in ${scheme}`).toEqual([]);
      if (width === 1440) expect(await page.getByText("Open", { exact: true }).count()).toBe(3);
      await page.getByText("Board", { exact: true }).click();
      const qualified = page.getByRole("region", { name: "Qualified" });
      await qualified.getByText("Sum 12,800.75").waitFor();
      expect(await qualified.getByRole("listitem").count()).toBe(2);
      expect(await axeViolations(page), `board in ${scheme}`).toEqual([]);
      await qualified.getByRole("link", { name: /New website/ }).click();
      await page.getByRole("heading", { level: 1, name: "New website" }).waitFor();
      await page.getByText("12,000.50").first().waitFor();
      expect(await axeViolations(page), `opportunity in ${scheme}`).toEqual([]);
    }
  },
);

test(
  "C-X6 C-Q3: an opportunity shows where each value came from and what an import changed, and its contact leads to it",
  SLOW,
  async () => {
    const server = await filled();
    const file = join(server.data, "won.csv");
    writeFileSync(file, "Opportunity name,Email,Pipeline,Stage,Value\nSupport plan,bo@beta.example,Sales,Won,900\n");
    await server.muster("import", file, "--object", "opportunities", "--mode", "update", "--yes");
    const { page } = await signedIn(server);
    await page.goto("/contacts");
    await page.getByRole("link", { name: "Bo Lind" }).first().click();
    await page.getByRole("region", { name: "Opportunities" }).getByRole("link", { name: "Support plan" }).click();
    await page.getByRole("heading", { level: 1, name: "Support plan" }).waitFor();
    await page.getByRole("button", { name: /deals\.csv · line 3: Where Close date came from/ }).waitFor();
    await page.getByRole("button", { name: /won\.csv · line 2: Where Value came from/ }).click();
    await page.getByRole("dialog").getByText("900", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    const history = page.getByRole("region", { name: "History" });
    expect((await history.getByRole("listitem").allInnerTexts()).map((text) => text.replace(/\s+/g, " "))).toEqual([
      "Stage Qualified → Won",
      "Value 800.25 → 900",
      "Status Open → Won",
    ]);
    await page.getByRole("link", { name: "Beta AG" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  },
);

test("an undo of contacts with opportunities says what each line is, and a phone cuts nothing off", SLOW, async () => {
  const server = await filled();
  const { page } = await signedIn(server, { width: 390, height: 844 });
  await page.goto("/opportunities");
  await page.getByRole("link", { name: "New website" }).waitFor();
  await page.getByText("3", { exact: true }).first().waitFor();
  await page.getByText("Proposal").filter({ visible: true }).waitFor();
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Ana Silva" }).filter({ visible: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "Ana Silva" }).waitFor();
  expect(await page.evaluate(CUT)).toEqual([]);
  await page.goto("/imports");
  await page.getByRole("link", { name: "deals.csv" }).first().click();
  await page.getByRole("button", { name: "Undo…" }).click();
  const dialog = page.getByRole("dialog");
  await page.getByText("Contacts: 3 created").waitFor();
  await page.getByText("Opportunities: 3 created").waitFor();
  await dialog.getByText("6 will be deleted").waitFor();
  await dialog.getByText("Opportunity", { exact: true }).first().waitFor();
  await dialog.getByText("Contact", { exact: true }).first().waitFor();
  await dialog.getByText("Support plan").waitFor();
  await dialog.getByRole("button", { name: "Undo the import" }).click();
  const undone = page.getByRole("alert").filter({ hasText: "Undone by" });
  await undone.waitFor();
  await page.getByRole("button", { name: /^Problems and warnings/ }).click();
  expect(await page.evaluate(SQUASHED)).toEqual([]);
  await page.getByRole("row", { name: /Bo Lind.*Support plan/ }).click();
  const line = page.getByRole("dialog", { name: "Line 3" });
  await line.getByText("Besides:").waitFor();
  // The account went with the undo.
  expect(await line.getByRole("link", { name: /account/i }).count()).toBe(0);
});

const CUT = `[...document.querySelectorAll(".mantine-Button-label")]
  .filter((label) => label.scrollWidth > label.clientWidth || label.getBoundingClientRect().right > innerWidth)
  .map(({ textContent }) => textContent)`;

const SQUASHED = `[...document.querySelectorAll("[role=alert]")]
  .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
  .map(({ textContent }) => textContent)`;
