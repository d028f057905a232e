/** What merges have given a contact: where those values come from, and what had become of the contacts that it took in. */
import type { Changes } from "../../core/plan/outcome.ts";
import { encodeId } from "../../core/public-id.ts";
import type { MergeRecord } from "../ports/merge-store.ts";
import type { ContactRow } from "../ports.ts";
import type { WrittenByHand } from "./card-bulk-changes.ts";
import { changesWithIds } from "./changes-with-ids.ts";

/** What a merge has changed on the contact, and what imports had done to the contacts that it took in. */
export type CardMerge<Change> = {
  /** Public id. */
  readonly merge: string;
  readonly at: number;
  readonly by: string;
  readonly changes: Changes;
  readonly others: readonly { readonly contact: string; readonly history: readonly Change[] }[];
};

/** Of a contact: where its values come from, and its history. */
type Past<Origin, Change> = {
  readonly values: readonly ({ readonly key: string } & Source<Origin>)[];
  readonly history: readonly Change[];
};

/** What wrote a value: an import or workflow, or somebody by hand. */
type Source<Origin> = { readonly origin: Origin | null; readonly byHand?: WrittenByHand };

type Cards<Origin, Change> = {
  readonly idKey: number;
  /** The past of another contact, for the values that are asked of it. */
  readonly pastOf: (row: ContactRow) => Promise<Past<Origin, Change>>;
};

/** `origins`: by field, of the values that a merge gave. */
type CardMerges<Origin, Change> = {
  readonly merges: readonly CardMerge<Change>[];
  readonly origins: ReadonlyMap<string, Source<Origin>>;
};

export async function cardMerges<Origin, Change>(
  contact: ContactRow,
  records: readonly MergeRecord[],
  { idKey, pastOf }: Cards<Origin, Change>,
): Promise<CardMerges<Origin, Change>> {
  const origins = new Map<string, Source<Origin>>();
  const merges: CardMerge<Change>[] = [];
  for (const { number, at, by, others, decision } of records) {
    const given = Object.keys(decision.changes).filter(
      (key) => isGiven(decision.changes, key, contact) && !origins.has(key),
    );
    // What a merge has put together, such as a list, was written by no single line.
    for (const key of given) origins.set(key, { origin: null });
    const pasts: CardMerge<Change>["others"][number][] = [];
    for (const other of others) {
      const taken = given.filter((key) => decision.taken[key] === other);
      const values = new Map(taken.map((key) => [key, contact.values.get(key) ?? ""]));
      const past = await pastOf({ ...contact, number: other, values });
      for (const { key, origin, byHand } of past.values)
        origins.set(key, { origin, ...(byHand === undefined ? {} : { byHand }) });
      pasts.push({ contact: encodeId("con", idKey, other), history: past.history });
    }
    const changes = changesWithIds({ object: "contact", changes: decision.changes }, idKey);
    merges.push({ ...{ at, by, changes }, merge: encodeId("mrg", idKey, number), others: pasts });
  }
  return { merges, origins };
}

/** The contact holds still what the merge gave it. */
const isGiven = (changes: Changes, key: string, { values }: ContactRow): boolean =>
  changes[key]?.[1] !== null && changes[key]?.[1] === values.get(key);
