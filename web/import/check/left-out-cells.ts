/** Cells of which nothing is written, on a line that is imported without them. */
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import type { ProblemCode } from "../../../src/core/problem/catalogue.ts";
import { fieldOf } from "./column-field.ts";

type Line = {
  readonly outcome: string;
  readonly problems: readonly { readonly code: string; readonly column: string | null }[];
  readonly changes: Readonly<Record<string, unknown>>;
};

const LEFT_OUT: ReadonlySet<string> = new Set<ProblemCode>([
  "date_unreadable",
  "date_order_unknown",
  "number_unreadable",
  "yes_no_unreadable",
  "url_invalid",
  "linkedin_url_invalid",
  "email_invalid",
  "phone_unreadable",
  "option_unknown",
  "country_unknown",
  "placeholder_ignored",
  "spreadsheet_damage",
]);

/** Headers, each once. Where the field changes all the same, another part of the cell, or another column, has been read. */
export function leftOutCells({ outcome, problems, changes }: Line, columns: readonly ColumnMapping[]): string[] {
  if (outcome === "failed" || outcome === "skipped") return [];
  const written = new Set(Object.keys(changes));
  const without = columns.filter((mapping) => !written.has(fieldOf(mapping) ?? ""));
  const out = problems.filter(({ code }) => LEFT_OUT.has(code)).map(({ column }) => column);
  return [...new Set(without.map(({ header }) => header).filter((header) => out.includes(header)))];
}
