/** The hot path: what one batch of a run or a plan reads and writes, set-based, inside the caller's transaction. */
import type {
  BatchReader,
  BatchWriter,
  Checkpoint,
  ImportRef,
  KeyHits,
  LoadedContact,
  Pass,
  PlannedLine,
} from "../../app/ports.ts";
import type { KeyKind } from "../../core/match/key-hash.ts";
import type { BatchPlan, ContactInsert } from "../../core/plan/batch-plan.ts";
import type { DuplicateKey, DuplicateLine, FileContact } from "../../core/plan/file-duplicates.ts";
import type { ImportShape } from "../../core/plan/shape.ts";
import { documentText, parseDocument, slotPlaces, toDb } from "./contact-columns.ts";
import type { Database, SqlValue } from "./database.ts";
import { addPendingKeys, findByKeys, hasKeys } from "./identity-keys.ts";
import { linesBetween, writeLines } from "./ledger-lines.ts";
import { updateContacts } from "./update-contacts.ts";

export class SqliteBatchReader implements BatchReader {
  protected readonly database: Database;
  protected readonly ref: ImportRef;
  readonly #pass: Pass;

  constructor(database: Database, ref: ImportRef, pass: Pass) {
    this.database = database;
    this.ref = ref;
    this.#pass = pass;
  }

  async hasContacts(): Promise<boolean> {
    return this.database.get("select 1 from contact where workspace_id = ? limit 1", this.ref.workspace) !== undefined;
  }

  async hasKeys(kind: KeyKind): Promise<boolean> {
    return hasKeys(this.database, this.ref.workspace, kind);
  }

  async findByKeys(kind: KeyKind, hashes: Float64Array): Promise<KeyHits> {
    return findByKeys(this.database, this.ref.workspace, kind, hashes);
  }

  async loadContacts(numbers: readonly number[], shape: ImportShape): Promise<ReadonlyMap<number, LoadedContact>> {
    const places = slotPlaces(shape);
    const columnOf = new Map(places.columns.map(({ slot, column }) => [slot, column]));
    // One column for each slot, so that the row that the database gives is the contact's values; the rest is taken off its end.
    const values = shape.slots.map((_, slot) => {
      const column = columnOf.get(slot);
      return column === undefined ? "''" : `ifnull(contact.${column}, '')`;
    });
    const list = [...values, "contact.custom", "contact.kept", "contact.created_by", "contact.contact_id"];
    const contacts = new Map<number, LoadedContact>();
    for (const row of this.#contactRows(list.join(", "), numbers)) {
      const id = row.pop() as number;
      const createdBy = (row.pop() ?? 0) as number;
      const [kept, custom] = [row.pop(), row.pop()];
      readDocument(row as string[], places.custom, custom);
      readDocument(row as string[], places.kept, kept);
      contacts.set(id, { id, createdBy, values: row as string[] });
    }
    return contacts;
  }

  /** Contacts that were created together lie together: a range costs half as much as single look-ups. */
  #contactRows(columns: string, numbers: readonly number[]): readonly SqlValue[][] {
    if (numbers.length === 0) return [];
    const sorted = Float64Array.from(numbers).sort();
    const first = sorted[0] ?? 0;
    const last = sorted[sorted.length - 1] ?? 0;
    if (last - first < numbers.length * 1.2) {
      return this.database.all(
        `select ${columns} from contact where workspace_id = ? and contact_id between ? and ?`,
        this.ref.workspace,
        first,
        last,
      );
    }
    return this.database.all(
      `select ${columns} from json_each(?) as wanted cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
      `[${sorted.join(",")}]`,
      this.ref.workspace,
    );
  }

  async contactsOfLines(importNumber: number, fromLine: number, toLine: number): Promise<ReadonlyMap<number, number>> {
    const ref = { workspace: this.ref.workspace, import: importNumber };
    const lines = linesBetween(this.database, ref, "run", fromLine, toLine);
    return new Map(lines.flatMap(({ line, contact }) => (contact === null ? [] : [[line, contact] as const])));
  }

  async plannedLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, PlannedLine>> {
    const lines = linesBetween(this.database, this.ref, "plan", fromLine, toLine);
    return new Map(
      lines.map(({ line, outcome, changes }) => [
        line,
        { outcome, changes: changes === null ? null : JSON.stringify(changes) },
      ]),
    );
  }

  async duplicateLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, DuplicateLine>> {
    const lines = new Map<number, { readonly line: number; readonly keys: DuplicateKey[] }>();
    const rows = this.database.all(
      `select line, match, hash, other_line, winner from file_duplicate
       where workspace_id = ? and import_id = ? and line between ? and ? order by line, match`,
      this.ref.workspace,
      this.ref.import,
      fromLine,
      toLine,
    );
    for (const [line, match, hash, otherLine, winner] of rows as readonly (readonly number[])[]) {
      const known = lines.get(line ?? 0) ?? { line: line ?? 0, keys: [] };
      known.keys.push({ match: match ?? 0, hash: hash ?? 0, otherLine: otherLine ?? 0, winner: winner ?? null });
      lines.set(known.line, known);
    }
    return lines;
  }

  async fileContacts(keys: readonly string[]): Promise<ReadonlyMap<string, FileContact>> {
    const rows = this.database.all(
      `select asked.value, shared.lead, shared.contact_id, shared.said, shared.current, shared.keys
       from json_each(?) as asked
       cross join file_contact_key as key
         on key.workspace_id = ? and key.import_id = ? and key.pass = ? and key.key = asked.value
       cross join file_contact as shared
         on shared.workspace_id = ? and shared.import_id = ? and shared.pass = ? and shared.lead = key.lead`,
      JSON.stringify(keys),
      ...[this.ref.workspace, this.ref.import, this.#pass, this.ref.workspace, this.ref.import, this.#pass],
    );
    const byLead = new Map<number, FileContact>();
    const found = new Map<string, FileContact>();
    for (const [key, lead, contact, said, current, sharedKeys] of rows) {
      const shared = byLead.get(Number(lead)) ?? {
        lead: Number(lead),
        contact: contact === null ? null : Number(contact),
        said: JSON.parse(String(said)) as string[],
        current: JSON.parse(String(current)) as string[],
        keys: JSON.parse(String(sharedKeys)) as string[],
      };
      byLead.set(shared.lead, shared);
      found.set(String(key), shared);
    }
    return found;
  }

  async nextContact(): Promise<number> {
    return Number(
      this.database.get("select next_contact from workspace where workspace_id = ?", this.ref.workspace)?.[0] ?? 1,
    );
  }
}

export class SqliteBatchWriter extends SqliteBatchReader implements BatchWriter {
  readonly #at: number;

  constructor(database: Database, ref: ImportRef, at: number) {
    super(database, ref, "run");
    this.#at = at;
  }

  async apply(plan: BatchPlan, shape: ImportShape, checkpoint: Checkpoint): Promise<void> {
    const { workspace, import: importNumber } = this.ref;
    this.#insertContacts(plan.inserts, shape);
    updateContacts(this.database, { workspace, at: this.#at, shape }, plan.updates);
    addPendingKeys(this.database, workspace, importNumber, { added: plan.keysAdded, removed: plan.keysRemoved });
    writeLines(this.database, this.ref, "run", plan.lines);
    saveFileContacts(this.database, this.ref, "run", plan.fileContacts);
    this.database.run(
      "update import set progress = ?, version = version + 1 where workspace_id = ? and import_id = ?",
      JSON.stringify(checkpoint),
      workspace,
      importNumber,
    );
  }

  #insertContacts(inserts: readonly ContactInsert[], shape: ImportShape): void {
    const last = inserts[inserts.length - 1];
    if (!last) return;
    const places = slotPlaces(shape);
    const used = places.columns.filter(
      ({ slot }) => slot < shape.mapped || inserts.some(({ values }) => (values[slot] ?? "") !== ""),
    );
    const documents = places.custom.length + places.kept.length > 0;
    const columns = ["contact_id", "created_line", ...used.map(({ column }) => column)];
    if (documents) columns.push("custom", "kept");
    // Numbers that are the same for every row stand in the statement: each bound value costs as much as a column's writing.
    const same = [this.ref.workspace, this.ref.import, this.#at, this.#at].join(", ");
    const insert = this.database.statementOnce(
      `insert into contact (workspace_id, created_by, created_at, updated_at, ${columns.join(", ")})
       values (${same}, ${columns.map(() => "?").join(", ")})`,
    );
    const row: SqlValue[] = [];
    for (const { id, line, values } of inserts) {
      row[0] = id;
      row[1] = line;
      for (let at = 0; at < used.length; at++) row[at + 2] = toDb(values[used[at]?.slot ?? 0]);
      if (documents) {
        row[used.length + 2] = writeDocument(values, places.custom);
        row[used.length + 3] = writeDocument(values, places.kept);
      }
      insert.run(...row);
    }
    this.database.run("update workspace set next_contact = ? where workspace_id = ?", last.id + 1, this.ref.workspace);
  }
}

const readDocument = (
  values: string[],
  slots: readonly { readonly slot: number; readonly key: string }[],
  text: SqlValue | undefined,
): void => {
  if (slots.length === 0 || text === null || text === undefined) return;
  const entries = parseDocument(text);
  for (const { slot, key } of slots) values[slot] = entries.get(key) ?? "";
};

const writeDocument = (
  values: readonly string[],
  slots: readonly { readonly slot: number; readonly key: string }[],
): string | null => {
  const entries = new Map<string, string>();
  for (const { slot, key } of slots) {
    const value = values[slot];
    if (value !== undefined && value !== "") entries.set(key, value);
  }
  return documentText(entries);
};

export function saveFileContacts(
  database: Database,
  ref: ImportRef,
  pass: Pass,
  contacts: readonly FileContact[],
): void {
  for (const contact of contacts) {
    database.run(
      `insert or replace into file_contact (workspace_id, import_id, pass, lead, contact_id, said, current, keys)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[ref.workspace, ref.import, pass, contact.lead, contact.contact],
      ...[contact.said, contact.current, contact.keys].map((list) => JSON.stringify(list)),
    );
    for (const key of contact.keys) {
      database.run(
        "insert or replace into file_contact_key (workspace_id, import_id, pass, key, lead) values (?, ?, ?, ?, ?)",
        ...[ref.workspace, ref.import, pass, key, contact.lead],
      );
    }
  }
}
