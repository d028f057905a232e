/** Which of a line's columns a value came from, where one of the list beside its field may have stood in for an empty one. */
import { parseList } from "../../core/contact/list-text.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import { DraftBuilder } from "../../core/plan/draft-builder.ts";
import { firstKey } from "../../core/plan/merge.ts";
import { type CompiledImport, compileImport } from "../import/compile-import.ts";
import type { ImportSettings } from "../import/import-settings.ts";

type Value = {
  readonly field: string;
  /** Field of the list beside it. */
  readonly list: string;
  readonly value: string;
  readonly cells: readonly string[];
};

/** Of columns with filled cells those whose cells read as the value: the field's own, else one of the list. */
export function valueColumns(
  settings: ImportSettings,
  value: Value,
  { own, further }: Readonly<Record<"own" | "further", readonly ColumnMapping[]>>,
): readonly ColumnMapping[] {
  if (further.length === 0) return own;
  const { drafts } = compileImport(settings);
  const reads = (columns: readonly ColumnMapping[]): boolean =>
    saysValue(
      drafts,
      value,
      [...own, ...further].filter((column) => !columns.includes(column)),
    );
  if (own.length > 0 && reads(own)) return own;
  const standIn = further.find((column) => reads([column]));
  return standIn !== undefined ? [standIn] : own.length > 0 ? own : further.slice(0, 1);
}

/** The line reads as the value without what stands in these columns. */
function saysValue(
  drafts: CompiledImport["drafts"],
  { field, list, value, cells }: Value,
  without: readonly ColumnMapping[],
): boolean {
  const builder = new DraftBuilder({ ...drafts, keys: [] });
  const blank = new Set(without.map(({ column }) => column));
  builder.add({ line: 0, offset: 0, cells: cells.map((cell, column) => (blank.has(column) ? "" : cell)) });
  const at = (key: string): string => builder.row(drafts.shape.index.get(key) ?? -1);
  const keyOf = firstKey(field);
  return [at(field), ...parseList(at(list))].some((text) => text !== "" && keyOf(text) === keyOf(value));
}
