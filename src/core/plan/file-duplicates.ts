/**
 * Lines of one file that are the same contact. The scan of the whole file has found which keys stand on several lines;
 * this decides, line by line in file order, what becomes of them.
 */
import { OPT_OUTS } from "../contact/opt-outs.ts";
import { BLANK, CLEAR } from "./draft.ts";
import type { ImportShape } from "./shape.ts";

/** What the scan knows about a line that shares a key with others. */
export type DuplicateLine = {
  readonly line: number;
  readonly keys: readonly DuplicateKey[];
  /** A later line that names the main contact of the same account; null = none does, or this line names none. */
  readonly mainContactLine?: number | null;
};
export type DuplicateKey = {
  /** Position among the policy's match keys. */
  readonly match: number;
  readonly hash: number;
  /** The nearest other line with the same key: what a message names. */
  readonly otherLine: number;
  /** Line that stands for this one where the policy keeps only the first or the last; null = this line is kept. */
  readonly winner: number | null;
};

/** A contact that a kept line of the file has written or found, as later lines of the file see it. */
export type FileContact = {
  /** The line that was first to have it. */
  readonly lead: number;
  /** Number of the contact; null while it is only planned. */
  readonly contact: number | null;
  /** What lines of this file have said, by slot; `""` = nothing. */
  readonly said: readonly string[];
  /** The contact's values by slot after the last line that wrote it. */
  readonly current: readonly string[];
  /** Keys of the file that lead here, as `match:hash`. */
  readonly keys: readonly string[];
  /** It was there before and is left as it is, whatever the lines say of it. */
  readonly isLeft: boolean;
};

export const fileKey = (key: Pick<DuplicateKey, "match" | "hash">): string => `${key.match}:${key.hash}`;

/** The fields on which a line contradicts what earlier lines of the file said of the same contact. */
export function contradictions(
  shape: ImportShape,
  said: readonly string[],
  row: (slot: number) => string,
): readonly string[] {
  const fields: string[] = [];
  for (let position = 0; position < shape.mapped; position++) {
    const slot = shape.slots[position];
    const before = said[position] ?? BLANK;
    const value = row(position);
    if (!slot || before === BLANK || value === BLANK || value === before) continue;
    // Read from a cell that speaks for itself, or of something else: the first word stays.
    if (shape.derived.has(slot.key)) continue;
    if (OPT_OUTS.has(slot.key)) continue;
    const differs = slot.list ? before === CLEAR || value === CLEAR : before.toLowerCase() !== value.toLowerCase();
    if (differs) fields.push(slot.key);
  }
  return fields;
}

/**
 * What the file has said of the contact once this row is added: the first word stays, but for that somebody wants nothing. The
 * same list where the row adds none.
 */
export function addSaid(shape: ImportShape, said: readonly string[], row: (slot: number) => string): readonly string[] {
  let next: string[] | null = null;
  for (let position = 0; position < shape.mapped; position++) {
    const value = row(position);
    const isKnown = (said[position] ?? BLANK) !== BLANK;
    if (isKnown && !(optsOut(shape, position, value) && said[position] !== value)) continue;
    if (value === BLANK && position < said.length) continue;
    next ??= [...said];
    next[position] = value;
  }
  return next ?? said;
}

/** A yes counts whichever line says it. */
const optsOut = ({ slots }: ImportShape, slot: number, value: string): boolean =>
  value === "yes" && OPT_OUTS.has(slots[slot]?.key ?? "");

/** What every one of them is known by, once. The same list where the second one adds none. */
export const unitedKeys = (known: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((key) => known.includes(key)) ? known : [...new Set([...known, ...more])];

/**
 * What a line adds to the lines before it: their words stay as they are, also where it spells them otherwise. The phone
 * number is said again, because what is said of it is of that number.
 */
export const addition =
  (shape: ImportShape, said: readonly string[], row: (slot: number) => string) =>
  (slot: number): string =>
    shape.slots[slot]?.list ||
    shape.slots[slot]?.key === "phone" ||
    (said[slot] ?? BLANK) === BLANK ||
    optsOut(shape, slot, row(slot))
      ? row(slot)
      : BLANK;
