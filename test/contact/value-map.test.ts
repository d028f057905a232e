/** A map of values changed by a person, one cell after the other. */
import { expect, test } from "vitest";
import { mappedReader, type ValueMap, withValue } from "../../src/core/contact/value-map.ts";

const read = (raw: string): string => (["TRUE", "1", "yes"].includes(raw) ? "yes" : raw);

const CASES: readonly (readonly [string, ValueMap, string, string | undefined, string])[] = [
  ["a cell alone is read as it stands again", [["Gold", "vip"]], "Gold", undefined, "Gold"],
  ["so is one that `*` stands for", [["*", "other"]], "Tin", undefined, "Tin"],
  ["so is one that is mapped by its meaning", [["yes", "no"]], "TRUE", undefined, "yes"],
  ["another text goes before `*`", [["*", "other"]], "Tin", "metal", "metal"],
];

test.each(CASES)("%s", (_, values, raw, text, becomes) => {
  const changed = withValue(values, { raw, reading: read(raw) }, text);
  expect(mappedReader(read, changed)(raw)).toBe(becomes);
});
