/**
 * Proposes a field for each column of a file, from what a person said, a saved mapping, the header and the values, in
 * this order. A field that holds one value gets one column; what could be a second one goes to the list beside it
 * (additional emails and phones) or is treated as an unknown column. Pure: the same file gives the same mapping.
 */
import type { Field } from "../contact/field.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import { accept, type Result } from "../problem/refusal.ts";
import { isHeaderAgain } from "../tabular/rows/row-finding.ts";
import { Assignment, type Column, type Decision, takesSeveral, undecided } from "./assignment.ts";
import { decideBirthParts } from "./birth-parts.ts";
import type { ColumnMapping, ColumnTarget } from "./column-mapping.ts";
import { columnSamples } from "./column-samples.ts";
import { decideByAddress } from "./decide-by-address.ts";
import { decideByContent } from "./decide-by-content.ts";
import { decideByHeader } from "./decide-by-header.ts";
import { ownColumns } from "./error-columns.ts";
import { headerKey } from "./header-key.ts";
import { keptNames } from "./kept-names.ts";
import { type MappingOverride, type ResolvedOverride, resolveOverrides } from "./mapping-override.ts";
import { indexNames } from "./name-index.ts";
import { headerRecogniser, shownHeader } from "./recognise-header.ts";
import { savedTargets } from "./saved-mapping.ts";
import { sureKinds } from "./value-evidence.ts";

export type MappingRequest = {
  /** Header cells as they stand in the file; null = the file has no header, and columns go by content and position. */
  readonly headers: readonly string[] | null;
  /** Cells of the first rows, up to about 200. */
  readonly samples: readonly (readonly string[])[];
  readonly fields: readonly Field[];
  readonly policy: EffectivePolicy;
  /** A mapping that was accepted before for a file with these headers. */
  readonly saved: readonly ColumnMapping[] | null;
  /** It was made of a file that this one is a part of: a column that had no field has none, whatever these few rows show. */
  readonly savedIsWhole?: boolean;
  readonly overrides: readonly MappingOverride[];
};

/** One entry for each column of the file, in the order of the file. Refused only for overrides that do not fit. */
export function proposeMapping(request: MappingRequest): Result<readonly ColumnMapping[]> {
  const { headers, fields, policy } = request;
  const columns = readColumns(request);
  const names = columns.map(({ header }) => header);
  const overrides = resolveOverrides(request.overrides, names, fields);
  if (!overrides.ok) return overrides;
  const assignment = new Assignment();
  decideByPerson(overrides.value, assignment);
  if (headers !== null) leaveOutErrors(headers, assignment);
  decideBySaved(request, columns, assignment);
  const index = indexNames(fields);
  const context = { index, policy, recognise: headerRecogniser(index), sure: sureKinds(policy.defaultCountry, fields) };
  const open = columns.filter(({ column }) => assignment.decisionOf(column) === undefined);
  if (headers !== null) {
    decideBirthParts(open, assignment, index);
    const left = open.filter(({ column }) => assignment.decisionOf(column) === undefined);
    decideByHeader(left, context, assignment);
  }
  decideByContent(open, headers !== null, context, assignment);
  if (headers === null) decideByAddress(open, request.samples, { assignment, index });
  return accept(complete(columns, assignment, policy.unknownColumns === "keep"));
}

function readColumns({ headers, samples }: MappingRequest): readonly Column[] {
  const width = headers?.length ?? samples.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = headers === null ? samples : samples.filter((cells) => !isHeaderAgain(cells, headers));
  const samplesOf = columnSamples(rows, width);
  return Array.from({ length: width }, (_, column) => ({
    column,
    header: headers?.[column] ?? "",
    samples: samplesOf(column),
  }));
}

function leaveOutErrors(headers: readonly string[], assignment: Assignment): void {
  const reason = "says what was wrong with the line, not who the contact is";
  for (let column = ownColumns(headers); column < headers.length; column++) {
    if (assignment.decisionOf(column) !== undefined) continue;
    assignment.decide(column, { target: { to: "ignore" }, foundBy: "header", confidence: 1, reason });
  }
}

function decideByPerson(targets: ReadonlyMap<number, ResolvedOverride>, assignment: Assignment): void {
  for (const [column, { target, ...more }] of targets) {
    const settled: ColumnTarget = target.to === "keep" ? { to: "keep", name: target.name ?? "" } : target;
    assignment.decide(column, { target: settled, ...more, foundBy: "person", confidence: 1, reason: "chosen by hand" });
  }
}

/** Two columns that a person once mapped to one field stay together; only today's word of a person goes before. */
function decideBySaved(
  { saved, savedIsWhole, headers, fields }: MappingRequest,
  columns: readonly Column[],
  assignment: Assignment,
): void {
  if (saved === null) return;
  const free = new Map(
    fields.filter((field) => takesSeveral(field) || !assignment.isTaken(field.key)).map((field) => [field.key, field]),
  );
  const targets = savedTargets(saved, headers === null ? null : columns.map(({ header }) => header));
  for (const [column, chosen] of targets) {
    if (assignment.decisionOf(column) !== undefined || column >= columns.length) continue;
    if (chosen === null) {
      const header = columns[column]?.header ?? "";
      if (savedIsWhole && !isCalledLike(fields, header)) assignment.decide(column, undecided(nothingKnown(header)));
      continue;
    }
    const { target, ...more } = chosen;
    if (target.to === "field" && !free.has(target.field)) continue;
    const reason = "as in the saved mapping of this header";
    assignment.decide(column, { target, ...more, foundBy: "saved", confidence: 1, reason });
  }
}

/** A field that somebody has made since then. */
const isCalledLike = (fields: readonly Field[], header: string): boolean =>
  fields.some(({ key, label }) => [key, label].some((name) => headerKey(name) === headerKey(header)));

function complete(columns: readonly Column[], assignment: Assignment, keeps: boolean): readonly ColumnMapping[] {
  const decided = columns.map(({ column, header, samples }) => {
    const decision = assignment.decisionOf(column) ?? undecided(nothingKnown(header));
    return { column, header, ...(decision.foundBy === "policy" ? byPolicy(decision, keeps) : decision), samples };
  });
  const names = keptNames(decided);
  return decided.map((entry) => {
    const name = names.get(entry.column);
    const target: ColumnTarget = name === undefined ? entry.target : { to: "keep", name };
    return { ...entry, target, samples: entry.samples.shown };
  });
}

const nothingKnown = (header: string): string =>
  headerKey(header) === ""
    ? "the column has no header that says what it is"
    : `no field is known for header ${shownHeader(header)}`;

function byPolicy(decision: Decision, keeps: boolean): Decision {
  return keeps
    ? {
        ...decision,
        target: { to: "keep", name: "" },
        confidence: 1,
        reason: `${decision.reason}: kept as custom data`,
      }
    : { ...decision, reason: `${decision.reason}: not imported` };
}
