/** The bytes of an open file, piece by piece, without a new buffer for each. */
import type { FileHandle } from "node:fs/promises";
import { READ_BYTES, ROWS_BYTES } from "../app/limits.ts";

/**
 * Two buffers in turn: the disk fills one while the rows of the other are worked on, a few at a time.
 *
 * @param length no more than this many bytes
 */
export async function* filePieces(
  handle: FileHandle,
  from: number,
  length: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const buffers = [new Uint8Array(READ_BYTES), new Uint8Array(READ_BYTES)] as const;
  const end = from + length;
  let offset = from;
  let turn: 0 | 1 = 0;
  const read = () => handle.read(buffers[turn], 0, Math.min(READ_BYTES, end - offset), offset);
  let next = read();
  for (;;) {
    const { bytesRead } = await next;
    if (bytesRead === 0) return;
    const filled = buffers[turn].subarray(0, bytesRead);
    offset += bytesRead;
    turn = turn === 0 ? 1 : 0;
    next = read();
    // A read that fails while nobody waits for it is reported when its turn comes, not as an unhandled rejection.
    next.catch(() => undefined);
    for (let at = 0; at < filled.length; at += ROWS_BYTES) yield filled.subarray(at, at + ROWS_BYTES);
  }
}
