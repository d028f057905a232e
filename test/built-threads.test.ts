/** The installed command is joined into few files: a thread that is none of them could not be started. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROOT = new URL("../", import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");

test("every thread that the sources start is a file of the installed command", () => {
  const sources = readdirSync(new URL("src/", ROOT), { recursive: true, encoding: "utf8" });
  const started = sources
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [...textOf(`src/${name}`).matchAll(/new URL\(`\.\/([\w-]+)\$\{import\.meta/g)])
    .map(([, thread]) => thread);
  expect(started.length).toBeGreaterThan(2);
  const build = textOf("build/command.ts");
  expect(started.filter((thread) => !build.includes(`"${thread}":`))).toEqual([]);
});
