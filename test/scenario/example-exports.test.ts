/** Every export in `examples/` is read, mapped, planned and imported with nothing to say about it. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXAMPLE_EXPORTS } from "./example-exports.ts";
import { counts, workspaces } from "./story.ts";

const folder = new URL("../../examples/", import.meta.url);
const workspace = workspaces();

/** Files of our own, with their expectations beside other tests. */
const OWN_EXAMPLES = ["contacts", "receivables", "simple-crm", "agency-crm", "prospecting"].map(
  (name) => `${name}.csv`,
);

test("C-D2: every CSV export in examples/ has its expectations here", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv") && !OWN_EXAMPLES.includes(name));
  expect(Object.keys(EXAMPLE_EXPORTS).sort()).toEqual(files.sort());
});

test.each(Object.entries(EXAMPLE_EXPORTS))("C-D2: %s maps by itself and loses nothing", async (name, expected) => {
  const bytes = readFileSync(new URL(name, folder));
  const { plan, import: run, lines, contacts } = await workspace();
  const planned = await plan(bytes);
  expect(counts(planned)).toBe(`${expected.lines} created`);
  const record = await run(bytes);
  const { dialect, mapping } = record.settings;
  expect(dialect).toMatchObject({ encoding: expected.encoding, delimiter: ",", header: true });
  const mapped = mapping.flatMap(({ header, target, values }) =>
    target.to === "field" ? [`${header} = ${target.field}${values === undefined ? "" : "!"}`] : [],
  );
  expect(mapped).toEqual(expected.columns.trim().split(/\n\s*/));
  expect(mapping.filter(({ target }) => target.to === "ignore")).toEqual([]);
  expect(counts(record)).toBe(`${expected.lines} created`);
  expect(record.progress?.tally.warnings).toEqual(expected.warnings ?? {});
  expect(await lines(record)).toHaveLength(expected.lines);
  const [first] = await contacts();
  expect(Object.fromEntries(first?.values ?? [])).toMatchObject(expected.first);
  expect(counts(await run(bytes))).toBe(`${expected.lines} unchanged`);
});
