/**
 * How ledger lines lie in the database. A line with something to tell (a problem, a change) is a row. Lines that only say
 * "created" or "unchanged" are most of a ledger and are packed, one block per batch: a row each costs as much as a fifth
 * of the whole import.
 */
import type { ImportRef, Pass } from "../../app/ports.ts";
import { type LedgerLine, OUTCOMES, type Outcome } from "../../core/plan/outcome.ts";
import type { MatchedBy } from "../../core/policy/policy.ts";
import type { Database, DbRow, SqlValue } from "./database.ts";

const ROWS: Readonly<Record<Pass, string>> = { run: "ledger_line", plan: "plan_line" };
const BLOCKS: Readonly<Record<Pass, string>> = { run: "ledger_block", plan: "plan_block" };
const LINE_COLUMNS = "line, byte_offset, outcome, contact_id, match_key, match_value, problems, changes";

/** The outcomes that are packed. Part of the stored format: append only. */
const PACKED: readonly Outcome[] = ["created", "unchanged"];
const OUTCOME_NUMBER = new Map(OUTCOMES.map((outcome, number) => [outcome, number]));
/** Doubles per line: line, offset, contact (-1 = none) x 2 + outcome. */
const NUMBERS = 3;

const isPlain = ({ outcome, problems, changes }: LedgerLine): boolean =>
  problems.length === 0 && changes === null && (outcome === "created" || outcome === "unchanged");

export function writeLines(database: Database, ref: ImportRef, pass: Pass, lines: readonly LedgerLine[]): void {
  const plain = lines.filter(isPlain);
  if (plain.length > 0) writeBlock(database, ref, pass, plain);
  if (plain.length === lines.length) return;
  const insert = database.statement(
    `insert into ${ROWS[pass]} (workspace_id, import_id, ${LINE_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const line of lines) {
    if (isPlain(line)) continue;
    insert.run(
      ...[ref.workspace, ref.import, line.line, line.offset, OUTCOME_NUMBER.get(line.outcome) ?? 0, line.contact],
      ...[line.match?.key ?? null, line.match?.value ?? null],
      line.problems.length === 0 ? null : JSON.stringify(line.problems),
      line.changes === null ? null : JSON.stringify(line.changes),
    );
  }
}

function writeBlock(database: Database, ref: ImportRef, pass: Pass, lines: readonly LedgerLine[]): void {
  const numbers = new Float64Array(lines.length * NUMBERS);
  let matched = false;
  for (const [index, { line, offset, contact, outcome, match }] of lines.entries()) {
    numbers[index * NUMBERS] = line;
    numbers[index * NUMBERS + 1] = offset;
    numbers[index * NUMBERS + 2] = (contact ?? -1) * PACKED.length + PACKED.indexOf(outcome);
    matched ||= match !== null;
  }
  const matches = matched ? lines.map(({ match }) => (match === null ? null : [match.key, match.value])) : null;
  database.run(
    `insert into ${BLOCKS[pass]} (workspace_id, import_id, last_line, first_line, count, lines, matches) values (?, ?, ?, ?, ?, ?, ?)`,
    ...[ref.workspace, ref.import, lines[lines.length - 1]?.line ?? 0, lines[0]?.line ?? 0, lines.length],
    new Uint8Array(numbers.buffer),
    matches === null ? null : JSON.stringify(matches),
  );
}

export type LinePick = {
  readonly pass: Pass;
  /** Only lines above and below these. */
  readonly over: number;
  readonly under: number;
  /** Null = any. */
  readonly outcome: Outcome | null;
  /** Code of a problem the line must have; null = any. */
  readonly problem: string | null;
  /** Only lines that wrote something: a creation or a change. */
  readonly wrote: boolean;
  readonly order: "asc" | "desc";
  readonly limit: number;
};

const ALL_OF_RUN: LinePick = {
  pass: "run",
  over: 0,
  under: Number.MAX_SAFE_INTEGER,
  outcome: null,
  problem: null,
  wrote: false,
  order: "asc",
  limit: Number.MAX_SAFE_INTEGER,
};

/** Lines in order, from rows and blocks alike; unsaid, all of the run. */
export function readLines(database: Database, ref: ImportRef, said: Partial<LinePick>): readonly LedgerLine[] {
  const pick = { ...ALL_OF_RUN, ...said };
  const rows = readRows(database, ref, pick);
  const packed = readPacked(database, ref, pick);
  if (packed.length === 0) return rows;
  const sign = pick.order === "asc" ? 1 : -1;
  return [...rows, ...packed].sort((a, b) => sign * (a.line - b.line)).slice(0, pick.limit);
}

/** What the run's ledger says of one line. */
export function lineAt(database: Database, ref: ImportRef, line: number): LedgerLine | null {
  return readLines(database, ref, { over: line - 1, under: line + 1, limit: 1 })[0] ?? null;
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
  if (pick.wrote) where.push(`(outcome = ${OUTCOME_NUMBER.get("created")} or changes is not null)`);
  return database
    .all(
      `select ${LINE_COLUMNS} from ${ROWS[pick.pass]} where ${where.join(" and ")} order by line ${pick.order} limit ?`,
      ...values,
      pick.limit,
    )
    .map(asLedgerLine);
}

function readPacked(database: Database, ref: ImportRef, pick: LinePick): readonly LedgerLine[] {
  const outcome = pick.wrote ? "created" : pick.outcome;
  const isPacked = outcome === null || PACKED.includes(outcome);
  if (!isPacked || pick.problem !== null || (pick.wrote && (pick.outcome ?? "created") !== "created")) return [];
  const found: LedgerLine[] = [];
  let { over, under } = pick;
  while (found.length < pick.limit) {
    // One block at a time, by the key's order: a block is as large as a batch.
    const block = database.get(
      `select first_line, last_line, lines, matches from ${BLOCKS[pick.pass]}
       where workspace_id = ? and import_id = ? and last_line > ? and first_line < ? order by last_line ${pick.order} limit 1`,
      ...[ref.workspace, ref.import, over, under],
    );
    if (!block) break;
    const lines = unpackBlock(block).filter(
      (line) => line.line > pick.over && line.line < pick.under && (outcome === null || line.outcome === outcome),
    );
    for (const line of pick.order === "asc" ? lines : lines.toReversed()) found.push(line);
    if (pick.order === "asc") over = Number(block[1]);
    else under = Number(block[0]);
  }
  return found.slice(0, pick.limit);
}

function unpackBlock([, , blob, matchesText]: DbRow): readonly LedgerLine[] {
  const numbers = new Float64Array((blob as Uint8Array).slice().buffer);
  const matches =
    typeof matchesText === "string"
      ? (JSON.parse(matchesText) as readonly (readonly [MatchedBy, string] | null)[])
      : null;
  const lines: LedgerLine[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const packed = numbers[at + 2] ?? 0;
    const contact = Math.floor(packed / PACKED.length);
    const match = matches?.[at / NUMBERS];
    lines.push({
      line: numbers[at] ?? 0,
      offset: numbers[at + 1] ?? -1,
      outcome: PACKED[packed - contact * PACKED.length] ?? "unchanged",
      contact: contact < 0 ? null : contact,
      match: match ? { key: match[0], value: match[1] } : null,
      problems: [],
      changes: null,
    });
  }
  return lines;
}

function asLedgerLine([line, offset, outcome, contact, matchKey, matchValue, problems, changes]: DbRow): LedgerLine {
  return {
    line: Number(line),
    offset: Number(offset),
    outcome: OUTCOMES[Number(outcome)] ?? "failed",
    contact: contact === null || contact === undefined ? null : Number(contact),
    match: typeof matchKey === "string" ? { key: matchKey as MatchedBy, value: String(matchValue) } : null,
    problems: typeof problems === "string" ? (JSON.parse(problems) as LedgerLine["problems"]) : [],
    changes: typeof changes === "string" ? (JSON.parse(changes) as LedgerLine["changes"]) : null,
  };
}
