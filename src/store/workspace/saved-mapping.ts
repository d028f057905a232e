/** A saved mapping as both databases keep it. */
import type { SavedMapping } from "../../app/ports/mapping-store.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { DbRow } from "../db-row.ts";

type StoredMapping = readonly ColumnMapping[] | Required<Pick<SavedMapping, "mapping" | "constants">>;

/** The columns alone where there is nothing else to remember. */
export function mappingText({ mapping, constants = [] }: SavedMapping): string {
  const stored: StoredMapping = constants.length === 0 ? mapping : { mapping, constants };
  return JSON.stringify(stored);
}

export function asSavedMapping([fingerprint, name, text, usedAt]: DbRow): SavedMapping {
  const stored = JSON.parse(String(text)) as StoredMapping;
  return {
    fingerprint: String(fingerprint),
    name: typeof name === "string" ? name : null,
    ...("mapping" in stored ? stored : { mapping: stored }),
    usedAt: Number(usedAt),
  };
}
