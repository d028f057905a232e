/** The first look at a file, or at a part of it: its lines, what its columns show, and its keys. Nothing is kept but what is found. */

import { compileScan } from "../app/import/compile-import.ts";
import type { ImportSettings } from "../app/import/import-settings.ts";
import { ColumnObserver } from "../app/import/scanning/column-readings.ts";
import type { ScannedPart } from "../app/import/scanning/scanned-part.ts";
import type { FilePosition } from "../app/ports.ts";
import { mayBeDoubleEncoded } from "../core/contact/double-encoding.ts";
import type { DraftBatch } from "../core/plan/draft.ts";
import { DraftBuilder } from "../core/plan/draft-builder.ts";
import { eachFileKey, SECOND_KEYS } from "../core/plan/file-keys.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import { isRagged } from "../core/tabular/rows/ragged-row.ts";
import { DuplicateFinder } from "./duplicate-finder.ts";
import { type FilePart, isWhole, openRows } from "./open-rows.ts";
import type { SourceFiles } from "./source-files.ts";

/** Rows whose keys are handed over together. */
const SCAN_ROWS = 1_024;

/** Whoever gets the finder closes it. */
export async function scanPart(
  files: Pick<SourceFiles, "read" | "slice" | "scratch">,
  settings: ImportSettings,
  { part, batchRows }: { readonly part: FilePart; readonly batchRows: number },
): Promise<Result<{ readonly found: ScannedPart; readonly finder: DuplicateFinder }>> {
  const compiled = compileScan(settings);
  const builder = new DraftBuilder(compiled.drafts);
  const second = compiled.second === undefined ? null : new DraftBuilder(compiled.second(builder.row));
  const finder = new DuplicateFinder(files.scratch, settings.source.bytes, isWhole(part) ? 1 : 2);
  const observer = new ColumnObserver(compiled);
  const { reader, rows } = openRows(files, settings, part, mayBeDoubleEncoded);
  const idTag = settings.policy.match.indexOf("id");
  const secondId = SECOND_KEYS + (settings.second?.policy.match.indexOf("id") ?? 0);
  const marks: FilePosition[] = [];
  let lines = 0;
  let watched = 0;
  const width = settings.mapping.length;
  let raggedRows = 0;
  for await (const piece of rows) {
    if (reader.watchedBlocks > watched) for (const row of piece) observer.observeDoubled(row);
    watched = reader.watchedBlocks;
    for (const row of piece) {
      if (lines % batchRows === 0) marks.push({ offset: row.offset, line: row.line });
      lines++;
      if (row.cells.length !== width && row.unread === undefined && isRagged(row.cells, width)) raggedRows++;
      builder.add(row);
      second?.add(row);
      observer.observe(row);
      if (builder.count < SCAN_ROWS) continue;
      await findKeys(builder.take(), finder, idTag);
      if (second) await findKeys(second.take(), finder, secondId);
    }
  }
  await findKeys(builder.take(), finder, idTag);
  if (second) await findKeys(second.take(), finder, secondId);
  if (reader.refusal !== null) {
    await finder.close();
    return refuse(reader.refusal);
  }
  const found: ScannedPart = {
    end: reader.position,
    columns: reader.columns,
    lines,
    blankLines: reader.blankLines,
    droppedNuls: reader.droppedNuls,
    raggedRows,
    wrongBytesLine: reader.encodingContradiction?.line ?? null,
    wrongCells: reader.wrongCells,
    firstWrong: reader.firstWrong,
    ...observer.found,
    withSeveral: builder.withSeveral,
    marks,
    keys: finder.keys,
  };
  return accept({ found, finder });
}

async function findKeys(batch: DraftBatch, finder: DuplicateFinder, idTag: number): Promise<void> {
  eachFileKey(batch, idTag, (tag, hash, line) => finder.add(tag, hash, line));
  if (finder.isFull) await finder.flush();
}
