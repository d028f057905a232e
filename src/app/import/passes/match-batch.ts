/**
 * Which contacts a batch's rows are about: asks the identity index set-wise and decides row by row.
 *
 * Rows are matched against the workspace as it was before the import began, whatever the size of the batches: contacts
 * that this import made are passed over (lines of one file that are the same contact were found by the scan), and one
 * that an earlier line has changed still answers to its former keys.
 */
import { decideMatch, type KeyFinding, type MatchDecision, NEW } from "../../../core/match/decide-match.ts";
import type { KeyKind } from "../../../core/match/key-hash.ts";
import type { MatchKeySpec } from "../../../core/match/match-keys.ts";
import type { ValueAt } from "../../../core/match/object-keys.ts";
import { sharedText } from "../../../core/match/shared-text.ts";
import { BLANK, type DraftBatch } from "../../../core/plan/draft.ts";
import type { MatchKey } from "../../../core/policy/policy.ts";
import type { BatchReader, LoadedContact } from "../../ports.ts";
import type { CompiledImport } from "../compile-import.ts";
import { heldBy, holdsAll, holdsAny } from "./held-texts.ts";
import { RowKeys } from "./row-keys.ts";

export type MatchContext = {
  /** Number of the import. */
  readonly import: number;
  /** The contact behind a record id; null where it can be none of this workspace. */
  readonly contactNumber: (id: string) => number | null;
  /** The workspace holds no contact but those that this import has made. */
  readonly alone: boolean;
  /** The line of this import that has already met a contact; 0 = none. */
  readonly metBy: (contact: number) => number;
  /** Kinds of keys that the workspace was seen to have: it is asked for the others only, and they are added. */
  readonly known: Set<KeyKind>;
};

/** What matching asks of the workspace. */
type ContactSource = Pick<BatchReader, "hasKeys" | "findByKeys" | "loadContacts">;

export type BatchMatches = {
  readonly decisions: readonly MatchDecision[];
  readonly contacts: ReadonlyMap<number, LoadedContact>;
};

export async function matchBatch(
  reader: ContactSource,
  compiled: CompiledImport,
  drafts: DraftBatch,
  context: MatchContext,
): Promise<BatchMatches> {
  const specs = await usableKeys(reader, compiled, context);
  if (specs.length === 0) return { decisions: new Array<MatchDecision>(drafts.count).fill(NEW), contacts: new Map() };
  const matcher = new BatchMatcher({ reader, specs, compiled, drafts, context });
  await matcher.askFirstKeys();
  await matcher.askOtherKeys();
  return matcher.decide();
}

/** Keys that may find somebody: not those that the file does not have, or nobody in the workspace. */
export async function usableKeys(
  reader: Pick<BatchReader, "hasKeys">,
  { shape, matchKeys }: CompiledImport,
  { alone, known }: Pick<MatchContext, "alone" | "known">,
): Promise<readonly MatchKeySpec[]> {
  const usable: MatchKeySpec[] = [];
  const has = async (kind: KeyKind): Promise<boolean> => {
    if (!known.has(kind) && (await reader.hasKeys(kind))) known.add(kind);
    return known.has(kind);
  };
  for (const spec of matchKeys) {
    const mayFind =
      spec.kind === null
        ? (shape.index.get("id") ?? shape.mapped) < shape.mapped
        : !alone && spec.slots.some((slot) => slot < shape.mapped) && (await has(spec.kind));
    if (mayFind) usable.push(spec);
  }
  return usable;
}

type Asked = {
  readonly reader: ContactSource;
  readonly specs: readonly MatchKeySpec[];
  readonly compiled: CompiledImport;
  readonly drafts: DraftBatch;
  readonly context: MatchContext;
};

const NOBODY: readonly number[] = [];

class BatchMatcher {
  readonly #asked: Asked;
  /** By position of the key among those asked: hash -> its contact, or several. */
  readonly #hits: readonly Map<number, number | number[]>[];
  readonly #contacts = new Map<number, LoadedContact>();
  /** By row: position of the first key it has; -1 = none. */
  readonly #firstKey: Int8Array;
  /** By row: the contact that its first key found alone; 0 = none or several. */
  readonly #found: Float64Array;
  readonly #rows: RowKeys;
  /** Of keys that several may share. */
  readonly #tellsApart: ReadonlyMap<MatchKey, NonNullable<MatchKeySpec["tellsApart"]>>;

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#hits = asked.specs.map(() => new Map());
    this.#rows = new RowKeys(asked.drafts, asked.specs);
    this.#firstKey = this.#rows.firstKeys();
    this.#tellsApart = new Map(
      asked.specs.flatMap(({ match, tellsApart }) => (tellsApart === undefined ? [] : [[match, tellsApart] as const])),
    );
    this.#found = new Float64Array(asked.drafts.count);
  }

  /** Most rows are settled by the first key they have: the contact it finds holds the others too. */
  async askFirstKeys(): Promise<void> {
    const { specs, drafts } = this.#asked;
    const wanted = this.#rows.firstHashes(this.#firstKey);
    const byId = specs.findIndex(({ kind }) => kind === null);
    const spec = specs[byId];
    for (this.#rows.row = 0; spec && this.#rows.row < drafts.count; this.#rows.row++) {
      if (this.#firstKey[this.#rows.row] === byId) this.#collect(spec, wanted[byId] ?? []);
    }
    await this.#ask(wanted);
  }

  async askOtherKeys(): Promise<void> {
    const { specs, drafts } = this.#asked;
    if (specs.length < 2) return;
    const wanted = specs.map((): number[] => []);
    for (this.#rows.row = 0; this.#rows.row < drafts.count; this.#rows.row++) {
      const first = this.#firstKey[this.#rows.row] ?? -1;
      const firstSpec = specs[first];
      if (!firstSpec) continue;
      const found = this.#contactsOf(firstSpec, first);
      const only = found.length === 1 ? (found[0] ?? 0) : 0;
      // One that an earlier line has changed no longer shows what it held before the import.
      const alone = only !== 0 && this.#asked.context.metBy(only) === 0 ? this.#contacts.get(only) : undefined;
      if (alone && this.#holdsOthers(first, alone)) this.#found[this.#rows.row] = alone.id;
      // Once one key must be asked all are, so that what a conflict names does not depend on what was at hand.
      else this.#collectOthers(first, wanted);
    }
    await this.#ask(wanted);
  }

  #holdsOthers(first: number, contact: LoadedContact): boolean {
    const { specs } = this.#asked;
    for (let position = first + 1; position < specs.length; position++) {
      const spec = specs[position];
      if (spec && this.#rows.has(spec) && !holdsAll(spec, this.#rows.at, contact)) return false;
    }
    return true;
  }

  #collectOthers(first: number, wanted: readonly number[][]): void {
    for (const [position, spec] of this.#asked.specs.entries()) {
      if (position > first && this.#rows.has(spec)) this.#collect(spec, wanted[position] ?? []);
    }
  }

  decide(): BatchMatches {
    const { specs, drafts } = this.#asked;
    const decisions: MatchDecision[] = [];
    for (this.#rows.row = 0; this.#rows.row < drafts.count; this.#rows.row++) {
      const first = this.#firstKey[this.#rows.row] ?? -1;
      const spec = specs[first];
      const found = this.#found[this.#rows.row] ?? 0;
      if (!spec) decisions.push(NEW);
      else if (found !== 0)
        decisions.push({ kind: "match", contact: found, key: spec.match, value: this.#shown(spec, found) });
      else decisions.push(this.#decideRow());
    }
    return { decisions, contacts: this.#contacts };
  }

  #decideRow(): MatchDecision {
    const findings: KeyFinding[] = [];
    for (const [position, spec] of this.#asked.specs.entries()) {
      if (!this.#rows.has(spec)) continue;
      const contacts = this.#contactsOf(spec, position);
      const value = this.#shown(spec, contacts[0]);
      // An id says which contact is meant: where there is none, no other key may stand in for it.
      if (spec.kind === null && contacts.length === 0) return { kind: "unknown_id", value };
      findings.push({ key: spec.match, value, contacts });
    }
    const decision = decideMatch(this.#withoutOthers(findings));
    return decision.kind === "match" ? (this.#contradiction(decision, findings) ?? decision) : decision;
  }

  /** Where nothing else of the row has found anybody, those whose id tells them apart from it are others. */
  #withoutOthers(findings: readonly KeyFinding[]): readonly KeyFinding[] {
    const tellsApart = this.#tellsApart;
    if (tellsApart.size === 0) return findings;
    if (findings.some(({ key, contacts }) => contacts.length > 0 && tellsApart.get(key) === undefined)) return findings;
    return findings.map((finding) => {
      const apart = tellsApart.get(finding.key);
      if (apart === undefined) return finding;
      const held = (contact: number): ValueAt => {
        const values = this.#contacts.get(contact)?.values ?? [];
        return (slot) => values[slot] ?? BLANK;
      };
      return { ...finding, contacts: finding.contacts.filter((contact) => !apart(this.#rows.at, held(contact))) };
    });
  }

  /** The first key that found nobody although the contact has a value for it, and another one. */
  #contradiction(
    { contact, value }: Extract<MatchDecision, { kind: "match" }>,
    findings: readonly KeyFinding[],
  ): MatchDecision | null {
    const found = this.#contacts.get(contact);
    // One that an earlier line has changed no longer shows what it held before the import.
    if (!found || this.#asked.context.metBy(contact) !== 0) return null;
    const matched = findings.findIndex((finding) => finding.contacts.length > 0);
    const by = findings[matched];
    for (const { key } of by ? findings.slice(0, matched) : []) {
      const held = this.#asked.specs.find(({ match }) => match === key)?.texts((slot) => found.values[slot] ?? BLANK);
      const other = held?.[0];
      if (by && other !== undefined)
        return { kind: "contradiction", contact, key: by.key, value, differs: key, held: other };
    }
    return null;
  }

  async #ask(wanted: readonly (readonly number[])[]): Promise<void> {
    const { reader, specs, compiled } = this.#asked;
    const numbers = new Set<number>();
    for (const [position, spec] of specs.entries()) {
      const asked = wanted[position] ?? NOBODY;
      if (asked.length === 0) continue;
      if (spec.kind === null) {
        for (const number of asked) numbers.add(number);
        continue;
      }
      const hits = this.#hits[position];
      const { hashes, contacts } = await reader.findByKeys(spec.kind, Float64Array.from(asked));
      for (let at = 0; at < hashes.length; at++) {
        const contact = contacts[at] ?? 0;
        if (hits) addHit(hits, hashes[at] ?? 0, contact);
        numbers.add(contact);
      }
    }
    const missing = [...numbers].filter((number) => !this.#contacts.has(number));
    for (const [number, contact] of await reader.loadContacts(missing, compiled.shape)) {
      if (contact.createdBy !== this.#asked.context.import) this.#contacts.set(number, contact);
    }
  }

  /** What the index is asked for the current row: hashes, or the contact's number behind its id. */
  #collect(spec: MatchKeySpec, wanted: number[]): void {
    if (spec.kind === null) {
      const number = this.#idNumber(spec);
      if (number !== null) wanted.push(number);
      return;
    }
    this.#rows.collectHashes(spec, wanted);
  }

  #idNumber(spec: MatchKeySpec): number | null {
    return this.#asked.context.contactNumber(spec.texts(this.#rows.at)[0] ?? "");
  }

  /** Contacts that truly hold the row's key: the index knows hashes only. */
  #contactsOf(spec: MatchKeySpec, position: number): readonly number[] {
    if (spec.kind === null) {
      const number = this.#idNumber(spec);
      return number !== null && this.#contacts.has(number) ? [number] : NOBODY;
    }
    let found: readonly number[] = NOBODY;
    const rows = this.#rows;
    for (let at = rows.nextKey(spec, rows.start); at >= 0; at = rows.nextKey(spec, at + 1)) {
      const hits = this.#hits[position]?.get(rows.hashAt(at)) ?? NOBODY;
      if (typeof hits !== "number") for (const number of hits) found = this.#withHolder(spec, found, number);
      else found = this.#withHolder(spec, found, hits);
    }
    return found;
  }

  #withHolder(spec: MatchKeySpec, found: readonly number[], number: number): readonly number[] {
    const contact = this.#contacts.get(number);
    if (!contact || found.includes(number)) return found;
    if (this.#asked.context.metBy(number) === 0 && !holdsAny(spec, this.#rows.at, contact)) return found;
    return [...found, number];
  }

  /** @param found the contact that holds it; absent = none does */
  #shown(spec: MatchKeySpec, found: number | undefined): string {
    const contact = this.#contacts.get(found ?? 0);
    return sharedText(spec, this.#rows.at, contact === undefined ? null : heldBy(contact));
  }
}

function addHit(hits: Map<number, number | number[]>, hash: number, contact: number): void {
  const known = hits.get(hash);
  if (known === undefined) hits.set(hash, contact);
  else if (typeof known !== "number") {
    if (!known.includes(contact)) known.push(contact);
  } else if (known !== contact) hits.set(hash, [known, contact]);
}
