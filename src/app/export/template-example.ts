/** What a template's example row says for each field: plausible, plainly made up, and accepted by every field's reader. */
import type { Field, FieldType } from "../../core/contact/field.ts";
import { listText } from "../../core/contact/list-text.ts";

/** Addresses and numbers that are reserved for examples: RFC 2606, 555-01xx. Owners are left out: nobody is a member of every workspace. */
const BY_KEY: ReadonlyMap<string, string> = new Map([
  ["external_id", "C-1001"],
  ["full_name", "Alex Morgan"],
  ["first_name", "Alex"],
  ["last_name", "Morgan"],
  ["email", "alex.morgan@example.com"],
  ["additional_emails", listText(["alex@example.org", "a.morgan@example.net"])],
  ["phone", "+12025550143"],
  ["additional_phones", listText(["+12025550144", "+12025550145"])],
  ["linkedin_url", "https://www.linkedin.com/in/alex-morgan-example"],
  ["website", "https://www.example.com"],
  ["job_title", "Head of Operations"],
  ["account_id", "ACC-42"],
  ["account_name", "Example Industries"],
  ["account_domain", "example.com"],
  ["position", "Accounts payable"],
  ["main_contact", "yes"],
  ["birthday", "1985-11-23"],
  ["street", "12 Market Street"],
  ["city", "San Francisco"],
  ["state", "CA"],
  ["postal_code", "94105"],
  ["country", "US"],
  ["tags", listText(["newsletter", "example"])],
  ["notes", "An example: replace this row."],
  ["phone_verification_result", "valid"],
  ["phone_verification_provider", "Example Verify"],
  ["phone_type", "mobile"],
  ["phone_intent_score", "0.8"],
]);

const BY_TYPE: Readonly<Partial<Record<FieldType, string>>> = {
  text: "Example",
  long_text: "An example: replace this row.",
  name: "Alex Morgan",
  email: "alex.morgan@example.com",
  phone: "+12025550143",
  date: "2025-11-23",
  number: "42",
  money: "1234.50",
  yes_no: "yes",
  text_list: listText(["first", "second"]),
  tags: listText(["first", "second"]),
  url: "https://www.example.com",
  country: "US",
};

/** As it would be stored; `""` where an example would claim something that is not so. */
export function exampleValue(field: Field): string {
  const [first, second] = field.options ?? [];
  switch (field.type) {
    case "single_choice":
    case "radio":
      return first ?? "";
    case "multiple_choice":
    case "checkbox":
      return listText([first, second].filter((option) => option !== undefined));
    default:
      return (field.builtin ? BY_KEY.get(exampleKey(field)) : BY_TYPE[field.type]) ?? "";
  }
}

/** What a contact's file says of its account is what an account's own file says. */
const exampleKey = ({ key, object = "contact", namesOf = [] }: Field): string =>
  object === "contact" ? key : (namesOf.find((name) => name.startsWith("account_")) ?? key);
