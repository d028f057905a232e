/** What a person says about columns on the command line. */
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { parseMappingOverride } from "../../src/core/mapping/mapping-override.ts";
import { proposeMapping } from "../../src/core/mapping/propose-mapping.ts";
import { policyOf } from "./policy-of.ts";
import { targetsOf } from "./propose.ts";

const fields = [...BUILTIN_FIELDS, { key: "plan", label: "Plan", type: "text", builtin: false } as const];

function mapped(headers: readonly string[] | null, ...texts: readonly string[]): readonly string[] | string {
  const overrides = [];
  for (const text of texts) {
    const override = parseMappingOverride(text);
    if (!override.ok) return override.refusal.code;
    overrides.push(override.value);
  }
  const samples = headers === null ? [["1", "2", "3"]] : [];
  const result = proposeMapping({ headers, samples, fields, policy: policyOf(), saved: null, overrides });
  return result.ok
    ? targetsOf(result.value)
    : `${result.refusal.code}: ${result.refusal.message} ${result.refusal.fix}`;
}

describe("C-D1 each proposal can be changed", () => {
  test.each<[readonly string[] | null, readonly string[], readonly string[]]>([
    [["Login", "City"], ["Login=email"], ["email", "city"]],
    [["Login"], ["LOGIN = E-Mail"], ["email"]],
    [["Login"], ["login=First name"], ["first_name"]],
    [["Login"], ["Login=company"], ["account_name"]],
    [["Email"], ["Email="], ["ignore"]],
    [["Email"], ["e-mail=keep"], ["keep:Email"]],
    [["Email"], ["Email=custom:Work address"], ["keep:Work address"]],
    [["Email"], ["Email=custom:Plan"], ["plan"]],
    [["a=b"], ["a=b=email"], ["email"]],
    [["X", "Y", "Z"], ["#3=email"], ["keep:X", "keep:Y", "email"]],
    [["#2", "Y"], ["#2=email"], ["email", "keep:Y"]],
    [null, ["#2=full_name"], ["keep:Column 1", "full_name", "keep:Column 3"]],
    [
      ["Name", "Name"],
      ["Name=first_name", "Name=last_name"],
      ["first_name", "last_name"],
    ],
    [
      ["A", "B"],
      ["A=full_name", "B=full_name"],
      ["full_name", "full_name"],
    ],
    [["Login", "Email"], ["Login=email"], ["email", "additional_emails"]],
    [
      ["A", "B"],
      ["A=keep", "B=custom:A"],
      ["keep:A", "keep:A (2)"],
    ],
  ])("%j with %j is %j", (headers, texts, expected) => {
    expect(mapped(headers, ...texts)).toEqual(expected);
  });

  test.each<[readonly string[], string, RegExp]>([
    [["Email"], "Email", /^mapping_invalid$/],
    [["Email"], "=email", /^mapping_invalid$/],
    [["Email"], "Email=email_opt_out{ja:no}{nein:yes}", /^mapping_invalid$/],
    [["Email"], "", /^mapping_invalid$/],
    [
      ["Email", "City"],
      "Mail adress=email",
      /^mapping_invalid: The file has no column headed "Mail adress"\. Its columns are: Email, City\.$/,
    ],
    [["Email"], "#2=email", /^mapping_invalid: There is no column #2: the file has 1\./],
    [["Email"], "#0=email", /^mapping_invalid/],
    [
      ["Email"],
      "Email=emial",
      /^field_unknown: There is no field "emial"\. The nearest are email, .* \(muster fields lists all\)\. /,
    ],
    [["Email"], "Email=__proto__", /^field_unknown/],
  ])("%j refuses %j", (headers, text, refusal) => {
    expect(mapped(headers, text)).toMatch(refusal);
  });
});
