/**
 * What a file is, by its own bytes, and how rows come out of it: workbooks, contact cards and JSON become a rows file,
 * archives are unpacked, other text is left as it is. The readers of workbooks are loaded when the first one comes.
 */
import { mkdir } from "node:fs/promises";
import type { Conversion, Converter } from "../app/ports/converter.ts";
import type { TableBytes } from "../app/ports/table-bytes.ts";
import type { InputFile } from "../app/ports.ts";
import { accept, refuse } from "../core/problem/refusal.ts";
import type { Evidence } from "../core/tabular/dialect.ts";
import { TEXT_FORMATS } from "../core/tabular/formats/text-formats.ts";
import { SNIFF_BYTES } from "../core/tabular/sniffing/sniff.ts";
import type { PackedFile } from "./archive/packed-file.ts";
import { UnpackedBytes } from "./archive/unpacked-bytes.ts";
import { isOldOfficeFile, oldOfficeRefusal } from "./old-office-file.ts";
import { RefusedFile } from "./refused-file.ts";
import { rowsConversion } from "./rows-conversion.ts";
import { scratchInput } from "./scratch-input.ts";
import { textRows } from "./text-rows.ts";

type Ask = { readonly sheet: string | null; readonly scratch: string };

/** @param scratch a folder for the shared texts of a workbook that do not fit into memory; made when it is needed */
export function fileConverter(scratch: string): Converter {
  return {
    async open(file, { sheet }) {
      try {
        return accept(await openFile(file, { sheet, scratch }));
      } catch (error) {
        if (error instanceof RefusedFile) return refuse(error.refusal);
        throw error;
      }
    },
  };
}

async function openFile(file: TableBytes, ask: Ask): Promise<Conversion | null> {
  const start = await file.slice(0, SNIFF_BYTES);
  const kind = kindOf(start);
  if (kind === "old office") throw await oldOfficeRefusal(start, file);
  if (kind === "text") return openText(file, { start, ask, besides: [] });
  const budget = new UnpackedBytes(file.size);
  await mkdir(ask.scratch, { recursive: true });
  if (kind === "gzip") {
    const { gunzip } = await import("./archive/gunzip.ts");
    const says = "The file is a gzip archive, and what is read is the file in it.";
    return openPacked({ bytes: () => gunzip(file, budget), says }, { ask, budget });
  }
  const { ZipArchive } = await import("./archive/zip-archive.ts");
  const zip = await ZipArchive.open(file, budget);
  const { openWorkbook } = await import("./workbook/open-workbook.ts");
  const workbook = await openWorkbook(zip, ask);
  if (workbook) return rowsConversion(workbook, { budget, besides: [], close: async () => undefined });
  const { packedFile } = await import("./archive/packed-file.ts");
  return openPacked(packedFile(zip), { ask, budget });
}

type Packed = { readonly ask: Ask; readonly budget: UnpackedBytes };

/** One level only: an archive in an archive is not looked into, a workbook in one is. */
async function openPacked(packed: PackedFile, around: Packed): Promise<Conversion | null> {
  const bytes = packed.bytes()[Symbol.asyncIterator]();
  try {
    return await openUnpacked(bytes, { ...around, besides: [{ about: "format", says: packed.says }] });
  } catch (error) {
    await bytes.return?.();
    throw error;
  }
}

type Unpacked = Packed & { readonly besides: readonly Evidence[] };

async function openUnpacked(
  bytes: AsyncIterator<Uint8Array>,
  { ask, budget, besides }: Unpacked,
): Promise<Conversion | null> {
  const { start, ended } = await firstBytes(bytes, SNIFF_BYTES);
  const kind = kindOf(start);
  if (kind === "gzip") throw nested();
  if (kind === "old office") throw await oldOfficeRefusal(start, null);
  if (kind === "text" && textFormatOf(start, ended) === null) {
    if (ask.sheet !== null) throw noSheets();
    return packedText(both(start, bytes), besides);
  }
  const file = await scratchInput("the file in the archive", both(start, bytes));
  try {
    const conversion =
      kind === "text"
        ? openText(file, { start, ask, besides })
        : await openPackedWorkbook(file, { ask, budget, besides });
    if (conversion) return { ...conversion, close: () => file.close() };
    throw nested();
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openPackedWorkbook(file: InputFile, { ask, budget, besides }: Unpacked): Promise<Conversion | null> {
  const { ZipArchive } = await import("./archive/zip-archive.ts");
  const { openWorkbook } = await import("./workbook/open-workbook.ts");
  const workbook = await openWorkbook(await ZipArchive.open(file, budget), ask);
  return workbook && rowsConversion(workbook, { budget, besides, close: async () => undefined });
}

type TextFile = { readonly start: Uint8Array; readonly ask: Ask; readonly besides: readonly Evidence[] };

/** Null = delimited text, which needs no conversion. */
function openText(file: TableBytes, { start, ask, besides }: TextFile): Conversion | null {
  if (ask.sheet !== null) throw noSheets();
  const found = textFormatOf(start, file.size <= start.length);
  if (found === null) return null;
  const budget = new UnpackedBytes(file.size);
  return rowsConversion(textRows(file, found), { budget, besides, close: async () => undefined });
}

/** The first bytes are those of a file that needs no conversion. */
export const isPlainText = (start: Uint8Array, whole: boolean): boolean =>
  kindOf(start) === "text" && textFormatOf(start, whole) === null;

function textFormatOf(start: Uint8Array, whole: boolean) {
  for (const format of TEXT_FORMATS) {
    const detected = format.detect(start, whole);
    if (detected) return { format, detected };
  }
  return null;
}

/** The text of an archive passes through as it is. */
function packedText(bytes: AsyncIterable<Uint8Array>, evidence: readonly Evidence[]): Conversion {
  let refused: RefusedFile | null = null;
  return {
    format: "csv",
    async *bytes() {
      try {
        yield* bytes;
      } catch (error) {
        if (!(error instanceof RefusedFile)) throw error;
        refused = error;
      }
    },
    result: () => (refused ? refuse(refused.refusal) : accept({ from: null, evidence })),
    close: async () => undefined,
  };
}

type Kind = "zip" | "gzip" | "old office" | "text";

function kindOf(start: Uint8Array): Kind {
  const [a, b, c, d] = start;
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return "zip";
  if (a === 0x1f && b === 0x8b) return "gzip";
  return isOldOfficeFile(start) ? "old office" : "text";
}

const nested = (): RefusedFile => RefusedFile.of("archive_contents", "The archive holds another archive.");
const noSheets = (): RefusedFile => RefusedFile.of("sheet_unknown", "The file is no workbook: it has no sheets.");

async function firstBytes(bytes: AsyncIterator<Uint8Array>, wanted: number) {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < wanted) {
    const next = await bytes.next();
    if (next.done) return { start: Buffer.concat(pieces), ended: true };
    pieces.push(next.value);
    length += next.value.length;
  }
  return { start: Buffer.concat(pieces), ended: false };
}

async function* both(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
