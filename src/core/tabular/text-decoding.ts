/**
 * Bytes to text, for every encoding label of the WHATWG Encoding Standard. TextDecoder exists in browsers and in Node
 * alike, yet is no part of the language, so its small type stands here and the core needs neither's type library.
 */

export type BytesDecoder = { decode(bytes: Uint8Array): string };

type TextDecoderClass = new (
  label: string,
  options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => BytesDecoder & { readonly encoding: string };

const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: TextDecoderClass };

/** How bytes and UTF-16 code units of the text correspond; it decides how a row's byte offset is found. */
export type ByteShape = "utf-8" | "one-byte" | "utf-16le" | "utf-16be" | "many-bytes";

const MANY_BYTES = new Set(["gbk", "gb18030", "big5", "euc-jp", "euc-kr", "shift_jis", "iso-2022-jp"]);

/** The standard's own name of an encoding ("latin1" is "windows-1252"), or null where no such label exists. */
export function encodingName(label: string): string | null {
  try {
    const name = new TextDecoder(label, {}).encoding;
    return name === "replacement" ? null : name;
  } catch {
    return null;
  }
}

export function byteShape(encoding: string): ByteShape {
  const name = encodingName(encoding);
  if (name === "utf-16le" || name === "utf-16be" || name === "utf-8") return name;
  return name === null || MANY_BYTES.has(name) ? "many-bytes" : "one-byte";
}

/**
 * Wrong bytes become U+FFFD, never an exception. A byte order mark is kept as a character, because blocks from the middle
 * of a file are decoded too; whoever starts at the first byte skips it with `bomLength`. An unknown label reads as UTF-8:
 * labels are checked where they come in, by the sniffer.
 */
export function decoderFor(encoding: string): BytesDecoder {
  return new TextDecoder(encodingName(encoding) ?? "utf-8", { ignoreBOM: true });
}

/** Bytes of the byte order mark at the start of the file; some programs write it twice. */
export function bomLength(bytes: Uint8Array, shape: ByteShape): number {
  let length = 0;
  while (startsWithBom(bytes, length, shape)) length += shape === "utf-8" ? 3 : 2;
  return length;
}

function startsWithBom(bytes: Uint8Array, at: number, shape: ByteShape): boolean {
  if (shape === "utf-8") return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
  if (shape === "utf-16le") return bytes[at] === 0xff && bytes[at + 1] === 0xfe;
  return shape === "utf-16be" && bytes[at] === 0xfe && bytes[at + 1] === 0xff;
}
