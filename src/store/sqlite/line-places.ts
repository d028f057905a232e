/** Which lines of a ledger stand at places of their file: one walk over where they begin, without what they say. */
import type { ImportRef, Pass } from "../../app/ports.ts";
import type { Database } from "./database.ts";
import { BLOCKS, NUMBERS, ROWS } from "./ledger-lines.ts";

/** Where a line begins. */
type Start = readonly [line: number, offset: number];

const BLOCKS_AT_ONCE = 50;
const ROWS_AT_ONCE = 10_000;

/** @param offsets in their order */
export function linesHolding(
  database: Database,
  ledger: { readonly ref: ImportRef; readonly pass: Pass },
  offsets: readonly number[],
): readonly number[] {
  if (offsets.length === 0) return [];
  const [rows, packed] = [startsOfRows(database, ledger), startsInBlocks(database, ledger)].map((starts) =>
    lastBefore(starts, offsets),
  );
  const lines = offsets.map((_, at) => Math.max(rows?.[at] ?? 0, packed?.[at] ?? 0));
  return [...new Set(lines.filter((line) => line > 0))];
}

/** For each offset the last of the lines that begins there or before; 0 = none. */
function lastBefore(starts: Iterable<Start>, offsets: readonly number[]): readonly number[] {
  const found: number[] = [];
  let last = 0;
  for (const [line, offset] of starts) {
    while (found.length < offsets.length && (offsets[found.length] ?? 0) < offset) found.push(last);
    if (found.length === offsets.length) break;
    last = line;
  }
  while (found.length < offsets.length) found.push(last);
  return found;
}

function* startsOfRows(
  database: Database,
  { ref, pass }: { readonly ref: ImportRef; readonly pass: Pass },
): Generator<Start> {
  for (let over = 0; ; ) {
    const rows = database.all(
      `select line, byte_offset from ${ROWS[pass]} where workspace_id = ? and import_id = ? and line > ? order by line limit ?`,
      ...[ref.workspace, ref.import, over, ROWS_AT_ONCE],
    );
    for (const [line, offset] of rows) yield [Number(line), Number(offset)];
    if (rows.length < ROWS_AT_ONCE) return;
    over = Number(rows[rows.length - 1]?.[0]);
  }
}

function* startsInBlocks(
  database: Database,
  { ref, pass }: { readonly ref: ImportRef; readonly pass: Pass },
): Generator<Start> {
  for (let over = 0; ; ) {
    const blocks = database.all(
      `select last_line, lines from ${BLOCKS[pass]} where workspace_id = ? and import_id = ? and last_line > ? order by last_line limit ?`,
      ...[ref.workspace, ref.import, over, BLOCKS_AT_ONCE],
    );
    for (const [, blob] of blocks) {
      const numbers = new Float64Array((blob as Uint8Array).slice().buffer);
      for (let at = 0; at < numbers.length; at += NUMBERS) yield [numbers[at] ?? 0, numbers[at + 1] ?? -1];
    }
    if (blocks.length < BLOCKS_AT_ONCE) return;
    over = Number(blocks[blocks.length - 1]?.[0]);
  }
}
