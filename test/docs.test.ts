/** Keeps the documents true: links lead somewhere, commands exist with the options shown, every dependency has its reason, every promise its test. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

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

  test("shows only commands and options that the command line has", () => {
    const shown = codeIn("README.md").flatMap((block) => [...block.matchAll(/^\s*(?:\$ )?npx muster (.+)$/gm)]);
    expect(shown.length).toBeGreaterThan(5);
    for (const [line, rest = ""] of shown) {
      const words = (rest.split("#")[0] ?? "").trim().split(/\s+/);
      const firstArgument = words.findIndex((word) => !/^[a-z]+$/.test(word));
      const command = firstArgument < 0 ? words : words.slice(0, firstArgument);
      const help = helpOf(command);
      expect(help, line).toMatch(new RegExp(`^Usage: muster ${command[0]}\\b`, "m"));
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

describe("docs/promises.md", () => {
  const page = read("docs/promises.md");
  const listed = new Set([...page.matchAll(/^\| (C-[A-Z]+\d+) \|/gm)].map(([, id]) => id));
  const tests = globSync("test/**/*.test.ts", { cwd: root }).filter((path) => path !== "test/docs.test.ts");

  test("lists every promise that a test names", () => {
    const named = tests.flatMap((path) => [...read(path).matchAll(/\bC-[A-Z]+\d+\b/g)].map(([id]) => id));
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((id) => !listed.has(id)).sort()).toEqual([]);
  });

  test("gives each promise a test that is there", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| C-"));
    const proofs = rows.map((row) => [...row.matchAll(/\]\(\.\.\/(test\/[^)]+)\)/g)].map(([, path = ""]) => path));
    expect(proofs.filter((paths) => paths.length === 0)).toEqual([]);
    expect(proofs.flat().filter((path) => !tests.includes(path))).toEqual([]);
  });
});

const helpSeen = new Map<string, string>();

function helpOf(command: readonly string[]): string {
  const key = command.join(" ");
  const known = helpSeen.get(key);
  if (known !== undefined) return known;
  const args = [join(root, "bin/muster.js"), ...command, "--help"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status, `${key}: ${stderr}`).toBe(0);
  helpSeen.set(key, stdout);
  return stdout;
}
