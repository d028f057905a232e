/** A value that a person gives to a field for the whole file: `"Acme"=account_name`. It fills where the row says nothing. */
import type { Field } from "../contact/field.ts";
import { valueReader } from "../contact/value-reader.ts";
import type { ValueSettings } from "../contact/value-settings.ts";
import { accept, type Result, refuse } from "../problem/refusal.ts";
import { resolveField } from "./resolve-field.ts";

export type Constant = {
  /** Key of the field. */
  readonly field: string;
  /** As the person wrote it. */
  readonly text: string;
};

/** The words of a person: the field is still to be found. */
export type ConstantRequest = { readonly text: string; readonly target: string };

const SHAPE = /^\s*"(.*)"\s*=([^={}"]*)$/s;

/** Null where the text speaks of a column. */
export function parseConstant(text: string): ConstantRequest | null {
  const [, value, target] = SHAPE.exec(text) ?? [];
  return value === undefined || target === undefined ? null : { text: value, target: target.trim() };
}

/** Today's words go before those of a saved mapping. Refused where a value cannot be one of its field. */
export function resolveConstants(
  requests: readonly ConstantRequest[],
  saved: readonly Constant[],
  { fields, settings }: { readonly fields: readonly Field[]; readonly settings: ValueSettings },
): Result<readonly Constant[]> {
  const found = new Map(saved.map((constant) => [constant.field, constant]));
  for (const { text, target } of requests) {
    const field = resolveField(target, fields);
    if (!field.ok) return field;
    if (field.value.type === "id") return invalid(text, field.value, "Ids are not given to a whole file.");
    const reading = valueReader(field.value, settings)(text);
    if (typeof reading !== "string" || reading === "") {
      return invalid(text, field.value, `Give a value that ${field.value.label} can hold.`);
    }
    found.set(field.value.key, { field: field.value.key, text });
  }
  const known = new Set(fields.map(({ key }) => key));
  return accept([...found.values()].filter(({ field }) => known.has(field)));
}

const invalid = (text: string, field: Field, fix: string): Result<never> =>
  refuse({ code: "mapping_invalid", message: `“${text}” cannot be the ${field.label} of every contact.`, fix });
