/** What contacts say of their account, how that follows the account when it is given another name, id or domain, and the keys of it. */
import { ACCOUNT_KEY_TEXT, ACCOUNT_PART_OF, type AccountKeyName } from "../../core/account/account-keys.ts";
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { KEY_KIND, keyHash } from "../../core/match/key-hash.ts";
import { keyTexts } from "../../core/match/match-keys.ts";
import { addKey, type KeyList } from "../../core/plan/batch-plan.ts";
import { compileShape, type ImportShape } from "../../core/plan/shape.ts";
import type { SideChange } from "../../core/plan/side-change.ts";
import type { SlotChange } from "../../core/plan/slot-change.ts";

/** What a contact says of its account. */
export const ACCOUNT_TEXTS = Object.values(ACCOUNT_PART_OF);
/** Of a contact, what `textsOf` reads, in its order. */
export const NAMED_COLUMNS = [...ACCOUNT_TEXTS, "first_name", "last_name"];

const PARTS = Object.entries(ACCOUNT_PART_OF) as readonly (readonly [AccountKeyName, string])[];
const CONTACT_SHAPE = compileShape([], BUILTIN_FIELDS);
const accountNameKeys = keyTexts(KEY_KIND.account_name, CONTACT_SHAPE);

export type Renamed = { readonly part: AccountKeyName; readonly before: string; readonly after: string };
export type Texts = ReadonlyMap<string, string>;

export const renamedParts = (changes: readonly SlotChange[], shape: ImportShape): readonly Renamed[] =>
  PARTS.flatMap(([part]) => {
    const change = changes.find(({ slot }) => shape.slots[slot]?.key === part);
    return change && change.before !== "" && change.after !== "" ? [{ part, ...change }] : [];
  });

export const textsOf = (row: readonly unknown[]): Texts =>
  new Map(NAMED_COLUMNS.map((column, at) => [column, typeof row[at] === "string" ? row[at] : ""]));

/** A contact whose own file called the account something else keeps its word. */
export const followed = (texts: Texts, renamed: readonly Renamed[]): readonly (readonly [string, string])[] =>
  renamed.flatMap(({ part, before, after }) => {
    const key = ACCOUNT_KEY_TEXT[part];
    const said = texts.get(ACCOUNT_PART_OF[part]) ?? "";
    return said !== "" && key(said) === key(before) ? [[ACCOUNT_PART_OF[part], after] as const] : [];
  });

/** The texts of a contact with what an undo puts back. */
export function withTexts(before: Texts, texts: Readonly<Record<string, string | null>>): Texts {
  const after = new Map(before);
  for (const [field, text] of Object.entries(texts)) if (ACCOUNT_TEXTS.includes(field)) after.set(field, text ?? "");
  return after;
}

/** What is different, for the ledger; null = nothing. */
export function differences(before: Texts, after: Texts): SideChange["changes"] {
  const fields = ACCOUNT_TEXTS.filter((field) => before.get(field) !== after.get(field));
  if (fields.length === 0) return null;
  return Object.fromEntries(fields.map((field) => [field, [before.get(field) || null, after.get(field) || null]]));
}

export function addNameKeys(keys: KeyList, contact: number, texts: Texts): void {
  const at = (slot: number): string => texts.get(CONTACT_SHAPE.slots[slot]?.key ?? "") ?? "";
  for (const text of accountNameKeys(at)) addKey(keys, KEY_KIND.account_name, keyHash(text), contact);
}
