/** The bytes of an open file, piece by piece, without a new buffer for each. */
import type { FileHandle } from "node:fs/promises";
import { ROWS_BYTES } from "../app/limits.ts";

/** Two buffers in turn: the disk fills one while the rows of the other are worked on. */
export async function* filePieces(handle: FileHandle, from: number): AsyncGenerator<Uint8Array> {
  const buffers = [new Uint8Array(ROWS_BYTES), new Uint8Array(ROWS_BYTES)] as const;
  let offset = from;
  let turn: 0 | 1 = 0;
  let next = handle.read(buffers[turn], 0, ROWS_BYTES, offset);
  for (;;) {
    const { bytesRead } = await next;
    if (bytesRead === 0) return;
    const filled = buffers[turn].subarray(0, bytesRead);
    offset += bytesRead;
    turn = turn === 0 ? 1 : 0;
    next = handle.read(buffers[turn], 0, ROWS_BYTES, offset);
    // A read that fails while nobody waits for it is reported when its turn comes, not as an unhandled rejection.
    next.catch(() => undefined);
    yield filled;
  }
}
