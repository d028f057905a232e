/** The tests whose titles name promises, found in the files of tests themselves. */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type NamedTest = {
  /** From the top of the repository: `test/scenario/accounts.test.ts`. */
  readonly path: string;
  readonly title: string;
  readonly items: readonly string[];
  /** Skipped tests prove nothing; their title says why. */
  readonly isSkipped: boolean;
};

/** A text in quotes that is the first argument of a call, as titles of tests are. */
const TITLE =
  /((?:\b(?:test|describe)(?:\.\w+)*)|\))\(\s*(["'`])((?:\\.|(?!\2)[^\\\n])*\bC-[A-Z]+\d+(?:\\.|(?!\2)[^\\\n])*)\2/g;
const ITEM = /\b(C-[A-Z]+)(\d+)(?: to C-[A-Z]+(\d+))?/g;

const root = fileURLToPath(new URL("../../..", import.meta.url));

export const testFiles = (): readonly string[] =>
  globSync("test/**/*.test.ts", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path !== "test/docs.test.ts")
    .sort();

export const namedTests = (): readonly NamedTest[] =>
  testFiles().flatMap((path) => testsIn(path, readFileSync(`${root}/${path}`, "utf8")));

export const testsIn = (path: string, source: string): readonly NamedTest[] =>
  [...source.matchAll(TITLE)].map(([, callee = "", , title = ""]) => ({
    path,
    title: title.replaceAll(/\\(.)/g, "$1"),
    items: itemsIn(title),
    isSkipped: callee.endsWith(".skip"),
  }));

/** `C-E1 to C-E3` are three. */
export const itemsIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(ITEM)].flatMap(([, letter = "", from = "", to = from]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `${letter}${Number(from) + at}`),
    ),
  ),
];
