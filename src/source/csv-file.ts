/** A file on disk, or a stream, as bytes and as rows. Everything that can be wrong with a path becomes a refusal. */
import type { Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { sniffTable } from "../app/table/read-table.ts";
import type { ProblemCode } from "../core/problem/catalogue.ts";
import { accept, type Refusal, type Refused, type Result, refuseWith } from "../core/problem/refusal.ts";
import type { Dialect, DialectOverrides } from "../core/tabular/dialect.ts";
import { CsvReader, type CsvReaderOptions } from "../core/tabular/rows/csv-reader.ts";
import type { Row } from "../core/tabular/rows/row.ts";
import { filePieces } from "./file-pieces.ts";

export type SourceFile = {
  readonly path: string;
  readonly size: number;
  /** Last change, in milliseconds: with the size, what tells whether the file is still the one that was looked at. */
  readonly modifiedMs: number;
  /** Up to `length` bytes from `offset` on; fewer at the end of the file. */
  slice(offset: number, length: number): Promise<Uint8Array>;
  /** The bytes from `offset` to the end. The buffer is used again for the next piece. */
  bytes(offset?: number): AsyncIterable<Uint8Array>;
  sniff(overrides?: DialectOverrides): Promise<Result<Dialect>>;
  /** A refusal if another program has written to the file since it was opened. */
  changed(): Promise<Refusal | null>;
  close(): Promise<void>;
};

export async function openSourceFile(path: string): Promise<Result<SourceFile>> {
  try {
    // Asked before opening: opening a pipe that nobody writes to never ends.
    const kind = await stat(path);
    if (kind.isDirectory()) return refuseWith("file_is_directory", `${path} is a folder.`);
    if (!kind.isFile()) return refuseWith("file_unreadable", `${path} is a pipe or a device, not a file.`);
    const handle = await open(path, "r");
    return accept(sourceFile(path, handle, facts(await handle.stat())));
  } catch (error) {
    return pathRefusal(path, error);
  }
}

type Facts = Pick<SourceFile, "size" | "modifiedMs">;

const facts = (stats: Stats): Facts => ({ size: stats.size, modifiedMs: stats.mtimeMs });

function sourceFile(path: string, handle: FileHandle, opened: Facts): SourceFile {
  const slice = async (offset: number, length: number): Promise<Uint8Array> => {
    const buffer = new Uint8Array(Math.min(length, Math.max(0, opened.size - offset)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };
  return {
    path,
    ...opened,
    slice,
    bytes: (offset = 0) => filePieces(handle, offset),
    sniff: (overrides = {}) =>
      sniffTable({ size: opened.size, slice, bytes: (offset = 0) => filePieces(handle, offset) }, overrides, null),
    async changed() {
      const now = facts(await handle.stat());
      if (now.size === opened.size && now.modifiedMs === opened.modifiedMs) return null;
      return refuseWith("file_changed", `${path} was written to while it was read.`).refusal;
    },
    close: () => handle.close(),
  };
}

/**
 * The rows in batches, one per piece of bytes, the header among them. Ends early when the reader refuses to go on:
 * look at `reader.refusal` afterwards.
 */
export async function* readRows(bytes: AsyncIterable<Uint8Array>, reader: CsvReader): AsyncGenerator<readonly Row[]> {
  yield* readWholeRows(bytes, reader);
  const rest = reader.end();
  if (rest.length > 0) yield rest;
}

/** The same over bytes that do not reach to the end of the file: a row that goes on behind them is left out. */
export async function* readWholeRows(
  bytes: AsyncIterable<Uint8Array>,
  reader: CsvReader,
): AsyncGenerator<readonly Row[]> {
  for await (const piece of bytes) {
    const rows = reader.push(piece);
    if (rows.length > 0) yield rows;
    if (reader.refusal !== null) return;
  }
}

/** Opens, sniffs and reads in one go, for callers that need no second look at the file. */
export function rowsOf(
  file: SourceFile,
  dialect: Dialect,
  options: CsvReaderOptions = {},
): { readonly reader: CsvReader; readonly batches: AsyncIterable<readonly Row[]> } {
  const reader = new CsvReader(dialect, options);
  return { reader, batches: readRows(file.bytes(options.startOffset ?? 0), reader) };
}

const PATH_CODES: Readonly<Record<string, ProblemCode>> = {
  ENOENT: "file_missing",
  ENOTDIR: "file_missing",
  EISDIR: "file_is_directory",
};

function pathRefusal(path: string, error: unknown): Refused {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = PATH_CODES[code];
  if (known === "file_missing") return refuseWith(known, `There is no file ${path}.`);
  if (known) return refuseWith(known, `${path} is a folder.`);
  const why = code === "EACCES" || code === "EPERM" ? "you may not read it" : code || String(error);
  return refuseWith("file_unreadable", `${path} cannot be read: ${why}.`);
}
