/**
 * What a scan would find once some rows say something else, told from what it has found and from those rows. Null where only
 * the whole file can tell.
 */
import { looksDoubleEncoded, undoDoubleEncoding } from "../../../core/contact/double-encoding.ts";
import { movedPhones, movedWitnesses } from "../../../core/contact/moved-evidence.ts";
import { noPhoneWitnesses, observePhone, type PhoneWitnesses } from "../../../core/contact/phone-evidence.ts";
import { withCurrency } from "../../../core/mapping/currency-columns.ts";
import type { DraftBatch } from "../../../core/plan/draft.ts";
import { DraftBuilder } from "../../../core/plan/draft-builder.ts";
import { eachFileKey, keyOfFile } from "../../../core/plan/file-keys.ts";
import { cellText } from "../../../core/tabular/rows/cell-text.ts";
import { isRagged } from "../../../core/tabular/rows/ragged-row.ts";
import type { Row } from "../../../core/tabular/rows/row.ts";
import { type CompiledScan, compileScan } from "../compile-import.ts";
import type { ImportSettings } from "../import-settings.ts";
import type { ScanFindings } from "../scanning/scan-findings.ts";
import type { CorrectedRow } from "./corrected-rows.ts";

export function movedFindings(
  settings: ImportSettings,
  found: ScanFindings,
  rows: readonly CorrectedRow[],
): ScanFindings | null {
  // As the scan does, which reads the columns before it has read anything out of them.
  const compiled = compileScan({ ...settings, readings: [] });
  let moved: ScanFindings | null = found;
  for (const row of rows) {
    if (moved === null || mayBeDoubled(row) || !hasSameSeveral(compiled, moved, row)) return null;
    moved = movedBy(compiled, moved, row);
  }
  return moved;
}

/** Texts that were encoded twice are looked for where a block of the file shows some. */
function mayBeDoubled({ before, after }: CorrectedRow): boolean {
  const changed = (cell: string, column: number, cells: readonly string[]): boolean => cell !== cells[column];
  return [
    ...before.cells.filter((cell, column) => changed(cell, column, after.cells)),
    ...after.cells.filter((cell, column) => changed(cell, column, before.cells)),
  ].some((cell) => looksDoubleEncoded(cell) || undoDoubleEncoding(cell) !== null);
}

/** Which columns hold several values in a cell is known of the file, and not of how many rows. */
function hasSameSeveral(
  compiled: CompiledScan,
  { withSeveral }: ScanFindings,
  { before, after }: CorrectedRow,
): boolean {
  const [then, now] = [before, after].map((row) => {
    const builder = new DraftBuilder(compiled.drafts);
    builder.add(row);
    return builder.withSeveral;
  });
  return (
    (now ?? []).every((column) => withSeveral.includes(column)) && (then ?? []).every((column) => now?.includes(column))
  );
}

function movedBy(
  { evidence, phones: columns, drafts }: CompiledScan,
  found: ScanFindings,
  { before, after }: CorrectedRow,
): ScanFindings | null {
  const { line } = after;
  const witnesses = evidence.map(({ column, currencies, type }, at) => {
    const shown = (row: Row): string =>
      currencies < 0 ? textIn(row, column) : withCurrency(textIn(row, column), textIn(row, currencies));
    return movedWitnesses(type, found.witnesses[at] ?? {}, { line, before: shown(before), after: shown(after) });
  });
  const known = witnesses.filter((witness) => witness !== null);
  const phones = movedPhones(found.phones, { before: phonesIn(before, columns), after: phonesIn(after, columns) });
  if (known.length < witnesses.length || phones === null) return null;
  const { width } = drafts.shape;
  const raggedRows = found.raggedRows + Number(isRaggedRow(after, width)) - Number(isRaggedRow(before, width));
  return { ...found, witnesses: known, phones, raggedRows };
}

const textIn = ({ cells }: Row, column: number): string => cellText(cells[column] ?? "");

const isRaggedRow = ({ cells, unread }: Row, width: number): boolean =>
  cells.length !== width && unread === undefined && isRagged(cells, width);

function phonesIn(row: Row, columns: readonly number[]): PhoneWitnesses {
  const found = noPhoneWitnesses();
  for (const column of columns) {
    const text = textIn(row, column);
    if (text !== "") observePhone(found, text, row.line);
  }
  return found;
}

/** Rows with the keys by which the scan compares them with the others of their file. */
export function keyDrafts(settings: ImportSettings, rows: readonly Row[]): DraftBatch {
  // Numbers are compared once it is known which country they are of.
  const isOfCountry = settings.readings.some(({ country }) => country !== undefined);
  const builder = new DraftBuilder(compileScan(isOfCountry ? settings : { ...settings, readings: [] }).drafts);
  for (const row of rows) builder.add(row);
  return builder.take();
}

/** The keys of each row, as one number each. */
export function fileKeys(settings: ImportSettings, rows: readonly Row[]): readonly (readonly number[])[] {
  const keys = new Map<number, number[]>();
  eachFileKey(keyDrafts(settings, rows), settings.policy.match.indexOf("id"), (tag, hash, line) =>
    keys.set(line, [...(keys.get(line) ?? []), keyOfFile(tag, hash)]),
  );
  return rows.map(({ line }) => keys.get(line) ?? []);
}
