/** One sentence per finding, whatever the finding holds. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as row from "../../src/core/plan/row-refusals.ts";
import type { EffectivePolicy } from "../../src/core/policy/effective-policy.ts";
import { catalogue, type ProblemCode } from "../../src/core/problem/catalogue.ts";
import { nearWords } from "../../src/core/problem/near-words.ts";
import type { Problem } from "../../src/core/problem/problem.ts";
import { problemFix, problemMessage } from "../../src/core/problem/render-problem.ts";
import { MAX_SHOWN, shown } from "../../src/core/problem/shown-text.ts";

const CODES = Object.keys(catalogue) as readonly ProblemCode[];
const show = { contact: (number: string) => `con_${number}` };
const duplicate = { line: 3, keys: [{ match: 0, hash: 1, otherLine: 14, winner: null }] };
const byEmail = { kind: "match", contact: 7, key: "email", value: "ann@example.com" } as const;
const policy = (onNoMatch: "skip" | "fail"): EffectivePolicy =>
  ({ onNoMatch, match: ["id", "email"] }) as unknown as EffectivePolicy;

const SAID: readonly (readonly [message: string, problem: Problem])[] = [
  [
    "Not one of the field's options: “Männlich”, which “Mr” stands for.",
    { code: "option_unknown", severity: "warning", value: "Mr", params: { instead: "Männlich" } },
  ],
  [
    "Not one of the field's options: “Paris” and “Oslo”.",
    { code: "option_unknown", severity: "warning", value: "Rome, Paris, Oslo", params: { unread: ["Paris", "Oslo"] } },
  ],
  ["Duplicate email found: line 14 has the same address.", row.duplicateInFile(duplicate, ["email"])],
  ["Duplicate phone found: line 14 has the same number.", row.duplicateInFile(duplicate, ["phone"])],
  [
    "Another line of the file is the same contact: line 14 has the same LinkedIn URL.",
    row.duplicateInFile(duplicate, ["linkedin_url"]),
  ],
  [
    "Another line of the file is the same contact: line 15 counts instead.",
    row.supersededInFile({ match: 0, hash: 1, otherLine: 14, winner: 15 }),
  ],
  [
    "Another line of the file is the same contact: line 4 has the same email address, but says otherwise in Phone and City.",
    row.contradictsLine(4, "email", ["phone", "city"]),
  ],
  [
    "Another line of the file is the same contact: line 9 has already met con_7, found by email address.",
    row.metAgain(byEmail, 9, "error"),
  ],
  ["This line points at two different contacts: those of lines 3 and 9.", row.conflictingLines([3, 9])],
  ["This line points at two different contacts: that of line 3, and con_7.", row.pointsElsewhere(3, byEmail)],
  [
    "This line points at two different contacts: con_1 and con_2, found by email address ann@example.com and phone number +14155550100.",
    row.conflictingMatch({
      kind: "conflict",
      findings: [
        { key: "email", value: "ann@example.com", contacts: [1] },
        { key: "phone", value: "+14155550100", contacts: [2] },
      ],
    }),
  ],
  [
    "Several contacts match this line: con_1 and con_2 share phone number +14155550100.",
    row.ambiguousMatch({ kind: "ambiguous", finding: { key: "phone", value: "+14155550100", contacts: [1, 2] } }),
  ],
  ["The contact already exists: con_7 has email address ann@example.com.", row.alreadyExists(byEmail, "warning")],
  [
    "Contact is not valid or not in your sub-account: “con_x”.",
    row.unknownId({ kind: "unknown_id", value: "con_x" }, "fail"),
  ],
  [
    "The contact id is not known in this workspace: “con_x”.",
    row.unknownId({ kind: "unknown_id", value: "con_x" }, "skip"),
  ],
  [
    "Contact is not valid or not in your sub-account: looked for by record id and email address.",
    row.noMatch(true, policy("fail")),
  ],
  ["No contact matches this line: looked for by record id and email address.", row.noMatch(true, policy("skip"))],
  [
    "Required fields to create/update contacts are missing: Account ID, Email.",
    row.requiredMissing({ all: ["account_id", "email"] }),
  ],
  [
    "Required fields to create/update contacts are missing: one of Full name, Email or Phone.",
    row.requiredMissing({ oneOf: ["full_name", "email", "phone"] }),
  ],
  ["Could not read the phone number “12”.", { code: "phone_unreadable", severity: "warning", value: "12" }],
  [
    "Could not read the phone number “12”, and nothing else identifies this person.",
    { code: "phone_unreadable", severity: "error", value: "12" },
  ],
  ["Country not recognised: “Atlantis”.", { code: "country_unknown", severity: "warning", value: "Atlantis" }],
  [
    "The row has more or fewer cells than the header: 3 instead of 5.",
    { code: "ragged_row", severity: "error", params: { cells: 3, columns: 5 } },
  ],
  [
    "The contact keeps its owner: it has “Ann”, and the file says “Bob”.",
    { code: "owner_kept", severity: "warning", value: "Bob", params: { present: "Ann" } },
  ],
  [
    "Account manager not found; check the email: “x@example.com”.",
    { code: "account_manager_not_found", severity: "warning", value: "x@example.com" },
  ],
];
test.each(SAID)("%s", (message, problem) => expect(problemMessage(problem, show)).toBe(message));

const param = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 20 }));
const params = fc.record(
  {
    other: param,
    key: param,
    keys: param,
    value: param,
    values: param,
    contact: param,
    contacts: param,
    lines: param,
    fields: param,
    missing: param,
    oneOf: param,
    cells: param,
    columns: param,
    present: param,
    source: param,
  },
  { requiredKeys: [] },
);
const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "\u001b[31mred\u0007",
    "\u202egnp.exe",
    "<script>",
    "x".repeat(5000),
    "\ud800",
    "a\r\nb",
    "😀".repeat(100),
  ),
);

describe.each(CODES)("%s", (code) => {
  test("is one short sentence without a gap or a control character, whatever it holds", () => {
    const problems = fc.record(
      { code: fc.constant(code), severity: fc.constantFrom("error" as const, "warning" as const), value: cell, params },
      { requiredKeys: ["code", "severity"] },
    );
    fc.assert(
      fc.property(problems, (problem) => {
        const message = problemMessage(problem, show);
        expect(message).not.toMatch(/undefined|null|NaN|\[object/);
        expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        expect(message.isWellFormed()).toBe(true);
        expect(message.startsWith(catalogue[code].title.replace(/\.$/, ""))).toBe(true);
        expect(message).toMatch(/[.!?…]$/);
        expect(problemFix(problem)).toBe(catalogue[code].fix);
      }),
      { numRuns: 40 },
    );
  });
});

describe("shown text", () => {
  test("is cut, and says so", () => {
    expect(shown("x".repeat(81))).toBe(`${"x".repeat(79)}…`);
    expect(shown("x".repeat(80))).toBe("x".repeat(80));
  });
  test("is never longer than its cap, and never cut inside a character", () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(shown(text).length).toBeLessThanOrEqual(MAX_SHOWN);
        expect(shown(text).isWellFormed()).toBe(true);
      }),
    );
  });
  test("stands on one line", () => expect(shown(" a\r\n\tb\u001b[2J ")).toBe("a b [2J"));
});

describe("near words", () => {
  const known = ["onMatch", "onNoMatch", "match", "inFile", "tags"];
  test("are those a slip away", () => expect(nearWords("onmacth", known)).toEqual(["onMatch"]));
  test("are those that begin so", () => expect(nearWords("onno", known)).toEqual(["onNoMatch"]));
  test("are none where nothing is near", () => expect(nearWords("colour", known)).toEqual([]));
});
