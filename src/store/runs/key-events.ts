/**
 * Identity keys on their way into the index: packed events "this contact got (or lost) this key", sorted in runs and merged.
 * The index is then written in its own order, each page once, however many keys there are; inserting them as they come
 * costs more than everything else together, and ever more the larger the index grows.
 *
 * An event is a pair of doubles: the hash, and contact x 16 + kind x 2 + (1 where the key went).
 */
import type { KeyList } from "../../core/plan/batch-plan.ts";

const KINDS = 8;
const HASH_BITS = 53;
/** Buckets per kind, as a power of two, at most: by the hash's upper bits, a few events in each. */
const MAX_BUCKET_BITS = 15;
/** Buckets of more events, such as those of one account's contacts, are sorted as a whole. */
const SMALL_BUCKET = 32;

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

/** Without the operator `%`, which is slow for numbers that may be more than 31 bits. */
const kindOf = (packed: number): number => Math.floor(packed / 2) - Math.floor(packed / (2 * KINDS)) * KINDS;

export function sortEvents(events: Float64Array): Float64Array {
  const count = events.length / 2;
  const buckets = 2 ** Math.min(MAX_BUCKET_BITS, Math.max(0, Math.ceil(Math.log2(count / KINDS))));
  const width = 2 ** HASH_BITS / buckets;
  const bucketOf = new Uint32Array(count);
  const ends = new Uint32Array(KINDS * buckets + 1);
  for (let at = 0; at < count; at++) {
    const bucket = kindOf(events[at * 2 + 1] ?? 0) * buckets + Math.floor((events[at * 2] ?? 0) / width);
    bucketOf[at] = bucket;
    ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < KINDS * buckets; bucket++)
    ends[bucket + 1] = (ends[bucket + 1] ?? 0) + (ends[bucket] ?? 0);
  const sorted = new Float64Array(events.length);
  // Each bucket's start moves on to its end as it is filled.
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf[at] ?? 0;
    const place = ends[bucket] ?? 0;
    sorted[place * 2] = events[at * 2] ?? 0;
    sorted[place * 2 + 1] = events[at * 2 + 1] ?? 0;
    ends[bucket] = place + 1;
  }
  let from = 0;
  for (const to of ends) {
    sortBucket(sorted, from, to);
    from = to;
  }
  return sorted;
}

/** By hash, then contact: a bucket is of one kind. Events mostly come in the order of their contacts. */
function sortBucket(events: Float64Array, from: number, to: number): void {
  for (let next = from + 1; next < to; next++) {
    const hash = events[next * 2] ?? 0;
    const packed = events[next * 2 + 1] ?? 0;
    if (!isAfter(events, next - 1, hash, packed)) continue;
    if (to - from > SMALL_BUCKET) {
      sortLargeBucket(events, from, to);
      return;
    }
    let place = next;
    for (; place > from && isAfter(events, place - 1, hash, packed); place--) {
      events[place * 2] = events[place * 2 - 2] ?? 0;
      events[place * 2 + 1] = events[place * 2 - 1] ?? 0;
    }
    events[place * 2] = hash;
    events[place * 2 + 1] = packed;
  }
}

function isAfter(events: Float64Array, at: number, hash: number, packed: number): boolean {
  const other = events[at * 2] ?? 0;
  return other > hash || (other === hash && (events[at * 2 + 1] ?? 0) > packed);
}

function sortLargeBucket(events: Float64Array, from: number, to: number): void {
  const before = events.slice(from * 2, to * 2);
  const order = Uint32Array.from({ length: to - from }, (_, at) => at).sort((a, b) =>
    isAfter(before, a, before[b * 2] ?? 0, before[b * 2 + 1] ?? 0) ? 1 : -1,
  );
  for (const [place, at] of order.entries()) {
    events[(from + place) * 2] = before[at * 2] ?? 0;
    events[(from + place) * 2 + 1] = before[at * 2 + 1] ?? 0;
  }
}

/** A sorted run, read part by part. */
class RunCursor {
  readonly #parts: Iterator<Float64Array>;
  #part: Float64Array = new Float64Array(0);
  #at = 0;
  kind = 0;
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
    this.kind = kindOf(this.packed);
    return true;
  }
}

type UseKey = (kind: number, hash: number, contact: number) => void;

/**
 * Merges sorted runs and hands over what is left when a key that came and went is counted: it alternates, so that it came
 * once more than it went, once less, or as often.
 */
export class KeyMerge {
  readonly #heap: CursorHeap;

  constructor(runs: readonly Iterable<Float64Array>[]) {
    this.#heap = new CursorHeap(runs);
  }

  /** The next so many keys. False = there are no more. */
  take(limit: number, use: { readonly insert: UseKey; readonly remove: UseKey }): boolean {
    const heap = this.#heap;
    let left = limit;
    for (let first = heap.first; first && left > 0; left--) {
      const { hash } = first;
      const key = Math.floor(first.packed / 2);
      let net = 0;
      while (first && first.hash === hash && Math.floor(first.packed / 2) === key) {
        net += first.packed === key * 2 ? 1 : -1;
        heap.advanceFirst();
        first = heap.first;
      }
      if (net > 0) use.insert(kindOf(key * 2), hash, Math.floor(key / KINDS));
      if (net < 0) use.remove(kindOf(key * 2), hash, Math.floor(key / KINDS));
    }
    return heap.first !== undefined;
  }
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
      if (!parent || !child || !isBefore(child, parent)) return;
      cursors[at] = child;
      cursors[smaller] = parent;
      at = smaller;
    }
  }

  #earlier(left: number, right: number): number {
    const [a, b] = [this.#cursors[left], this.#cursors[right]];
    return a && b && isBefore(b, a) ? right : left;
  }
}

/** By kind, hash and contact: the index's own order. Events of one key of one contact stand together. */
function isBefore(a: RunCursor, b: RunCursor): boolean {
  if (a.kind !== b.kind) return a.kind < b.kind;
  return a.hash < b.hash || (a.hash === b.hash && a.packed < b.packed);
}
