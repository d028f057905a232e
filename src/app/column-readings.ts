/** What whole columns have shown -> how their cells are read, and the sentences that say why. */
import type { ColumnEvidence } from "../core/contact/column-evidence.ts";
import type { ColumnReading, ReadSettings } from "./import-settings.ts";

type ObservedColumn = { readonly column: number; readonly header: string; readonly evidence: ColumnEvidence };

/**
 * A column that contradicts itself decides nothing.
 *
 * @param withSeveral columns of which a cell holds several addresses or numbers where the field has one
 */
export function columnReadings(
  { mapping }: Pick<ReadSettings, "mapping">,
  columns: readonly ObservedColumn[],
  withSeveral: readonly number[],
): { readonly readings: readonly ColumnReading[]; readonly says: readonly string[] } {
  const says: string[] = [];
  const readings: ColumnReading[] = [];
  for (const { column, header, evidence } of columns) {
    const decision = evidence.decide();
    const { dateOrder = "unknown", decimalMark = "unknown" } = decision;
    for (const sentence of decision.says) says.push(`${header}: ${sentence}`);
    readings.push({
      column,
      dateOrder: dateOrder === "conflict" ? "unknown" : dateOrder,
      decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
    });
  }
  for (const column of withSeveral) {
    const header = mapping[column]?.header ?? "";
    says.push(`${header}: some cells hold several values; the first stays, the others go to the list beside the field`);
    readings.push({ column, dateOrder: "unknown", decimalMark: "unknown", several: true });
  }
  return { readings, says };
}
