/** The objects that the lines of an import are about, and what each of them is read and planned with. */
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { Constant } from "../../core/mapping/constant.ts";
import { MANY, type ObjectKind } from "../../core/object/object-kind.ts";
import { joinConstants, joinMapping } from "../../core/opportunity/joint-fields.ts";
import type { EffectivePolicy } from "../../core/policy/effective-policy.ts";
import { policyOfBoth } from "../../core/policy/policy-for-object.ts";
import type { ProblemCode } from "../../core/problem/catalogue.ts";
import type { LinesAbout } from "../../core/problem/object-words.ts";
import type { BatchScope, ImportRecord } from "../ports.ts";
import type { ImportSettings, ReadSettings } from "./import-settings.ts";

/** What the second object of the lines is read with; null where they are about one. */
export function secondSettings(settings: ReadSettings): ReadSettings | null {
  const { second } = settings;
  if (second === undefined) return null;
  const { contacts, ...own } = second;
  // Profiles, sources and workflows are of people.
  const { enriches: _profiles, sources: _sources, workflow: _workflow, second: _second, ...shared } = settings;
  return { ...shared, ...own, tags: [], isOptional: contacts === "made" };
}

/** The line's own object first. */
export function objectsOf({
  object = "contact",
  second,
}: Pick<ImportSettings, "object" | "second">): readonly ObjectKind[] {
  return second === undefined ? [object] : [object, second.object];
}

/** With each column of each object changed. */
export function withColumns(
  settings: ImportSettings,
  changed: (column: ColumnMapping) => ColumnMapping,
): ImportSettings {
  const { mapping, second } = settings;
  const others = second === undefined ? {} : { second: { ...second, mapping: second.mapping.map(changed) } };
  return { ...settings, mapping: mapping.map(changed), ...others };
}

/** What the lines are, as `--object` says it. */
export function linesOf({ settings: { object = "contact", second } }: Pick<ImportRecord, "settings">): string {
  if (second !== undefined) return second.contacts === "made" ? "contacts,opportunities" : MANY[second.object];
  return MANY[object === "stage" ? "pipeline" : object];
}

/** The lines are about opportunities alone, and name their contacts. */
export const refersToContacts = (second: ImportSettings["second"]): boolean =>
  second !== undefined && second.contacts !== "made";

/** Codes that are the opportunity's where lines are about opportunities that only refer to their contacts. */
const OF_THE_OPPORTUNITY: ReadonlySet<ProblemCode> = new Set([
  ...(["required_fields_missing", "in_file_duplicate", "already_exists", "id_missing", "id_unknown"] as const),
  ...(["owner_kept", "planned_differently"] as const),
]);

/** What a code is about that counts lines of an import; the problem of one line may say it itself. */
export function codeAbout(
  code: ProblemCode,
  { object = "contact", second }: Pick<ImportSettings, "object" | "second">,
): LinesAbout {
  if (second === undefined) return object;
  if (!refersToContacts(second)) return "both";
  return OF_THE_OPPORTUNITY.has(code) ? second.object : "referred";
}

/** The line's own object. */
export const scopeOf = ({ ref, settings }: Pick<ImportRecord, "ref" | "settings">): BatchScope => ({
  ref,
  object: settings.object ?? "contact",
});

/** The columns of the file as a person maps them. */
export const mappingOf = ({ mapping, second }: Pick<ImportSettings, "mapping" | "second">): readonly ColumnMapping[] =>
  second === undefined ? mapping : joinMapping(mapping, second.mapping, second.contacts);

/** What is given for every line, as a person gives it. */
export const constantsOf = ({
  constants = [],
  second,
}: Pick<ImportSettings, "constants" | "second">): readonly Constant[] =>
  second === undefined ? constants : joinConstants(constants, second.constants, second.contacts);

/** The policy that the import was told to follow, of what each part of its lines has made of it. */
export const policyOf = ({ policy, second }: Pick<ImportSettings, "policy" | "second">): EffectivePolicy =>
  second === undefined ? policy : policyOfBoth(policy, second.policy);
