/** Everything that decides what an import does, stored with it so that plan, run, resume and undo follow the same words. */

import type { Field } from "../core/contact/field.ts";
import type { ColumnMapping } from "../core/mapping/column-mapping.ts";
import type { EffectivePolicy } from "../core/policy/effective-policy.ts";
import type { DateOrder } from "../core/policy/policy.ts";
import type { Dialect } from "../core/tabular/dialect.ts";

/** What the values of one column have shown over the whole file. */
export type ColumnReading = {
  readonly column: number;
  readonly dateOrder: DateOrder | "unknown";
  readonly decimalMark: "." | "," | "unknown";
  /** Some text of the column was UTF-8 that a program took for something else and saved again: put right where that is certain. */
  readonly encodedTwice?: true;
};

export type ImportSettings = {
  readonly source: { readonly key: string; readonly digest: string; readonly bytes: number; readonly name: string };
  readonly dialect: Dialect;
  readonly mapping: readonly ColumnMapping[];
  /** The schema when the import was made: built-in and own fields. */
  readonly fields: readonly Field[];
  readonly preset: string;
  readonly policy: EffectivePolicy;
  /** ISO 3166 alpha-2 country that phone numbers without one are read in. */
  readonly country: string;
  /** Order of day and month that a person has said for every column; null = evidence, then policy. */
  readonly dateOrder: DateOrder | null;
  /** Tags that every contact of the import gets. */
  readonly tags: readonly string[];
  /** Owner of contacts whose row names none; null = none given. */
  readonly owner: string | null;
  /** By column, filled by the scan. */
  readonly readings: readonly ColumnReading[];
  /** Who started it: a member's e-mail, or the name of the account on this machine. */
  readonly by: string;
};
