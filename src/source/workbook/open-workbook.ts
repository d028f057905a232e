/** Whether an archive is a workbook, judged by what it holds; other documents in archives are named and turned away. */
import type { ZipArchive } from "../archive/zip-archive.ts";
import { RefusedFile } from "../refused-file.ts";
import type { RowSource } from "../row-source.ts";
import { openOds } from "./ods.ts";
import { readPart } from "./part-text.ts";
import { openXlsx } from "./xlsx.ts";
import { workbookPart } from "./xlsx-parts.ts";

type Ask = { readonly sheet: string | null; readonly scratch: string };

const CONTENT_TYPES = "[Content_Types].xml";
const MIME_TYPE = "mimetype";
const MANIFEST = "META-INF/manifest.xml";

/** Null = an archive of some files. Throws `RefusedFile`. */
export async function openWorkbook(zip: ZipArchive, ask: Ask): Promise<RowSource | null> {
  if (zip.has(CONTENT_TYPES) || zip.has("xl/workbook.xml")) return openOfficeFile(zip, ask);
  if (zip.has("content.xml") && (zip.has(MIME_TYPE) || zip.has(MANIFEST))) return openDocumentFile(zip, ask);
  if (zip.names.some((name) => name.startsWith("Index/") && name.endsWith(".iwa"))) {
    throw otherDocument("a document of Apple's Numbers, Pages or Keynote");
  }
  return null;
}

async function openOfficeFile(zip: ZipArchive, ask: Ask): Promise<RowSource> {
  const part = await workbookPart(zip);
  if (part === null) throw otherDocument("an Office package without a workbook");
  const other = OTHERS.find(([pattern]) => pattern.test(part));
  if (other) throw otherDocument(other[1]);
  return openXlsx(zip, part, ask);
}

const OTHERS: readonly (readonly [part: RegExp, is: string])[] = [
  [/\.bin$/i, "a binary Excel workbook (.xlsb)"],
  [/(^|\/)document\.xml$/i, "a Word document (.docx)"],
  [/(^|\/)presentation\.xml$/i, "a PowerPoint presentation (.pptx)"],
];

async function openDocumentFile(zip: ZipArchive, { sheet }: Ask): Promise<RowSource> {
  const start = zip.has(MIME_TYPE) ? await zip.start(MIME_TYPE, 200) : new Uint8Array();
  const type = new TextDecoder().decode(start).trim();
  if (type !== "" && !type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
    throw otherDocument(`an OpenDocument file of another kind (${type})`);
  }
  await readPart(zip, MANIFEST, {
    open(name) {
      if (name === "encryption-data")
        throw RefusedFile.of("file_encrypted", "The spreadsheet opens only with its password.");
    },
  });
  return openOds(zip, sheet);
}

const otherDocument = (is: string): RefusedFile =>
  RefusedFile.of("file_not_text", `It is ${is}, whatever its name says.`);
