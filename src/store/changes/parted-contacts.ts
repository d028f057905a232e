/** What a merge and its undo write to the contacts that were merged, as either database stores it. */

import type { MergeSources } from "../../app/ports/merge-store.ts";
import { keyHash } from "../../core/match/key-hash.ts";
import type { MergeDecision } from "../../core/merge/merge-contacts.ts";
import type { PartDecision, PartState } from "../../core/merge/part-contacts.ts";
import { addKey, emptyKeys } from "../../core/plan/batch-plan.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import type { KeysOf } from "../objects/held-keys.ts";
import { accountOf } from "./merge-record.ts";

type Values = ReadonlyMap<string, string>;
type Keys = ReturnType<typeof emptyKeys>;

/** Only an account that the contact belongs to has it as its main one. */
export function mainOf(
  { number, values }: { readonly number: number; readonly values: Values },
  mains: ReadonlyMap<number, number | null>,
): readonly number[] {
  const account = accountOf(values);
  return account !== null && mains.get(account) === number ? [account] : [];
}

/** Keys of the contacts that go. */
export function keysGone(sources: MergeSources, others: readonly number[], keysOf: KeysOf): Keys {
  const removed = emptyKeys();
  for (const number of others)
    for (const { kind, text } of keysOf(sources.get(number)?.values ?? new Map()))
      addKey(removed, kind, keyHash(text), number);
  return removed;
}

/** New texts by field, of the contact that stays; null = none. */
export const textsAfter = ({ changes }: Pick<MergeDecision, "changes">): ReadonlyMap<string, string | null> =>
  new Map(Object.entries(changes).map(([field, [, after]]) => [field, after]));

/** Accounts that the undo of a merge asks for: whose main contact it changed, and that the contacts belonged to. */
export const accountsAbout = (
  { mains }: Pick<MergeDecision, "mains">,
  others: readonly { readonly values: Values }[],
): readonly number[] => [
  ...mains.map(({ account }) => account),
  ...others.flatMap(({ values }) => accountOf(values) ?? []),
];

type PutBack = {
  readonly added: Keys;
  readonly tags: readonly string[];
  /** By contact: what differs from how it was put away; null = empty. */
  readonly changed: ReadonlyMap<number, Readonly<Record<string, string | null>>>;
};

/** What the contacts that come back bring along. */
export function partedContacts(
  { others }: Pick<PartState, "others">,
  { back, withoutAccount }: Pick<PartDecision, "back" | "withoutAccount">,
  keysOf: KeysOf,
): PutBack {
  const added = emptyKeys();
  const tags: string[] = [];
  const changed = new Map<number, Readonly<Record<string, string | null>>>();
  for (const { number, values } of others.filter((other) => back.includes(other.number))) {
    const isApart = withoutAccount.includes(number);
    const members = { owner: values.get("owner") ?? null, followers: values.get("followers") ?? null };
    changed.set(number, isApart ? { ...members, [ACCOUNT_LINK]: null } : members);
    const held = new Map(values);
    if (isApart) held.delete(ACCOUNT_LINK);
    for (const { kind, text } of keysOf(held)) addKey(added, kind, keyHash(text), number);
    tags.push(values.get("tags") ?? "");
  }
  return { added, tags, changed };
}
