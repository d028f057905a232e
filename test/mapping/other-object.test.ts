/** Files whose header says that they hold no contacts, though nobody has said what they hold. */
import { expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { otherObject } from "../../src/core/mapping/other-object.ts";

test.each<[string, readonly string[], readonly string[], string | null]>([
  [
    "an export of opportunities",
    ["Opportunity ID", "Contact ID", "Value"],
    ["opp_t9jfex51z2", "con_1", "5"],
    "opportunities",
  ],
  ["an export of accounts", ["Account record ID", "Name"], ["acc_kjye9dws82", "Acme"], "accounts"],
  ["an export of pipelines", ["pipeline_id", "stage_name"], ["pip_qe354z835v", "New"], "pipelines"],
  ["a file of pipelines by hand", ["Pipeline", "Stage", "Order"], ["Sales", "New", "1"], "pipelines"],
  ["opportunities by e-mail", ["Email", "Opportunity name", "Stage"], ["a@b.co", "Roof", "New"], "opportunities"],
  ["people with deals", ["Full name", "Deal name", "Pipeline"], ["Ann", "Roof", "Sales"], "contacts,opportunities"],
  ["contacts with ids of another system", ["Email", "Opportunity ID"], ["a@b.co", "0061x00000"], null],
  ["contacts with a pipeline and a stage", ["Email", "Pipeline", "Stage"], ["a@b.co", "Sales", "New"], null],
  ["deals of a CRM", ["Deal - Title", "Deal - Stage", "Person - Email"], ["Roof", "New", "a@b.co"], "opportunities"],
  ["companies", ["Company name", "Company Domain Name", "Number of Employees"], ["Acme", "acme.com", "25"], "accounts"],
  ["companies that only have a name", ["Id", "Name", "Phone", "AnnualRevenue"], ["1", "Acme", "", "9"], "accounts"],
  ["leads with the size of their company", ["LastName", "Company", "NumberOfEmployees"], ["Lee", "Acme", "25"], null],
  ["companies with an address to write to", ["Company", "Email", "Employees"], ["Acme", "i@acme.com", "25"], null],
  ["people of companies", ["Contact name", "Company", "Employees"], ["Ann Lee", "Acme", "25"], null],
  [
    "people of companies, by the company",
    ["Company", "Primary Contact Name", "Primary Contact Email", "Number of Employees"],
    ["Acme", "Ann Lee", "ann@acme.com", "25"],
    null,
  ],
  ["companies to call", ["Company", "Phone", "City"], ["Acme", "+14155550100", "Rome"], null],
  ["contacts of an export of Muster", ["Contact ID", "Account ID", "Email"], ["con_1", "A1", "a@b.co"], null],
])("C-D1 %s: %j", (_name, headers, cells, lines) => {
  expect(otherObject({ headers, rows: [{ cells }] }, BUILTIN_FIELDS)?.lines ?? null).toBe(lines);
});
