/**
 * A zip archive as a set of named parts. What yauzl leaves to its caller is done here: checksums, a cap on what is unpacked,
 * names that are looked up whatever their case, and every fault in words.
 */
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { ARCHIVE_FILES, READ_BYTES } from "../../app/limits.ts";
import type { TableBytes } from "../../app/ports/table-bytes.ts";
import { StoreFault } from "../../app/store-fault.ts";
import { damaged, RefusedFile } from "../refused-file.ts";
import type { UnpackedBytes } from "./unpacked-bytes.ts";

/** What yauzl reads an archive from. */
export class FileReader extends RandomAccessReader {
  readonly #file: TableBytes;

  constructor(file: TableBytes) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(slices(this.#file, start, end));
  }
}

async function* slices(file: TableBytes, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += READ_BYTES) {
    const bytes = await file.slice(at, Math.min(READ_BYTES, end - at));
    if (bytes.length === 0) return;
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}

export class ZipArchive {
  /** As the archive writes them, folders left out. */
  readonly names: readonly string[];
  readonly #budget: UnpackedBytes;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: readonly Entry[], budget: UnpackedBytes) {
    this.#zip = zip;
    // Parts of a workbook are named without regard to case; of files, each that stands in the archive counts.
    this.#entries = new Map(entries.map((entry) => [partKey(entry.fileName), entry]));
    this.names = entries.map(({ fileName }) => fileName);
    this.#budget = budget;
  }

  /** Throws `RefusedFile`. */
  static async open(file: TableBytes, budget: UnpackedBytes): Promise<ZipArchive> {
    try {
      const zip = await fromRandomAccessReaderPromise(new FileReader(file), file.size, { autoClose: false });
      const entries: Entry[] = [];
      let seen = 0;
      for await (const entry of zip.eachEntry()) {
        if (++seen > ARCHIVE_FILES) throw tooManyFiles();
        if (!entry.fileName.endsWith("/")) entries.push(entry);
      }
      return new ZipArchive(zip, entries, budget);
    } catch (error) {
      throw zipRefusal(error, "The zip archive (every .xlsx and .ods is one)");
    }
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  /** The part's bytes, unpacked. Throws `RefusedFile`: at the end where the checksum says that they are not what was packed. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(partKey(name));
    if (!entry) throw damaged(`The part ${name} is missing.`);
    if (entry.isEncrypted()) throw RefusedFile.of("file_encrypted", `${entry.fileName} needs a password.`);
    this.#budget.expect(entry.uncompressedSize);
    let checksum = 0;
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const piece of stream as AsyncIterable<Uint8Array>) {
        this.#budget.add(piece.length);
        checksum = crc32(piece, checksum);
        yield piece;
      }
    } catch (error) {
      throw zipRefusal(error, entry.fileName);
    }
    if (checksum !== entry.crc32)
      throw damaged(`${entry.fileName} is not what was packed: its checksum is another one.`);
  }

  /** The first bytes of a part, for telling what it is. */
  async start(name: string, bytes: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of this.read(name)) {
      pieces.push(piece);
      length += piece.length;
      if (length >= bytes) break;
    }
    return Buffer.concat(pieces).subarray(0, bytes);
  }
}

const partKey = (name: string): string => name.replace(/^\/+/, "").toLowerCase();

const tooManyFiles = (): RefusedFile =>
  RefusedFile.of("archive_contents", `The archive holds more than ${ARCHIVE_FILES.toLocaleString("en")} files.`);

function zipRefusal(error: unknown, what: string): unknown {
  if (error instanceof RefusedFile || error instanceof StoreFault) return error;
  if (!(error instanceof Error) || "syscall" in error) return error;
  if (/relative path|absolute path/.test(error.message)) {
    return RefusedFile.of("file_suspicious", `The archive names a file outside of itself: ${error.message}.`);
  }
  const cut = /end of central directory|unexpected end|unexpected EOF|truncated/i.test(error.message);
  return damaged(cut ? `${what} is cut short: its end is missing.` : `${what} cannot be unpacked: ${error.message}.`);
}
