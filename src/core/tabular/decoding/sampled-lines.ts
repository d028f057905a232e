/** The physical lines of a file whose encoding is judged by its beginning: nothing comes before enough of it has been seen. */
import { EncodingSample } from "./encoding-sample.ts";
import { type LinePiece, OctetLines } from "./octet-lines.ts";

/** How the values of a file are to be read. */
export type FileText = {
  /** What the file as a whole seems to be in. */
  readonly encoding: string;
  /** The file was decoded as a whole. */
  readonly isText: boolean;
};

const NO_LINES: readonly LinePiece[] = [];

export class SampledLines {
  readonly #sample: EncodingSample;
  #lines: OctetLines | null = null;
  #file: FileText = { encoding: "utf-8", isText: false };

  /** @param sampleBytes how much of the file is waited for */
  constructor(sampleBytes: number) {
    this.#sample = new EncodingSample(sampleBytes);
  }

  /** As it was judged; of no use before the first line. */
  get file(): FileText {
    return this.#file;
  }

  push(bytes: Uint8Array): readonly LinePiece[] {
    return this.#cut(this.#sample.take(bytes));
  }

  end(): readonly LinePiece[] {
    return [...this.#cut(this.#sample.end()), ...(this.#lines?.end() ?? NO_LINES)];
  }

  #cut(bytes: Uint8Array | null): readonly LinePiece[] {
    if (bytes === null) return NO_LINES;
    if (this.#lines === null) {
      const encoding = this.#sample.encoding ?? "utf-8";
      this.#lines = new OctetLines(encoding);
      this.#file = { encoding, isText: this.#lines.isText };
    }
    return this.#lines.push(bytes);
  }
}
