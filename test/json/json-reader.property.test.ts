/** C-B8: whatever the bytes and however they are cut, JSON is read the same, as JSON.parse reads it, and nothing throws. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "./read-json.ts";

const PARTS = [
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  '"',
  '"a"',
  '"b":',
  "1",
  "-1.5e3",
  "true",
  "null",
  " ",
  "\n",
  "\r",
  "\r\n",
  "\\",
  "\\u00",
  "ä",
  "x",
];
const jsonLike = fc
  .array(fc.constantFrom(...PARTS), { maxLength: 40 })
  .map((parts) => new TextEncoder().encode(parts.join("")));

test("C-B8 any cutting gives the same rows, refusal and notes, and no bytes throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(jsonLike, fc.uint8Array({ maxLength: 200 })),
      fc.integer({ min: 1, max: 9 }),
      (bytes, piece) => {
        // A small sample: what comes behind it is taken apart as it comes.
        expect(readJson(bytes, piece, 16)).toEqual(readJson(bytes, undefined, 16));
      },
    ),
    { numRuns: 400 },
  );
});

test("what JSON.parse refuses is refused, and what it reads comes out", () => {
  const flat = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: "binary", minLength: 1 }), { maxKeys: 5 });
  fc.assert(
    fc.property(fc.array(flat, { minLength: 1 }), fc.boolean(), fc.nat(), (objects, pretty, broken) => {
      const text = JSON.stringify(objects, null, pretty ? 2 : 0);
      const cells = objects.map((object) => Object.entries(object));
      expect(readJson(text, 11, 64).rows.map((row) => row.cells)).toEqual(cells);
      const cut = text.slice(0, broken % text.length);
      if (cut.trim() !== "") expect(readJson(cut).refusal).not.toBeNull();
    }),
    { numRuns: 200 },
  );
});
