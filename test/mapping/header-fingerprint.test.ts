/** Mappings are remembered per header, not per file. */
import { describe, expect, test } from "vitest";
import { headerFingerprint } from "../../src/core/mapping/header-fingerprint.ts";

describe("C-D7 the fingerprint of a header", () => {
  test.each<[readonly string[], readonly string[], boolean]>([
    [["Email", "First name"], ["e-mail", "FIRST_NAME "], true],
    [["Email", "First name"], ["First name", "Email"], true],
    [["Téléphone"], ["telephone"], true],
    [["Email"], ["Email", "City"], false],
    [["Email", "Email"], ["Email"], false],
    [["ab", "c"], ["a", "bc"], false],
    [["", ""], [""], false],
    [[], [""], false],
    [["a\nb"], ["a", "b"], false],
  ])("%j and %j are alike: %s", (one, other, alike) => {
    expect(headerFingerprint(one) === headerFingerprint(other)).toBe(alike);
  });

  test("is short for any number of columns", () => {
    expect(headerFingerprint(Array.from({ length: 20_000 }, (_, at) => `Column ${at}`)).length).toBeLessThan(40);
  });
});
