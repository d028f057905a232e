/** The values of one column that the mapping looks at: enough to judge it, however wide or long the file is. */
import { trimCell } from "../contact/types/clean-text.ts";
import { cellText } from "../tabular/rows/cell-text.ts";

export type ColumnSamples = {
  /** Trimmed non-blank values in the order of the file, repeats included, long ones cut; an export's guard against formulas is off. */
  readonly values: readonly string[];
  readonly distinct: number;
  /** Up to three different values, to be shown. */
  readonly shown: readonly string[];
};

const MOST_VALUES = 60;
/** Characters; longer text is prose, and is stored with the mapping. */
const LONGEST = 320;
const LONGEST_SHOWN = 100;
/** Cells looked at in one file: a table of 20,000 columns is judged by fewer rows. */
const MOST_CELLS = 1_000_000;

export function columnSamples(
  rows: readonly (readonly string[])[],
  columns: number,
): (column: number) => ColumnSamples {
  const mostRows = Math.max(20, Math.floor(MOST_CELLS / Math.max(columns, 1)));
  const looked = rows.slice(0, mostRows);
  return (column) => {
    const values: string[] = [];
    for (const row of looked) {
      if (values.length === MOST_VALUES) break;
      const cell = row[column] ?? "";
      const value = cell === "" ? "" : trimCell(cellText(cell.length > LONGEST ? cell.slice(0, LONGEST) : cell));
      if (value !== "") values.push(value);
    }
    if (values.length === 0) return NO_SAMPLES;
    const distinct = [...new Set(values)];
    return { values, distinct: distinct.length, shown: distinct.slice(0, 3).map(cut) };
  };
}

const NO_SAMPLES: ColumnSamples = { values: [], distinct: 0, shown: [] };

const cut = (value: string): string => (value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
