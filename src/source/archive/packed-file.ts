/** The one file of a contact list that somebody has zipped. What systems put beside it without being asked does not count. */
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

/** Throws `RefusedFile` where there is no file in the archive, or more than one. */
export function onlyFile(zip: ZipArchive): PackedFile {
  const names = zip.names.filter((name) => !BESIDES.test(name));
  const [only, ...more] = names;
  if (only === undefined) throw RefusedFile.of("archive_contents", "The zip archive holds no file.");
  if (more.length > 0) {
    const message = `The zip archive holds ${names.length} files: ${quotedNames(names, NAMES_SHOWN)}.`;
    throw RefusedFile.of("archive_contents", message);
  }
  return {
    bytes: () => zip.read(only),
    says: `The file is a zip archive, and what is read is “${basename(only)}” in it.`,
  };
}
