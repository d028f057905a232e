/**
 * The index of what contacts are searched by: the trigrams of their texts, in an FTS5 table. It names contacts that may have a
 * text; whoever asks looks at the contact itself. Nothing is written to it by an import: numbers above its mark are not in
 * it yet, and contacts below that have changed since stand in `search_stale`, until the next catch-up: whoever updates contacts says so
 * here (`searchAgain`), those that are deleted a trigger. A trigger for updates took as long as the update itself.
 */

import type { SearchIndex } from "../../../app/ports/search-index.ts";
import type { ContactQuery } from "../../../app/ports.ts";
import type { DbRow } from "../../db-row.ts";
import { INDEXED, indexedParts, mayBeSaid } from "../../objects/indexed-texts.ts";
import type { Database, SqlValue } from "../database.ts";
import { lastNumber } from "./object-query.ts";

const unlessSaid = (part: string): string =>
  `iif(instr(contact.full_name, contact.${part}) > 0, null, contact.${part})`;
const TEXTS = INDEXED.map((column) => (mayBeSaid(column) ? unlessSaid(column) : `contact.${column}`)).join(", ");

/** Row of a contact in the index, and the number of the contact in a row. */
const rowOf = (workspace: string, contact: string): string => `((${workspace} << 40) | ${contact})`;
export const NUMBER_OF_ROW = "(contact_search.rowid & 1099511627775)";
export const ROW_ABOVE = `contact_search.rowid > ${rowOf("?", "?")}`;
export const ROW_UP_TO = `contact_search.rowid <= ${rowOf("?", "?")}`;

/** More of them narrow nothing down any more, and each is a walk of its own. */
const MOST_TRIGRAMS = 40;

export class SqliteSearchIndex implements SearchIndex {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async catchUp(workspace: number, most: number): Promise<boolean> {
    // Asked without the write lock: nearly always there is nothing to do.
    if (!this.#isBehind(workspace)) return false;
    await this.#database.transaction(() => {
      const stale = this.#database.all(
        "select contact_id from search_stale where workspace_id = ? order by 1 limit ?",
        ...[workspace, most],
      );
      if (stale.length > 0) this.#renew(workspace, stale);
      else this.#takeNew(workspace, most);
    });
    return this.#isBehind(workspace);
  }

  #renew(workspace: number, stale: readonly DbRow[]): void {
    const numbers = JSON.stringify(stale.map(([number]) => number));
    this.#write(
      `delete from contact_search where rowid in (select ${rowOf("?", "value")} from json_each(?))`,
      ...[workspace, numbers],
    );
    this.#write(
      `insert into contact_search (rowid, texts) select ${rowOf("contact.workspace_id", "contact.contact_id")}, concat_ws(char(10), ${TEXTS})
       from json_each(?) as wanted cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
      ...[numbers, workspace],
    );
    this.#setMark(workspace, knownTo(this.#database, workspace));
    this.#database.run(
      "delete from search_stale where workspace_id = ? and contact_id in (select value from json_each(?))",
      ...[workspace, numbers],
    );
  }

  #takeNew(workspace: number, most: number): void {
    const from = knownTo(this.#database, workspace);
    const upTo = Math.min(lastNumber(this.#database, "contact", workspace), from + most);
    this.#write(
      `insert into contact_search (rowid, texts) select ${rowOf("contact.workspace_id", "contact.contact_id")}, concat_ws(char(10), ${TEXTS})
       from contact where contact.workspace_id = ? and contact.contact_id > ? and contact.contact_id <= ?`,
      ...[workspace, from, upTo],
    );
    this.#setMark(workspace, upTo);
  }

  /** Not by `run`: it reads the number of the row that was inserted last, and those of the index may be above 2^53, where it throws. */
  #write(sql: string, ...values: readonly SqlValue[]): void {
    this.#database.all(sql, ...values);
  }

  /** Replaced, so that the row that was inserted last is this one: whoever uses the connection next reads its number. */
  #setMark(workspace: number, upTo: number): void {
    this.#write("insert or replace into search_mark (workspace_id, known_to) values (?, ?)", workspace, upTo);
  }

  #isBehind(workspace: number): boolean {
    if (knownTo(this.#database, workspace) < lastNumber(this.#database, "contact", workspace)) return true;
    return hasChanged(this.#database, workspace);
  }
}

/** Number up to which the index knows contacts. */
export const knownTo = (database: Database, workspace: number): number =>
  Number(database.get("select known_to from search_mark where workspace_id = ?", workspace)?.[0] ?? 0);

/** Some of the contacts that the index knows have changed since: all of these are looked at. */
export const hasChanged = (database: Database, workspace: number): boolean =>
  database.get("select 1 from search_stale where workspace_id = ? limit 1", workspace) !== undefined;

/** Contacts between these numbers have other texts in some of the columns. Inside the caller's transaction. */
export function searchAgain(
  database: Database,
  workspace: number,
  {
    columns,
    first,
    last = first,
  }: { readonly columns: readonly string[]; readonly first: number; readonly last?: number },
): void {
  if (!columns.some((column) => INDEXED.includes(column))) return;
  const known = Math.min(last, knownTo(database, workspace));
  if (known < first) return;
  database.run(
    `insert or ignore into search_stale (workspace_id, contact_id)
     select workspace_id, contact_id from contact where workspace_id = ? and contact_id between ? and ?`,
    ...[workspace, first, known],
  );
}

/** A contact is there again under its old number. Inside the caller's transaction. */
export function countBack(database: Database, workspace: number, contact: number): void {
  database.run("update workspace set contacts = contacts + 1 where workspace_id = ?", workspace);
  database.run(
    `insert or ignore into search_stale (workspace_id, contact_id)
     select workspace_id, ?2 from search_mark where workspace_id = ?1 and known_to >= ?2`,
    ...[workspace, contact],
  );
}

/**
 * Contacts that are gone leave the index at once, and what it had of them its pages: trigrams that have been deleted stay in
 * a segment until it is merged. Inside the caller's transaction; the last row is that of a mark for the reason that `#setMark` has.
 */
export function forgetGone(database: Database): void {
  const gone = `from search_stale as stale where not exists (
    select 1 from contact where contact.workspace_id = stale.workspace_id and contact.contact_id = stale.contact_id)`;
  const statements = [
    `delete from contact_search where rowid in (select ${rowOf("stale.workspace_id", "stale.contact_id")} ${gone})`,
    `delete from search_stale where (workspace_id, contact_id) in (select stale.workspace_id, stale.contact_id ${gone})`,
    "insert into contact_search (contact_search) values ('optimize')",
    "insert or replace into search_mark (workspace_id, known_to) select workspace_id, known_to from search_mark",
  ];
  for (const sql of statements) database.all(sql);
}

/** What the index is asked for where it can narrow the query down; null = it cannot. */
export function indexedTexts(query: Pick<ContactQuery, "search" | "filters">): string | null {
  const trigrams = [...new Set(indexedParts(query).flatMap(({ text }) => trigramsOf(text)))].slice(0, MOST_TRIGRAMS);
  return trigrams.length === 0 ? null : trigrams.map(quoted).join(" AND ");
}

/** By code point, as FTS5 takes them. At a NUL, `like` ends. */
function trigramsOf(text: string): readonly string[] {
  if (text.includes("\0")) return [];
  const characters = [...text];
  return characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(""));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
