/** Text to bytes in every encoding that is read: the decoder turned round, so that no encoder is needed beside it. */
import { byteShape, decoderFor } from "../../src/core/tabular/decoding/text-decoding.ts";

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Throws where the encoding lacks a character: a test that needs it is wrong. */
export function encode(text: string, encoding: string): Uint8Array {
  const shape = byteShape(encoding);
  if (shape === "utf-8") return new TextEncoder().encode(text);
  if (shape !== "one-byte" && shape !== "many-bytes") return encodeWide(text, shape);
  if (encoding === "iso-2022-jp") return encodeIso2022(text);
  const table = tableOf(encoding);
  return new Uint8Array(
    Array.from(text).flatMap((char) => {
      const bytes = char < "\x80" ? [char.charCodeAt(0)] : table.get(char);
      if (!bytes) throw new Error(`${encoding} has no ${char}`);
      return bytes;
    }),
  );
}

export const canEncode = (text: string, encoding: string): boolean => {
  if (encoding === "iso-2022-jp") return canEncode(text, "euc-jp");
  if (encoding.startsWith("utf-")) return true;
  const table = tableOf(encoding);
  return Array.from(text).every((char) => char < "\x80" || table.has(char));
};

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = decoderFor(encoding);
  const table = new Map<string, readonly number[]>();
  const note = (bytes: readonly number[]): void => {
    const chars = Array.from(decoder.decode(new Uint8Array(bytes)));
    const [char = ""] = chars;
    if (chars.length === 1 && char >= "\x80" && char !== "\ufffd" && !table.has(char)) table.set(char, bytes);
  };
  for (let lead = 0x80; lead < 256; lead++) note([lead]);
  if (byteShape(encoding) === "many-bytes") {
    for (let lead = 0x81; lead < 255; lead++) for (let trail = 0x30; trail < 255; trail++) note([lead, trail]);
  }
  // One character of four bytes is enough to test those: U+1F600 and U+00C4 have no shorter form.
  if (encoding === "gb18030")
    for (const bytes of [
      [0x94, 0x39, 0xfc, 0x36],
      [0x81, 0x30, 0x87, 0x32],
    ])
      note(bytes);
  tables.set(encoding, table);
  return table;
}

function encodeWide(text: string, shape: "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be"): Uint8Array {
  const littleEndian = shape.endsWith("le");
  const isUtf32 = shape.startsWith("utf-32");
  const units = isUtf32
    ? Array.from(text, (char) => char.codePointAt(0) ?? 0)
    : Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const size = isUtf32 ? 4 : 2;
  const view = new DataView(new ArrayBuffer(size * units.length));
  for (const [at, unit] of units.entries()) {
    if (isUtf32) view.setUint32(4 * at, unit, littleEndian);
    else view.setUint16(2 * at, unit, littleEndian);
  }
  return new Uint8Array(view.buffer);
}

/** Kanji stand between escapes; the bytes are those of EUC-JP without the high bit. */
function encodeIso2022(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const part of text.match(/[\0-\x7f]+|[^\0-\x7f]+/g) ?? []) {
    const euc = [...encode(part, "euc-jp")];
    if (part.charCodeAt(0) < 0x80) bytes.push(...euc);
    else bytes.push(0x1b, 0x24, 0x42, ...euc.map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42);
  }
  return new Uint8Array(bytes);
}
