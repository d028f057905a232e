/**
 * Who a contact belongs to. A member is kept by the e-mail address, however the file names them; where a workspace has no
 * members, the address or name is kept as it is written.
 */
import { addressIn, type FoundBy, findMember, type MemberIndex } from "../../member/find-member.ts";
import { type Reading, type Unreadable, unreadable } from "../unreadable.ts";
import { collapseLine } from "./clean-text.ts";

/** The members that owners are looked up among, what the texts may be, and what is said of one that is nobody. */
export type OwnerLookup = {
  readonly index: MemberIndex;
  readonly by: FoundBy;
  readonly unknown?: "owner_not_found" | "account_manager_not_found";
};

const OWNER_NOT_FOUND = unreadable("owner_not_found");

export function normaliseOwner(raw: string, lookup: OwnerLookup | null = null): Reading {
  if (lookup !== null) return memberReading(raw, lookup);
  if (!raw.includes("@")) return collapseLine(raw);
  return addressIn(raw) ?? OWNER_NOT_FOUND;
}

function memberReading(raw: string, lookup: OwnerLookup): Reading {
  const { index, by } = lookup;
  const line = collapseLine(raw);
  if (typeof line !== "string" || line === "") return line;
  const search = findMember(index, line, by);
  switch (search.found) {
    case "one":
      return search.member.email;
    case "none":
      return unknownOwner([line], lookup);
    case "several":
      return {
        unreadable: "owner_ambiguous",
        params: { name: line, members: search.members.map(({ email }) => email) },
      };
  }
}

/** @param names texts that are no member */
export const unknownOwner = (
  names: readonly string[],
  { by, unknown = "owner_not_found" }: OwnerLookup,
): Unreadable => ({
  unreadable: unknown,
  params: { names, by },
});
