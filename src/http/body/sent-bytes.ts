/** The body of a request as it comes, and what of it tells whether another request is the same. */
import { createHash } from "node:crypto";

/** The other side has gone, or rested too long, before all had come: no fault of ours, and nothing is kept. */
export class BodyCutOff extends Error {
  override readonly name = "BodyCutOff";
}

export class SentBytes implements AsyncIterable<Uint8Array> {
  readonly contentType: string;
  /** As the header says; null = it does not. */
  readonly length: number | null;
  readonly #request: Request;
  readonly #hash = createHash("sha256");
  /** Parts of a multipart body are told apart by a boundary that is another each time: its reader says what counts. */
  readonly #isHashedWhole: boolean;
  #isWhole = false;

  constructor(request: Request) {
    this.#request = request;
    this.contentType = request.headers.get("content-type") ?? "";
    const length = request.headers.get("content-length");
    this.length = length === null ? null : Number(length);
    this.#isHashedWhole = !/^multipart\//i.test(this.contentType);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of this.#request.body ?? []) {
        if (this.#isHashedWhole) this.#hash.update(piece);
        yield piece;
      }
    } catch (error) {
      throw new BodyCutOff("The connection was closed before all of the body had come.", { cause: error });
    }
    this.#isWhole = true;
  }

  counts(part: string | Uint8Array): void {
    this.#hash.update(part);
  }

  /** Null where not all of it was read. Asked once. */
  digest(): string | null {
    return this.#isWhole || this.#request.body === null ? this.#hash.digest("hex") : null;
  }

  async text(maxBytes: number): Promise<string | null> {
    const decoder = new TextDecoder();
    let text = "";
    let bytes = 0;
    for await (const piece of this) {
      bytes += piece.length;
      if (bytes > maxBytes) return null;
      text += decoder.decode(piece, { stream: true });
    }
    return text + decoder.decode();
  }
}
