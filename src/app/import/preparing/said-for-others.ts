/** What was said for an import and has no effect on it: it is refused, because whoever said it believes that it has. */
import type { Field } from "../../../core/contact/field.ts";
import type { ColumnMapping } from "../../../core/mapping/column-mapping.ts";
import { headerKey } from "../../../core/mapping/header-key.ts";
import { KEPT_PREFIX } from "../../../core/plan/shape.ts";
import type { EffectivePolicy } from "../../../core/policy/effective-policy.ts";
import type { PolicyKey } from "../../../core/policy/policy-keys.ts";
import { findPolicyKey } from "../../../core/policy/set-policy.ts";
import { nearWords } from "../../../core/problem/near-words.ts";
import { quotedNames } from "../../../core/problem/quoted-names.ts";
import { type Refusal, refuseNaming } from "../../../core/problem/refusal.ts";
import { shown } from "../../../core/problem/shown-text.ts";
import type { TableSample } from "../../table/read-table.ts";
import type { ImportRequest } from "./import-request.ts";

const MOST_SHOWN = 10;

/** A mapping of which the file has no column. Without a header columns are matched by position, and some always are. */
export function otherFilesMapping(
  name: string,
  mapping: readonly ColumnMapping[],
  { headers }: Pick<TableSample, "headers">,
): Refusal | null {
  if (headers === null) return null;
  const keys = new Set(headers.map(headerKey));
  if (mapping.some(({ header }) => keys.has(headerKey(header)))) return null;
  const names = mapping.map(({ header, column }) => header || `#${column + 1}`);
  return refuseNaming(
    "mapping_invalid",
    names.slice(0, MOST_SHOWN),
    `None of the columns of the mapping “${shown(name)}” is in the file: ${quotedNames(names, MOST_SHOWN)}.`,
  ).refusal;
}

/**
 * A field that empty cells are to clear, or that contacts are to have, said for this import alone, which there is not. What a
 * workspace's policy says may be older than its fields; lines of two objects have the fields of both.
 */
export function unknownFieldSaid(
  { clearFields, requiredToCreate }: EffectivePolicy,
  fields: readonly Field[],
  { set, object, withOpportunities }: Pick<ImportRequest, "set" | "object" | "withOpportunities">,
): Refusal | null {
  if (object === "opportunity" || withOpportunities === true) return null;
  const said = new Set([...set.keys()].flatMap((name) => saidKey(name)));
  const known = fields.map(({ key }) => key);
  const cleared = said.has("clearFields") ? clearFields.filter((key) => !key.startsWith(KEPT_PREFIX)) : [];
  // Other things than contacts have needs of their own, which no policy changes.
  const required = said.has("requiredToCreate") && object === "contact" ? requiredToCreate.flat() : [];
  return (
    noSuchField(cleared, known, "to clear") ?? noSuchField(required, known, "that a line could be required to have")
  );
}

function saidKey(name: string): readonly PolicyKey[] {
  const key = findPolicyKey(name);
  return key.ok ? [key.value] : [];
}

function noSuchField(said: readonly string[], known: readonly string[], what: string): Refusal | null {
  const unknown = said.find((key) => !known.includes(key));
  if (unknown === undefined) return null;
  const near = nearWords(unknown, known);
  const hint = near.length > 0 ? `; did you mean ${near.join(" or ")}?` : `. The fields: ${known.join(", ")}.`;
  return refuseNaming("policy_value_invalid", [unknown], `There is no field “${shown(unknown)}” ${what}${hint}`)
    .refusal;
}
