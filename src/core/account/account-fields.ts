/** The fields every account has. Columns are told by the names that a contact's file has for its account. */
import type { Field, FieldType } from "../contact/field.ts";

const field = (key: string, label: string, type: FieldType, namesOf: readonly string[] = []): Field => ({
  key,
  label,
  type,
  builtin: true,
  object: "account",
  namesOf,
});

export const ACCOUNT_FIELDS: readonly Field[] = [
  field("id", "Account record ID", "id"),
  field("external_id", "External ID", "text", ["external_id", "account_id"]),
  {
    ...field("name", "Name", "text", ["account_name", "full_name"]),
    alsoCalled: ["Name 1", "Firma 1", "Company name 1"],
  },
  field("domain", "Domain", "text", ["account_domain", "website"]),
  field("owner", "Owner", "owner", ["owner"]),
  field("managers", "Account managers", "manager_list", ["account_managers"]),
  field("notes", "Notes", "long_text", ["notes"]),
];
