/** A mapped table -> values: every cell read by its field's rules, dates and numbers as their whole column shows. */

import { type CompiledImport, compileImport, compileScan } from "../app/import/compile-import.ts";
import { ColumnObserver, columnReadings } from "../app/import/scanning/column-readings.ts";
import { BLANK, CLEAR, type DraftBatch, valueAt } from "../core/plan/draft.ts";
import { DraftBuilder } from "../core/plan/draft-builder.ts";
import type { DraftSettings } from "../core/plan/draft-settings.ts";
import type { DuplicateLine } from "../core/plan/file-duplicates.ts";
import { repeatedKeys } from "../core/plan/repeated-keys.ts";
import type { Problem } from "../core/problem/problem.ts";
import type { MappedTable } from "./map.ts";
import type { Table } from "./read.ts";

export type NormalisedRow = {
  readonly line: number;
  /** Field key -> normalised text; fields without a value are left out. Lists are JSON texts: see `parseList`. */
  readonly values: Readonly<Record<string, string>>;
  /** What was found in its cells. An error keeps the row from being written, a warning does not. */
  readonly problems: readonly Problem[];
};

export type NormalisedTable = {
  readonly rows: readonly NormalisedRow[];
  /** Why dates, numbers, phone numbers, several values in a cell and text encoded twice are read as they are, one sentence for each decided column. */
  readonly says: readonly string[];
  readonly compiled: CompiledImport;
  readonly drafts: DraftBatch;
  /** Lines that share a key with other lines of the table. */
  readonly duplicates: ReadonlyMap<number, DuplicateLine>;
};

export function normalise({ table, settings }: MappedTable): NormalisedTable {
  const scan = compileScan(settings);
  const observer = new ColumnObserver(scan);
  for (const row of table.rows) {
    observer.observe(row);
    observer.observeDoubled(row);
  }
  const keys = draftsOf(table, scan.drafts);
  const { readings, says } = columnReadings(settings, { ...observer.found, withSeveral: keys.withSeveral });
  // Where the numbers show their country, lines that share one are found only once it is known.
  const byCountry = readings.some(({ country }) => country !== undefined);
  const shared = byCountry ? draftsOf(table, compileScan({ ...settings, readings }).drafts) : keys;
  const compiled = compileImport({ ...settings, readings });
  const drafts = draftsOf(table, compiled.drafts).take();
  return {
    rows: table.rows.map(({ line }, row) => ({
      line,
      values: valuesOf(compiled, drafts, row),
      problems: drafts.problems.get(row) ?? [],
    })),
    says,
    compiled,
    drafts,
    duplicates: repeatedKeys(shared.take(), settings.policy),
  };
}

function draftsOf({ rows }: Table, settings: DraftSettings): DraftBuilder {
  const builder = new DraftBuilder(settings);
  for (const row of rows) builder.add(row);
  return builder;
}

function valuesOf({ shape }: CompiledImport, drafts: DraftBatch, row: number): Readonly<Record<string, string>> {
  const entries = shape.slots
    .slice(0, shape.mapped)
    .map(({ key }, slot) => [key, valueAt(drafts, slot, row)] as const)
    .filter(([, value]) => value !== BLANK && value !== CLEAR);
  return Object.fromEntries(entries);
}
