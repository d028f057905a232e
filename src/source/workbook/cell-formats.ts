/** What the number formats of a workbook's cells mean, by the number that a cell gives as its style (`styles.xml`). */
import { builtinNumberFormat, type NumberFormat, readNumberFormat } from "../../core/sheet/number-format.ts";
import type { ZipArchive } from "../archive/zip-archive.ts";
import { readPart } from "./part-text.ts";
import { attribute } from "./xml.ts";

/** Formats of cells; a workbook has 65,490 at most. */
const MOST_FORMATS = 100_000;

export async function readCellFormats(zip: ZipArchive, part: string | null): Promise<readonly NumberFormat[]> {
  if (part === null) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await readPart(zip, part, {
    open(name, attributes) {
      const id = Number(attribute(attributes, "numFmtId") ?? 0);
      if (name === "numFmt" && codes.size < MOST_FORMATS) codes.set(id, attribute(attributes, "formatCode") ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells && ids.length < MOST_FORMATS) ids.push(id);
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  const formats = new Map<number, NumberFormat>();
  return ids.map((id) => {
    const code = codes.get(id);
    const format = formats.get(id) ?? (code === undefined ? builtinNumberFormat(id) : readNumberFormat(code));
    formats.set(id, format);
    return format;
  });
}
