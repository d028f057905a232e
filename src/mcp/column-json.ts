/** Where a column of the file goes, as an assistant is told and can name it. */
import type { ColumnMapping } from "../core/mapping/column-mapping.ts";

export const columnJson = ({ column, header, target }: Pick<ColumnMapping, "column" | "header" | "target">) => ({
  column: header === "" ? `#${column + 1}` : header,
  field: target.to === "field" ? target.field : null,
  ...(target.to === "keep" ? { keptAs: target.name } : {}),
});
