/** Policy values as texts: what people write, what is shown, and that one reads back as the other. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELD_GROUPS } from "../../src/core/authority/field-groups.ts";
import { OPTION_OF, SOURCE_KINDS } from "../../src/core/authority/source.ts";
import { ACCOUNT_MATCH_KEYS, type MatchKey, type Policy } from "../../src/core/policy/policy.ts";
import { POLICY_KEY_NAMES, POLICY_KEYS, type PolicyKey } from "../../src/core/policy/policy-keys.ts";
import { findPreset } from "../../src/core/policy/presets.ts";
import {
  findPolicyKey,
  parsePolicyValue,
  policyDifferences,
  policyFromJson,
  renderPolicyValue,
  setPolicyValue,
} from "../../src/core/policy/set-policy.ts";

const muster = findPreset("muster")!.policy;
const separator = fc.constantFrom(",", ";", "\t", "|", ".", ":", "/", " ", "~", "^", "§", "-");
const fieldKey = fc.constantFrom("full_name", "email", "phone", "account_id", "plan", "vip_since");
const MATCH_KEYS: readonly MatchKey[] = ["id", "external_id", "email", "phone", "linkedin_url", "account_email"];

const authorityRow = fc.shuffledSubarray([...SOURCE_KINDS], { minLength: 1 }).chain((sources) =>
  fc.record({
    sources: fc.constant(sources),
    owns: fc.array(
      fc
        .record({ group: fc.constantFrom(...FIELD_GROUPS), by: fc.constantFrom(...sources), isOption: fc.boolean() })
        .map(({ group, by, isOption }) => {
          const when = isOption ? OPTION_OF[by] : null;
          return when === null ? { group, by } : { group, by, when };
        }),
      { maxLength: 4 },
    ),
  }),
);

/** Any value a key may have. */
const VALUES: { readonly [K in PolicyKey]?: fc.Arbitrary<Policy[K]> } = {
  delimiters: fc.uniqueArray(separator),
  multiSeparators: fc.uniqueArray(separator),
  maxBytes: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 2 ** 45 }),
    fc.integer({ min: 1, max: 900 }).map((n) => n * 1e6),
  ),
  formats: fc.subarray(["csv", "tsv", "xlsx", "ods", "vcard", "json"] as const, { minLength: 1 }),
  modes: fc.subarray(["create", "update", "both"] as const, { minLength: 1 }),
  match: fc.shuffledSubarray([...MATCH_KEYS], { minLength: 1 }),
  matchUpdate: fc.shuffledSubarray([...MATCH_KEYS]),
  accountMatch: fc.shuffledSubarray([...ACCOUNT_MATCH_KEYS], { minLength: 1 }),
  clearFields: fc.uniqueArray(fieldKey),
  requiredToCreate: fc.array(fc.uniqueArray(fieldKey, { minLength: 1 }), { maxLength: 4 }),
  clearToken: fc
    .string({ maxLength: 40, unit: "grapheme-ascii" })
    .filter((text) => POLICY_KEYS.clearToken.kind.accepts(text)),
  authorityMatrix: fc.uniqueArray(authorityRow, {
    maxLength: 5,
    selector: ({ sources }) => [...sources].sort().join(),
  }),
  defaultWorkflow: fc.constantFrom("", "Welcome", "New leads 2"),
  effectHold: fc.integer({ min: 0, max: 1_000_000 }).map((seconds) => seconds * 1000),
  keepFiles: fc.constantFrom(null, 86_400_000, 90 * 86_400_000, 3 * 365 * 86_400_000),
  keepHistory: fc.constantFrom(null, 86_400_000, 12 * 604_800_000),
  defaultCountry: fc.constantFrom("", "US", "DE", "GB", "JP"),
};
const CHOICES: { readonly [K in PolicyKey]?: readonly Policy[K][] } = {
  header: ["required", "optional"],
  onMatch: ["update", "skip", "duplicate", "fail", "ask"],
  onContradiction: ["fail", "update"],
  onNoMatch: ["skip", "fail"],
  inFile: ["fail", "first", "last", "merge", "both"],
  emptyCells: ["keep", "clear", "ask"],
  tags: ["merge", "replace"],
  unknownColumns: ["keep", "ask", "ignore", "refuse"],
  owner: ["name", "email", "both", "off"],
  dateOrder: ["MDY", "DMY", "YMD", "ask"],
  minRole: ["admin", "editor"],
  accounts: ["create", "find", "off"],
  opportunities: ["on", "off", "separate_file"],
};

const valuesOf = (key: PolicyKey): fc.Arbitrary<unknown> =>
  VALUES[key] ?? fc.constantFrom<unknown>(...(CHOICES[key] ?? [true, false]));

describe.each(POLICY_KEY_NAMES)("%s", (key) => {
  test("a value that is shown reads back as itself", () => {
    fc.assert(
      fc.property(valuesOf(key), (value) => {
        const shown = renderPolicyValue(key, value as Policy[typeof key]);
        expect(parsePolicyValue(key, shown)).toEqual({ ok: true, value });
      }),
      { numRuns: 60 },
    );
  });

  test("whatever is written is refused or a value that the key accepts", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom("constructor", "__proto__", ",", "", "|", "none", "all", "\u0000")),
        (text) => {
          const parsed = parsePolicyValue(key, text);
          if (parsed.ok) expect(POLICY_KEYS[key].kind.accepts(parsed.value)).toBe(true);
          else expect(parsed.refusal.message).toContain(POLICY_KEYS[key].kind.takes);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("its meaning is a sentence", () => expect(POLICY_KEYS[key].says).toMatch(/^[A-Z0-9].*\.$/));
});

const WRITTEN: readonly (readonly [key: PolicyKey, text: string, value: unknown])[] = [
  ["disclaimer", "on", true],
  ["disclaimer", "False", false],
  ["onMatch", " Update ", "update"],
  ["opportunities", "separate file", "separate_file"],
  ["dateOrder", "dmy", "DMY"],
  ["dateOrder", "evidence", "ask"],
  ["modes", "all", ["create", "update", "both"]],
  ["match", "email, phone", ["email", "phone"]],
  ["match", "email,email", ["email"]],
  ["match", "record id, account+email", ["id", "account_email"]],
  ["delimiters", "tab", ["\t"]],
  ["delimiters", "\t", ["\t"]],
  ["delimiters", ";", [";"]],
  ["delimiters", ",", [","]],
  ["delimiters", ",;|", [",", ";", "|"]],
  ["delimiters", ", ; tab |", [",", ";", "\t", "|"]],
  ["delimiters", "semicolon, tab", [";", "\t"]],
  ["delimiters", ";,|", [";", "|"]],
  ["delimiters", "any", []],
  ["multiSeparators", ",;.", [",", ";", "."]],
  ["multiSeparators", "none", []],
  ["maxBytes", "30MB", 30_000_000],
  ["maxBytes", "30 mib", 31_457_280],
  ["maxBytes", "1.5g", 1_500_000_000],
  ["maxBytes", "NONE", null],
  ["requiredToCreate", "name | phone | email", [["full_name"], ["phone"], ["email"]]],
  [
    "requiredToCreate",
    "account_name+account_domain+first_name+last_name | linkedin_url",
    [["account_name", "account_domain", "first_name", "last_name"], ["linkedin_url"]],
  ],
  ["requiredToCreate", "name or email", [["full_name"], ["email"]]],
  ["clearFields", "company, Job Title", ["account_name", "job_title"]],
  ["defaultCountry", "Germany", "DE"],
  ["defaultCountry", "none", ""],
];
test.each(WRITTEN)("%s takes %j", (key, text, value) => {
  expect(parsePolicyValue(key, text)).toEqual({ ok: true, value });
});

const REFUSED: readonly (readonly [key: PolicyKey, text: string])[] = [
  ["onMatch", "overwrite"],
  ["match", ""],
  ["match", "email,,phone"],
  ["delimiters", "ab"],
  ["delimiters", '"'],
  ["maxBytes", "-1"],
  ["maxBytes", "0"],
  ["maxBytes", "many"],
  ["requiredToCreate", "name, email"],
  ["requiredToCreate", "name |"],
  ["defaultCountry", "Atlantis"],
];
test.each(REFUSED)("%s refuses %j and says what it takes", (key, text) => {
  const parsed = parsePolicyValue(key, text);
  expect(parsed.ok || parsed.refusal).toMatchObject({ code: "policy_value_invalid" });
});

describe("keys by name", () => {
  test.each([
    ["in-file", "inFile"],
    ["ON_MATCH", "onMatch"],
    ["enabledByDefault", "enabled"],
    ["DNT", "doNotTouch"],
    ["country", "defaultCountry"],
  ])("%s is %s", (name, key) => expect(findPolicyKey(name)).toEqual({ ok: true, value: key }));

  test("a mistyped key is refused with the one that was meant", () => {
    const found = setPolicyValue(muster, "onMacth", "skip");
    expect(found.ok || found.refusal).toMatchObject({
      code: "policy_key_unknown",
      message: "There is no policy key “onMacth”; did you mean onMatch?",
    });
  });

  test.each(["", "__proto__", "constructor", "\u001b[2J".repeat(1000)])("%j is no key", (name) => {
    const found = findPolicyKey(name);
    expect(found.ok || found.refusal.message.length < 200).toBe(true);
    expect(found.ok).toBe(false);
  });
});

describe("policies as documents", () => {
  test("a changed key is the only difference", () => {
    const changed = setPolicyValue(muster, "maxBytes", "30MB");
    expect(changed.ok && policyDifferences(muster, changed.value)).toEqual([
      { key: "maxBytes", from: "none", to: "30MB" },
    ]);
  });

  test.each([
    ["no object", null, "policy_value_invalid"],
    ["a list", [], "policy_value_invalid"],
    ["a missing key", { ...muster, match: undefined }, "policy_value_invalid"],
    ["an empty list where one is needed", { ...muster, match: [] }, "policy_value_invalid"],
    ["a value of another kind", { ...muster, tags: ["merge"] }, "policy_value_invalid"],
    ["an unknown key", { ...muster, onMatched: "skip" }, "policy_key_unknown"],
    ["an alias", { ...muster, dnt: true }, "policy_key_unknown"],
    ["a key of every object", JSON.parse('{"__proto__": 1}'), "policy_key_unknown"],
  ])("%s is refused", (_what, json, code) => {
    const read = policyFromJson(json);
    expect(read.ok || read.refusal.code).toBe(code);
  });
});
