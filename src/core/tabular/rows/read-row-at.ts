/** Reads one row again from the stored file: the ledger keeps where a row stands instead of its text. */

import type { Dialect } from "../dialect.ts";
import { CsvReader } from "./csv-reader.ts";
import type { Position, Row } from "./row.ts";

/** Most rows fit, so that a long slice is not read far beyond the one row that is asked for. */
const STEP_BYTES = 4096;

/**
 * @param bytes the file from `position.offset` on; they need not reach further than the row's end
 * @param toEnd the bytes reach the end of the file
 * @returns null where no row can be read there: more bytes are needed, or the file is not the one that the position comes from
 */
export function readRowAt(bytes: Uint8Array, position: Position, { dialect, columns, toEnd }: ReadAt): Row | null {
  const reader = new CsvReader(dialect, { startOffset: position.offset, startLine: position.line, columns });
  for (let from = 0; from < bytes.length && reader.refusal === null; from += STEP_BYTES) {
    const [row] = reader.push(bytes.subarray(from, from + STEP_BYTES));
    if (row) return row;
  }
  return toEnd ? (reader.end()[0] ?? null) : null;
}

type ReadAt = {
  readonly dialect: Dialect;
  /** Cells of the header or first row. */
  readonly columns: number;
  readonly toEnd: boolean;
};
