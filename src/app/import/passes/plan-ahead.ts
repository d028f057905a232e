/**
 * Plans the next batch while one is being written, where the database answers both at once: what it then shows is what the next
 * batch would find, but for what the one before it writes, which is known (`BesideReader`). Where anybody else has written to the
 * workspace in between, the plan is dropped and made anew, as it always is where none was made ahead.
 */
import type { BatchWriter, BesideBatch, DraftChunk } from "../../ports.ts";
import type { BatchPass } from "./batch-pass.ts";
import { BesideReader } from "./beside-reader.ts";
import type { DecideBatch, DecidedBatch } from "./decide-batch.ts";

/** Batches without a look ahead after plans that were made in vain, at most. */
const LONGEST_REST = 64;

type NextChunk = () => Promise<IteratorResult<DraftChunk, unknown>>;

type Ahead = {
  /** Of the batch that is being written. */
  readonly turn: number;
  /** Null = it has to be decided once that one is written, or nothing comes after it. */
  readonly decided: Promise<DecidedBatch | null>;
  /** Takes back what the pass has in mind of that one. */
  readonly forget: () => void;
};

type Ready = { readonly turn: number; readonly decided: DecidedBatch | null };

export class PlanAhead {
  readonly #pass: BatchPass;
  readonly #decide: DecideBatch;
  #ahead: Ahead | null = null;
  #ready: Ready | null = null;
  #rest = 0;
  #longRest = 1;

  constructor(pass: BatchPass, decide: DecideBatch) {
    this.#pass = pass;
    this.#decide = decide;
  }

  /** A batch is taken for written, although it may yet turn out that it is not. */
  get hasBegun(): boolean {
    return this.#ahead !== null;
  }

  /** While `decided` is being written. */
  begin(batch: BatchWriter, decided: DecidedBatch, next: NextChunk): void {
    const beside = this.#pass.mayPlanAhead ? batch.beside() : null;
    if (beside === null || this.#rest-- > 0) return;
    const forget = this.#pass.remember(decided.plan, decided.lines);
    this.#ahead = { turn: beside.turn, decided: this.#decideBeside(beside, decided, next), forget };
  }

  /** What was decided of a batch while the one before it was written; null = it is to be decided now. */
  take(batch: BatchWriter): DecidedBatch | null {
    const ready = this.#ready;
    if (ready === null) return null;
    if (ready.decided !== null && batch.follows(ready.turn)) {
      this.#longRest = 1;
      return ready.decided;
    }
    this.#ready = null;
    this.#rest = this.#longRest;
    this.#longRest = Math.min(2 * this.#longRest, LONGEST_REST);
    return null;
  }

  /** The batch is written. */
  async written({ plan, lines }: DecidedBatch): Promise<void> {
    const ahead = this.#ahead;
    this.#ahead = null;
    this.#ready = ahead && { turn: ahead.turn, decided: await ahead.decided };
    if (ahead === null) this.#pass.remember(plan, lines);
  }

  /** The batch was not written after all, or nobody goes on. */
  async drop(): Promise<void> {
    const ahead = this.#ahead;
    this.#ahead = null;
    await ahead?.decided;
    ahead?.forget();
  }

  async #decideBeside(
    beside: BesideBatch,
    { plan, next: checkpoint }: DecidedBatch,
    coming: NextChunk,
  ): Promise<DecidedBatch | null> {
    try {
      const next = await coming();
      if (next.done || !next.value.ok) return null;
      const chunk = next.value;
      return await beside.read((reader) => this.#decide(new BesideReader(reader, plan), chunk, checkpoint));
    } catch {
      // Whatever it was: should the batch itself meet it again, it says so.
      return null;
    }
  }
}
