/** The bytes of an object, piece by piece: asked for in large ranges, one ahead of whoever reads. */
import { READ_BYTES, ROWS_BYTES } from "../../app/limits.ts";
import type { Bucket } from "./bucket.ts";

/** Bytes asked for at a time. The first are few, for whoever looks at the start of a file. */
const RANGE_BYTES = 4 * 1024 * 1024;

type Range = { readonly wanted: number; readonly filled: Promise<Uint8Array> };

/** @param length no more than this many bytes */
export async function* objectPieces(
  bucket: Bucket,
  key: string,
  { from, length }: { readonly from: number; readonly length: number },
): AsyncGenerator<Uint8Array> {
  const unwanted = new AbortController();
  /** Two in turn: one is filled while the other is read. */
  const buffers: [Uint8Array, Uint8Array] = [new Uint8Array(0), new Uint8Array(0)];
  let turn: 0 | 1 = 0;
  let asked = 0;
  const ask = (): Range | null => {
    const wanted = Math.min(asked === 0 ? READ_BYTES : RANGE_BYTES, length - asked);
    if (wanted <= 0) return null;
    if (buffers[turn].length < wanted) buffers[turn] = new Uint8Array(wanted);
    const into = buffers[turn].subarray(0, wanted);
    const filled = bucket
      .fill(key, { offset: from + asked, into, signal: unwanted.signal })
      .then((bytes) => into.subarray(0, bytes));
    // One that fails while nobody waits for it is reported when its turn comes, not as an unhandled rejection.
    filled.catch(() => undefined);
    turn = turn === 0 ? 1 : 0;
    asked += wanted;
    return { wanted, filled };
  };
  try {
    for (let next = ask(); next !== null; ) {
      const bytes: Uint8Array = await next.filled;
      // A range that is not full was the last one.
      next = bytes.length < next.wanted ? null : ask();
      for (let at = 0; at < bytes.length; at += ROWS_BYTES) yield bytes.subarray(at, at + ROWS_BYTES);
    }
  } finally {
    unwanted.abort();
  }
}
