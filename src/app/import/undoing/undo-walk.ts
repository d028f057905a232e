/** What undo makes of an import's ledger lines, page by page from the last one: decided here, written by whoever asks. */
import { LIST_TYPES } from "../../../core/contact/field.ts";
import { type PresentAddresses, presentAddresses, withPresentAddresses } from "../../../core/member/present-address.ts";
import { builtinFieldsOf } from "../../../core/object/builtin-fields-of.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { Changes, LedgerLine } from "../../../core/plan/outcome.ts";
import { ACCOUNT_LINK } from "../../../core/plan/shape.ts";
import { decideUndo } from "../../../core/plan/undo.ts";
import { UNDO_LINES } from "../../limits.ts";
import type { Holders, ObjectForUndo, UndoBatch, UndoLine, UndoProgress, UndoTally } from "../../ports/undo-ports.ts";
import type { ImportRecord, Ports } from "../../ports.ts";

export const NOTHING_UNDONE: UndoTally = { deleted: 0, restored: 0, partly: 0, kept: 0, gone: 0, merged: 0, erased: 0 };

export type PreviewedLine = UndoLine & {
  /** What fields hold now, and what they would hold then. */
  readonly back: Changes;
  /** The account of a contact that the line made and that would stay; null = there is none. */
  readonly staysIn: number | null;
};

/** Something of what the line wrote is there after the undo. */
export const somethingStays = ({ result }: Pick<UndoLine, "result">): boolean =>
  result === "kept" || result === "partly" || result === "merged";

type Preview = {
  /** Contacts with several lines, as the lines that were looked at would leave them. */
  readonly carried: Map<number, ReadonlyMap<string, string>>;
  /** The answer false = no more are wanted. */
  readonly onLine: (line: PreviewedLine) => unknown;
  /** Opportunities that would let go of the contact that they hold now, or be gone. */
  readonly freed: Set<number>;
  /** Contacts whose opportunities of this import would stay, in a preview of the whole import. */
  readonly held: Set<number>;
  isEnough: boolean;
};

/** Goes through the ledger backwards. In a preview nothing is written, so contacts with several lines are carried along. */
export class UndoWalk {
  readonly #ports: Ports;
  readonly #record: ImportRecord;
  readonly object: ObjectKind;
  readonly #preview: Preview | null;
  readonly #lists: ReadonlySet<string>;
  #addresses: PresentAddresses = new Map();

  constructor(
    ports: Ports,
    record: ImportRecord,
    { object, preview }: { readonly object: ObjectKind; readonly preview: Preview | null },
  ) {
    this.#ports = ports;
    this.#record = record;
    this.object = object;
    this.#preview = preview;
    const { settings } = record;
    const own = object === settings.second?.object ? settings.second.fields : settings.fields;
    const fields = [...builtinFieldsOf(object), ...own];
    this.#lists = new Set(fields.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
  }

  async next(progress: UndoProgress): Promise<UndoBatch> {
    const { store, now } = this.#ports;
    const { ref } = this.#record;
    const scope = { ref, object: this.object };
    const lines = await store.undos.undoable(scope, { ...progress, limit: UNDO_LINES });
    this.#addresses = presentAddresses(await store.members.list(ref.workspace));
    const numbers = [...new Set(lines.flatMap(({ contact }) => contact ?? []))];
    const contacts = await store.undos.loadForUndo(scope, numbers, this.#holders(progress));
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

  /** A preview of the whole import keeps no list of what would be gone by then: that might be all of the file. */
  #holders({ only }: UndoProgress): Holders {
    return this.#preview ? { ownToo: only !== null, freed: this.#preview.freed } : { ownToo: true, freed: new Set() };
  }

  async #mergedInto(missing: readonly number[]): Promise<ReadonlySet<number>> {
    if (missing.length === 0 || this.object !== "contact") return new Set();
    return new Set((await this.#ports.store.merges.mergedInto(this.#record.ref.workspace, missing)).keys());
  }

  #undoLine(line: LedgerLine, batch: WorkingBatch): UndoLine {
    if (line.erased) {
      const undone: UndoLine = { line: line.line, object: this.object, contact: 0, result: "erased", kept: [] };
      this.#preview?.onLine({ ...undone, back: {}, staysIn: null });
      return undone;
    }
    const number = line.contact ?? 0;
    const loaded = batch.contacts.get(number);
    const values = batch.present.get(number);
    // Undoing the one line that made a contact must not take along what later lines of the file added to it.
    const isShared = batch.progress.only !== null && (loaded?.ownLines ?? 0) > 0;
    const byHand = loaded?.tookOthersIn === true || loaded?.changedInBulk === true;
    const isHeld = this.object === "contact" && this.#preview?.held.has(number) === true;
    const isEdited = (loaded?.editedBy.length ?? 0) > 0 || byHand || isShared || isHeld;
    const contact = loaded && values ? { values, editedByOthers: isEdited } : null;
    const changes = withPresentAddresses(line.changes ?? {}, this.#addresses);
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
      object: this.object,
      contact: number,
      result,
      kept: decision.kept,
    };
    this.#hold(undone, line, { values, only: batch.progress.only });
    const account = line.outcome === "created" && result === "kept" ? values?.get(ACCOUNT_LINK) : undefined;
    const staysIn = account === undefined ? null : Number(account);
    const preview = this.#preview;
    const back = changesBack(decision.restore, values);
    if (preview?.onLine({ ...undone, back, staysIn }) === false) preview.isEnough = true;
    return undone;
  }

  /** In a preview: what an opportunity that the line made means to its contact. */
  #hold(
    { object, contact: number, result }: UndoLine,
    { outcome }: LedgerLine,
    { values, only }: { readonly values: ReadonlyMap<string, string> | undefined; readonly only: number | null },
  ): void {
    if (object !== "opportunity" || outcome !== "created" || !this.#preview) return;
    if (result === "deleted" && only !== null) this.#preview.freed.add(number);
    if (result === "kept") this.#preview.held.add(Number(values?.get("contact") ?? 0));
  }

  #carry(
    contacts: ReadonlyMap<number, ObjectForUndo>,
    present: ReadonlyMap<number, ReadonlyMap<string, string>>,
    restores: ReadonlyMap<number, unknown>,
  ): void {
    if (!this.#preview) return;
    const { freed } = this.#preview;
    for (const number of restores.keys()) {
      const values = present.get(number);
      const holdsOn = values?.get("contact") === contacts.get(number)?.values.get("contact");
      if (this.object === "opportunity" && !holdsOn) freed.add(number);
      else if (this.object === "opportunity") freed.delete(number);
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
