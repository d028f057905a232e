/** What a contact is called. */
import type { ContactRow } from "../ports.ts";

/** Of whom nothing but a profile is known, that. */
export const contactName = ({ values }: Pick<ContactRow, "values">): string =>
  values.get("full_name") ??
  ([values.get("first_name"), values.get("last_name")].filter((part) => part !== undefined).join(" ") ||
    (values.has("email") ? "" : (values.get("linkedin_url") ?? "")));
