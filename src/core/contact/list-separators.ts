/** Which characters part the values of a list in one cell. */
import type { FieldType } from "./field.ts";

/** Addresses, phones and names hold dots of their own: whatever parts tags, these are parted by `,` and `;` only. */
const PERSON_SEPARATORS: readonly string[] = [",", ";"];

const PERSON_LISTS: ReadonlySet<FieldType> = new Set(["email_list", "phone_list", "owner_list"]);

/** @param multiSeparators the policy's word for lists of other things */
export const listSeparators = (type: FieldType, multiSeparators: readonly string[]): readonly string[] =>
  PERSON_LISTS.has(type) ? PERSON_SEPARATORS : multiSeparators;
