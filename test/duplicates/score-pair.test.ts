/** Who is taken for one person, on pairs that people have judged, and why. */
import { describe, expect, test } from "vitest";
import { blockingKeys } from "../../src/core/duplicates/blocking-keys.ts";
import type { Person } from "../../src/core/duplicates/person.ts";
import { SHOWN_SCORE, scorePair } from "../../src/core/duplicates/score-pair.ts";
import { PAIRS } from "./labelled-people.ts";

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
