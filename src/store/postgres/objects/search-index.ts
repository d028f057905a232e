/**
 * The index of what contacts are searched by: their texts in a table of their own, under an index of trigrams. It names contacts
 * that may have a text; whoever asks looks at the contact itself. Nothing is written to it by an import: numbers above its
 * mark are not in it yet, and contacts below that have changed since stand in `search_stale`, until the next catch-up: whoever
 * updates contacts says so here (`searchAgain`), and so does whoever deletes them (`contactsGone`).
 */
import type { SearchIndex } from "../../../app/ports/search-index.ts";
import type { ContactQuery } from "../../../app/ports.ts";
import { CONTACTS } from "../../objects/contact-row.ts";
import { FILTERED, INDEXED, indexedParts, mayBeSaid } from "../../objects/indexed-texts.ts";
import { likeText } from "../../objects/like-text.ts";
import { bigints, type Database } from "../database.ts";
import { type Condition, lastNumber } from "./object-query.ts";

const said = (column: string): string =>
  mayBeSaid(column)
    ? `case when strpos(contact.full_name, contact.${column}) > 0 then null else contact.${column} end`
    : `contact.${column}`;
/** In lower case, as far as a search knows any: then a look at the texts is a comparison of their bytes. */
const joined = (columns: readonly string[]): string =>
  `lower(concat_ws(chr(10), ${columns.map(said).join(", ")}) collate "C")`;
const TAKE_UP = `insert into contact_search (workspace_id, contact_id, texts, others)
  select contact.workspace_id, contact.contact_id, ${joined(CONTACTS.searched)}, ${joined(FILTERED)} from contact`;

/** More characters in a row narrow nothing down any more, and each is a walk of its own. */
const MOST_CHARACTERS = 40;
/** What the index knows of a text are three letters or digits in a row: https://www.postgresql.org/docs/current/pgtrgm.html */
const KNOWN = /[\p{L}\p{N}]{3}/u;

export class PostgresSearchIndex implements SearchIndex {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async catchUp(workspace: number, most: number): Promise<boolean> {
    // Asked without the lock: nearly always there is nothing to do.
    if (!(await this.#isBehind(workspace))) return false;
    await this.#database.transaction(workspace, async () => {
      const stale = await this.#database.all(
        `select contact_id from search_stale where workspace_id = $1 order by 1 limit ${Math.trunc(most)}`,
        workspace,
      );
      const numbers = stale.map(([number]) => Number(number));
      if (numbers.length > 0) await this.#renew(workspace, numbers);
      else await this.#takeNew(workspace, most);
    });
    return this.#isBehind(workspace);
  }

  async #renew(workspace: number, numbers: readonly number[]): Promise<void> {
    const stale = [workspace, bigints(numbers)];
    await this.#database.run(
      "delete from contact_search where workspace_id = $1 and contact_id = any($2::bigint[])",
      ...stale,
    );
    await this.#database.run(
      `${TAKE_UP} where contact.workspace_id = $1 and contact.contact_id = any($2::bigint[])`,
      ...stale,
    );
    await this.#database.run(
      "delete from search_stale where workspace_id = $1 and contact_id = any($2::bigint[])",
      ...stale,
    );
  }

  async #takeNew(workspace: number, most: number): Promise<void> {
    const from = await knownTo(this.#database, workspace);
    const upTo = Math.min(await lastNumber(this.#database, "contact", workspace), from + most);
    await this.#database.run(
      `${TAKE_UP} where contact.workspace_id = $1 and contact.contact_id > $2 and contact.contact_id <= $3`,
      ...[workspace, from, upTo],
    );
    await this.#database.run(
      `insert into search_mark (workspace_id, known_to) values ($1, $2)
       on conflict (workspace_id) do update set known_to = excluded.known_to`,
      ...[workspace, upTo],
    );
  }

  async #isBehind(workspace: number): Promise<boolean> {
    const [known, last] = [
      await knownTo(this.#database, workspace),
      await lastNumber(this.#database, "contact", workspace),
    ];
    return known < last || hasChanged(this.#database, workspace);
  }
}

/** Number up to which the index knows contacts. */
export const knownTo = async (database: Database, workspace: number): Promise<number> =>
  Number((await database.get("select known_to from search_mark where workspace_id = $1", workspace))?.[0] ?? 0);

/** Some of the contacts that the index knows have changed since: all of these are looked at. */
export const hasChanged = async (database: Database, workspace: number): Promise<boolean> =>
  (await database.get("select 1 from search_stale where workspace_id = $1 limit 1", workspace)) !== undefined;

/** Contacts between these numbers have other texts in some of the columns. Inside the caller's transaction. */
export async function searchAgain(
  database: Database,
  workspace: number,
  {
    columns,
    first,
    last = first,
  }: { readonly columns: readonly string[]; readonly first: number; readonly last?: number },
): Promise<void> {
  if (!columns.some((column) => INDEXED.includes(column))) return;
  await database.run(
    `insert into search_stale (workspace_id, contact_id)
     select contact.workspace_id, contact.contact_id from search_mark
     join contact on contact.workspace_id = search_mark.workspace_id
       and contact.contact_id between $2 and least($3, search_mark.known_to)
     where search_mark.workspace_id = $1 on conflict (workspace_id, contact_id) do nothing`,
    ...[workspace, first, last],
  );
}

/** These contacts are there again under their old numbers. Inside the caller's transaction. */
export async function countBack(database: Database, workspace: number, contacts: readonly number[]): Promise<void> {
  await database.run(
    "update workspace set contacts = contacts + $2 where workspace_id = $1",
    ...[workspace, contacts.length],
  );
  await markKnown(database, workspace, contacts);
}

/** These contacts were deleted. Inside the caller's transaction. */
export async function contactsGone(database: Database, workspace: number, contacts: readonly number[]): Promise<void> {
  if (contacts.length === 0) return;
  await database.run(
    "update workspace set contacts = contacts - $2 where workspace_id = $1",
    ...[workspace, contacts.length],
  );
  await markKnown(database, workspace, contacts);
}

/** Of these contacts, those that the index knows. Inside the caller's transaction. */
export const markKnown = (database: Database, workspace: number, contacts: readonly number[]): Promise<void> =>
  database.send(
    `insert into search_stale (workspace_id, contact_id)
     select search_mark.workspace_id, named.contact_id from search_mark
     cross join unnest($2::bigint[]) as named (contact_id)
     where search_mark.workspace_id = $1 and named.contact_id <= search_mark.known_to
     on conflict (workspace_id, contact_id) do nothing`,
    ...[workspace, bigints(contacts)],
  );

/**
 * Contacts that are gone leave the index at once; their trigrams leave its pages with the next vacuum. Inside the caller's
 * transaction, which holds all workspaces that have any: whoever brings a contact back says so before or afterwards.
 */
export async function forgetGone(database: Database): Promise<void> {
  await database.run(
    `select workspace_id from workspace where workspace_id in (select workspace_id from search_stale)
     order by workspace_id for update`,
  );
  const isGone = `not exists (
    select 1 from contact where contact.workspace_id = stale.workspace_id and contact.contact_id = stale.contact_id)`;
  await database.run(
    `delete from contact_search using search_stale as stale
     where contact_search.workspace_id = stale.workspace_id and contact_search.contact_id = stale.contact_id and ${isGone}`,
  );
  await database.run(`delete from search_stale as stale where ${isGone}`);
}

/** What the index is asked for, of the row `known`, where it can narrow the query down; null = it cannot. */
export function indexedTexts(query: Pick<ContactQuery, "search" | "filters">): Condition | null {
  const parts = indexedParts(query)
    .map(({ field, text }) => ({
      column: field === null || CONTACTS.searched.includes(field) ? "texts" : "others",
      text: [...text].slice(0, MOST_CHARACTERS).join(""),
    }))
    .filter(({ text }) => KNOWN.test(text));
  if (parts.length === 0) return null;
  return (bind) =>
    parts
      .map(({ column, text }) => ` and known.${column} like lower(${bind(likeText(text))}::text collate "C")`)
      .join("");
}
