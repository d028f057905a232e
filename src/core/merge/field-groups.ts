/** Fields that say one thing together: a contact takes them from one other contact, or only what fits to its own. */
import { OPT_OUTS } from "../contact/opt-outs.ts";
import { PHONE_DETAILS } from "../contact/phone-details.ts";
import { ACCOUNT_LINK } from "../plan/shape.ts";

export const NAME_GROUP = ["full_name", "first_name", "last_name"] as const;
export const ACCOUNT_GROUP = [ACCOUNT_LINK, "account_id", "account_name", "account_domain", "position"] as const;
const ADDRESS_GROUP = ["street", "city", "state", "postal_code", "country"] as const;

export const FIELD_GROUPS: readonly (readonly string[])[] = [NAME_GROUP, ACCOUNT_GROUP, ADDRESS_GROUP];

/** First values, and the lists of those besides. */
export const FURTHER: Readonly<Record<"email" | "phone", string>> = {
  email: "additional_emails",
  phone: "additional_phones",
};

/** What is decided by other fields, or by nobody. */
export const NEVER_TAKEN: ReadonlySet<string> = new Set([
  "id",
  "main_contact",
  ...OPT_OUTS,
  ...PHONE_DETAILS,
  ...Object.values(FURTHER),
]);
