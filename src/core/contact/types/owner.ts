/** Who a contact belongs to: a member's e-mail address or `FirstName LastName`. Whether there is such a member is asked later. */
import { type Reading, unreadable } from "../unreadable.ts";
import { collapseLine } from "./clean-text.ts";
import { normaliseEmail } from "./email.ts";

const OWNER_NOT_FOUND = unreadable("owner_not_found");

/** `Nora Fields (nora@example.com)`: the address names the member, whatever stands before it. */
const ADDRESS_BEHIND = /[(<]([^\s()<>]+@[^\s()<>]+)[)>]\s*$/;

export function normaliseOwner(raw: string): Reading {
  if (!raw.includes("@")) return collapseLine(raw);
  const email = normaliseEmail(ADDRESS_BEHIND.exec(raw)?.[1] ?? raw);
  return typeof email === "string" ? email.toLowerCase() : OWNER_NOT_FOUND;
}
