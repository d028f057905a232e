/** A stream in parts of one size, however it came: two buffers in turn, so that one part can be sent while the next comes. */

export type StreamPart = { readonly bytes: Uint8Array<ArrayBuffer>; readonly isLast: boolean };

/** The last part may be smaller, and empty where the stream is. A part's buffer is used again for the part after the next. */
export async function* partsOf(stream: AsyncIterable<Uint8Array>, partBytes: number): AsyncGenerator<StreamPart> {
  const parts = new PartBuffers(partBytes);
  for await (const piece of stream) {
    for (let at = 0; at < piece.length; ) {
      // Only now is it known that a full part is not the last one.
      if (parts.isFull) yield { bytes: parts.take(), isLast: false };
      at += parts.add(piece.subarray(at));
    }
  }
  yield { bytes: parts.take(), isLast: true };
}

/** How much is needed is not known: a small stream takes little. */
const FIRST_BYTES = 256 * 1024;

export class PartBuffers {
  readonly #partBytes: number;
  #buffers: [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>] = [new Uint8Array(0), new Uint8Array(0)];
  #turn: 0 | 1 = 0;
  #filled = 0;

  constructor(partBytes: number) {
    this.#partBytes = partBytes;
  }

  get isFull(): boolean {
    return this.#filled === this.#partBytes;
  }

  /** Answers how many bytes there was room for. */
  add(bytes: Uint8Array): number {
    const taken = Math.min(bytes.length, this.#partBytes - this.#filled);
    this.#reserve(this.#filled + taken);
    this.#buffers[this.#turn].set(bytes.subarray(0, taken), this.#filled);
    this.#filled += taken;
    return taken;
  }

  take(): Uint8Array<ArrayBuffer> {
    const part = this.#buffers[this.#turn].subarray(0, this.#filled);
    this.#turn = this.#turn === 0 ? 1 : 0;
    this.#filled = 0;
    return part;
  }

  #reserve(bytes: number): void {
    const present = this.#buffers[this.#turn];
    if (present.length >= bytes) return;
    const grown = Math.max(bytes, FIRST_BYTES, 4 * present.length);
    const larger = new Uint8Array(Math.min(this.#partBytes, grown));
    larger.set(present.subarray(0, this.#filled));
    this.#buffers[this.#turn] = larger;
  }
}
