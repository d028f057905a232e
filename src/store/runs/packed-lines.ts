/**
 * How ledger lines lie in either database. A line with a problem is a row, so that it is found by its code. Lines that were
 * created, updated or unchanged with nothing to complain of are most of a ledger and are packed, one block per batch: a row
 * each costs as much as a fifth of the whole import.
 */
import type { Pass } from "../../app/ports.ts";
import { type Changes, type LedgerLine, OUTCOMES, type Outcome, type SecondPart } from "../../core/plan/outcome.ts";
import type { MatchedBy } from "../../core/policy/policy.ts";
import type { DbRow, DbValue } from "../db-row.ts";

export const ROWS: Readonly<Record<Pass, string>> = { run: "ledger_line", plan: "plan_line" };
export const BLOCKS: Readonly<Record<Pass, string>> = { run: "ledger_block", plan: "plan_block" };
/** In the order of `lineRow` and `asLedgerLine`. */
export const LINE_COLUMNS = "line, byte_offset, outcome, contact_id, match_key, match_value, problems, changes, second";
/** In the order of `packBlock`. */
export const WRITTEN_BLOCK = "last_line, first_line, count, lines, matches, changes, seconds";
/** In the order of `unpackBlock`. */
export const READ_BLOCK = "first_line, last_line, lines, matches, changes, seconds";

const PACKED: readonly Outcome[] = ["created", "updated", "unchanged"];
export const OUTCOME_NUMBER: ReadonlyMap<Outcome, number> = new Map(
  OUTCOMES.map((outcome, number) => [outcome, number]),
);
/** Doubles per line: line, offset, contact (-1 = none) x 2 + (0 where the line made it, 1 where it found it). */
export const NUMBERS = 3;
/** In place of the contact's number: whoever the line was about was erased. */
const ERASED = -2;

export const isPlain = ({ outcome, problems }: LedgerLine): boolean =>
  problems.length === 0 && PACKED.includes(outcome);

/** Values of a line that is a row. */
export const lineRow = (line: LedgerLine): readonly (string | number | null)[] => [
  ...[line.line, line.offset, OUTCOME_NUMBER.get(line.outcome) ?? 0],
  ...[line.erased ? ERASED : line.contact, line.match?.key ?? null, line.match?.value ?? null],
  line.problems.length === 0 ? null : JSON.stringify(line.problems),
  line.changes === null ? null : JSON.stringify(line.changes),
  line.second === undefined ? null : JSON.stringify(packSecond(line.second, line.outcome)),
];

/** Values of the block that these lines are. */
export function packBlock(lines: readonly LedgerLine[]): readonly (string | number | null | Uint8Array)[] {
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
  return [
    ...[lines[lines.length - 1]?.line ?? 0, lines[0]?.line ?? 0, lines.length],
    new Uint8Array(numbers.buffer),
    ...[matches, changes, seconds].map((list) => (list === null ? null : JSON.stringify(list))),
  ];
}

/** The numbers of a block's lines, `NUMBERS` for each. */
export const blockNumbers = (blob: DbValue | undefined): Float64Array =>
  new Float64Array((blob as Uint8Array).slice().buffer);

export function unpackBlock([, , blob, matchesText, changesText, secondsText]: DbRow): readonly LedgerLine[] {
  const numbers = blockNumbers(blob);
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
const parsedList = <T>(text: DbValue | undefined): readonly (T | null)[] | null =>
  typeof text === "string" ? (JSON.parse(text) as readonly (T | null)[]) : null;

export function asLedgerLine(row: DbRow): LedgerLine {
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

export const ALL_OF_RUN: LinePick = {
  pass: "run",
  over: 0,
  under: Number.MAX_SAFE_INTEGER,
  outcome: null,
  problem: null,
  wrote: false,
  order: "asc",
  limit: Number.MAX_SAFE_INTEGER,
};

/** Whether a block may hold lines that are wanted. */
export const mayBePacked = ({ problem, outcome }: LinePick): boolean =>
  problem === null && (outcome === null || PACKED.includes(outcome));

/** The lines of a block that are wanted, in the order wanted. */
export function pickedLines(block: DbRow, pick: LinePick): readonly LedgerLine[] {
  const lines = unpackBlock(block).filter(
    ({ line, outcome }) =>
      line > pick.over &&
      line < pick.under &&
      (pick.outcome === null || outcome === pick.outcome) &&
      (!pick.wrote || outcome !== "unchanged"),
  );
  return pick.order === "asc" ? lines : lines.toReversed();
}

/** Rows and packed lines as one list. */
export function inOrder(
  rows: readonly LedgerLine[],
  packed: readonly LedgerLine[],
  { order, limit }: LinePick,
): readonly LedgerLine[] {
  if (packed.length === 0) return rows;
  const sign = order === "asc" ? 1 : -1;
  return [...rows, ...packed].sort((a, b) => sign * (a.line - b.line)).slice(0, limit);
}
