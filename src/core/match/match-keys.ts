/**
 * What a row can be recognised by. One entry per key of the policy: which texts a row or a contact offers for it,
 * where the index finds them, and what else must agree before it counts.
 */
import { accountKeys } from "../account/account-keys.ts";
import { emailKey, externalIdKey, linkedinKey, nameKey, phoneKey } from "../contact/identity-key.ts";
import { parseList } from "../contact/list-text.ts";
import type { ObjectKind } from "../object/object-kind.ts";
import { opportunityKeys } from "../opportunity/opportunity-keys.ts";
import { pipelineKeys, stageKeys } from "../pipeline/stage-keys.ts";
import { ACCOUNT_LINK, type ImportShape } from "../plan/shape.ts";
import type { MatchedBy, MatchKey } from "../policy/policy.ts";
import { domainKey } from "./domain-key.ts";
import { ALWAYS_INDEXED, KEY_KIND, type KeyKind } from "./key-hash.ts";
import type { ObjectKeys, ValueAt } from "./object-keys.ts";

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
  /** An id of theirs says that they are two, unless the row is found by something else as well. */
  readonly tellsApart?: (row: ValueAt, contact: ValueAt) => boolean;
};

const NONE: readonly string[] = [];
const always = (): boolean => true;

const CONTACT_KIND_OF: Partial<Record<MatchKey, KeyKind>> = {
  external_id: KEY_KIND.external_id,
  email: KEY_KIND.email,
  phone: KEY_KIND.phone,
  linkedin_url: KEY_KIND.linkedin_url,
  account_email: KEY_KIND.email,
  account_name: KEY_KIND.account_name,
  name: KEY_KIND.name,
};

const contactKeys: ObjectKeys = {
  always: ALWAYS_INDEXED,
  kindOf: (match) => CONTACT_KIND_OF[match] ?? null,
  slots: (kind, shape) =>
    kind === KEY_KIND.external_id
      ? shape.externalIdSlots
      : KEY_FIELDS[kind].flatMap((key) => shape.index.get(key) ?? []),
  texts: keyTexts,
};

export const OBJECT_KEYS: Readonly<Record<ObjectKind, ObjectKeys>> = {
  contact: contactKeys,
  account: accountKeys,
  opportunity: opportunityKeys,
  pipeline: pipelineKeys,
  stage: stageKeys,
};

/** The specs of a policy's match keys, in its order. Keys whose fields the file does not have offer no text. */
export const matchKeySpecs = (keys: readonly MatchKey[], shape: ImportShape): readonly MatchKeySpec[] =>
  keys.map((key) => specOf(key, shape, keys));

function specOf(match: MatchKey, shape: ImportShape, all: readonly MatchKey[]): MatchKeySpec {
  if (match === "account_email") return accountEmail(shape);
  const keys = OBJECT_KEYS[shape.object];
  const kind = keys.kindOf(match);
  if (kind === null) {
    const texts = idTexts(shape);
    const slots = [shape.index.get("id") ?? -1].filter((slot) => slot >= 0);
    return { match, kind, slots, texts, fileTexts: texts, agrees: always };
  }
  const texts = keys.texts(kind, shape);
  const slots = keys.slots(kind, shape);
  // Whose external ids count for nothing are not told apart by them.
  const id = all.includes("external_id") ? (keys.partedBy?.(kind, shape) ?? null) : null;
  if (id === null) return { match, kind, slots, texts, fileTexts: texts, agrees: always };
  const tellsApart = (row: ValueAt, held: ValueAt): boolean =>
    row(id) !== "" && held(id) !== "" && externalIdKey(row(id)) !== externalIdKey(held(id));
  // Lines of one file that give an id are the same by it, and by nothing else.
  const fileTexts: MatchKeySpec["fileTexts"] = (at) => (at(id) === "" ? texts(at) : NONE);
  return { match, kind, slots, texts, fileTexts, agrees: always, tellsApart };
}

/** Whether an id tells a row from what it shares this key with. */
export function areApart(
  specs: readonly MatchKeySpec[],
  key: MatchedBy,
  [row, held]: readonly [ValueAt, readonly string[]],
): boolean {
  return specs.find(({ match }) => match === key)?.tellsApart?.(row, (slot) => held[slot] ?? "") ?? false;
}

function idTexts(shape: ImportShape): MatchKeySpec["texts"] {
  const slot = shape.index.get("id") ?? -1;
  return (at) => (at(slot) === "" ? NONE : [at(slot)]);
}

/** An e-mail address counts within its account only: the same address may be a contact of two accounts. */
function accountEmail(shape: ImportShape): MatchKeySpec {
  const emails = keyTexts(KEY_KIND.email, shape);
  const id = shape.index.get("account_id") ?? -1;
  const name = shape.index.get("account_name") ?? -1;
  return {
    match: "account_email",
    kind: KEY_KIND.email,
    slots: [...contactKeys.slots(KEY_KIND.email, shape), ...[id, name].filter((slot) => slot >= 0)],
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
  [KEY_KIND.name]: ["full_name", "first_name", "last_name"],
  [KEY_KIND.of_account]: [ACCOUNT_LINK],
};

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
    case KEY_KIND.of_account: {
      const account = slot(ACCOUNT_LINK);
      return (at) => (at(account) === "" ? NONE : [at(account)]);
    }
    case KEY_KIND.name: {
      const [full = -1, first = -1, last = -1] = KEY_FIELDS[kind].map(slot);
      return (at) => {
        const inParts = at(first) === "" || at(last) === "" ? "" : nameKey(`${at(first)} ${at(last)}`);
        const whole = at(full) === "" ? inParts : nameKey(at(full));
        if (whole === "") return NONE;
        return inParts === "" || inParts === whole ? [whole] : [whole, inParts];
      };
    }
    case KEY_KIND.account_name: {
      const parts = KEY_FIELDS[kind].map(slot);
      const names = ["account_name", "first_name", "last_name"].map(slot);
      const domain = slot("account_domain");
      return (at) => {
        for (const part of parts) if (at(part) === "") return NONE;
        const texts = [...names.map((part) => nameKey(at(part))), domainKey(at(domain))];
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

/** Every identity key of these kinds that an object holds: what the index keeps of it. */
export function heldKeys(
  shape: ImportShape,
  kinds: readonly KeyKind[],
): (valueAt: ValueAt) => readonly { readonly kind: KeyKind; readonly text: string }[] {
  const readers = kinds.map((kind) => ({ kind, texts: OBJECT_KEYS[shape.object].texts(kind, shape) }));
  return (at) => readers.flatMap(({ kind, texts }) => texts(at).map((text) => ({ kind, text })));
}
