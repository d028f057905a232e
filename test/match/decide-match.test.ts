/** Which contact a row is about: a table of what its keys have found. */
import { describe, expect, test } from "vitest";
import { decideMatch } from "../../src/core/match/decide-match.ts";
import type { MatchKey } from "../../src/core/policy/policy.ts";

const finding = (key: MatchKey, ...contacts: readonly number[]) => ({ key, value: `a ${key}`, contacts });

describe("what the keys of a row have found decides (C-H1, C-H4)", () => {
  test.for([
    { name: "no keys at all: new", found: [], is: { kind: "new" } },
    { name: "keys that nobody holds: new", found: [finding("email"), finding("phone")], is: { kind: "new" } },
    {
      name: "one key of one contact: that contact",
      found: [finding("email", 1)],
      is: { kind: "match", contact: 1, key: "email", value: "a email" },
    },
    {
      name: "the second key alone finds somebody: that contact, and the key says so",
      found: [finding("email"), finding("phone", 2)],
      is: { kind: "match", contact: 2, key: "phone", value: "a phone" },
    },
    {
      name: "all keys agree: that contact, by the first key",
      found: [finding("email", 1), finding("phone", 1)],
      is: { kind: "match", contact: 1, key: "email" },
    },
    {
      name: "a key that two share, told apart by another: the one that both keys name",
      found: [finding("email", 1, 2), finding("phone", 2)],
      is: { kind: "match", contact: 2 },
    },
    {
      name: "two keys point at two contacts: refused, both named",
      found: [finding("email", 1), finding("phone", 2)],
      is: { kind: "conflict", findings: [finding("email", 1), finding("phone", 2)] },
    },
    {
      name: "a shared key that excludes the other's contact: refused",
      found: [finding("email", 1, 2), finding("phone", 3)],
      is: { kind: "conflict" },
    },
    {
      name: "three keys of which one dissents: refused, though two agree",
      found: [finding("external_id", 1), finding("email", 1), finding("phone", 2)],
      is: { kind: "conflict" },
    },
    {
      name: "one key that two contacts share: refused as ambiguous",
      found: [finding("email", 1, 2)],
      is: { kind: "ambiguous", finding: finding("email", 1, 2) },
    },
    {
      name: "two keys that the same two contacts share: still ambiguous",
      found: [finding("email", 1, 2), finding("phone", 2, 1)],
      is: { kind: "ambiguous" },
    },
  ])("$name", ({ found, is }) => {
    expect(decideMatch(found)).toMatchObject(is);
  });
});
