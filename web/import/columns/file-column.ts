/** A column of the file as the page shows it: where it goes by itself, or where a person wants it. */
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
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
  const target = said.replace(/\{.*\}$/s, "");
  return target === column.target ? column : { ...column, target, foundBy: "person", confidence: 1 };
}

/** Where a column goes, said anew. */
export const saidOf = ({ map }: Said, column: number, target: string): Said["map"] => ({
  ...map,
  [column + 1]: target,
});
