/** A port: what a search for possible duplicates reads and keeps aside, and the pairs that somebody called two people. */
import type { BlockKind } from "../../core/duplicates/blocking-keys.ts";
import type { Person } from "../../core/duplicates/person.ts";

/** `createdBy`: number of the import that made the contact. */
export type FoundPerson = { readonly person: Person; readonly createdBy: number | null };

export type CandidateKey = { readonly kind: BlockKind; readonly hash: number; readonly contact: number };

/** Contacts that share a key. */
export type Block = { readonly hash: number; readonly contacts: readonly number[] };

/** Keys that so many contacts share that they tell nobody apart. */
export type LargeBlocks = { readonly kind: BlockKind; readonly blocks: number; readonly contacts: number };

/** Keys of one search, aside of the workspace's data; they may be more than memory holds. */
export interface Candidates {
  /** Each key of a contact once; all of them before anything is asked. */
  add(keys: readonly CandidateKey[]): Promise<void>;
  /** Keys that 2 to `most` contacts share, by their hash, after `after`. */
  blocks(page: {
    readonly after: number | null;
    readonly limit: number;
    readonly most: number;
  }): Promise<readonly Block[]>;
  /** Keys that more contacts share. */
  larger(most: number): Promise<readonly LargeBlocks[]>;
  close(): Promise<void>;
}

export type Dismissal = { readonly pair: readonly [number, number]; readonly by: string; readonly at: number };

export interface DuplicateStore {
  /** By number, after `after`. */
  people(workspace: number, page: { readonly after: number; readonly limit: number }): Promise<readonly FoundPerson[]>;
  peopleOf(workspace: number, numbers: readonly number[]): Promise<ReadonlyMap<number, Person>>;
  openCandidates(): Promise<Candidates>;
  /** The workspace has more contacts than this; asked without counting them. */
  hasMoreThan(workspace: number, contacts: number): Promise<boolean>;
  dismissed(workspace: number): Promise<readonly Dismissal[]>;
  dismiss(workspace: number, dismissal: Dismissal): Promise<void>;
  /** Answers whether the pair was dismissed. */
  recall(workspace: number, pair: readonly [number, number]): Promise<boolean>;
}
