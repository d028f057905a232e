/** Where a large file is cut in two: near the middle, where a row starts if that can be seen. */
import { expect, test } from "vitest";
import { findMiddle } from "../../src/source/find-middle.ts";
import { MemoryFiles } from "../property/memory-files.ts";
import { COLUMNS, settingsOf } from "./two-scans.ts";

const settings = await settingsOf();

async function cut(text: string | Uint8Array, encoding = "utf-8"): Promise<string | null> {
  const files = new MemoryFiles(100);
  const source = files.add(text);
  const middle = await findMiddle(files, { ...settings, source, dialect: { ...settings.dialect, encoding } });
  return middle === null ? null : Buffer.from(await files.slice(source.key, middle, 9)).toString("latin1");
}

const rows = (count: number, city: string, ends = "\n"): string =>
  Array.from({ length: count }, (_, at) => `P${1000 + at},,,,${city}${ends}`).join("");

test("at the first row behind the middle", async () => {
  expect(await cut(`${COLUMNS}\n${rows(100, "Rome")}`)).toBe("P1049,,,,");
  expect(await cut(`${COLUMNS}\r\n${rows(100, "Rome", "\r\n")}`)).toBe("P1049,,,,");
});

test("not at a line inside a quoted cell", async () => {
  const note = `"A note\nof many lines\n${"that go on, and on\n".repeat(40)}up to here"`;
  expect(await cut(`${COLUMNS}\n${rows(10, note)}`)).toBe("P1005,,,,");
});

test("at any line where no row has the width of the header", async () => {
  const text = `${COLUMNS}\n${"Ann,ann@x.example\n".repeat(50)}`;
  expect(await cut(text)).toBe("Ann,ann@x");
});

test("nowhere in a file of one line, or of old Mac lines", async () => {
  expect(await cut(COLUMNS)).toBeNull();
  expect(await cut(`${COLUMNS}\r${rows(100, "Rome", "\r")}`)).toBeNull();
});

test("nowhere where a line break is more than one byte, or its byte may be part of a character", async () => {
  const text = `${COLUMNS}\n${rows(100, "Rome")}`;
  expect(await cut(Buffer.from(text, "utf16le"), "utf-16le")).toBeNull();
  expect(await cut(text, "gb18030")).toBeNull();
  expect(await cut(text, "windows-1252")).toBe("P1049,,,,");
});
