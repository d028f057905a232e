/** What whole columns have shown -> how their cells are read, and the sentences that say why. */
import type { ColumnEvidence } from "../core/contact/column-evidence.ts";
import type { ColumnReading } from "./import-settings.ts";

type ObservedColumn = { readonly column: number; readonly header: string; readonly evidence: ColumnEvidence };

/** `says`: one sentence for each decided column. A column that contradicts itself decides nothing. */
export function columnReadings(columns: readonly ObservedColumn[]): {
  readonly readings: readonly ColumnReading[];
  readonly says: readonly string[];
} {
  const decided = columns.map(({ column, header, evidence }) => ({ column, header, decision: evidence.decide() }));
  return {
    says: decided.flatMap(({ header, decision }) => decision.says.map((sentence) => `${header}: ${sentence}`)),
    readings: decided.map(({ column, decision }) => {
      const { dateOrder = "unknown", decimalMark = "unknown" } = decision;
      return {
        column,
        dateOrder: dateOrder === "conflict" ? "unknown" : dateOrder,
        decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
      };
    }),
  };
}
