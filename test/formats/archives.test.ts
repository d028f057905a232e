/** Files that come packed: one file in a gzip or zip archive is read as that file (C-B1). */
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readFormat, refusalOf, rowsOf } from "../support/read-format.ts";
import { textRows, xlsxOf } from "../support/workbook-of.ts";
import { zipOf } from "../support/zip-of.ts";

const CSV = 'email;name\na@b.co;Ann\n\nc@d.co;"Two\nlines"\n';
const ROWS = [
  [1, "email", "name"],
  [2, "a@b.co", "Ann"],
  [4, "c@d.co", "Two\nlines"],
];

describe("C-B1: the one file in an archive is read", () => {
  test("gzip, with the lines of the file in it", async () => {
    expect(await rowsOf(gzipSync(CSV))).toEqual(ROWS);
    const read = await readFormat(gzipSync(CSV));
    expect(read.ok && read.value.dialect).toMatchObject({ format: "csv", delimiter: ";" });
    expect(read.ok && read.value.dialect.evidence[0]?.says).toContain("gzip");
  });

  test("gzip of several members, and with zeros behind it", async () => {
    expect(
      await rowsOf(Buffer.concat([gzipSync("email;name\na@b.co;Ann\n\n"), gzipSync('c@d.co;"Two\nlines"\n')])),
    ).toEqual(ROWS);
    expect(await rowsOf(Buffer.concat([gzipSync(CSV), Buffer.alloc(512)]))).toEqual(ROWS);
  });

  test("zip, whatever its name is, beside what a Mac adds", async () => {
    expect(
      await rowsOf(await zipOf({ "export/data.bin": CSV, "__MACOSX/export/._data.bin": "x", ".DS_Store": "y" })),
    ).toEqual(ROWS);
    expect(await rowsOf(await zipOf({ "a.csv": CSV }, { store: true }))).toEqual(ROWS);
  });

  test("a workbook in an archive", async () => {
    const workbook = await xlsxOf({
      sheets: textRows([
        ["email", "name"],
        ["a@b.co", "Ann"],
      ]),
    });
    for (const packed of [await zipOf({ "people.xlsx": workbook }), gzipSync(workbook)]) {
      expect(await rowsOf(packed)).toEqual(ROWS.slice(0, 2));
    }
  });

  test("contact cards of a file each, as address books make them", async () => {
    const card = (name: string): string => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD`;
    const packed = await zipOf({
      "cards/Zoë.vcf": `\ufeff${card("Zoë")}`,
      "cards/Bo.VCF": card("Bo"),
      ".DS_Store": "y",
    });
    expect(await rowsOf(packed)).toEqual([
      [0, "Full name"],
      [1, "Zoë"],
      [5, "Bo"],
    ]);
    const read = await readFormat(packed);
    expect(read.ok && read.value.dialect.evidence[0]?.says).toContain("2 files with contact cards");
  });

  test("a large one, piece by piece", async () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `p${at}@example.com,Person ${at}\n`).join("");
    expect(await rowsOf(gzipSync(`email,name\n${lines}`))).toHaveLength(100_001);
  });
});

describe("an archive is refused that", () => {
  const cases: readonly (readonly [what: string, file: () => Promise<Uint8Array> | Uint8Array, refusal: RegExp])[] = [
    [
      "holds a card beside other files",
      () => zipOf({ "a.vcf": "BEGIN:VCARD", "b.csv": CSV }),
      /^archive_contents: .*2 files/,
    ],
    ["holds several files", () => zipOf({ "a.csv": CSV, "b.csv": CSV }), /^archive_contents: .*“a\.csv”, “b\.csv”/],
    [
      "holds names that differ in case",
      () => zipOf({ "A.csv": CSV, "a.csv": CSV }),
      /^archive_contents: .*“A\.csv”, “a\.csv”/,
    ],
    ["holds no file", () => zipOf({}), /^archive_contents/],
    [
      "holds a zip archive",
      async () => zipOf({ "a.zip": await zipOf({ "a.csv": CSV }) }),
      /^archive_contents: .*another archive/,
    ],
    ["holds a gzip archive", () => zipOf({ "a.gz": gzipSync(CSV) }), /^archive_contents/],
    ["is gzip in gzip", () => gzipSync(gzipSync(CSV)), /^archive_contents/],
    ["is gzip cut short", () => gzipSync(CSV).subarray(0, -9), /^file_damaged: .*cut short/],
    ["is gzip with something behind it", () => Buffer.concat([gzipSync(CSV), Buffer.from("garbage")]), /^file_damaged/],
    ["is gzip whose checksum is another one", () => flipped(gzipSync(CSV), -6), /^file_damaged/],
    ["is a zip cut short", async () => (await zipOf({ "a.csv": CSV })).subarray(0, -30), /^file_damaged: .*cut short/],
    [
      "is a zip whose checksum is another one",
      async () => flipped(await zipOf({ "a.csv": CSV }, { store: true }), 40),
      /^file_damaged: .*checksum/,
    ],
    [
      "names a file outside of itself",
      async () => replaced(await zipOf({ "aa/aa/x.csv": CSV }), "aa/aa/x", "../../x"),
      /^file_suspicious/,
    ],
    [
      "holds nothing but a Word document",
      () => zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }),
      /^file_not_text/,
    ],
    [
      "is a document of Numbers",
      () => zipOf({ "Index/Document.iwa": "x", "Metadata/Properties.plist": "y" }),
      /^file_not_text: .*Numbers/,
    ],
    ["holds an empty file", () => zipOf({ "a.csv": "" }), /^file_empty/],
    ["unpacks to far more than its size", () => gzipSync(Buffer.alloc(150 * 1024 * 1024, "a,b\n")), /^file_suspicious/],
  ];
  test.each(cases)("%s", async (_, file, refusal) => expect(await refusalOf(await file())).toMatch(refusal));
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  const place = at < 0 ? copy.length + at : at;
  copy[place] = (copy[place] ?? 0) ^ 0xff;
  return copy;
}

const replaced = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1");

test("a program is told from a document: nothing opens it to save it as CSV", async () => {
  const told = await refusalOf(Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(600)]));
  expect(told).toContain("It is a program");
  const read = await readFormat(Buffer.from("\x7fELF\x02\x01\x01", "latin1"));
  expect(read.ok ? "" : read.refusal.fix).toBe("Give the file that the contacts are in.");
});

describe("C-B1: a file that no longer opens by itself says what to do", () => {
  const compound = (stream: string): Buffer =>
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from(`${stream}\0\0`, "utf16le"),
      Buffer.alloc(64),
    ]);

  test("an old workbook, and one with a password", async () => {
    expect(await refusalOf(compound("Workbook"))).toContain("old Excel workbook (.xls)");
    expect(await refusalOf(compound("EncryptedPackage"))).toContain("file_encrypted");
  });
});
