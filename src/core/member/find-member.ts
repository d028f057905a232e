/**
 * Which member a text of a file means: by e-mail address or by name. The one answer for owners, followers, account
 * managers and whoever is named otherwise; a name that two members share is never decided.
 */
import { nameKey } from "../contact/identity-key.ts";
import { collapseLine } from "../contact/types/clean-text.ts";
import { normaliseEmail } from "../contact/types/email.ts";
import { isPresent, type Member } from "./member.ts";

/** What such a text may be. An address is one member's alone: it is understood where names are expected, too. */
export type FoundBy = "email" | "name" | "both";

export type MemberSearch =
  | { readonly found: "one"; readonly member: Member }
  | { readonly found: "none" }
  | { readonly found: "several"; readonly members: readonly Member[] };

/** Those who are members now, ready to be looked up. Made once for many texts. */
export type MemberIndex = {
  readonly size: number;
  readonly byEmail: ReadonlyMap<string, readonly Member[]>;
  /** By the name as it is written, in lower case. */
  readonly byName: ReadonlyMap<string, readonly Member[]>;
  /** By the name without accents and punctuation, for texts that are nobody's name as it is written. */
  readonly byNameKey: ReadonlyMap<string, readonly Member[]>;
};

const NONE: MemberSearch = { found: "none" };

export function indexMembers(all: readonly Member[]): MemberIndex {
  const members = all.filter(isPresent);
  const present = grouped(members, ({ email }) => [email]);
  // A former address that somebody else has by now is that member's.
  const former = grouped(members, ({ formerEmails }) => formerEmails.filter((email) => !present.has(email)));
  return {
    size: members.length,
    byEmail: new Map([...present, ...former]),
    byName: grouped(members, ({ name }) => [writtenName(name)]),
    byNameKey: grouped(members, ({ name }) => [nameKey(name)]),
  };
}

export function findMember(index: MemberIndex, text: string, by: FoundBy): MemberSearch {
  if (text.includes("@")) {
    const address = addressIn(text);
    return address === null ? NONE : searched(index.byEmail.get(address));
  }
  if (by === "email") return NONE;
  const name = writtenName(text);
  return name === "" ? NONE : searched(index.byName.get(name) ?? index.byNameKey.get(nameKey(text)));
}

/** `Nora Fields (nora@example.com)`: the address names the member, whatever stands before it. */
const ADDRESS_BEHIND = /[(<]([^\s()<>]+@[^\s()<>]+)[)>]\s*$/;
/** Longer texts are no member; the pattern above is not tried on them. */
const MAX_TEXT = 1_000;

/** The address of a text as members' addresses are kept, in lower case; null where it has none that is one. */
export function addressIn(text: string): string | null {
  if (text.length > MAX_TEXT) return null;
  const email = normaliseEmail(ADDRESS_BEHIND.exec(text)?.[1] ?? text);
  return typeof email === "string" && email !== "" ? email.toLowerCase() : null;
}

function writtenName(name: string): string {
  const line = collapseLine(name);
  return typeof line === "string" ? line.normalize("NFC").toLowerCase() : "";
}

function searched(members: readonly Member[] | undefined): MemberSearch {
  const [member, ...others] = members ?? [];
  if (member === undefined || members === undefined) return NONE;
  return others.length === 0 ? { found: "one", member } : { found: "several", members };
}

function grouped(
  members: readonly Member[],
  keysOf: (member: Member) => readonly string[],
): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    for (const key of new Set(keysOf(member))) {
      if (key === "") continue;
      const group = groups.get(key);
      if (group) group.push(member);
      else groups.set(key, [member]);
    }
  }
  return groups;
}
