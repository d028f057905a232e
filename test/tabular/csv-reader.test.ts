/** What a file of the corpus cannot show: sizes, limits, resuming, an encoding that the sample did not show. */
import { describe, expect, test } from "vitest";
import { describeDialect } from "../../src/core/tabular/describe-dialect.ts";
import { CsvReader } from "../../src/core/tabular/rows/csv-reader.ts";
import { SNIFF_BYTES, sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { dialect } from "./dialect-of.ts";
import { readAll } from "./read-all.ts";

const encoder = new TextEncoder();
const PIECE = 64 * 1024;

/** The pieces until the reader refuses; returns how many it took. */
function pushUntilRefused(reader: CsvReader, piece: Uint8Array, atMost: number): number {
  let pushed = 0;
  while (pushed < atMost && reader.refusal === null) {
    reader.push(piece);
    pushed++;
  }
  return pushed;
}

describe("a large file", () => {
  test("may hold a cell of 10 MB, quoted or not (C-B8)", () => {
    const long = "x".repeat(10_000_000);
    const lines = "a line\n".repeat(1_400_000);
    const bytes = encoder.encode(`id,note\n1,${long}\n2,"${lines}"\n3,end\n`);
    const { rows, refusal } = readAll(bytes, dialect({}), PIECE);
    expect(refusal).toBeNull();
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3, 1_400_004]);
    expect(rows[1]?.cells[1] === long && rows[2]?.cells[1] === lines).toBe(true);
  });

  test("may have 20,000 columns", () => {
    const row = Array.from({ length: 20_000 }, (_, column) => `c${column}`).join(",");
    const { rows, refusal } = readAll(encoder.encode(`${row}\n${row}\n`), dialect({}), PIECE);
    expect(refusal).toBeNull();
    expect(rows.map((one) => one.cells.length)).toEqual([20_000, 20_000]);
  });

  test("with an unclosed quote is refused long before its end, with the line of the quote (C-B8)", () => {
    const reader = new CsvReader(dialect({}));
    expect(reader.push(encoder.encode('id,name\n1,Ann\n2,"Bob\n'))).toHaveLength(2);
    const gigabyte = 16_384;
    expect(pushUntilRefused(reader, encoder.encode("3,Cid\n".repeat(10_922)), gigabyte)).toBeLessThan(600);
    expect(reader.refusal).toMatchObject({ code: "unclosed_quote", line: 3 });
    expect(reader.end()).toEqual([]);
  });

  test("without line ends is refused as one endless row", () => {
    const reader = new CsvReader(dialect({}));
    expect(pushUntilRefused(reader, encoder.encode("x".repeat(PIECE)), 16_384)).toBeLessThan(600);
    expect(reader.refusal).toMatchObject({ code: "row_too_long", line: 1 });
  });
});

describe("reading on from a stored position", () => {
  const bytes = encoder.encode('id,näme\n1,"Ann\nLee"\n\n2,Bøb\n3,Cid\n');

  test("continues with the right lines and offsets", () => {
    const first = new CsvReader(dialect({}));
    const before = first.push(bytes.subarray(0, 30));
    const { position } = first;
    const rest = readAll(bytes.subarray(position.offset), dialect({}), 4, {
      startOffset: position.offset,
      startLine: position.line,
    });
    expect([...before, ...rest.rows]).toEqual(readAll(bytes, dialect({}), 100).rows);
    expect(rest.rows.at(-1)).toEqual({ line: 6, offset: bytes.length - 6, cells: ["3", "Cid"] });
  });
});

describe("an encoding that the sample did not show", () => {
  const ascii = "email,name\n".concat("ann@example.com,Ann\n".repeat(60_000));
  const bytes = new Uint8Array([...encoder.encode(ascii), ...encoder.encode("zoe@example.com,Zo"), 0xeb, 10]);

  test("is reported with line and offset instead of destroyed in silence (C-B3)", () => {
    const sniffed = sniffDialect(bytes.subarray(0, SNIFF_BYTES), false);
    if (!sniffed.ok) throw new Error(sniffed.refusal.message);
    expect(sniffed.value.encoding).toBe("utf-8");
    const { rows, encodingContradiction } = readAll(bytes, sniffed.value, PIECE);
    expect(encodingContradiction).toEqual({ line: 60_002, offset: bytes.length - 2 });
    expect(rows.at(-1)?.cells).toEqual(["zoe@example.com", "Zo\ufffd"]);
  });

  test("reads well once the right one is given (C-B3)", () => {
    const { rows, encodingContradiction } = readAll(bytes, dialect({ encoding: "windows-1252" }), PIECE);
    expect(encodingContradiction).toBeNull();
    expect(rows.at(-1)?.cells).toEqual(["zoe@example.com", "Zoë"]);
  });

  test("is not seen in a U+FFFD that the file itself holds", () => {
    const { encodingContradiction } = readAll(encoder.encode("name\nZo\ufffd\n"), dialect({}), 3);
    expect(encodingContradiction).toBeNull();
  });
});

describe("the sniffer", () => {
  test("ignores the character that the end of the sample cuts in two", () => {
    const bytes = encoder.encode("name,city\nZoë,Orléans\n".repeat(10));
    for (let end = 30; end < bytes.length; end++) {
      expect(sniffDialect(bytes.subarray(0, end), false)).toMatchObject({
        value: { encoding: "utf-8", delimiter: ",", header: true },
      });
    }
  });

  test("is not misled where the part of a long file that it looks at ends inside quotes", () => {
    const note = `"${"a line of the note\n".repeat(20_000)}"`;
    const bytes = encoder.encode(`name\tnote\n"Ann"\tx\n"Bob"\t${note}\nCid\ty\n`);
    expect(sniffDialect(bytes, true)).toMatchObject({ value: { delimiter: "\t", quote: '"', header: true } });
  });

  test("describes a dialect in one sentence (C-B2)", () => {
    expect(describeDialect(dialect({}))).toBe('CSV, UTF-8, comma-separated, quoted with ", header in the first row');
    const other = dialect({ encoding: "utf-16le", bom: true, delimiter: "\t", quote: "", header: false });
    expect(describeDialect(other)).toBe("CSV, UTF-16 LE with byte order mark, tab-separated, not quoted, no header");
  });

  test.each([
    [{ delimiter: "\n" }, "delimiter_invalid"],
    [{ delimiter: "" }, "delimiter_invalid"],
    [{ delimiter: '"' }, "delimiter_invalid"],
    [{ delimiter: "'", quote: "'" }, "delimiter_invalid"],
    [{ quote: "ab" }, "quote_invalid"],
    [{ escape: "x" }, "quote_invalid"],
    [{ encoding: "klingon" }, "encoding_unknown"],
  ])("refuses the override %j as %s", (overrides, code) => {
    expect(sniffDialect(encoder.encode("a,b\n"), true, overrides)).toMatchObject({ ok: false, refusal: { code } });
  });
});

test("of lines that \\r ends behind the last \\n, each is counted once, however long the part is (C-B2)", () => {
  const bytes = new TextEncoder().encode("\r\n||a||\ra||aa\rb||bb\rcccccc");
  const limits = { maxRowChars: 12, maxColumns: 9 };
  const whole = readAll(bytes, dialect({}), bytes.length, limits);
  expect(whole.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  for (let size = 1; size < bytes.length; size++) expect(readAll(bytes, dialect({}), size, limits)).toEqual(whole);
});
