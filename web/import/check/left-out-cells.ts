/** Cells of which nothing is written, on a line that is imported without them. */
import { UNREADABLE } from "../../../src/core/contact/unreadable.ts";
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import type { ProblemCode } from "../../../src/core/problem/catalogue.ts";
import { fieldOf } from "./column-field.ts";

type Line = {
  readonly outcome: string;
  readonly problems: readonly { readonly code: string; readonly column: string | null }[];
  readonly changes: Readonly<Record<string, unknown>>;
};

const LEFT_OUT: ReadonlySet<string> = new Set<ProblemCode>([...UNREADABLE, "placeholder_ignored"]);

/** Headers, each once. Where the field changes all the same, another part of the cell, or another column, has been read. */
export function leftOutCells({ outcome, problems, changes }: Line, columns: readonly ColumnMapping[]): string[] {
  if (outcome === "failed" || outcome === "skipped") return [];
  const written = new Set(Object.keys(changes));
  const without = columns.filter((mapping) => !written.has(fieldOf(mapping) ?? ""));
  const out = problems.filter(({ code }) => LEFT_OUT.has(code)).map(({ column }) => column);
  return [...new Set(without.map(({ header }) => header).filter((header) => out.includes(header)))];
}
