/**
 * Bytes to text, for every encoding that `encodingName` knows. TextDecoder exists in browsers and in Node alike, yet is no
 * part of the language, so its small type stands here and the core needs neither's type library. What it does not read
 * (UTF-32, code pages of DOS) is first brought into a form that it does.
 */
import { utf16FromCodePage949 } from "./code-page-949.ts";
import { CODE_PAGES } from "./code-pages.ts";
import { encodingName } from "./encoding-name.ts";
import { eucFromIso2022 } from "./iso-2022-jp.ts";
import { firstInvalidUtf8 } from "./utf8-validity.ts";

export type BytesDecoder = { decode(bytes: Uint8Array): string };

type TextDecoderClass = new (
  label: string,
  options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => BytesDecoder;

const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: TextDecoderClass };

/** How bytes and UTF-16 code units of the text correspond; it decides how a row's byte offset is found. */
export type ByteShape = "utf-8" | "one-byte" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be" | "many-bytes";

const MANY_BYTES = new Set(["gbk", "gb18030", "big5", "euc-jp", "euc-kr", "shift_jis", "iso-2022-jp"]);
const UNICODE = new Set(["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"]);

export function byteShape(encoding: string): ByteShape {
  const name = encodingName(encoding);
  if (name === null || MANY_BYTES.has(name)) return "many-bytes";
  return UNICODE.has(name) ? (name as ByteShape) : "one-byte";
}

/** Bytes of one code unit of the encoding. */
export function unitBytes(shape: ByteShape): 1 | 2 | 4 {
  if (shape === "utf-16le" || shape === "utf-16be") return 2;
  return shape === "utf-32le" || shape === "utf-32be" ? 4 : 1;
}

/**
 * Wrong bytes become U+FFFD, never an exception. A byte order mark is kept as a character, because blocks from the middle
 * of a file are decoded too; whoever starts at the first byte skips it with `bomLength`. An unknown label reads as UTF-8:
 * labels are checked where they come in, by the sniffer.
 *
 * @param fallback what is no UTF-8 is read in this encoding
 */
export function decoderFor(encoding: string, fallback?: string): BytesDecoder {
  if (fallback !== undefined) return mixedDecoder(decoderFor(encoding), fallback);
  const name = encodingName(encoding) ?? "utf-8";
  const page = CODE_PAGES[name];
  if (page !== undefined) return through(utf16FromCodePage(page), "utf-16le");
  if (name === "utf-32le" || name === "utf-32be") return through(utf16FromUtf32(name === "utf-32le"), "utf-16le");
  if (name === "iso-2022-jp") return through(eucFromIso2022, "euc-jp");
  const decoder = new TextDecoder(name, { ignoreBOM: true });
  return name === "euc-kr"
    ? through(
        utf16FromCodePage949((bytes) => decoder.decode(bytes)),
        "utf-16le",
      )
    : decoder;
}

/** Where a character of the fallback is one byte, cell by cell; else line by line, as its bytes may look like delimiters. */
function mixedDecoder(utf8: BytesDecoder, fallback: string): BytesDecoder {
  const other = decoderFor(fallback);
  const ends = byteShape(fallback) === "one-byte" ? CELL_ENDS : LINE_ENDS;
  return {
    decode(bytes) {
      const text = utf8.decode(bytes);
      if (!text.includes("\ufffd") || firstInvalidUtf8(bytes) < 0) return text;
      let mixed = "";
      for (let from = 0; from < bytes.length; ) {
        let to = from;
        while (to < bytes.length && !ends.has(bytes[to] ?? 0)) to++;
        const part = bytes.subarray(from, to + 1);
        mixed += (firstInvalidUtf8(part) < 0 ? utf8 : other).decode(part);
        from = to + 1;
      }
      return mixed;
    },
  };
}

const LINE_ENDS: ReadonlySet<number> = new Set([10, 13]);
/** The usual delimiters and the quote. */
const CELL_ENDS: ReadonlySet<number> = new Set([...LINE_ENDS, 0x22, 0x2c, 0x3b, 9, 0x7c]);

/** Bytes of the byte order mark at the start of the file; some programs write it twice. */
export function bomLength(bytes: Uint8Array, shape: ByteShape): number {
  const mark = MARKS[shape];
  if (mark === undefined) return 0;
  let length = 0;
  while (mark.every((byte, at) => bytes[length + at] === byte)) length += mark.length;
  return length;
}

const MARKS: Partial<Record<ByteShape, readonly number[]>> = {
  "utf-8": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff],
  "utf-32le": [0xff, 0xfe, 0, 0],
  "utf-32be": [0, 0, 0xfe, 0xff],
};

function through(convert: (bytes: Uint8Array) => Uint8Array, label: string): BytesDecoder {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return { decode: (bytes) => decoder.decode(convert(bytes)) };
}

function utf16FromCodePage(page: string): (bytes: Uint8Array) => Uint8Array {
  const codes = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : page.charCodeAt(byte - 0x80)));
  return (bytes) => {
    const units = new Uint8Array(2 * bytes.length);
    for (let at = 0; at < bytes.length; at++) {
      const code = codes[bytes[at] ?? 0] ?? 0;
      units[2 * at] = code & 0xff;
      units[2 * at + 1] = code >> 8;
    }
    return units;
  };
}

const REPLACEMENT = 0xfffd;

/** What is no character becomes U+FFFD, and so does a last one that is cut off. */
function utf16FromUtf32(littleEndian: boolean): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const units = new DataView(new ArrayBuffer(4 * Math.ceil(bytes.length / 4)));
    let end = 0;
    for (let at = 0; at < bytes.length; at += 4) {
      const found = at + 4 <= bytes.length ? view.getUint32(at, littleEndian) : REPLACEMENT;
      const isCharacter = found <= 0x10ffff && (found < 0xd800 || found > 0xdfff);
      const code = isCharacter ? found : REPLACEMENT;
      if (code > 0xffff) {
        units.setUint16(end, 0xd7c0 + (code >> 10), true);
        end += 2;
      }
      units.setUint16(end, code > 0xffff ? 0xdc00 + (code & 0x3ff) : code, true);
      end += 2;
    }
    return new Uint8Array(units.buffer, 0, end);
  };
}
