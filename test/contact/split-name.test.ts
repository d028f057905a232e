/** C-D8: a full name split as people write it, or left whole. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitName } from "../../src/core/contact/person-name/split-name.ts";
import { WRITTEN_NAMES } from "./name-table.ts";

test.each(WRITTEN_NAMES.map(([written, ...parts]) => [written, parts] as const))("C-D8 %s", (written, parts) => {
  const [given, family] = parts;
  expect(splitName(written)).toEqual(given === null ? null : { given, family });
});

test("C-D8 any text is split into parts of itself, or not at all", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...WRITTEN_NAMES.map(([text]) => text))),
      (text) => {
        const split = splitName(text);
        if (split === null) return;
        for (const part of [split.given, split.family]) {
          expect(part).not.toBe("");
          for (const word of part.split(" ")) expect(text).toContain(word);
        }
      },
    ),
  );
});
