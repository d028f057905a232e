/** Which fields an import needs, said beside its columns: each one, or one of several sets. */
import type { ImportRecord } from "../app/ports.ts";
import type { ColumnMapping } from "../core/mapping/column-mapping.ts";
import type { ObjectKind } from "../core/object/object-kind.ts";

const ONE: Readonly<Record<ObjectKind, string>> = {
  contact: "a contact",
  account: "an account",
  opportunity: "an opportunity",
  pipeline: "a pipeline",
  stage: "a stage",
};

/** Nothing where every contact of the file is known already, or nothing is needed. */
export function requiredLines({ settings }: ImportRecord): readonly string[] {
  const { object = "contact", second } = settings;
  // Opportunities alone make no contacts: what is required is theirs.
  const made = second?.contacts === "found" ? second : settings;
  const { policy, fields } = made;
  const kind = made === settings ? object : "opportunity";
  const sets = policy.requiredToCreate;
  if (policy.mode === "update" || sets.length === 0) return [];
  const label = (key: string): string => fields.find((field) => field.key === key)?.label ?? key;
  const ways = sets.map((set) => set.map(label).join(" + "));
  return [`  Required to create ${ONE[kind]}: ${ways.join(", or ")}`];
}

/** For a column without which no contact is made. */
export function requiredMark({ settings: { policy } }: ImportRecord, { target }: ColumnMapping): "Required" | "" {
  const sets = policy.requiredToCreate;
  if (policy.mode === "update" || sets.length === 0 || target.to !== "field") return "";
  return sets.every((set) => set.includes(target.field)) ? "Required" : "";
}
