/** Which contact a row is about, given what its keys have found. Nothing is guessed: keys that disagree are a refusal of the row. */
import type { MatchedBy, MatchKey } from "../policy/policy.ts";

/** One key of a row, and the contacts that truly hold it (texts compared, not only hashes). */
export type KeyFinding = { readonly key: MatchKey; readonly value: string; readonly contacts: readonly number[] };

export type MatchDecision =
  | { readonly kind: "new" }
  | { readonly kind: "match"; readonly contact: number; readonly key: MatchedBy; readonly value: string }
  /** One key leads to the contact, and a key before it says by another value that this is somebody else. */
  | {
      readonly kind: "contradiction";
      readonly contact: number;
      readonly key: MatchKey;
      readonly value: string;
      readonly differs: MatchKey;
      readonly held: string;
    }
  /** Its keys point at different contacts. */
  | { readonly kind: "conflict"; readonly findings: readonly KeyFinding[] }
  /** Several contacts share what it is recognised by. */
  | { readonly kind: "ambiguous"; readonly finding: KeyFinding }
  /** It names a contact id that this workspace does not have. */
  | { readonly kind: "unknown_id"; readonly value: string };

export const NEW: MatchDecision = { kind: "new" };

/**
 * `findings` in the order of the policy. A contact that every finding key agrees on is the match, also where one of
 * the keys is shared with others: the other key has told them apart.
 */
export function decideMatch(findings: readonly KeyFinding[]): MatchDecision {
  const found = findings.filter((finding) => finding.contacts.length > 0);
  const first = found[0];
  if (!first) return NEW;
  const agreed = first.contacts.filter((contact) => found.every((finding) => finding.contacts.includes(contact)));
  const contact = agreed[0];
  if (contact === undefined) return { kind: "conflict", findings: found };
  if (agreed.length > 1) return { kind: "ambiguous", finding: first };
  return { kind: "match", contact, key: first.key, value: first.value };
}

/** Everybody whom a row may be about. */
export function contactsIn(decision: MatchDecision): readonly number[] {
  switch (decision.kind) {
    case "new":
    case "unknown_id":
      return [];
    case "match":
    case "contradiction":
      return [decision.contact];
    case "conflict":
      return decision.findings.flatMap(({ contacts }) => contacts);
    case "ambiguous":
      return decision.finding.contacts;
  }
}
