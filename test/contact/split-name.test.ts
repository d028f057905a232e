/** C-D8: a full name split as people write it, or left whole. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitName } from "../../src/core/contact/person-name/split-name.ts";
import { WRITTEN_NAMES } from "./name-table.ts";

test.each(WRITTEN_NAMES.map(([written, ...parts]) => [written, parts] as const))("C-D8 %s", (written, parts) => {
  const [given, family] = parts;
  expect(splitName(written)).toEqual(given === null ? null : { given, family });
});

test.each<[string, string | null, string]>([
  ["Müller Anna", "Anna", "Müller"],
  ["DUPONT Jean", "Jean", "DUPONT"],
  ["Jean DUPONT", "Jean", "DUPONT"],
  ["Rossi, Maria", "Maria", "Rossi"],
  ["van der Berg Jan", "Jan", "van der Berg"],
  ["De Luca Maria", "Maria", "De Luca"],
  ["García López Ana", "Ana", "García López"],
  ["García López Ana María", "Ana María", "García López"],
  ["Ortega y Gasset José", "José", "Ortega y Gasset"],
  ["Pereira da Silva Ana", "Ana", "Pereira da Silva"],
  ["García María del Carmen", "María del Carmen", "García"],
  ["Smith John A.", "John", "Smith"],
  ["Dr. Müller Anna", "Anna", "Müller"],
  ["Иванов Иван Иванович", "Иван", "Иванов"],
  ["Rossi Maria Grazia", null, ""],
  ["Smith Jones Ann", null, ""],
  ["De Luca", null, ""],
  ["Müller", null, ""],
])("C-D8 where the family name is said to be first: %s", (written, given, family) => {
  expect(splitName(written, { familyFirst: true })).toEqual(given === null ? null : { given, family });
});

test("C-D8 any text is split into parts of itself, or not at all", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...WRITTEN_NAMES.map(([text]) => text))),
      fc.boolean(),
      (text, familyFirst) => {
        const split = splitName(text, { familyFirst });
        if (split === null) return;
        for (const part of [split.given, split.family]) {
          expect(part).not.toBe("");
          for (const word of part.split(" ")) expect(text).toContain(word);
        }
      },
    ),
  );
});
