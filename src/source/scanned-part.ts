/** What a scan has found in a file or a part of it: plain data that crosses threads, is joined, and at last becomes the answer. */
import { compileScan } from "../app/compile-import.ts";
import type { ColumnReading, ImportSettings } from "../app/import-settings.ts";
import type { FilePosition, ScanAnswer } from "../app/ports.ts";
import { type ColumnDecision, ColumnEvidence, type Witnesses } from "../core/contact/column-evidence.ts";
import {
  type DoubleFinding,
  doubleEncodingSays,
  joinDoubleFindings,
} from "../core/contact/double-encoding-evidence.ts";
import type { WrongPlace } from "../core/tabular/csv-reader.ts";

export type ScannedPart = {
  /** The first row behind the part. */
  readonly end: FilePosition;
  /** Cells of the file's first row; 0 = the part holds no row. */
  readonly columns: number;
  readonly lines: number;
  readonly blankLines: number;
  readonly droppedNuls: number;
  /** First line with bytes that are not of the file's encoding. */
  readonly wrongBytesLine: number | null;
  /** Cells with such bytes, where they can be told, and the first of them. */
  readonly wrongCells: number;
  readonly firstWrong: WrongPlace | null;
  /** Columns with text that was encoded twice. */
  readonly doubled: readonly DoubleFinding[];
  /** In the order of the compiled scan's columns. */
  readonly witnesses: readonly Witnesses[];
  /** Memory of the filters over the part's keys. */
  readonly keys: SharedArrayBuffer;
};

export type Findings = Omit<ScannedPart, "end" | "columns" | "keys">;

/** `linesBefore`: what is to be added to the second part's line numbers. */
export function joinParts(
  settings: ImportSettings,
  first: Findings,
  { second, linesBefore }: { readonly second: Findings; readonly linesBefore: number },
): Findings {
  const { wrongBytesLine, firstWrong } = second;
  const witnesses = compileScan(settings).evidence.map(({ type }, at) => {
    const evidence = new ColumnEvidence(type, first.witnesses[at]);
    evidence.merge(second.witnesses[at] ?? {}, linesBefore);
    return evidence.witnesses;
  });
  return {
    lines: first.lines + second.lines,
    blankLines: first.blankLines + second.blankLines,
    droppedNuls: first.droppedNuls + second.droppedNuls,
    wrongBytesLine: first.wrongBytesLine ?? (wrongBytesLine === null ? null : wrongBytesLine + linesBefore),
    wrongCells: first.wrongCells + second.wrongCells,
    firstWrong: first.firstWrong ?? (firstWrong && { ...firstWrong, line: firstWrong.line + linesBefore }),
    doubled: joinDoubleFindings(first.doubled, second.doubled, linesBefore),
    witnesses,
  };
}

export function scanAnswer(settings: ImportSettings, found: Findings): Omit<ScanAnswer, "duplicates"> {
  const { lines, blankLines, droppedNuls, wrongBytesLine } = found;
  const decided = compileScan(settings).evidence.map(({ column, header, type }, at) => ({
    column,
    header,
    decision: new ColumnEvidence(type, found.witnesses[at]).decide(),
  }));
  const says = decided.flatMap(({ header, decision }) => decision.says.map((sentence) => `${header}: ${sentence}`));
  if (droppedNuls > 0) says.push(`${droppedNuls} NUL characters were left out of cells`);
  const wrong = saysOfWrongBytes(settings, found);
  if (wrong !== null) says.push(wrong);
  for (const finding of found.doubled) {
    const header = headerOf(settings, finding.column);
    says.push(...doubleEncodingSays(finding).map((sentence) => `${header}: ${sentence}`));
  }
  const readings = readingsOf(decided, found.doubled);
  return { facts: { lines, blankLines, says }, readings, wrongBytesLine };
}

const headerOf = ({ mapping }: ImportSettings, column: number): string => mapping[column]?.header || `#${column + 1}`;

type Decided = { readonly column: number; readonly decision: ColumnDecision };

function readingsOf(decided: readonly Decided[], doubled: readonly DoubleFinding[]): readonly ColumnReading[] {
  const undone = new Set(doubled.filter(({ repaired }) => repaired > 0).map(({ column }) => column));
  const undecided = [...undone].filter((column) => !decided.some((one) => one.column === column));
  return [...decided, ...undecided.map((column): Decided => ({ column, decision: { says: [] } }))].map((one) => {
    const { column, decision } = one;
    const { dateOrder = "unknown", decimalMark = "unknown" } = decision;
    return {
      column,
      dateOrder: dateOrder === "conflict" ? "unknown" : dateOrder,
      decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
      ...(undone.has(column) ? { encodedTwice: true } : {}),
    };
  });
}

function saysOfWrongBytes(settings: ImportSettings, found: Findings): string | null {
  const { wrongBytesLine, wrongCells, firstWrong } = found;
  const { encoding, fallback } = settings.dialect;
  const cells = wrongCells === 1 ? "1 cell has" : `${wrongCells} cells have`;
  if (firstWrong !== null) {
    const { line, column, raw, read } = firstWrong;
    const header = headerOf(settings, column);
    const bytes = `${cells} bytes that are not ${encoding}, the first on line ${line}, ${header}: ${raw.slice(0, MAX_SHOWN)}`;
    return fallback === undefined
      ? `${bytes}; they are left out`
      : `${bytes}; read as ${fallback}: ${read.slice(0, MAX_SHOWN)}`;
  }
  if (wrongBytesLine === null) return null;
  return `line ${wrongBytesLine} holds bytes that are not ${encoding}; cells with such bytes are left out`;
}

/** Characters of a cell that are shown. */
const MAX_SHOWN = 40;
