/**
 * Texts of which two contacts share one before they are compared at all: a million contacts make half a billion thousand
 * pairs. Each text is a reason to look, never a reason to believe.
 */
import { phoneEnding } from "./compare-phones.ts";
import { groupOfGivenName } from "./given-name-groups.ts";
import { isFunctionMailbox } from "./mail-domains.ts";
import { soundOf } from "./name-words.ts";
import type { Person } from "./person.ts";

/** What the contacts of a block share, in words; its first letter begins the texts. */
export const BLOCK_KINDS = {
  n: "a name",
  e: "an email address",
  m: "the name of a mailbox",
  p: "the end of a phone number",
  l: "a LinkedIn profile",
  a: "an account and a word of the name",
  b: "a birthday and a word of the name",
  h: "an address and a word of the name",
} as const;
export type BlockKind = keyof typeof BLOCK_KINDS;
export type BlockingKey = { readonly kind: BlockKind; readonly text: string };

const MAILBOX_LETTERS = 4;

/** Some may come twice. */
export function blockingKeys(person: Person): readonly BlockingKey[] {
  const keys: BlockingKey[] = [];
  const add = (kind: BlockKind, text: string): void => void keys.push({ kind, text: `${kind}:${text}` });
  const words = [...new Set((person.name?.words ?? []).map((word) => soundOf(groupOfGivenName(word))))];
  if (words.length > 0) add("n", words.toSorted().join(""));
  if (words.length > 2) add("n", [words[0] ?? "", words[words.length - 1] ?? ""].sort().join(""));
  for (const { local, domain } of person.emails) {
    add("e", `${local}@${domain}`);
    if (local.length >= MAILBOX_LETTERS && !isFunctionMailbox(local)) add("m", local);
  }
  for (const phone of person.phones) add("p", phoneEnding(phone));
  if (person.linkedin !== "") add("l", person.linkedin);
  const telling = words.filter((word) => word.length > 1);
  for (const word of telling) {
    for (const account of person.accounts) add("a", `${account}:${word}`);
    if (person.birthday !== "") add("b", `${person.birthday}:${word}`);
    if (person.home !== "") add("h", `${person.home}:${word}`);
  }
  return keys;
}
