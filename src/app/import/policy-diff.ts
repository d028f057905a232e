/**
 * What would change if a file were imported under another preset: both plans are made, compared line by line, and removed again.
 * Nothing is left of either.
 */
import { EMPTY_TALLY, type LedgerLine, type Tally } from "../../core/plan/outcome.ts";
import { presetNamed } from "../../core/policy/presets.ts";
import { type PolicyDifference, policyDifferences } from "../../core/policy/set-policy.ts";
import { accept, type Refusal, type Result, refuse } from "../../core/problem/refusal.ts";
import { ledgerPages } from "../export/error-lines.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import { importPolicy } from "./preparing/import-policy.ts";
import type { ImportRequest } from "./preparing/import-request.ts";
import { prepareImport } from "./preparing/prepare-import.ts";
import { receiveFile } from "./preparing/receive-file.ts";
import { removeImport } from "./remove-import.ts";
import { planImport, type RunOptions } from "./run-import.ts";

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

type Compared = {
  /** Lines with another outcome. */
  readonly differing: number;
  /** Lines that would be updated under both, with other values. */
  readonly otherChanges: number;
  readonly lines: readonly DifferingLine[];
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
    const nothing = { differing: 0, otherChanges: 0, lines: [] };
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
  const lines: DifferingLine[] = [];
  let differing = 0;
  let otherChanges = 0;
  for await (const line of linesOf(ports, now)) {
    const { value: other } = await others.next();
    if (other?.line !== line.line) throw new Error(`the two plans come apart on line ${line.line}`);
    if (line.outcome !== other.outcome) {
      differing++;
      if (lines.length < limit) lines.push({ line: line.line, now: line, under: other });
    } else if (JSON.stringify(line.changes) !== JSON.stringify(other.changes)) otherChanges++;
  }
  return { differing, otherChanges, lines };
}

async function* linesOf(ports: Ports, record: ImportRecord): AsyncGenerator<LedgerLine, undefined> {
  for await (const page of ledgerPages(ports, record, { outcome: null, problem: null })) yield* page;
}
