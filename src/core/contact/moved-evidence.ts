/**
 * What whole columns show once a row says something else, told from what they showed before and from that row alone. Where only
 * the other rows could tell, nothing is said.
 */
import { ColumnEvidence, type Witnesses } from "./column-evidence.ts";
import type { FieldType } from "./field.ts";
import { asksSamples, type PhoneWitnesses } from "./phone-evidence.ts";

type Witness = { readonly count: number; readonly line: number; readonly text: string };

/** What a row showed before and shows now; null = nothing. */
type Move = { readonly before: Witness | null; readonly after: Witness | null };

/** Of a column: the cell before and now; `""` = blank. `line`: where the row starts. */
export type MovedCell = { readonly line: number; readonly before: string; readonly after: string };

export function movedWitnesses(
  type: FieldType,
  known: Witnesses,
  { line, before, after }: MovedCell,
): Witnesses | null {
  const [then, now] = [shownBy(type, before, line), shownBy(type, after, line)];
  const moved: Witnesses = { ...known };
  for (const kind of new Set([...Object.keys(then), ...Object.keys(now)]) as Set<keyof Witnesses>) {
    const witness = movedWitness(known[kind] ?? null, { before: then[kind] ?? null, after: now[kind] ?? null });
    if (witness === "unknown") return null;
    if (witness === null) delete moved[kind];
    else moved[kind] = witness;
  }
  return moved;
}

function shownBy(type: FieldType, cell: string, line: number): Witnesses {
  const evidence = new ColumnEvidence(type);
  if (cell !== "") evidence.observe(cell, line);
  return evidence.witnesses;
}

/** `before` and `after`: what the numbers of the row alone show. */
export function movedPhones(
  known: PhoneWitnesses,
  { before, after }: { readonly before: PhoneWitnesses; readonly after: PhoneWitnesses },
): PhoneWitnesses | null {
  const national = movedWitness(known.national, { before: before.national, after: after.national });
  const american = movedWitness(known.american, { before: before.american, after: after.american });
  if (national === "unknown" || american === "unknown") return null;
  const abroad: [string, Witness][] = [];
  for (const code of new Set([known, before, after].flatMap((found) => Object.keys(found.abroad)))) {
    const [then, now] = [before.abroad[code] ?? null, after.abroad[code] ?? null];
    const witness = movedWitness(known.abroad[code] ?? null, { before: then, after: now });
    if (witness === "unknown") return null;
    if (witness !== null) abroad.push([code, witness]);
  }
  // The first one of the file is shown, and two of one line are told apart by their columns.
  abroad.sort(([, one], [, other]) => one.line - other.line);
  if (abroad.some(([, { line }], at) => line === abroad[at + 1]?.[1].line)) return null;
  const areSamplesKnown = known.stride > 0 && before.national === null && after.national === null;
  const samples = areSamplesKnown ? known.samples : [];
  const moved = {
    national,
    american,
    abroad: Object.fromEntries(abroad),
    samples,
    stride: areSamplesKnown ? known.stride : 0,
  };
  return !areSamplesKnown && asksSamples(moved) ? null : moved;
}

function movedWitness(known: Witness | null, { before, after }: Move): Witness | "unknown" | null {
  const others = (known?.count ?? 0) - (before?.count ?? 0);
  if (others < 0) return "unknown";
  if (known === null || others === 0) return after;
  const count = others + (after?.count ?? 0);
  if (before !== null && known.line === before.line) return after === null ? "unknown" : { ...after, count };
  return { ...(after !== null && after.line < known.line ? after : known), count };
}
