/** Writes the batches of a run one after the other, each decided on the workspace as it is by then. */
import { accept, type Result } from "../../../core/problem/refusal.ts";
import type { BatchWriter, Checkpoint, DraftChunk, ImportRecord, ImportStore, Lease } from "../../ports.ts";
import { scopeOf } from "../import-parts.ts";
import type { BatchPass, Chunk } from "./batch-pass.ts";
import { type DecideBatch, type DecidedBatch, decideBatch } from "./decide-batch.ts";
import { PlanAhead } from "./plan-ahead.ts";
import type { Upcoming } from "./upcoming.ts";

type Parts = {
  readonly pass: BatchPass;
  /** Those that come after the one that is written. */
  readonly chunks: Upcoming<DraftChunk>;
  readonly lease: Lease;
};

export class BatchRun {
  readonly #imports: ImportStore;
  readonly #record: ImportRecord;
  readonly #parts: Parts;
  readonly #decide: DecideBatch;
  readonly #ahead: PlanAhead;
  #checkpoint: Checkpoint | null;

  constructor(imports: ImportStore, record: ImportRecord, parts: Parts) {
    this.#imports = imports;
    this.#record = record;
    this.#parts = parts;
    this.#decide = decideBatch(parts.pass, record);
    this.#ahead = new PlanAhead(parts.pass, this.#decide);
    this.#checkpoint = record.progress;
  }

  /** Answers where the run stands then. */
  async write(chunk: Chunk): Promise<Result<Checkpoint>> {
    for (let mayLookAhead = true; ; mayLookAhead = false) {
      const scope = { ...scopeOf(this.#record), lease: this.#parts.lease };
      const written = await this.#imports.writeBatch(scope, (batch) =>
        // Asked again: what it had begun to write was taken back, and what was planned on top of it has to go first.
        this.#ahead.hasBegun ? Promise.resolve(null) : this.#writeInto(batch, chunk, mayLookAhead),
      );
      if (!written.ok) return written;
      if (written.value !== null) {
        await this.#ahead.written(written.value);
        this.#checkpoint = written.value.next;
        return accept(written.value.next);
      }
      await this.#ahead.drop();
    }
  }

  /** Nobody reads from the database for it any more. */
  async end(): Promise<void> {
    await this.#ahead.drop();
  }

  async #writeInto(batch: BatchWriter, chunk: Chunk, mayLookAhead: boolean): Promise<DecidedBatch> {
    const decided = this.#ahead.take(batch) ?? (await this.#decide(batch, chunk, this.#checkpoint));
    if (mayLookAhead) this.#ahead.begin(batch, decided, this.#parts.chunks.peek);
    const { plan, lines, next } = decided;
    await batch.apply({ ...plan, lines }, this.#parts.pass.shape, next);
    return decided;
  }
}
