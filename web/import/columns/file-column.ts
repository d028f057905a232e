/** A column of the file as the page shows it: where it goes by itself, or where a person wants it. */

import type { ValueMap } from "../../../src/core/contact/value-map.ts";
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import { parseValueMap, renderValueMap } from "../../../src/core/mapping/value-map-text.ts";
import type { Said } from "../said.ts";

export type FileColumn = Pick<ColumnMapping, "column" | "header" | "confidence" | "reason" | "samples" | "values"> & {
  /** A field's key, `keep`, or `""` = left out. */
  readonly target: string;
  readonly foundBy: ColumnMapping["foundBy"];
};

export const KEEP = "keep";
export const LEAVE_OUT = "";

type Read = Omit<ColumnMapping, "values"> & { readonly values?: ColumnMapping["values"] | undefined };

export function fileColumn({ target, values, ...column }: Read): FileColumn {
  const to = target.to === "field" ? target.field : target.to === "keep" ? KEEP : LEAVE_OUT;
  return { ...column, target: to, ...(values === undefined ? {} : { values }) };
}

/** What was said and is not yet known to the server. */
export function withSaid(column: FileColumn, { map }: Said): FileColumn {
  const said = map?.[column.column + 1];
  if (said === undefined) return column;
  const [, target = "", inside] = /^([^{]*)(?:\{(.*)\})?$/s.exec(said) ?? [];
  const { values: _, ...rest } = column;
  const parsed = inside === undefined ? null : parseValueMap(inside);
  const values = parsed?.ok ? { values: parsed.value } : {};
  if (target === column.target) return { ...rest, ...values };
  return { ...rest, ...values, target, foundBy: "person", confidence: 1 };
}

/** Where a column goes, said anew. */
export const saidOf = (
  { map }: Said,
  { column, target, values = [] }: { readonly column: number; readonly target: string; readonly values?: ValueMap },
): Said["map"] => ({
  ...map,
  [column + 1]: values.length === 0 ? target : target + renderValueMap(values),
});
