/** Contacts as they are read: one, a page of them, or those that a search and filters leave. */
import type { ContactFilter, ContactQuery, ContactRow, ContactStore } from "../../app/ports.ts";
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { Database, DbRow, SqlValue } from "./database.ts";
import { likeText } from "./like-text.ts";
import { parseDocument } from "./object-table.ts";

/** Whether the contact is its account's main one. */
const IS_MAIN = `(select 'yes' from account where account.workspace_id = contact.workspace_id
  and account.account_id = contact.account and account.main_contact = contact.contact_id)`;
const FIELDS = BUILTIN_FIELDS.map(({ key }) => key).filter((key) => key !== "id");
const sqlOf = (field: string): string => (field === "main_contact" ? IS_MAIN : `contact.${field}`);

export const CONTACT_COLUMNS = `contact.contact_id, contact.created_at, contact.updated_at, contact.created_by, contact.created_line, contact.account,
  ${FIELDS.map(sqlOf).join(", ")}, contact.custom, contact.kept`;
const FIRST_FIELD = 6;
/** Words of a search that count; a pasted page is no search, and each word is one more condition. */
const MOST_WORDS = 20;
const SEARCHED = [
  "full_name",
  "first_name",
  "last_name",
  "email",
  "additional_emails",
  "phone",
  "account_name",
  "external_id",
];

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
    const where = ["workspace_id = ?", "contact_id > ?"];
    const values: SqlValue[] = [workspace, query.after];
    const words = (query.search ?? "").split(/\s+/).filter((word) => word !== "");
    for (const word of words.slice(0, MOST_WORDS)) {
      where.push(`(${SEARCHED.map((column) => `${column} like ? escape '\\'`).join(" or ")})`);
      for (const _ of SEARCHED) values.push(likeText(word));
    }
    for (const filter of query.filters) {
      const { sql, bound } = condition(filter);
      where.push(sql);
      values.push(...bound);
    }
    const rows = this.#database.all(
      `select ${CONTACT_COLUMNS} from contact where ${where.join(" and ")} order by contact_id limit ?`,
      ...values,
      query.limit,
    );
    return rows.map(asContactRow);
  }

  async count(workspace: number): Promise<number> {
    return Number(this.#database.get("select count(*) from contact where workspace_id = ?", workspace)?.[0] ?? 0);
  }

  async usedFields(workspace: number): Promise<readonly string[]> {
    const counts = FIELDS.map((field) => `count(${sqlOf(field)})`).join(", ");
    const row = this.#database.get(`select ${counts} from contact where workspace_id = ?`, workspace) ?? [];
    return [
      ...FIELDS.filter((_, at) => Number(row[at] ?? 0) > 0),
      ...this.#documentKeys("custom", workspace),
      ...this.#documentKeys("kept", workspace).map((name) => KEPT_PREFIX + name),
    ];
  }

  #documentKeys(document: "custom" | "kept", workspace: number): readonly string[] {
    return this.#database
      .all(
        `select distinct entry.key from contact, json_each(contact.${document}) as entry
         where contact.workspace_id = ? and contact.${document} is not null order by 1`,
        workspace,
      )
      .map(([key]) => String(key));
  }
}

function condition(filter: ContactFilter): { readonly sql: string; readonly bound: readonly SqlValue[] } {
  const place = placeOf(filter.field);
  switch (filter.op) {
    case "empty":
      return { sql: `${place.sql} is null`, bound: place.bound };
    case "not_empty":
      return { sql: `${place.sql} is not null`, bound: place.bound };
    case "contains":
      return { sql: `${place.sql} like ? escape '\\'`, bound: [...place.bound, likeText(filter.value)] };
    case "is":
    case "is_not": {
      const not = filter.op === "is" ? "" : "not ";
      const sql = filter.list
        ? `${not}exists (select 1 from json_each(${place.sql}) as item where item.value = ? collate nocase)`
        : `${not}ifnull(${place.sql}, '') = ? collate nocase`;
      return { sql, bound: [...place.bound, filter.value] };
    }
  }
}

/** Built-in fields have a column; the rest is looked up in its document, whose keys are bound, never pasted. */
function placeOf(field: string): { readonly sql: string; readonly bound: readonly SqlValue[] } {
  if (FIELDS.includes(field)) return { sql: sqlOf(field), bound: [] };
  const kept = field.startsWith(KEPT_PREFIX);
  const column = kept ? "contact.kept" : "contact.custom";
  return {
    sql: `(select entry.value from json_each(${column}) as entry where entry.key = ?)`,
    bound: [kept ? field.slice(KEPT_PREFIX.length) : field],
  };
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
