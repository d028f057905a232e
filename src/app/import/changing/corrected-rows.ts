/** Rows of a planned file as they were read for the plan, and as they are to be read with cells of them corrected. */
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import type { Row } from "../../../core/tabular/rows/row.ts";
import type { Ports } from "../../ports.ts";
import { StoredRows } from "../../table/stored-rows.ts";
import type { ImportSettings, StoredFixes } from "../import-settings.ts";

/** `planned`: what the plan says of the line. */
export type CorrectedRow = { readonly planned: LedgerLine; readonly before: Row; readonly after: Row };

/**
 * In the order of the file. Null where a row is not found where the plan says it is.
 *
 * @param planned by line
 */
export async function correctedRows(
  { files }: Pick<Ports, "files">,
  settings: ImportSettings,
  { planned, fixes }: { readonly planned: ReadonlyMap<number, LedgerLine>; readonly fixes: StoredFixes },
): Promise<readonly CorrectedRow[] | null> {
  const then = new StoredRows(files, settings);
  const now = new StoredRows(files, { ...settings, fixes });
  const rows: CorrectedRow[] = [];
  for (const line of [...planned.values()].sort((a, b) => a.line - b.line)) {
    const [before, after] = [await then.rowAt(line), await now.rowAt(line)];
    if (before === null || after === null) return null;
    rows.push({ planned: line, before, after });
  }
  return rows;
}
