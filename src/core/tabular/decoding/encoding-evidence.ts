/**
 * What bytes from all over a file say about its encoding, gathered piece by piece: how many characters are valid UTF-8, and
 * the lines that are not. Plain ASCII, which most of most files is, is passed over at the speed of memory.
 */
import { type BytesDecoder, decoderFor } from "./text-decoding.ts";
import { firstInvalidUtf8 } from "./utf8-validity.ts";

const BLOCK_BYTES = 64 * 1024;
/** Broken lines kept to judge by; from one block no more than its share, so that they come from all over the file. */
const KEPT_BYTES = 64 * 1024;
const KEPT_OF_BLOCK = 8 * 1024;
/** Broken lines beyond these are looked for at the start of blocks only: they are the rule then. */
const MANY_LINES = 2_000;
const LOOKED_AT = 4 * 1024;
const ASCII_TEXT_BYTES = 32 * 1024;

const LF = 10;
const CR = 13;

export class EncodingEvidence {
  /** Characters beyond ASCII in lines that are valid UTF-8. */
  characters = 0;
  /** Lines that are not UTF-8, and how many bytes of them begin no character. */
  brokenLines = 0;
  brokenBytes = 0;
  /** Some text of the file, for what its ASCII says. */
  asciiText = "";

  readonly #decoder: BytesDecoder = decoderFor("utf-8");
  readonly #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #newlineLf = false;
  #newlineCr = false;

  /** @param bytes from anywhere in the file; what stands in front of the first line end and behind the last is no whole line */
  add(bytes: Uint8Array, whole: { readonly atStart: boolean; readonly atEnd: boolean }): void {
    const start = whole.atStart ? 0 : lineEndFrom(bytes, 0) + 1;
    const lastEnd = whole.atEnd ? bytes.length : Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR)) + 1;
    // One line that is longer than the piece: all but a character that may be cut in two.
    if (lastEnd <= start) {
      if (whole.atStart) this.#addLines(bytes.subarray(0, -4));
      return;
    }
    let from = start;
    while (from < lastEnd) {
      const atMost = Math.min(lastEnd, from + BLOCK_BYTES);
      const end = atMost === lastEnd ? lastEnd : lineEndFrom(bytes, atMost) + 1;
      this.#addLines(bytes.subarray(from, Math.min(end, lastEnd)));
      from = end;
    }
  }

  /** Lines that are not UTF-8, from all over. */
  get broken(): Uint8Array {
    const all = new Uint8Array(this.#keptBytes);
    let at = 0;
    for (const part of this.#kept) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  /** Lines end with a carriage return alone. */
  get onlyCr(): boolean {
    return this.#newlineCr && !this.#newlineLf;
  }

  #addLines(block: Uint8Array): void {
    this.#newlineLf ||= block.includes(LF);
    this.#newlineCr ||= !this.#newlineLf && block.includes(CR);
    if (this.asciiText.length < ASCII_TEXT_BYTES) this.asciiText += asciiOf(block.subarray(0, LOOKED_AT));
    if (isAscii(block)) return;
    const seldom = this.brokenLines > MANY_LINES && block.length > LOOKED_AT;
    const lines = seldom ? block.subarray(0, lineEndFrom(block, LOOKED_AT) + 1) : block;
    if (!this.#decoder.decode(lines).includes("\ufffd") || firstInvalidUtf8(lines) < 0) {
      this.characters += characterStarts(lines);
    } else this.#addMixed(lines);
  }

  #addMixed(lines: Uint8Array): void {
    let kept = 0;
    for (let from = 0; from < lines.length; ) {
      const to = lineEndFrom(lines, from);
      const line = lines.subarray(from, to + 1);
      const broken = brokenBytesOf(line);
      if (broken === 0) this.characters += characterStarts(line);
      else {
        this.brokenLines++;
        this.brokenBytes += broken;
        if (kept < KEPT_OF_BLOCK && this.#keptBytes < KEPT_BYTES) {
          this.#keep(line);
          kept += line.length;
        }
      }
      from = to + 1;
    }
  }

  #keep(line: Uint8Array): void {
    const part = line.slice(0, KEPT_OF_BLOCK);
    this.#kept.push(part);
    this.#keptBytes += part.length;
  }
}

/** Place of the first line end at or behind `from`, or the length. */
function lineEndFrom(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === LF || bytes[at] === CR) return at;
  return bytes.length;
}

function brokenBytesOf(line: Uint8Array): number {
  let broken = 0;
  for (let at = firstInvalidUtf8(line); at >= 0; at = firstInvalidUtf8(line, at + 1)) broken++;
  return broken;
}

function characterStarts(bytes: Uint8Array): number {
  let starts = 0;
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0xc2) starts++;
  return starts;
}

/** Four bytes at a time, which takes a fifth of the time. */
function isAscii(bytes: Uint8Array): boolean {
  const lead = Math.min(bytes.length, (4 - (bytes.byteOffset % 4)) % 4);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + lead, Math.floor((bytes.length - lead) / 4));
  let seen = 0;
  for (let at = 0; at < lead; at++) seen |= bytes[at] ?? 0;
  for (let at = lead + 4 * words.length; at < bytes.length; at++) seen |= bytes[at] ?? 0;
  let all = 0;
  for (let at = 0; at < words.length; at++) all |= words[at] ?? 0;
  return (seen & 0x80) === 0 && (all & 0x80808080) === 0;
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.filter((byte) => byte < 0x80));
}
