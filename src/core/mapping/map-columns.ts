/** What a person said in words, a saved mapping, headers and values -> the columns' fields and the values given for the whole file. */
import type { Field } from "../contact/field.ts";
import { valueSettingsOf } from "../contact/value-settings.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import { accept, type Result } from "../problem/refusal.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { type Constant, type ConstantRequest, parseConstant, resolveConstants } from "./constant.ts";
import { type MappingOverride, parseMappingOverride } from "./mapping-override.ts";
import { type MappingRequest, proposeMapping } from "./propose-mapping.ts";

export type MappedColumns = { readonly mapping: readonly ColumnMapping[]; readonly constants: readonly Constant[] };

export type ColumnsToMap = Pick<MappingRequest, "headers" | "samples"> & {
  readonly fields: readonly Field[];
  readonly policy: EffectivePolicy;
  /** ISO 3166 alpha-2; null = the policy's. */
  readonly country: string | null;
  /** `Header=field` and `"value"=field` texts. */
  readonly said: readonly string[];
  readonly saved: {
    readonly mapping: readonly ColumnMapping[];
    readonly constants?: readonly Constant[];
    readonly isWhole?: boolean;
  } | null;
};

/** Refused where a text cannot be understood, or does not fit the columns or the fields. */
export function mapColumns({ headers, samples, saved, ...given }: ColumnsToMap): Result<MappedColumns> {
  const policy = given.country === null ? given.policy : { ...given.policy, defaultCountry: given.country };
  const fields =
    policy.owner === "off" ? given.fields.filter(({ key }) => key !== "owner" && key !== "followers") : given.fields;
  const said = whatWasSaid(given.said);
  if (!said.ok) return said;
  const { overrides } = said.value;
  const mapping = proposeMapping({
    ...{ headers, samples, fields, policy, overrides },
    ...{ saved: saved?.mapping ?? null, savedIsWhole: saved?.isWhole === true },
  });
  if (!mapping.ok) return mapping;
  const settings = valueSettingsOf(policy);
  const constants = resolveConstants(said.value.constants, saved?.constants ?? [], { fields, settings });
  return constants.ok ? accept({ mapping: mapping.value, constants: constants.value }) : constants;
}

type Said = { readonly overrides: readonly MappingOverride[]; readonly constants: readonly ConstantRequest[] };

function whatWasSaid(texts: readonly string[]): Result<Said> {
  const overrides: MappingOverride[] = [];
  const constants: ConstantRequest[] = [];
  for (const text of texts) {
    const constant = parseConstant(text);
    if (constant !== null) {
      constants.push(constant);
      continue;
    }
    const override = parseMappingOverride(text);
    if (!override.ok) return override;
    overrides.push(override.value);
  }
  return accept({ overrides, constants });
}
