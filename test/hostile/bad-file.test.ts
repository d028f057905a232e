/** Files that are not what they seem: each is refused with what to do, or read with every line accounted for. */
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import type { InputFile, Inputs } from "../../src/app/ports.ts";
import { linesIn, NO_OUTCOMES } from "../../src/core/plan/outcome.ts";
import { accept } from "../../src/core/problem/refusal.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let mine: TestWorkspace;
beforeEach(async () => {
  mine = await testWorkspace();
});
afterEach(() => mine.close());

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 0xff);

describe("a file that holds no contacts is refused", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["empty", "", "file_empty"],
    ["blank lines only", "\n\r\n  \n", "file_empty"],
    ["a byte order mark and nothing else", bytes(0xef, 0xbb, 0xbf), "file_empty"],
    ["only a header", "email,name\n", "file_empty"],
    ["a PDF", "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "file_not_text"],
    ["a zip", Buffer.concat([bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0), noise]), "file_damaged"],
    ["a picture", Buffer.concat([bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), noise]), "file_not_text"],
    ["any other binary", noise, "file_not_text"],
    [
      "a quote that is never closed",
      `email,name\na@example.com,"Ann\nLee\n${"b@example.com,Bob\n".repeat(3_000)}`,
      "unclosed_quote",
    ],
  ])("%s", async (_, content, code) => {
    const refusal = await mine.refusal(content);
    expect(refusal.code).toBe(code);
    expect(refusal.fix.length).toBeGreaterThan(10);
    expect(await mine.contacts()).toEqual([]);
  });

  test("the unclosed quote's line is named", async () => {
    const refusal = await mine.refusal(
      `email,name\na@example.com,Ann\nb@example.com,"Bob\nRay\n${"c@example.com,Cy\n".repeat(3_000)}`,
    );
    expect(refusal).toMatchObject({ code: "unclosed_quote", line: 3 });
  });

  test("a folder and a file that is not there", async () => {
    mkdirSync(join(mine.folder, "a-folder"));
    expect(await receiveFile(mine.ports, join(mine.folder, "a-folder"), null)).toMatchObject({
      refusal: { code: "file_is_directory" },
    });
    expect(await receiveFile(mine.ports, join(mine.folder, "nowhere.csv"), null)).toMatchObject({
      refusal: { code: "file_missing" },
    });
    expect(await receiveFile(mine.ports, join(mine.folder, "contacts\0.csv"), null)).toMatchObject({ ok: false });
  });
});

describe("a file that is too much", () => {
  test("a cell of 10 MB is kept whole or refused with its line, and no other line is lost", async () => {
    const prepared = await mine.prepare(`email,notes\na@example.com,${"x".repeat(10_000_000)}\nb@example.com,short\n`);
    if (!prepared.ok) return expect(prepared.refusal).toMatchObject({ code: "row_too_long", line: 2 });
    const refused = prepared.value.refusal;
    expect(refused).toBeNull();
    await expectEveryLine(`email,notes\na@example.com,${"x".repeat(10_000_000)}\nb@example.com,short\n`, 2);
  });

  test("20,000 columns are read or refused, not choked on", async () => {
    const header = Array.from({ length: 20_000 }, (_, at) => (at === 0 ? "email" : `column ${at}`)).join(",");
    const row = ["a@example.com", ...new Array<string>(19_999).fill("1")].join(",");
    const prepared = await mine.prepare(`${header}\n${row}\n`);
    if (!prepared.ok) return expect(prepared.refusal.code).toBe("too_many_columns");
    await expectEveryLine(`${header}\n${row}\n`, 1);
  });
});

describe("bytes that are no text in the file's encoding", () => {
  test("one broken byte in the middle loses no line and is not swallowed", async () => {
    const good = Array.from({ length: 40 }, (_, at) => `p${at}@example.com,Zoë ${at}\n`).join("");
    const broken = Buffer.concat([
      Buffer.from(`email,full_name\n${good}`),
      Buffer.from("x@example.com,Br"),
      bytes(0xff),
      Buffer.from(`ken\n${good.replaceAll("p", "q")}`),
    ]);
    const record = await mine.import(broken);
    expect(linesIn(record.progress?.tally.outcomes ?? NO_OUTCOMES)).toBe(81);
    const names = (await mine.contacts()).map(({ values }) => values.get("full_name"));
    expect(names).toContain("Zoë 3");
    const line = (await mine.lines(record)).find(({ line }) => line === 42);
    const said = JSON.stringify([record.scan?.says, line?.problems]);
    expect(said, "the broken byte is spoken of").toMatch(/byte|encod|character/i);
  });
});

describe("a file that moves under the reader", () => {
  const folder = mkdtempSync(join(tmpdir(), "muster-moving-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const rows = (count: number): string => Array.from({ length: count }, (_, at) => `p${at}@example.com\n`).join("");

  /** Reads as the real one does; something happens to the file after its first piece. */
  const disturbed = (act: (path: string) => void): Inputs => ({
    async open(path) {
      const opened = await mine.ports.inputs.open(path);
      if (!opened.ok) return opened;
      const file = opened.value;
      return accept<InputFile>({
        ...file,
        async *bytes(offset) {
          let first = true;
          for await (const piece of file.bytes(offset)) {
            yield piece;
            if (first) act(path);
            first = false;
          }
        },
      });
    },
  });

  test("written to meanwhile: refused, nothing stored as if it were whole", async () => {
    const path = join(folder, "growing.csv");
    writeFileSync(path, `email\n${rows(60_000)}`);
    const ports = { ...mine.ports, inputs: disturbed((at) => appendFileSync(at, "late@example.com\n")) };
    expect(await receiveFile(ports, path, null)).toMatchObject({ ok: false, refusal: { code: "file_changed" } });
    expect(readdirSync(join(mine.folder, "data", "files"))).toEqual([]);
  });

  test("removed meanwhile: what was opened is read to its end, or refused", async () => {
    const path = join(folder, "vanishing.csv");
    const text = `email\n${rows(60_000)}`;
    writeFileSync(path, text);
    const received = await receiveFile({ ...mine.ports, inputs: disturbed(unlinkSync) }, path, null);
    if (received.ok) expect(received.value.bytes).toBe(text.length);
    else expect(["file_changed", "file_missing", "file_unreadable"]).toContain(received.refusal.code);
  });
});

async function expectEveryLine(text: string, lines: number): Promise<void> {
  const record = await mine.import(text);
  expect(record.state).toBe("done");
  expect(linesIn(record.progress?.tally.outcomes ?? NO_OUTCOMES)).toBe(lines);
  expect((await mine.lines(record)).length).toBe(lines);
}
