/** The ledger as it is read: lines of one import, and what imports did to one contact. */
import type { ContactEvent, ImportRef, LedgerStore, LineFilter } from "../../app/ports.ts";
import { type LedgerLine, OUTCOMES } from "../../core/plan/outcome.ts";
import type { MatchKey } from "../../core/policy/policy.ts";
import type { Database, DbRow, SqlValue } from "./database.ts";

export const LINE_COLUMNS = "line, byte_offset, outcome, contact_id, match_key, match_value, problems, changes";

export class SqliteLedger implements LedgerStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async lines(ref: ImportRef, filter: LineFilter): Promise<readonly LedgerLine[]> {
    const where = ["workspace_id = ?", "import_id = ?", "line > ?"];
    const values: SqlValue[] = [ref.workspace, ref.import, filter.afterLine];
    if (filter.outcome !== null) {
      where.push("outcome = ?");
      values.push(OUTCOMES.indexOf(filter.outcome));
    }
    if (filter.problem !== null) {
      where.push("instr(problems, ?) > 0");
      values.push(`"code":"${filter.problem}"`);
    }
    const table = filter.pass === "plan" ? "plan_line" : "ledger_line";
    const rows = this.#database.all(
      `select ${LINE_COLUMNS} from ${table} where ${where.join(" and ")} order by line limit ?`,
      ...values,
      filter.limit,
    );
    return rows.map(asLedgerLine);
  }

  async contactHistory(workspace: number, contact: number): Promise<readonly ContactEvent[]> {
    // Indexes by name: without statistics the primary keys' common prefix, the whole workspace, looks as good.
    const changed = this.#database.all(
      `select import_id, line, byte_offset, changes, 'updated' from ledger_line indexed by ledger_change
       where workspace_id = ? and contact_id = ? and changes is not null`,
      ...[workspace, contact],
    );
    const created = this.#database.all(
      `select import_id, line, byte_offset, null, 'created' from contact
       join ledger_line using (workspace_id)
       where workspace_id = ? and contact.contact_id = ? and import_id = created_by and line = created_line`,
      ...[workspace, contact],
    );
    const undone = this.#database.all(
      `select import_id, line, -1, null, 'undone' from undo_line indexed by undo_contact where workspace_id = ? and contact_id = ? and result <> 'kept'`,
      ...[workspace, contact],
    );
    return [...changed, ...created, ...undone].map(asEvent).sort(newestFirst);
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

export function asLedgerLine([
  line,
  offset,
  outcome,
  contact,
  matchKey,
  matchValue,
  problems,
  changes,
]: DbRow): LedgerLine {
  return {
    line: Number(line),
    offset: Number(offset),
    outcome: OUTCOMES[Number(outcome)] ?? "failed",
    contact: contact === null || contact === undefined ? null : Number(contact),
    match: typeof matchKey === "string" ? { key: matchKey as MatchKey, value: String(matchValue) } : null,
    problems: typeof problems === "string" ? (JSON.parse(problems) as LedgerLine["problems"]) : [],
    changes: typeof changes === "string" ? (JSON.parse(changes) as LedgerLine["changes"]) : null,
  };
}
