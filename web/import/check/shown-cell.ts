/** A cell of a line as the grid shows it: as it stands, as it changes what is there, or as what is wrong with it. */
import { valueKey } from "../../../src/core/contact/value-map.ts";
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import { sortedChanges } from "../../imports/value-text.ts";
import { fieldOf } from "./column-field.ts";
import type { Line } from "./use-lines.ts";

type Problem = Line["problems"][number];

export type ShownCell = {
  readonly text: string;
  /** What it replaces; null = nothing, or nothing is replaced. */
  readonly before: string | null;
  readonly after: string | null;
  /** What is read in its place, as a person has said; `""` = nothing, null = it is read as it stands. */
  readonly readAs: string | null;
  readonly problem: Problem | null;
  readonly isCorrected: boolean;
};

/** Changes of fields that none of the columns is for: what follows from others, and what is said of all lines. */
export function otherChanges({ outcome, changes }: Line, columns: readonly ColumnMapping[]) {
  if (outcome !== "updated") return [];
  const own = new Set(columns.map(fieldOf));
  return sortedChanges(changes).filter(([field]) => !own.has(field));
}

export function shownCell(line: Line, mapping: ColumnMapping): ShownCell {
  const { column, header, values = [] } = mapping;
  const field = fieldOf(mapping);
  const change = field === null ? undefined : (line.changes[field] as readonly [unknown, unknown] | undefined);
  const own = line.problems.filter((problem) => problem.column === header);
  const text = line.cells?.[column] ?? "";
  const readAs = text === "" ? undefined : values.find(([cell]) => valueKey(cell) === valueKey(text))?.[1];
  return {
    text,
    readAs: readAs ?? null,
    before: change === undefined ? null : textOf(change[0]),
    after: change === undefined ? null : textOf(change[1]),
    problem: own.find(({ severity }) => severity === "error") ?? own[0] ?? null,
    isCorrected: line.corrected?.includes(column) ?? false,
  };
}

/** Of a cell that may have no room for it. */
export const wholeText = ({ text, before, after }: ShownCell): string =>
  before === null || after === null ? text : `${before} → ${after}`;

/** What is wrong with the line as a whole. */
export const lineProblems = ({ problems }: Line): readonly Problem[] =>
  problems.filter(({ column }) => column === null);

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join(", ") : String(value);
