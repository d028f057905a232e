/** What the rows of a batch can be recognised by. Their hashes were taken while the file was read; nobody is asked here. */
import type { MatchKeySpec } from "../../../core/match/match-keys.ts";
import type { ValueAt } from "../../../core/match/object-keys.ts";
import { BLANK, CLEAR, type DraftBatch, valueAt } from "../../../core/plan/draft.ts";
import type { KeyAsk } from "../../ports.ts";

export class RowKeys {
  readonly #drafts: DraftBatch;
  readonly #specs: readonly MatchKeySpec[];
  /** The row that is looked at. */
  row = 0;
  /** Text of a slot of this row. */
  readonly at: ValueAt = (slot) => {
    const value = valueAt(this.#drafts, slot, this.row);
    return value === CLEAR ? BLANK : value;
  };

  constructor(drafts: DraftBatch, specs: readonly MatchKeySpec[]) {
    this.#drafts = drafts;
    this.#specs = specs;
  }

  /** An account's e-mail key asks for more than its hash. */
  has(spec: MatchKeySpec): boolean {
    if (spec.kind === null || spec.match === "account_email") return spec.texts(this.at).length > 0;
    return this.nextKey(spec, this.start) >= 0;
  }

  /** Where the row's keys begin. They are walked by position: a callback for each row would be most of the garbage. */
  get start(): number {
    return this.#drafts.keys.starts[this.row] ?? 0;
  }

  /** Position of the row's next key of this kind, from `from` on; -1 = none. */
  nextKey({ kind }: MatchKeySpec, from: number): number {
    const { starts, tags } = this.#drafts.keys;
    const end = starts[this.row + 1] ?? 0;
    for (let at = from; at < end; at++) if (tags[at] === kind) return at;
    return -1;
  }

  hashAt(position: number): number {
    return this.#drafts.keys.hashes[position] ?? 0;
  }

  /** The row's hashes of one kind, for whoever asks the index. */
  collectHashes(spec: MatchKeySpec, wanted: number[]): void {
    for (let at = this.nextKey(spec, this.start); at >= 0; at = this.nextKey(spec, at + 1))
      wanted.push(this.hashAt(at));
  }

  /** By row: position of the first key it has; -1 = none. */
  firstKeys(): Int8Array {
    const first = new Int8Array(this.#drafts.count);
    for (this.row = 0; this.row < first.length; this.row++) {
      first[this.row] = this.#firstKey();
    }
    return first;
  }

  #firstKey(): number {
    let position = 0;
    for (const spec of this.#specs) {
      if (this.has(spec)) return position;
      position++;
    }
    return -1;
  }

  /** What the index is asked first: of each row the key that settles most rows. By position of the key. */
  firstHashes(first = this.firstKeys()): readonly number[][] {
    const wanted = this.#specs.map((): number[] => []);
    for (this.row = 0; this.row < first.length; this.row++) {
      const position = first[this.row] ?? -1;
      const spec = this.#specs[position];
      if (spec && spec.kind !== null) this.collectHashes(spec, wanted[position] ?? []);
    }
    return wanted;
  }
}

/** What a batch will ask the index first. */
export function firstAsks(drafts: DraftBatch, specs: readonly MatchKeySpec[]): readonly KeyAsk[] {
  const wanted = new RowKeys(drafts, specs).firstHashes();
  return specs.flatMap(({ kind }, position) => {
    const hashes = wanted[position] ?? [];
    return kind === null || hashes.length === 0 ? [] : [{ kind, hashes: Float64Array.from(hashes) }];
  });
}
