/**
 * Identity keys on their way into the index: packed events "this contact got (or lost) this key", sorted in runs and merged.
 * The index is then written in its own order, each page once, however many keys there are; inserting them as they come
 * costs more than everything else together, and ever more the larger the index grows.
 *
 * An event is a pair of doubles: the hash, and contact x 16 + kind x 2 + (1 where the key went).
 */
import type { KeyList } from "../../core/plan/batch-plan.ts";

const KINDS = 8;
/** Buckets per kind, by the hash's upper bits: four times as fast as one sort with a comparison. */
const BUCKETS = 512;
const HASH_BITS = 53;

export function packEvents(added: KeyList, removed: KeyList): Float64Array {
  const events = new Float64Array((added.hashes.length + removed.hashes.length) * 2);
  let at = 0;
  for (const [went, { kinds, hashes, contacts }] of [added, removed].entries()) {
    for (let index = 0; index < hashes.length; index++) {
      events[at++] = hashes[index] ?? 0;
      events[at++] = ((contacts[index] ?? 0) * KINDS + (kinds[index] ?? 0)) * 2 + went;
    }
  }
  return events;
}

export const bytesOf = (events: Float64Array): Uint8Array =>
  new Uint8Array(events.buffer, events.byteOffset, events.byteLength);

export const eventsOf = (blob: Uint8Array): Float64Array => new Float64Array(blob.slice().buffer);

export function joinEvents(blobs: readonly Uint8Array[]): Float64Array {
  const bytes = new Uint8Array(blobs.reduce((sum, blob) => sum + blob.byteLength, 0));
  let at = 0;
  for (const blob of blobs) {
    bytes.set(blob, at);
    at += blob.byteLength;
  }
  return new Float64Array(bytes.buffer);
}

const kindOf = (packed: number): number => Math.floor(packed / 2) % KINDS;

/** By kind, hash and contact: the index's own order. Events of one key of one contact stand together. */
function compareEvents(hashA: number, packedA: number, hashB: number, packedB: number): number {
  return kindOf(packedA) - kindOf(packedB) || hashA - hashB || packedA - packedB;
}

export function sortEvents(events: Float64Array): Float64Array {
  const count = events.length / 2;
  const bucketOf = (at: number): number =>
    kindOf(events[at * 2 + 1] ?? 0) * BUCKETS + Math.floor((events[at * 2] ?? 0) / 2 ** (HASH_BITS - 9));
  const starts = new Uint32Array(KINDS * BUCKETS + 1);
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(at) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < KINDS * BUCKETS; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const order = new Uint32Array(count);
  const next = starts.slice();
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(at);
    const place = next[bucket] ?? 0;
    order[place] = at;
    next[bucket] = place + 1;
  }
  const compare = (a: number, b: number): number =>
    (events[a * 2] ?? 0) - (events[b * 2] ?? 0) || (events[a * 2 + 1] ?? 0) - (events[b * 2 + 1] ?? 0);
  for (let bucket = 0; bucket < KINDS * BUCKETS; bucket++) {
    order.subarray(starts[bucket], starts[bucket + 1]).sort(compare);
  }
  const sorted = new Float64Array(events.length);
  for (let place = 0; place < count; place++) {
    const at = order[place] ?? 0;
    sorted[place * 2] = events[at * 2] ?? 0;
    sorted[place * 2 + 1] = events[at * 2 + 1] ?? 0;
  }
  return sorted;
}

/** A sorted run, read part by part. */
class RunCursor {
  readonly #parts: Iterator<Float64Array>;
  #part: Float64Array = new Float64Array(0);
  #at = 0;
  hash = 0;
  packed = 0;

  constructor(parts: Iterable<Float64Array>) {
    this.#parts = parts[Symbol.iterator]();
  }

  /** False at the end of the run. */
  advance(): boolean {
    while (this.#at === this.#part.length) {
      const next = this.#parts.next();
      if (next.done) return false;
      this.#part = next.value;
      this.#at = 0;
    }
    this.hash = this.#part[this.#at++] ?? 0;
    this.packed = this.#part[this.#at++] ?? 0;
    return true;
  }
}

export type KeyChange = {
  readonly kind: number;
  readonly hash: number;
  readonly contact: number;
};

/**
 * Merges sorted runs and hands over what is left when a key that came and went is counted: it alternates, so that it came
 * once more than it went, once less, or as often.
 */
export function mergeEvents(
  runs: readonly Iterable<Float64Array>[],
  use: { readonly insert: (key: KeyChange) => void; readonly remove: (key: KeyChange) => void },
): void {
  const heap = new CursorHeap(runs);
  let hash = -1;
  let key = -1;
  let net = 0;
  const settle = (): void => {
    if (net === 0) return;
    const change = { kind: key % KINDS, hash, contact: Math.floor(key / KINDS) };
    if (net > 0) use.insert(change);
    else use.remove(change);
  };
  for (let first = heap.first; first; first = heap.first) {
    const nextKey = Math.floor(first.packed / 2);
    if (nextKey !== key || first.hash !== hash) {
      settle();
      hash = first.hash;
      key = nextKey;
      net = 0;
    }
    net += first.packed % 2 === 0 ? 1 : -1;
    heap.advanceFirst();
  }
  settle();
}

/** The run whose next event comes first stands on top. */
class CursorHeap {
  readonly #cursors: RunCursor[] = [];

  constructor(runs: readonly Iterable<Float64Array>[]) {
    for (const run of runs) {
      const cursor = new RunCursor(run);
      if (cursor.advance()) this.#cursors.push(cursor);
    }
    for (let at = (this.#cursors.length >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  get first(): RunCursor | undefined {
    return this.#cursors[0];
  }

  advanceFirst(): void {
    if (this.#cursors[0]?.advance() === false) {
      const last = this.#cursors.pop();
      if (last && this.#cursors.length > 0) this.#cursors[0] = last;
    }
    this.#sink(0);
  }

  #sink(from: number): void {
    const cursors = this.#cursors;
    for (let at = from; ; ) {
      const smaller = this.#earlier(2 * at + 1, 2 * at + 2);
      const [parent, child] = [cursors[at], cursors[smaller]];
      if (!parent || !child || compareEvents(parent.hash, parent.packed, child.hash, child.packed) <= 0) return;
      cursors[at] = child;
      cursors[smaller] = parent;
      at = smaller;
    }
  }

  #earlier(left: number, right: number): number {
    const [a, b] = [this.#cursors[left], this.#cursors[right]];
    return a && b && compareEvents(b.hash, b.packed, a.hash, a.packed) < 0 ? right : left;
  }
}
