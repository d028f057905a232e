/** The ordinary dialect with some of its parts changed. */
import type { Dialect } from "../../src/core/tabular/dialect.ts";

export const dialect = (parts: Partial<Dialect>): Dialect => ({
  format: "csv",
  encoding: "utf-8",
  bom: false,
  delimiter: ",",
  quote: '"',
  escape: '"',
  newline: "\n",
  header: true,
  confidence: 1,
  evidence: [],
  ...parts,
});
