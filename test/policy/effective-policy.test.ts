/** From a workspace's policy and what was said for one import to the policy that the import follows. */
import { describe, expect, test } from "vitest";
import { effectivePolicy, type PolicyRequest } from "../../src/core/policy/effective-policy.ts";
import type { PresetId } from "../../src/core/policy/preset.ts";
import { findPreset } from "../../src/core/policy/presets.ts";

type Said = Partial<Omit<PolicyRequest, "policy" | "set">> & { readonly set?: Readonly<Record<string, string>> };

const followed = (preset: PresetId, said: Said = {}) =>
  effectivePolicy({
    policy: findPreset(preset)!.policy,
    mode: said.mode ?? null,
    set: new Map(Object.entries(said.set ?? {})),
  });

function policyOf(preset: PresetId, said: Said = {}) {
  const result = followed(preset, said);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function codeOf(preset: PresetId, said: Said = {}): string | null {
  const result = followed(preset, said);
  return result.ok ? null : result.refusal.code;
}

describe("the mode (C-I1)", () => {
  test("unsaid is create and update where that is allowed", () => expect(policyOf("muster").mode).toBe("both"));
  test("unsaid is else the first that is allowed", () => expect(policyOf("prospecting").mode).toBe("create"));
  test("that is said is taken", () => expect(policyOf("muster", { mode: "update" }).mode).toBe("update"));
  test("that is not allowed is refused, naming those that are", () => {
    const result = followed("prospecting", { mode: "both" });
    expect(result.ok || result.refusal).toMatchObject({
      code: "mode_not_allowed",
      message: "The mode both is not allowed here; allowed: create, update.",
    });
  });
});

describe("what an import must be allowed", () => {
  test("C-M2: receivables is off until it is turned on", () => {
    expect(codeOf("receivables")).toBe("import_disabled");
    expect(codeOf("receivables", { set: { enabledByDefault: "yes" } })).toBeNull();
  });
  test("C-M3: agency-crm wants its disclaimer accepted, the others have none", () => {
    expect(policyOf("agency-crm").disclaimer).toBe(true);
    expect(policyOf("muster").disclaimer).toBe(false);
  });
  test("a key or a value that there is not is refused", () => {
    expect(codeOf("muster", { set: { colour: "red" } })).toBe("policy_key_unknown");
    expect(codeOf("muster", { set: { onMatch: "red" } })).toBe("policy_value_invalid");
  });
});

describe("what a line is recognised by (C-H1)", () => {
  test("prospecting: LinkedIn URL, or account and name, to create; the id alone to update", () => {
    expect(policyOf("prospecting", { mode: "create" }).match).toEqual(["linkedin_url", "account_name"]);
    expect(policyOf("prospecting", { mode: "update" }).match).toEqual(["id"]);
  });
  test("keys said for one import count in the mode update too", () => {
    expect(policyOf("prospecting", { mode: "update", set: { match: "email" } }).match).toEqual(["email"]);
    expect(policyOf("prospecting", { mode: "update", set: { match: "email", matchUpdate: "phone" } }).match).toEqual([
      "phone",
    ]);
  });
  test("agency-crm: with duplicates allowed only the id counts, else phone and email too", () => {
    expect(policyOf("agency-crm").match).toEqual(["id", "email", "phone"]);
    expect(policyOf("agency-crm", { set: { allowDuplicates: "yes" } }).match).toEqual(["id"]);
  });
  test("with duplicates allowed, ids of any kind still count, and there is always one", () => {
    expect(policyOf("muster", { set: { allowDuplicates: "yes" } }).match).toEqual(["id", "external_id"]);
    expect(policyOf("simple-crm", { set: { allowDuplicates: "yes" } }).match).toEqual(["id"]);
  });
});

describe("a line that matches an existing contact (C-H2)", () => {
  test("updates it where the workspace says so", () => expect(policyOf("muster").onMatch).toBe("update"));
  test("never changes it in the mode create", () => {
    expect(policyOf("muster", { mode: "create" }).onMatch).toBe("skip");
    expect(policyOf("agency-crm", { mode: "create" }).onMatch).toBe("skip");
  });
  test("changes it in the mode create if this import said so", () =>
    expect(policyOf("prospecting", { mode: "create", set: { onMatch: "update" } }).onMatch).toBe("update"));
  test("is skipped where nobody has answered, and updated where updating was all that was asked for", () => {
    expect(policyOf("prospecting", { mode: "create" }).onMatch).toBe("skip");
    expect(policyOf("prospecting", { mode: "update" }).onMatch).toBe("update");
    expect(policyOf("prospecting", { mode: "update", set: { onMatch: "skip" } }).onMatch).toBe("skip");
  });
  test("becomes a contact of its own where that was chosen", () =>
    expect(policyOf("prospecting", { set: { onMatch: "duplicate" } }).onMatch).toBe("duplicate"));
  test("is never made once more by an import that only updates: who asks for both is told so", () => {
    const result = followed("muster", { mode: "update", set: { onMatch: "duplicate" } });
    expect(result.ok || result.refusal).toMatchObject({
      code: "policy_value_invalid",
      message:
        "An import in the mode update makes nothing new: onMatch takes update, skip or fail there, and not duplicate.",
    });
  });
});

describe("empty cells (C-I2)", () => {
  test("keep the value where nobody has answered", () => expect(policyOf("agency-crm").emptyCells).toBe("keep"));
  test("clear it where that was said", () =>
    expect(policyOf("agency-crm", { set: { emptyCells: "clear" } }).emptyCells).toBe("clear"));
});

test("nothing that is left to ask or to choose stands in it", () => {
  expect(Object.keys(policyOf("prospecting"))).not.toContain("matchUpdate");
});
