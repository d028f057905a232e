/** Recognises files that are no table in text form, whatever their name says, by the first bytes they start with. */

type Signature = { readonly starts: readonly number[]; readonly is: string; readonly fix: string };

const ascii = (text: string): readonly number[] => Array.from(text, (char) => char.charCodeAt(0));
const UNPACK = "Unpack it first and give the file that is inside.";
const SAVE_AS_CSV = 'Open it in the program it belongs to and save it as "CSV UTF-8".';

const SIGNATURES: readonly Signature[] = [
  { starts: ascii("%PDF-"), is: "a PDF document", fix: "Export the contacts from where the PDF was made, as CSV." },
  { starts: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], is: "an old Excel workbook (.xls)", fix: SAVE_AS_CSV },
  { starts: [0x1f, 0x8b], is: "a gzip archive", fix: UNPACK },
  { starts: ascii("7z\xbc\xaf\x27\x1c"), is: "a 7-Zip archive", fix: UNPACK },
  { starts: ascii("Rar!\x1a\x07"), is: "a RAR archive", fix: UNPACK },
  { starts: ascii("BZh"), is: "a bzip2 archive", fix: UNPACK },
  { starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a], is: "an xz archive", fix: UNPACK },
  { starts: [0x28, 0xb5, 0x2f, 0xfd], is: "a Zstandard archive", fix: UNPACK },
  { starts: [0x89, 0x50, 0x4e, 0x47], is: "a PNG image", fix: SAVE_AS_CSV },
  { starts: [0xff, 0xd8, 0xff], is: "a JPEG image", fix: SAVE_AS_CSV },
  { starts: ascii("GIF8"), is: "a GIF image", fix: SAVE_AS_CSV },
  { starts: ascii("SQLite format 3\0"), is: "an SQLite database", fix: "Export the table of contacts from it as CSV." },
  { starts: ascii("PAR1"), is: "a Parquet file", fix: "Export it as CSV." },
  { starts: ascii("{\\rtf"), is: "a rich text document (RTF)", fix: SAVE_AS_CSV },
  { starts: ascii("\x7fELF"), is: "a program", fix: "Give the file that the contacts are in." },
];

/** What a zip archive is, judged by the names of the first files in it. */
const ZIP_CONTENTS: readonly (readonly [marker: string, is: string])[] = [
  ["xl/", "an Excel workbook (.xlsx)"],
  ["word/", "a Word document (.docx)"],
  ["opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)"],
  ["Index/", "a Numbers spreadsheet"],
];

/** What a folder that is synchronised shows of a document that is elsewhere. */
const WEB_SHORTCUT = /^\[internetshortcut\]/i;
const DOWNLOAD = "Open it, download there what it leads to as .xlsx or CSV, and give that file.";

/** Characters; they have a few hundred. */
const LONGEST_SHORTCUT = 2_000;

/** @param text the whole file, or as much of it as shows that it is longer than a shortcut */
export const isGoogleShortcut = (text: string): boolean =>
  text.length <= LONGEST_SHORTCUT &&
  /^\s*\{[^{}]*"doc_id"[^{}]*\}\s*$/i.test(text) &&
  /"resource_key"|docs\.google\.com/i.test(text);

export type ForeignFile = { readonly is: string; readonly fix: string };

/** @returns what the file is and how to get a CSV from it, or null if it may be text */
export function foreignFile(sample: Uint8Array): ForeignFile | null {
  if (startsWith(sample, [0x50, 0x4b, 3, 4]) || startsWith(sample, [0x50, 0x4b, 5, 6])) return zipFile(sample);
  const known = SIGNATURES.find((signature) => startsWith(sample, signature.starts));
  if (known) return { is: known.is, fix: known.fix };
  const text = latin(sample.subarray(0, 512)).trimStart().toLowerCase();
  if (isGoogleShortcut(latin(sample.subarray(0, LONGEST_SHORTCUT + 1))))
    return { is: "a shortcut to a document of Google, not the document", fix: DOWNLOAD };
  if (WEB_SHORTCUT.test(text)) return { is: "a shortcut to a web page, not the page", fix: DOWNLOAD };
  if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
    const fix =
      "If a spreadsheet program opens it, save it there as .xlsx or CSV. Otherwise it is often a sign-in or error page that was saved instead of the file: download the file again.";
    return { is: "a web page (HTML)", fix };
  }
  if (text.startsWith("<?xml")) return { is: "an XML document", fix: SAVE_AS_CSV };
  return null;
}

function zipFile(sample: Uint8Array): ForeignFile {
  const text = latin(sample.subarray(0, 16_384));
  const content = ZIP_CONTENTS.find(([marker]) => text.includes(marker));
  return content ? { is: content[1], fix: SAVE_AS_CSV } : { is: "a zip archive", fix: UNPACK };
}

function startsWith(sample: Uint8Array, bytes: readonly number[]): boolean {
  return sample.length >= bytes.length && bytes.every((byte, index) => sample[index] === byte);
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
