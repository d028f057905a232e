/** Which columns of a file hold text that was encoded twice, and how many of their cells can be put right. Plain data, mergeable. */
import { looksDoubleEncoded, undoDoubleEncoding } from "./double-encoding.ts";

type Witness = { readonly line: number; readonly text: string };

/** What one column shows. */
export type DoubleFinding = {
  readonly column: number;
  /** Cells that go back without a doubt, and the first of them. */
  repaired: number;
  first: (Witness & { readonly repair: string }) | null;
  /** Cells that look like it and have lost something on the way. */
  damaged: number;
  firstDamaged: Witness | null;
};

const MAX_SHOWN = 40;

export class DoubleEncodingEvidence {
  readonly #byColumn = new Map<number, DoubleFinding>();

  get findings(): readonly DoubleFinding[] {
    return [...this.#byColumn.values()];
  }

  observe(cell: string, column: number, line: number): void {
    const found = undoDoubleEncoding(cell);
    if (found === null && !looksDoubleEncoded(cell)) return;
    const finding = this.#of(column);
    const text = cell.slice(0, MAX_SHOWN);
    if (found === null) {
      finding.damaged++;
      finding.firstDamaged ??= { line, text };
    } else {
      finding.repaired++;
      finding.first ??= { line, text, repair: found.slice(0, MAX_SHOWN) };
    }
  }

  #of(column: number): DoubleFinding {
    const known = this.#byColumn.get(column);
    if (known) return known;
    const finding: DoubleFinding = { column, repaired: 0, first: null, damaged: 0, firstDamaged: null };
    this.#byColumn.set(column, finding);
    return finding;
  }
}

/** The findings of two parts of one file; those of the second lack `linesBefore` in their line numbers. */
export function joinDoubleFindings(
  first: readonly DoubleFinding[],
  second: readonly DoubleFinding[],
  linesBefore: number,
): readonly DoubleFinding[] {
  const moved = <T extends Witness>(witness: T | null): T | null =>
    witness && { ...witness, line: witness.line + linesBefore };
  const joined = new Map(first.map((finding) => [finding.column, finding]));
  for (const found of second) {
    const before = joined.get(found.column);
    joined.set(found.column, {
      column: found.column,
      repaired: found.repaired + (before?.repaired ?? 0),
      first: before?.first ?? moved(found.first),
      damaged: found.damaged + (before?.damaged ?? 0),
      firstDamaged: before?.firstDamaged ?? moved(found.firstDamaged),
    });
  }
  return [...joined.values()].sort((a, b) => a.column - b.column);
}

/**
 * Sentences that can be shown as they are.
 *
 * @param mended `would be`: the file is only looked at
 */
export function doubleEncodingSays(
  { repaired, first, damaged, firstDamaged }: DoubleFinding,
  mended: "is" | "would be" = "is",
): readonly string[] {
  const says: string[] = [];
  if (first !== null) {
    const cells = repaired === 1 ? "1 cell was" : `${repaired} cells were`;
    const how = mended === "is" ? "and put right" : "and an import puts that right";
    says.push(`${cells} encoded twice ${how}: “${first.text}” on line ${first.line} ${mended} “${first.repair}”`);
  }
  if (firstDamaged !== null) {
    const cells = damaged === 1 ? "1 cell looks" : `${damaged} cells look`;
    const where = `“${firstDamaged.text}” on line ${firstDamaged.line}`;
    says.push(`${cells} as if encoded twice, but something was lost, so that it stays as it is: ${where}`);
  }
  return says;
}
