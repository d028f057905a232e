/** Files on disk: what is refused, and that rows come out of them as they come out of bytes. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Row } from "../../src/core/tabular/rows/row.ts";
import { openSourceFile, rowsOf, type SourceFile } from "../../src/source/csv-file.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-source-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function opened(path: string): Promise<SourceFile> {
  const file = await openSourceFile(path);
  if (!file.ok) throw new Error(file.refusal.message);
  return file.value;
}

async function rowsIn(file: SourceFile, startOffset = 0, startLine = 1): Promise<readonly Row[]> {
  const sniffed = await file.sniff();
  if (!sniffed.ok) throw new Error(sniffed.refusal.message);
  const rows: Row[] = [];
  for await (const batch of rowsOf(file, sniffed.value, { startOffset, startLine }).batches) rows.push(...batch);
  return rows;
}

describe("a path that is no readable file is refused", () => {
  test("when nothing is there", async () => {
    expect(await openSourceFile(join(folder, "nothing.csv"))).toMatchObject({ refusal: { code: "file_missing" } });
  });

  test("when it is a folder, or leads through a file", async () => {
    mkdirSync(join(folder, "inner"));
    expect(await openSourceFile(join(folder, "inner"))).toMatchObject({ refusal: { code: "file_is_directory" } });
    const through = join(fileWith("plain.csv", "a\n"), "x.csv");
    expect(await openSourceFile(through)).toMatchObject({ refusal: { code: "file_missing" } });
  });

  test("when it is a device", async () => {
    expect(await openSourceFile("/dev/null")).toMatchObject({ refusal: { code: "file_unreadable" } });
  });

  test("when it is empty, and says so", async () => {
    const file = await opened(fileWith("empty.csv", ""));
    expect(await file.sniff()).toMatchObject({ refusal: { code: "file_empty" } });
    await file.close();
  });
});

describe("a file", () => {
  const lines = Array.from({ length: 40_000 }, (_, index) => `p${index}@example.com,"Name\n${index}"\n`);
  const path = fileWith("contacts.csv", `email,name\n${lines.join("")}`);

  test("gives all its rows, across the pieces it is read in", async () => {
    const file = await opened(path);
    const rows = await rowsIn(file);
    await file.close();
    expect(rows).toHaveLength(40_001);
    expect(rows.at(-1)).toMatchObject({ line: 80_000, cells: ["p39999@example.com", "Name\n39999"] });
  });

  test("is read on from the position of any row", async () => {
    const file = await opened(path);
    const row = (await rowsIn(file))[25_000];
    const rest = await rowsIn(file, row?.offset, row?.line);
    await file.close();
    expect(rest[0]).toEqual(row);
    expect(rest).toHaveLength(15_001);
  });

  test("says when it was written to meanwhile", async () => {
    const changing = fileWith("changing.csv", "a,b\n1,2\n");
    const file = await opened(changing);
    expect(await file.changed()).toBeNull();
    appendFileSync(changing, "3,4\n");
    expect(await file.changed()).toMatchObject({ code: "file_changed" });
    await file.close();
  });
});
