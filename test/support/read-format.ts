/** A file of any format as its rows, through the same steps as `muster read`, without a process of its own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sniffTable } from "../../src/app/table/read-table.ts";
import { accept, type Result, refuse } from "../../src/core/problem/refusal.ts";
import type { Dialect, DialectOverrides } from "../../src/core/tabular/dialect.ts";
import { CsvReader } from "../../src/core/tabular/rows/csv-reader.ts";
import type { Row } from "../../src/core/tabular/rows/row.ts";
import { openSourceFile } from "../../src/source/csv-file.ts";
import { fileConverter } from "../../src/source/file-converter.ts";
import { scratchInput } from "../../src/source/scratch-input.ts";

export type ReadFormat = { readonly dialect: Dialect; readonly rows: readonly Row[]; readonly blankRows: number };
type Ask = { readonly sheet?: string; readonly overrides?: DialectOverrides };

export async function readFormat(content: Uint8Array | string, ask: Ask = {}): Promise<Result<ReadFormat>> {
  const folder = mkdtempSync(join(tmpdir(), "muster-format-"));
  try {
    const path = join(folder, "file");
    writeFileSync(path, content);
    return await readPath(path, folder, ask);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readPath(path: string, folder: string, { sheet, overrides = {} }: Ask): Promise<Result<ReadFormat>> {
  const opened = await openSourceFile(path);
  if (!opened.ok) return opened;
  const input = opened.value;
  const conversion = await fileConverter(folder).open(input, { sheet: sheet ?? null });
  if (!conversion.ok) {
    await input.close();
    return conversion;
  }
  const table = conversion.value ? await scratchInput(path, conversion.value.bytes()) : input;
  try {
    const converted = conversion.value?.result() ?? null;
    if (converted && !converted.ok) return converted;
    const dialect = await sniffTable(table, overrides, converted?.value ?? null);
    if (!dialect.ok) return dialect;
    const reader = new CsvReader(dialect.value);
    const rows: Row[] = [];
    for await (const piece of table.bytes()) rows.push(...reader.push(piece));
    rows.push(...reader.end());
    if (reader.refusal) return refuse(reader.refusal);
    return accept({ dialect: dialect.value, rows, blankRows: reader.blankLines });
  } finally {
    await conversion.value?.close();
    if (table !== input) await table.close();
    await input.close();
  }
}

/** Rows as `[line, ...cells]`, header included; or the code of the refusal. */
export async function rowsOf(content: Uint8Array | string, ask: Ask = {}): Promise<readonly unknown[] | string> {
  const read = await readFormat(content, ask);
  return read.ok ? read.value.rows.map(({ line, cells }) => [line, ...cells]) : read.refusal.code;
}

/** The code and the message of the refusal that reading ends with. */
export async function refusalOf(content: Uint8Array | string, ask: Ask = {}): Promise<string> {
  const read = await readFormat(content, ask);
  return read.ok ? "read" : `${read.refusal.code}: ${read.refusal.message}`;
}
