/** Holds src/ to the dependency rule, and proves on small made-up trees that each rule can fail. */
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { RULES, WEB_RULES } from "./support/architecture-rules.ts";
import { readSourceFile, readSourceTree } from "./support/import-graph.ts";

const pages = readSourceTree(fileURLToPath(new URL("../web", import.meta.url)));
const source = readSourceTree(fileURLToPath(new URL("../src", import.meta.url)));

function offendersIn(files: Readonly<Record<string, string>>, rules = RULES): string[] {
  const tree = Object.entries(files).map(([path, text]) => readSourceFile(path, text));
  return Object.values(rules).flatMap((rule) => rule(tree));
}

describe("the source tree", () => {
  test("is found", () => expect(source.map((file) => file.path)).toContain("core/problem/catalogue.ts"));
  for (const [name, rule] of Object.entries(RULES)) test(name, () => expect(rule(source)).toEqual([]));
});

describe("programs beside the tests", () => {
  const all = ["bench", "build", "docs", "src", "test"].flatMap((folder) =>
    readSourceTree(fileURLToPath(new URL(`../${folder}`, import.meta.url))).map(({ path, text }) =>
      readSourceFile(`${folder}/${path}`, text),
    ),
  );
  const byPath = new Map(all.map((file) => [file.path, file]));
  const reached = (path: string, seen: Set<string>): ReadonlySet<string> => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const next of byPath.get(path)?.files ?? []) reached(next, seen);
    return seen;
  };

  test.each([
    ...[
      "docs/generate.ts",
      "docs/shots/make.ts",
      "bench/run.ts",
      "bench/server.ts",
      "bench/web/run.ts",
      "bench/postgres.ts",
    ],
  ])("%s runs without the test runner", (program) => {
    expect(byPath.has(program)).toBe(true);
    const files = [...reached(program, new Set())];
    expect(files.filter((path) => byPath.get(path)?.packages.includes("vitest"))).toEqual([]);
  });
});

describe("the pages of the web app", () => {
  test("are found", () => expect(pages.map((file) => file.path)).toContain("app/shell.tsx"));
  for (const [name, rule] of Object.entries(WEB_RULES)) test(name, () => expect(rule(pages)).toEqual([]));

  const cases: readonly (readonly [string, string, RegExp])[] = [
    ["a use case", 'import { a } from "../../src/app/a.ts";', /app\/a\.tsx imports \.\.\/src\/app\/a\.ts/],
    ["Node", 'import { join } from "node:path";', /imports node:path/],
    ["schemas", 'import { a } from "../../src/http/contract/a.ts";', /imports values of http\/contract/],
    ["what is not there", 'import { a } from "./gone.tsx";', /app\/gone\.tsx, which is not there/],
  ];
  test.each(cases)("may not import %s", (_name, text, offender) => {
    const offenders = offendersIn({ "app/a.tsx": text }, WEB_RULES);
    expect(offenders).toHaveLength(1);
    expect(offenders[0]).toMatch(offender);
  });
});

describe("the rules name an offender", () => {
  const leaf = "export const leaf = 1;\n";
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    [
      "the core imports an edge",
      { "core/a.ts": 'import { leaf } from "../store/b.ts";', "store/b.ts": leaf },
      /core\/a\.ts imports store\/b\.ts/,
    ],
    [
      "an edge imports another, on several lines, as a type",
      { "cli/a.ts": 'import type {\n  Leaf,\n} from "../http/b.ts";', "http/b.ts": leaf },
      /cli\/a\.ts imports http\/b\.ts/,
    ],
    ["an edge is exported on", { "app/a.ts": 'export * from "../jobs/b.ts";', "jobs/b.ts": leaf }, /app\/a\.ts/],
    [
      "a worker of another edge is started",
      { "cli/a.ts": 'new Worker(new URL("../source/b.ts", import.meta.url));', "source/b.ts": leaf },
      /cli\/a\.ts imports source\/b\.ts/,
    ],
    [
      "the core imports Node",
      { "core/a.ts": 'import { readFileSync } from "node:fs";' },
      /core\/a\.ts imports node:fs/,
    ],
    ["the core imports a package", { "core/a.ts": 'await import("commander");' }, /core\/a\.ts imports commander/],
    ["the core reads the clock", { "core/a.ts": "export const now = () => Date.now();" }, /core\/a\.ts uses Date\.now/],
    [
      "the config reads the environment",
      { "config.ts": "export const home = process.env.HOME;" },
      /config\.ts uses process/,
    ],
    [
      "files import in a circle",
      { "core/a.ts": 'import "./b.ts";', "core/b.ts": 'import "./a.ts";' },
      /cycle: core\/a\.ts -> core\/b\.ts -> core\/a\.ts/,
    ],
    ["an import leads nowhere", { "core/a.ts": 'import "./gone.ts";' }, /core\/gone\.ts, which is not there/],
    ["SQL is outside the store", { "app/a.ts": "const q = `\n  select id\n  from contacts`;" }, /app\/a\.ts holds SQL/],
    ["a file is long", { "core/a.ts": "\n".repeat(401) }, /core\/a\.ts has 401 lines/],
    ["a name is not kebab-case", { "core/planBatch.ts": leaf }, /planBatch\.ts is not kebab-case/],
    ["a name says nothing", { "core/date-utils.ts": leaf }, /date-utils\.ts does not say/],
    ["a folder is in no layer", { "lib/a.ts": leaf }, /lib\/a\.ts is in no layer/],
  ];
  test.each(cases)("when %s", (_name, files, offender) => {
    const offenders = offendersIn(files);
    expect(offenders).toHaveLength(1);
    expect(offenders[0]).toMatch(offender);
  });

  test("and let a proper tree pass", () => {
    const tree = {
      "core/phone.ts": '// select id from contacts\nimport { parse } from "libphonenumber-js/max";',
      "app/import.ts": 'import "../core/phone.ts";',
      "store/contacts.ts": 'import "../app/import.ts";\nimport "node:sqlite";\nconst q = "select id from contacts";',
      "cli/root.ts": 'import { Command } from "commander";',
      "main.ts": 'import "./cli/root.ts";\nimport "./store/contacts.ts";',
    };
    expect(offendersIn(tree)).toEqual([]);
  });
});
