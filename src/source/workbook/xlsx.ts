/** An Excel workbook (`.xlsx`, `.xlsm`; ECMA-376, strict and transitional): the rows of one sheet, streamed. */
import type { Evidence } from "../../core/tabular/dialect.ts";
import type { SourceRow } from "../../core/tabular/formats/source-row.ts";
import type { ZipArchive } from "../archive/zip-archive.ts";
import type { RowSource } from "../row-source.ts";
import { readCellFormats } from "./cell-formats.ts";
import { askedSheet, checkOnlyOne, noValues, sheetEvidence } from "./choose-sheet.ts";
import { SharedTexts } from "./shared-texts.ts";
import { type CellValues, SheetRows } from "./sheet-rows.ts";
import { readXlsxParts, type WorkbookSheet, type XlsxParts } from "./xlsx-parts.ts";
import { readXml } from "./xml.ts";

type Ask = {
  /** Name of the sheet; null = the one that holds values. */
  readonly sheet: string | null;
  /** Room for scratch files. */
  readonly scratch: string;
};

/** Throws `RefusedFile`. */
export async function openXlsx(zip: ZipArchive, workbook: string, ask: Ask): Promise<RowSource> {
  const parts = await readXlsxParts(zip, workbook);
  const chosen = ask.sheet === null ? await onlySheet(zip, parts.sheets) : askedSheet(parts.sheets, ask.sheet);
  const evidence: Evidence[] = [
    { about: "format", says: `The file is a zip archive that holds a workbook (${workbook}).` },
    { about: "sheet", says: sheetEvidence(chosen, parts.sheets, ask.sheet !== null) },
  ];
  if (parts.system === 1904) evidence.push({ about: "format", says: "The workbook counts its days from 1904." });
  return {
    format: "xlsx",
    numbersEveryRow: true,
    rows: () => sheetRows(zip, { chosen, parts, scratch: ask.scratch, evidence }),
    found: () => ({ sheet: chosen.name, named: false, evidence }),
  };
}

type Reading = {
  readonly chosen: WorkbookSheet;
  readonly parts: XlsxParts;
  readonly scratch: string;
  readonly evidence: Evidence[];
};

async function* sheetRows(
  zip: ZipArchive,
  { chosen, parts, scratch, evidence }: Reading,
): AsyncGenerator<readonly SourceRow[]> {
  const formats = await readCellFormats(zip, parts.styles);
  const texts = new SharedTexts(scratch);
  try {
    if (parts.texts !== null) await texts.load(zip.read(parts.texts), parts.texts);
    const rows = new SheetRows({ text: (index) => texts.at(index), formats, system: parts.system });
    for await (const _ of readXml(zip.read(chosen.part), rows, chosen.part)) yield rows.take();
    evidence.push(...rows.hidden.evidence, ...rows.merged.evidence);
    if (rows.uncomputed > 0) {
      const says = `Formulas that were never computed, and are read as empty: ${rows.uncomputed}. Opened and saved in a spreadsheet program, they have values.`;
      evidence.push({ about: "sheet", says, notice: true });
    }
  } finally {
    await texts.close();
  }
}

/** The one visible sheet with values. Each is read only until it has shown one. */
async function onlySheet(zip: ZipArchive, sheets: readonly WorkbookSheet[]): Promise<WorkbookSheet> {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const filled: WorkbookSheet[] = [];
  for (const sheet of visible.length > 1 ? visible : []) if (await hasValues(zip, sheet)) filled.push(sheet);
  checkOnlyOne(filled);
  const only = filled[0] ?? (visible.length === 1 ? visible[0] : undefined);
  if (!only) throw noValues(sheets);
  return only;
}

/** Which text a cell shares does not matter here. */
const ANY_TEXT: CellValues = { text: () => "text", formats: [], system: 1900 };

async function hasValues(zip: ZipArchive, { part }: WorkbookSheet): Promise<boolean> {
  const rows = new SheetRows(ANY_TEXT);
  for await (const _ of readXml(zip.read(part), rows, part)) if (rows.take().length > 0) return true;
  return false;
}
