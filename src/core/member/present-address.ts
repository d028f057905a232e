/** Addresses that members had before: what a ledger says of an owner is compared by who it was, not by how they were reached then. */
import { listText, parseList } from "../contact/list-text.ts";
import type { Changes } from "../plan/outcome.ts";
import { isPresent, type Member } from "./member.ts";

/** Former address -> the one that its member has now. */
export type PresentAddresses = ReadonlyMap<string, string>;

export function presentAddresses(members: readonly Member[]): PresentAddresses {
  const taken = new Set(members.filter(isPresent).map(({ email }) => email));
  return new Map(
    members.flatMap(({ email, formerEmails }) =>
      formerEmails.filter((former) => !taken.has(former)).map((former) => [former, email] as const),
    ),
  );
}

/** Fields that name members: one, or several. */
const ONE = "owner";
const SEVERAL = ["followers", "managers"] as const;

/** The changes of a ledger line with members named as they are reached now. */
export function withPresentAddresses(changes: Changes, addresses: PresentAddresses): Changes {
  if (addresses.size === 0) return changes;
  const one = (text: string | null): string | null => (text === null ? null : (addresses.get(text) ?? text));
  const several = (text: string | null): string | null =>
    text === null ? null : listText(parseList(text).map((item) => addresses.get(item) ?? item));
  const present: Record<string, Changes[string]> = {};
  const owner = changes[ONE];
  if (owner !== undefined) present[ONE] = [one(owner[0]), one(owner[1])];
  for (const field of SEVERAL) {
    const list = changes[field];
    if (list !== undefined) present[field] = [several(list[0]), several(list[1])];
  }
  return { ...changes, ...present };
}
