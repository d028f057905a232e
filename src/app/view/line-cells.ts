<<<<<<< HEAD
/** The cells of a file's rows beside their lines of the ledger: read again from where these say they stand, with what people have corrected. */
=======
/** The cells of lines of a ledger, as they stand in the file, corrected ones as they were corrected. */
>>>>>>> history
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { StoredRows } from "../table/stored-rows.ts";

<<<<<<< HEAD
export type LineCells = {
  readonly cells: string[];
  /** Columns, from 0. */
  readonly corrected: number[];
};

/** In the order of the lines, which is that of the file. A row that cannot be read again has no cells. */
export async function lineCells(
  ports: Ports,
  { settings }: ImportRecord,
  lines: readonly LedgerLine[],
): Promise<readonly LineCells[]> {
  const rows = new StoredRows(ports.files, settings);
  const found: LineCells[] = [];
  for (const line of lines) {
    const row = await rows.rowAt(line);
    found.push({ cells: [...(row?.cells ?? [])], corrected: (row?.fixed ?? []).map(({ column }) => column) });
  }
  return found;
=======
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
>>>>>>> history
}
