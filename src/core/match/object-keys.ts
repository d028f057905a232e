/** What the objects of a kind are recognised by, and how the index holds it: one value for each kind of object. */
import type { ImportShape } from "../plan/shape.ts";
import type { MatchKey } from "../policy/policy.ts";
import type { KeyKind } from "./key-hash.ts";

/** Text of a slot; `""` where it has none. */
export type ValueAt = (slot: number) => string;

export type ObjectKeys = {
  /** Kinds that are indexed for every object. */
  readonly always: readonly KeyKind[];
  /** The index that a key is looked up in; null for the record id, which is the primary key. */
  readonly kindOf: (match: MatchKey) => KeyKind | null;
  readonly slots: (kind: KeyKind, shape: ImportShape) => readonly number[];
  /** The canonical texts of one kind of key that a row or an object offers. */
  readonly texts: (kind: KeyKind, shape: ImportShape) => (valueAt: ValueAt) => readonly string[];
  /**
   * The slot of an id that tells apart those who share this key: with different ids they are different objects. Absent =
   * whoever shares the key is the same.
   */
  readonly partedBy?: (kind: KeyKind, shape: ImportShape) => number | null;
};
