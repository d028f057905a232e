/** A phone number and what is said of it go back together or stay together: details of one number are never left on another. */
import { PHONE_DETAILS } from "../contact/phone-details.ts";
import type { Changes } from "./outcome.ts";

const UNIT: readonly string[] = ["phone", ...PHONE_DETAILS];

/**
 * Fields that must stay as they are although they could go back; empty = none.
 *
 * @param restore fields that would go back
 * @param kept fields that no longer hold what the import wrote
 */
export function keptWithPhone(
  changes: Changes,
  { restore, kept }: { readonly restore: ReadonlyMap<string, unknown>; readonly kept: readonly string[] },
  contact: { readonly values: ReadonlyMap<string, string>; readonly editedByOthers: boolean },
): readonly string[] {
  if (changes.phone === undefined) return [];
  const isKept = UNIT.some((field) => kept.includes(field));
  // What this line did not change and somebody else may have said since is perhaps said of the number that would go.
  const isSaidSince =
    contact.editedByOthers &&
    restore.has("phone") &&
    PHONE_DETAILS.some((field) => changes[field] === undefined && contact.values.has(field));
  return isKept || isSaidSince ? UNIT.filter((field) => restore.has(field)) : [];
}
