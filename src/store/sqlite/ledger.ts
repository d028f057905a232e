/** The ledger as it is read: lines of one import, and what imports did to one contact. */
import type { ContactEvent, ImportRef, LedgerStore, LineFilter } from "../../app/ports.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { Database, DbRow } from "./database.ts";
import { lineAt, readLines } from "./ledger-lines.ts";

export class SqliteLedger implements LedgerStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async lines(ref: ImportRef, { afterLine, ...filter }: LineFilter): Promise<readonly LedgerLine[]> {
    return readLines(this.#database, ref, { ...filter, over: afterLine });
  }

  async contactHistory(workspace: number, contact: number): Promise<readonly ContactEvent[]> {
    // Indexes by name: without statistics the primary keys' common prefix, the whole workspace, looks as good.
    const changed = this.#database.all(
      `select import_id, line, byte_offset, changes, 'updated' from ledger_line indexed by ledger_change
       where workspace_id = ? and contact_id = ? and changes is not null`,
      ...[workspace, contact],
    );
    const [createdBy, createdLine] =
      this.#database.get(
        "select created_by, created_line from contact where workspace_id = ? and contact_id = ?",
        ...[workspace, contact],
      ) ?? [];
    const created =
      typeof createdBy === "number" && typeof createdLine === "number"
        ? lineAt(this.#database, { workspace, import: createdBy }, createdLine)
        : null;
    const undone = this.#database.all(
      `select import_id, line, -1, null, 'undone' from undo_line indexed by undo_contact where workspace_id = ? and contact_id = ? and result <> 'kept'`,
      ...[workspace, contact],
    );
    const events = [...changed, ...undone].map(asEvent);
    if (created) {
      const { line, offset } = created;
      events.push({ import: Number(createdBy), line, offset, kind: "created", changes: null });
    }
    return events.sort(newestFirst);
  }
}

/** An undo comes after what it undid; otherwise the later import and the later line are newer. */
const newestFirst = (a: ContactEvent, b: ContactEvent): number =>
  b.import - a.import || Number(b.kind === "undone") - Number(a.kind === "undone") || b.line - a.line;

const asEvent = ([importNumber, line, offset, changes, kind]: DbRow): ContactEvent => ({
  import: Number(importNumber),
  line: Number(line),
  offset: Number(offset),
  kind: kind as ContactEvent["kind"],
  changes: typeof changes === "string" ? (JSON.parse(changes) as LedgerLine["changes"]) : null,
});
