/** Undo as the database sees it: what an import wrote, last line first, and the batches that take it back. */
import type { ContactForUndo, ImportRef, Lease, UndoBatch, UndoLine, UndoPage, UndoStore } from "../../app/ports.ts";
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { ALWAYS_INDEXED, type KeyKind, keyHash } from "../../core/match/key-hash.ts";
import { contactKeyTexts } from "../../core/match/match-keys.ts";
import { addKey, addKeyChanges, emptyKeys } from "../../core/plan/batch-plan.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import { compileShape, KEPT_PREFIX } from "../../core/plan/shape.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import { documentText, isFieldColumn, toDb } from "./contact-columns.ts";
import { asContactRow, CONTACT_COLUMNS } from "./contacts.ts";
import type { Database, DbRow } from "./database.ts";
import { changeKeys, settleKeys } from "./identity-keys.ts";
import type { SqliteImports } from "./imports.ts";
import { readLines } from "./ledger-lines.ts";
import type { SqliteFields } from "./workspaces.ts";

type KeysOf = (values: ReadonlyMap<string, string>) => readonly { readonly kind: KeyKind; readonly text: string }[];

export class SqliteUndos implements UndoStore {
  readonly #database: Database;
  readonly #imports: SqliteImports;
  readonly #fields: SqliteFields;

  constructor(database: Database, imports: SqliteImports, fields: SqliteFields) {
    this.#database = database;
    this.#imports = imports;
    this.#fields = fields;
  }

  async undoable(ref: ImportRef, page: UndoPage): Promise<readonly LedgerLine[]> {
    const range =
      page.only === null
        ? { over: 0, under: page.beforeLine }
        : { over: page.only - 1, under: Math.min(page.only + 1, page.beforeLine) };
    const left: LedgerLine[] = [];
    for (let under = range.under; left.length < page.limit; ) {
      const lines = readLines(this.#database, ref, {
        wrote: true,
        over: range.over,
        under,
        order: "desc",
        limit: page.limit,
      });
      const last = lines[lines.length - 1]?.line;
      if (last === undefined) break;
      const undone = this.#undoneBetween(ref, last, lines[0]?.line ?? last);
      for (const line of lines) if (!undone.has(line.line)) left.push(line);
      under = last;
    }
    return left.slice(0, page.limit);
  }

  async loadForUndo(ref: ImportRef, contacts: readonly number[]): Promise<ReadonlyMap<number, ContactForUndo>> {
    const wanted = `[${[...contacts].sort((a, b) => a - b).join(",")}]`;
    const rows = this.#database.all(
      `select ${CONTACT_COLUMNS} from json_each(?) as wanted
       cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
      ...[wanted, ref.workspace],
    );
    const edits = this.#database.all(
      `select line.contact_id, line.import_id, count(*) from json_each(?) as wanted
       cross join contact_change as line on line.workspace_id = ? and line.contact_id = wanted.value
       where not exists (select 1 from undo_line where undo_line.workspace_id = line.workspace_id
         and undo_line.import_id = line.import_id and undo_line.line = line.line and undo_line.result = 'restored')
       group by line.contact_id, line.import_id`,
      ...[wanted, ref.workspace],
    );
    const editsOf = Map.groupBy(edits, ([contact]) => Number(contact));
    return new Map(
      rows.map((row) => {
        const contact = asContactRow(row);
        const [own, others] = partition(editsOf.get(contact.number) ?? [], ref.import);
        return [contact.number, { row: contact, editedBy: others, ownLines: own }];
      }),
    );
  }

  async apply(ref: ImportRef, lease: Lease, batch: UndoBatch): Promise<Result<null>> {
    const keysOf = keysReader(await this.#fields.list(ref.workspace));
    return this.#database.transaction(async () => {
      const refusal = this.#imports.holdLease(ref, lease);
      if (refusal) return refusal;
      settleKeys(this.#database, ref.workspace);
      const before = await this.loadForUndo(ref, [...batch.deletes, ...batch.restores.map(({ contact }) => contact)]);
      this.#delete(ref.workspace, batch.deletes, before, keysOf);
      this.#restore(ref.workspace, batch, before, keysOf);
      this.#record(ref, batch);
      return accept(null);
    });
  }

  async lines(
    ref: ImportRef,
    page: { readonly afterLine: number; readonly limit: number },
  ): Promise<readonly UndoLine[]> {
    return this.#database
      .all(
        "select line, contact_id, result, kept from undo_line where workspace_id = ? and import_id = ? and line > ? order by line limit ?",
        ...[ref.workspace, ref.import, page.afterLine, page.limit],
      )
      .map(asUndoLine);
  }

  #undoneBetween(ref: ImportRef, from: number, to: number): ReadonlySet<number> {
    const rows = this.#database.all(
      `select line from undo_line where workspace_id = ? and import_id = ? and line between ? and ?
       and result in ('deleted', 'restored', 'gone')`,
      ...[ref.workspace, ref.import, from, to],
    );
    return new Set(rows.map(([line]) => Number(line)));
  }

  #delete(
    workspace: number,
    deletes: readonly number[],
    before: ReadonlyMap<number, ContactForUndo>,
    keysOf: KeysOf,
  ): void {
    const remove = this.#database.statement("delete from contact where workspace_id = ? and contact_id = ?");
    const keys = emptyKeys();
    for (const contact of deletes) {
      for (const { kind, text } of keysOf(before.get(contact)?.row.values ?? new Map())) {
        addKey(keys, kind, keyHash(text), contact);
      }
      remove.run(workspace, contact);
    }
    changeKeys(this.#database, workspace, emptyKeys(), keys);
  }

  #restore(workspace: number, batch: UndoBatch, before: ReadonlyMap<number, ContactForUndo>, keysOf: KeysOf): void {
    const added = emptyKeys();
    const removed = emptyKeys();
    for (const { contact, values } of batch.restores) {
      const present = before.get(contact)?.row.values;
      if (!present) continue;
      const next = new Map(present);
      for (const [field, value] of values) {
        if (value === null) next.delete(field);
        else next.set(field, value);
      }
      const columns = [...values].filter(([field]) => isFieldColumn(field));
      this.#database.run(
        `update contact set ${columns.map(([field]) => `${field} = ?, `).join("")}custom = ?, kept = ?, updated_at = ?
         where workspace_id = ? and contact_id = ?`,
        ...columns.map(([, value]) => toDb(value ?? "")),
        ...documentsOf(next),
        ...[batch.at, workspace, contact],
      );
      addKeyChanges(contact, { before: keysOf(present), after: keysOf(next) }, { added, removed });
    }
    changeKeys(this.#database, workspace, added, removed);
  }

  #record(ref: ImportRef, batch: UndoBatch): void {
    const insert = this.#database.statement(
      "insert or replace into undo_line (workspace_id, import_id, line, contact_id, result, kept, at) values (?, ?, ?, ?, ?, ?, ?)",
    );
    for (const { line, contact, result, kept } of batch.lines) {
      insert.run(ref.workspace, ref.import, line, contact, result, JSON.stringify(kept), batch.at);
    }
    this.#database.run(
      "update import set undo = ?, version = version + 1 where workspace_id = ? and import_id = ?",
      ...[JSON.stringify(batch.progress), ref.workspace, ref.import],
    );
  }
}

/** Lines of this import, and the other imports, among the edits of one contact. */
function partition(edits: readonly DbRow[], importNumber: number): readonly [own: number, others: readonly number[]] {
  const own = edits.find(([, number]) => number === importNumber);
  return [Number(own?.[2] ?? 0), edits.filter((edit) => edit !== own).map(([, number]) => Number(number))];
}

function keysReader(fields: Awaited<ReturnType<SqliteFields["list"]>>): KeysOf {
  const shape = compileShape([], [...BUILTIN_FIELDS, ...fields]);
  const read = contactKeyTexts(shape, ALWAYS_INDEXED);
  return (values) => read((slot) => values.get(shape.slots[slot]?.key ?? "") ?? "");
}

function documentsOf(values: ReadonlyMap<string, string>): readonly (string | null)[] {
  const custom = new Map<string, string>();
  const kept = new Map<string, string>();
  for (const [key, value] of values) {
    if (key.startsWith(KEPT_PREFIX)) kept.set(key.slice(KEPT_PREFIX.length), value);
    else if (!isFieldColumn(key)) custom.set(key, value);
  }
  return [documentText(custom), documentText(kept)];
}

const asUndoLine = ([line, contact, result, kept]: DbRow): UndoLine => ({
  line: Number(line),
  contact: Number(contact),
  result: result as UndoLine["result"],
  kept: JSON.parse(String(kept)) as readonly string[],
});
