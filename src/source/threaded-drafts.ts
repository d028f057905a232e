/** A `DraftSource` that reads in a thread of its own, a few batches ahead of whoever writes; large files are scanned by two, small ones are read where they are asked for. */
import { availableParallelism } from "node:os";
import type { ImportSettings, ReadingSettings } from "../app/import/import-settings.ts";
import { findingsOf, scanAnswer } from "../app/import/scanning/scanned-part.ts";
import { BATCH_ROWS, HALVED_SCAN_BYTES, PIECE_ROWS, THREADED_READING_BYTES } from "../app/limits.ts";
import type { DraftChunk, DraftSource, FilePosition, FoundDuplicates, Pass, ScanAnswer } from "../app/ports.ts";
import { accept, type Result } from "../core/problem/refusal.ts";
import { directDrafts } from "./direct-drafts.ts";
import { ALONE } from "./duplicate-finder.ts";
import { findMiddle } from "./find-middle.ts";
import { type FilePart, WHOLE_FILE } from "./open-rows.ts";
import { ReadingThread } from "./reading-thread.ts";
import { scanHalves } from "./scan-halves.ts";
import type { SourceFiles } from "./source-files.ts";

export type ReadingOptions = {
  readonly batchRows?: number;
  /** Files of this many bytes and more are scanned by two threads. */
  readonly halvedScanBytes?: number;
  /** Smaller files are read without a thread. */
  readonly threadedBytes?: number;
};

/** Where the rows of a scanned file stand, so that two threads can read its batches in turn. */
type Marks = { readonly of: string; readonly rows: readonly FilePosition[] };

export class ThreadedDrafts implements DraftSource {
  readonly #files: SourceFiles;
  readonly #batchRows: number;
  readonly #halvedScanBytes: number;
  readonly #threadedBytes: number;
  readonly #direct: DraftSource;
  #thread: ReadingThread | null = null;
  /** Scan a file in halves, and go with what they have in memory: the filters of a large file, above all. */
  #scanning: readonly ReadingThread[] = [];
  #marks: Marks | null = null;
  /** Begun beside other work, and asked for nothing yet: a thread takes a third of a second to load what it reads with. */
  #ready: ReadingThread[] = [];

  constructor(files: SourceFiles, options: ReadingOptions = {}) {
    this.#files = files;
    const batchRows = options.batchRows ?? BATCH_ROWS;
    this.#batchRows = batchRows > PIECE_ROWS ? batchRows - (batchRows % PIECE_ROWS) : batchRows;
    const whereItHelps = availableParallelism() > 1 ? HALVED_SCAN_BYTES : Number.POSITIVE_INFINITY;
    this.#halvedScanBytes = options.halvedScanBytes ?? whereItHelps;
    this.#threadedBytes = options.threadedBytes ?? THREADED_READING_BYTES;
    this.#direct = directDrafts(this.#files, this.#batchRows);
  }

  expect(bytes: number): void {
    if (bytes < this.#halvedScanBytes) return;
    while (this.#ready.length < 2) this.#ready.push(this.#newThread());
  }

  async scan(settings: ImportSettings): Promise<Result<ScanAnswer>> {
    this.#marks = null;
    if (settings.source.bytes < this.#threadedBytes) return this.#direct.scan(settings);
    const inHalves = await this.#scanHalves(settings);
    if (inHalves !== null) return inHalves;
    const thread = await this.#reading();
    const scanned = await thread.scan(settings, WHOLE_FILE);
    if (!scanned.ok) return scanned;
    const found = scanned.value;
    const duplicates = settings.policy.inFile === "both" ? null : thread.duplicates(ALONE);
    return accept({ ...scanAnswer(settings, found), duplicates, found: findingsOf(found), keys: [found.keys] });
  }

  async *drafts(settings: ReadingSettings, from: FilePosition | null, pass: Pass): AsyncGenerator<DraftChunk> {
    if (settings.source.bytes < this.#threadedBytes) return yield* this.#direct.drafts(settings, from, pass);
    const thread = await this.#reading();
    const marks = from === null && this.#marks?.of === asRead(settings) ? this.#marks.rows : [];
    // A plan writes nothing: the core that a run would write with is free to read.
    if (pass === "run" || marks.length < 2) return yield* thread.drafts(settings, [{ from, to: null }]);
    const other = this.#begin();
    try {
      yield* inTurn(settings, partsBetween(marks), [thread, other]);
    } finally {
      await other.end();
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    const ready = this.#ready.splice(0);
    await Promise.all([thread?.end(), ...ready.map((one) => one.end()), this.#endScan()]);
  }

  async #scanHalves(settings: ImportSettings): Promise<Result<ScanAnswer> | null> {
    // The second half does not know its lines' numbers, by which corrected cells are found.
    if (settings.source.bytes < this.#halvedScanBytes || settings.fixes !== undefined) return null;
    const middle = await findMiddle(this.#files, settings);
    if (middle === null) return null;
    await this.#endScan();
    const [first, second] = [this.#begin(), this.#begin()];
    this.#scanning = [first, second];
    const scanned = await scanHalves(settings, middle, { first, second });
    if (!scanned?.ok || scanned.value.answer.duplicates === null) await this.#endScan();
    if (!scanned?.ok) return scanned;
    // A lone \r at the end of a part could be half of a line end.
    const { newline } = settings.dialect;
    if (newline === "\n" || newline === "\r\n") this.#marks = { of: asRead(settings), rows: scanned.value.marks };
    const { answer } = scanned.value;
    if (answer.duplicates === null) {
      this.#expectReading();
      return accept(answer);
    }
    return accept({ ...answer, duplicates: this.#untilRead(answer.duplicates) });
  }

  /** What the scanning threads have in memory goes with their last answer. */
  async *#untilRead(duplicates: AsyncIterable<FoundDuplicates>): AsyncGenerator<FoundDuplicates> {
    yield* duplicates;
    await this.#endScan();
    this.#expectReading();
  }

  /** Whoever has had a file scanned reads it next. */
  #expectReading(): void {
    if (this.#thread === null && this.#ready.length === 0) this.#ready.push(this.#newThread());
  }

  /** Whatever is asked next, nobody asks the scan any more. */
  async #reading(): Promise<ReadingThread> {
    await this.#endScan();
    if (this.#thread === null || this.#thread.hasEnded) this.#thread = this.#begin();
    return this.#thread;
  }

  #begin(): ReadingThread {
    // One may have died while it waited: nobody has asked it for anything yet, who could be told.
    for (let ready = this.#ready.pop(); ready !== undefined; ready = this.#ready.pop())
      if (!ready.hasEnded) return ready;
    return this.#newThread();
  }

  #newThread(): ReadingThread {
    return new ReadingThread(this.#files.place, this.#batchRows);
  }

  async #endScan(): Promise<void> {
    const threads = this.#scanning;
    this.#scanning = [];
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

const asRead = ({ source, dialect, fixes }: ImportSettings): string =>
  JSON.stringify([source.key, dialect, fixes?.key]);

function partsBetween(marks: readonly FilePosition[]): readonly FilePart[] {
  return marks.map((mark, at) => ({ from: at === 0 ? null : mark, to: marks[at + 1]?.offset ?? null }));
}

/** Each part is one batch; the threads take every other one. */
async function* inTurn(
  settings: ReadingSettings,
  parts: readonly FilePart[],
  threads: readonly [ReadingThread, ReadingThread],
): AsyncGenerator<DraftChunk> {
  const streams = threads.map((thread, turn) =>
    thread.drafts(
      settings,
      parts.filter((_, at) => at % 2 === turn),
    ),
  );
  // Both are begun at once. From then on each keeps a few batches ready by itself.
  const second = streams[1]?.next();
  second?.catch(() => undefined);
  try {
    for (let at = 0; at < parts.length; at++) {
      const next = await (at === 1 ? second : streams[at % 2]?.next());
      if (!next || next.done) return;
      yield next.value;
      if (!next.value.ok) return;
    }
  } finally {
    await Promise.all(streams.map((stream) => stream.return(undefined)));
  }
}
