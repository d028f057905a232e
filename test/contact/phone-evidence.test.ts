/** C-E2: the country of numbers that name none, where the numbers of the file themselves show it. */
import { describe, expect, test } from "vitest";
import {
  decidePhoneCountry,
  joinPhones,
  noPhoneWitnesses,
  observePhone,
  type PhoneWitnesses,
} from "../../src/core/contact/phone-evidence.ts";

function observed(numbers: readonly string[], line = 2): PhoneWitnesses {
  const found = noPhoneWitnesses();
  for (const [at, number] of numbers.entries()) observePhone(found, number, line + at);
  return found;
}

const AMERICAN = ["(415) 555-0132", "617-555-0198", "319.555.0144 x12", "1-303-555-0129", "(206) 555 0181"];
const GERMAN = ["+49 711 2345678", "+49 171 2345678", "+49 30 2345678"];

describe("C-E2: the country of a file's numbers", () => {
  const country = (...numbers: string[]) => decidePhoneCountry(observed(numbers))?.country;

  test("is North American where all are written so", () => {
    expect(country(...AMERICAN)).toBe("US");
    expect(country(...AMERICAN, "+49 711 2345678")).toBe("US");
    expect(decidePhoneCountry(observed(AMERICAN))?.says).toContain("(415) 555-0132 on line 2");
  });

  test("is open where a few numbers, bare digits or a single other number are all there is", () => {
    expect(country(...AMERICAN.slice(0, 4))).toBeUndefined();
    expect(country("4155550132", "6175550198", "3195550144", "3035550129", "2065550181")).toBeUndefined();
    expect(country(...AMERICAN, "0711 2345678")).toBeUndefined();
    expect(country(...AMERICAN, "(11) 3555-0132")).toBeUndefined();
  });

  test("is that of the numbers that name one, where the others are real numbers of it", () => {
    expect(country(...GERMAN, "0711 2345678", "0171 2345678")).toBe("DE");
    expect(country(...GERMAN, "0711 2345678", "12345678901234")).toBeUndefined();
    expect(country(...GERMAN, "+43 1 2345678", "0711 2345678")).toBeUndefined();
    expect(country(...GERMAN.slice(0, 2), "0711 2345678")).toBeUndefined();
  });

  test("does not depend on where the file is parted", () => {
    const whole = decidePhoneCountry(observed(AMERICAN));
    for (let cut = 0; cut <= AMERICAN.length; cut++) {
      const parts = joinPhones(observed(AMERICAN.slice(0, cut)), observed(AMERICAN.slice(cut), 1), cut + 1);
      expect(decidePhoneCountry(parts)).toEqual(whole);
    }
  });
});
