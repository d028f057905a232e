/** What imports did to one object, put together from what either database has of it. */
import type { ContactEvent } from "../../app/ports.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { type LedgerLine, partOf } from "../../core/plan/outcome.ts";

type Found = {
  /** By lines of its own. */
  readonly created: readonly ContactEvent[];
  readonly changed: readonly ContactEvent[];
  /** By lines of other objects. */
  readonly besides: readonly ContactEvent[];
  readonly undone: readonly ContactEvent[];
};

/** Newest first. */
export function asHistory({ created, changed, besides, undone }: Found): readonly ContactEvent[] {
  const made = new Set(besides.filter(({ kind }) => kind === "created").map(placeOf));
  const own = created.filter((event) => !made.has(placeOf(event)));
  return [...own, ...changed, ...besides, ...undone].sort(newestFirst);
}

/** What a line of an import wrote. */
export function eventOf(by: number, wrote: LedgerLine, object: ObjectKind): ContactEvent {
  const { offset, outcome, changes } = partOf(wrote, object);
  return { import: by, line: wrote.line, offset, kind: outcome === "created" ? "created" : "updated", changes };
}

export const undoneEvent = (by: number, line: number, at: number): ContactEvent => ({
  ...{ import: by, line, offset: -1 },
  ...{ kind: "undone", changes: null, undoneAt: at },
});

const placeOf = ({ import: by, line }: ContactEvent): string => `${by}:${line}`;

/** An undo comes after what it undid; otherwise the later import and the later line are newer. */
const newestFirst = (a: ContactEvent, b: ContactEvent): number =>
  b.import - a.import || Number(b.kind === "undone") - Number(a.kind === "undone") || b.line - a.line;
