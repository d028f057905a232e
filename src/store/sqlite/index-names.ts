/** Names as identity keys: made anew for an import that matches by them, so that no other import has to pay for them. */
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { KEY_KIND, keyHash } from "../../core/match/key-hash.ts";
import { keyTexts } from "../../core/match/match-keys.ts";
import { addKey, emptyKeys } from "../../core/plan/batch-plan.ts";
import { compileShape } from "../../core/plan/shape.ts";
import type { Database } from "./database.ts";
import { changeKeys, dropKeys } from "./identity-keys.ts";

const NAME_FIELDS = ["full_name", "first_name", "last_name"] as const;
const PAGE_CONTACTS = 100_000;

/** Call inside a transaction. */
export function indexNames(database: Database, workspace: number): void {
  dropKeys(database, { workspace, object: "contact" }, KEY_KIND.name);
  const shape = compileShape([], BUILTIN_FIELDS);
  const textsOf = keyTexts(KEY_KIND.name, shape);
  const slots = NAME_FIELDS.map((field) => shape.index.get(field) ?? -1);
  for (let after = 0; ; ) {
    const rows = database.all(
      `select contact_id, ${NAME_FIELDS.join(", ")} from contact where workspace_id = ? and contact_id > ? order by contact_id limit ?`,
      ...[workspace, after, PAGE_CONTACTS],
    );
    if (rows.length === 0) return;
    const keys = emptyKeys();
    for (const [contact, ...names] of rows) {
      const texts = textsOf((slot) => String(names[slots.indexOf(slot)] ?? ""));
      for (const text of texts) addKey(keys, KEY_KIND.name, keyHash(text), Number(contact));
    }
    changeKeys(database, { workspace, object: "contact" }, { added: keys, removed: emptyKeys() });
    after = Number(rows[rows.length - 1]?.[0]);
  }
}
