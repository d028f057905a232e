/**
 * How ledger lines lie in the database. A line with a problem is a row, so that it is found by its code. Lines that were
 * created, updated or unchanged with nothing to complain of are most of a ledger and are packed, one block per batch: a row
 * each costs as much as a fifth of the whole import.
 */
import type { ImportRef, Pass } from "../../app/ports.ts";
import { type Changes, type LedgerLine, OUTCOMES, type Outcome, type SecondPart } from "../../core/plan/outcome.ts";
import type { MatchedBy } from "../../core/policy/policy.ts";
import type { Database, DbRow, SqlValue } from "./database.ts";

export const ROWS: Readonly<Record<Pass, string>> = { run: "ledger_line", plan: "plan_line" };
export const BLOCKS: Readonly<Record<Pass, string>> = { run: "ledger_block", plan: "plan_block" };
const LINE_COLUMNS = "line, byte_offset, outcome, contact_id, match_key, match_value, problems, changes, second";

const PACKED: readonly Outcome[] = ["created", "updated", "unchanged"];
const OUTCOME_NUMBER = new Map(OUTCOMES.map((outcome, number) => [outcome, number]));
/** Doubles per line: line, offset, contact (-1 = none) x 2 + (0 where the line made it, 1 where it found it). */
export const NUMBERS = 3;
/** In place of the contact's number: whoever the line was about was erased. */
const ERASED = -2;

const isPlain = ({ outcome, problems }: LedgerLine): boolean => problems.length === 0 && PACKED.includes(outcome);

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
  return (line) =>
    void insert.run(
      ...[ref.workspace, ref.import, line.line, line.offset, OUTCOME_NUMBER.get(line.outcome) ?? 0],
      ...[line.erased ? ERASED : line.contact, line.match?.key ?? null, line.match?.value ?? null],
      line.problems.length === 0 ? null : JSON.stringify(line.problems),
      line.changes === null ? null : JSON.stringify(line.changes),
      line.second === undefined ? null : JSON.stringify(packSecond(line.second, line.outcome)),
    );
}

function writeBlock(database: Database, ref: ImportRef, pass: Pass, lines: readonly LedgerLine[]): void {
  const numbers = new Float64Array(lines.length * NUMBERS);
  let matched = false;
  let updated = false;
  let second = false;
  let at = 0;
  for (const { line, offset, contact, outcome, match, changes, second: other, erased } of lines) {
    numbers[at++] = line;
    numbers[at++] = offset;
    numbers[at++] = (erased ? ERASED : (contact ?? -1)) * 2 + (outcome === "created" ? 0 : 1);
    matched ||= match !== null;
    updated ||= outcome === "updated" || changes !== null;
    second ||= other !== undefined;
  }
  const matches = matched ? lines.map(({ match }) => (match === null ? null : [match.key, match.value])) : null;
  const changes = updated ? lines.map((line) => line.changes) : null;
  const seconds = second
    ? lines.map((line) => (line.second === undefined ? null : packSecond(line.second, line.outcome)))
    : null;
  database.run(
    `insert into ${BLOCKS[pass]} (workspace_id, import_id, last_line, first_line, count, lines, matches, changes, seconds) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[ref.workspace, ref.import, lines[lines.length - 1]?.line ?? 0, lines[0]?.line ?? 0, lines.length],
    new Uint8Array(numbers.buffer),
    ...[matches, changes, seconds].map((list) => (list === null ? null : JSON.stringify(list))),
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
  if (pick.problem !== null || (pick.outcome !== null && !PACKED.includes(pick.outcome))) return [];
  const isPicked = (line: LedgerLine): boolean =>
    line.line > pick.over &&
    line.line < pick.under &&
    (pick.outcome === null || line.outcome === pick.outcome) &&
    (!pick.wrote || line.outcome !== "unchanged");
  const found: LedgerLine[] = [];
  let { over, under } = pick;
  while (found.length < pick.limit) {
    // One block at a time, by the key's order: a block is as large as a batch.
    const block = blockFrom(database, { ref, ...pick }, { over, under });
    if (!block) break;
    const lines = unpackBlock(block).filter(isPicked);
    for (const line of pick.order === "asc" ? lines : lines.toReversed()) found.push(line);
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
    `select first_line, last_line, lines, matches, changes, seconds from ${BLOCKS[pass]}
     where workspace_id = ? and import_id = ? and last_line > ? and first_line < ? order by last_line ${order} limit 1`,
    ...[ref.workspace, ref.import, over, under],
  );

function unpackBlock([, , blob, matchesText, changesText, secondsText]: DbRow): readonly LedgerLine[] {
  const numbers = new Float64Array((blob as Uint8Array).slice().buffer);
  const matches = parsedList<readonly [MatchedBy, string]>(matchesText);
  const changesOf = parsedList<Changes>(changesText);
  const secondOf = parsedList<PackedSecond>(secondsText);
  const lines: LedgerLine[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const packed = numbers[at + 2] ?? 0;
    const contact = Math.floor(packed / 2);
    const match = matches?.[at / NUMBERS];
    const changes = changesOf?.[at / NUMBERS] ?? null;
    const second = unpackSecond(secondOf?.[at / NUMBERS] ?? null);
    const own = packed % 2 === 0 ? "created" : changes === null ? "unchanged" : "updated";
    lines.push({
      line: numbers[at] ?? 0,
      offset: numbers[at + 1] ?? -1,
      outcome: second?.joint ?? own,
      contact: contact < 0 ? null : contact,
      match: match ? { key: match[0], value: match[1] } : null,
      problems: [],
      changes,
      ...(second === null ? {} : { second: second.part }),
      ...(contact === ERASED ? { erased: true as const } : {}),
    });
  }
  return lines;
}

/** Most of them are made and match nothing: as few characters as will do. */
type PackedSecond = readonly [
  joint: number,
  outcome: number,
  contact: number | null,
  number: number | null,
  match?: readonly [MatchedBy, string] | null,
  changes?: Changes | null,
];

function packSecond({ number, outcome, contact, match, changes }: SecondPart, joint: Outcome): PackedSecond {
  const outcomes = [joint, outcome].map((one) => OUTCOME_NUMBER.get(one) ?? 0) as [number, number];
  const ofContact = contact === null ? null : (OUTCOME_NUMBER.get(contact) ?? 0);
  if (match === null && changes === null) return [...outcomes, ofContact, number];
  return [...outcomes, ofContact, number, match === null ? null : [match.key, match.value], changes];
}

function unpackSecond(packed: PackedSecond | null): { readonly joint: Outcome; readonly part: SecondPart } | null {
  if (packed === null) return null;
  const [joint, outcome, contact, number, match = null, changes = null] = packed;
  const part: SecondPart = {
    ...{ number, changes },
    outcome: OUTCOMES[outcome] ?? "failed",
    contact: contact === null ? null : (OUTCOMES[contact] ?? "failed"),
    match: match === null ? null : { key: match[0], value: match[1] },
  };
  return { joint: OUTCOMES[joint] ?? "failed", part };
}

/** A text that only this file writes. */
const parsedList = <T>(text: SqlValue | undefined): readonly (T | null)[] | null =>
  typeof text === "string" ? (JSON.parse(text) as readonly (T | null)[]) : null;

function asLedgerLine(row: DbRow): LedgerLine {
  const [line, offset, outcome, contact, matchKey, matchValue, problems, changes, second] = row;
  const also = typeof second === "string" ? unpackSecond(JSON.parse(second) as PackedSecond) : null;
  return {
    line: Number(line),
    offset: Number(offset),
    outcome: OUTCOMES[Number(outcome)] ?? "failed",
    contact: contact === null || contact === undefined || Number(contact) < 0 ? null : Number(contact),
    match: typeof matchKey === "string" ? { key: matchKey as MatchedBy, value: String(matchValue) } : null,
    problems: typeof problems === "string" ? (JSON.parse(problems) as LedgerLine["problems"]) : [],
    changes: typeof changes === "string" ? (JSON.parse(changes) as LedgerLine["changes"]) : null,
    ...(also === null ? {} : { second: also.part }),
    ...(Number(contact) === ERASED ? { erased: true as const } : {}),
  };
}
