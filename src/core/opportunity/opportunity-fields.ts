/** The fields every opportunity has. Those of type `link` hold the number of another object, as text. */
import type { Field, FieldType } from "../contact/field.ts";

const field = (key: string, label: string, type: FieldType): Field => ({
  key,
  label,
  type,
  builtin: true,
  object: "opportunity",
});

export const OPPORTUNITY_FIELDS: readonly Field[] = [
  field("id", "Opportunity ID", "id"),
  field("external_id", "External ID", "text"),
  field("name", "Name", "text"),
  field("contact", "Contact", "link"),
  field("account", "Account", "link"),
  field("pipeline", "Pipeline", "link"),
  field("stage", "Stage", "link"),
  field("value", "Value", "money"),
  field("status", "Status", "status"),
  field("owner", "Owner", "owner"),
  field("source", "Source", "text"),
  field("close_date", "Close date", "date"),
  field("notes", "Notes", "long_text"),
];

/** What no column says: it is found by what the line says of the contact and the account. */
export const FOUND_LINKS: ReadonlySet<string> = new Set(["contact", "account"]);
