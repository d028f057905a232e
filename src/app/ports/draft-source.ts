/** Where drafts come from: a stored file, looked at once whole, and read batch by batch. */
import type { DraftBatch } from "../../core/plan/draft.ts";
import type { Refusal, Result } from "../../core/problem/refusal.ts";
import type { ColumnReading, ImportSettings, ReadingSettings } from "../import/import-settings.ts";
import type { ScanFindings } from "../import/scanning/scan-findings.ts";

/** `plan` is what would be written, `run` what was. */
export type Pass = "plan" | "run";

export type ScanFacts = {
  readonly lines: number;
  readonly blankLines: number;
  /** Lines that share a key with another line of the file. */
  readonly duplicateLines: number;
  /** Why dates and numbers are read as they are, one sentence per decided column. */
  readonly says: readonly string[];
};

/** Keys of lines that share them with others, as the scan of the file found them: of each its match, its hash and its line. A key stands once a line. */
export type FoundDuplicates = Float64Array<ArrayBuffer>;

/** Reads and normalises a stored file, away from the thread that writes. */
export interface DraftSource {
  /** A file of about so many bytes will be scanned in a moment: what that takes may be made ready meanwhile. */
  expect(bytes: number): void;
  /** Looks at the whole file: its lines, what its columns' values show, and which keys stand on several lines. */
  scan(settings: ImportSettings): Promise<Result<ScanAnswer>>;
  /** `from`: null = from the first row. */
  drafts(settings: ReadingSettings, from: FilePosition | null, pass: Pass): AsyncIterable<DraftChunk>;
  close(): Promise<void>;
}
/** Where a row starts: byte offset and physical line. */
export type FilePosition = { readonly offset: number; readonly line: number };
export type ScanAnswer = {
  readonly facts: Omit<ScanFacts, "duplicateLines">;
  readonly readings: readonly ColumnReading[];
  /** First line with bytes that are not of the file's encoding: it was guessed from samples, and perhaps wrongly. */
  readonly wrongBytesLine: number | null;
  /** Candidates: every line of a shared key is among them, some others too. Read once; null = nothing is to be compared. */
  readonly duplicates: AsyncIterable<FoundDuplicates> | null;
  /** What it was told from. */
  readonly found: ScanFindings;
  /** Memory of the filters over the file's keys: a key that is in none of them is on no line. */
  readonly keys: readonly ArrayBufferLike[];
};
/** A batch, or the refusal that ended the reading. `second`: the same rows as their second object is read from them. `next` is where the row after the batch starts. */
export type DraftChunk =
  | { readonly ok: true; readonly drafts: DraftBatch; readonly second?: DraftBatch; readonly next: FilePosition }
  | { readonly ok: false; readonly refusal: Refusal };
