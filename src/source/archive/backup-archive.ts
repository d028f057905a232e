/** The archive of a backup: what is in it first, then the database, then the source files under the digests of their bytes. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Entry, fromRandomAccessReaderPromise, type ZipFile as OpenedZip } from "yauzl";
import { ZipFile } from "yazl";
import { BACKUP_LIST_BYTES } from "../../app/limits.ts";
import type { BackupFacts } from "../../app/ports/backup.ts";
import type { TableBytes } from "../../app/ports/table-bytes.ts";
import type { FileStore } from "../../app/ports.ts";
import { StoreFault } from "../../app/store-fault.ts";
import { RefusedFile } from "../refused-file.ts";
import { FileReader } from "./zip-archive.ts";

const LIST = "backup.json";
const DATABASE = "muster.db";
const SIGN_IN = "sign-in.db";
const FOLDER = "files";

/** A stored file's name: the hex SHA-256 of its bytes. */
const KEY = /^[0-9a-f]{64}$/;

type BackupList = {
  readonly muster: 1;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Hex SHA-256. */
  readonly database: string;
  readonly files: readonly string[];
  readonly missing: number;
  /** Hex SHA-256 of the database of those who sign in; absent = there was none. */
  readonly signIn?: string;
};

export type BackupParts = {
  /** A copy that nobody writes to. */
  readonly database: string;
  /** A copy of the database of those who sign in; null = there is none. */
  readonly signIn: string | null;
  readonly files: FileStore;
  /** Stored files that the database names. */
  readonly keys: readonly string[];
  readonly at: number;
};

export async function* packBackup({
  database,
  signIn,
  files,
  keys,
  at,
}: BackupParts): AsyncGenerator<Uint8Array, BackupFacts> {
  const present: string[] = [];
  for (const key of keys) if (await files.has(key)) present.push(key);
  const missing = keys.length - present.length;
  const list: BackupList = {
    muster: 1,
    at,
    database: await digestOf(createReadStream(database)),
    files: present,
    missing,
    ...(signIn === null ? {} : { signIn: await digestOf(createReadStream(signIn)) }),
  };
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(list)), LIST);
  zip.addFile(database, DATABASE);
  if (signIn !== null) zip.addFile(signIn, SIGN_IN);
  for (const key of present)
    zip.addReadStreamLazy(`${FOLDER}/${key}`, (begin) => begin(null, Readable.from(ownPieces(files.read(key)))));
  const output = zip.outputStream as NodeJS.ReadableStream & { destroy(error: Error): void };
  zip.on("error", (error: Error) => output.destroy(error));
  zip.end();
  for await (const piece of output) yield Buffer.from(piece as Uint8Array);
  return { files: present.length, missing };
}

/** The store uses its buffer again, and what is being packed still needs it. */
async function* ownPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

/**
 * Puts the archive's parts into place, each checked by its digest: the source files into their store, the database to
 * `database`, a path in the data folder. Throws `RefusedFile`.
 */
export async function unpackBackup(
  file: TableBytes,
  { dataFolder, database, files }: Pick<BackupParts, "database" | "files"> & { readonly dataFolder: string },
): Promise<BackupFacts & { readonly keys: readonly string[] }> {
  const zip = await fromRandomAccessReaderPromise(new FileReader(file), file.size, { autoClose: false }).catch(notOurs);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const list = await readList(zip, entries.get(LIST));
  await put({ zip, entry: entries.get(DATABASE), digest: list.database }, database);
  const part = `${database}.part`;
  if (list.signIn !== undefined) {
    await put({ zip, entry: entries.get(SIGN_IN), digest: list.signIn }, part);
    const path = join(dataFolder, SIGN_IN);
    // What a database that stood here before had still to write is none of this one's.
    for (const left of ["-wal", "-shm"]) await rm(path + left, { force: true });
    await rename(part, path);
  }
  for (const key of list.files) {
    if (!(await files.has(key))) await store(files, { zip, entry: entries.get(`${FOLDER}/${key}`), digest: key });
  }
  return { files: list.files.length, missing: list.missing, keys: list.files };
}

async function readList(zip: OpenedZip, entry: Entry | undefined): Promise<BackupList> {
  if (!entry || entry.uncompressedSize > BACKUP_LIST_BYTES) return notOurs();
  const pieces: Uint8Array[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry).catch(notOurs)) pieces.push(piece as Uint8Array);
  const list = parsedList(Buffer.concat(pieces).toString());
  return list ?? notOurs();
}

function parsedList(text: string): BackupList | null {
  try {
    const list = Object(JSON.parse(text)) as Partial<BackupList>;
    const { muster, database = "", files, missing, signIn = database } = list;
    const digests = [database, signIn].every((digest) => KEY.test(digest));
    const isWhole = muster === 1 && digests && typeof missing === "number" && Array.isArray(files);
    return isWhole && files.every((key) => KEY.test(String(key))) ? (list as BackupList) : null;
  } catch {
    return null;
  }
}

type Part = { readonly zip: OpenedZip; readonly entry: Entry | undefined; readonly digest: string };

async function store(files: FileStore, { zip, entry, digest }: Part): Promise<void> {
  if (!entry) return isMissing();
  const stored = await zip
    .openReadStreamPromise(entry)
    .then((stream) => files.put(stream as AsyncIterable<Uint8Array>, null))
    .catch((error) => notUnpacked(entry, error));
  if (!stored.ok) throw new RefusedFile(stored.refusal);
  const { key } = stored.value;
  await files.letGo(key);
  if (key === digest) return;
  await files.remove(key);
  notWhatItWas(entry);
}

async function put({ zip, entry, digest }: Part, path: string): Promise<void> {
  if (!entry) return isMissing();
  const file = await open(path, "w");
  const hash = createHash("sha256");
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
  } catch (error) {
    notUnpacked(entry, error);
  } finally {
    await file.close();
  }
  if (hash.digest("hex") === digest) return;
  await rm(path, { force: true });
  notWhatItWas(entry);
}

function isMissing(): never {
  throw RefusedFile.of("backup_unreadable", "A part of the backup is missing.");
}

/** What the disk or the object storage did not do is not the backup's fault. */
function notUnpacked({ fileName }: Entry, error: unknown): never {
  if (error instanceof StoreFault || (error instanceof Error && "syscall" in error)) throw error;
  throw RefusedFile.of("backup_unreadable", `${fileName} cannot be unpacked.`);
}

function notWhatItWas({ fileName }: Entry): never {
  throw RefusedFile.of("backup_unreadable", `${fileName} is not what was backed up: its digest is another one.`);
}

function notOurs(): never {
  throw RefusedFile.of("backup_unreadable", "The file is no backup of Muster's, or it is cut short.");
}

async function digestOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
