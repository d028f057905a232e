/** Which lines of a ledger stand at places of their file: one walk over where they begin, without what they say. */
import type { ImportRef, Pass } from "../../../app/ports.ts";
import { LinesBefore, laterLines } from "../../runs/lines-before.ts";
import { BLOCKS, blockNumbers, NUMBERS, ROWS } from "../../runs/packed-lines.ts";
import type { Database } from "../database.ts";

type Ledger = { readonly ref: ImportRef; readonly pass: Pass };
/** Where a line begins. */
type Start = readonly [line: number, offset: number];

const BLOCKS_AT_ONCE = 50;
const ROWS_AT_ONCE = 10_000;

/** @param offsets in their order */
export function linesHolding(database: Database, ledger: Ledger, offsets: readonly number[]): readonly number[] {
  if (offsets.length === 0) return [];
  const walk = (starts: Iterable<Start>): LinesBefore => {
    const found = new LinesBefore(offsets);
    for (const [line, offset] of starts) if (!found.add(line, offset)) break;
    return found;
  };
  return laterLines(walk(startsOfRows(database, ledger)), walk(startsInBlocks(database, ledger)));
}

function* startsOfRows(database: Database, { ref, pass }: Ledger): Generator<Start> {
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

function* startsInBlocks(database: Database, { ref, pass }: Ledger): Generator<Start> {
  for (let over = 0; ; ) {
    const blocks = database.all(
      `select last_line, lines from ${BLOCKS[pass]} where workspace_id = ? and import_id = ? and last_line > ? order by last_line limit ?`,
      ...[ref.workspace, ref.import, over, BLOCKS_AT_ONCE],
    );
    for (const [, blob] of blocks) {
      const numbers = blockNumbers(blob);
      for (let at = 0; at < numbers.length; at += NUMBERS) yield [numbers[at] ?? 0, numbers[at + 1] ?? -1];
    }
    if (blocks.length < BLOCKS_AT_ONCE) return;
    over = Number(blocks[blocks.length - 1]?.[0]);
  }
}
