/** What the reading thread and the writing thread say to each other. Batches travel as one text per column: far cheaper than a text per cell. */
import type { ImportSettings, ReadingSettings } from "../app/import/import-settings.ts";
import type { ScannedPart } from "../app/import/scanning/scanned-part.ts";
import type { FilePosition, FoundDuplicates } from "../app/ports.ts";
import type { StoreFaultCode } from "../app/store-fault.ts";
import type { DraftBatch } from "../core/plan/draft.ts";
import type { Problem } from "../core/problem/problem.ts";
import type { Refusal } from "../core/problem/refusal.ts";
import type { Beside } from "./duplicate-finder.ts";
import type { FilePart } from "./open-rows.ts";

export type DraftRequest =
  | {
      readonly kind: "scan";
      readonly request: number;
      readonly settings: ImportSettings;
      readonly part: FilePart;
      readonly batchRows: number;
    }
  /** The keys of the last scan that may stand on several lines. */
  | { readonly kind: "duplicates"; readonly request: number; readonly beside: Beside }
  | {
      readonly kind: "drafts";
      readonly request: number;
      readonly settings: ReadingSettings;
      /** Read one after the other; a batch never reaches from one into the next. */
      readonly parts: readonly FilePart[];
      readonly batchRows: number;
    }
  /** One more batch, or piece of duplicates, may be sent. */
  | { readonly kind: "more"; readonly request: number }
  | { readonly kind: "stop"; readonly request: number };

export type DraftAnswer = { readonly request: number } & (
  | {
      readonly kind: "batch";
      readonly batch: PackedBatch;
      /** The rows' second object; null = they are about one. */
      readonly second: PackedBatch | null;
      readonly next: FilePosition;
    }
  | { readonly kind: "scanned"; readonly found: ScannedPart }
  | { readonly kind: "duplicates"; readonly found: FoundDuplicates }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "end" }
  | { readonly kind: "fault"; readonly code: StoreFaultCode | null; readonly message: string; readonly stack: string }
);

export type PackedBatch = Omit<DraftBatch, "values" | "problems"> & {
  readonly values: readonly (string | readonly string[])[];
  readonly problems: readonly (readonly [number, readonly Problem[]])[];
};

/** Values are cleaned of control characters, long texts keep tabs and line ends; this is neither. */
const SEPARATOR = "\u001f";

const NO_DRAFTS: DraftBatch = {
  count: 0,
  lines: new Float64Array(0),
  offsets: new Float64Array(0),
  values: [],
  keys: { starts: new Uint32Array(1), tags: new Uint8Array(0), hashes: new Float64Array(0) },
  problems: new Map(),
};

export function packBatch(batch: DraftBatch): PackedBatch {
  return { ...batch, values: batch.values.map(packColumn), problems: [...batch.problems] };
}

/** Values are cut apart when they are first asked for: batches that wait their turn stay a handful of texts. */
export function unpackBatch(packed: PackedBatch): DraftBatch {
  let values: DraftBatch["values"] | null = null;
  return {
    ...packed,
    get values() {
      values ??= packed.values.map((column) => (typeof column === "string" ? column.split(SEPARATOR) : column));
      return values;
    },
    problems: new Map(packed.problems),
  };
}

/** Pieces of one batch, in file order. They are packed small, before the collector has carried their values about. */
export function joinBatches(pieces: readonly PackedBatch[]): PackedBatch {
  const [first] = pieces;
  if (!first || pieces.length === 1) return first ?? packBatch(NO_DRAFTS);
  const starts: number[] = [];
  const problems: (readonly [number, readonly Problem[]])[] = [];
  let rows = 0;
  let keys = 0;
  for (const piece of pieces) {
    for (let row = 0; row < piece.count; row++) starts.push(keys + (piece.keys.starts[row] ?? 0));
    for (const [row, found] of piece.problems) problems.push([rows + row, found]);
    rows += piece.count;
    keys += piece.keys.hashes.length;
  }
  starts.push(keys);
  return {
    count: rows,
    lines: joinNumbers(
      new Float64Array(rows),
      pieces.map(({ lines }) => lines),
    ),
    offsets: joinNumbers(
      new Float64Array(rows),
      pieces.map(({ offsets }) => offsets),
    ),
    values: first.values.map((_, slot) => joinColumns(pieces.map(({ values }) => values[slot] ?? []))),
    keys: {
      starts: Uint32Array.from(starts),
      tags: joinNumbers(
        new Uint8Array(keys),
        pieces.map((piece) => piece.keys.tags),
      ),
      hashes: joinNumbers(
        new Float64Array(keys),
        pieces.map((piece) => piece.keys.hashes),
      ),
    },
    problems,
  };
}

function joinNumbers<T extends Float64Array | Uint8Array>(all: T, parts: readonly T[]): T {
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function joinColumns(parts: readonly (string | readonly string[])[]): string | readonly string[] {
  if (parts.every((part) => typeof part === "string")) return parts.join(SEPARATOR);
  return parts.flatMap((part) => (typeof part === "string" ? part.split(SEPARATOR) : part));
}

/** A column that holds the separator after all is sent value by value. */
function packColumn(values: readonly string[]): string | readonly string[] {
  const joined = values.join(SEPARATOR);
  let separators = 0;
  for (let at = joined.indexOf(SEPARATOR); at >= 0; at = joined.indexOf(SEPARATOR, at + 1)) separators++;
  return separators === values.length - 1 ? joined : values;
}

/** Memory that moves to the other thread instead of being copied. */
export const movedWith = (batch: PackedBatch): ArrayBuffer[] =>
  [batch.lines, batch.offsets, batch.keys.starts, batch.keys.tags, batch.keys.hashes].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
