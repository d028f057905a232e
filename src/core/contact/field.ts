/** A field of the workspace's schema: built in, or made by its members. Columns of a file are mapped to fields. */
import type { ObjectKind } from "../object/object-kind.ts";

export const FIELD_TYPES = [
  "text",
  "long_text",
  "name",
  "email",
  "phone",
  "email_list",
  "phone_list",
  "date",
  "number",
  "money",
  "yes_no",
  "single_choice",
  "radio",
  "multiple_choice",
  "checkbox",
  "text_list",
  "tags",
  "url",
  "linkedin_url",
  "country",
  "address",
  "owner",
  "owner_list",
  "manager_list",
  "id",
  "link",
  "status",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Types whose value is a list; stored as the JSON text of an array of strings, in order, without repeats. */
export const LIST_TYPES: ReadonlySet<FieldType> = new Set([
  "email_list",
  "phone_list",
  "multiple_choice",
  "checkbox",
  "text_list",
  "tags",
  "owner_list",
  "manager_list",
]);

export type Field = {
  /** Snake-case key, unique in the workspace: `email`, `plan`. Custom fields share the name space of built-in ones. */
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly builtin: boolean;
  /** What has the field; absent = contacts. */
  readonly object?: ObjectKind;
  /** For choices: the options in order. */
  readonly options?: readonly string[];
  /** Keys of contact fields whose names in headers are names of this one too. */
  readonly namesOf?: readonly string[];
  /** What else headers call it here: a word that elsewhere may mean something else. */
  readonly alsoCalled?: readonly string[];
  /** This custom field holds the external id: a column headed `external_id` goes to it by itself. */
  readonly holdsExternalId?: boolean;
  /** Name of the custom data that it was made of: its values may come from columns that were kept. */
  readonly promotedFrom?: string;
};
