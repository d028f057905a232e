/** The ledger as it is read: lines of one import, and what imports did to one contact. */
import type { ContactEvent, FoundPage, ImportRef, LedgerStore, LineFilter, Pass } from "../../../app/ports.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import type { DbRow } from "../../db-row.ts";
import { Found } from "../../objects/found.ts";
import { inSlices } from "../../objects/number-slices.ts";
import { objectTable } from "../../objects/object-table.ts";
import { isAbout, lineAbout } from "../../runs/changed-runs.ts";
import { asHistory, eventOf, undoneEvent } from "../../runs/object-history.ts";
import { makersOfMerged } from "../changes/merged-contacts.ts";
import type { Database } from "../database.ts";
import { ALL } from "../objects/object-query.ts";
import { lastLine, lineAt, linesAt, readLines } from "./ledger-lines.ts";
import { linesHolding } from "./line-places.ts";
import { historyBesides, readSideChanges } from "./side-changes.ts";

export class SqliteLedger implements LedgerStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async lines(ref: ImportRef, { afterLine, ...filter }: LineFilter): Promise<readonly LedgerLine[]> {
    return readLines(this.#database, ref, { ...filter, over: afterLine });
  }

  async page(
    ref: ImportRef,
    { afterLine, limit, ...filter }: LineFilter,
    budgetMs: number,
  ): Promise<FoundPage<LedgerLine>> {
    const found = new Found<LedgerLine>(limit, ({ line }) => line);
    const range = { over: afterLine, upTo: lastLine(this.#database, ref, filter.pass) };
    const until = performance.now() + budgetMs;
    const seen = await inSlices({ ...ALL, range, until }, async ({ over, upTo }) =>
      found.add(readLines(this.#database, ref, { ...filter, over, under: upTo + 1, limit: limit + 1 })),
    );
    return found.page(seen < range.upTo ? seen : null);
  }

  async linesHolding(ref: ImportRef, pass: Pass, offsets: readonly number[]): Promise<readonly number[]> {
    return linesHolding(this.#database, { ref, pass }, offsets);
  }

  async linesAt(ref: ImportRef, pass: Pass, lines: readonly number[]): Promise<ReadonlyMap<number, LedgerLine>> {
    return linesAt(this.#database, ref, lines, pass);
  }

  async sideChanges(ref: ImportRef, fromLine: number, toLine: number): Promise<readonly SideChange[]> {
    return readSideChanges(this.#database, ref, [fromLine, toLine]);
  }

  async history(workspace: number, number: number, object: ObjectKind = "contact"): Promise<readonly ContactEvent[]> {
    const { table, id } = objectTable(object);
    const there = this.#database.all(
      `select created_by, created_line from ${table}
       where workspace_id = ? and ${id} = ? and created_by is not null and created_line is not null`,
      ...[workspace, number],
    );
    const created =
      there.length === 0 && object === "contact" ? makersOfMerged(this.#database, workspace, number) : there;
    const changed = this.#database.all(
      `select import_id, ${lineAbout("?3")} from object_change as change
       where workspace_id = ?1 and object = ?2 and ${isAbout("?3")}`,
      ...[workspace, object, number],
    );
    // Named, because without statistics the primary key's prefix, the whole workspace, looks as good.
    const undone = this.#database.all(
      `select import_id, line, at from undo_line indexed by undone_object
       where workspace_id = ? and object = ? and contact_id = ? and result not in ('kept', 'merged')`,
      ...[workspace, object, number],
    );
    return asHistory({
      created: created.flatMap((place) => this.#wrote(workspace, place, object)),
      changed: changed.flatMap((place) => this.#wrote(workspace, place, object)),
      besides: historyBesides(this.#database, workspace, { object, number }).flatMap((event) =>
        this.#located(workspace, event),
      ),
      undone: undone.map(([by, line, at]) => undoneEvent(Number(by), Number(line), Number(at))),
    });
  }

  /** With where its line stands in the file. */
  #located(workspace: number, event: ContactEvent): readonly ContactEvent[] {
    if (event.kind === "undone") return [event];
    const line = lineAt(this.#database, { workspace, import: event.import }, event.line);
    return line ? [{ ...event, offset: line.offset }] : [];
  }

  #wrote(workspace: number, [by, line]: DbRow, object: ObjectKind): readonly ContactEvent[] {
    const wrote = lineAt(this.#database, { workspace, import: Number(by) }, Number(line));
    return wrote ? [eventOf(Number(by), wrote, object)] : [];
  }
}
