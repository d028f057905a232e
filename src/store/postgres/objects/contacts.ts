/** Contacts as they are read: one, a page of them, or those that a search and filters leave. */
import type { ContactQuery, ContactRow, ContactStore, FoundPage } from "../../../app/ports.ts";
import { asContactRow, CONTACT_COLUMNS, CONTACTS } from "../../objects/contact-row.ts";
import type { Database } from "../database.ts";
import { findRows } from "./object-pages.ts";
import { demands, lastNumber, usedFields } from "./object-query.ts";

export class PostgresContacts implements ContactStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(workspace: number, contact: number): Promise<ContactRow | null> {
    const row = await this.#database.get(
      `select ${CONTACT_COLUMNS} from contact where workspace_id = $1 and contact_id = $2`,
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
    const row = await this.#database.get("select contacts from workspace where workspace_id = $1", workspace);
    return Number(row?.[0] ?? 0);
  }

  async usedFields(workspace: number): Promise<readonly string[]> {
    return usedFields(this.#database, CONTACTS, workspace);
  }
}
