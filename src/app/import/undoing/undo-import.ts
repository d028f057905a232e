/** Undo: what an import wrote is taken back, last line first, batch by batch; a preview goes the same way without writing. */
import { setImmediate } from "node:timers/promises";
import type { ImportState } from "../../../core/import-state.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { SideUndo } from "../../../core/plan/undo-side.ts";
import { accept, type Result, refuse } from "../../../core/problem/refusal.ts";
import type { Leaving, SideTally, UndoProgress, UndoTally } from "../../ports/undo-ports.ts";
import type { ImportRecord, ImportRef, Lease, Ports } from "../../ports.ts";
import { changed, existing, withLease } from "../import-lease.ts";
import { objectsOf, scopeOf } from "../import-parts.ts";
import { nothingToUndo } from "./nothing-to-undo.ts";
import { previewedSides, sidePage } from "./undo-sides.ts";
import { NOTHING_UNDONE, type PreviewedLine, UndoWalk } from "./undo-walk.ts";

export type UndoRequest = {
  /** One physical line of the file; null = the whole import. */
  readonly only: number | null;
  readonly includeEdited: boolean;
  /** Who asks: a member's address, or the operator's account. */
  readonly by?: string;
};

export type UndoOptions = {
  /** It stays `undoing`, for the next process to go on with. */
  readonly signal?: AbortSignal;
  /** After each batch of lines. */
  readonly onUndone?: (tally: UndoTally) => void;
};

const NO_SIDES: SideTally = { deleted: 0, restored: 0, kept: 0, gone: 0 };

const started = (request: UndoRequest, stateBefore: ImportState): UndoProgress => ({
  ...request,
  stateBefore,
  beforeLine: Number.MAX_SAFE_INTEGER,
  tally: NOTHING_UNDONE,
  sides: NO_SIDES,
});

/** What an undo would do: to the lines' own objects, and to others besides. */
export type UndoPreview = { readonly tally: UndoTally; readonly sides: SideTally };

/** Lines are handed over as they are looked at, the last one of the file first; the answer false = no more are wanted. */
export async function previewUndo(
  ports: Ports,
  record: ImportRecord,
  request: UndoRequest,
  onLine: (line: PreviewedLine) => unknown = () => undefined,
): Promise<UndoPreview> {
  await ports.store.imports.settleKeys(record.ref.workspace);
  let progress = started(request, record.state);
  const { only, includeEdited } = request;
  const all = includeEdited ? ("own" as const) : ("unchanged" as const);
  const stayIn = new Set<number>();
  const leaving: Leaving[] = [];
  const freed = new Set<number>();
  const held = new Set<number>();
  const onWalked = (line: PreviewedLine): unknown => {
    if (line.staysIn !== null) stayIn.add(line.staysIn);
    if (only !== null && line.result === "deleted") leaving.push({ object: line.object, number: line.contact });
    return onLine(line);
  };
  for (const object of objectsToUndo(record)) {
    const preview = { carried: new Map(), onLine: onWalked, freed, held, isEnough: false };
    const undo = new UndoWalk(ports, record, { object, preview });
    progress = { ...progress, beforeLine: Number.MAX_SAFE_INTEGER };
    for (;;) {
      const batch = await undo.next(progress);
      if (batch.lines.length === 0) break;
      progress = batch.progress;
      if (preview.isEnough) return { tally: progress.tally, sides: NO_SIDES };
      // A server that shows it answers others meanwhile.
      await setImmediate();
    }
  }
  let sides = NO_SIDES;
  for (const made of [false, true]) {
    const which = { only, made, leaving: only === null ? all : leaving };
    for await (const undone of previewedSides(ports, record, which)) {
      if (only !== null) leaving.push(...movedBack(undone));
      sides = added(sides, besides(record, undone.map(withStaying(stayIn))));
    }
  }
  return { tally: progress.tally, sides };
}

const movedBack = (undone: readonly SideUndo[]): readonly Leaving[] =>
  undone.filter(({ object, result }) => object === "contact" && result === "restored");

/** An account whose contact stays cannot go. */
const withStaying =
  (stayIn: ReadonlySet<number>) =>
  (undone: SideUndo): SideUndo =>
    undone.object === "account" && undone.result === "deleted" && stayIn.has(undone.number)
      ? { ...undone, result: "kept" }
      : undone;

/** Undoes an import, or goes on with an undo whose process died. */
export function undoImport(
  ports: Ports,
  ref: ImportRef,
  request: UndoRequest,
  { signal, onUndone }: UndoOptions = {},
): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["undo"], async (found, lease) => {
    const progress = found.state === "undoing" && found.undo ? found.undo : started(request, found.state);
    const refusal = found.state === "undoing" ? null : await nothingToUndo(ports, found, progress.only);
    if (refusal) return refuse(refusal);
    await ports.store.imports.settleKeys(ref.workspace);
    const begun = await ports.store.undos.begin({ ...scopeOf(found), lease }, progress);
    if (!begun.ok) return begun;
    const record = await existing(ports, ref);
    // Flags and links go back while the contacts that had them are still there; accounts go once nobody is left in them.
    const linked = await undoSides(ports, record, { lease, signal, progress, made: false });
    if (!linked.ok) return linked;
    const lines = await undoLines(ports, record, { lease, signal, onUndone, progress: linked.value });
    if (!lines.ok) return lines;
    const ended = await undoSides(ports, record, { lease, signal, progress: lines.value, made: true });
    if (!ended.ok) return ended;
    if (signal?.aborted) return accept(await existing(ports, ref));
    await ports.store.imports.settleKeys(ref.workspace);
    if (progress.only === null) {
      await ports.store.tags.dropUnused(ref.workspace, ref.import);
      await ports.store.imports.clearScratch(ref);
    }
    const state = progress.only === null ? "undone" : progress.stateBefore;
    return accept(
      await changed(ports, lease, ref, { state, undo: { ...ended.value, endedAt: ports.now() }, refusal: null }),
    );
  });
}

type Step = {
  readonly lease: Lease;
  readonly signal: AbortSignal | undefined;
  readonly onUndone?: UndoOptions["onUndone"] | undefined;
  readonly progress: UndoProgress;
};

async function undoLines(
  ports: Ports,
  record: ImportRecord,
  { lease, signal, onUndone, progress }: Step,
): Promise<Result<UndoProgress>> {
  const objects = objectsToUndo(record);
  let now = progress;
  // An undo that was interrupted goes on with the kind of object that it was at.
  for (const object of objects.slice(Math.max(0, objects.indexOf(progress.object ?? "pipeline")))) {
    const undo = new UndoWalk(ports, record, { object, preview: null });
    if (now.object !== object) now = { ...now, object, beforeLine: Number.MAX_SAFE_INTEGER };
    while (!signal?.aborted) {
      const { beforeLine } = now;
      const applied = await undoPage(ports, record.ref, { undo, lease, progress: now });
      if (!applied.ok) return applied;
      now = applied.value;
      if (now.beforeLine === beforeLine) break;
      onUndone?.(now.tally);
      // A database in the process answers at once: without a pause, that the process is to end would not be heard.
      await setImmediate();
    }
  }
  return accept(now);
}

/** What the lines are undone on is as it was read: nobody writes in between. */
function undoPage(
  { store }: Ports,
  ref: ImportRef,
  { undo, lease, progress }: Omit<Step, "signal"> & { readonly undo: UndoWalk },
): Promise<Result<UndoProgress>> {
  return store.transaction(ref.workspace, async () => {
    const batch = await undo.next(progress);
    if (batch.lines.length === 0) return accept(progress);
    const applied = await store.undos.apply({ ref, object: undo.object, lease }, batch);
    return applied.ok ? accept(batch.progress) : applied;
  });
}

async function undoSides(
  ports: Ports,
  record: ImportRecord,
  { lease, signal, progress, made }: Step & { readonly made: boolean },
): Promise<Result<UndoProgress>> {
  if (progress.side?.made === true && !made) return accept(progress);
  for (let now = progress; ; ) {
    if (signal?.aborted) return accept(now);
    const applied = await undoSidePage(ports, record, { lease, progress: now, made });
    if (!applied.ok || applied.value === now) return applied;
    now = applied.value;
    await setImmediate();
  }
}

/** As with lines, all in one. The progress as it was: there is nothing more. */
function undoSidePage(
  ports: Ports,
  record: ImportRecord,
  { lease, progress, made }: Omit<Step, "signal"> & { readonly made: boolean },
): Promise<Result<UndoProgress>> {
  const { store, now: clock } = ports;
  const { only, side } = progress;
  return store.transaction(record.ref.workspace, async () => {
    const before = side?.made === made ? side : null;
    const undone = await sidePage(ports, record, { only, made, before });
    if (undone.length === 0) return accept(progress);
    const sides = added(progress.sides ?? NO_SIDES, besides(record, undone));
    const now = { ...progress, sides, ...cursorOf(undone, made) };
    const applied = await store.undos.applySides({ ...scopeOf(record), lease }, { undone, progress: now, at: clock() });
    return applied.ok ? accept(now) : applied;
  });
}

/** A contact that goes back to its former account is counted with the line that moved it. */
const besides = ({ settings }: ImportRecord, undone: readonly SideUndo[]): readonly SideUndo[] =>
  undone.filter(({ object }) => !objectsOf(settings).includes(object));

function added(tally: SideTally, undone: readonly SideUndo[]): SideTally {
  const next = { ...tally };
  for (const { result } of undone) next[result]++;
  return next;
}

/** Where the page of side changes ended. */
function cursorOf(undone: readonly SideUndo[], made: boolean): Pick<UndoProgress, "side"> {
  const last = undone[undone.length - 1];
  return last ? { side: { line: last.line, object: last.object, number: last.number, made } } : {};
}

/** What holds on to something goes before what it holds on to: opportunities before their contacts. */
const objectsToUndo = (record: ImportRecord): readonly ObjectKind[] => objectsOf(record.settings).toReversed();
