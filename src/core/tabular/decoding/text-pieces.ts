/** Decodes bytes that come in pieces cut anywhere: a character that is cut in two waits for its other half. */
import { lastLineCut } from "./line-breaks.ts";
import { type ByteShape, type BytesDecoder, byteShape, decoderFor } from "./text-decoding.ts";

/** Bytes that are held back for the end of a line, in encodings whose characters cannot be told from the middle. */
const MAX_HELD = 1024 * 1024;
const NONE = new Uint8Array(0);
const MARKS = /^\ufeff+/;

export class TextPieces {
  readonly #shape: ByteShape;
  readonly #decoder: BytesDecoder;
  #held = NONE;
  #started = false;

  constructor(encoding: string) {
    this.#shape = byteShape(encoding);
    this.#decoder = decoderFor(encoding);
  }

  /** The text that is whole by now, without byte order marks at its very beginning. */
  push(bytes: Uint8Array): string {
    const all = this.#held.length === 0 ? bytes : joined(this.#held, bytes);
    const cut = characterCut(all, this.#shape);
    this.#held = all.slice(cut);
    return this.#text(all.subarray(0, cut));
  }

  end(): string {
    const rest = this.#held;
    this.#held = NONE;
    return this.#text(rest);
  }

  #text(bytes: Uint8Array): string {
    if (bytes.length === 0) return "";
    const text = this.#decoder.decode(bytes);
    if (this.#started) return text;
    const plain = text.replace(MARKS, "");
    this.#started = plain !== "";
    return plain;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** Where the bytes can be cut so that no character is. */
function characterCut(bytes: Uint8Array, shape: ByteShape): number {
  switch (shape) {
    case "one-byte":
      return bytes.length;
    case "utf-8":
      return utf8Cut(bytes);
    case "utf-16le":
    case "utf-16be": {
      const even = bytes.length - (bytes.length % 2);
      const high = bytes[shape === "utf-16le" ? even - 1 : even - 2] ?? 0;
      return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
    }
    case "utf-32le":
    case "utf-32be":
      return bytes.length - (bytes.length % 4);
    case "many-bytes": {
      const cut = lastLineCut(bytes, shape);
      return cut > 0 || bytes.length <= MAX_HELD ? cut : bytes.length;
    }
  }
}

function utf8Cut(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
