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
import { lastLine, linesAt, readLines } from "./ledger-lines.ts";
import { linesHolding } from "./line-places.ts";
import { historyBesides, readSideChanges } from "./side-changes.ts";

/** A line of an import. */
type Place = readonly [by: number, line: number];

export class PostgresLedger implements LedgerStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async lines(ref: ImportRef, { afterLine, ...filter }: LineFilter): Promise<readonly LedgerLine[]> {
    return this.#database.snapshot(() => readLines(this.#database, ref, { ...filter, over: afterLine }));
  }

  async page(
    ref: ImportRef,
    { afterLine, limit, ...filter }: LineFilter,
    budgetMs: number,
  ): Promise<FoundPage<LedgerLine>> {
    const found = new Found<LedgerLine>(limit, ({ line }) => line);
    const range = { over: afterLine, upTo: await lastLine(this.#database, ref, filter.pass) };
    const until = performance.now() + budgetMs;
    const seen = await inSlices({ ...ALL, range, until }, async ({ over, upTo }) =>
      found.add(await readLines(this.#database, ref, { ...filter, over, under: upTo + 1, limit: limit + 1 })),
    );
    return found.page(seen < range.upTo ? seen : null);
  }

  async linesHolding(ref: ImportRef, pass: Pass, offsets: readonly number[]): Promise<readonly number[]> {
    return linesHolding(this.#database, { ref, pass }, offsets);
  }

  async linesAt(ref: ImportRef, pass: Pass, lines: readonly number[]): Promise<ReadonlyMap<number, LedgerLine>> {
    return this.#database.snapshot(() => linesAt(this.#database, ref, lines, pass));
  }

  async sideChanges(ref: ImportRef, fromLine: number, toLine: number): Promise<readonly SideChange[]> {
    return readSideChanges(this.#database, ref, [fromLine, toLine]);
  }

  async history(workspace: number, number: number, object: ObjectKind = "contact"): Promise<readonly ContactEvent[]> {
    return this.#database.snapshot(() => this.#history(workspace, number, object));
  }

  async #history(workspace: number, number: number, object: ObjectKind): Promise<readonly ContactEvent[]> {
    const changed = await this.#database.all(
      `select import_id, ${lineAbout("$3::bigint")} from object_change as change
       where workspace_id = $1 and object = $2 and ${isAbout("$3::bigint")}`,
      ...[workspace, object, number],
    );
    const undone = await this.#database.all(
      `select import_id, line, at from undo_line
       where workspace_id = $1 and object = $2 and contact_id = $3 and result not in ('kept', 'merged')`,
      ...[workspace, object, number],
    );
    const made = placesIn(await this.#makers(workspace, number, object));
    const besides = await historyBesides(this.#database, workspace, { object, number });
    const told = besides.map((event): Place => [event.import, event.line]);
    const lines = await this.#linesOf(workspace, [...made, ...placesIn(changed), ...told]);
    const wrote = (places: readonly Place[]): readonly ContactEvent[] =>
      places.flatMap(([by, line]) => {
        const found = lines.get(by)?.get(line);
        return found ? [eventOf(by, found, object)] : [];
      });
    return asHistory({
      created: wrote(made),
      changed: wrote(placesIn(changed)),
      besides: besides.flatMap((event) => {
        // With where its line stands in the file.
        const line = lines.get(event.import)?.get(event.line);
        return event.kind === "undone" ? [event] : line ? [{ ...event, offset: line.offset }] : [];
      }),
      undone: undone.map(([by, line, at]) => undoneEvent(Number(by), Number(line), Number(at))),
    });
  }

  async #makers(workspace: number, number: number, object: ObjectKind): Promise<readonly DbRow[]> {
    const { table, id } = objectTable(object);
    const there = await this.#database.all(
      `select created_by, created_line from ${table}
       where workspace_id = $1 and ${id} = $2 and created_by is not null and created_line is not null`,
      ...[workspace, number],
    );
    return there.length === 0 && object === "contact" ? makersOfMerged(this.#database, workspace, number) : there;
  }

  /** By import: of each its lines are read at once. */
  async #linesOf(
    workspace: number,
    places: readonly Place[],
  ): Promise<ReadonlyMap<number, ReadonlyMap<number, LedgerLine>>> {
    const found = new Map<number, ReadonlyMap<number, LedgerLine>>();
    for (const [by, some] of Map.groupBy(places, ([number]) => number)) {
      const lines = some.map(([, line]) => line);
      found.set(by, await linesAt(this.#database, { workspace, import: by }, lines));
    }
    return found;
  }
}

const placesIn = (rows: readonly DbRow[]): readonly Place[] =>
  rows.map(([by, line]): Place => [Number(by), Number(line)]);
