/** A stored file -> batches of drafts, and the scan that comes before. Runs in the reading thread, and in tests without one. */
import { compileImport, compileScan } from "../app/compile-import.ts";
import type { ColumnReading, ImportSettings } from "../app/import-settings.ts";
import type { DraftChunk, FilePosition, FileStore, ScanAnswer } from "../app/ports.ts";
import { ColumnEvidence } from "../core/contact/column-evidence.ts";
import type { DraftBatch } from "../core/plan/draft.ts";
import { DraftBuilder } from "../core/plan/draft-builder.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import { CsvReader } from "../core/tabular/csv-reader.ts";
import type { Row } from "../core/tabular/row.ts";
import { readRows } from "./csv-file.ts";
import { DuplicateFinder } from "./duplicate-finder.ts";

/** Rows whose keys are handed over together. */
const SCAN_ROWS = 1_024;

export async function* readDrafts(
  files: Pick<FileStore, "read">,
  settings: ImportSettings,
  options: { readonly from: FilePosition | null; readonly batchRows: number },
): AsyncGenerator<DraftChunk> {
  const builder = new DraftBuilder(compileImport(settings).drafts);
  const { reader, rows } = openRows(files, settings, options.from);
  for await (const piece of rows) {
    for (const row of piece) {
      if (builder.count >= options.batchRows) {
        yield { ok: true, drafts: builder.take(), next: { offset: row.offset, line: row.line } };
      }
      builder.add(row);
    }
  }
  // What was read before the place that cannot be read is sent first: its rows are accounted for.
  if (builder.count > 0) yield { ok: true, drafts: builder.take(), next: reader.position };
  if (reader.refusal !== null) yield { ok: false, refusal: reader.refusal };
}

export async function scanFile(
  files: Pick<FileStore, "read">,
  settings: ImportSettings,
  scratch: string,
): Promise<Result<{ readonly answer: Omit<ScanAnswer, "duplicates">; readonly finder: DuplicateFinder }>> {
  const compiled = compileScan(settings);
  const builder = new DraftBuilder(compiled.drafts);
  const finder = new DuplicateFinder(scratch, settings.source.bytes);
  const columns = compiled.evidence.map(({ column, header, type }) => ({
    column,
    header,
    evidence: new ColumnEvidence(type),
  }));
  const { reader, rows } = openRows(files, settings, null);
  const idTag = settings.policy.match.indexOf("id");
  let lines = 0;
  for await (const piece of rows) {
    for (const row of piece) {
      lines++;
      builder.add(row);
      for (const { column, evidence } of columns) {
        const cell = row.cells[column];
        if (cell !== undefined && cell !== "") evidence.observe(cell, row.line);
      }
      if (builder.count === SCAN_ROWS) await findKeys(builder.take(), finder, idTag);
    }
  }
  await findKeys(builder.take(), finder, idTag);
  if (reader.refusal !== null) {
    await finder.close();
    return refuse(reader.refusal);
  }
  const decided = columns.map(({ column, header, evidence }) => ({ column, header, decision: evidence.decide() }));
  const says = decided.flatMap(({ header, decision }) => decision.says.map((sentence) => `${header}: ${sentence}`));
  if (reader.droppedNuls > 0) says.push(`${reader.droppedNuls} NUL characters were left out of cells`);
  if (reader.encodingContradiction !== null) {
    const { line } = reader.encodingContradiction;
    says.push(`line ${line} holds bytes that are not ${settings.dialect.encoding}; cells with such bytes are left out`);
  }
  const readings = decided.map(({ column, decision }): ColumnReading => {
    const { dateOrder = "unknown", decimalMark = "unknown" } = decision;
    return {
      column,
      dateOrder: dateOrder === "conflict" ? "unknown" : dateOrder,
      decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
    };
  });
  return accept({ answer: { facts: { lines, blankLines: reader.blankLines, says }, readings }, finder });
}

/**
 * Keys of rows that will be refused anyway count for nothing: a wrong line must not take a right one with it. A row that
 * names a record id is that contact, whoever shares its address or number: only its id counts.
 */
async function findKeys(batch: DraftBatch, finder: DuplicateFinder, idTag: number): Promise<void> {
  const { starts, tags, hashes } = batch.keys;
  for (let row = 0; row < batch.count; row++) {
    const problems = batch.problems.get(row);
    if (problems?.some(({ severity }) => severity === "error")) continue;
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    const named = idTag >= 0 && tags.subarray(start, end).includes(idTag);
    for (let at = start; at < end; at++) {
      const tag = tags[at] ?? 0;
      if (named && tag !== idTag) continue;
      finder.add(tag, hashes[at] ?? 0, batch.lines[row] ?? 0);
      if (finder.isFull) await finder.flush();
    }
  }
}

function openRows(
  files: Pick<FileStore, "read">,
  settings: ImportSettings,
  from: FilePosition | null,
): { readonly reader: CsvReader; readonly rows: AsyncIterable<readonly Row[]> } {
  const { dialect, mapping, source } = settings;
  const reader = new CsvReader(
    dialect,
    from === null ? {} : { startOffset: from.offset, startLine: from.line, columns: mapping.length },
  );
  const rows = readRows(files.read(source.key, from?.offset ?? 0), reader);
  return { reader, rows: from === null && dialect.header ? withoutFirst(rows) : rows };
}

async function* withoutFirst(rows: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  let first = true;
  for await (const piece of rows) {
    yield first ? piece.slice(1) : piece;
    first = false;
  }
}
