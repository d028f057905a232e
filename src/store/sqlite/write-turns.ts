/**
 * SQLite keeps no queue of writers: whoever asks at the right moment is next, and an import that writes batch after batch leaves
 * hardly a moment. So who waits leaves a mark in the data folder, and who has just written lets others go first where there
 * is a fresh one. Processes share the mark; that it is missed or stays costs some milliseconds and nothing else.
 */
import { mkdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Between two attempts of who waits. */
export const MOST_PAUSE_MS = 5;
/** Given to who waits: more than it rests between two attempts. */
export const YIELD_MS = 8;
/** A mark that is older was left by somebody who waits no more. */
const FRESH_MS = 50;
/** Who has not written for so long has held up nobody. */
const JUST_NOW_MS = 50;

export class WriteTurns {
  readonly #mark: string;
  readonly #now: () => number;
  #cannotMark = false;
  #wroteAt = Number.NEGATIVE_INFINITY;

  constructor(folder: string, now: () => number = Date.now) {
    this.#now = now;
    this.#mark = join(folder, "tmp", "writer-waits");
  }

  /** Somebody else is writing. */
  waits(): void {
    if (this.#cannotMark) return;
    const now = new Date(this.#now());
    try {
      mkdirSync(dirname(this.#mark), { recursive: true });
      writeFileSync(this.#mark, "");
      utimesSync(this.#mark, now, now);
    } catch {
      // On a full or read-only disk one waits without a mark.
      this.#cannotMark = true;
    }
  }

  wrote(): void {
    this.#wroteAt = this.#now();
  }

  /** This connection has just written, and somebody waits. */
  get shouldYield(): boolean {
    const now = this.#now();
    if (now - this.#wroteAt > JUST_NOW_MS) return false;
    const marked = statSync(this.#mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Math.abs(now - marked) < FRESH_MS;
  }
}
