/**
 * Which account a line means, by the id, name and domain that it gives. The id decides; a name stands for it where there is
 * none, and a domain tells accounts of one name apart. Nothing is guessed: what points at two accounts is a problem.
 */

import type { AccountMatchKey } from "../policy/policy.ts";
import { ACCOUNT_KEY_TEXT, type AccountKeyName } from "./account-keys.ts";

/** What a line says of an account; `""` = nothing. */
export type AccountTexts = { readonly external_id: string; readonly name: string; readonly domain: string };

export type Account = AccountTexts & {
  readonly id: number;
  /** Number of the contact that is its main one; null = none is. */
  readonly mainContact: number | null;
};

export type FoundAccount =
  | { readonly kind: "found"; readonly account: Account }
  | { readonly kind: "new" }
  /** The line gives nothing that accounts are recognised by. */
  | { readonly kind: "unsaid" }
  | { readonly kind: "mismatch"; readonly byId: Account; readonly byName: readonly Account[] }
  | { readonly kind: "ambiguous"; readonly accounts: readonly Account[] };

/** The accounts that hold a key's canonical text. */
export type AccountsHolding = (key: AccountKeyName, text: string) => readonly Account[];

export function findAccount(
  said: AccountTexts,
  keys: readonly AccountMatchKey[],
  holding: AccountsHolding,
): FoundAccount {
  const holders = (key: AccountKeyName): readonly Account[] | null => {
    const text = keys.includes(key) && said[key] !== "" ? ACCOUNT_KEY_TEXT[key](said[key]) : "";
    return text === "" ? null : holding(key, text);
  };
  const byId = holders("external_id");
  const [first, second] = byId ?? [];
  // Most lines give the id and name that an account has.
  if (first !== undefined && second === undefined && first.name === said.name) return { kind: "found", account: first };
  const byName = holders("name");
  if (byId !== null) return byIdFirst(said, byId, byName ?? []);
  if (byName !== null) return oneOf(sameDomain(said, byName));
  const byDomain = holders("domain");
  return byDomain === null ? { kind: "unsaid" } : oneOf(byDomain);
}

function byIdFirst(said: AccountTexts, byId: readonly Account[], byName: readonly Account[]): FoundAccount {
  const [first] = byId;
  if (first === undefined) {
    // An account that has been known by its name alone learns its id; one that has another id is another account.
    const nameless = sameDomain(said, byName).filter(({ external_id }) => external_id === "");
    return oneOf(nameless);
  }
  const both = byId.filter(({ id }) => byName.some((named) => named.id === id));
  if (byName.length > 0 && both.length === 0) return { kind: "mismatch", byId: first, byName };
  return oneOf(both.length > 0 ? both : byId);
}

/** Accounts whose domain does not speak against the line's; those that have the line's own, where any has. */
function sameDomain({ domain }: AccountTexts, accounts: readonly Account[]): readonly Account[] {
  const key = domain === "" ? "" : ACCOUNT_KEY_TEXT.domain(domain);
  if (key === "") return accounts;
  const same = accounts.filter((account) => ACCOUNT_KEY_TEXT.domain(account.domain) === key);
  return same.length > 0 ? same : accounts.filter((account) => account.domain === "");
}

function oneOf(accounts: readonly Account[]): FoundAccount {
  const [account, second] = accounts;
  if (account === undefined) return { kind: "new" };
  return second === undefined ? { kind: "found", account } : { kind: "ambiguous", accounts };
}
