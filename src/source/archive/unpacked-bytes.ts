/** Counts what a file unpacks to, and stops where no honest file gets: a small file that becomes a huge one. */
import { UNPACKED_BYTES, UNPACKED_RATIO } from "../../app/limits.ts";
import { RefusedFile } from "../refused-file.ts";

export class UnpackedBytes {
  #left: number;
  readonly #packed: number;

  /** @param packed bytes of the file itself */
  constructor(packed: number) {
    this.#packed = packed;
    this.#left = Math.max(UNPACKED_BYTES, packed * UNPACKED_RATIO);
  }

  /** Throws before the bytes are made where their number is known before. */
  expect(bytes: number): void {
    if (bytes > this.#left) throw this.#refused();
  }

  add(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw this.#refused();
  }

  #refused(): RefusedFile {
    const message = `The file of ${this.#packed.toLocaleString("en")} bytes unpacks to more than ${UNPACKED_RATIO} times as many.`;
    return RefusedFile.of("file_suspicious", message);
  }
}
