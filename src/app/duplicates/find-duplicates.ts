/**
 * Possible duplicates of a workspace, or of the contacts of one import. The contacts are read twice: first to learn which
 * keys come more than once, with a filter of fixed size, then to put the contacts of those keys aside. Who shares a key is
 * compared. Nothing is changed.
 */
import { blockingKeys } from "../../core/duplicates/blocking-keys.ts";
import type { Person } from "../../core/duplicates/person.ts";
import { type PairScore, SHOWN_SCORE, scorePair } from "../../core/duplicates/score-pair.ts";
import { KeyFilter } from "../../core/match/key-filter.ts";
import { keyHash } from "../../core/match/key-hash.ts";
import {
  BLOCK_CONTACTS,
  BLOCKS_PAGE,
  CHEAP_SEARCH_CONTACTS,
  DUPLICATE_PAIRS,
  PEOPLE_PAGE,
  SEARCH_FILTER_BYTES,
} from "../limits.ts";
import type { CandidateKey, Candidates, FoundPerson, LargeBlocks } from "../ports/duplicate-store.ts";
import type { ImportRecord, ImportRef, Ports, Workspace } from "../ports.ts";

export type DuplicateSearch = {
  /** Only pairs of which at least one is a contact of this import; null = all. */
  readonly of: ImportRef | null;
  /** 0 to 1. */
  readonly minScore: number;
  /** Pairs that are wanted, the likeliest first. */
  readonly limit: number;
};

export type FoundPair = PairScore & { readonly pair: readonly [number, number] };

export type DuplicateReport = {
  readonly pairs: readonly FoundPair[];
  /** All pairs that reach the score. */
  readonly total: number;
  /** There are more pairs than are counted. */
  readonly isCut: boolean;
  /** What was not compared, because too many contacts share it. */
  readonly leftOut: readonly LargeBlocks[];
};

type Scored = { readonly low: number; readonly high: number; readonly score: number };

export async function findDuplicates(
  { store }: Pick<Ports, "store">,
  { number: workspace }: Pick<Workspace, "number">,
  search: DuplicateSearch,
): Promise<DuplicateReport> {
  const finder = new DuplicateFinder({ store }, workspace, search);
  return finder.find();
}

/** How many likely pairs an import has left, where that is known in no time; 0 in a workspace that is larger. */
export async function countDuplicates(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  { ref, settings }: Pick<ImportRecord, "ref" | "settings">,
): Promise<number> {
  if ((settings.object ?? "contact") !== "contact") return 0;
  if (await ports.store.duplicates.hasMoreThan(workspace.number, CHEAP_SEARCH_CONTACTS)) return 0;
  return (await findDuplicates(ports, workspace, { of: ref, minScore: SHOWN_SCORE, limit: 0 })).total;
}

class DuplicateFinder {
  readonly #store: Ports["store"];
  readonly #workspace: number;
  readonly #search: DuplicateSearch;
  readonly #ofImport = new Set<number>();
  readonly #found = new Map<string, Scored>();
  #isCut = false;

  constructor({ store }: Pick<Ports, "store">, workspace: number, search: DuplicateSearch) {
    this.#store = store;
    this.#workspace = workspace;
    this.#search = search;
  }

  async find(): Promise<DuplicateReport> {
    const filter = await this.#filter();
    const candidates = await this.#store.duplicates.openCandidates();
    try {
      for await (const people of this.#people()) await candidates.add(repeatedKeys(people, filter));
      await this.#compareBlocks(candidates);
      return await this.#report(await candidates.larger(BLOCK_CONTACTS));
    } finally {
      await candidates.close();
    }
  }

  /** Answers whether a key may be one that two contacts share. */
  async #filter(): Promise<(hash: number) => boolean> {
    const { of } = this.#search;
    const contacts = await this.#store.contacts.count(this.#workspace);
    const filter = new KeyFilter(new ArrayBuffer(filterBytes(contacts)));
    if (of !== null) {
      for await (const met of this.#store.imports.metContacts(of))
        for (const [contact] of met) this.#ofImport.add(contact);
    }
    for await (const people of this.#people()) {
      for (const { person, createdBy } of people) {
        if (of !== null && createdBy === of.import) this.#ofImport.add(person.number);
        if (of !== null && !this.#ofImport.has(person.number)) continue;
        for (const hash of new Set(blockingKeys(person).map(({ text }) => keyHash(text)))) filter.add(hash);
      }
    }
    return of === null ? (hash) => filter.mayRepeat(hash) : (hash) => filter.mayHave(hash);
  }

  async *#people(): AsyncIterable<readonly FoundPerson[]> {
    for (let after = 0; ; ) {
      const people = await this.#store.duplicates.people(this.#workspace, { after, limit: PEOPLE_PAGE });
      if (people.length === 0) return;
      yield people;
      after = people[people.length - 1]?.person.number ?? after;
    }
  }

  async #compareBlocks(candidates: Candidates): Promise<void> {
    const dismissed = await this.#store.duplicates.dismissed(this.#workspace);
    const apart = new Set(dismissed.map(({ pair }) => pair.join(":")));
    for (let after: number | null = null; !this.#isCut; ) {
      const blocks = await candidates.blocks({ after, limit: BLOCKS_PAGE, most: BLOCK_CONTACTS });
      if (blocks.length === 0) return;
      const numbers = blocks.flatMap(({ contacts }) => contacts);
      const people = await this.#store.duplicates.peopleOf(this.#workspace, numbers);
      for (const { contacts } of blocks) this.#compareAll(contacts, people, apart);
      after = blocks[blocks.length - 1]?.hash ?? after;
    }
  }

  #compareAll(contacts: readonly number[], people: ReadonlyMap<number, Person>, apart: ReadonlySet<string>): void {
    const { of, minScore } = this.#search;
    for (const [at, low] of contacts.entries()) {
      for (const high of contacts.slice(at + 1)) {
        const key = `${low}:${high}`;
        if (of !== null && !this.#ofImport.has(low) && !this.#ofImport.has(high)) continue;
        if (this.#found.has(key) || apart.has(key)) continue;
        const [one, other] = [people.get(low), people.get(high)];
        if (!one || !other) continue;
        const { score } = scorePair(one, other);
        if (score < minScore) continue;
        this.#isCut ||= this.#found.size >= DUPLICATE_PAIRS;
        if (!this.#isCut) this.#found.set(key, { low, high, score });
      }
    }
  }

  async #report(leftOut: readonly LargeBlocks[]): Promise<DuplicateReport> {
    const likeliest = [...this.#found.values()].sort((a, b) => b.score - a.score || a.low - b.low || a.high - b.high);
    const shown = likeliest.slice(0, this.#search.limit);
    const numbers = shown.flatMap(({ low, high }) => [low, high]);
    const people = await this.#store.duplicates.peopleOf(this.#workspace, numbers);
    const pairs = shown.flatMap(({ low, high }): readonly FoundPair[] => {
      const [one, other] = [people.get(low), people.get(high)];
      return one && other ? [{ ...scorePair(one, other), pair: [low, high] }] : [];
    });
    return { pairs, total: likeliest.length, isCut: this.#isCut, leftOut };
  }
}

/** A power of two, two bytes for each of about eight keys of a contact. */
const filterBytes = (contacts: number): number =>
  Math.min(SEARCH_FILTER_BYTES, 2 ** Math.ceil(Math.log2(Math.max(4_096, contacts * 16))));

function repeatedKeys(people: readonly FoundPerson[], mayRepeat: (hash: number) => boolean): readonly CandidateKey[] {
  const keys: CandidateKey[] = [];
  for (const { person } of people) {
    const own = new Set<number>();
    for (const { kind, text } of blockingKeys(person)) {
      const hash = keyHash(text);
      if (own.has(hash) || !mayRepeat(hash)) continue;
      own.add(hash);
      keys.push({ kind, hash, contact: person.number });
    }
  }
  return keys;
}
