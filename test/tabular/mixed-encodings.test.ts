/** Files whose lines are in two encodings, or damaged: no cell is lost, none is read wrongly in silence, each is marked. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TableRows } from "../../src/app/table/table-rows.ts";
import type { Dialect } from "../../src/core/tabular/dialect.ts";
import { readRowAt } from "../../src/core/tabular/rows/read-row-at.ts";
import type { Row } from "../../src/core/tabular/rows/row.ts";
import { dialect } from "./dialect-of.ts";
import { encode } from "./encode.ts";
import { readAll } from "./read-all.ts";

const bytesOf = (...parts: readonly (readonly [text: string, encoding: string])[]): Uint8Array =>
  new Uint8Array(parts.flatMap(([text, encoding]) => [...encode(text, encoding)]));

const mixed = dialect({ fallback: "windows-1252" });

describe("cells that are no UTF-8 (C-B3)", () => {
  const bytes = bytesOf(["id,name,city\n1,Zoë,", "utf-8"], ["Köln\n", "windows-1252"], ["2,Zoë,Rom\n", "utf-8"]);

  test("are read in the other encoding, cell by cell, and marked with their bytes", () => {
    const { rows, encodingContradiction } = readAll(bytes, mixed, 7);
    expect(rows[1]).toMatchObject({ line: 2, cells: ["1", "Zoë", "Köln"], wrong: [{ column: 2, raw: "K\\xF6ln" }] });
    expect(rows[2]).toEqual({ line: 3, offset: bytes.length - 11, cells: ["2", "Zoë", "Rom"] });
    expect(encodingContradiction).toBeNull();
  });

  test("are left with U+FFFD and marked where no other encoding fits", () => {
    const { rows, encodingContradiction } = readAll(bytes, dialect({}), 7);
    expect(rows[1]).toMatchObject({ cells: ["1", "Zoë", "K\ufffdln"], wrong: [{ column: 2, raw: "K\\xF6ln" }] });
    expect(encodingContradiction).toMatchObject({ line: 2 });
  });

  test("are read line by line where a character of the other encoding may look like a delimiter", () => {
    const file = bytesOf(["id,name\n1,Zoë\n", "utf-8"], ["2,ポール\n", "shift_jis"]);
    const { rows } = readAll(file, dialect({ fallback: "shift_jis" }), 3);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["id", "name"],
      ["1", "Zoë"],
      ["2", "ポール"],
    ]);
  });

  test("change nothing of how pieces, offsets and single rows are read (C-X5)", () => {
    const part = fc.tuple(
      fc.constantFrom("Zoë", "a", ",", '"', "\n", "1,Müller,x\n", "“q”", " "),
      fc.constantFrom("utf-8", "windows-1252"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), fc.nat(9), (parts, size) => {
        const file = bytesOf(...parts);
        const whole = readAll(file, mixed, file.length + 1);
        expect(readAll(file, mixed, size + 1)).toEqual(whole);
        for (const row of whole.rows) {
          expect(
            readRowAt(file.subarray(row.offset), row, {
              dialect: mixed,
              columns: whole.rows[0]?.cells.length ?? 0,
              toEnd: true,
            }),
          ).toEqual(row);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** All that reading has to tell, in pieces of this many bytes. */
async function read(bytes: Uint8Array, guessed: Dialect, size: number) {
  const pieces = async function* (offset = 0) {
    for (let from = offset; from < bytes.length; from += size) yield bytes.slice(from, from + size);
  };
  const slice = async (offset: number, length: number) => bytes.slice(offset, offset + length);
  const table = new TableRows({ size: bytes.length, slice, bytes: pieces }, guessed);
  const rows: Row[] = [];
  const batches = table.batches();
  for (let next = await batches.next(); !next.done; next = await batches.next()) rows.push(...next.value);
  return { rows, dialect: table.dialect, counts: table.counts, contradiction: table.contradiction };
}

describe("a guess that the file contradicts further down (C-B3)", () => {
  const ascii = "1,Ann,Rome\n\n".repeat(400);

  test.each([1, 50, 1000, 100_000])("begins again at the row that showed it, in pieces of %i bytes", async (size) => {
    const bytes = bytesOf([`id,name,city\n${ascii}`, "utf-8"], ["2,Zoë,Köln\n3,Müller,Orléans\n", "windows-1252"]);
    const { rows, dialect: found, counts, contradiction } = await read(bytes, dialect({}), size);
    const expected = readAll(bytes, dialect({ encoding: "windows-1252" }), 100);
    expect(found.encoding).toBe("windows-1252");
    expect(rows).toEqual(expected.rows);
    expect(counts).toEqual({ blankLines: expected.blankLines, droppedNuls: 0, wrongCells: 0 });
    expect(contradiction).toBeNull();
  });

  test("keeps what was UTF-8, and reads the rest in the other encoding", async () => {
    const good = "1,Zoë,Köln\n".repeat(300);
    const bytes = bytesOf([`id,name,city\n${good}`, "utf-8"], ["2,Müller,Orléans\n", "windows-1252"], [good, "utf-8"]);
    const { rows, dialect: found, counts } = await read(bytes, dialect({}), 500);
    expect(found).toMatchObject({ encoding: "utf-8", fallback: "windows-1252" });
    expect(rows.map(({ cells }) => cells.join())).toEqual([
      "id,name,city",
      ...Array(300).fill("1,Zoë,Köln"),
      "2,Müller,Orléans",
      ...Array(300).fill("1,Zoë,Köln"),
    ]);
    expect(counts.wrongCells).toBe(2);
  });

  test("is kept where a person has named the encoding", async () => {
    const bytes = bytesOf([`id,name,city\n${ascii}`, "utf-8"], ["2,Zoë,Köln\n", "windows-1252"]);
    const { rows, dialect: found, contradiction } = await read(bytes, dialect({ encodingGiven: true }), 500);
    expect(found.encoding).toBe("utf-8");
    expect(rows.at(-1)?.cells).toEqual(["2", "Zo\ufffd", "K\ufffdln"]);
    expect(contradiction).toMatchObject({ line: 802 });
  });
});
