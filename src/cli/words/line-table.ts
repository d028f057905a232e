/** Lines of a ledger or a plan as a table, made of what programs read of them: the same of a data folder and of a server. */
import type { LinesAnswer } from "../../app/view/ledger-json.ts";
import { lineName, opportunityName } from "../../core/mapping/line-name.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { renderTable } from "./table.ts";
import { capitalised, printable } from "./text.ts";
import { valueText } from "./value-text.ts";

export type TableLine = LinesAnswer[number] & {
  /** As they count, of lines that are called by name (`isNamed`). */
  readonly cells?: readonly string[] | undefined;
  /** The first line of the file that is about the same. */
  readonly earlier?: number | undefined;
};

type Around = {
  readonly mapping: Parameters<typeof lineName>[1];
  /** What the lines are about (`objectsOf`), the same for all pages of a table. */
  readonly objects: readonly string[];
  readonly isFirst: boolean;
  /** In characters. */
  readonly width: number;
};

/** Lines of a table, unless `--limit` says more: a person reads no more. */
export const TABLE_LINES = 100;

export const NO_LINES = "There are no such lines.";
export const moreLines = (limit: number): string => `These are the first ${limit}; --limit shows more.`;

const OBJECTS = ["contact", "account", "opportunity", "pipeline", "stage"] as const;

/**
 * Of lines about two objects, the contact comes first.
 *
 * @param items the first page
 * @param object what the lines of the import are
 */
export const objectsOf = (items: readonly TableLine[], object: string): readonly string[] =>
  OBJECTS.filter(
    (one) => items.some((line) => one in line) || (one === "opportunity" && object.includes("opportunit")),
  );

export function lineTable(
  items: readonly TableLine[],
  { mapping, objects, isFirst, width }: Around,
): readonly string[] {
  const heads = [
    { head: "Line", align: "right" as const },
    { head: "Outcome" },
    ...objects.map((object) => ({ head: capitalised(object) })),
    { head: "What" },
  ];
  const rows = items.map((line) => [
    ...[String(line.line), printable(line.outcome)],
    ...objects.map((object) => printable(String((line as Record<string, unknown>)[object] ?? ""))),
    whatText(line, mapping),
  ]);
  return renderTable(heads, rows, width).slice(isFirst ? 0 : 1);
}

/** Of what it makes a plan has no id, and of two objects it is said which is which. */
export const isNamed = (line: LinesAnswer[number]): boolean =>
  !line.erased && (line.outcome === "created" || isMixed(line));

/** One of its two objects has another outcome than the other. */
const isMixed = ({ outcome, parts }: LinesAnswer[number]): boolean =>
  parts !== undefined &&
  parts.contact !== null &&
  parts.opportunity !== null &&
  parts.contact !== parts.opportunity &&
  outcome !== "failed" &&
  outcome !== "skipped";

/** All that a table says of a line in its last column. */
function whatText(line: TableLine, mapping: Around["mapping"]): string {
  const found = line.problems.map(({ column, message }) => (column ? `${shown(column)}: ` : "") + printable(message));
  const changed = Object.entries(line.changes).map(
    ([field, [from = null, to = null]]) => `${shown(field)}: ${valueText(from)} → ${valueText(to)}`,
  );
  const happened = [...found, ...changed];
  return [
    line.erased ? "erased" : "",
    ...(isNamed(line) ? namesOf(line, mapping) : []),
    ...(happened.length > 0 ? happened : [matchText(line)]),
    line.mendedBy === undefined ? "" : `put right by ${printable(line.mendedBy)}`,
  ]
    .filter((text) => text !== "")
    .join(" · ");
}

function namesOf(line: TableLine, mapping: Around["mapping"]): readonly string[] {
  const { parts, cells = [] } = line;
  const { name, beside } = lineName(cells, mapping);
  const opportunity = parts === undefined || parts.contact === null ? "" : opportunityName(cells, mapping);
  if (parts === undefined || !isMixed(line))
    return [name, beside, ...(opportunity === name ? [] : [opportunity])].map(shown);
  return [
    partText("contact", String(parts.contact), [name, beside]),
    partText("opportunity", String(parts.opportunity), [opportunity]),
  ];
}

function partText(object: string, outcome: string, names: readonly string[]): string {
  const called = names.filter((text) => text !== "").map(shown);
  return `${object} ${printable(outcome)}${called.length === 0 ? "" : ` (${called.join(", ")})`}`;
}

/** Why a line is about whom it is about, where nothing else is said of it. */
function matchText({ match, earlier }: TableLine): string {
  if (match === null) return "";
  if (match.key === "same_line") return "the same line as in an earlier import";
  const key = shown(match.key.replaceAll("_", " "));
  const value = match.value.split("\u001f").filter((part) => part !== "");
  return `same ${key}${earlier === undefined ? "" : ` as line ${earlier}`}: ${value.map(shown).join(", ")}`;
}
