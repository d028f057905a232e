/** What a scan has found in a file or a part of it: plain data that crosses threads, is joined, and at last becomes the answer. */
import { speaksAgainstDialect } from "../../../core/tabular/rows/ragged-row.ts";
import type { FilePosition, ScanAnswer } from "../../ports.ts";
import { compileImport } from "../compile-import.ts";
import type { ImportSettings } from "../import-settings.ts";
import { columnReadings, joinObserved } from "./column-readings.ts";
import type { ScanFindings } from "./scan-findings.ts";

export type ScannedPart = ScanFindings & {
  /** The first row behind the part. */
  readonly end: FilePosition;
  /** Cells of the file's first row; 0 = the part holds no row. */
  readonly columns: number;
  /** The first row of every batch. */
  readonly marks: readonly FilePosition[];
  /** Memory of the filters over the part's keys. */
  readonly keys: SharedArrayBuffer;
};

export type Findings = Omit<ScannedPart, "end" | "columns" | "keys">;

/** Without what only whoever reads the file is to know. */
export function findingsOf(part: ScanFindings): ScanFindings {
  const { witnesses, phones, withSeveral, doubled } = part;
  const { lines, blankLines, droppedNuls, raggedRows, wrongBytesLine, wrongCells, firstWrong } = part;
  const rows = { lines, blankLines, droppedNuls, raggedRows };
  return { ...rows, wrongBytesLine, wrongCells, firstWrong, witnesses, phones, withSeveral, doubled };
}

/** `linesBefore`: what is to be added to the second part's line numbers. */
export function joinParts(
  settings: ImportSettings,
  first: Findings,
  { second, linesBefore }: { readonly second: Findings; readonly linesBefore: number },
): Findings {
  const { wrongBytesLine, firstWrong } = second;
  return {
    lines: first.lines + second.lines,
    blankLines: first.blankLines + second.blankLines,
    droppedNuls: first.droppedNuls + second.droppedNuls,
    raggedRows: first.raggedRows + second.raggedRows,
    wrongBytesLine: first.wrongBytesLine ?? (wrongBytesLine === null ? null : wrongBytesLine + linesBefore),
    wrongCells: first.wrongCells + second.wrongCells,
    firstWrong: first.firstWrong ?? (firstWrong && { ...firstWrong, line: firstWrong.line + linesBefore }),
    ...joinObserved(settings, first, { second, linesBefore }),
    marks: [...first.marks, ...second.marks.map(({ offset, line }) => ({ offset, line: line + linesBefore }))],
  };
}

/** What is known of the whole file once all of its parts are joined. */
export function scanAnswer(
  settings: ImportSettings,
  found: ScanFindings,
): Pick<ScanAnswer, "facts" | "readings" | "wrongBytesLine"> {
  const { lines, blankLines, droppedNuls, raggedRows, wrongBytesLine } = found;
  const decided = columnReadings(settings, found);
  const says = [...decided.says, ...saysOfFurtherColumns(settings)];
  if (droppedNuls > 0) says.push(`${droppedNuls} NUL characters were left out of cells`);
  if (speaksAgainstDialect(raggedRows, lines)) {
    says.push(
      `${raggedRows} of ${lines} rows have more or fewer cells than the header; another delimiter may be meant`,
    );
  }
  const wrong = saysOfWrongBytes(settings, found);
  if (wrong !== null) says.push(wrong);
  return { facts: { lines, blankLines, says }, readings: decided.readings, wrongBytesLine };
}

/** That one column counts for another is seen before it does. */
function saysOfFurtherColumns(settings: ImportSettings): readonly string[] {
  const { shape } = compileImport(settings);
  const headersOf = (slot: number): string =>
    (shape.slots[slot]?.columns ?? []).map((column) => shape.headers[column] || `#${column + 1}`).join(", ");
  return shape.furtherColumns.map(
    ({ first, further }) => `${headersOf(further)}: the first value stands in where ${headersOf(first)} is empty`,
  );
}

function saysOfWrongBytes(settings: ImportSettings, found: ScanFindings): string | null {
  const { wrongBytesLine, wrongCells, firstWrong } = found;
  const { encoding, fallback } = settings.dialect;
  const cells = wrongCells === 1 ? "1 cell has" : `${wrongCells} cells have`;
  if (firstWrong !== null) {
    const { line, column, raw, read } = firstWrong;
    const header = settings.mapping[column]?.header || `#${column + 1}`;
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
