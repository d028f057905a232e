/** An OpenDocument spreadsheet (`.ods`; ODF 1.0 to 1.4): the rows of one sheet, streamed. */
import type { Evidence } from "../../core/tabular/dialect.ts";
import type { SourceRow } from "../../core/tabular/formats/source-row.ts";
import type { ZipArchive } from "../archive/zip-archive.ts";
import type { RowSource } from "../row-source.ts";
import { askedSheet, checkOnlyOne, noValues, sheetEvidence } from "./choose-sheet.ts";
import { OdsSheets, type RepeatedRow } from "./ods-sheets.ts";
import { readXml } from "./xml.ts";

const CONTENT = "content.xml";
/** Rows that are written once are given out in batches. */
const BATCH = 1_000;

/** @param asked name of the sheet; null = the visible one with values */
export function openOds(zip: ZipArchive, asked: string | null): RowSource {
  const sheets = new OdsSheets(asked);
  return {
    format: "ods",
    numbersEveryRow: true,
    async *rows() {
      for await (const _ of readXml(zip.read(CONTENT), sheets, CONTENT)) yield* repeated(sheets.take());
      checkSheets(sheets, asked);
    },
    found() {
      const chosen = sheets.chosen ?? { name: "", hidden: false };
      const evidence: readonly Evidence[] = [
        { about: "format", says: "The file is a zip archive that holds an OpenDocument spreadsheet." },
        { about: "sheet", says: sheetEvidence(chosen, sheets.sheets, asked !== null) },
        ...sheets.hidden.evidence,
        ...sheets.merged.evidence,
      ];
      return { sheet: chosen.name, named: false, evidence };
    },
  };
}

/** Throws `RefusedFile`. */
function checkSheets({ sheets, chosen }: OdsSheets, asked: string | null): void {
  if (asked !== null) askedSheet(sheets, asked);
  else {
    checkOnlyOne(sheets.filter(({ hidden, filled }) => filled && !hidden));
    if (!chosen) throw noValues(sheets);
  }
}

function* repeated(rows: readonly RepeatedRow[]): Generator<readonly SourceRow[]> {
  let batch: SourceRow[] = [];
  for (const { line, cells, times } of rows) {
    for (let at = 0; at < times; at++) {
      batch.push({ line: line + at, cells });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  yield batch;
}
