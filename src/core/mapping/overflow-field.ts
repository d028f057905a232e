/** The list beside a field of one value: where a second e-mail address or phone number of the same person goes. */
import type { Field } from "../contact/field.ts";
import type { NameIndex } from "./name-index.ts";

export const OVERFLOW: ReadonlyMap<string, string> = new Map([
  ["email", "additional_emails"],
  ["phone", "additional_phones"],
]);

export const overflowField = (field: Field, index: NameIndex): Field | null =>
  index.fields.get(OVERFLOW.get(field.key) ?? "") ?? null;
