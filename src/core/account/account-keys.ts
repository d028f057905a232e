/** What an account is recognised by, and how the index holds it. */
import { externalIdKey, nameKey } from "../contact/identity-key.ts";
import { domainKey } from "../match/domain-key.ts";
import type { KeyKind } from "../match/key-hash.ts";
import type { ObjectKeys } from "../match/object-keys.ts";
import type { AccountMatchKey, MatchKey } from "../policy/policy.ts";

/** Part of the stored format, so numbers are never reused. */
export const ACCOUNT_KEY = { external_id: 1, name: 2, domain: 3 } as const satisfies Record<string, KeyKind>;

export type AccountKeyName = Exclude<AccountMatchKey, "id">;

const FIELD_OF = new Map<KeyKind, AccountKeyName>([
  [ACCOUNT_KEY.external_id, "external_id"],
  [ACCOUNT_KEY.name, "name"],
  [ACCOUNT_KEY.domain, "domain"],
]);

/** The contact's field in which a file of contacts says what an account is recognised by. */
export const ACCOUNT_PART_OF: Readonly<Record<AccountKeyName, string>> = {
  external_id: "account_id",
  name: "account_name",
  domain: "account_domain",
};

/** The text under which accounts with this value meet; `""` = a value that identifies nobody. */
export const ACCOUNT_KEY_TEXT: Readonly<Record<AccountKeyName, (value: string) => string>> = {
  external_id: externalIdKey,
  name: nameKey,
  domain: domainKey,
};

const isKeyName = (match: MatchKey): match is AccountKeyName => match in ACCOUNT_KEY;

export const accountKeys: ObjectKeys = {
  always: Object.values(ACCOUNT_KEY),
  kindOf: (match) => (isKeyName(match) ? ACCOUNT_KEY[match] : null),
  slots: (kind, shape) => [shape.index.get(FIELD_OF.get(kind) ?? "") ?? -1].filter((slot) => slot >= 0),
  partedBy: (kind, shape) => (kind === ACCOUNT_KEY.name ? (shape.index.get("external_id") ?? null) : null),
  texts(kind, shape) {
    const name = FIELD_OF.get(kind);
    const slot = shape.index.get(name ?? "");
    if (name === undefined || slot === undefined) return () => [];
    return (at) => {
      const text = at(slot) === "" ? "" : ACCOUNT_KEY_TEXT[name](at(slot));
      return text === "" ? [] : [text];
    };
  },
};
