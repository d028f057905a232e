/** Lines of a ledger that a server has answered, as a table: the one that `lines` prints on the data folder. */
import { lineName } from "../../core/mapping/line-name.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { whatText } from "../line-text.ts";
import { renderTable } from "../table.ts";
import { capitalised, printable } from "../text.ts";
import { valueText } from "../value-text.ts";
import type { Answers } from "./remote-server.ts";

type LineJson = Answers["listLines"]["items"][number];

type Around = {
  readonly mapping: Parameters<typeof lineName>[1];
  /** What the lines are about (`objectsOf`), the same for all pages of a table. */
  readonly objects: readonly string[];
  readonly isFirst: boolean;
  /** In characters. */
  readonly width: number;
};

const OBJECTS = ["contact", "account", "opportunity", "pipeline", "stage"] as const;

/** Of lines about two objects, the contact comes first. */
export const objectsOf = (items: readonly LineJson[]): readonly string[] =>
  OBJECTS.filter((object) => items.some((line) => object in line));

export function lineTable(items: readonly LineJson[], { mapping, objects, isFirst, width }: Around): readonly string[] {
  const heads = [
    { head: "Line", align: "right" as const },
    { head: "Outcome" },
    ...objects.map((object) => ({ head: capitalised(object) })),
    { head: "What" },
  ];
  const rows = items.map((line) => [
    ...[String(line.line), printable(line.outcome)],
    ...objects.map((object) => printable(String((line as Record<string, unknown>)[object] ?? ""))),
    whatOf(line, mapping),
  ]);
  return renderTable(heads, rows, width).slice(isFirst ? 0 : 1);
}

function whatOf(line: LineJson, mapping: Around["mapping"]): string {
  const { outcome, match, matched, mendedBy, erased, cells = [] } = line;
  const found = line.problems.map(({ column, message }) => (column ? `${shown(column)}: ` : "") + printable(message));
  const changed = Object.entries(line.changes).map(
    ([field, [from = null, to = null]]) => `${shown(field)}: ${wordsOf(from)} → ${wordsOf(to)}`,
  );
  const { name, beside } = lineName(cells, mapping);
  return whatText({
    isErased: erased === true,
    names: outcome === "created" ? [name, beside] : [],
    happened: [...found, ...changed],
    ...{ match, earlier: matched?.line },
    mendedBy: typeof mendedBy === "string" ? printable(mendedBy) : null,
  });
}

const wordsOf = (value: unknown): string =>
  valueText(value === null ? null : Array.isArray(value) ? value.join(", ") : String(value));
