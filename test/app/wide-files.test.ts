/** Files with more columns than a database gives in one answer: 2,000 for SQLite, 1,664 for PostgreSQL. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ImportRecord } from "../../src/app/ports.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let my: TestWorkspace;

beforeEach(async () => {
  my = await testWorkspace();
});
afterEach(() => my.close());

const COLUMNS = 2100;

/** @param contact written before the further cells of its row */
function wideFile(contact: string, cell: (column: number) => string): string {
  const further = (text: (column: number) => string): string =>
    Array.from({ length: COLUMNS }, (_, at) => text(at)).join();
  return `Name,Email,${further((at) => `Extra ${at}`)},Job title\n${contact},${further(cell)},Baker\n`;
}

const outcomesOf = ({ progress }: ImportRecord) => progress?.tally.outcomes;

test("a contact with thousands of kept values is met again, changed and taken back [C-B8, C-D4]", async () => {
  const file = wideFile("Ann Lee,a@x.com", (at) => `v${at}`);
  const kept = async (): Promise<readonly (string | undefined)[]> => {
    const [contact] = await my.contacts();
    expect(contact?.values.get("job_title")).toBe("Baker");
    return ["Extra 0", "Extra 1", `Extra ${COLUMNS - 1}`].map((name) => contact?.values.get(`kept:${name}`));
  };
  expect(outcomesOf(await my.import(file))).toMatchObject({ created: 1 });
  expect(outcomesOf(await my.import(file))).toMatchObject({ unchanged: 1 });
  const changed = await my.import(wideFile("Ann Lee,a@x.com", (at) => (at === 1 ? "" : `w${at}`)));
  expect(outcomesOf(changed)).toMatchObject({ updated: 1 });
  expect(await kept()).toEqual(["w0", "v1", `w${COLUMNS - 1}`]);
  await my.undo(changed);
  expect(await kept()).toEqual(["v0", "v1", `v${COLUMNS - 1}`]);
});
