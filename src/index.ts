/**
 * Muster as a library: `read`, `map`, `normalise` and `plan` in turn, as examples/library.ts shows, and the pure parts that
 * they are made of. Nothing here does I/O, and all of it runs in a browser; the command, its database and its files are not
 * part of it.
 */
export { BUILTIN_FIELDS, FIELD_ALIASES } from "./core/contact/builtin-fields.ts";
export { ColumnEvidence } from "./core/contact/column-evidence.ts";
export { FIELD_TYPES, type Field, type FieldType, LIST_TYPES } from "./core/contact/field.ts";
export { listText, parseList } from "./core/contact/list-text.ts";
export type { Reading, Unreadable } from "./core/contact/unreadable.ts";
export { type ReadValue, valueReader } from "./core/contact/value-reader.ts";
export type { ValueSettings } from "./core/contact/value-settings.ts";
export { checkMapping } from "./core/mapping/check-mapping.ts";
export type { ColumnMapping, ColumnTarget } from "./core/mapping/column-mapping.ts";
export { headerFingerprint } from "./core/mapping/header-fingerprint.ts";
export { parseMappingOverride } from "./core/mapping/mapping-override.ts";
export { type MappingRequest, proposeMapping } from "./core/mapping/propose-mapping.ts";
export { decideMatch, type KeyFinding, type MatchDecision } from "./core/match/decide-match.ts";
export { type MatchKeySpec, matchKeySpecs } from "./core/match/match-keys.ts";
export type { BatchInput, BatchPlan, PlanSettings } from "./core/plan/batch-plan.ts";
export type { DraftBatch } from "./core/plan/draft.ts";
export { DraftBuilder } from "./core/plan/draft-builder.ts";
export type { DraftSettings } from "./core/plan/draft-settings.ts";
export type { Changes, LedgerLine, Outcome, OutcomeCounts, Tally } from "./core/plan/outcome.ts";
export { planBatch } from "./core/plan/plan-batch.ts";
export { compileShape, type ImportShape } from "./core/plan/shape.ts";
export { type EffectivePolicy, effectivePolicy } from "./core/policy/effective-policy.ts";
export type { DateOrder, ImportMode, MatchKey, Policy } from "./core/policy/policy.ts";
export { POLICY_KEYS } from "./core/policy/policy-keys.ts";
export type { Preset } from "./core/policy/preset.ts";
export { findPreset, PRESETS } from "./core/policy/presets.ts";
export { renderPolicyValue, setPolicyValue } from "./core/policy/set-policy.ts";
export { catalogue, type ProblemCode } from "./core/problem/catalogue.ts";
export type { Problem, Severity } from "./core/problem/problem.ts";
export type { Refusal, Result } from "./core/problem/refusal.ts";
export { problemFix, problemMessage } from "./core/problem/render-problem.ts";
export { describeDialect } from "./core/tabular/describe-dialect.ts";
export type { Dialect, DialectOverrides, Evidence } from "./core/tabular/dialect.ts";
export { csvLine } from "./core/tabular/rows/csv-line.ts";
export { CsvReader, type CsvReaderOptions } from "./core/tabular/rows/csv-reader.ts";
export { protectCell, unprotectCell } from "./core/tabular/rows/protect-cell.ts";
export { readRowAt } from "./core/tabular/rows/read-row-at.ts";
export type { Position, Row } from "./core/tabular/rows/row.ts";
export { SNIFF_BYTES, sniffDialect } from "./core/tabular/sniffing/sniff.ts";
export type { KnownContact } from "./library/known-contacts.ts";
export { type MapOptions, type MappedTable, map } from "./library/map.ts";
export { type NormalisedRow, type NormalisedTable, normalise } from "./library/normalise.ts";
export { type ContactPlan, type PlannedRow, plan, type ToldProblem } from "./library/plan.ts";
export { read, type Table } from "./library/read.ts";
