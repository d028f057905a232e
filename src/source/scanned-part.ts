/** What a scan has found in a file or a part of it: plain data that crosses threads, is joined, and at last becomes the answer. */
import { compileScan } from "../app/compile-import.ts";
import type { ColumnReading, ImportSettings } from "../app/import-settings.ts";
import type { FilePosition, ScanAnswer } from "../app/ports.ts";
import { ColumnEvidence, type Witnesses } from "../core/contact/column-evidence.ts";
import { decidePhoneCountry, joinPhones, type PhoneWitnesses } from "../core/contact/phone-evidence.ts";

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
  /** In the order of the compiled scan's columns. */
  readonly witnesses: readonly Witnesses[];
  /** What the numbers show of their country. */
  readonly phones: PhoneWitnesses;
  /** Columns of which a cell holds several addresses or numbers where the field has one. */
  readonly withSeveral: readonly number[];
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
    wrongBytesLine: first.wrongBytesLine ?? (wrongBytesLine === null ? null : wrongBytesLine + linesBefore),
    witnesses,
    phones: joinPhones(first.phones, second.phones, linesBefore),
    withSeveral: [...new Set([...first.withSeveral, ...second.withSeveral])],
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
  if (wrongBytesLine !== null) {
    const { encoding } = settings.dialect;
    says.push(`line ${wrongBytesLine} holds bytes that are not ${encoding}; cells with such bytes are left out`);
  }
  const numbers = numberReadings(settings, found);
  says.push(...numbers.says);
  const readings = decided.map(({ column, decision }): ColumnReading => {
    const { dateOrder = "unknown", decimalMark = "unknown" } = decision;
    return {
      column,
      dateOrder: dateOrder === "conflict" ? "unknown" : dateOrder,
      decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
      ...(decision.dayCounts ? { dayCounts: true } : {}),
    };
  });
  return { facts: { lines, blankLines, says }, readings: [...readings, ...numbers.readings] };
}

/** Of columns of addresses and numbers. */
function numberReadings(
  settings: ImportSettings,
  { phones, withSeveral }: Findings,
): { readonly readings: readonly ColumnReading[]; readonly says: readonly string[] } {
  const open = compileScan(settings).phones;
  const country = open.length > 0 ? decidePhoneCountry(phones) : null;
  const columns = new Set([...withSeveral, ...(country === null ? [] : open)]);
  const readings = [...columns].map((column) => ({
    ...{ column, dateOrder: "unknown" as const, decimalMark: "unknown" as const },
    ...(country !== null && open.includes(column) ? { country: country.country } : {}),
    ...(withSeveral.includes(column) ? { several: true } : {}),
  }));
  const says = withSeveral.map((column) => {
    const header = settings.mapping[column]?.header ?? "";
    return `${header}: some cells hold several values; the first stays, the others go to the list beside the field`;
  });
  return { readings, says: country === null ? says : [...says, country.says] };
}
