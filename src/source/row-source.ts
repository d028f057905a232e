/** What every format that is not delimited text (workbooks, contact cards, JSON) gives to whoever writes the rows file. */
import type { Evidence } from "../core/tabular/dialect.ts";
import type { FileFormat } from "../core/tabular/file-format.ts";
import type { SourceRow } from "../core/tabular/formats/source-row.ts";

export type RowSource = {
  readonly format: FileFormat;
  /** Numbers that are left out between rows are blank rows. */
  readonly numbersEveryRow: boolean;
  /** To the end, or a thrown `RefusedFile`. Rows without a value may be left out. */
  rows(): AsyncIterable<readonly SourceRow[]>;
  /** Asked after the last row. */
  found(): { readonly sheet?: string; readonly named: boolean; readonly evidence: readonly Evidence[] };
};
