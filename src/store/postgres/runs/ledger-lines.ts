/** Ledger lines as PostgreSQL reads and writes them. How they lie there: packed-lines.ts. */
import type { ImportRef, Pass } from "../../../app/ports.ts";
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import type { DbRow } from "../../db-row.ts";
import {
  ALL_OF_RUN,
  asLedgerLine,
  BLOCKS,
  inOrder,
  isPlain,
  LINE_COLUMNS,
  type LinePick,
  lineRow,
  mayBePacked,
  OUTCOME_NUMBER,
  packBlock,
  pickedLines,
  READ_BLOCK,
  ROWS,
  unpackBlock,
  WRITTEN_BLOCK,
} from "../../runs/packed-lines.ts";
import { copyLine } from "../copy-line.ts";
import { bigints, type Database, type SqlValue } from "../database.ts";

export async function writeLines(
  database: Database,
  ref: ImportRef,
  pass: Pass,
  lines: readonly LedgerLine[],
): Promise<void> {
  const plain = lines.filter(isPlain);
  if (plain.length > 0) await writeBlock(database, ref, pass, plain);
  if (plain.length === lines.length) return;
  await copyRows(
    database,
    { ref, pass },
    lines.filter((line) => !isPlain(line)),
  );
}

type Ledger = { readonly ref: ImportRef; readonly pass: Pass };

async function copyRows(database: Database, { ref, pass }: Ledger, lines: readonly LedgerLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.values().map((line) => copyLine([ref.workspace, ref.import, ...lineRow(line)]));
  await database.copy(`${ROWS[pass]} (workspace_id, import_id, ${LINE_COLUMNS})`, rows);
}

function writeBlock(database: Database, ref: ImportRef, pass: Pass, lines: readonly LedgerLine[]): Promise<void> {
  const row = [ref.workspace, ref.import, ...packBlock(lines)].map((value) =>
    value instanceof Uint8Array ? `\\x${Buffer.from(value.buffer).toString("hex")}` : value,
  );
  return database.copy(`${BLOCKS[pass]} (workspace_id, import_id, ${WRITTEN_BLOCK})`, [copyLine(row)]);
}

/** Lines in order, from rows and blocks alike; unsaid, all of the run. */
export async function readLines(
  database: Database,
  ref: ImportRef,
  said: Partial<LinePick>,
): Promise<readonly LedgerLine[]> {
  const pick = { ...ALL_OF_RUN, ...said };
  return inOrder(await readRows(database, ref, pick), await readPacked(database, ref, pick), pick);
}

/** Number of the last line that there is; 0 = none. */
export async function lastLine(database: Database, ref: ImportRef, pass: Pass): Promise<number> {
  const last = (table: string, line: string): string =>
    `(select max(${line}) from ${table} where workspace_id = $1 and import_id = $2)`;
  const sql = `select greatest(${last(ROWS[pass], "line")}, ${last(BLOCKS[pass], "last_line")})`;
  return Number((await database.get(sql, ref.workspace, ref.import))?.[0] ?? 0);
}

/** What the run's ledger says of these lines, in their order; lines that it does not have are left out. */
export async function linesAt(
  database: Database,
  ref: ImportRef,
  lines: readonly number[],
  pass: Pass = "run",
): Promise<ReadonlyMap<number, LedgerLine>> {
  const wanted = new Set(lines);
  const rows = await database.all(
    `select ${LINE_COLUMNS} from ${ROWS[pass]} where workspace_id = $1 and import_id = $2 and line = any($3::bigint[])`,
    ...[ref.workspace, ref.import, bigints(wanted)],
  );
  const found = new Map(rows.map(asLedgerLine).map((line) => [line.line, line]));
  // The others are packed: each block is unpacked once, however many of them it holds.
  const packed = [...wanted].filter((line) => !found.has(line));
  for (const block of await blocksHolding(database, { ref, pass }, packed)) {
    const [row] = await database.all(
      `select ${READ_BLOCK} from ${BLOCKS[pass]} where workspace_id = $1 and import_id = $2 and last_line = $3`,
      ...[ref.workspace, ref.import, block],
    );
    for (const line of row === undefined ? [] : unpackBlock(row)) if (wanted.has(line.line)) found.set(line.line, line);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** All lines of a range, both ends included. */
export function linesBetween(
  database: Database,
  ref: ImportRef,
  pass: Pass,
  from: number,
  to: number,
): Promise<readonly LedgerLine[]> {
  return readLines(database, ref, { pass, over: from - 1, under: to + 1 });
}

/** Writes these lines over those that the ledger has, which have the same outcomes. */
export async function replaceLines(
  database: Database,
  ref: ImportRef,
  pass: Pass,
  changed: ReadonlyMap<number, LedgerLine>,
): Promise<void> {
  const rows = await takeRows(database, { ref, pass }, changed.keys());
  const packed = [...changed.keys()].filter((line) => !rows.has(line));
  await copyRows(
    database,
    { ref, pass },
    [...changed].flatMap(([line, now]) => (rows.has(line) ? [now] : [])),
  );
  for await (const block of takeBlocks(database, { ref, pass }, packed)) {
    const written = unpackBlock(block).map((one) => changed.get(one.line) ?? one);
    await writeBlock(database, ref, pass, written);
  }
}

/** Puts these lines in the place of those that the ledger has, whatever became of them: as rows, so that no block is made of one line. */
export async function putLines(
  database: Database,
  ref: ImportRef,
  pass: Pass,
  lines: readonly LedgerLine[],
): Promise<void> {
  const rows = await takeRows(
    database,
    { ref, pass },
    lines.map(({ line }) => line),
  );
  const packed = new Set(lines.map(({ line }) => line).filter((line) => !rows.has(line)));
  for await (const block of takeBlocks(database, { ref, pass }, packed)) {
    const left = unpackBlock(block).filter(({ line }) => !packed.has(line));
    if (left.length > 0) await writeBlock(database, ref, pass, left);
  }
  await copyRows(database, { ref, pass }, lines);
}

/** Takes those of the lines out of the ledger that are rows, and says which they are. */
async function takeRows(
  database: Database,
  { ref, pass }: Ledger,
  lines: Iterable<number>,
): Promise<ReadonlySet<number>> {
  const taken = await database.all(
    `delete from ${ROWS[pass]} where workspace_id = $1 and import_id = $2 and line = any($3::bigint[]) returning line`,
    ...[ref.workspace, ref.import, bigints(lines)],
  );
  return new Set(taken.map(([line]) => Number(line)));
}

/** Takes the blocks that hold these lines out of the ledger, each once. */
async function* takeBlocks(database: Database, ledger: Ledger, lines: Iterable<number>): AsyncGenerator<DbRow> {
  const { ref, pass } = ledger;
  for (const block of await blocksHolding(database, ledger, lines)) {
    yield* await database.all(
      `delete from ${BLOCKS[pass]} where workspace_id = $1 and import_id = $2 and last_line = $3 returning ${READ_BLOCK}`,
      ...[ref.workspace, ref.import, block],
    );
  }
}

/** Last lines of the blocks that these lines are in, each once. */
async function blocksHolding(
  database: Database,
  { ref, pass }: Ledger,
  lines: Iterable<number>,
): Promise<readonly number[]> {
  const wanted = bigints(lines);
  if (wanted === "{}") return [];
  const rows = await database.all(
    `select distinct held.last_line from unnest($3::bigint[]) as wanted(line) cross join lateral (
       select last_line, first_line from ${BLOCKS[pass]}
       where workspace_id = $1 and import_id = $2 and last_line >= wanted.line order by last_line limit 1) as held
     where held.first_line <= wanted.line order by held.last_line`,
    ...[ref.workspace, ref.import, wanted],
  );
  return rows.map(([last]) => Number(last));
}

export async function clearLines(database: Database, ref: ImportRef, pass: Pass): Promise<void> {
  for (const table of [ROWS[pass], BLOCKS[pass]]) {
    await database.run(`delete from ${table} where workspace_id = $1 and import_id = $2`, ref.workspace, ref.import);
  }
}

async function readRows(database: Database, ref: ImportRef, pick: LinePick): Promise<readonly LedgerLine[]> {
  const values: SqlValue[] = [ref.workspace, ref.import, pick.over, pick.under, pick.limit];
  const where = ["workspace_id = $1", "import_id = $2", "line > $3", "line < $4"];
  if (pick.outcome !== null) where.push(`outcome = $${values.push(OUTCOME_NUMBER.get(pick.outcome) ?? 0)}`);
  if (pick.problem !== null) where.push(`strpos(problems, $${values.push(`"code":"${pick.problem}"`)}) > 0`);
  if (pick.wrote)
    where.push(`(outcome = ${OUTCOME_NUMBER.get("created")} or changes is not null or second is not null)`);
  const rows = await database.all(
    `select ${LINE_COLUMNS} from ${ROWS[pick.pass]} where ${where.join(" and ")} order by line ${pick.order} limit $5`,
    ...values,
  );
  return rows.map(asLedgerLine);
}

async function readPacked(database: Database, ref: ImportRef, pick: LinePick): Promise<readonly LedgerLine[]> {
  if (!mayBePacked(pick)) return [];
  const found: LedgerLine[] = [];
  let { over, under } = pick;
  while (found.length < pick.limit) {
    // One block at a time, by the key's order: a block is as large as a batch.
    const block = await database.get(
      `select ${READ_BLOCK} from ${BLOCKS[pick.pass]} where workspace_id = $1 and import_id = $2 and last_line > $3 and first_line < $4
       order by last_line ${pick.order} limit 1`,
      ...[ref.workspace, ref.import, over, under],
    );
    if (!block) break;
    for (const line of pickedLines(block, pick)) found.push(line);
    if (pick.order === "asc") over = Number(block[1]);
    else under = Number(block[0]);
  }
  return found.slice(0, pick.limit);
}
