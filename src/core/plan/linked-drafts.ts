/**
 * Drafts whose columns name other objects: the texts become the numbers of what they mean, before anybody asks whether the
 * row's own object exists. What names nothing, or nothing for certain, is the row's problem.
 */
import { keyHash } from "../match/key-hash.ts";
import type { ObjectKeys, ValueAt } from "../match/object-keys.ts";
import type { Problem } from "../problem/problem.ts";
import { BLANK, CLEAR, type DraftBatch, valueAt } from "./draft.ts";
import type { ImportShape } from "./shape.ts";

/** Columns of drafts that are written over, and problems that are added: the batch they were made from stays as it is. */
export class LinkedDrafts {
  readonly #drafts: DraftBatch;
  readonly #shape: ImportShape;
  readonly #columns = new Map<number, string[]>();
  readonly #problems: Map<number, readonly Problem[]>;

  constructor(drafts: DraftBatch, shape: ImportShape) {
    this.#drafts = drafts;
    this.#shape = shape;
    this.#problems = new Map(drafts.problems);
  }

  /** Without the sign that clears a field: what an object cannot be without is never cleared. */
  at(field: string, row: number): string {
    const slot = this.#shape.index.get(field) ?? -1;
    const value = this.#columns.get(slot)?.[row] ?? valueAt(this.#drafts, slot, row);
    return value === CLEAR ? BLANK : value;
  }

  set(field: string, row: number, value: string): void {
    const slot = this.#shape.index.get(field);
    if (slot === undefined) return;
    const column = this.#columns.get(slot) ?? [...(this.#drafts.values[slot] ?? [])];
    column[row] = value;
    this.#columns.set(slot, column);
  }

  add(row: number, ...found: readonly Problem[]): void {
    if (found.length > 0) this.#problems.set(row, [...(this.#problems.get(row) ?? []), ...found]);
  }

  hasError(row: number): boolean {
    return this.#problems.get(row)?.some(({ severity }) => severity === "error") ?? false;
  }

  get batch(): DraftBatch {
    const values = this.#drafts.values.map((column, slot) => this.#columns.get(slot) ?? column);
    return { ...this.#drafts, values, problems: this.#problems };
  }
}

/** Keys that a row's numbers are part of are taken anew. */
export function withKeys(drafts: DraftBatch, shape: ImportShape, keys: ObjectKeys): DraftBatch {
  const readers = keys.always.map((kind) => ({ kind, texts: keys.texts(kind, shape) }));
  const starts = new Uint32Array(drafts.count + 1);
  const tags: number[] = [];
  const hashes: number[] = [];
  let row = 0;
  const at: ValueAt = (slot) => {
    const value = valueAt(drafts, slot, row);
    return value === CLEAR ? BLANK : value;
  };
  for (; row < drafts.count; row++) {
    starts[row] = hashes.length;
    for (const { kind, texts } of readers) {
      for (const text of texts(at)) {
        tags.push(kind);
        hashes.push(keyHash(text));
      }
    }
  }
  starts[drafts.count] = hashes.length;
  return { ...drafts, keys: { starts, tags: Uint8Array.from(tags), hashes: Float64Array.from(hashes) } };
}
