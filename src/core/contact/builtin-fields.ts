/** The fields every workspace has. Their keys are the names that files, commands and the API use. */
import type { Field, FieldType } from "./field.ts";

const field = (key: string, label: string, type: FieldType): Field => ({ key, label, type, builtin: true });

export const BUILTIN_FIELDS: readonly Field[] = [
  field("id", "Contact ID", "id"),
  field("external_id", "External ID", "text"),
  field("full_name", "Full name", "name"),
  field("first_name", "First name", "name"),
  field("last_name", "Last name", "name"),
  field("email", "Email", "email"),
  field("additional_emails", "Additional email addresses", "email_list"),
  field("phone", "Phone", "phone"),
  field("additional_phones", "Additional phone numbers", "phone_list"),
  field("linkedin_url", "LinkedIn URL", "linkedin_url"),
  field("website", "Website", "url"),
  field("job_title", "Job title", "text"),
  field("account_id", "Account ID", "text"),
  field("account_name", "Account name", "text"),
  field("account_domain", "Account domain", "text"),
  field("position", "Position", "text"),
  field("main_contact", "Main contact", "yes_no"),
  field("birthday", "Birthday", "date"),
  field("street", "Street", "address"),
  field("city", "City", "text"),
  field("state", "State", "text"),
  field("postal_code", "Postal code", "text"),
  field("country", "Country", "country"),
  field("tags", "Tags", "tags"),
  field("owner", "Owner", "owner"),
  field("followers", "Followers", "owner_list"),
  field("notes", "Notes", "long_text"),
  field("do_not_touch", "Do Not Touch", "yes_no"),
  field("email_opt_out", "Email opt-out", "yes_no"),
  field("sms_opt_out", "SMS opt-out", "yes_no"),
  field("phone_verification_result", "Phone Verification Result", "text"),
  field("phone_verification_provider", "Phone Verification Provider", "text"),
  field("phone_type", "Phone Type", "text"),
  field("phone_intent_score", "Phone Intent Score", "number"),
];

/** Other names under which a built-in field may be asked for: the words of other CRMs. */
export const FIELD_ALIASES: ReadonlyMap<string, string> = new Map([
  ["company_name", "account_name"],
  ["company", "account_name"],
  ["customer_name", "account_name"],
  ["client_id", "account_id"],
  ["title", "job_title"],
  ["name", "full_name"],
  ["contact_id", "id"],
  ["dnt", "do_not_touch"],
]);
