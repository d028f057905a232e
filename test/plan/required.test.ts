/** What a row must have before a contact is made of it, and what the refusal names. */
import { expect, test } from "vitest";
import { missingRequired } from "../../src/core/plan/required.ts";
import { agencyCrm } from "../../src/core/policy/presets/agency-crm.ts";
import { muster } from "../../src/core/policy/presets/muster.ts";
import { prospecting } from "../../src/core/policy/presets/prospecting.ts";
import { receivables } from "../../src/core/policy/presets/receivables.ts";
import { simpleCrm } from "../../src/core/policy/presets/simple-crm.ts";

const ACCOUNT = ["account_name", "account_domain", "first_name", "last_name"];

test.for([
  { preset: muster, has: ["email"], missing: null },
  { preset: muster, has: ["last_name"], missing: null },
  { preset: muster, has: ["city"], missing: { oneOf: ["full_name", "email", "phone"] } },
  { preset: simpleCrm, has: [], missing: null },
  { preset: agencyCrm, has: ["phone"], missing: null },
  { preset: receivables, has: ["account_name", "account_id", "email"], missing: null },
  { preset: receivables, has: ["account_name", "account_id"], missing: { all: ["email"] } },
  { preset: receivables, has: [], missing: { all: ["account_name", "account_id", "email"] } },
  { preset: prospecting, has: ["linkedin_url"], missing: null },
  { preset: prospecting, has: ACCOUNT, missing: null },
  { preset: prospecting, has: [], missing: { all: ["linkedin_url"] } },
  { preset: prospecting, has: ACCOUNT.slice(0, 3), missing: { oneOf: ["linkedin_url", "last_name"] } },
])("under $preset.id a row with $has lacks $missing (C-I4)", ({ preset, has, missing }) => {
  const required = preset.policy.requiredToCreate;
  expect(missingRequired(required, (field) => (has.includes(field) ? "x" : ""))).toEqual(missing);
});
