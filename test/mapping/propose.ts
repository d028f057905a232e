/** Proposes a mapping in a test and answers, by column, the field's key, `keep:name` or `ignore`. */
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import type { ColumnMapping } from "../../src/core/mapping/column-mapping.ts";
import { type MappingRequest, proposeMapping } from "../../src/core/mapping/propose-mapping.ts";
import { policyOf } from "./policy-of.ts";

export function propose(
  headers: readonly string[] | null,
  samples: readonly (readonly string[])[] = [],
  more: Partial<MappingRequest> = {},
): readonly ColumnMapping[] {
  const result = proposeMapping({
    headers,
    samples,
    fields: BUILTIN_FIELDS,
    policy: policyOf(),
    saved: null,
    overrides: [],
    ...more,
  });
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message} ${result.refusal.fix}`);
  return result.value;
}

export const targetsOf = (mapping: readonly ColumnMapping[]): readonly string[] =>
  mapping.map(({ target }) => {
    if (target.to === "field") return target.field;
    return target.to === "keep" ? `keep:${target.name}` : "ignore";
  });
