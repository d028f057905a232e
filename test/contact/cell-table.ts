/** Tables of cells and what is read from them: `["Ann@X.COM", "Ann@x.com"]`, `["ann@", "✗ email_invalid"]`, `["  ", ""]`. */
import { expect } from "vitest";
import type { Field, FieldType } from "../../src/core/contact/field.ts";
import { DEFAULT_VALUE_SETTINGS } from "../../src/core/contact/field-answer.ts";
import { valueReader } from "../../src/core/contact/value-reader.ts";
import type { ValueSettings } from "../../src/core/contact/value-settings.ts";

export type CellTable = readonly (readonly [cell: string, value: string])[];
export type ReadWith = Partial<ValueSettings> & { readonly options?: readonly string[]; readonly key?: string };

/** The cell's value, or `✗` and the problem's code. */
export function cellReader(type: FieldType, readWith: ReadWith = {}): (cell: string, rowCountry?: string) => string {
  const { options = [], key = type, ...settings } = readWith;
  const field: Field = { key, label: type, type, builtin: false, options };
  const read = valueReader(field, { ...DEFAULT_VALUE_SETTINGS, ...settings });
  return (cell, rowCountry) => {
    const reading = read(cell, rowCountry);
    return typeof reading === "string" ? reading : `✗ ${reading.unreadable}`;
  };
}

export function expectCells(type: FieldType, table: CellTable, readWith: ReadWith = {}): void {
  const read = cellReader(type, readWith);
  expect(table.map(([cell]) => [cell, read(cell)])).toEqual(table);
}

/** Every cell is refused with the same code. */
export function expectRefused(type: FieldType, code: string, cells: readonly string[], readWith: ReadWith = {}): void {
  expectCells(
    type,
    cells.map((cell) => [cell, `✗ ${code}`] as const),
    readWith,
  );
}
