/** What must hold in every encoding that is read: the same cells, exact offsets, however the bytes are cut. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodingName } from "../../src/core/tabular/decoding/encoding-name.ts";
import { decoderFor } from "../../src/core/tabular/decoding/text-decoding.ts";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { readRowAt } from "../../src/core/tabular/rows/read-row-at.ts";
import { dialect } from "./dialect-of.ts";
import { encode } from "./encode.ts";
import { readAll } from "./read-all.ts";

/** Characters of which some have bytes that mean something in ASCII: `\`, `|`, digits, line ends. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "utf-8": ["Zoë", "中村", "😀", "\ufffd", "Ł"],
  "utf-16le": ["Zoë", "\u0a0d", "\u0d0a", "\u0a0a", "😀", "中"],
  "utf-16be": ["Zoë", "\u0a0d", "\u0d0a", "\u0d0d", "😀", "中"],
  "utf-32le": ["Zoë", "\u0a0d", "\u0d0a", "😀", "中", "𠮷"],
  "utf-32be": ["Zoë", "\u0a0d", "\u0d0a", "😀", "中", "𠮷"],
  "windows-1250": ["Łódź", "Šárka", "–"],
  "windows-1251": ["Юлия", "Київ", "№"],
  "windows-1252": ["Zoë", "Œuvre", "€", "’"],
  "windows-1253": ["Γιώργος", "Ά"],
  "windows-1254": ["Işıl", "Ğ"],
  "windows-1255": ["דוד", "₪"],
  "windows-1256": ["محمد", "پ"],
  "windows-1257": ["Jānis", "Žydrūnas"],
  "windows-1258": ["Đu\u0301c", "ơ"],
  "windows-874": ["สมชาย"],
  "iso-8859-2": ["Łódź", "ő"],
  "iso-8859-5": ["Юлия"],
  "iso-8859-7": ["Νίκος"],
  "iso-8859-8": ["דוד"],
  "iso-8859-15": ["Œuvre", "€", "Žofie"],
  macintosh: ["Zoë", "Łódź".slice(2, 3), "“"],
  "x-mac-ce": ["Łódź"],
  "koi8-r": ["Юлия"],
  "koi8-u": ["Київ"],
  ibm437: ["Zoë", "Ü"],
  ibm850: ["Zoë", "ã"],
  ibm852: ["Łódź", "ő"],
  ibm866: ["Юлия"],
  // 0x5c as second byte: ソ 表 能; 0x7c: ポ.
  shift_jis: ["ソ", "表示", "能", "ポ", "ｱ", "山田"],
  "euc-jp": ["佐藤", "ｱ", "ソ"],
  "iso-2022-jp": ["佐藤", "山田太郎"],
  // Four bytes two of which are digits: Ä 😀.
  gb18030: ["王", "Ä", "😀", "丂"],
  gbk: ["王", "丂", "張"],
  // 0x5c: 許 功 蓋; 0x7c: 育.
  big5: ["許", "功", "蓋", "育", "陳"],
  "euc-kr": ["김", "똠", "홍길동"],
};

const ENCODINGS = Object.keys(WORDS);

const tableIn = (encoding: string) => {
  const part = fc.constantFrom(...(WORDS[encoding] ?? []), "a", "b ", ",", '"', "\n", "\r\n", "\\", "|", "1");
  const cell = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(""));
  const row = fc.array(cell, { minLength: 3, maxLength: 3 }).filter((cells) => cells.some((one) => one.trim() !== ""));
  return fc.array(row, { minLength: 1, maxLength: 8 });
};

describe.each(ENCODINGS)("a file in %s", (encoding) => {
  const read = dialect({ encoding });

  test("gives back its cells, the same for pieces of any size, each row again from its offset (C-B3, C-X5)", () => {
    fc.assert(
      fc.property(tableIn(encoding), fc.constantFrom("\n", "\r\n", "\r"), fc.nat(9), (rows, newline, size) => {
        const bytes = encode(rows.map((cells) => csvLine(cells)).join(newline), encoding);
        const whole = readAll(bytes, read, bytes.length + 1);
        expect(whole.rows.map(({ cells }) => cells)).toEqual(rows);
        expect(whole.encodingContradiction).toBeNull();
        expect(readAll(bytes, read, size + 1)).toEqual(whole);
        for (const row of whole.rows) {
          expect(
            readRowAt(bytes.subarray(row.offset), row, {
              dialect: read,
              columns: whole.rows[0]?.cells.length ?? 0,
              toEnd: true,
            }),
          ).toEqual(row);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("never throws and loses no line end, whatever the bytes are (C-B8)", () => {
    const bytes = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(10, 13, 0x2c, 0x22, 0x1b, 0x24, 0x42, 0)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(bytes, fc.nat(9), (noise, size) => {
        const whole = readAll(new Uint8Array(noise), read, noise.length + 1);
        expect(readAll(new Uint8Array(noise), read, size + 1)).toEqual(whole);
        const { rows } = whole;
        for (const row of rows) {
          const columns = rows[0]?.cells.length ?? 0;
          const again = readRowAt(new Uint8Array(noise).subarray(row.offset), row, {
            dialect: read,
            columns,
            toEnd: true,
          });
          expect(again).toEqual(row);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("encodings by name", () => {
  test.each([
    ["cp1252", "windows-1252"],
    ["Latin-1", "windows-1252"],
    ["ISO 8859-2", "iso-8859-2"],
    ["sjis", "shift_jis"],
    ["CP932", "shift_jis"],
    ["cp949", "euc-kr"],
    ["utf-32le", "utf-32le"],
    ["UTF32BE", "utf-32be"],
    ["utf8", "utf-8"],
    ["UTF-8-SIG", "utf-8"],
    ["macroman", "macintosh"],
    ["cp850", "ibm850"],
    ["DOS-437", "ibm437"],
    ["cp866", "ibm866"],
    ["KOI8U", "koi8-u"],
    ["gb2312", "gbk"],
    ["win-1251", "windows-1251"],
  ])("%s is %s (C-B3)", (label, name) => expect(encodingName(label)).toBe(name));

  test.each(["klingon", "", "utf-7", "cp9999", "replacement"])("%j is none", (label) =>
    expect(encodingName(label)).toBeNull(),
  );

  test("every name is its own name", () => {
    for (const encoding of ENCODINGS) expect(encodingName(encoding)).toBe(encoding);
  });
});

describe("ISO-2022-JP", () => {
  test("starts every line in ASCII, and loses no line end behind half a character", () => {
    const bytes = new TextEncoder().encode("a\x1b$B;3\n;3ED\x1b(B,\x1b$B;\nb");
    expect(decoderFor("iso-2022-jp").decode(bytes).split("\n")).toHaveLength(3);
    expect(decoderFor("iso-2022-jp").decode(bytes)).toMatch(/^a山\n;3ED,.*\nb$/);
  });
});
