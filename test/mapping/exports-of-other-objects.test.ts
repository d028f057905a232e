/** Opportunities and companies as other systems export them. */
import { expect, test } from "vitest";
import { ACCOUNT_FIELDS } from "../../src/core/account/account-fields.ts";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { otherObject } from "../../src/core/mapping/other-object.ts";
import { jointFields } from "../../src/core/opportunity/joint-fields.ts";
import { OPPORTUNITY_FIELDS } from "../../src/core/opportunity/opportunity-fields.ts";
import { propose, targetsOf } from "./propose.ts";

const BOTH = jointFields(BUILTIN_FIELDS, OPPORTUNITY_FIELDS, { contacts: "made", policy: { match: ["email"] } }).fields;

type Export = Readonly<Record<string, readonly [values: readonly string[], field: string]>>;

const EXPORTS: readonly (readonly [string, Export])[] = [
  [
    "Pipedrive",
    {
      "Deal - ID": [["12", "13"], "opportunity_external_id"],
      "Deal - Title": [["Alpha roof", "Beta roof"], "opportunity_name"],
      "Deal - Value": [["12000", "500.5"], "opportunity_value"],
      "Deal - Owner": [["Ed Editor", "Ada Admin"], "opportunity_owner"],
      "Deal - Stage": [["Qualified", "Won"], "opportunity_stage"],
      "Deal - Status": [["Open", "Won"], "opportunity_status"],
      "Deal - Expected close date": [["2026-12-20", "2026-10-20"], "opportunity_close_date"],
      "Deal - Contact person": [["Jan Mol", "Kim Mol"], "full_name"],
      "Deal - Organization": [["Mol BV", "Mol BV"], "account_name"],
      "Person - Email - Work": [["jan@mol.test", "kim@mol.test"], "email"],
      "Deal - Label": [["Hot", ""], ""],
    },
  ],
  [
    "HubSpot",
    {
      "Record ID": [["9001", "9002"], "opportunity_external_id"],
      "Deal Name": [["Gamma portal", "Delta portal"], "opportunity_name"],
      "Deal Stage": [["Qualified (Sales)", "Won (Sales)"], "opportunity_stage"],
      "Close Date": [["2026-12-24 00:00", "2026-12-25 00:00"], "opportunity_close_date"],
      "Deal owner": [["Ada Admin (ada@acme.test)", ""], "opportunity_owner"],
      Amount: [["15,000", ""], "opportunity_value"],
      "Associated Contact": [["Liv Berg (liv@berg.test)", "Ole Dahl (ole@dahl.test)"], "email"],
      "Associated Company": [["Berg AS", "Dahl AS"], "account_name"],
    },
  ],
  [
    "Zoho CRM",
    {
      "Record Id": [["zcrm_1", "zcrm_2"], "opportunity_external_id"],
      "Deal Owner": [["Ada Admin", "Ada Admin"], "opportunity_owner"],
      "Deal Name": [["Zeta CRM", "Eta CRM"], "opportunity_name"],
      Stage: [["Lead", "Lead"], "opportunity_stage"],
      "Closing Date": [["2026-12-01", "2026-12-02"], "opportunity_close_date"],
      "Account Name": [["Zed Ltd", "Zed Ltd"], "account_name"],
      "Contact Name": [["Zoe Zed", "Zac Zed"], "full_name"],
    },
  ],
];

test.each(EXPORTS)("C-R1 C-D1 deals of %s are contacts and opportunities, column by column", (_, columns) => {
  const headers = Object.keys(columns);
  const rows = [0, 1].map((row) => headers.map((header) => columns[header]?.[0][row] ?? ""));
  expect(otherObject({ headers, rows: rows.map((cells) => ({ cells })) }, BUILTIN_FIELDS)?.lines).toBe(
    "contacts,opportunities",
  );
  const mapping = propose(headers, rows, { fields: BOTH });
  expect(mapping.map(({ header, target }) => [header, target.to === "field" ? target.field : ""])).toEqual(
    headers.map((header) => [header, columns[header]?.[1]]),
  );
});

test.each<[string, readonly string[], string]>([
  ["ids that come again are those of contacts with several opportunities", ["7", "7", "8"], "external_id"],
  ["ids of contacts here", ["con_t9jfex51z2", "con_t9jfex51z3", "con_t9jfex51z4"], "id"],
  ["ids of opportunities here", ["opp_t9jfex51z2", "opp_t9jfex51z3", "opp_t9jfex51z4"], "opportunity_id"],
])("C-D3 an id without a word of whose: %s", (_, ids, field) => {
  const rows = ids.map((id, at) => [id, `a${at}@x.test`, `Deal ${at}`]);
  const [mapped] = propose(["ID", "Email", "Deal name"], rows, { fields: BOTH });
  expect(mapped?.target).toEqual({ to: "field", field });
});

test("C-D3 beside an id that is said to be the deal's, the other one is the contact's", () => {
  const rows = [1, 2].map((at) => [`C${at}`, `a${at}@x.test`, `D${at}`, `Deal ${at}`]);
  const mapping = propose(["ID", "Email", "Deal ID", "Deal name"], rows, { fields: BOTH });
  expect(targetsOf(mapping)).toEqual(["external_id", "email", "opportunity_external_id", "opportunity_name"]);
});

test.each<[string, Readonly<Record<string, string>>]>([
  [
    "HubSpot",
    {
      "Record ID": "external_id",
      "Company name": "name",
      "Company owner": "owner",
      "Company Domain Name": "domain",
      Industry: "",
      "Company contact": "",
      "Number of Employees": "",
    },
  ],
  ["Salesforce", { Id: "external_id", Name: "name", ParentId: "", BillingCity: "", Website: "domain", OwnerId: "" }],
  ["Pipedrive", { "Organization - ID": "external_id", "Organization - Name": "name", "Organization - Owner": "owner" }],
  ["an accounting program", { Debitor: "external_id", "Name 1": "name", "Name 2": "", Sachbearbeiter: "" }],
])("C-F4 C-D1 companies of %s, column by column", (_, columns) => {
  const headers = Object.keys(columns);
  const mapping = propose(headers, [], { fields: ACCOUNT_FIELDS });
  expect(mapping.map(({ header, target }) => [header, target.to === "field" ? target.field : ""])).toEqual(
    Object.entries(columns),
  );
});

test("a word for the company before an owner names no owner of a contact", () => {
  const [mapped] = propose(["Company owner", "Email"], [["Ada Admin", "a@x.test"]]);
  expect(mapped?.target).toMatchObject({ to: "keep" });
});
