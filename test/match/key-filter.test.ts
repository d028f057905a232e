/** The filter behind the search for duplicates in a file: it may take a key for a repeat that is none, but never misses one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyFilter } from "../../src/core/match/key-filter.ts";
import { keyHash } from "../../src/core/match/key-hash.ts";

test("every key that comes twice is found, however full the filter is (C-H3)", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (texts) => {
      const filter = new KeyFilter(new ArrayBuffer(128));
      for (const text of texts) filter.add(keyHash(text));
      const repeated = texts.filter((text, at) => texts.indexOf(text) !== at);
      return repeated.every((text) => filter.mayRepeat(keyHash(text)));
    }),
    { numRuns: 200 },
  );
});

test("at two bytes a key hardly any key is taken for a repeat that is none", () => {
  const filter = new KeyFilter(new ArrayBuffer(2 * 65_536));
  let mistaken = 0;
  for (let number = 0; number < 32_768; number++) if (filter.add(keyHash(`person${number}@example.com`))) mistaken++;
  expect(mistaken).toBeLessThan(330);
});

test("hashes are whole numbers that a double holds, and differ for texts that differ by one letter", () => {
  const hashes = ["a@x.example", "b@x.example", "a@y.example", "a@x.exampl", ""].map(keyHash);
  expect(hashes.every(Number.isSafeInteger)).toBe(true);
  expect(new Set(hashes).size).toBe(hashes.length);
});
