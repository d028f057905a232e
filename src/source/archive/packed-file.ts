/**
 * The one file of a contact list that somebody has zipped, or contact cards, of which address books make a file each. What
 * systems put beside them without being asked does not count.
 */
import { basename } from "node:path/posix";
import { quotedNames } from "../../core/problem/quoted-names.ts";
import { RefusedFile } from "../refused-file.ts";
import type { ZipArchive } from "./zip-archive.ts";

const BESIDES = /(^|\/)(__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/i;
const NAMES_SHOWN = 5;

export type PackedFile = {
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** How it was packed, in a sentence that can be shown as it is. */
  readonly says: string;
};

/** Throws `RefusedFile` where there is no file in the archive, or several that are not all contact cards. */
export function packedFile(zip: ZipArchive): PackedFile {
  const names = zip.names.filter((name) => !BESIDES.test(name));
  const [only, ...more] = names;
  if (only === undefined) throw RefusedFile.of("archive_contents", "The zip archive holds no file.");
  if (more.length > 0 && areCards(names)) {
    const says = `The file is a zip archive of ${names.length} files with contact cards, read one behind the other.`;
    return { bytes: () => joined(zip, names), says };
  }
  if (more.length > 0) {
    const message = `The zip archive holds ${names.length} files: ${quotedNames(names, NAMES_SHOWN)}.`;
    throw RefusedFile.of("archive_contents", message);
  }
  return {
    bytes: () => zip.read(only),
    says: `The file is a zip archive, and what is read is “${basename(only)}” in it.`,
  };
}

/** Names that differ in case alone are one to the archive. */
const areCards = (names: readonly string[]): boolean =>
  names.every((name) => /\.vcf$/i.test(name)) && new Set(names.map((name) => name.toLowerCase())).size === names.length;

const LINE_END = Buffer.from("\r\n");
/** Of UTF-8: inside of a text it would be a character. */
const MARK = Buffer.from("\ufeff");

async function* joined(zip: ZipArchive, names: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const name of names) {
    let isStart = true;
    for await (const piece of zip.read(name)) {
      yield isStart && MARK.equals(piece.subarray(0, MARK.length)) ? piece.subarray(MARK.length) : piece;
      isStart = false;
    }
    yield LINE_END;
  }
}
