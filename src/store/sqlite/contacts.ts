/** Contacts as they are read: one, a page of them, or those that a search and filters leave. */
import type { ContactQuery, ContactRow, ContactStore, FoundPage } from "../../app/ports.ts";
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { Database, DbRow } from "./database.ts";
import { findRows } from "./object-pages.ts";
import { demands, lastNumber, type ReadableObjects, usedFields } from "./object-query.ts";
import { parseDocument } from "./object-table.ts";

/** Whether the contact is its account's main one. */
const IS_MAIN = `(select 'yes' from account where account.workspace_id = contact.workspace_id
  and account.account_id = contact.account and account.main_contact = contact.contact_id)`;
const FIELDS = BUILTIN_FIELDS.map(({ key }) => key).filter((key) => key !== "id");
const sqlOf = (field: string): string => (field === "main_contact" ? IS_MAIN : `contact.${field}`);

export const CONTACT_COLUMNS = `contact.contact_id, contact.created_at, contact.updated_at, contact.created_by, contact.created_line, contact.account,
  ${FIELDS.map(sqlOf).join(", ")}, contact.custom, contact.kept`;
const FIRST_FIELD = 6;
const CONTACTS: ReadableObjects = {
  table: "contact",
  id: "contact_id",
  fields: FIELDS,
  sqlOf,
  searched: [
    "full_name",
    "first_name",
    "last_name",
    "email",
    "additional_emails",
    "phone",
    "account_name",
    "external_id",
  ],
};

export class SqliteContacts implements ContactStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(workspace: number, contact: number): Promise<ContactRow | null> {
    const row = this.#database.get(
      `select ${CONTACT_COLUMNS} from contact where workspace_id = ? and contact_id = ?`,
      ...[workspace, contact],
    );
    return row ? asContactRow(row) : null;
  }

  async list(workspace: number, query: ContactQuery): Promise<readonly ContactRow[]> {
    return (await this.page(workspace, query, Number.POSITIVE_INFINITY)).rows;
  }

  async page(workspace: number, query: ContactQuery, budgetMs: number): Promise<FoundPage<ContactRow>> {
    const of = { ...CONTACTS, columns: CONTACT_COLUMNS, demanded: demands(CONTACTS, query) };
    const { rows, seenTo } = await findRows(this.#database, of, { workspace, query, budgetMs });
    return { rows: rows.map(asContactRow), seenTo };
  }

  async numbers(workspace: number, query: ContactQuery, budgetMs: number): Promise<FoundPage<number>> {
    const of = { ...CONTACTS, columns: "contact.contact_id", demanded: demands(CONTACTS, query) };
    const { rows, seenTo } = await findRows(this.#database, of, { workspace, query, budgetMs });
    return { rows: rows.map(([number]) => Number(number)), seenTo };
  }

  async lastNumber(workspace: number): Promise<number> {
    return lastNumber(this.#database, "contact", workspace);
  }

  async count(workspace: number): Promise<number> {
    return Number(this.#database.get("select contacts from workspace where workspace_id = ?", workspace)?.[0] ?? 0);
  }

  async usedFields(workspace: number): Promise<readonly string[]> {
    return usedFields(this.#database, CONTACTS, workspace);
  }
}

export function asContactRow(row: DbRow): ContactRow {
  const [number, createdAt, updatedAt, createdBy, createdLine, account] = row;
  const values = new Map<string, string>();
  FIELDS.forEach((field, at) => {
    const value = row[FIRST_FIELD + at];
    if (typeof value === "string") values.set(field, value);
  });
  for (const [key, value] of parseDocument(row[FIRST_FIELD + FIELDS.length])) values.set(key, value);
  for (const [key, value] of parseDocument(row[FIRST_FIELD + FIELDS.length + 1])) values.set(KEPT_PREFIX + key, value);
  return {
    number: Number(number),
    values,
    account: typeof account === "number" ? account : null,
    createdAt: Number(createdAt),
    updatedAt: Number(updatedAt),
    createdBy: typeof createdBy === "number" ? createdBy : null,
    createdLine: typeof createdLine === "number" ? createdLine : null,
  };
}
