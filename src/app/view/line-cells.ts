/** The cells of a file's rows beside their lines of the ledger: read again from where these say they stand, with what people have corrected. */

import type { LedgerLine } from "../../core/plan/outcome.ts";
import { rowsNotKept } from "../import/kept-file.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { StoreFault } from "../store-fault.ts";
import { StoredRows } from "../table/stored-rows.ts";

export type LineCells = {
  readonly cells: string[];
  /** Columns, from 0. */
  readonly corrected: number[];
};

/** In the order of the lines, which is that of the file. A row that cannot be read again has no cells; none has, where the file is gone. */
export async function lineCells(
  ports: Ports,
  record: ImportRecord,
  lines: readonly LedgerLine[],
): Promise<readonly LineCells[]> {
  // The ledger outlives the file.
  if (rowsNotKept(record)) return [];
  const rows = new StoredRows(ports.files, record.settings);
  const found: LineCells[] = [];
  try {
    for (const line of lines) {
      const row = await rows.rowAt(line);
      found.push({ cells: [...(row?.cells ?? [])], corrected: (row?.fixed ?? []).map(({ column }) => column) });
    }
  } catch (error) {
    if (error instanceof StoreFault && error.code === "store_damaged") return [];
    throw error;
  }
  return found;
}
