/** Holds the first bytes of a file back until there are enough of them to say which encoding it is in. */
import { sniffEncoding } from "./sniff-encoding.ts";
import { firstInvalidUtf8 } from "./utf8-validity.ts";

/** Bytes that are waited for, where nothing else is said. */
export const SAMPLE_BYTES = 256 * 1024;

export class EncodingSample {
  /** Null as long as it is not known. */
  encoding: string | null = null;
  readonly #enough: number;
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(enough: number) {
    this.#enough = enough;
  }

  /** The bytes that can be read by now: none while they are held back. */
  take(bytes: Uint8Array): Uint8Array | null {
    if (this.encoding !== null) return bytes;
    this.#held.push(bytes.slice());
    this.#heldBytes += bytes.length;
    return this.#heldBytes < this.#enough ? null : this.#decide(false);
  }

  /** What was still held back when the file ended. */
  end(): Uint8Array | null {
    return this.encoding === null ? this.#decide(true) : null;
  }

  #decide(whole: boolean): Uint8Array {
    const all = new Uint8Array(this.#heldBytes);
    let at = 0;
    for (const part of this.#held) {
      all.set(part, at);
      at += part.length;
    }
    this.#held = [];
    // By the same bytes however they were cut: what comes with the last piece does not count.
    const sample = all.subarray(0, this.#enough);
    this.encoding = encodingOf(sample, whole && all.length <= this.#enough);
    return all;
  }
}

/** Cards and JSON are UTF-8 by their standards: whatever is valid as that is not looked at further. */
function encodingOf(sample: Uint8Array, whole: boolean): string {
  const isUtf8 = !sample.includes(0) && firstInvalidUtf8(sample, 0, !whole) < 0;
  return isUtf8 ? "utf-8" : (sniffEncoding(sample, whole)?.encoding ?? "utf-8");
}
