/** What an undo is to look at, out of what either database has read: lines that wrote, and the objects that they are about. */
import type { Holders, ObjectForUndo, UndoBatch, UndoPage } from "../../app/ports/undo-ports.ts";
import type { ImportRef } from "../../app/ports.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { type LedgerLine, partOf } from "../../core/plan/outcome.ts";
import type { DbRow } from "../db-row.ts";
import { heldValues, objectTable } from "../objects/object-table.ts";
import { partedEdits } from "./undone-line.ts";

/** Opportunities of this import do not count. */
export const NO_OWN: Holders = { ownToo: false, freed: new Set() };

/** No import has this number. */
const NO_IMPORT = 0;

/** The import whose opportunities do not count as holders: the one that is undone, or none. */
export const othersThan = (ref: ImportRef, ownToo: boolean): ImportRef =>
  ownToo ? { ...ref, import: NO_IMPORT } : ref;

/** The lines between these two are to be looked at. */
export const linesToUndo = ({ only, beforeLine }: Pick<UndoPage, "only" | "beforeLine">) =>
  only === null ? { over: 0, under: beforeLine } : { over: only - 1, under: Math.min(only + 1, beforeLine) };

/** Of these lines those that wrote an object of this kind and are not undone, as they are about it. */
export const leftToUndo = (
  lines: readonly LedgerLine[],
  object: ObjectKind,
  undone: ReadonlySet<number>,
): readonly LedgerLine[] =>
  lines
    .map((line) => partOf(line, object))
    .filter(({ line, outcome, changes }) => {
      const wrote = outcome === "created" || (changes !== null && outcome === "updated");
      return wrote && !undone.has(line);
    });

type Around = {
  /** Of the undo. */
  readonly importNumber: number;
  readonly columns: readonly string[];
  /** Number, import, how many lines. */
  readonly edits: readonly DbRow[];
  readonly users: ReadonlyMap<number, readonly number[]>;
  /** Contacts that others were merged into, and those that bulk changes have written to. */
  readonly gathered: ReadonlySet<number>;
  readonly bulk: ReadonlySet<number>;
};

/** @param rows number, custom, kept and the columns, in this order */
export function objectsForUndo(
  rows: readonly DbRow[],
  { importNumber, columns, edits, users, gathered, bulk }: Around,
): ReadonlyMap<number, ObjectForUndo> {
  const editsOf = Map.groupBy(edits, ([number]) => Number(number));
  return new Map(
    rows.map(([id, custom, kept, ...values]) => {
      const number = Number(id);
      const { ownLines, editedBy } = partedEdits(editsOf.get(number) ?? [], importNumber);
      const held = heldValues(columns, values, [custom, kept]);
      const others = [...editedBy, ...(users.get(number) ?? [])];
      const hand = { tookOthersIn: gathered.has(number), changedInBulk: bulk.has(number) };
      return [number, { values: held, editedBy: others, ownLines, ...hand }];
    }),
  );
}

/** What objects hold. @param rows as for `objectsForUndo` */
export function heldByNumber(
  object: ObjectKind,
  rows: readonly DbRow[],
): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const { columns } = objectTable(object);
  return new Map(
    rows.map(([id, custom, kept, ...values]) => [Number(id), heldValues(columns, values, [custom, kept])]),
  );
}

/** Numbers of the objects that it writes. */
export const touchedIn = ({ deletes, restores }: UndoBatch): readonly number[] => [
  ...deletes,
  ...restores.map(({ contact }) => contact),
];

/** By number of the object: the imports that need it. @param rows object, import, and an opportunity that may be freed */
export function usersAmong(rows: readonly DbRow[], freed: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const users = new Map<number, number[]>();
  for (const [number, by, opportunity] of rows) {
    if (freed.has(Number(opportunity))) continue;
    const known = users.get(Number(number));
    if (known) known.push(Number(by ?? 0));
    else users.set(Number(number), [Number(by ?? 0)]);
  }
  return users;
}
