/** The header under which a preset's templates and exports show a field. */
import type { Field } from "../contact/field.ts";
import type { Preset } from "./preset.ts";

export function fieldHeader(
  { idHeader, fieldHeaders }: Preset,
  { key, label, object = "contact", namesOf = [] }: Pick<Field, "key" | "label" | "object" | "namesOf">,
): string {
  if (key === "id" && object === "contact") return idHeader;
  // What the preset calls a contact's account is what an account's own file calls it.
  const called = object === "contact" ? [key] : namesOf;
  // A workspace's own field may be called `constructor`.
  const named = called.find((name) => Object.hasOwn(fieldHeaders, name));
  return named === undefined ? label : (fieldHeaders[named] ?? label);
}
