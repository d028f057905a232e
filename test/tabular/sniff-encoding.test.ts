/** Small contacts files in the encodings that people have: read rightly, or said to be doubtful with the other readings. */
import { describe, expect, test } from "vitest";
import { EncodingEvidence } from "../../src/core/tabular/decoding/encoding-evidence.ts";
import { decoderFor } from "../../src/core/tabular/decoding/text-decoding.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { canEncode, encode } from "./encode.ts";
import { readAll } from "./read-all.ts";
import { REAL_WORDS } from "./real-words.ts";

/** Below this an import shows the other readings and asks. */
const SURE = 0.8;
const FIRST_NAMES = ["Anna", "Max", "Tom", "Eva", "Leo", "Ida"];

/** Twelve contacts or more, of whom only some have a word beyond ASCII: every address is in .com, so that it tells nothing. */
function contacts(words: readonly string[]): string {
  const rows = Array.from({ length: Math.max(12, words.length + 4) }, (_, at) => {
    const first = FIRST_NAMES[at % FIRST_NAMES.length] ?? "";
    return `${at + 1};${words[at] ?? first};Berlin;${first.toLowerCase()}${at}@example.com`;
  });
  return `id;name;city;email\r\n${rows.join("\r\n")}\r\n`;
}

function sniffed(bytes: Uint8Array) {
  const result = sniffDialect(bytes, true);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

const SAMPLES = REAL_WORDS.flatMap(({ language, encodings, words }) =>
  encodings.flatMap((encoding) => {
    const known = words.filter((word) => canEncode(word, encoding));
    return [2, 4, 8, 15]
      .filter((count) => count <= known.length)
      .map((count) => ({ language, encoding, count, words: known.slice(0, count) }));
  }),
).map((sample) => {
  const text = contacts(sample.words);
  const bytes = encode(text, sample.encoding);
  const dialect = sniffed(bytes);
  return { ...sample, dialect, isRight: decoderFor(dialect.encoding).decode(bytes) === text };
});

describe("the encoding of a small contacts file (C-B3)", () => {
  test.each(SAMPLES)("$language in $encoding, $count words", ({ dialect, isRight }) => {
    expect(isRight || dialect.confidence < SURE).toBe(true);
  });

  test("is right in 97 of 100 files, and in all that have fifteen words", () => {
    expect(SAMPLES.length).toBeGreaterThan(180);
    const wrong = SAMPLES.filter(({ isRight }) => !isRight);
    expect(wrong.length / SAMPLES.length).toBeLessThan(0.03);
    expect(wrong.filter(({ count }) => count === 15)).toEqual([]);
  });

  test("is doubtful for one word that reads well in two, which are both shown", () => {
    const { confidence, evidence } = sniffed(encode("name\nm\u00f3wka\nB\u00eal\n", "windows-1252"));
    expect(confidence).toBeLessThan(0.95);
    expect(evidence[0]).toMatchObject({ about: "encoding", confidence: expect.any(Number) });
    const odd = sniffed(new Uint8Array([...encode("name\nDe", "utf-8"), 0xfe, 10, ...encode("Ann\n", "utf-8")]));
    expect(odd.confidence).toBeLessThan(SURE);
    expect(odd.evidence[0]?.says).toMatch(/could also be “.+” as |only the likeliest/);
  });

  test("is decided by where the addresses are from, if the words leave it open", () => {
    const file = (tld: string) => encode(`name,email\nŁuk,a@x.${tld}\nb,b@y.${tld}\nc,c@z.${tld}\n`, "windows-1250");
    const read = (tld: string) => decoderFor(sniffed(file(tld)).encoding).decode(file(tld));
    expect(read("pl")).toContain("Łuk");
    expect(sniffed(file("pl")).confidence).toBeGreaterThan(sniffed(file("com")).confidence);
  });
});

describe("the encoding of a file that tells it by its form (C-B3)", () => {
  const text = "email,name\na@example.com,Zoë 佐藤\n";

  test.each(["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"])("%s with a mark", (encoding) => {
    const bytes = encode(`\ufeff${text}`, encoding);
    expect(sniffed(bytes)).toMatchObject({ encoding, bom: true, confidence: expect.any(Number) });
  });

  test.each(["utf-16le", "utf-16be", "utf-32le", "utf-32be"])("%s without one", (encoding) =>
    expect(sniffed(encode(text, encoding))).toMatchObject({ encoding, bom: false }),
  );

  test.each(["utf-16le", "utf-16be"])("%s without one, in which hardly a letter is Latin", (encoding) => {
    for (const words of ["氏名,住所\r\n佐藤一郎,東京都渋谷区\r\n", "Имя,Город\nСергей,Москва\nОльга,Казань\n"]) {
      expect(sniffed(encode(words, encoding))).toMatchObject({ encoding, bom: false });
    }
  });

  test("is no UTF-16 where ASCII has zero bytes in it", () => {
    const lines = "id,name,city,email,phone,company\n\x001,Ann Lee,Rome,ann@example.com,5550100,Acme\n".repeat(3);
    expect(sniffed(encode(lines, "utf-8")).encoding).toBe("utf-8");
  });

  test("ISO-2022-JP, which is all ASCII but for its escapes", () =>
    expect(sniffed(encode("name,city\n佐藤,東京\n", "iso-2022-jp")).encoding).toBe("iso-2022-jp"));

  test("UTF-16 whose name leaves open which byte comes first", () => {
    const result = sniffDialect(encode(`\ufeff${text}`, "utf-16be"), true, { encoding: "UTF-16" });
    expect(result).toMatchObject({ value: { encoding: "utf-16be", bom: true, encodingGiven: true } });
  });
});

describe("a file in two encodings (C-B3)", () => {
  const good = "a@example.com,Zoë,Köln\n".repeat(500);
  const bytes = (...parts: readonly (readonly [text: string, encoding: string])[]): Uint8Array =>
    new Uint8Array(parts.flatMap(([text, encoding]) => [...encode(text, encoding)]));

  test.each([
    [
      "one line among many",
      bytes(["email,name,city\n", "utf-8"], [good, "utf-8"], ["b@x.com,Müller,Bonn\n", "windows-1252"]),
    ],
    ["from some line on", bytes(["email,name,city\n", "utf-8"], [good, "utf-8"], [good, "windows-1252"])],
    ["up to some line", bytes(["email,name,city\n", "utf-8"], [good, "windows-1252"], [good, "utf-8"])],
    ["behind a byte order mark", bytes(["\ufeffemail,name,city\n", "utf-8"], [good, "utf-8"], [good, "windows-1252"])],
  ])("%s: each is read by its own, and it is said", (_, file) => {
    const dialect = sniffed(file);
    expect(dialect).toMatchObject({ encoding: "utf-8", fallback: "windows-1252" });
    expect(dialect.evidence[0]?.says).toContain("read as windows-1252");
  });

  test("bytes that make no sense in any encoding are left, and it is said", () => {
    const cut = new Uint8Array([
      ...bytes(["email,name,city\n", "utf-8"], [good, "utf-8"]),
      ...encode("b@x.com,Jos", "utf-8"),
      0xc3,
      10,
    ]);
    const dialect = sniffed(cut);
    expect(dialect.fallback).toBeUndefined();
    expect(dialect.evidence[0]?.says).toContain("their cells are marked");
  });
});

describe("evidence from pieces of a file", () => {
  const file = encode("name\nZoë\n佐藤\n".repeat(200), "utf-8");

  test("takes whole lines only, so that no character that a piece cuts in two counts as broken", () => {
    for (let from = 1; from < 60; from++) {
      const evidence = new EncodingEvidence();
      evidence.add(file.subarray(from, from + 301), { atStart: false, atEnd: false });
      expect(evidence.brokenLines).toBe(0);
      expect(evidence.characters).toBeGreaterThan(10);
    }
  });

  test("finds the one broken line wherever it is", () => {
    for (const at of [0, 700, 2000]) {
      const broken = file.slice();
      broken.set([0x4d, 0xfc, 0x6c, 10], at - (at % 18));
      const evidence = new EncodingEvidence();
      evidence.add(broken, { atStart: true, atEnd: true });
      expect(evidence.brokenLines).toBeGreaterThan(0);
    }
  });
});

describe("a file with one word beyond ASCII (C-B3)", () => {
  test.each([
    ["Müller", "ibm437", [0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72]],
    ["Schäfer", "ibm850", [0x53, 0x63, 0x68, 0x84, 0x66, 0x65, 0x72]],
    ["Groß", "macintosh", [0x47, 0x72, 0x6f, 0xa7]],
    ["Gómez", "ibm850", [0x47, 0xa2, 0x6d, 0x65, 0x7a]],
    ["Dvořák", "x-mac-ce", [0x44, 0x76, 0x6f, 0xde, 0x87, 0x6b]],
  ])("that is %s in %s is read so", (word, _, bytes) => {
    const head = new TextEncoder().encode("Name,Email\nAnn Lee,ann@example.com\nPat ");
    const file = new Uint8Array([...head, ...bytes, ...new TextEncoder().encode(",pat@example.com\n")]);
    const sniffed = sniffDialect(file, true);
    if (!sniffed.ok) throw new Error(sniffed.refusal.message);
    expect(readAll(file, sniffed.value, file.length).rows[2]?.cells[0]).toBe(`Pat ${word}`);
  });
});
