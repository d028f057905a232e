/** Who is taken for one person, on pairs that people have judged, and why. */
import { describe, expect, test } from "vitest";
import { blockingKeys } from "../../src/core/duplicates/blocking-keys.ts";
import { type Person, type PersonField, personOf } from "../../src/core/duplicates/person.ts";
import { SHOWN_SCORE, scorePair } from "../../src/core/duplicates/score-pair.ts";
import { LABELLED_PAIRS } from "./labelled-pairs.ts";

let numbers = 0;

const FIELD_OF: readonly (readonly [RegExp, PersonField])[] = [
  [/^#(.+)$/, "account_name"],
  [/^~(.+)\|/, "street"],
  [/^in\/(.+)$/, "linkedin_url"],
  [/^(\+\d+(?:;ext=\d+)?)$/, "phone"],
  [/^(\d{4}-\d\d-\d\d)$/, "birthday"],
  [/^(\S+@\S+)$/, "email"],
  [/^(.+)$/, "full_name"],
];

function person(text: string): Person {
  const values = new Map<PersonField, string>();
  for (const part of text.trim().split(" · ")) {
    const [look, field] = FIELD_OF.find(([pattern]) => pattern.test(part)) ?? [/(.*)/, "full_name" as const];
    const [, value = ""] = look.exec(part) ?? [];
    values.set(field, field === "linkedin_url" ? `https://www.linkedin.com/in/${value}` : value);
    if (field === "street") values.set("postal_code", part.split("|")[1] ?? "");
  }
  return personOf(++numbers, (field) => values.get(field) ?? "");
}

const PAIRS = LABELLED_PAIRS.trim()
  .split("\n")
  .map((line) => {
    const [one = "", other = ""] = line.split(/ (?:==|<>) /);
    return { line, isOne: line.includes(" == "), one: person(one), other: person(other) };
  });

const meet = (one: Person, other: Person): boolean => {
  const texts = new Set(blockingKeys(one).map(({ text }) => text));
  return blockingKeys(other).some(({ text }) => texts.has(text));
};

describe("possible duplicates (C-H6)", () => {
  const shown = PAIRS.filter(({ one, other }) => meet(one, other) && scorePair(one, other).score >= SHOWN_SCORE);

  test("nearly all pairs that are shown are one person", () => {
    const wrong = shown.filter(({ isOne }) => !isOne).map(({ line }) => line);
    expect(PAIRS.length).toBeGreaterThanOrEqual(150);
    expect(1 - wrong.length / shown.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  test("most pairs that are one person are shown", () => {
    const same = PAIRS.filter(({ isOne }) => isOne);
    const missed = same.filter((pair) => !shown.includes(pair)).map(({ line }) => line);
    expect(1 - missed.length / same.length, missed.join("\n")).toBeGreaterThanOrEqual(0.9);
  });
});
