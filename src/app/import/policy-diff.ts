/**
 * What would change if a file were imported under another preset: both plans are made, compared line by line, and removed again.
 * Nothing is left of either.
 */
import { besideContact } from "../../core/opportunity/joint-fields.ts";
import { type Changes, EMPTY_TALLY, type LedgerLine, type Tally } from "../../core/plan/outcome.ts";
import { presetNamed } from "../../core/policy/presets.ts";
import { type PolicyDifference, policyDifferences } from "../../core/policy/set-policy.ts";
import { accept, type Refusal, type Result, refuse } from "../../core/problem/refusal.ts";
import type { Row } from "../../core/tabular/rows/row.ts";
import { ledgerPages } from "../export/error-lines.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import { StoredRows } from "../table/stored-rows.ts";
import type { CompiledImport } from "./compile-import.ts";
import { importPolicy } from "./preparing/import-policy.ts";
import type { ImportRequest } from "./preparing/import-request.ts";
import { prepareImport } from "./preparing/prepare-import.ts";
import { receiveFile } from "./preparing/receive-file.ts";
import { removeImport } from "./remove-import.ts";
import { planImport, type RunOptions } from "./run-import.ts";
import { readersOf, rowReader, type SaidValues } from "./said-values.ts";

export type PolicyDiffRequest = {
  readonly path: string;
  readonly preset: string;
  /** What holds under both policies: mapping, country, mode. */
  readonly import: Omit<ImportRequest, "preset">;
  /** Differing lines that are listed; all are counted. */
  readonly limit: number;
};

/** What the plan comes to, or why the file is turned away whole. */
export type PlannedSide = { readonly tally: Tally } | { readonly refusal: Refusal };

export type DifferingLine = { readonly line: number; readonly now: LedgerLine; readonly under: LedgerLine };

/** A line that would be created, or updated, under both. */
export type OtherValues = {
  readonly line: number;
  /** By field, what it would write now and under the preset; null = nothing. */
  readonly values: Readonly<Record<string, readonly [now: string | null, under: string | null]>>;
};

type Compared = {
  /** Lines with another outcome. */
  readonly differing: number;
  readonly lines: readonly DifferingLine[];
  /** Lines with the same outcome and other values. */
  readonly otherChanges: number;
  readonly values: readonly OtherValues[];
};

export type PolicyDiff = Compared & {
  /** Policy keys that the preset has another value of. */
  readonly keys: readonly PolicyDifference[];
  readonly now: PlannedSide;
  readonly under: PlannedSide;
};

/** Refused where the file is turned away under both policies. */
export async function policyDiff(
  ports: Ports,
  workspace: Workspace,
  request: PolicyDiffRequest,
  options: RunOptions = {},
): Promise<Result<PolicyDiff>> {
  const preset = presetNamed(request.preset);
  if (!preset.ok) return preset;
  const made: ImportRecord[] = [];
  try {
    const plan = async (named: string | null): Promise<Result<ImportRecord>> => {
      const prepared = await prepare(ports, workspace, { ...request.import, path: request.path, preset: named });
      if (!prepared.ok) return prepared;
      made.push(prepared.value);
      const planned = await planImport(ports, prepared.value.ref, options);
      return planned.ok && planned.value.refusal ? refuse(planned.value.refusal) : planned;
    };
    const now = await plan(null);
    const under = await plan(request.preset);
    if (!now.ok && !under.ok) return now;
    const nothing = { differing: 0, lines: [], otherChanges: 0, values: [] };
    const compared = now.ok && under.ok ? await compare(ports, [now.value, under.value], request.limit) : nothing;
    const keys = policyDifferences(workspace.policy, preset.value.policy);
    return accept({ keys, now: sideOf(now), under: sideOf(under), ...compared });
  } finally {
    for (const { ref } of made) await removeImport(ports, ref);
  }
}

const sideOf = (planned: Result<ImportRecord>): PlannedSide =>
  planned.ok ? { tally: planned.value.planned ?? EMPTY_TALLY } : { refusal: planned.refusal };

/** The file is received for each: one that is turned away leaves nothing behind, not even the stored file. */
async function prepare(
  ports: Ports,
  workspace: Workspace,
  { path, ...request }: ImportRequest & { readonly path: string },
): Promise<Result<ImportRecord>> {
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  const source = await receiveFile(ports, path, policy.value.maxBytes);
  return source.ok ? prepareImport(ports, workspace, source.value, { request }) : source;
}

/** Both plans go through the same rows, so that their lines come in step. */
async function compare(
  ports: Ports,
  [now, under]: readonly [ImportRecord, ImportRecord],
  limit: number,
): Promise<Compared> {
  const others = linesOf(ports, under);
  const written = [await PlannedValues.of(ports, now), await PlannedValues.of(ports, under)] as const;
  const lines: DifferingLine[] = [];
  const values: OtherValues[] = [];
  let differing = 0;
  let otherChanges = 0;
  for await (const line of linesOf(ports, now)) {
    const { value: other } = await others.next();
    if (other?.line !== line.line) throw new Error(`the two plans come apart on line ${line.line}`);
    if (line.outcome !== other.outcome) {
      differing++;
      if (lines.length < limit) lines.push({ line: line.line, now: line, under: other });
      continue;
    }
    const differences = differencesOf(await written[0].of(line), await written[1].of(other));
    if (differences === null) continue;
    otherChanges++;
    if (values.length < limit) values.push({ line: line.line, values: differences });
  }
  return { differing, lines, otherChanges, values };
}

const NOTHING: SaidValues = new Map();

/** What the lines of a plan would write. */
class PlannedValues {
  readonly #readers: readonly ((row: Row) => SaidValues)[];
  readonly #rows: StoredRows;

  constructor(parts: readonly CompiledImport[], rows: StoredRows) {
    this.#readers = parts.map(rowReader);
    this.#rows = rows;
  }

  static async of(ports: Ports, record: ImportRecord): Promise<PlannedValues> {
    return new PlannedValues(await readersOf(ports, record), new StoredRows(ports.files, record.settings));
  }

  /** Of a line that changes something the ledger knows it; one that makes something writes what it says. */
  async of(line: LedgerLine): Promise<SaidValues> {
    if (line.outcome !== "created" && line.outcome !== "updated") return NOTHING;
    if (line.outcome === "updated") return joined([afterOf(line.changes), afterOf(line.second?.changes ?? null)]);
    const row = await this.#rows.rowAt(line);
    return row === null ? NOTHING : joined(this.#readers.map((read) => read(row)));
  }
}

const afterOf = (changes: Changes | null): SaidValues =>
  new Map(Object.entries(changes ?? {}).map(([field, [, after]]) => [field, after ?? ""]));

/** Fields of an opportunity under the names that they have beside those of its contact. */
const joined = ([own = NOTHING, second = NOTHING]: readonly SaidValues[]): SaidValues =>
  second.size === 0
    ? own
    : new Map([...own, ...[...second].map(([key, value]) => [besideContact(key), value] as const)]);

/** Null = none. */
function differencesOf(now: SaidValues, under: SaidValues): OtherValues["values"] | null {
  const fields = [...new Set([...now.keys(), ...under.keys()])].filter((field) => now.get(field) !== under.get(field));
  if (fields.length === 0) return null;
  return Object.fromEntries(fields.map((field) => [field, [now.get(field) ?? null, under.get(field) ?? null]]));
}

async function* linesOf(ports: Ports, record: ImportRecord): AsyncGenerator<LedgerLine, undefined> {
  for await (const page of ledgerPages(ports, record, { outcome: null, problem: null })) yield* page;
}
