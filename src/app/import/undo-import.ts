/** Undo: what an import wrote is taken back, last line first, batch by batch; a preview goes the same way without writing. */
import { LIST_TYPES } from "../../core/contact/field.ts";
import type { ImportState } from "../../core/import-state.ts";
import { type PresentAddresses, presentAddresses, withPresentAddresses } from "../../core/member/present-address.ts";
import { builtinFieldsOf } from "../../core/object/builtin-fields-of.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { Changes, LedgerLine } from "../../core/plan/outcome.ts";
import { decideUndo } from "../../core/plan/undo.ts";
import type { SideUndo } from "../../core/plan/undo-side.ts";
import { accept, type Result, refuse } from "../../core/problem/refusal.ts";
import { UNDO_LINES } from "../limits.ts";
import type { ObjectForUndo, SideTally, UndoBatch, UndoLine, UndoProgress, UndoTally } from "../ports/undo-ports.ts";
import type { ImportRecord, ImportRef, Lease, Ports } from "../ports.ts";
import { changed, existing, withLease } from "./import-lease.ts";
import { objectsOf, scopeOf } from "./import-parts.ts";
import { nothingToUndo } from "./nothing-to-undo.ts";
import { sidePages } from "./undo-sides.ts";

export type UndoRequest = {
  /** One physical line of the file; null = the whole import. */
  readonly only: number | null;
  readonly includeEdited: boolean;
  /** Who asks: a member's address, or the operator's account. */
  readonly by?: string;
};

export type OnUndone = (tally: UndoTally) => void;

const NOTHING_UNDONE: UndoTally = { deleted: 0, restored: 0, partly: 0, kept: 0, gone: 0, merged: 0 };
const NO_SIDES: SideTally = { deleted: 0, restored: 0, kept: 0, gone: 0 };

const started = (request: UndoRequest, stateBefore: ImportState): UndoProgress => ({
  ...request,
  stateBefore,
  beforeLine: Number.MAX_SAFE_INTEGER,
  tally: NOTHING_UNDONE,
  sides: NO_SIDES,
});

/** `back`: what fields hold now, and what they would hold then. */
export type PreviewedLine = UndoLine & { readonly back: Changes };

/** What an undo would do: to the lines' own objects, and to others besides. */
export type UndoPreview = { readonly tally: UndoTally; readonly sides: SideTally };

/** Lines are handed over as they are looked at, the last one of the file first. */
export async function previewUndo(
  ports: Ports,
  record: ImportRecord,
  request: UndoRequest,
  onLine: (line: PreviewedLine) => void = () => undefined,
): Promise<UndoPreview> {
  let progress = started(request, record.state);
  let sides = NO_SIDES;
  for (const made of [false, true]) {
    for await (const undone of sidePages(ports, record, { only: request.only, made, isPreview: true, before: null }))
      sides = added(sides, besides(record, undone));
  }
  for (const object of objectsToUndo(record)) {
    const undo = new UndoWalk(ports, record, { object, preview: { carried: new Map(), onLine } });
    progress = { ...progress, beforeLine: Number.MAX_SAFE_INTEGER };
    for (;;) {
      const batch = await undo.next(progress);
      if (batch.lines.length === 0) break;
      progress = batch.progress;
    }
  }
  return { tally: progress.tally, sides };
}

/** Undoes an import, or goes on with an undo whose process died. */
export function undoImport(
  ports: Ports,
  ref: ImportRef,
  request: UndoRequest,
  onUndone?: OnUndone,
): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["undo"], async (found, lease) => {
    const progress = found.state === "undoing" && found.undo ? found.undo : started(request, found.state);
    const refusal = found.state === "undoing" ? null : await nothingToUndo(ports, found, progress.only);
    if (refusal) return refuse(refusal);
    const begun = await ports.store.undos.begin({ ...scopeOf(found), lease }, progress);
    if (!begun.ok) return begun;
    const record = await existing(ports, ref);
    // Flags and links go back while the contacts that had them are still there; accounts go once nobody is left in them.
    const linked = await undoSides(ports, record, { lease, progress, made: false });
    if (!linked.ok) return linked;
    const lines = await undoLines(ports, record, { lease, progress: linked.value, onUndone });
    if (!lines.ok) return lines;
    const ended = await undoSides(ports, record, { lease, progress: lines.value, made: true });
    if (!ended.ok) return ended;
    if (progress.only === null) {
      await ports.store.tags.dropUnused(ref.workspace, ref.import);
      await ports.store.imports.clearScratch(ref);
    }
    const state = progress.only === null ? "undone" : progress.stateBefore;
    return accept(await changed(ports, lease, ref, { state, undo: { ...ended.value, endedAt: ports.now() } }));
  });
}

type Step = { readonly lease: Lease; readonly progress: UndoProgress };

async function undoLines(
  ports: Ports,
  record: ImportRecord,
  { lease, progress, onUndone }: Step & { readonly onUndone: OnUndone | undefined },
): Promise<Result<UndoProgress>> {
  const objects = objectsToUndo(record);
  let now = progress;
  // An undo that was interrupted goes on with the kind of object that it was at.
  for (const object of objects.slice(Math.max(0, objects.indexOf(progress.object ?? "pipeline")))) {
    const undo = new UndoWalk(ports, record, { object, preview: null });
    if (now.object !== object) now = { ...now, object, beforeLine: Number.MAX_SAFE_INTEGER };
    for (;;) {
      const batch = await undo.next(now);
      if (batch.lines.length === 0) break;
      const applied = await ports.store.undos.apply({ ref: record.ref, object, lease }, batch);
      if (!applied.ok) return applied;
      now = batch.progress;
      onUndone?.(now.tally);
    }
  }
  return accept(now);
}

async function undoSides(
  ports: Ports,
  record: ImportRecord,
  { lease, progress, made }: Step & { readonly made: boolean },
): Promise<Result<UndoProgress>> {
  const { only, side = null } = progress;
  let now = progress;
  if (side?.made === true && !made) return accept(now);
  const before = side?.made === made ? side : null;
  for await (const undone of sidePages(ports, record, { only, made, isPreview: false, before })) {
    now = { ...now, sides: added(now.sides ?? NO_SIDES, besides(record, undone)), ...cursorOf(undone, made) };
    const batch = { undone, progress: now, at: ports.now() };
    const applied = await ports.store.undos.applySides({ ...scopeOf(record), lease }, batch);
    if (!applied.ok) return applied;
  }
  return accept(now);
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

type Preview = {
  /** Contacts with several lines, as the lines that were looked at would leave them. */
  readonly carried: Map<number, ReadonlyMap<string, string>>;
  readonly onLine: (line: PreviewedLine) => void;
};

/** Goes through the ledger backwards. In a preview nothing is written, so contacts with several lines are carried along. */
class UndoWalk {
  readonly #ports: Ports;
  readonly #record: ImportRecord;
  readonly #object: ObjectKind;
  readonly #preview: Preview | null;
  readonly #lists: ReadonlySet<string>;
  #addresses: PresentAddresses | null = null;

  constructor(
    ports: Ports,
    record: ImportRecord,
    { object, preview }: { readonly object: ObjectKind; readonly preview: Preview | null },
  ) {
    this.#ports = ports;
    this.#record = record;
    this.#object = object;
    this.#preview = preview;
    const { settings } = record;
    const own = object === settings.second?.object ? settings.second.fields : settings.fields;
    const fields = [...builtinFieldsOf(object), ...own];
    this.#lists = new Set(fields.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
  }

  async next(progress: UndoProgress): Promise<UndoBatch> {
    const { store, now } = this.#ports;
    const { ref } = this.#record;
    const scope = { ref, object: this.#object };
    const lines = await store.undos.undoable(scope, { ...progress, limit: UNDO_LINES });
    this.#addresses ??= presentAddresses(await store.members.list(ref.workspace));
    const numbers = [...new Set(lines.flatMap(({ contact }) => contact ?? []))];
    const contacts = await store.undos.loadForUndo(scope, numbers);
    const missing = numbers.filter((number) => !contacts.has(number));
    const mergedInto = await this.#mergedInto(missing);
    const present = new Map(
      [...contacts].map(([number, { values }]) => [number, this.#preview?.carried.get(number) ?? values]),
    );
    const restores = new Map<number, Map<string, string | null>>();
    const deletes = new Set<number>();
    const done: UndoLine[] = [];
    // Undos that began before there were merges have not counted them.
    const tally = { ...NOTHING_UNDONE, ...progress.tally };
    for (const line of lines) {
      const undone = this.#undoLine(line, { progress, contacts, present, restores, deletes, mergedInto });
      tally[undone.result]++;
      done.push(undone);
    }
    this.#carry(contacts, present, restores);
    return {
      lines: done,
      deletes: [...deletes],
      restores: [...restores]
        .filter(([contact]) => !deletes.has(contact))
        .map(([contact, values]) => ({ contact, values })),
      progress: { ...progress, tally, beforeLine: lines[lines.length - 1]?.line ?? 0 },
      at: now(),
    };
  }

  async #mergedInto(missing: readonly number[]): Promise<ReadonlySet<number>> {
    if (missing.length === 0 || this.#object !== "contact") return new Set();
    return new Set((await this.#ports.store.merges.mergedInto(this.#record.ref.workspace, missing)).keys());
  }

  #undoLine(line: LedgerLine, batch: WorkingBatch): UndoLine {
    const number = line.contact ?? 0;
    const loaded = batch.contacts.get(number);
    const values = batch.present.get(number);
    // Undoing the one line that made a contact must not take along what later lines of the file added to it.
    const isShared = batch.progress.only !== null && (loaded?.ownLines ?? 0) > 0;
    const isEdited = (loaded?.editedBy.length ?? 0) > 0 || loaded?.tookOthersIn === true || isShared;
    const contact = loaded && values ? { values, editedByOthers: isEdited } : null;
    const changes = withPresentAddresses(line.changes ?? {}, this.#addresses ?? new Map());
    const decision = decideUndo({ ...line, changes }, contact, {
      includeEdited: batch.progress.includeEdited,
      isList: (field) => this.#lists.has(field),
    });
    if (decision.result === "deleted" && contact) batch.deletes.add(number);
    if (decision.restore.size > 0) {
      const next = new Map(values);
      const restore = batch.restores.get(number) ?? new Map<string, string | null>();
      for (const [field, value] of decision.restore) {
        restore.set(field, value);
        if (value === null) next.delete(field);
        else next.set(field, value);
      }
      batch.restores.set(number, restore);
      batch.present.set(number, next);
    }
    const result = decision.result === "gone" && batch.mergedInto.has(number) ? "merged" : decision.result;
    const undone: UndoLine = {
      line: line.line,
      object: this.#object,
      contact: number,
      result,
      kept: decision.kept,
    };
    this.#preview?.onLine({ ...undone, back: changesBack(decision.restore, values) });
    return undone;
  }

  #carry(
    contacts: ReadonlyMap<number, ObjectForUndo>,
    present: ReadonlyMap<number, ReadonlyMap<string, string>>,
    restores: ReadonlyMap<number, unknown>,
  ): void {
    if (!this.#preview) return;
    for (const number of restores.keys()) {
      const values = present.get(number);
      if (values && (contacts.get(number)?.ownLines ?? 0) > 1) this.#preview.carried.set(number, values);
    }
  }
}

type WorkingBatch = {
  readonly progress: UndoProgress;
  readonly contacts: ReadonlyMap<number, ObjectForUndo>;
  readonly present: Map<number, ReadonlyMap<string, string>>;
  readonly restores: Map<number, Map<string, string | null>>;
  readonly deletes: Set<number>;
  readonly mergedInto: ReadonlySet<number>;
};

const changesBack = (restore: ReadonlyMap<string, string | null>, present?: ReadonlyMap<string, string>): Changes =>
  Object.fromEntries([...restore].map(([field, value]) => [field, [present?.get(field) ?? null, value]]));
