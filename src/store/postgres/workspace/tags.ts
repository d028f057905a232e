/** The tags that workspaces have. A tag that an import made goes again with its undo, unless somebody else uses it. */
import type { Tag, TagStore } from "../../../app/ports/tag-store.ts";
import { parseList } from "../../../core/contact/list-text.ts";
import { tagKey } from "../../../core/contact/tag-key.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { inSlices } from "../../objects/number-slices.ts";
import { tagsIn } from "../../workspace/tags-in.ts";
import type { Database } from "../database.ts";
import { ALL, lastNumber } from "../objects/object-query.ts";

export class PostgresTags implements TagStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly Tag[]> {
    const uses = await this.uses(workspace);
    return (await this.names(workspace)).map((name) => ({ name, contacts: uses.get(tagKey(name)) ?? 0 }));
  }

  async names(workspace: number): Promise<readonly string[]> {
    const rows = await this.#database.all("select name from tag where workspace_id = $1 order by key", workspace);
    return rows.map(([name]) => String(name));
  }

  async uses(workspace: number): Promise<ReadonlyMap<string, number>> {
    const contacts = new Map<string, number>();
    const range = { over: 0, upTo: await lastNumber(this.#database, "contact", workspace) };
    await inSlices({ ...ALL, range }, async ({ over, upTo }) => {
      // As lists, and read here: what keeps a text that PostgreSQL's JSON cannot must not keep all others from being counted.
      const lists = await this.#database.all(
        `select tags, count(*) from contact
         where workspace_id = $1 and contact_id > $2 and contact_id <= $3 and tags is not null group by tags`,
        ...[workspace, over, upTo],
      );
      for (const [list, count] of lists) {
        for (const tag of parseList(String(list))) {
          const key = tagKey(tag);
          contacts.set(key, (contacts.get(key) ?? 0) + Number(count));
        }
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
      workspace,
      `insert into tag (workspace_id, key, name) values ($1, $2, $3)
       on conflict (workspace_id, key) do nothing returning 1`,
      ...[workspace, tagKey(name), name],
    );
    return row ? accept(null) : refuseWith("tag_exists", `The workspace has the tag ${name} already.`);
  }

  async remove(workspace: number, name: string): Promise<void> {
    await this.#database.write(
      workspace,
      "delete from tag where workspace_id = $1 and key = $2",
      ...[workspace, tagKey(name)],
    );
  }

  async dropUnused(workspace: number, importNumber: number): Promise<void> {
    await this.#database.transaction(workspace, async () => {
      const made = await this.#database.all(
        `select key from tag where workspace_id = $1 and (made_by = $2 or made_by in
           (select import_id from import where workspace_id = $1 and state = 'undone'))`,
        ...[workspace, importNumber],
      );
      await removeUnusedTags(
        this.#database,
        workspace,
        made.map(([key]) => String(key)),
      );
    });
  }
}

/** Forgets those of these tags that no contact has. Looks at every contact, once. Inside the caller's transaction. */
export async function removeUnusedTags(database: Database, workspace: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const used = await new PostgresTags(database).uses(workspace);
  const unused = keys.filter((key) => !used.has(key));
  await database.run("delete from tag where workspace_id = $1 and key = any($2::text[])", workspace, unused);
}

export async function knownTags(
  database: Database,
  workspace: number,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.all(
    "select key from tag where workspace_id = $1 and key = any($2::text[])",
    ...[workspace, keys],
  );
  return new Set(rows.map(([key]) => String(key)));
}

/** Inside the caller's transaction. @param lists texts of tag lists; @param madeBy number of the import, null = nobody's in particular */
export async function registerTags(
  database: Database,
  { workspace, madeBy }: { readonly workspace: number; readonly madeBy: number | null },
  lists: Iterable<string>,
): Promise<void> {
  const tags = tagsIn(lists);
  if (tags.size === 0) return;
  await database.run(
    `insert into tag (workspace_id, key, name, made_by)
     select $1::bigint, key, name, $4::bigint from unnest($2::text[], $3::text[]) as said (key, name)
     on conflict (workspace_id, key) do nothing`,
    ...[workspace, [...tags.keys()], [...tags.values()], madeBy],
  );
}
