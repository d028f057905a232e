/** What a line must have for a contact to be made of it, and what counts as having it. */
import type { Policy } from "./policy.ts";

/** Who is to be reminded by phone needs a number, also where nothing else is required. */
export function requiredToCreate({
  requiredToCreate: sets,
  phoneReminders,
}: Pick<Policy, "requiredToCreate" | "phoneReminders">): Policy["requiredToCreate"] {
  if (!phoneReminders) return sets;
  if (sets.length === 0) return [["phone"]];
  return sets.map((fields) => (fields.includes("phone") ? fields : [...fields, "phone"]));
}

/** A name may come whole or in parts, an address or number alone or in a list: each of these counts as the other. */
const SATISFIED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ["full_name", ["full_name", "first_name", "last_name"]],
  ["email", ["email", "additional_emails"]],
  ["phone", ["phone", "additional_phones"]],
]);

/** The fields any one of which is enough where this one is required. */
export const satisfiedBy = (field: string): readonly string[] => SATISFIED_BY.get(field) ?? [field];
