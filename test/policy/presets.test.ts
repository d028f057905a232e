/** The table of policy keys and presets, cell by cell, as people write the values. */
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { fieldHeader } from "../../src/core/policy/field-header.ts";
import { POLICY_KEY_NAMES, type PolicyKey } from "../../src/core/policy/policy-keys.ts";
import { findPreset, PRESETS } from "../../src/core/policy/presets.ts";
import { policyFromJson, renderPolicyValue } from "../../src/core/policy/set-policy.ts";
import { templateFields } from "../../src/core/policy/template-fields.ts";

const COLUMNS = ["muster", "receivables", "simple-crm", "agency-crm", "prospecting"] as const;

const TABLE: readonly (readonly [item: string, key: PolicyKey, ...values: readonly string[]])[] = [
  ["C-B1", "formats", "csv,tsv,xlsx,ods,vcard,json", "csv", "csv", "csv", "csv"],
  ["C-B2", "delimiters", "comma,semicolon,tab,pipe", "comma,semicolon,pipe", "detect", "detect", "detect"],
  ["C-B4", "maxBytes", "none", "none", "none", "30MB", "none"],
  ["C-B6", "header", "optional", "optional", "required", "required", "required"],
  ["C-I1", "modes", "create,update,both", "both", "both", "create,update,both", "create,update"],
  [
    "C-H1",
    "match",
    "id,external_id,email,phone",
    "account_email",
    "email,phone",
    "id,email,phone",
    "linkedin_url,account_name",
  ],
  ["C-H1", "matchUpdate", "same", "same", "same", "same", "id"],
  ["C-H2", "onMatch", "update", "update", "update", "update", "ask"],
  ["C-H4", "onContradiction", "fail", "update", "update", "update", "update"],
  ["C-H2", "onNoMatch", "fail", "fail", "fail", "fail", "skip"],
  ["C-H2", "allowDuplicates", "no", "no", "no", "no", "no"],
  ["C-H3", "inFile", "merge", "last", "last", "fail", "last"],
  ["C-I2", "emptyCells", "keep", "keep", "keep", "ask", "keep"],
  ["C-I3", "tags", "merge", "merge", "merge", "merge", "merge"],
  ["C-I3", "createTags", "yes", "yes", "yes", "yes", "yes"],
  [
    "C-E4",
    "multiSeparators",
    "comma,semicolon",
    "comma,semicolon",
    "comma,semicolon",
    "comma,semicolon,dot",
    "comma,semicolon",
  ],
  ["C-D8", "splitNames", "yes", "no", "no", "no", "no"],
  ["C-D4", "unknownColumns", "keep", "ignore", "ignore", "ask", "keep"],
  ["C-D3", "unmappedAccepted", "no", "no", "no", "no", "no"],
  ["C-D5", "createFieldsInImport", "yes", "no", "no", "no", "no"],
  ["C-E5", "createOptions", "no", "no", "no", "no", "no"],
  [
    "C-I4",
    "requiredToCreate",
    "full_name | email | phone",
    "account_name + account_id + email",
    "none",
    "full_name | email | phone",
    "linkedin_url | account_name + account_domain + first_name + last_name",
  ],
  ["C-I4", "phoneReminders", ...COLUMNS.map(() => "no")],
  ["C-E8", "owner", "both", "off", "off", "name", "email"],
  ["C-I5", "overrideOwners", "no", "no", "no", "no", "no"],
  ["C-F1", "accounts", "create", "create", "create", "create", "create"],
  [
    "C-F1",
    "accountMatch",
    "id,external_id,name,domain",
    "id,external_id,name,domain",
    "id,external_id,name,domain",
    "id,external_id,name,domain",
    "id,external_id,name,domain",
  ],
  ["C-E3", "dateOrder", "ask", "ask", "ask", "MDY", "ask"],
  ["C-E2", "defaultCountry", "none", "none", "none", "US", "none"],
  ["C-M1", "minRole", "editor", "editor", "editor", "admin", "editor"],
  ["C-M2", "enabled", "yes", "no", "yes", "yes", "yes"],
  ["C-M3", "disclaimer", "no", "no", "no", "yes", "no"],
  ["C-F3", "mainContact", "yes", "yes", "no", "no", "no"],
  ["C-F5", "authority", "yes", "yes", "no", "no", "no"],
  ["C-F5", "authorityMatrix", ...COLUMNS.map(() => "standard")],
  ["C-O1", "workflow", "yes", "no", "no", "no", "yes"],
  ["C-O1", "defaultWorkflow", ...COLUMNS.map(() => "none")],
  ["C-O3", "effectHold", ...COLUMNS.map(() => "5m")],
  ["C-X9", "keepFiles", ...COLUMNS.map(() => "forever")],
  ["C-X9", "keepHistory", ...COLUMNS.map(() => "forever")],
  ["C-I6", "doNotTouch", "yes", "no", "no", "no", "yes"],
  ["C-I6", "lowerOptOuts", "no", "no", "no", "no", "no"],
  ["C-O2", "enrichment", "yes", "no", "no", "no", "yes"],
  ["C-R1", "opportunities", "on", "off", "separate_file", "on", "off"],
  ["C-I2", "clearFields", "none", "none", "none", "none", "none"],
  ["C-I2", "clearToken", ...COLUMNS.map(() => "<clear>")],
];

test("there are five presets, the default first", () => {
  expect(PRESETS.map((preset) => preset.id)).toEqual(COLUMNS);
  expect(findPreset("agency-crm")?.name).toBe("Agency CRM");
  expect(findPreset("constructor")).toBeNull();
});

const ROWS = TABLE.map(([item, key, ...values]) => ({ item, key, values }));

test.each(ROWS)("$item: $key has the value of the table in every preset", ({ key, values }) => {
  expect(PRESETS.map((preset) => renderPolicyValue(key, preset.policy[key]))).toEqual(values);
});

test("the table has every key", () => {
  expect(TABLE.map(([, key]) => key).toSorted()).toEqual([...POLICY_KEY_NAMES].toSorted());
});

describe.each(PRESETS)("$id", (preset) => {
  test("fills every key with a value it takes, and no other", () => {
    expect(policyFromJson(JSON.parse(JSON.stringify(preset.policy)))).toEqual({ ok: true, value: preset.policy });
  });

  test("C-C1: its template has columns of known fields, none twice, under headers that differ", () => {
    const headers = preset.templateFields.map((key) => {
      const field = BUILTIN_FIELDS.find((builtin) => builtin.key === key);
      expect(field, key).toBeDefined();
      return fieldHeader(preset, field!);
    });
    expect(new Set(headers).size).toBe(headers.length);
    for (const set of preset.policy.requiredToCreate.slice(0, 1))
      for (const key of set)
        expect(preset.templateFields.some((field) => field === key || field === "first_name")).toBe(true);
  });

  test("C-A5: its labels say something", () => {
    for (const label of Object.values(preset.labels)) expect(label.trim()).not.toBe("");
  });
});

test("C-C2: the id column has the preset's own header, and stands first where contacts are updated by it", () => {
  const [prospecting, receivables] = [findPreset("prospecting")!, findPreset("receivables")!];
  expect(fieldHeader(prospecting, { key: "id", label: "Contact ID" })).toBe("EG-CON-ID");
  expect(templateFields(prospecting, "update")[0]).toBe("id");
  expect(templateFields(prospecting, "create")).toEqual(prospecting.templateFields);
  expect(templateFields(receivables, "update")).toEqual(receivables.templateFields);
});

test("C-D2: the template of simple-crm has the headers of its page", () => {
  const simple = findPreset("simple-crm")!;
  const headers = simple.templateFields.map((key) => fieldHeader(simple, { key, label: key }));
  expect(headers).toEqual([
    "full_name",
    "first_name",
    "last_name",
    "email",
    "phone",
    "company_name",
    "job_title",
    "tags",
  ]);
});

test("a field that is named like a property of every object keeps its label", () => {
  expect(fieldHeader(findPreset("muster")!, { key: "constructor", label: "Builder" })).toBe("Builder");
});
