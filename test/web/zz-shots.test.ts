import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { appServer, signedIn } from "../support/browser.ts";

const DIR = "/tmp/shots-contacts";
test("shots", async () => {
  const server = await appServer();
  const file = join(server.data, "people.csv");
  writeFileSync(
    file,
    `Full name,Email,City,Tags,Company,Phone\n${Array.from({ length: 900 }, (_, i) => `Person ${["Lee", "Ray", "Ohm", "Diaz"][i % 4]} ${i},p${i}@x.test,${["Rome", "Oslo", "Bern"][i % 3]},"${["vip", "old;cold", "new"][i % 3]}",Firm ${i % 40},+1415555${String(1000 + i)}`).join("\n")}\n`,
  );
  await server.muster("import", file, "--yes", "--quiet");
  await server.muster("members", "add", "bo@example.com", "--role", "editor");
  for (const width of [1440, 390]) {
    const { page } = await signedIn(server, { width, height: width === 390 ? 800 : 900 });
    const shot = (name: string) => page.screenshot({ path: `${DIR}/${name}-${width}.png` });
    await page.goto("/contacts?filter=city%3DRome");
    await page.getByRole("row").nth(3).waitFor();
    await page.getByRole("checkbox", { name: "Choose all that are loaded" }).check();
    await page.getByRole("button", { name: /Choose all/ }).waitFor();
    await shot("bar");
    await page.getByRole("toolbar").getByRole("button", { name: "Tags" }).click();
    const box = page.getByRole("dialog").getByPlaceholder("Type a tag");
    await box.fill("sp");
    await page.waitForTimeout(300);
    await shot("tags");
    await box.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
    await page.getByRole("alert").first().waitFor();
    await page.waitForTimeout(600);
    await shot("told");
    await page
      .getByRole("checkbox", { name: /^Choose Person/ })
      .first()
      .check();
    await page.getByRole("toolbar").getByRole("button", { name: "Owner" }).click();
    await page.waitForTimeout(400);
    await shot("owner");
    await page.getByRole("dialog").getByRole("combobox", { name: "Owner" }).fill("bo@");
    await page.getByRole("option").first().click();
    await page.getByRole("button", { name: "Set the owner" }).click();
    await page.waitForTimeout(600);
    await page.getByRole("grid").getByRole("link").first().click();
    await page.waitForTimeout(800);
    await shot("contact");
    await page.goto("/contacts/changes");
    await page.getByRole("button", { name: "Undo" }).first().waitFor();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.waitForTimeout(900);
    await shot("changes");
  }
}, 200_000);
