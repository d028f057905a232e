/** A `DraftSource` that reads in a thread of its own, a few batches ahead of whoever writes; large files are scanned by two. */
import { availableParallelism } from "node:os";
import type { ImportSettings } from "../app/import-settings.ts";
import { BATCH_ROWS, HALVED_SCAN_BYTES } from "../app/limits.ts";
import type { DraftChunk, DraftSource, FilePosition, ScanAnswer } from "../app/ports.ts";
import { accept, type Result } from "../core/problem/refusal.ts";
import { ALONE } from "./duplicate-finder.ts";
import { findMiddle } from "./find-middle.ts";
import { FolderFileStore } from "./folder-file-store.ts";
import { WHOLE_FILE } from "./open-rows.ts";
import { ReadingThread } from "./reading-thread.ts";
import { scanHalves } from "./scan-halves.ts";
import { scanAnswer } from "./scanned-part.ts";

export type ReadingOptions = {
  readonly batchRows?: number;
  /** Files of this many bytes and more are scanned by two threads. */
  readonly halvedScanBytes?: number;
};

export class ThreadedDrafts implements DraftSource {
  readonly #folder: string;
  readonly #files: FolderFileStore;
  readonly #batchRows: number;
  readonly #halvedScanBytes: number;
  #thread: ReadingThread | null = null;
  /** Scan a file in halves, and go with what they have in memory: the filters of a large file, above all. */
  #scanning: readonly ReadingThread[] = [];

  /** @param folder the data folder, whose stored files are read */
  constructor(folder: string, options: ReadingOptions = {}) {
    this.#folder = folder;
    this.#files = new FolderFileStore(folder);
    this.#batchRows = options.batchRows ?? BATCH_ROWS;
    const whereItHelps = availableParallelism() > 1 ? HALVED_SCAN_BYTES : Number.POSITIVE_INFINITY;
    this.#halvedScanBytes = options.halvedScanBytes ?? whereItHelps;
  }

  async scan(settings: ImportSettings): Promise<Result<ScanAnswer>> {
    const inHalves = await this.#scanHalves(settings);
    if (inHalves !== null) return inHalves;
    const thread = await this.#reading();
    const scanned = await thread.scan(settings, WHOLE_FILE);
    if (!scanned.ok) return scanned;
    const duplicates = settings.policy.inFile === "both" ? null : thread.duplicates(ALONE);
    return accept({ ...scanAnswer(settings, scanned.value), duplicates });
  }

  async *drafts(settings: ImportSettings, from: FilePosition | null): AsyncGenerator<DraftChunk> {
    const thread = await this.#reading();
    yield* thread.drafts(settings, { from, batchRows: this.#batchRows });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await Promise.all([thread?.end(), this.#endScan()]);
  }

  async #scanHalves(settings: ImportSettings): Promise<Result<ScanAnswer> | null> {
    if (settings.source.bytes < this.#halvedScanBytes) return null;
    const middle = await findMiddle(this.#files, settings);
    if (middle === null) return null;
    await this.#endScan();
    const [first, second] = [new ReadingThread(this.#folder), new ReadingThread(this.#folder)];
    this.#scanning = [first, second];
    const scanned = await scanHalves(settings, middle, { first, second });
    if (!scanned?.ok || scanned.value.duplicates === null) await this.#endScan();
    return scanned;
  }

  /** Whatever is asked next, nobody asks the scan any more. */
  async #reading(): Promise<ReadingThread> {
    await this.#endScan();
    this.#thread ??= new ReadingThread(this.#folder);
    return this.#thread;
  }

  async #endScan(): Promise<void> {
    const threads = this.#scanning;
    this.#scanning = [];
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
