/** The names of contacts as identity keys. */
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { KEY_KIND, keyHash } from "../../core/match/key-hash.ts";
import { keyTexts } from "../../core/match/match-keys.ts";
import { addKey, emptyKeys, type KeyList } from "../../core/plan/batch-plan.ts";
import { compileShape } from "../../core/plan/shape.ts";
import type { DbRow } from "../db-row.ts";

export const NAME_FIELDS = ["full_name", "first_name", "last_name"] as const;

/** @param rows of numbers and `NAME_FIELDS` */
export function nameKeys(rows: readonly DbRow[]): KeyList {
  const shape = compileShape([], BUILTIN_FIELDS);
  const textsOf = keyTexts(KEY_KIND.name, shape);
  const slots = NAME_FIELDS.map((field) => shape.index.get(field) ?? -1);
  const keys = emptyKeys();
  for (const [contact, ...names] of rows) {
    const texts = textsOf((slot) => String(names[slots.indexOf(slot)] ?? ""));
    for (const text of texts) addKey(keys, KEY_KIND.name, keyHash(text), Number(contact));
  }
  return keys;
}
