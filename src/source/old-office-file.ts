/**
 * OLE2 compound files ([MS-CFB]): the Office formats before 2007, and newer workbooks that a password protects, which are put
 * into one. Only told apart here, by the names of their streams; none is read.
 */
import type { TableBytes } from "../app/ports/table-bytes.ts";
import { RefusedFile } from "./refused-file.ts";

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const TAIL_BYTES = 64 * 1024;

export const isOldOfficeFile = (start: Uint8Array): boolean => SIGNATURE.every((byte, at) => start[at] === byte);

const KINDS: readonly (readonly [stream: string, is: string])[] = [
  ["Workbook", "an old Excel workbook (.xls)"],
  ["Book", "an old Excel workbook (.xls)"],
  ["WordDocument", "an old Word document (.doc)"],
  ["PowerPoint Document", "an old PowerPoint presentation (.ppt)"],
  ["__properties_version1.0", "an Outlook message (.msg)"],
];

/** @param start the file's first bytes: the directory of its streams stands there or at the end */
export async function oldOfficeRefusal(start: Uint8Array, file: TableBytes | null): Promise<RefusedFile> {
  const end = (await file?.slice(Math.max(0, file.size - TAIL_BYTES), TAIL_BYTES)) ?? start.subarray(0, 0);
  const text = Buffer.from(start).toString("latin1") + Buffer.from(end).toString("latin1");
  const hasStream = (name: string): boolean => text.includes(`${[...name].join("\0")}\0\0`);
  if (hasStream("EncryptedPackage")) {
    return RefusedFile.of("file_encrypted", "The workbook is encrypted: it opens only with its password.");
  }
  const kind = KINDS.find(([stream]) => hasStream(stream))?.[1] ?? "a file of an old Office program";
  return RefusedFile.of("file_not_text", `It is ${kind}, whatever its name says.`);
}
