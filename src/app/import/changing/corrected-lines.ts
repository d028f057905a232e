/** The lines of a planned file that corrections concern, without reading all of them. */
import { columnNamed } from "../../../core/mapping/mapping-override.ts";
import { cellText } from "../../../core/tabular/rows/cell-text.ts";
import { CORRECTED_LINES } from "../../limits.ts";
import type { ImportRecord, Ports } from "../../ports.ts";
import { placesOfText } from "../../table/find-text.ts";
import { StoredRows } from "../../table/stored-rows.ts";
import type { ScanFindings } from "../scanning/scan-findings.ts";
import { readFixes } from "./cell-fixes.ts";
import type { FixRequest } from "./fix-request.ts";

/** A value that is corrected wherever it stands in a column, counted from 0. */
type Rule = { readonly column: number; readonly from: string; readonly value: string };

/** Null where only the whole file tells, or they are so many that all may as well be planned anew. */
export async function correctedLines(
  ports: Pick<Ports, "files" | "store">,
  record: ImportRecord,
  { request, found }: { readonly request: FixRequest; readonly found: ScanFindings },
): Promise<readonly number[] | null> {
  const lines = new Set(request.cells.map(({ line }) => line));
  const headers = record.settings.mapping.map(({ header }) => header);
  const before: Rule[] = [];
  for (const { column, from, value } of request.everywhere) {
    const at = columnNamed(column, headers);
    if (!at.ok) return null;
    const rule = { column: at.value, from: from.trim(), value };
    const concerned = await linesOfRule(ports, record, { rule, found, before });
    if (concerned === null) return null;
    for (const line of concerned) lines.add(line);
    before.push(rule);
  }
  return lines.size > CORRECTED_LINES ? null : [...lines].sort((a, b) => a - b);
}

type Asked = { readonly rule: Rule; readonly found: ScanFindings; readonly before: readonly Rule[] };

/** Lines with a cell that the rule corrects, as it now stands; null as above. */
export async function linesOfRule(
  { files, store }: Pick<Ports, "files" | "store">,
  { ref, settings }: ImportRecord,
  { rule: { column, from }, found, before }: Asked,
): Promise<readonly number[] | null> {
  const makesIt = (rule: Pick<Rule, "column" | "value">): boolean =>
    rule.column === column && rule.value.trim() === from;
  // Bytes that are left out or replaced may stand in the middle of the text.
  const { droppedNuls, wrongBytesLine, wrongCells } = found;
  if (droppedNuls + wrongCells > 0 || wrongBytesLine !== null || before.some(makesIt)) return null;
  const lines: number[] = [];
  for await (const entry of settings.fixes === undefined ? [] : readFixes(files, settings.fixes.key)) {
    if ("cell" in entry) {
      if (makesIt(entry.cell)) lines.push(entry.cell.line);
    } else if (makesIt(entry.rule)) return null;
  }
  const places = await placesOfText(files, settings, { text: from, most: 4 * CORRECTED_LINES });
  if (places === null) return null;
  const planned = await store.ledger.linesAt(ref, "plan", await store.ledger.linesHolding(ref, "plan", places));
  const rows = new StoredRows(files, settings);
  for (const position of [...planned.values()].sort((a, b) => a.line - b.line)) {
    const row = await rows.rowAt(position);
    if (row === null) return null;
    if (cellText(row.cells[column] ?? "").trim() === from) lines.push(row.line);
  }
  return lines;
}
