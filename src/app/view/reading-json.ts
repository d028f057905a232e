/** What a person should know of how the file of an import is read, besides its dialect and its mapping. */
import { callingCodes } from "../../core/mapping/calling-codes.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { derivedFields } from "../../core/plan/derived-fields.ts";
import { constantsOf } from "../import/import-parts.ts";
import type { ImportSettings } from "../import/import-settings.ts";
import type { ImportRecord } from "../ports.ts";

export function readingJson({ settings, scan }: Pick<ImportRecord, "settings" | "scan">) {
  const { mapping, fields, continues, fixes } = settings;
  return {
    /** Rows of the whole file; null = they are not counted yet. */
    rows: scan?.lines ?? null,
    /** The import whose lines it puts right. */
    continues: continues?.id ?? null,
    /** How many cells, and values wherever they stand. */
    corrected: fixes === undefined ? null : { cells: fixes.cells, everywhere: fixes.rules },
    constants: constantsOf(settings),
    required: requiredOf(settings),
    /** The column whose full names are split. */
    namesSplit: splitColumn(settings),
    /** Columns of numbers, and of the calling codes that they are read with. */
    callingCodes: [...callingCodes(mapping, fields)].map(([column, codes]) => ({ column, codes })),
    profiles: profilesOf(settings),
  };
}

type Required = { readonly object: ObjectKind; readonly ways: readonly (readonly string[])[] };

/** Sets of labels, one of which a line must have to make something. Null where all are known already, or nothing is needed. */
function requiredOf(settings: ImportSettings): Required | null {
  const { object = "contact", second } = settings;
  // Opportunities alone make no contacts: what is required is theirs.
  const made = second?.contacts === "found" ? second : settings;
  const { policy, fields } = made;
  const sets = policy.requiredToCreate;
  if (policy.mode === "update" || sets.length === 0) return null;
  const label = (key: string): string => fields.find((field) => field.key === key)?.label ?? key;
  return { object: made === settings ? object : "opportunity", ways: sets.map((set) => set.map(label)) };
}

function splitColumn({ mapping, policy: { splitNames } }: ImportSettings): number | null {
  const split = derivedFields(mapping, splitNames).find(({ field }) => field === "first_name");
  const source = mapping.find(({ column }) => column === split?.column);
  return source?.target.to === "field" && source.target.field === "full_name" ? source.column : null;
}

/** Where a LinkedIn URL is enough for a contact because the rest comes from the profile, or should have come from it. */
function profilesOf({ policy, enriches, mapping }: ImportSettings): "looked_up" | "not_set_up" | null {
  if (enriches) return "looked_up";
  const { enrichment, mode, requiredToCreate } = policy;
  if (!enrichment || mode === "update") return null;
  const isEnough = requiredToCreate.some(([field, ...more]) => field === "linkedin_url" && more.length === 0);
  const isThere = mapping.some(({ target }) => target.to === "field" && target.field === "linkedin_url");
  return isEnough && isThere ? "not_set_up" : null;
}
