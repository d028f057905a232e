/** The file in a gzip archive (RFC 1952). Several members behind each other are one file, as every unpacker has it. */
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { TableBytes } from "../../app/ports/table-bytes.ts";
import { damaged } from "../refused-file.ts";
import type { UnpackedBytes } from "./unpacked-bytes.ts";

/** Throws `RefusedFile` where the archive is cut short or damaged, or something else stands behind it. */
export async function* gunzip(file: TableBytes, budget: UnpackedBytes): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(copied(file.bytes()), { objectMode: false });
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  try {
    for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
      budget.add(piece.length);
      yield piece;
    }
  } catch (error) {
    throw gzipRefusal(error);
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
  await checkEnd(file, unpacked.bytesWritten);
}

/** The unpacker works in a thread of its own, and the buffers of a file are filled anew meanwhile. */
async function* copied(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) yield Buffer.from(piece);
}

/** Unpackers stop at the end of the archive. Zeros behind it fill a block; anything else may be a part that is lost. */
async function checkEnd(file: TableBytes, used: number): Promise<void> {
  const rest = await file.slice(used, Math.min(64 * 1024, Math.max(0, file.size - used)));
  if (rest.some((byte) => byte !== 0)) {
    throw damaged(`Behind the end of the archive stand ${file.size - used} bytes that are no part of it.`);
  }
}

function gzipRefusal(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return damaged("The gzip archive is cut short: its end is missing.");
  return code.startsWith("Z_")
    ? damaged("The gzip archive cannot be unpacked: its bytes are not what was packed.")
    : error;
}
