/** The example that README and `npm run demo` show comes out as examples/contacts.expected.json says. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const expected = JSON.parse(readFileSync(join(root, "examples/contacts.expected.json"), "utf8"));
const data = mkdtempSync(join(tmpdir(), "muster-example-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

function importExample(...options: readonly string[]) {
  const args = ["bin/muster.js", "import", "examples/contacts.csv", "--data", data, "--yes", "--json", ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

describe("the example file", () => {
  test("is planned and then imported with every line accounted for (C-P3, C-X1)", () => {
    expect(importExample("--dry-run")).toMatchObject({ ...expected, state: "planned" });
    expect(importExample()).toMatchObject({ ...expected, state: "done" });
    const outcomes: readonly number[] = Object.values(expected.outcomes);
    expect(outcomes.reduce((sum, count) => sum + count, 0)).toBe(expected.lines);
  });

  test("changes nothing the second time (C-X3)", () => {
    const { created, updated } = importExample().outcomes;
    expect({ created, updated }).toEqual({ created: 0, updated: 0 });
  });
});
