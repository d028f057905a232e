/** What the first page brings with it: little, and every word that it says. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { firstWords as german } from "../../web/words/de-first.ts";
import { firstWords as english } from "../../web/words/en-first.ts";
import { appServer, openPage, signedIn } from "../support/browser.ts";
import { readSourceTree } from "../support/import-graph.ts";

const MOST_BYTES = 200_000;

/** What is there before anything is fetched: the entry, and the page that most people come to. */
const BEGINNINGS = ["main.tsx", "contacts/contacts-page.tsx"];

test("no file of the first page says a word that only comes with later ones", () => {
  expect(Object.keys(german)).toEqual(Object.keys(english));
  const tree = readSourceTree(fileURLToPath(new URL("../../web", import.meta.url)));
  const byPath = new Map(tree.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const file = byPath.get(path);
    if (file === undefined || seen.has(path)) return;
    seen.add(path);
    const later = new Set([...file.text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, target = ""]) => target));
    for (const next of file.files)
      if (![...later].some((target) => next.endsWith(target.replace(/^[./]+/, "")))) visit(next);
  };
  for (const path of BEGINNINGS) visit(path);
  expect(seen.size).toBeGreaterThan(30);
  const said = [...seen].flatMap((path) => {
    const text = byPath.get(path)?.text ?? "";
    const taken = [...text.matchAll(/const \{([^}]+)\} = useWords\(\)/g)].flatMap(([, names = ""]) => names.split(","));
    const reached = [...text.matchAll(/useWords\(\)\.(\w+)/g)].map(([, name = ""]) => name);
    return [...taken, ...reached].map((name) => ({ path, words: name.split(":")[0]?.trim() ?? "" }));
  });
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter(({ words }) => !(words in english))).toEqual([]);
});

test("the first page brings no more than 200 KB of scripts", async () => {
  const server = await appServer();
  const { context } = await signedIn(server);
  const { page } = await openPage(server, { session: await context.storageState() });
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto("/contacts");
  await page.getByRole("heading", { name: "No contacts yet" }).waitFor();
  await page.waitForLoadState("networkidle");
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
