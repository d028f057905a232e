/**
 * Corrects cells of an import before it runs: its plan is made anew from the corrected rows, for the lines that they concern
 * where that can be told, else for all. The file itself stays as it was given.
 */
import { columnNamed } from "../../../core/mapping/mapping-override.ts";
import { accept, type Refusal, type Result, refuse, refuseWith } from "../../../core/problem/refusal.ts";
import type { CellFix, FixRule } from "../../../core/tabular/rows/cell-fix.ts";
import { FIX_RULES, LEDGER_PAGE } from "../../limits.ts";
import type { ImportRecord, ImportRef, Ports } from "../../ports.ts";
import { withLease } from "../import-lease.ts";
import type { ImportSettings, StoredFixes } from "../import-settings.ts";
import { planImport, type RunOptions } from "../run-import.ts";
import { type FixEntry, readFixes, writeFixes } from "./cell-fixes.ts";
import type { FixRequest } from "./fix-request.ts";
import { putSettings, waitsToRun } from "./put-settings.ts";

/** The answer is the import with its new plan. Refused where it is running or has run, or where a line or column is not there. */
export async function fixCells(
  ports: Ports,
  ref: ImportRef,
  request: FixRequest,
  options: RunOptions = {},
): Promise<Result<ImportRecord>> {
  // The plan knows the file's lines. One that was cut off before it had one gets it first.
  const found = await ports.store.imports.get(ref);
  if (found?.state === "received") {
    const planned = await planImport(ports, ref, options);
    if (!planned.ok || planned.value.state !== "planned") return planned;
  }
  const fixed = await keepFixes(ports, ref, request);
  return fixed.ok && fixed.value.state !== "planned" ? planImport(ports, ref, options) : fixed;
}

/** The same without a new plan, where that is to be made of all lines: the import then has none. */
function keepFixes(ports: Ports, ref: ImportRef, request: FixRequest): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["plan"], async (record, lease) => {
    const started = waitsToRun(record);
    if (started !== null) return started;
    const stored = await storedFixes(ports, record, request);
    if (!stored.ok) return stored;
    const settings = { ...record.settings, fixes: stored.value };
    return putSettings(ports, lease, record, { settings, stored: [stored.value.key], fixes: request });
  });
}

/** What was corrected before and what is now, stored for whoever changes the import. Refused for cells where there is no plan that knows the lines. */
export async function storedFixes(
  ports: Ports,
  record: ImportRecord,
  request: FixRequest,
): Promise<Result<StoredFixes>> {
  if (request.cells.length > 0 && record.state !== "planned")
    return refuseWith("import_state_invalid", `${record.id} is not planned yet: its lines are not known.`);
  const made = await fixesOf(ports, record, request);
  return made.ok ? storeFixes(ports, record.settings, made.value) : made;
}

type Fixes = { readonly cells: readonly CellFix[]; readonly rules: readonly FixRule[] };

async function fixesOf(ports: Ports, record: ImportRecord, request: FixRequest): Promise<Result<Fixes>> {
  const headers = record.settings.mapping.map(({ header }) => header);
  const said = { by: request.by, at: ports.now() };
  const cells: CellFix[] = [];
  for (const { line, column, value } of request.cells) {
    const at = columnNamed(column, headers);
    if (!at.ok) return at;
    cells.push({ line, column: at.value, value, ...said });
  }
  const rules: FixRule[] = [];
  for (const { column, from, value } of request.everywhere) {
    const at = columnNamed(column, headers);
    if (!at.ok) return at;
    rules.push({ column: at.value, from: from.trim(), value, ...said });
  }
  const missing = await missingLine(ports, record, cells);
  return missing ? refuse(missing) : accept({ cells, rules });
}

async function missingLine(ports: Ports, { ref }: ImportRecord, cells: readonly CellFix[]): Promise<Refusal | null> {
  const lines = [...new Set(cells.map(({ line }) => line))].sort((a, b) => a - b);
  for (let at = 0; at < lines.length; at += LEDGER_PAGE) {
    const asked = lines.slice(at, at + LEDGER_PAGE);
    const known = await ports.store.ledger.linesAt(ref, "plan", asked);
    const missing = asked.find((line) => !known.has(line));
    if (missing !== undefined)
      return refuseWith("line_unknown", `The file has no row that begins on line ${missing}.`).refusal;
  }
  return null;
}

async function storeFixes(ports: Ports, { fixes: before }: ImportSettings, added: Fixes): Promise<Result<StoredFixes>> {
  const rules = (before?.rules ?? 0) + added.rules.length;
  if (rules > FIX_RULES) {
    return refuseWith("arguments_invalid", `An import takes ${FIX_RULES} values that are corrected everywhere.`);
  }
  let cells = 0;
  async function* counted() {
    for await (const entry of together(ports, before?.key ?? null, added)) {
      if ("cell" in entry) cells++;
      yield entry;
    }
  }
  const stored = await ports.files.put(writeFixes(counted()), null);
  return stored.ok ? accept({ key: stored.value.key, rules, cells }) : stored;
}

/** What was there and what is new, in the order of the file. The last word on a cell counts, also where a rule says it. */
async function* together(ports: Ports, key: string | null, { cells, rules }: Fixes): AsyncGenerator<FixEntry> {
  const waiting = new Map(cells.map((cell) => [`${cell.line}:${cell.column}`, cell]));
  const added = [...waiting.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  let next = 0;
  let rulesWritten = false;
  for await (const entry of key === null ? [] : readFixes(ports.files, key)) {
    if ("rule" in entry) {
      yield entry;
      continue;
    }
    if (!rulesWritten) for (const rule of rules) yield { rule };
    rulesWritten = true;
    const { line, column } = entry.cell;
    for (let cell = added[next]; cell !== undefined && cell.line < line; cell = added[++next]) yield { cell };
    if (waiting.has(`${line}:${column}`)) continue;
    const rule = rules.findLast((said) => said.column === column && said.from === entry.cell.value.trim());
    yield { cell: rule === undefined ? entry.cell : { ...entry.cell, value: rule.value, by: rule.by, at: rule.at } };
  }
  if (!rulesWritten) for (const rule of rules) yield { rule };
  for (let cell = added[next]; cell !== undefined; cell = added[++next]) yield { cell };
}
