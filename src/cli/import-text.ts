/** One import as people read it: numbers first, then what went wrong and how to put it right, then what to do next. */

import { codeAbout, mappingOf } from "../app/import/import-parts.ts";
import type { StoredFixes } from "../app/import/import-settings.ts";
import type { ImportRecord } from "../app/ports.ts";
import type { Config } from "../config.ts";
import { callingCodes } from "../core/mapping/calling-codes.ts";
import type { ColumnMapping } from "../core/mapping/column-mapping.ts";
import { renderValueMap } from "../core/mapping/value-map-text.ts";
import { derivedFields } from "../core/plan/derived-fields.ts";
import { linesIn, OUTCOMES, type OutcomeCounts, saidParts, type Tally } from "../core/plan/outcome.ts";
import type { ProblemCode } from "../core/problem/catalogue.ts";
import { problemWords } from "../core/problem/object-words.ts";
import { shown } from "../core/problem/shown-text.ts";
import { describeDialect } from "../core/tabular/describe-dialect.ts";
import type { Dialect } from "../core/tabular/dialect.ts";
import { SURE as SURE_ENCODING } from "../core/tabular/sniff-legacy-encoding.ts";
import { requiredLines, requiredMark } from "./required-text.ts";
import { renderTable } from "./table.ts";
import type { Style, Terminal } from "./terminal.ts";
import { count, fileSize, number, printable } from "./text.ts";

/** A mapping below this is pointed out, with its reason. */
const SURE = 0.9;
/** Mapped columns beyond these are only counted. */
const MOST_COLUMNS = 40;
/** Longer value maps are not shown beside their column. */
const MOST_VALUES = 6;

export function fileLines(record: ImportRecord, terminal: Terminal): readonly string[] {
  const { source, dialect, mapping, constants = [], policy } = record.settings;
  const facts = `${shown(source.name)}  ${fileSize(source.original?.bytes ?? source.bytes)}`;
  const { continues, fixes } = record.settings;
  return [
    terminal.style("bold", facts),
    ...(continues === undefined ? [] : [`  Puts right lines of ${continues.id}, which it continues.`]),
    `  ${printable(describeDialect(dialect))}.`,
    ...dialect.evidence.flatMap(({ says, notice }) => (notice ? [`  ${printable(says)}`] : [])),
    ...encodingDoubt(dialect).map((says) => terminal.style("yellow", `  ${printable(says)}`)),
    "",
    ...mappingLines(record, terminal),
    ...requiredLines(record),
    ...constants.map(({ field, text }) => `  ${field} is “${shown(text)}” where a line says nothing`),
    ...splitLines(mapping, policy.splitNames),
    ...codeLines(record),
    ...(fixes === undefined ? [] : [`  ${fixesText(fixes)} (muster fix ${record.id})`]),
    ...givenLines(record),
  ];
}

/** What contacts get besides what the file says. */
function givenLines(record: ImportRecord): readonly string[] {
  const { workflow, enriches } = record.settings;
  return [
    ...(lacksProfiles(record)
      ? ["  lines with only a LinkedIn URL are taken as they are: no profile service is set (MUSTER_ENRICHMENT_URL)"]
      : []),
    ...(enriches ? ["  lines with only a LinkedIn URL are filled in from the profile, looked up first"] : []),
    ...(workflow ? [`  new contacts are queued into the workflow “${shown(workflow.workflow.name)}”`] : []),
  ];
}

/** Where a LinkedIn URL is enough for a contact because the rest is to come from the profile, and it will not. */
function lacksProfiles({ settings: { policy, enriches, mapping } }: ImportRecord): boolean {
  const { enrichment, mode, requiredToCreate } = policy;
  if (!enrichment || enriches || mode === "update") return false;
  const isEnough = requiredToCreate.some(([field, ...more]) => field === "linkedin_url" && more.length === 0);
  return isEnough && mapping.some(({ target }) => target.to === "field" && target.field === "linkedin_url");
}

function fixesText({ cells, rules }: StoredFixes): string {
  const said = [
    ...(cells > 0 ? [count(cells, "cell")] : []),
    ...(rules > 0 ? [`${count(rules, "value")} wherever ${rules === 1 ? "it stands" : "they stand"}`] : []),
  ];
  return `corrected by hand: ${said.join(" and ")}`;
}

/** A guess that could be another one is shown with how the cells would read, so that somebody can see which is right. */
function encodingDoubt({ evidence }: Dialect): readonly string[] {
  const doubtful = evidence.find(({ about, confidence = 1 }) => about === "encoding" && confidence < SURE_ENCODING);
  return doubtful ? [doubtful.says, "If that is not how the file reads, say it with --encoding."] : [];
}

/** That names will be split is seen before they are. */
function splitLines(mapping: readonly ColumnMapping[], splitsNames: boolean): readonly string[] {
  const split = derivedFields(mapping, splitsNames).find(({ field }) => field === "first_name");
  const source = mapping.find(({ column }) => column === split?.column);
  if (source?.target.to !== "field" || source.target.field !== "full_name") return [];
  const header = shown(source.header) || `#${source.column + 1}`;
  return [`  first_name and last_name are read from ${header} where the name tells them (splitNames)`];
}

/** That numbers are read by the codes beside them is seen before they are. */
const codeLines = ({ settings: { mapping, fields } }: ImportRecord): readonly string[] =>
  [...callingCodes(mapping, fields)].map(([phone, code]) => {
    const [numbers, codes] = [phone, code].map((column) => shown(mapping[column]?.header ?? "") || `#${column + 1}`);
    return `  ${numbers} is read with the calling code in ${codes}`;
  });

/** Fields that columns go to, with the reason where it is not plain. */
function mappingLines(record: ImportRecord, terminal: Terminal): readonly string[] {
  const mapping = mappingOf(record.settings);
  // The sentence that counts the others would take the place of a single one.
  const listed = mapping.length === MOST_COLUMNS + 1 ? mapping : mapping.slice(0, MOST_COLUMNS);
  const rows = listed.map((column) => [
    shown(column.header) || `#${column.column + 1}`,
    targetWord(column),
    shown(column.samples[0] ?? ""),
    [requiredMark(record, column), remark(column)].filter((text) => text !== "").join(", "),
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
function remark({ target, values, confidence, reason, foundBy }: ColumnMapping): string {
  if (values !== undefined && values.length <= MOST_VALUES) return `read as ${shown(renderValueMap(values))}`;
  if (foundBy === "saved") return "as it was mapped before (muster mappings)";
  if (target.to !== "field" || confidence >= SURE) return "";
  return `${Math.round(100 * confidence)}% sure: ${printable(reason)}`;
}

function targetWord({ target, header }: ColumnMapping): string {
  if (target.to === "field") return target.field;
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

/** The five outcomes, and that they add up to the lines of the file. */
export function outcomeLines(
  { outcomes, read, blank }: { readonly outcomes: OutcomeCounts; readonly read: number; readonly blank: number },
  terminal: Terminal,
): readonly string[] {
  const total = linesIn(outcomes);
  const width = countWidth(total);
  const rows = OUTCOMES.map((outcome) => {
    const line = `  ${outcome.padEnd(10)} ${number(outcomes[outcome]).padStart(width)}`;
    return outcomes[outcome] > 0 ? terminal.style(STYLES[outcome], line) : terminal.style("dim", line);
  });
  const balance = total === read ? "✓ every line is accounted for" : `of ${number(read)} so far`;
  const blanks = blank > 0 ? `; ${count(blank, "blank line")} besides` : "";
  return [
    ...rows,
    `${terminal.style("bold", `  ${"lines".padEnd(10)} ${number(total).padStart(width)}`)}  ${balance}${blanks}`,
  ];
}

const countWidth = (total: number): number => Math.max(number(total).length, 5);

/** With what the lines did besides. */
export function ledgerLines(record: ImportRecord, tally: Tally, terminal: Terminal): readonly string[] {
  const total = linesIn(tally.outcomes);
  const width = countWidth(total);
  const { lines: read = total, blankLines: blank = 0 } = record.scan ?? {};
  const { created = 0, changed = 0 } = tally.accounts ?? {};
  return [
    ...outcomeLines({ outcomes: tally.outcomes, read, blank }, terminal),
    ...(created + changed > 0
      ? [
          `  ${"accounts".padEnd(10)} ${number(created).padStart(width)} created${changed > 0 ? `, ${count(changed, "line")} changed one` : ""}`,
        ]
      : []),
    ...followerLines(tally, width),
    ...partLines(tally.parts),
  ];
}

export const partLines = (parts: Tally["parts"]): readonly string[] =>
  saidParts(parts).map(({ object, counts }) => {
    const said = counts.map(({ outcome, count }) => `${number(count)} ${outcome}`);
    return `  ${object.padEnd(15)} ${said.join(", ")}`;
  });

const followerLines = ({ followers = 0 }: Tally, width: number): readonly string[] =>
  followers === 0
    ? []
    : [`  ${"contacts".padEnd(10)} ${number(followers).padStart(width)} follow what their account is called now`];

/** Problems by code, most frequent first, each with what to do about it. */
export function problemLines({ state, settings }: ImportRecord, tally: Tally, terminal: Terminal): readonly string[] {
  const section = (head: string, counts: Tally["problems"]): readonly string[] =>
    problemSection(head, counts, { settings, terminal });
  return [
    ...section(`Problems: these lines ${state === "planned" ? "would not be" : "were not"} written`, tally.problems),
    ...section("Warnings: what was left out or put right in lines that are accounted for", tally.warnings),
  ];
}

function problemSection(
  head: string,
  counts: Readonly<Record<string, number>>,
  { settings, terminal }: Pick<ImportRecord, "settings"> & { readonly terminal: Terminal },
): readonly string[] {
  const codes = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (codes.length === 0) return [];
  const width = Math.max(...codes.map(([, lines]) => number(lines).length));
  return [
    "",
    terminal.style("bold", head),
    ...codes.flatMap(([code, lines]) => {
      const { title, fix } = problemWords(code as ProblemCode, codeAbout(code as ProblemCode, settings));
      return [
        `  ${number(lines).padStart(width)}  ${title} ${terminal.style("dim", `(${code})`)}`,
        `  ${" ".repeat(width)}  ${fix}`,
      ];
    }),
  ];
}

/** Why dates and numbers are read as they are. */
export const evidenceLines = (record: ImportRecord): readonly string[] =>
  (record.scan?.says ?? []).map((says) => `  ${printable(says)}`);

/** In front of a redirection. */
export function withData(command: string, config: Pick<Config, "runner" | "sameData">): string {
  const [words = command, file] = command.split(" > ");
  return `${config.runner}${words}${config.sameData}${file === undefined ? "" : ` > ${file}`}`;
}
