/**
 * A stream as a file: standard input, the file in an archive, or what `muster read` has converted. It can be read only once,
 * so it is written to an unnamed scratch file first.
 */
import { tmpdir } from "node:os";
import { READ_BYTES } from "../app/limits.ts";
import type { InputFile } from "../app/ports.ts";
import { asStoreFault } from "../app/store-fault.ts";
import { unnamedFile } from "./unnamed-file.ts";

/** @param path what messages call it */
export async function scratchInput(path: string, stream: AsyncIterable<Uint8Array>): Promise<InputFile> {
  const handle = await unnamedFile(tmpdir());
  let size = 0;
  try {
    for await (const piece of stream) {
      await handle.writeFile(piece);
      size += piece.length;
    }
  } catch (error) {
    await handle.close();
    throw asStoreFault(error);
  }
  const slice = async (offset: number, length: number): Promise<Uint8Array> => {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  return {
    path,
    size,
    slice,
    async *bytes(from = 0) {
      for (let offset = from; offset < size; offset += READ_BYTES) yield await slice(offset, READ_BYTES);
    },
    changed: async () => null,
    close: () => handle.close(),
  };
}
