/** Names as identity keys: made anew for an import that matches by them, so that no other import has to pay for them. */
import { KEY_KIND } from "../../../core/match/key-hash.ts";
import { emptyKeys } from "../../../core/plan/batch-plan.ts";
import { NAME_FIELDS, nameKeys } from "../../runs/name-keys.ts";
import type { Database } from "../database.ts";
import { changeKeys, dropKeys } from "./identity-keys.ts";

/** The database answers with all of them at once, and each costs a few hundred bytes. */
const PAGE_CONTACTS = 20_000;

/** Call inside a transaction. */
export async function indexNames(database: Database, workspace: number): Promise<void> {
  await dropKeys(database, { workspace, object: "contact" }, KEY_KIND.name);
  for (let after = 0; ; ) {
    const rows = await database.all(
      `select contact_id, ${NAME_FIELDS.join(", ")} from contact
       where workspace_id = $1 and contact_id > $2 order by contact_id limit $3`,
      ...[workspace, after, PAGE_CONTACTS],
    );
    if (rows.length === 0) return;
    await changeKeys(database, { workspace, object: "contact" }, { added: nameKeys(rows), removed: emptyKeys() });
    after = Number(rows[rows.length - 1]?.[0]);
  }
}
