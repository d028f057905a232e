/** Reads bytes in pieces of one size and returns all that the reader has to tell. */

import type { Dialect } from "../../src/core/tabular/dialect.ts";
import { CsvReader, type CsvReaderOptions } from "../../src/core/tabular/rows/csv-reader.ts";
import type { Row } from "../../src/core/tabular/rows/row.ts";

export function readAll(bytes: Uint8Array, dialect: Dialect, pieceBytes: number, options: CsvReaderOptions = {}) {
  const reader = new CsvReader(dialect, options);
  const rows: Row[] = [];
  const piece = new Uint8Array(Math.max(1, Math.min(pieceBytes, bytes.length)));
  for (let from = 0; from < bytes.length; from += piece.length) {
    // One buffer for all pieces, as a file is read: what the reader keeps it must have copied.
    const filled = bytes.subarray(from, from + piece.length);
    piece.set(filled);
    rows.push(...reader.push(piece.subarray(0, filled.length)));
  }
  rows.push(...reader.end());
  const { refusal, blankLines, droppedNuls, encodingContradiction } = reader;
  return { rows, refusal, blankLines, droppedNuls, encodingContradiction };
}
