/**
 * Drafts of people that are known by a profile's address alone, filled from their profiles. What the file says is never
 * replaced, nor what a contact already has.
 */
import type { MatchDecision } from "../match/decide-match.ts";
import { keyHash } from "../match/key-hash.ts";
import type { ExistingContact } from "../plan/batch-plan.ts";
import { BLANK, CLEAR, type DraftBatch, valueAt } from "../plan/draft.ts";
import type { DraftSettings } from "../plan/draft-settings.ts";
import type { Problem } from "../problem/problem.ts";
import type { FoundProfile } from "./profile.ts";

/** A row with one of these says itself who it is about. */
const NAMING = ["full_name", "first_name", "last_name", "account_name", "account_domain", "account_id", "id"];

/** The profile's address by row, for the rows that have nothing else to go by. */
export function profileRows(settings: Pick<DraftSettings, "shape">, drafts: DraftBatch): ReadonlyMap<number, string> {
  const { index } = settings.shape;
  const urls = drafts.values[index.get("linkedin_url") ?? -1];
  const rows = new Map<number, string>();
  if (urls === undefined) return rows;
  const others = NAMING.flatMap((key) => index.get(key) ?? []);
  for (const [row, url] of urls.entries()) {
    if (url === BLANK || url === CLEAR) continue;
    const isError = drafts.problems.get(row)?.some(({ severity }) => severity === "error") === true;
    if (!isError && others.every((slot) => valueAt(drafts, slot, row) === BLANK)) rows.set(row, url);
  }
  return rows;
}

/** The profile of a row, where it has one to ask for. */
export type ProfileOfRow = ReadonlyMap<number, FoundProfile>;

/** Values and identity keys as they are with the profiles. */
export function fillDrafts(settings: DraftSettings, drafts: DraftBatch, profiles: ProfileOfRow): DraftBatch {
  const { index } = settings.shape;
  const values = drafts.values.map((column) => [...column]);
  for (const [row, profile] of profiles) {
    if (profile.state !== "found") continue;
    for (const [key, value] of profile.values) {
      const column = values[index.get(key) ?? -1];
      if (column?.[row] === BLANK) column[row] = value;
    }
  }
  const filled = { ...drafts, values };
  return { ...filled, keys: keysOf(settings, filled, profiles) };
}

/** Rows that were filled have their keys taken anew, the others keep theirs. */
function keysOf({ keys }: DraftSettings, drafts: DraftBatch, profiles: ProfileOfRow): DraftBatch["keys"] {
  const starts: number[] = [];
  const tags: number[] = [];
  const hashes: number[] = [];
  for (let row = 0; row < drafts.count; row++) {
    starts.push(hashes.length);
    if (profiles.get(row)?.state === "found") {
      const at = (slot: number): string => {
        const value = valueAt(drafts, slot, row);
        return value === CLEAR ? BLANK : value;
      };
      for (const { tag, texts } of keys) {
        for (const text of texts(at)) {
          tags.push(tag);
          hashes.push(keyHash(text));
        }
      }
      continue;
    }
    for (let at = drafts.keys.starts[row] ?? 0; at < (drafts.keys.starts[row + 1] ?? 0); at++) {
      tags.push(drafts.keys.tags[at] ?? 0);
      hashes.push(drafts.keys.hashes[at] ?? 0);
    }
  }
  starts.push(hashes.length);
  return { starts: Uint32Array.from(starts), tags: Uint8Array.from(tags), hashes: Float64Array.from(hashes) };
}

/**
 * What remains of the profiles once it is known who is there already: a contact's own values stay, and only a row that would
 * make a new contact fails for want of its profile.
 *
 * @param makesDuplicates a row that matches a contact makes a new one all the same
 */
export function yieldToContacts(
  makesDuplicates: boolean,
  { original, filled, profiles }: Filled,
  matches: { readonly decisions: readonly MatchDecision[]; readonly contacts: ReadonlyMap<number, ExistingContact> },
): DraftBatch {
  const problems = new Map(filled.problems);
  const values = filled.values.map((column) => [...column]);
  for (const [row, profile] of profiles) {
    const decision = matches.decisions[row];
    const isThere = decision?.kind === "match" || decision?.kind === "contradiction";
    const existing = isThere && !makesDuplicates ? matches.contacts.get(decision.contact) : undefined;
    if (existing) {
      for (const [slot, column] of values.entries()) {
        if ((existing.values[slot] ?? BLANK) !== BLANK) column[row] = valueAt(original, slot, row);
      }
    } else if (profile.state !== "found" && (decision?.kind === "new" || isThere)) {
      problems.set(row, [...(problems.get(row) ?? []), notFound(profile)]);
    }
  }
  return { ...filled, values, problems };
}

export type Filled = {
  /** The drafts as the file has them. */
  readonly original: DraftBatch;
  readonly filled: DraftBatch;
  readonly profiles: ProfileOfRow;
};

const notFound = (profile: Exclude<FoundProfile, { readonly state: "found" }>): Problem => ({
  code: "enrichment_failed",
  severity: "error",
  field: "linkedin_url",
  params: { reason: profile.state === "missing" ? "there is no such profile" : profile.reason },
});
