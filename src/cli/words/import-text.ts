/**
 * One import as people read it, made of what programs read of it, here or from a server: numbers first, then what went wrong
 * and how to put it right, then what to do next.
 */
import type { ImportDetail } from "../../app/view/import-detail-json.ts";
import type { Config } from "../../config.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import { saysFamilyFirst } from "../../core/mapping/name-order.ts";
import { renderValueMap } from "../../core/mapping/value-map-text.ts";
import { linesIn, OUTCOMES, saidParts, type Tally } from "../../core/plan/outcome.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { SURE as SURE_ENCODING } from "../../core/tabular/decoding/sniff-legacy-encoding.ts";
import { describeDialect } from "../../core/tabular/describe-dialect.ts";
import type { Evidence } from "../../core/tabular/dialect.ts";
import type { Style, Terminal } from "../terminal.ts";
import { requiredLines, requiredMark } from "./required-text.ts";
import { renderTable } from "./table.ts";
import { count, fileSize, number, printable } from "./text.ts";

/** A mapping below this is pointed out, with its reason. */
const SURE = 0.9;
/** Mapped columns beyond these are only counted. */
const MOST_COLUMNS = 40;
/** Longer value maps are not shown beside their column. */
const MOST_VALUES = 6;

export function fileLines(detail: ImportDetail, terminal: Terminal): readonly string[] {
  const { dialect, constants, continues, corrected } = detail;
  const { evidence = [] } = dialect;
  return [
    terminal.style("bold", `${shown(detail.file)}  ${fileSize(detail.bytes)}`),
    ...(continues === null ? [] : [`  Puts right lines of ${printable(continues)}, which it continues.`]),
    `  ${printable(describeDialect(dialect))}.`,
    ...evidence.flatMap(({ says, notice }) => (notice ? [`  ${printable(says)}`] : [])),
    ...encodingDoubt(evidence).map((says) => terminal.style("yellow", `  ${printable(says)}`)),
    "",
    ...mappingLines(detail, terminal),
    ...requiredLines(detail),
    ...constants.map(({ field, text }) => `  ${shown(field)} is “${shown(text)}” where a line says nothing`),
    ...splitLines(detail),
    ...codeLines(detail),
    ...(corrected === null ? [] : [`  ${fixesText(corrected)} (muster fix ${printable(detail.import)})`]),
    ...givenLines(detail),
  ];
}

/** What contacts get besides what the file says. */
function givenLines({ workflow, profiles }: ImportDetail): readonly string[] {
  return [
    ...(profiles === "not_set_up"
      ? ["  lines with only a LinkedIn URL are taken as they are: no profile service is set (MUSTER_ENRICHMENT_URL)"]
      : []),
    ...(profiles === "looked_up"
      ? ["  lines with only a LinkedIn URL are filled in from the profile, looked up first"]
      : []),
    ...(workflow === null ? [] : [`  new contacts are queued into the workflow “${shown(workflow)}”`]),
  ];
}

function fixesText({ cells, everywhere }: NonNullable<ImportDetail["corrected"]>): string {
  const said = [
    ...(cells > 0 ? [count(cells, "cell")] : []),
    ...(everywhere > 0
      ? [`${count(everywhere, "value")} wherever ${everywhere === 1 ? "it stands" : "they stand"}`]
      : []),
  ];
  return `corrected by hand: ${said.join(" and ")}`;
}

/** A guess that could be another one is shown with how the cells would read, so that somebody can see which is right. */
function encodingDoubt(evidence: readonly Evidence[]): readonly string[] {
  const doubtful = evidence.find(({ about, confidence = 1 }) => about === "encoding" && confidence < SURE_ENCODING);
  return doubtful ? [doubtful.says, "If that is not how the file reads, say it with --encoding."] : [];
}

const headerOf = ({ mapping }: ImportDetail, column: number): string =>
  shown(mapping[column]?.header ?? "") || `#${column + 1}`;

/** That names will be split is seen before they are. */
function splitLines(detail: ImportDetail): readonly string[] {
  const { namesSplit, mapping } = detail;
  if (namesSplit === null) return [];
  const order = saysFamilyFirst(mapping[namesSplit]?.header ?? "") ? ", the last name first," : "";
  return [
    `  first_name and last_name are read from ${headerOf(detail, namesSplit)}${order} where the name tells them (splitNames)`,
  ];
}

/** That numbers are read by the codes beside them is seen before they are. */
const codeLines = (detail: ImportDetail): readonly string[] =>
  detail.callingCodes.map(
    ({ column, codes }) => `  ${headerOf(detail, column)} is read with the calling code in ${headerOf(detail, codes)}`,
  );

/** Fields that columns go to, with the reason where it is not plain. */
function mappingLines(detail: ImportDetail, terminal: Terminal): readonly string[] {
  const { mapping } = detail;
  // The sentence that counts the others would take the place of a single one.
  const listed = mapping.length === MOST_COLUMNS + 1 ? mapping : mapping.slice(0, MOST_COLUMNS);
  const rows = listed.map((column) => [
    shown(column.header) || `#${column.column + 1}`,
    targetWord(column),
    shown(column.samples[0] ?? ""),
    [requiredMark(detail, column), remark(column, detail)].filter((text) => text !== "").join(", "),
  ]);
  const table = renderTable(
    [{ head: "Column" }, { head: "Field" }, { head: "Sample" }, { head: "" }],
    rows,
    terminal.width - 2,
  );
  const more = mapping.length - rows.length;
  return [...table, ...(more > 0 ? [`and ${count(more, "column")} more`] : [])].map(
    (line, at) => `  ${at === 0 ? terminal.style("dim", line) : line}`,
  );
}

/** What should be looked at: a guess, and what somebody decided for an earlier file. */
function remark(
  { target, values, confidence, reason, foundBy }: ColumnMapping,
  { continues }: Pick<ImportDetail, "continues">,
): string {
  if (values !== undefined && values.length <= MOST_VALUES) return `read as ${shown(renderValueMap(values))}`;
  // That a file is read as the one that it puts right is said above.
  if (foundBy === "saved") return continues !== null ? "" : "as it was mapped before (muster mappings)";
  if (target.to !== "field" || confidence >= SURE) return "";
  return `${Math.round(100 * confidence)}% sure: ${printable(reason)}`;
}

function targetWord({ target, header }: ColumnMapping): string {
  if (target.to === "field") return shown(target.field);
  if (target.to === "ignore") return "(ignored)";
  return target.name === header ? "(kept as it is)" : `(kept as ${shown(target.name)})`;
}

const STYLES: Readonly<Record<(typeof OUTCOMES)[number], Style>> = {
  created: "green",
  updated: "cyan",
  unchanged: "dim",
  skipped: "yellow",
  failed: "red",
};

/** The five outcomes, that they add up to the lines of the file, and what the lines did besides. */
export function ledgerLines(detail: ImportDetail, terminal: Terminal): readonly string[] {
  const { outcomes, rows, blankLines, accounts, followers = 0, parts } = detail;
  const total = linesIn(outcomes);
  const width = Math.max(number(total).length, 5);
  const counted = (word: string, of: number): string => `  ${word.padEnd(10)} ${number(of).padStart(width)}`;
  const balance = total === (rows ?? total) ? "✓ every line is accounted for" : `of ${number(rows ?? total)} so far`;
  const blanks = blankLines > 0 ? `; ${count(blankLines, "blank line")} besides` : "";
  const { created = 0, changed = 0 } = accounts ?? {};
  const changes = changed > 0 ? `, ${count(changed, "line")} changed one` : "";
  return [
    ...OUTCOMES.map((outcome) =>
      terminal.style(outcomes[outcome] > 0 ? STYLES[outcome] : "dim", counted(outcome, outcomes[outcome])),
    ),
    `${terminal.style("bold", counted("lines", total))}  ${balance}${blanks}`,
    ...nothingWritten(detail).map((says) => terminal.style("red", `  ${says}`)),
    ...(created + changed > 0 ? [`${counted("accounts", created)} created${changes}`] : []),
    ...(followers === 0 ? [] : [`${counted("contacts", followers)} follow what their account is called now`]),
    ...partLines(parts),
  ];
}

/** A file of which no line came through is no success, however well its lines are accounted for. Nothing where one did, or none failed. */
export function nothingWritten({ state, outcomes }: ImportDetail): readonly string[] {
  const { failed, skipped } = outcomes;
  if (failed === 0 || failed + skipped < linesIn(outcomes)) return [];
  if (state === "planned")
    return [`Nothing would be written: every line would fail${skipped === 0 ? "" : " or be skipped"}.`];
  return state === "done" ? [`Nothing was written: every line failed${skipped === 0 ? "" : " or was skipped"}.`] : [];
}

const partLines = (parts: Tally["parts"]): readonly string[] =>
  saidParts(parts).map(({ object, counts }) => {
    const said = counts.map(({ outcome, count }) => `${number(count)} ${outcome}`);
    return `  ${object.padEnd(15)} ${said.join(", ")}`;
  });

/** Problems by code, most frequent first, each with what to do about it. */
export function problemLines(detail: ImportDetail, terminal: Terminal): readonly string[] {
  const { state, problems, warnings, explanations } = detail;
  const section = (head: string, counts: Tally["problems"]): readonly string[] => {
    const codes = Object.entries(counts).sort(([, a], [, b]) => b - a);
    if (codes.length === 0) return [];
    const width = Math.max(...codes.map(([, lines]) => number(lines).length));
    return [
      "",
      terminal.style("bold", head),
      ...codes.flatMap(([code, lines]) => [
        `  ${number(lines).padStart(width)}  ${printable(explanations[code]?.title ?? "")} ${terminal.style("dim", `(${printable(code)})`)}`,
        `  ${" ".repeat(width)}  ${printable(explanations[code]?.fix ?? "")}`,
      ]),
    ];
  };
  return [
    ...section(`Problems: these lines ${state === "planned" ? "would not be" : "were not"} written`, problems),
    ...section("Warnings: what was left out or put right in lines that are accounted for", warnings),
  ];
}

/** Why dates and numbers are read as they are. */
export const evidenceLines = ({ evidence }: ImportDetail): readonly string[] =>
  evidence.map((says) => `  ${printable(says)}`);

/** In front of a redirection. */
export function withData(command: string, config: Pick<Config, "runner" | "sameData">): string {
  const [words = command, file] = command.split(" > ");
  return `${config.runner}${words}${config.sameData}${file === undefined ? "" : ` > ${file}`}`;
}
