/**
 * Accounts that may be one: the same domain, one name in several spellings. Only told, with how sure it is and why, for
 * somebody to look at; accounts are never merged by themselves.
 */
import { domainKey } from "../match/domain-key.ts";
import { editDistance } from "../problem/near-words.ts";
import { companyKey } from "./company-key.ts";
import type { AccountTexts } from "./find-account.ts";

export type NumberedAccount = AccountTexts & { readonly id: number };

export type Likeness = "same_domain" | "same_name" | "near_name" | "other_id";

export type SimilarAccounts = {
  readonly accounts: readonly [NumberedAccount, NumberedAccount];
  /** 0 to 1. */
  readonly score: number;
  /** What speaks for it; `other_id` speaks against it. */
  readonly why: readonly Likeness[];
};

/** How sure each likeness is by itself; together they are surer. */
const SURE: Readonly<Record<Exclude<Likeness, "other_id">, number>> = {
  same_domain: 0.6,
  same_name: 0.8,
  near_name: 0.5,
};
/** What is left of it where both have ids, and other ones. */
const WITH_OTHER_IDS = 0.6;
/** Accounts of a group that are compared with each other; a domain of thousands is a mail provider's, not a company's. */
const MOST_OF_GROUP = 20;
/** Names are compared with so many that stand behind them in the order of the alphabet, read from each end. */
const NEIGHBOURS = 4;
/** Shorter names are too easily near. */
const SHORTEST_NEAR = 5;

/** Surest first. */
export function similarAccounts(accounts: readonly NumberedAccount[]): readonly SimilarAccounts[] {
  const keyed = accounts.map((account) => ({
    account,
    name: account.name === "" ? "" : companyKey(account.name),
    domain: account.domain === "" ? "" : domainKey(account.domain),
  }));
  const pairs = new Map<string, Keyed[]>();
  const keep = (a: Keyed, b: Keyed): void => {
    const pair = a.account.id < b.account.id ? [a, b] : [b, a];
    pairs.set(`${pair[0]?.account.id}:${pair[1]?.account.id}`, pair);
  };
  for (const key of ["domain", "name"] as const) {
    const groups = Map.groupBy(keyed, (one) => one[key]);
    groups.delete("");
    for (const group of groups.values()) eachPair(group.slice(0, MOST_OF_GROUP), keep);
  }
  const named = keyed.filter(({ name }) => name.length >= SHORTEST_NEAR);
  for (const spelt of [(name: string) => name, backwards]) eachNeighbour(named, spelt, keep);
  return [...pairs.values()]
    .flatMap(([a, b]) => (a && b ? (likeness(a, b) ?? []) : []))
    .sort((a, b) => b.score - a.score || a.accounts[0].id - b.accounts[0].id || a.accounts[1].id - b.accounts[1].id);
}

type Keyed = { readonly account: NumberedAccount; readonly name: string; readonly domain: string };
type Keep = (a: Keyed, b: Keyed) => void;

function eachPair(group: readonly Keyed[], keep: Keep): void {
  group.forEach((a, at) => {
    for (const b of group.slice(at + 1)) keep(a, b);
  });
}

/** A slip of the pen leaves one end of a name as it was. */
function eachNeighbour(named: readonly Keyed[], spelt: (name: string) => string, keep: Keep): void {
  const sorted = named
    .map((one) => ({ one, text: spelt(one.name) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  sorted.forEach(({ one }, at) => {
    for (const other of sorted.slice(at + 1, at + 1 + NEIGHBOURS)) {
      if (one.name !== other.one.name && isNear(one.name, other.one.name)) keep(one, other.one);
    }
  });
}

/** One slip, or two in a long name; names that differ in their numbers are numbered, not misspelt. */
function isNear(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) >= 10 ? 2 : 1;
  if (Math.abs(a.length - b.length) > most || digits(a) !== digits(b)) return false;
  return editDistance(a, b) <= most;
}

function likeness(a: Keyed, b: Keyed): SimilarAccounts | null {
  const why: Likeness[] = [];
  if (a.domain !== "" && a.domain === b.domain) why.push("same_domain");
  if (a.name !== "" && a.name === b.name) why.push("same_name");
  else if (a.name.length >= SHORTEST_NEAR && b.name.length >= SHORTEST_NEAR && isNear(a.name, b.name))
    why.push("near_name");
  if (why.length === 0) return null;
  const unsure = why.reduce((left, one) => left * (1 - (one === "other_id" ? 0 : SURE[one])), 1);
  const [one, other] = [a.account.external_id, b.account.external_id];
  const apart = one !== "" && other !== "" && one !== other;
  const score = (1 - unsure) * (apart ? WITH_OTHER_IDS : 1);
  return {
    accounts: [a.account, b.account],
    score: Math.round(score * 100) / 100,
    why: apart ? [...why, "other_id"] : why,
  };
}

const digits = (text: string): string => text.replace(/\D+/g, " ").trim();
const backwards = (text: string): string => [...text].reverse().join("");
