/** Which fields an import needs, said beside its columns: each one, or one of several sets. */
import type { ImportDetail } from "../../app/view/import-detail-json.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { shown } from "../../core/problem/shown-text.ts";

const ONE: Readonly<Record<ObjectKind, string>> = {
  contact: "a contact",
  account: "an account",
  opportunity: "an opportunity",
  pipeline: "a pipeline",
  stage: "a stage",
};

export function requiredLines({ required }: ImportDetail): readonly string[] {
  if (required === null) return [];
  const ways = required.ways.map((set) => set.map(shown).join(" + "));
  return [`  Required to create ${ONE[required.object]}: ${ways.join(", or ")}`];
}

/** For a column without which no contact is made. */
export function requiredMark({ policy }: ImportDetail, { target }: ColumnMapping): "Required" | "" {
  const sets = policy.requiredToCreate;
  if (policy.mode === "update" || sets.length === 0 || target.to !== "field") return "";
  return sets.every((set) => set.includes(target.field)) ? "Required" : "";
}
