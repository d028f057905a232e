/** Which fields an import needs, said beside its columns: each one, or one of several sets. */
import type { ImportRecord } from "../app/ports.ts";
import type { ColumnMapping } from "../core/mapping/column-mapping.ts";

/** Nothing where every contact of the file is known already, or nothing is needed. */
export function requiredLines({ settings: { policy, fields } }: ImportRecord): readonly string[] {
  const sets = policy.requiredToCreate;
  if (policy.mode === "update" || sets.length === 0) return [];
  const label = (key: string): string => fields.find((field) => field.key === key)?.label ?? key;
  const ways = sets.map((set) => set.map(label).join(" + "));
  return [`  Required to create a contact: ${ways.join(", or ")}`];
}

/** For a column without which no contact is made. */
export function requiredMark({ settings: { policy } }: ImportRecord, { target }: ColumnMapping): "Required" | "" {
  const sets = policy.requiredToCreate;
  if (policy.mode === "update" || sets.length === 0 || target.to !== "field") return "";
  return sets.every((set) => set.includes(target.field)) ? "Required" : "";
}
