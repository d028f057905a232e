/** The groups of fields that connected sources own as wholes. A field of no group is everybody's: tags, notes, own fields. */

export const FIELD_GROUPS = ["main_information", "positions", "is_main"] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** Who a contact is, how it is reached, and which account it belongs to; what it does there; whether it comes first there. */
export const FIELDS_OF: Readonly<Record<FieldGroup, readonly string[]>> = {
  main_information: [
    "external_id",
    "full_name",
    "first_name",
    "last_name",
    "email",
    "additional_emails",
    "phone",
    "additional_phones",
    "account_id",
    "account_name",
    "account_domain",
  ],
  positions: ["position", "job_title"],
  is_main: ["main_contact"],
};

/** As they stand in sentences. */
export const GROUP_WORDS: Readonly<Record<FieldGroup, string>> = {
  main_information: "main information",
  positions: "positions",
  is_main: "main contact",
};
