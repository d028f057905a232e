/** The converting thread gives what converting without it gives, and ends with its file. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import type { Converter } from "../../src/app/ports/converter.ts";
import { openSourceFile } from "../../src/source/csv-file.ts";
import { fileConverter } from "../../src/source/file-converter.ts";
import { threadedConverter } from "../../src/source/threaded-converter.ts";
import { SharedTexts } from "../../src/source/workbook/shared-texts.ts";
import { textRows, xlsxOf } from "../support/workbook-of.ts";
import { accepted } from "../support/workspace.ts";
import { zipOf } from "../support/zip-of.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-threaded-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that a converter says of a file. */
async function converted(converter: Converter, content: Uint8Array | string): Promise<unknown> {
  const path = join(folder, "file");
  writeFileSync(path, content);
  const file = accepted(await openSourceFile(path));
  try {
    const opened = await converter.open(file, { sheet: null });
    if (!opened.ok || opened.value === null) return opened;
    const pieces: Uint8Array[] = [];
    for await (const piece of opened.value.bytes()) pieces.push(Buffer.from(piece));
    const result = opened.value.result();
    await opened.value.close();
    return { format: opened.value.format, text: Buffer.concat(pieces).toString(), result };
  } finally {
    await file.close();
  }
}

const PEOPLE = Array.from({ length: 20_000 }, (_, at) => [`p${at}@example.com`, `Person ${at}`]);
const files: readonly (readonly [what: string, file: () => Promise<Uint8Array | string>])[] = [
  ["a workbook", () => xlsxOf({ sheets: textRows([["email", "name"], ...PEOPLE]) })],
  ["a workbook that is refused when it is opened", () => xlsxOf({ sheets: [] })],
  ["a workbook that is refused in its middle", () => xlsxOf({ sheets: `${textRows(PEOPLE)}<row r="1"/>` })],
  ["an archive", async () => gzipSync(`email,name\n${PEOPLE.map((cells) => `${cells.join(",")}\n`).join("")}`)],
  ["a workbook in an archive", async () => zipOf({ "a.xlsx": await xlsxOf({ sheets: textRows(PEOPLE) }) })],
  ["text", async () => "email,name\n"],
];

test.each(files)("%s", async (_, file) => {
  const content = await file();
  const expected = await converted(fileConverter(folder), content);
  expect(await converted(threadedConverter(folder, 0), content)).toEqual(expected);
});

test("one that nobody reads to its end can be closed", async () => {
  writeFileSync(join(folder, "left"), await xlsxOf({ sheets: textRows(PEOPLE) }));
  const file = accepted(await openSourceFile(join(folder, "left")));
  const conversion = accepted(await threadedConverter(folder, 0).open(file, { sheet: null }));
  for await (const _ of conversion?.bytes() ?? []) break;
  await conversion?.close();
  await file.close();
});

test("shared texts beyond the limit are read back from a scratch file, in any order", async () => {
  const texts = new SharedTexts(folder, 1024 * 1024);
  const text = (at: number): string => `${at} ${"ä€😀".repeat((at % 50) + 1)}`;
  const long = "x".repeat(3_000_000);
  async function* xml() {
    yield Buffer.from("<sst>");
    for (let at = 0; at < 60_000; at++) yield Buffer.from(`<si><t>${at === 30_000 ? long : text(at)}</t></si>`);
    yield Buffer.from("</sst>");
  }
  await texts.load(xml(), "sharedStrings.xml");
  expect(texts.count).toBe(60_000);
  for (const at of [0, 59_999, 30_000, 30_001, 12_345, 45_678, 1, 12_345]) {
    expect(texts.at(at) === (at === 30_000 ? long : text(at)), `text ${at}`).toBe(true);
  }
  await texts.close();
});
