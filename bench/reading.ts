/**
 * Reading alone: a 100 MB contacts file to rows, by csv-parse (stream), by uDSV (chunks) and by us, in turn, each round in
 * its own process so that nobody runs on another's warm code or heap. `node bench/reading.ts [megabytes] [rounds]`
 */
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import { type BaseParse, inferSchema, initParser } from "udsv";
import { openSourceFile, rowsOf } from "../src/source/csv-file.ts";
import { writeContactsFile } from "./contacts-file.ts";

type Measured = { readonly rows: number; readonly cells: number; readonly ms: number; readonly peakMiB: number };
type Counts = Pick<Measured, "rows" | "cells">;

const READ_BYTES = 256 * 1024;
const BYTES_PER_ROW = 131;

const readers: Readonly<Record<string, (path: string) => Promise<Counts>>> = {
  async "csv-parse"(path) {
    let rows = 0;
    let cells = 0;
    for await (const row of createReadStream(path, { highWaterMark: READ_BYTES }).pipe(parse())) {
      rows++;
      cells += row.length;
    }
    return { rows, cells };
  },
  async uDSV(path) {
    let rows = 0;
    let cells = 0;
    let parser: ReturnType<typeof initParser> | null = null;
    for await (const text of createReadStream(path, { highWaterMark: READ_BYTES, encoding: "utf8" })) {
      parser ??= initParser(inferSchema(text));
      parser.chunk<string[]>(text, parser.stringArrs as BaseParse<string[]>, (row) => {
        rows++;
        cells += row.length;
      });
    }
    parser?.end();
    return { rows: rows + 1, cells: cells + 10 }; // it does not return the header
  },
  async muster(path) {
    const file = await openSourceFile(path);
    if (!file.ok) throw new Error(file.refusal.message);
    const dialect = await file.value.sniff();
    if (!dialect.ok) throw new Error(dialect.refusal.message);
    let rows = 0;
    let cells = 0;
    for await (const batch of rowsOf(file.value, dialect.value).batches) {
      for (const row of batch) cells += row.cells.length;
      rows += batch.length;
    }
    await file.value.close();
    return { rows, cells };
  },
};

async function measure(reader: string, path: string): Promise<Measured> {
  const read = readers[reader];
  if (!read) throw new Error(`no reader ${reader}`);
  const start = performance.now();
  const counts = await read(path);
  return { ...counts, ms: performance.now() - start, peakMiB: process.resourceUsage().maxRSS / 1024 };
}

export type ReadingResult = {
  readonly reader: string;
  readonly bestMs: number;
  readonly medianMs: number;
  readonly peakMiB: number;
};

/** Rounds go through the readers in turn, so that a slow moment of the machine meets all of them. */
export function compareReaders(megabytes: number, rounds: number): readonly ReadingResult[] {
  const folder = mkdtempSync(join(tmpdir(), "muster-bench-"));
  const path = join(folder, "contacts.csv");
  try {
    const rows = Math.round((megabytes * 1_000_000) / BYTES_PER_ROW);
    writeContactsFile(path, { rows, seed: 7 });
    const names = Object.keys(readers);
    const measured = new Map<string, Measured[]>(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const name of names) {
        const output = execFileSync(process.execPath, [import.meta.filename, "--one", name, path], {
          encoding: "utf8",
        });
        const result: Measured = JSON.parse(output);
        if (result.rows !== rows + 1 || result.cells !== 10 * result.rows) throw new Error(`${name} read ${output}`);
        measured.get(name)?.push(result);
      }
    }
    return [...measured].map(([reader, results]) => summary(reader, results));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function summary(reader: string, results: readonly Measured[]): ReadingResult {
  const times = results.map((result) => result.ms).sort((a, b) => a - b);
  const medianMs = times[Math.floor(times.length / 2)] ?? 0;
  return { reader, bestMs: times[0] ?? 0, medianMs, peakMiB: Math.max(...results.map((result) => result.peakMiB)) };
}

if (import.meta.main) {
  const [first, name = "", path = ""] = process.argv.slice(2);
  if (first === "--one") console.log(JSON.stringify(await measure(name, path)));
  else {
    const megabytes = Number(first ?? 100);
    const results = compareReaders(megabytes, Number(name || 5));
    const ours = results.find((result) => result.reader === "muster")?.medianMs ?? 0;
    console.log("reader      median ms   best ms    MB/s   peak MiB   muster takes");
    for (const { reader, medianMs, bestMs, peakMiB } of results) {
      const columns = [medianMs.toFixed(0).padStart(9), bestMs.toFixed(0).padStart(9)];
      columns.push(((1000 * megabytes) / medianMs).toFixed(0).padStart(7), peakMiB.toFixed(0).padStart(10));
      console.log(`${reader.padEnd(10)}  ${columns.join(" ")}   ${(ours / medianMs).toFixed(2)}x its time`);
    }
  }
}
