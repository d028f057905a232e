/** What stands in the way of an import before a row is read. */
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { checkMapping } from "../../src/core/mapping/check-mapping.ts";
import type { EffectivePolicy } from "../../src/core/policy/effective-policy.ts";
import { policyOf } from "./policy-of.ts";
import { propose } from "./propose.ts";

const RECEIVABLES = [["account_name", "account_id", "email"]];
const PROSPECTING = [["linkedin_url"], ["account_name", "account_domain", "first_name", "last_name"]];

function checked(headers: readonly string[] | null, changes: Partial<EffectivePolicy>): string {
  const policy = policyOf(changes);
  const mapping = propose(headers, headers === null ? [["a@b.co"]] : [], { policy });
  const refusal = checkMapping({ mapping, policy, fields: BUILTIN_FIELDS, hasHeader: headers !== null });
  return refusal === null ? "ok" : `${refusal.code}: ${refusal.message} ${refusal.fix}`;
}

describe("a mapping is checked before the start", () => {
  test.each<[string, readonly string[] | null, Partial<EffectivePolicy>, string]>([
    ["C-B6 no column corresponds to a field", ["Shoe size"], {}, "columns_none_mapped"],
    ["C-B6 a header is required", null, { header: "required" }, "header_required"],
    ["C-B6 a header is optional", null, { header: "optional" }, "ok"],
    ["C-D3 unmapped columns are asked about", ["Email", "Shoe size"], { unknownColumns: "ask" }, "columns_unmapped"],
    ["C-D3 the box is ticked", ["Email", "Shoe size"], { unknownColumns: "ask", unmappedAccepted: true }, "ok"],
    ["C-D3 every column is mapped", ["Email", "City"], { unknownColumns: "ask" }, "ok"],
    ["C-D3 a column without header and values has nothing to map", ["Email", ""], { unknownColumns: "ask" }, "ok"],
    ["C-D4 unknown columns are refused", ["Email", "Shoe size"], { unknownColumns: "refuse" }, "columns_refused"],
    ["C-D4 unknown columns are kept", ["Email", "Shoe size"], { unknownColumns: "keep" }, "ok"],
    ["C-I4 no way to create", ["City"], { mode: "create" }, "required_columns_missing"],
    ["C-I4 a first name is a name", ["First name"], { mode: "create" }, "ok"],
    ["C-I4 a number in a list is one", ["Other phones"], { mode: "create", requiredToCreate: [["phone"]] }, "ok"],
    ["C-I4 nothing is required", ["City"], { mode: "create", requiredToCreate: [] }, "ok"],
    [
      "C-I4 a set must be whole",
      ["Email", "Customer name"],
      { mode: "create", requiredToCreate: RECEIVABLES },
      "required_columns_missing",
    ],
    ["C-I4 either set will do", ["LinkedIn URL"], { mode: "create", requiredToCreate: PROSPECTING }, "ok"],
    ["C-I1 both: what can only be updated may go on", ["Email"], { mode: "both", requiredToCreate: RECEIVABLES }, "ok"],
    ["C-I1 both: neither created nor updated", ["City"], { mode: "both" }, "required_columns_missing"],
    ["C-I1 update: nothing to match by", ["First name"], { mode: "update" }, "required_columns_missing"],
    ["C-I1 update: by email", ["Email"], { mode: "update" }, "ok"],
    ["C-I1 update: by id only", ["Email"], { mode: "update", match: ["id"] }, "required_columns_missing"],
    ["C-H1 account and email", ["Email", "Customer name"], { mode: "update", match: ["account_email"] }, "ok"],
    [
      "C-H1 email without an account",
      ["Email"],
      { mode: "update", match: ["account_email"] },
      "required_columns_missing",
    ],
  ])("%s: %j", (_name, headers, changes, expected) => {
    expect(checked(headers, changes).split(":")[0]).toBe(expected);
  });

  test("C-D3 the words are those that CRMs use, and the columns are named", () => {
    expect(checked(["Email", "Shoe size", "Pet"], { unknownColumns: "ask" })).toContain(
      "Please ensure all mandatory fields are mapped. To proceed, either map all fields or choose Don't import data for unmapped columns. Every column counts, mandatory or not; these belong to no field: Shoe size, Pet.",
    );
  });

  test("C-I4 the missing fields are named", () => {
    const found = checked(["City", "Account name"], { mode: "create", requiredToCreate: PROSPECTING });
    expect(found).toContain("LinkedIn URL, or Account domain + First name + Last name");
    expect(checked(["City"], { mode: "update", match: ["id"] })).toContain("Map one of: Contact ID.");
  });

  test("a column that a person ignored is not asked about again", () => {
    const policy = policyOf({ unknownColumns: "ask" });
    const mapping = propose(["Email", "Pet"], [], { policy, overrides: [{ column: "Pet", target: "" }] });
    expect(checkMapping({ mapping, policy, fields: BUILTIN_FIELDS, hasHeader: true })).toBeNull();
  });
});
