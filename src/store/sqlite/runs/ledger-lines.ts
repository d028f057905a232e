/** Ledger lines as the embedded database reads and writes them. How they lie there: packed-lines.ts. */
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
import type { Database, SqlValue } from "../database.ts";

export function writeLines(database: Database, ref: ImportRef, pass: Pass, lines: readonly LedgerLine[]): void {
  const plain = lines.filter(isPlain);
  if (plain.length > 0) writeBlock(database, ref, pass, plain);
  if (plain.length === lines.length) return;
  const insert = insertRow(database, ref, pass);
  for (const line of lines) if (!isPlain(line)) insert(line);
}

function insertRow(database: Database, ref: ImportRef, pass: Pass): (line: LedgerLine) => void {
  const insert = database.statement(
    `insert into ${ROWS[pass]} (workspace_id, import_id, ${LINE_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (line) => void insert.run(ref.workspace, ref.import, ...lineRow(line));
}

function writeBlock(database: Database, ref: ImportRef, pass: Pass, lines: readonly LedgerLine[]): void {
  database.run(
    `insert into ${BLOCKS[pass]} (workspace_id, import_id, ${WRITTEN_BLOCK}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[ref.workspace, ref.import, ...packBlock(lines)],
  );
}

/** Lines in order, from rows and blocks alike; unsaid, all of the run. */
export function readLines(database: Database, ref: ImportRef, said: Partial<LinePick>): readonly LedgerLine[] {
  const pick = { ...ALL_OF_RUN, ...said };
  return inOrder(readRows(database, ref, pick), readPacked(database, ref, pick), pick);
}

/** Number of the last line that there is; 0 = none. */
export function lastLine(database: Database, ref: ImportRef, pass: Pass): number {
  const last = (table: string, line: string): number => {
    const sql = `select max(${line}) from ${table} where workspace_id = ? and import_id = ?`;
    return Number(database.get(sql, ref.workspace, ref.import)?.[0] ?? 0);
  };
  return Math.max(last(ROWS[pass], "line"), last(BLOCKS[pass], "last_line"));
}

/** What the run's ledger says of one line. */
export function lineAt(database: Database, ref: ImportRef, line: number): LedgerLine | null {
  return readLines(database, ref, { over: line - 1, under: line + 1, limit: 1 })[0] ?? null;
}

/** What the run's ledger says of these lines, in their order; lines that it does not have are left out. */
export function linesAt(
  database: Database,
  ref: ImportRef,
  lines: readonly number[],
  pass: Pass = "run",
): ReadonlyMap<number, LedgerLine> {
  const wanted = new Set(lines);
  const found = new Map<number, LedgerLine>();
  const rows = database.all(
    `select ${LINE_COLUMNS} from json_each(?) as wanted
     cross join ${ROWS[pass]} as ledger on ledger.workspace_id = ? and ledger.import_id = ? and ledger.line = wanted.value`,
    ...[JSON.stringify(lines), ref.workspace, ref.import],
  );
  for (const line of rows.map(asLedgerLine)) found.set(line.line, line);
  // The others are packed: each block is unpacked once, however many of them it holds.
  for (const line of [...wanted].sort((a, b) => a - b)) {
    if (found.has(line)) continue;
    const block = blockFrom(database, { ref, pass, order: "asc" }, { over: line - 1, under: line + 1 });
    if (!block) continue;
    for (const packed of unpackBlock(block)) if (wanted.has(packed.line)) found.set(packed.line, packed);
  }
  return found;
}

/** All lines of a range, both ends included. */
export function linesBetween(
  database: Database,
  ref: ImportRef,
  pass: Pass,
  from: number,
  to: number,
): readonly LedgerLine[] {
  return readLines(database, ref, { pass, over: from - 1, under: to + 1 });
}

/** Writes these lines over those that the ledger has, which have the same outcomes. */
export function replaceLines(
  database: Database,
  ref: ImportRef,
  pass: Pass,
  changed: ReadonlyMap<number, LedgerLine>,
): void {
  const place = [ref.workspace, ref.import];
  const packed = new Set(changed.keys());
  for (const [line, now] of changed) {
    const [row] = database.all(
      `delete from ${ROWS[pass]} where workspace_id = ? and import_id = ? and line = ? returning line`,
      ...[...place, line],
    );
    if (row === undefined) continue;
    packed.delete(line);
    insertRow(database, ref, pass)(now);
  }
  for (const block of takeBlocks(database, { ref, pass }, packed)) {
    const written = unpackBlock(block).map((one) => changed.get(one.line) ?? one);
    writeBlock(database, ref, pass, written);
  }
}

/** Puts these lines in the place of those that the ledger has, whatever became of them: as rows, so that no block is made of one line. */
export function putLines(database: Database, ref: ImportRef, pass: Pass, lines: readonly LedgerLine[]): void {
  const places = [ref.workspace, ref.import];
  const packed = new Set(lines.map(({ line }) => line));
  for (const { line } of lines) {
    const [row] = database.all(
      `delete from ${ROWS[pass]} where workspace_id = ? and import_id = ? and line = ? returning line`,
      ...[...places, line],
    );
    if (row !== undefined) packed.delete(line);
  }
  for (const block of takeBlocks(database, { ref, pass }, packed)) {
    const left = unpackBlock(block).filter(({ line }) => !packed.has(line));
    if (left.length > 0) writeBlock(database, ref, pass, left);
  }
  const insert = insertRow(database, ref, pass);
  for (const line of lines) insert(line);
}

/** Takes the blocks that hold these lines out of the ledger, each once. */
function* takeBlocks(
  database: Database,
  { ref, pass }: { readonly ref: ImportRef; readonly pass: Pass },
  lines: Iterable<number>,
): Generator<DbRow> {
  let lastLine = 0;
  for (const line of [...lines].sort((a, b) => a - b)) {
    if (line <= lastLine) continue;
    const block = blockFrom(database, { ref, pass, order: "asc" }, { over: line - 1, under: line + 1 });
    if (block === undefined) continue;
    lastLine = Number(block[1]);
    database.run(
      `delete from ${BLOCKS[pass]} where workspace_id = ? and import_id = ? and last_line = ?`,
      ...[ref.workspace, ref.import, lastLine],
    );
    yield block;
  }
}

export function clearLines(database: Database, ref: ImportRef, pass: Pass): void {
  for (const table of [ROWS[pass], BLOCKS[pass]]) {
    database.run(`delete from ${table} where workspace_id = ? and import_id = ?`, ref.workspace, ref.import);
  }
}

function readRows(database: Database, ref: ImportRef, pick: LinePick): readonly LedgerLine[] {
  const where = ["workspace_id = ?", "import_id = ?", "line > ?", "line < ?"];
  const values: SqlValue[] = [ref.workspace, ref.import, pick.over, pick.under];
  if (pick.outcome !== null) {
    where.push("outcome = ?");
    values.push(OUTCOME_NUMBER.get(pick.outcome) ?? 0);
  }
  if (pick.problem !== null) {
    where.push("instr(problems, ?) > 0");
    values.push(`"code":"${pick.problem}"`);
  }
  if (pick.wrote)
    where.push(`(outcome = ${OUTCOME_NUMBER.get("created")} or changes is not null or second is not null)`);
  return database
    .all(
      `select ${LINE_COLUMNS} from ${ROWS[pick.pass]} where ${where.join(" and ")} order by line ${pick.order} limit ?`,
      ...values,
      pick.limit,
    )
    .map(asLedgerLine);
}

function readPacked(database: Database, ref: ImportRef, pick: LinePick): readonly LedgerLine[] {
  if (!mayBePacked(pick)) return [];
  const found: LedgerLine[] = [];
  let { over, under } = pick;
  while (found.length < pick.limit) {
    // One block at a time, by the key's order: a block is as large as a batch.
    const block = blockFrom(database, { ref, ...pick }, { over, under });
    if (!block) break;
    for (const line of pickedLines(block, pick)) found.push(line);
    if (pick.order === "asc") over = Number(block[1]);
    else under = Number(block[0]);
  }
  return found.slice(0, pick.limit);
}

/** The first block that may hold lines between these. */
const blockFrom = (
  database: Database,
  { ref, pass, order }: Pick<LinePick, "pass" | "order"> & { readonly ref: ImportRef },
  { over, under }: Pick<LinePick, "over" | "under">,
): DbRow | undefined =>
  database.get(
    `select ${READ_BLOCK} from ${BLOCKS[pass]}
     where workspace_id = ? and import_id = ? and last_line > ? and first_line < ? order by last_line ${order} limit 1`,
    ...[ref.workspace, ref.import, over, under],
  );
