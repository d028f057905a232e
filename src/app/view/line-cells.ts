/** The cells of lines of a ledger, as they stand in the file, corrected ones as they were corrected. */
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { StoredRows } from "../table/stored-rows.ts";

/** A cell is cut off behind this many characters: who wants all of it has the file. */
const SHOWN_CHARACTERS = 500;

/** @param lines in the file's order */
export async function lineCells(
  { files }: Pick<Ports, "files">,
  { settings }: Pick<ImportRecord, "settings">,
  lines: readonly LedgerLine[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = new StoredRows(files, settings);
  const cells = new Map<number, readonly string[]>();
  for (const line of lines) {
    const row = await rows.rowAt(line);
    if (row !== null)
      cells.set(
        line.line,
        row.cells.map((cell) => cell.slice(0, SHOWN_CHARACTERS)),
      );
  }
  return cells;
}
