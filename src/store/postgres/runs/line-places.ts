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
export async function linesHolding(
  database: Database,
  ledger: Ledger,
  offsets: readonly number[],
): Promise<readonly number[]> {
  if (offsets.length === 0) return [];
  const walk = async (starts: AsyncIterable<readonly Start[]>): Promise<LinesBefore> => {
    const found = new LinesBefore(offsets);
    for await (const page of starts) if (!page.every(([line, offset]) => found.add(line, offset))) break;
    return found;
  };
  return laterLines(await walk(startsOfRows(database, ledger)), await walk(startsInBlocks(database, ledger)));
}

async function* startsOfRows(database: Database, { ref, pass }: Ledger): AsyncGenerator<readonly Start[]> {
  for (let over = 0; ; ) {
    const rows = await database.all(
      `select line, byte_offset from ${ROWS[pass]} where workspace_id = $1 and import_id = $2 and line > $3
       order by line limit $4`,
      ...[ref.workspace, ref.import, over, ROWS_AT_ONCE],
    );
    yield rows.map(([line, offset]) => [Number(line), Number(offset)] as const);
    if (rows.length < ROWS_AT_ONCE) return;
    over = Number(rows[rows.length - 1]?.[0]);
  }
}

async function* startsInBlocks(database: Database, { ref, pass }: Ledger): AsyncGenerator<readonly Start[]> {
  for (let over = 0; ; ) {
    const blocks = await database.all(
      `select last_line, lines from ${BLOCKS[pass]} where workspace_id = $1 and import_id = $2 and last_line > $3
       order by last_line limit $4`,
      ...[ref.workspace, ref.import, over, BLOCKS_AT_ONCE],
    );
    for (const [, blob] of blocks) yield startsIn(blockNumbers(blob));
    if (blocks.length < BLOCKS_AT_ONCE) return;
    over = Number(blocks[blocks.length - 1]?.[0]);
  }
}

const startsIn = (numbers: Float64Array): readonly Start[] =>
  Array.from({ length: numbers.length / NUMBERS }, (_, at) => [
    numbers[at * NUMBERS] ?? 0,
    numbers[at * NUMBERS + 1] ?? -1,
  ]);
