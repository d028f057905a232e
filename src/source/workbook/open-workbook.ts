/** Whether an archive is a workbook, judged by what it holds; other documents in archives are named and turned away. */
import type { ZipArchive } from "../archive/zip-archive.ts";
import { RefusedFile } from "../refused-file.ts";
import type { RowSource } from "./row-source.ts";
import { openXlsx } from "./xlsx.ts";
import { workbookPart } from "./xlsx-parts.ts";

type Ask = { readonly sheet: string | null; readonly scratch: string };

const CONTENT_TYPES = "[Content_Types].xml";

/** Null = an archive of some files. Throws `RefusedFile`. */
export async function openWorkbook(zip: ZipArchive, ask: Ask): Promise<RowSource | null> {
  if (zip.has(CONTENT_TYPES) || zip.has("xl/workbook.xml")) return openOfficeFile(zip, ask);
  return null;
}

async function openOfficeFile(zip: ZipArchive, ask: Ask): Promise<RowSource> {
  const part = await workbookPart(zip);
  if (part === null) throw otherDocument("a package without a workbook");
  const other = OTHERS.find(([pattern]) => pattern.test(part));
  if (other) throw otherDocument(other[1]);
  return openXlsx(zip, part, ask);
}

const OTHERS: readonly (readonly [part: RegExp, is: string])[] = [
  [/\.bin$/i, "a binary Excel workbook (.xlsb)"],
  [/^word\//i, "a Word document (.docx)"],
  [/^ppt\//i, "a PowerPoint presentation (.pptx)"],
];

const otherDocument = (is: string): RefusedFile =>
  RefusedFile.of("file_not_text", `It is ${is}, whatever its name says.`);
