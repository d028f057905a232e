/** A mapped table -> values: every cell read by its field's rules, dates and numbers as their whole column shows. */
import { columnReadings } from "../app/column-readings.ts";
import { type CompiledImport, compileImport, compileScan } from "../app/compile-import.ts";
import { ColumnEvidence } from "../core/contact/column-evidence.ts";
import { BLANK, CLEAR, type DraftBatch, valueAt } from "../core/plan/draft.ts";
import { DraftBuilder } from "../core/plan/draft-builder.ts";
import type { DuplicateLine } from "../core/plan/file-duplicates.ts";
import type { Problem } from "../core/problem/problem.ts";
import type { MappedTable } from "./map.ts";
import { repeatedKeys } from "./repeated-keys.ts";

export type NormalisedRow = {
  readonly line: number;
  /** Field key -> normalised text; fields without a value are left out. Lists are JSON texts: see `parseList`. */
  readonly values: Readonly<Record<string, string>>;
  /** What was found in its cells. An error keeps the row from being written, a warning does not. */
  readonly problems: readonly Problem[];
};

export type NormalisedTable = {
  readonly rows: readonly NormalisedRow[];
  /** Why dates and numbers are read as they are, one sentence for each decided column. */
  readonly says: readonly string[];
  readonly compiled: CompiledImport;
  readonly drafts: DraftBatch;
  /** Lines that share a key with other lines of the table. */
  readonly duplicates: ReadonlyMap<number, DuplicateLine>;
};

export function normalise({ table, settings }: MappedTable): NormalisedTable {
  const scan = compileScan(settings);
  const columns = scan.evidence.map((column) => ({ ...column, evidence: new ColumnEvidence(column.type) }));
  const keys = new DraftBuilder(scan.drafts);
  for (const row of table.rows) {
    keys.add(row);
    for (const { column, evidence } of columns) {
      const cell = row.cells[column];
      if (cell !== undefined && cell !== "") evidence.observe(cell, row.line);
    }
  }
  const { readings, says } = columnReadings(settings, columns, keys.withSeveral);
  const compiled = compileImport({ ...settings, readings });
  const builder = new DraftBuilder(compiled.drafts);
  for (const row of table.rows) builder.add(row);
  const drafts = builder.take();
  return {
    rows: table.rows.map(({ line }, row) => ({
      line,
      values: valuesOf(compiled, drafts, row),
      problems: drafts.problems.get(row) ?? [],
    })),
    says,
    compiled,
    drafts,
    duplicates: repeatedKeys(keys.take(), settings.policy),
  };
}

function valuesOf({ shape }: CompiledImport, drafts: DraftBatch, row: number): Readonly<Record<string, string>> {
  const entries = shape.slots
    .slice(0, shape.mapped)
    .map(({ key }, slot) => [key, valueAt(drafts, slot, row)] as const)
    .filter(([, value]) => value !== BLANK && value !== CLEAR);
  return Object.fromEntries(entries);
}
