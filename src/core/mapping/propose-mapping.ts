/**
 * Proposes a field for each column of a file, from what a person said, a saved mapping, the header and the values, in
 * this order. A field that holds one value gets one column; what could be a second one goes to the list beside it
 * (additional emails and phones) or is treated as an unknown column. Pure: the same file gives the same mapping.
 */
import { type Field, LIST_TYPES } from "../contact/field.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import { accept, type Result } from "../problem/refusal.ts";
import { type Candidate, type CandidateContext, candidateByContent, candidatesByHeader } from "./column-candidates.ts";
import type { ColumnMapping, ColumnTarget } from "./column-mapping.ts";
import { type ColumnSamples, columnSamples } from "./column-samples.ts";
import { headerKey } from "./header-key.ts";
import { keptNames } from "./kept-names.ts";
import { type MappingOverride, type OverrideTarget, resolveOverrides } from "./mapping-override.ts";
import { indexNames } from "./name-index.ts";
import { namePart } from "./person-names.ts";
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
  readonly overrides: readonly MappingOverride[];
};

type Column = {
  readonly column: number;
  readonly header: string;
  readonly samples: ColumnSamples;
};

type Decision = Pick<ColumnMapping, "target" | "foundBy" | "confidence" | "reason">;

/** Where a second column of a field goes. */
const OVERFLOW: ReadonlyMap<string, string> = new Map([
  ["email", "additional_emails"],
  ["phone", "additional_phones"],
]);
/** Below this the values speak against the header: good enough for the column that names the field, not for another list. */
const OVERFLOW_CONFIDENCE = 0.55;

/** One entry for each column of the file, in the order of the file. */
export function proposeMapping(request: MappingRequest): Result<readonly ColumnMapping[]> {
  const { headers, fields, policy } = request;
  const width = headers?.length ?? widest(request.samples);
  const columns = readColumns(request, width);
  const overrides = resolveOverrides(
    request.overrides,
    columns.map(({ header }) => header),
    fields,
  );
  if (!overrides.ok) return overrides;
  const decisions = new Map<number, Decision>();
  const taken = new Set<string>();
  decideByPerson(overrides.value, decisions, taken);
  decideBySaved(request, columns, decisions, taken);
  const context: CandidateContext = {
    index: indexNames(fields),
    policy,
    recognise: () => null,
    sure: sureKinds(policy.defaultCountry),
  };
  const open = columns.filter(({ column }) => !decisions.has(column));
  if (headers !== null) decideByHeader(open, context, decisions, taken);
  decideByContent(open, headers !== null, context, decisions, taken);
  return accept(complete(columns, decisions, policy));
}

const widest = (rows: readonly (readonly string[])[]): number =>
  rows.reduce((most, row) => Math.max(most, row.length), 0);

function readColumns({ headers, samples }: MappingRequest, width: number): readonly Column[] {
  const samplesOf = columnSamples(samples, width);
  return Array.from({ length: width }, (_, column) => ({
    column,
    header: headers?.[column] ?? "",
    samples: samplesOf(column),
  }));
}

function decideByPerson(
  targets: ReadonlyMap<number, OverrideTarget>,
  decisions: Map<number, Decision>,
  taken: Set<string>,
): void {
  for (const [column, target] of targets) {
    if (target.to === "field") taken.add(target.field);
    // The name of a kept column is given at the end, when all of them are known.
    const settled: ColumnTarget = target.to === "keep" ? { to: "keep", name: target.name ?? "" } : target;
    decisions.set(column, { target: settled, foundBy: "person", confidence: 1, reason: "chosen by hand" });
  }
}

/** Two columns that a person once mapped to one field stay together; only today's word of a person goes before. */
function decideBySaved(
  { saved, headers, fields }: MappingRequest,
  columns: readonly Column[],
  decisions: Map<number, Decision>,
  taken: Set<string>,
): void {
  if (saved === null) return;
  const chosen = new Set(taken);
  const known = new Map(fields.map((field) => [field.key, field]));
  for (const [column, target] of savedTargets(saved, headers === null ? null : columns.map(({ header }) => header))) {
    if (decisions.has(column) || column >= columns.length) continue;
    if (target.to === "field") {
      const field = known.get(target.field);
      if (field === undefined || (chosen.has(field.key) && !takesSeveral(field))) continue;
      taken.add(field.key);
    }
    decisions.set(column, {
      target,
      foundBy: "saved",
      confidence: 1,
      reason: "as in the saved mapping of this header",
    });
  }
}

const takesSeveral = (field: Field): boolean => LIST_TYPES.has(field.type) || field.type === "long_text";

type Offer = { readonly column: Column; readonly candidates: readonly Candidate[] };

function decideByHeader(
  open: readonly Column[],
  context: CandidateContext,
  decisions: Map<number, Decision>,
  taken: Set<string>,
): void {
  const recognise = headerRecogniser(context.index);
  const offers = open.map((column) => ({
    column,
    candidates: candidatesByHeader(column.header, column.samples, { ...context, recognise }),
  }));
  const told = tellNamesApart(offers, context).filter(({ candidates }) => candidates.length > 0);
  // A column without values must not keep a filled one out; else the surest comes first, then the leftmost.
  const worth = ({ column, candidates }: Offer): number =>
    (column.samples.values.length > 0 ? 2 : 0) + (candidates[0]?.confidence ?? 0);
  const ranked = [...told].sort((a, b) => worth(b) - worth(a) || a.column.column - b.column.column);
  for (const { column, candidates } of ranked) {
    const decision = firstFree(candidates, context, taken);
    if (decision !== null) decisions.set(column.column, decision);
    else if (candidates[0] !== undefined)
      decisions.set(column.column, unknown(`another column is already ${candidates[0].field.label}`));
  }
}

function tellNamesApart(offers: readonly Offer[], { index }: CandidateContext): readonly Offer[] {
  const part = (key: string): ColumnSamples | null =>
    offers.find(({ candidates }) => candidates[0]?.field.key === key)?.column.samples ?? null;
  const other = { first: part("first_name"), last: part("last_name") };
  if ((other.first === null) === (other.last === null)) return offers;
  return offers.map(({ column, candidates }) => {
    const [first] = candidates;
    if (first === undefined || first.field.key !== "full_name") return { column, candidates };
    const field = index.fields.get(namePart(headerKey(column.header), column.samples, other));
    if (field === undefined || field === first.field) return { column, candidates };
    const reason = `header ${shownHeader(column.header)} beside the other part of the name is ${field.label}`;
    return { column, candidates: [{ field, foundBy: "header", confidence: 0.85, reason }] };
  });
}

function firstFree(candidates: readonly Candidate[], { index }: CandidateContext, taken: Set<string>): Decision | null {
  for (const candidate of candidates) {
    const { field, foundBy, confidence, reason } = candidate;
    if (!taken.has(field.key) || takesSeveral(field)) {
      taken.add(field.key);
      return { target: { to: "field", field: field.key }, foundBy, confidence, reason };
    }
    const next = index.fields.get(OVERFLOW.get(field.key) ?? "");
    if (next === undefined || confidence < OVERFLOW_CONFIDENCE) continue;
    taken.add(next.key);
    const why = `${reason}; another column is already ${field.label}, so this one goes to ${next.label}`;
    return { target: { to: "field", field: next.key }, foundBy, confidence: Math.min(confidence, 0.85), reason: why };
  }
  return null;
}

/** Behind a header that says nothing, content is believed only for a field that no column of the file has. */
function decideByContent(
  open: readonly Column[],
  hasHeader: boolean,
  context: CandidateContext,
  decisions: Map<number, Decision>,
  taken: Set<string>,
): void {
  const named = new Set(taken);
  const offers = open.flatMap((column) => {
    if (decisions.has(column.column)) return [];
    const candidate = candidateByContent(hasHeader ? column.header : null, column.samples, context);
    return candidate === null || (hasHeader && named.has(candidate.field.key)) ? [] : [{ column, candidate }];
  });
  for (const { column, candidate } of offers) {
    const rivals = offers.filter((offer) => offer.candidate.field === candidate.field).length;
    // Two unknown headers over the same kind of value: one of them is somebody else's, and nothing says which.
    if (hasHeader && rivals > 1) continue;
    const decision = firstFree([candidate], context, taken);
    if (decision !== null) decisions.set(column.column, decision);
  }
}

const UNKNOWN: ColumnTarget = { to: "ignore" };
const unknown = (reason: string): Decision => ({ target: UNKNOWN, foundBy: "policy", confidence: 0, reason });

function complete(
  columns: readonly Column[],
  decisions: ReadonlyMap<number, Decision>,
  policy: EffectivePolicy,
): readonly ColumnMapping[] {
  const keeps = policy.unknownColumns === "keep";
  const decided = columns.map(({ column, header }) => {
    const decision = decisions.get(column) ?? unknown(nothingKnown(header));
    if (decision.foundBy !== "policy") return decision;
    const outcome = keeps ? "kept as custom data" : "not imported";
    const target: ColumnTarget = keeps ? { to: "keep", name: "" } : UNKNOWN;
    return { ...decision, target, confidence: keeps ? 1 : 0, reason: `${decision.reason}: ${outcome}` };
  });
  const names = keptNames(
    columns.map(({ column, header }) => {
      const { target } = decided[column] ?? { target: UNKNOWN };
      return { header, target };
    }),
  );
  return columns.map(({ column, header, samples }) => {
    const decision = decided[column] ?? unknown("");
    const name = names.get(column);
    const target: ColumnTarget = name === undefined ? decision.target : { to: "keep", name };
    return { column, header, ...decision, target, samples: samples.shown };
  });
}

const nothingKnown = (header: string): string =>
  headerKey(header) === ""
    ? "the column has no header that says what it is"
    : `no field is known for header ${shownHeader(header)}`;
