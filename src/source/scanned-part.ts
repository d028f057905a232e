/** What a scan has found in a file or a part of it: plain data that crosses threads, is joined, and at last becomes the answer. */
import { compileScan } from "../app/compile-import.ts";
import type { ColumnReading, ImportSettings } from "../app/import-settings.ts";
import type { FilePosition, ScanAnswer } from "../app/ports.ts";
import { ColumnEvidence, type Witnesses } from "../core/contact/column-evidence.ts";
import { speaksAgainstDialect } from "../core/tabular/ragged-row.ts";

export type ScannedPart = {
  /** The first row behind the part. */
  readonly end: FilePosition;
  /** Cells of the file's first row; 0 = the part holds no row. */
  readonly columns: number;
  readonly lines: number;
  readonly blankLines: number;
  readonly droppedNuls: number;
  /** Rows with more or fewer cells than the file has columns. */
  readonly raggedRows: number;
  /** First line with bytes that are not of the file's encoding. */
  readonly wrongBytesLine: number | null;
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
  const { wrongBytesLine } = second;
  const witnesses = compileScan(settings).evidence.map(({ type }, at) => {
    const evidence = new ColumnEvidence(type, first.witnesses[at]);
    evidence.merge(second.witnesses[at] ?? {}, linesBefore);
    return evidence.witnesses;
  });
  return {
    lines: first.lines + second.lines,
    blankLines: first.blankLines + second.blankLines,
    droppedNuls: first.droppedNuls + second.droppedNuls,
    raggedRows: first.raggedRows + second.raggedRows,
    wrongBytesLine: first.wrongBytesLine ?? (wrongBytesLine === null ? null : wrongBytesLine + linesBefore),
    witnesses,
  };
}

export function scanAnswer(settings: ImportSettings, found: Findings): Omit<ScanAnswer, "duplicates"> {
  const { lines, blankLines, droppedNuls, raggedRows, wrongBytesLine } = found;
  const decided = compileScan(settings).evidence.map(({ column, header, type }, at) => ({
    column,
    header,
    decision: new ColumnEvidence(type, found.witnesses[at]).decide(),
  }));
  const says = decided.flatMap(({ header, decision }) => decision.says.map((sentence) => `${header}: ${sentence}`));
  if (droppedNuls > 0) says.push(`${droppedNuls} NUL characters were left out of cells`);
  if (speaksAgainstDialect(raggedRows, lines)) {
    says.push(
      `${raggedRows} of ${lines} rows have more or fewer cells than the header; another delimiter may be meant`,
    );
  }
  if (wrongBytesLine !== null) {
    const { encoding } = settings.dialect;
    says.push(`line ${wrongBytesLine} holds bytes that are not ${encoding}; cells with such bytes are left out`);
  }
  const readings = decided.map(({ column, decision }): ColumnReading => {
    const { dateOrder = "unknown", decimalMark = "unknown" } = decision;
    return {
      column,
      dateOrder: dateOrder === "conflict" ? "unknown" : dateOrder,
      decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
    };
  });
  return { facts: { lines, blankLines, says }, readings };
}
