/** The fast path gives libphonenumber's own answer or none: over every country, example numbers, random digits, any punctuation. */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import metadata from "libphonenumber-js/max/metadata";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { normalisePhone } from "../../src/core/contact/types/phone.ts";
import { readPhoneFast } from "../../src/core/contact/types/phone-fast-path.ts";

const COUNTRIES = Object.keys(metadata.countries);

/** Mulberry32: the same digits in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function oracle(text: string, country: string): string | null {
  const options = country === "" ? {} : { defaultCountry: country as "US" };
  const phone = parsePhoneNumberFromString(text, options);
  return phone?.isPossible() === true && phone.ext === undefined ? phone.number : null;
}

function agrees(text: string, country: string): void {
  const fast = readPhoneFast(text, country);
  if (fast !== null) expect([text, country, fast]).toEqual([text, country, oracle(text, country)]);
}

const random = randomFrom(20_240_908);
const digits = (count: number): string => Array.from({ length: count }, () => random(10)).join("");
const MARKS = ["", "", "", " ", "-", ".", ") ", " ("];
const punctuated = (number: string): string => [...number].map((c) => c + MARKS[random(MARKS.length)]).join("");

test("C-E2: the example number of every country is read in international and in national form", () => {
  for (const [country, national] of Object.entries(examples as unknown as Record<string, string>)) {
    const phone = parsePhoneNumberFromString(national, country as "US")!;
    for (const text of [phone.number, phone.formatInternational(), phone.formatNational(), phone.getURI(), national]) {
      expect([country, text, normalisePhone(text, country)]).toEqual([country, text, phone.number]);
    }
    expect(normalisePhone(phone.formatInternational(), "")).toBe(phone.number);
  }
});

test("C-E2: the fast path answers the example numbers of nearly every country by itself", () => {
  const all = Object.entries(examples as unknown as Record<string, string>);
  const fast = all.filter(([country, national]) => {
    const phone = parsePhoneNumberFromString(national, country as "US")!;
    return (
      readPhoneFast(phone.formatInternational(), "") === phone.number &&
      readPhoneFast(national, country) === phone.number
    );
  });
  expect(fast.length).toBeGreaterThan(all.length * 0.8);
});

test("C-E2: random digits give what libphonenumber gives, in every country, with any calling code, prefix and punctuation", () => {
  for (const country of COUNTRIES) {
    const entry = (metadata.countries as unknown as Record<string, readonly unknown[]>)[country]!;
    const lengths = entry[3] as readonly number[];
    for (let i = 0; i < 60; i++) {
      const length = lengths[random(lengths.length)]! + (random(5) === 0 ? random(3) - 1 : 0);
      const national = digits(length);
      const prefix = String(entry[5] || "0");
      const code = String(entry[0]);
      agrees(`+${code}${national}`, country);
      agrees(punctuated(`+${code}${national}`), "");
      agrees(national, country);
      agrees(punctuated(prefix + national), country);
      agrees(`+${code}${prefix}${national}`, country);
      agrees(code + national, country);
      agrees(`00${code}${national}`, country);
      agrees(digits(6 + random(12)), country);
    }
  }
  for (let i = 0; i < 5000; i++) agrees(`+${digits(5 + random(14))}`, "");
});
