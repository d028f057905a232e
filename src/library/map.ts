/** A table -> a mapped one: a field for each column with its confidence and reason, under a policy. */

import type { ReadSettings } from "../app/import/import-settings.ts";
import { SAMPLE_ROWS } from "../app/limits.ts";
import { BUILTIN_FIELDS } from "../core/contact/builtin-fields.ts";
import type { Field } from "../core/contact/field.ts";
import { checkMapping } from "../core/mapping/check-mapping.ts";
import { mapColumns } from "../core/mapping/map-columns.ts";
import { effectivePolicy } from "../core/policy/effective-policy.ts";
import type { DateOrder, ImportMode } from "../core/policy/policy.ts";
import { presetNamed } from "../core/policy/presets.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import type { Table } from "./read.ts";

export type MapOptions = {
  /** Id of the preset whose policy holds; unsaid: `muster`. */
  readonly preset?: string;
  readonly mode?: ImportMode;
  /** Policy keys that differ from the preset's, as texts: `{ onMatch: "skip" }`. */
  readonly set?: Readonly<Record<string, string>>;
  /** What is known of single columns: `"Header=field"`, `"#3=field"`, `"Header="` for one to ignore; as the command's `--map`. */
  readonly columns?: readonly string[];
  /** Fields of your own, besides the built-in ones. */
  readonly fields?: readonly Field[];
  /** ISO 3166 alpha-2 country that phone numbers without one are read in; unsaid: the policy's. */
  readonly country?: string;
  /** Unsaid: by the values of each column. */
  readonly dateOrder?: DateOrder;
  /** Tags that every contact gets. */
  readonly tags?: readonly string[];
  /** Owner of contacts whose row names none. */
  readonly owner?: string;
  /** This year: birthdays with years of two digits are read by it, and not at all without it. */
  readonly year?: number;
};

/** `settings.mapping` says, column by column, which field it was given, how surely and why. */
export type MappedTable = { readonly table: Table; readonly settings: ReadSettings };

/** @returns a refusal where an option does not fit, or the policy demands a field that no column has */
export function map(table: Table, options: MapOptions = {}): Result<MappedTable> {
  const preset = presetNamed(options.preset ?? "muster");
  if (!preset.ok) return preset;
  const policy = effectivePolicy({
    policy: preset.value.policy,
    mode: options.mode ?? null,
    set: new Map(Object.entries(options.set ?? {})),
  });
  if (!policy.ok) return policy;
  const fields = [...BUILTIN_FIELDS, ...(options.fields ?? [])];
  const mapped = mapColumns({
    headers: table.headers,
    samples: table.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    fields,
    policy: policy.value,
    country: options.country ?? null,
    said: options.columns ?? [],
    saved: null,
  });
  if (!mapped.ok) return mapped;
  const refusal = checkMapping({ ...mapped.value, policy: policy.value, fields, hasHeader: table.headers !== null });
  if (refusal) return refuse(refusal);
  return accept({
    table,
    settings: {
      ...mapped.value,
      fields,
      policy: policy.value,
      country: options.country ?? policy.value.defaultCountry,
      dateOrder: options.dateOrder ?? null,
      tags: options.tags ?? [],
      owner: options.owner ?? null,
      readings: [],
      by: "",
      ...(options.year === undefined ? {} : { year: options.year }),
    },
  });
}
