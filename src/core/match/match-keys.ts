/**
 * What a row can be recognised by. One entry per key of the policy: which texts a row or a contact offers for it,
 * where the index finds them, and what else must agree before it counts.
 */
import { emailKey, externalIdKey, linkedinKey, nameKey, phoneKey } from "../contact/identity-key.ts";
import { parseList } from "../contact/list-text.ts";
import type { ImportShape } from "../plan/shape.ts";
import type { MatchKey } from "../policy/policy.ts";
import { KEY_KIND, type KeyKind } from "./key-hash.ts";

/** Text of a slot; `""` where it has none. */
export type ValueAt = (slot: number) => string;

export type MatchKeySpec = {
  readonly match: MatchKey;
  /** Index that is asked; null for the record id, which is the primary key. */
  readonly kind: KeyKind | null;
  /** Slots that its texts are made of. */
  readonly slots: readonly number[];
  /** Canonical texts under which the index holds it. */
  readonly texts: (valueAt: ValueAt) => readonly string[];
  /** Texts that make two lines of one file the same contact. */
  readonly fileTexts: (valueAt: ValueAt) => readonly string[];
  /** What must agree besides, between the row and a contact the index has named. */
  readonly agrees: (row: ValueAt, contact: ValueAt) => boolean;
};

const NONE: readonly string[] = [];
const always = (): boolean => true;

/** The specs of a policy's match keys, in its order. Keys whose fields the file does not have offer no text. */
export const matchKeySpecs = (keys: readonly MatchKey[], shape: ImportShape): readonly MatchKeySpec[] =>
  keys.map((key) => specOf(key, shape));

function specOf(match: MatchKey, shape: ImportShape): MatchKeySpec {
  const simple = (kind: KeyKind | null, texts: MatchKeySpec["texts"]): MatchKeySpec => ({
    match,
    kind,
    slots: keySlots(kind, shape),
    texts,
    fileTexts: texts,
    agrees: always,
  });
  switch (match) {
    case "id": {
      const slot = shape.index.get("id");
      return simple(null, (at) => (slot === undefined || at(slot) === "" ? NONE : [at(slot)]));
    }
    case "external_id":
      return simple(KEY_KIND.external_id, keyTexts(KEY_KIND.external_id, shape));
    case "email":
      return simple(KEY_KIND.email, keyTexts(KEY_KIND.email, shape));
    case "phone":
      return simple(KEY_KIND.phone, keyTexts(KEY_KIND.phone, shape));
    case "linkedin_url":
      return simple(KEY_KIND.linkedin_url, keyTexts(KEY_KIND.linkedin_url, shape));
    case "account_name":
      return simple(KEY_KIND.account_name, keyTexts(KEY_KIND.account_name, shape));
    case "account_email":
      return accountEmail(shape);
  }
}

/** An e-mail address counts within its account only: the same address may be a contact of two accounts. */
function accountEmail(shape: ImportShape): MatchKeySpec {
  const emails = keyTexts(KEY_KIND.email, shape);
  const id = shape.index.get("account_id") ?? -1;
  const name = shape.index.get("account_name") ?? -1;
  return {
    match: "account_email",
    kind: KEY_KIND.email,
    slots: [...keySlots(KEY_KIND.email, shape), ...[id, name].filter((slot) => slot >= 0)],
    texts: (at) => (at(id) === "" && at(name) === "" ? NONE : emails(at)),
    fileTexts: (at) => {
      const account = at(id) !== "" ? `#${externalIdKey(at(id))}` : nameKey(at(name));
      return account === "" ? NONE : emails(at).map((email) => `${account}\u001f${email}`);
    },
    agrees: (row, contact) => {
      if (row(id) !== "" && contact(id) !== "") return externalIdKey(row(id)) === externalIdKey(contact(id));
      const account = nameKey(row(name));
      return account !== "" && account === nameKey(contact(name));
    },
  };
}

const KEY_FIELDS: Readonly<Record<KeyKind, readonly string[]>> = {
  [KEY_KIND.external_id]: [],
  [KEY_KIND.email]: ["email", "additional_emails"],
  [KEY_KIND.phone]: ["phone", "additional_phones"],
  [KEY_KIND.linkedin_url]: ["linkedin_url"],
  [KEY_KIND.account_name]: ["account_name", "account_domain", "first_name", "last_name"],
};

function keySlots(kind: KeyKind | null, shape: ImportShape): readonly number[] {
  if (kind === KEY_KIND.external_id) return shape.externalIdSlots;
  return (kind === null ? ["id"] : KEY_FIELDS[kind]).flatMap((key) => shape.index.get(key) ?? []);
}

/** The canonical texts of one kind of key that a row or a contact offers. */
export function keyTexts(kind: KeyKind, shape: ImportShape): (valueAt: ValueAt) => readonly string[] {
  const slot = (key: string): number => shape.index.get(key) ?? -1;
  switch (kind) {
    case KEY_KIND.external_id:
      return (at) => {
        const texts: string[] = [];
        for (const position of shape.externalIdSlots) if (at(position) !== "") texts.push(externalIdKey(at(position)));
        return texts;
      };
    case KEY_KIND.email:
      return withList(slot("email"), slot("additional_emails"), emailKey);
    case KEY_KIND.phone:
      return withList(slot("phone"), slot("additional_phones"), phoneKey);
    case KEY_KIND.linkedin_url: {
      const url = slot("linkedin_url");
      return (at) => (at(url) === "" ? NONE : [linkedinKey(at(url))]);
    }
    case KEY_KIND.account_name: {
      const parts = KEY_FIELDS[kind].map(slot);
      return (at) => {
        for (const part of parts) if (at(part) === "") return NONE;
        const texts = parts.map((part) => nameKey(at(part)));
        return texts.includes("") ? NONE : [texts.join("\u001f")];
      };
    }
  }
}

function withList(
  single: number,
  list: number,
  key: (value: string) => string,
): (valueAt: ValueAt) => readonly string[] {
  return (at) => {
    const value = at(single);
    const more = at(list);
    if (more === "") return value === "" ? NONE : [key(value)];
    const texts = new Set(parseList(more).map(key));
    if (value !== "") texts.add(key(value));
    return [...texts];
  };
}

/** Every identity key a contact holds: what the index keeps of it. */
export function contactKeyTexts(
  shape: ImportShape,
): (valueAt: ValueAt) => readonly { readonly kind: KeyKind; readonly text: string }[] {
  const readers = Object.values(KEY_KIND).map((kind) => ({ kind, texts: keyTexts(kind, shape) }));
  return (at) => readers.flatMap(({ kind, texts }) => texts(at).map((text) => ({ kind, text })));
}
