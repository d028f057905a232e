/** The tags that workspaces have. A tag that an import made goes again with its undo, unless somebody else uses it. */
import type { Tag, TagStore } from "../../../app/ports/tag-store.ts";
import { tagKey } from "../../../core/contact/tag-key.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import type { DbRow } from "../../db-row.ts";
import { inSlices, type Slice } from "../../objects/number-slices.ts";
import { tagsIn } from "../../workspace/tags-in.ts";
import type { Database } from "../database.ts";
import { ALL, lastNumber } from "../objects/object-query.ts";

export class SqliteTags implements TagStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly Tag[]> {
    const uses = await this.uses(workspace);
    return (await this.names(workspace)).map((name) => ({ name, contacts: uses.get(tagKey(name)) ?? 0 }));
  }

  async names(workspace: number): Promise<readonly string[]> {
    return this.#database
      .all("select name from tag where workspace_id = ? order by key", workspace)
      .map(([name]) => String(name));
  }

  async uses(workspace: number): Promise<ReadonlyMap<string, number>> {
    const contacts = new Map<string, number>();
    const range = { over: 0, upTo: lastNumber(this.#database, "contact", workspace) };
    await inSlices({ ...ALL, range }, async (slice) => {
      for (const [tag, count] of tagsInUse(this.#database, workspace, slice)) {
        const key = tagKey(String(tag));
        contacts.set(key, (contacts.get(key) ?? 0) + Number(count));
      }
      return true;
    });
    return contacts;
  }

  async known(workspace: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
    return knownTags(this.#database, workspace, keys);
  }

  async add(workspace: number, name: string): Promise<Result<null>> {
    const [row] = await this.#database.write(
      `insert into tag (workspace_id, key, name) values (?, ?, ?)
       on conflict (workspace_id, key) do nothing returning 1`,
      ...[workspace, tagKey(name), name],
    );
    return row ? accept(null) : refuseWith("tag_exists", `The workspace has the tag ${name} already.`);
  }

  async remove(workspace: number, name: string): Promise<void> {
    await this.#database.write("delete from tag where workspace_id = ? and key = ?", workspace, tagKey(name));
  }

  async dropUnused(workspace: number, importNumber: number): Promise<void> {
    await this.#database.transaction(() => {
      const made = this.#database.all(
        `select key from tag where workspace_id = ? and (made_by = ? or made_by in
           (select import_id from import where workspace_id = ? and state = 'undone'))`,
        ...[workspace, importNumber, workspace],
      );
      removeUnusedTags(
        this.#database,
        workspace,
        made.map(([key]) => String(key)),
      );
    });
  }
}

/** Forgets those of these tags that no contact has. Looks at every contact, once. Inside the caller's transaction. */
export function removeUnusedTags(database: Database, workspace: number, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const used = new Set(tagsInUse(database, workspace).map(([tag]) => tagKey(String(tag))));
  const remove = database.statement("delete from tag where workspace_id = ? and key = ?");
  for (const key of keys) if (!used.has(key)) remove.run(workspace, key);
}

/** Each spelling with the number of contacts that have it, of those above `over` up to `upTo`. */
function tagsInUse(
  database: Database,
  workspace: number,
  { over, upTo }: Slice = { over: 0, upTo: Number.MAX_SAFE_INTEGER },
): readonly DbRow[] {
  return database.all(
    `select item.value, count(*) from contact, json_each(contact.tags) as item
     where contact.workspace_id = ? and contact.contact_id > ? and contact.contact_id <= ? and contact.tags is not null group by 1`,
    ...[workspace, over, upTo],
  );
}

export function knownTags(database: Database, workspace: number, keys: readonly string[]): ReadonlySet<string> {
  const rows = database.all(
    `select tag.key from json_each(?) as asked
     cross join tag on tag.workspace_id = ? and tag.key = asked.value`,
    ...[JSON.stringify(keys), workspace],
  );
  return new Set(rows.map(([key]) => String(key)));
}

/** Inside the caller's transaction. @param lists texts of tag lists; @param madeBy number of the import, null = nobody's in particular */
export function registerTags(
  database: Database,
  { workspace, madeBy }: { readonly workspace: number; readonly madeBy: number | null },
  lists: Iterable<string>,
): void {
  const tags = tagsIn(lists);
  if (tags.size === 0) return;
  const insert = database.statement(
    "insert into tag (workspace_id, key, name, made_by) values (?, ?, ?, ?) on conflict (workspace_id, key) do nothing",
  );
  for (const [key, tag] of tags) insert.run(workspace, key, tag, madeBy);
}
