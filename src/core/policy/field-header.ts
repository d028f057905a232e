/** The header under which a preset's templates and exports show a field. */
import type { Field } from "../contact/field.ts";
import type { Preset } from "./preset.ts";

export function fieldHeader(preset: Preset, field: Pick<Field, "key" | "label">): string {
  if (field.key === "id") return preset.idHeader;
  // A workspace's own field may be called `constructor`.
  return Object.hasOwn(preset.fieldHeaders, field.key) ? (preset.fieldHeaders[field.key] ?? field.label) : field.label;
}
