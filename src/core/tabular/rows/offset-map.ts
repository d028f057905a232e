/**
 * From a place in a decoded block to the byte in the file. Where every code unit has the same width this is a
 * multiplication; in UTF-8 and the East Asian encodings text and bytes are walked side by side from line end to line end,
 * which stays exact even where bytes could not be decoded, because no decoder swallows a line end.
 */
import { type ByteShape, unitBytes } from "../decoding/text-decoding.ts";

export class OffsetMap {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #base: number;
  readonly #width: number;
  readonly #isUtf32: boolean;
  #char = 0;
  #byte = 0;

  /** @param base offset in the file of the block's first byte */
  constructor(text: string, bytes: Uint8Array, base: number, shape: ByteShape) {
    this.#text = text;
    this.#bytes = bytes;
    this.#base = base;
    const unit = unitBytes(shape);
    this.#isUtf32 = unit === 4;
    // A character of several bytes has fewer code units than bytes: the same length means one byte each. In UTF-32 it
    // means that no character is a pair of code units.
    this.#width = unit === 2 || text.length === Math.ceil(bytes.length / unit) ? unit : 0;
  }

  /**
   * Offset of a line's first character. Must be asked for lines in rising order.
   *
   * @param lines line ends since the last line that was asked for, if the caller knows: one is found without a search
   */
  lineStart(char: number, lines?: number): number {
    if (this.#width > 0) return this.#base + char * this.#width;
    if (this.#isUtf32) this.#count(char);
    else if (lines === 1) this.#step(char);
    else if (char > this.#char) this.#walk(char);
    return this.#base + this.#byte;
  }

  #count(char: number): void {
    for (const _ of this.#text.slice(this.#char, char)) this.#byte += 4;
    this.#char = char;
  }

  /** Bytes are never fewer than code units, so the line end is not in front of where it would be if all were ASCII. */
  #step(char: number): void {
    const bytes = this.#bytes;
    const ending = this.#text.charCodeAt(char - 1);
    let byte = this.#byte + (char - this.#char) - 1;
    while (byte < bytes.length && bytes[byte] !== ending) byte++;
    this.#byte = byte + 1;
    this.#char = char;
  }

  #walk(char: number): void {
    const mark = this.#text.charAt(char - 1);
    while (this.#char < char) this.#step(this.#text.indexOf(mark, this.#char) + 1);
  }
}
