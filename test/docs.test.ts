/** Keeps the documents true: links lead somewhere, commands exist with the options shown, every dependency has its reason, every promise its test. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allCommands, helpOf, nameOf } from "../docs/generate/cli-page.ts";
import { itemsIn, namedTests, testFiles, testsIn } from "../docs/generate/conformance/named-tests.ts";
import { SECTIONS } from "../docs/generate/conformance/promises.ts";
import { REFERENCE_PAGES } from "../docs/generate/conformance/reference-pages.ts";
import { isShownBy } from "../docs/generate/conformance-page.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const documents = globSync(["*.md", "docs/**/*.md"], { cwd: root }).sort();
const manifest = JSON.parse(read("package.json"));

const CODE_BLOCK = /```[\s\S]*?```/g;
const codeIn = (path: string): string[] => read(path).match(CODE_BLOCK) ?? [];
const proseIn = (path: string): string => read(path).replace(CODE_BLOCK, "");

describe.each(documents)("%s", (path) => {
  test("links only to what is there", () => {
    const links = [...proseIn(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  test("names only npm scripts that exist", () => {
    const scripts = [...read(path).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = ""]) => name);
    expect(scripts.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  });
});

describe("README.md", () => {
  test.each(["npm ci && npm run demo", "npm ci && npm test"])("shows `%s` on a line of its own", (command) => {
    expect(read("README.md").split("\n")).toContain(command);
  });

  test("shows only commands and options that the command line has", async () => {
    const helps = new Map((await allCommands()).map((command) => [nameOf(command), helpOf(command)]));
    const shown = codeIn("README.md").flatMap((block) => [...block.matchAll(/^\s*(?:\$ )?npx muster (.+)$/gm)]);
    expect(shown.length).toBeGreaterThan(5);
    for (const [line, rest = ""] of shown) {
      const words = (rest.split("#")[0] ?? "").trim().split(/\s+/);
      const firstArgument = words.findIndex((word) => !/^[a-z]+$/.test(word));
      const command = firstArgument < 0 ? words : words.slice(0, firstArgument);
      // What stands behind a command's name may be one of its own, or else a word that it takes.
      const help = helps.get(`muster ${command.slice(0, 2).join(" ")}`) ?? helps.get(`muster ${command[0]}`);
      expect(help, line).toBeDefined();
      for (const option of words.filter((word) => word.startsWith("--"))) expect(help, line).toContain(option);
    }
  });
});

describe("docs/decisions", () => {
  const decisions = documents.filter((path) => path.startsWith("docs/decisions/")).map(read);
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  test.each(packages)("give the reason for %s", (name) => {
    expect(decisions.some((text) => text.includes(`| \`${name}\``))).toBe(true);
  });

  test("are all in the list", () => {
    const list = read("docs/decisions/README.md");
    const pages = globSync("docs/decisions/0*.md", { cwd: root }).map((path) => path.split("/").at(-1) ?? path);
    expect(pages.filter((page) => !list.includes(`(${page})`))).toEqual([]);
  });
});

describe("docs/conformance.md", () => {
  const promised = new Set(SECTIONS.flatMap(({ promises }) => Object.keys(promises)));
  const tests = namedTests();

  test("has every promise that a test names", () => {
    const named = testFiles().flatMap((path) => itemsIn(read(path)));
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((id) => !promised.has(id)).sort()).toEqual([]);
  });

  test("has the promises that each sentence of the reference pages stands on", () => {
    const sentences = REFERENCE_PAGES.flatMap((page) => page.sentences);
    expect(sentences.filter(({ items, says }) => says === "" || !items.every((id) => promised.has(id)))).toEqual([]);
  });

  test("finds the test that shows a sentence where it says which", () => {
    const lost = REFERENCE_PAGES.flatMap(({ preset, sentences }) =>
      sentences.filter(
        (sentence) => sentence.shownBy !== null && !tests.some((test) => isShownBy(sentence, preset, test)),
      ),
    );
    expect(lost).toEqual([]);
  });

  test("finds titles as they are written, and knows which tests are skipped", () => {
    const source = `
test.skip("the last one (C-A1 to C-A3): later", () => undefined);
test.for([1])(
  'is "so" (C-B7)', () => read("C-B8"));`;
    expect(testsIn("a.test.ts", source)).toEqual([
      {
        path: "a.test.ts",
        title: "the last one (C-A1 to C-A3): later",
        items: ["C-A1", "C-A2", "C-A3"],
        isSkipped: true,
      },
      { path: "a.test.ts", title: 'is "so" (C-B7)', items: ["C-B7"], isSkipped: false },
    ]);
  });
});
