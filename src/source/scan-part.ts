/** The first look at a file, or at a part of it: its lines, what its columns show, and its keys. Nothing is kept but what is found. */
import { compileScan } from "../app/compile-import.ts";
import type { ImportSettings } from "../app/import-settings.ts";
import type { FileStore } from "../app/ports.ts";
import { ColumnEvidence } from "../core/contact/column-evidence.ts";
import { noPhoneWitnesses, observePhone } from "../core/contact/phone-evidence.ts";
import type { DraftBatch } from "../core/plan/draft.ts";
import { DraftBuilder } from "../core/plan/draft-builder.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import { cellText } from "../core/tabular/cell-text.ts";
import { DuplicateFinder } from "./duplicate-finder.ts";
import { type FilePart, isWhole, openRows } from "./open-rows.ts";
import type { ScannedPart } from "./scanned-part.ts";

/** Rows whose keys are handed over together. */
const SCAN_ROWS = 1_024;

/** Whoever gets the finder closes it. */
export async function scanPart(
  files: Pick<FileStore, "read"> & { readonly scratch: string },
  settings: ImportSettings,
  part: FilePart,
): Promise<Result<{ readonly found: ScannedPart; readonly finder: DuplicateFinder }>> {
  const compiled = compileScan(settings);
  const builder = new DraftBuilder(compiled.drafts);
  const finder = new DuplicateFinder(files.scratch, settings.source.bytes, isWhole(part) ? 1 : 2);
  const columns = compiled.evidence.map(({ column, type }) => ({ column, evidence: new ColumnEvidence(type) }));
  const phones = noPhoneWitnesses();
  const { reader, rows } = openRows(files, settings, part);
  const idTag = settings.policy.match.indexOf("id");
  let lines = 0;
  for await (const piece of rows) {
    for (const row of piece) {
      lines++;
      builder.add(row);
      for (const { column, evidence } of columns) {
        const cell = row.cells[column];
        if (cell !== undefined && cell !== "") evidence.observe(cellText(cell), row.line);
      }
      for (const column of compiled.phones) {
        const cell = row.cells[column];
        if (cell !== undefined && cell !== "") observePhone(phones, cellText(cell), row.line);
      }
      if (builder.count === SCAN_ROWS) await findKeys(builder.take(), finder, idTag);
    }
  }
  await findKeys(builder.take(), finder, idTag);
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
    wrongBytesLine: reader.encodingContradiction?.line ?? null,
    witnesses: columns.map(({ evidence }) => evidence.witnesses),
    phones,
    withSeveral: builder.withSeveral,
    keys: finder.keys,
  };
  return accept({ found, finder });
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
