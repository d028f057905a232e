/** One kind of object in one pass over a file: what its batches share, and how a batch of its drafts is matched and planned. */
import type { KeyKind } from "../../../core/match/key-hash.ts";
import type { MatchKeySpec } from "../../../core/match/match-keys.ts";
import type { BatchInput, BatchPlan } from "../../../core/plan/batch-plan.ts";
import type { DraftBatch } from "../../../core/plan/draft.ts";
import { type DuplicateKey, type DuplicateLine, fileKey } from "../../../core/plan/file-duplicates.ts";
import { tagKeysIn, withKnownTags } from "../../../core/plan/known-tags.ts";
import { type LedgerLine, partOf } from "../../../core/plan/outcome.ts";
import { planBatch } from "../../../core/plan/plan-batch.ts";
import { decodeId, ID_PREFIX } from "../../../core/public-id.ts";
import type { BatchReader, ImportRecord, LoadedContact, Workspace } from "../../ports.ts";
import { type CompiledImport, compileImport } from "../compile-import.ts";
import type { RetriedLines } from "../continuing/retried-lines.ts";
import type { ReadSettings } from "../import-settings.ts";
import { givenValues } from "./given-values.ts";
import { knownAccounts } from "./known-accounts.ts";
import { type BatchMatches, matchBatch, usableKeys } from "./match-batch.ts";
import { matchSameFile } from "./match-same-file.ts";
import type { MetLines } from "./met-lines.ts";

export type PassFacts = {
  readonly record: ImportRecord;
  readonly workspace: Workspace;
  /** Number of the newest import before this one that read the same rows; null = none. */
  readonly sameFile: number | null;
  readonly retried: RetriedLines;
};

/** Drafts with whom they are about, ready to be planned. */
export type Matched = BatchMatches & {
  readonly drafts: DraftBatch;
  /** First number free for a new object. */
  readonly next: number;
  readonly complete?: NonNullable<BatchInput["complete"]>;
  /** Which of them share keys; no other line of the file shares one with them. Absent = the scan's word for the whole file. */
  readonly duplicates?: ReadonlyMap<number, DuplicateLine>;
};

export class ObjectPass {
  readonly compiled: CompiledImport;
  readonly #facts: PassFacts;
  readonly #met: MetLines;
  /** The next object's number for as long as the workspace holds nothing but what this pass has made; else null. */
  #alone: number | null;
  #isAlone = false;
  /** Objects with this number and above exist in the plan only. */
  #firstPlanned = 0;
  /** Keys that the first batch has found to be of use. */
  #usable: readonly MatchKeySpec[] | null = null;
  readonly #kinds = new Set<KeyKind>();
  /** In a plan, the number that the next batch begins with; it writes nothing that could be counted. */
  #next: number | null = null;

  constructor(settings: ReadSettings, facts: PassFacts, met: MetLines) {
    this.compiled = compileImport(settings);
    this.#facts = facts;
    this.#met = met;
    this.#alone = facts.record.progress === null ? 0 : null;
  }

  /** First number free for a new object. `isPlan`: those of the batches before it are taken too. */
  async numbersFrom(reader: BatchReader, isPlan: boolean): Promise<number> {
    const next = isPlan ? (this.#next ?? (await reader.nextNumber())) : await reader.nextNumber();
    if (this.#firstPlanned === 0) this.#firstPlanned = next;
    this.#next = next;
    return next;
  }

  async match(reader: BatchReader, drafts: DraftBatch, next: number): Promise<Matched> {
    const { workspace, record, sameFile, retried } = this.#facts;
    const { idKey } = workspace;
    const prefix = ID_PREFIX[this.compiled.shape.object];
    this.#isAlone = await this.#findAlone(reader, next);
    const read = await this.#withKnownTags(reader, drafts);
    const context = {
      import: record.ref.import,
      contactNumber: (id: string): number | null => decodeId(prefix, idKey, id),
      alone: this.#isAlone,
      metBy: this.#metBy,
      known: this.#kinds,
    };
    this.#usable ??= await usableKeys(reader, this.compiled, context);
    const given = await givenValues(reader, record.settings, this.compiled, read);
    const found = await matchSameFile(reader, this.compiled, given.drafts, {
      matches: await matchBatch(reader, this.compiled, given.drafts, context),
      before: sameFile === null ? null : { number: sameFile, idKey },
    });
    const settled = await retried.settle(reader, this.compiled, { ...found, drafts: given.beside(found) });
    return { ...settled, next };
  }

  async plan(reader: BatchReader, matched: Matched): Promise<BatchPlan> {
    const { drafts, decisions, contacts, next, complete } = matched;
    const [first = 0, last = 0] = [drafts.lines[0], drafts.lines[drafts.count - 1]];
    const duplicates = matched.duplicates ?? (await reader.duplicateLines(first, last));
    // The first line of the batch with a key is told of the line before it; the others follow a line of the batch, or none.
    const isFromBefore = ({ otherLine }: DuplicateKey): boolean => otherLine < first;
    const fileKeys = [...duplicates.values()].flatMap(({ keys }) => keys.filter(isFromBefore).map(fileKey));
    const fileContacts = fileKeys.length > 0 ? await reader.fileContacts(fileKeys) : new Map();
    const accounts = await knownAccounts(reader, this.compiled, { drafts, contacts, fileContacts });
    return planBatch(this.compiled.plan, {
      ...{ drafts, decisions, contacts, duplicates, fileContacts, accounts },
      touchedBy: this.#metBy,
      nextContact: next,
      ...(complete === undefined ? {} : { complete }),
    });
  }

  /** What the batch has made and met. Answers what takes it back. */
  remember({ inserts }: Pick<BatchPlan, "inserts">, lines: readonly LedgerLine[]): () => void {
    const [next, alone] = [this.#next, this.#alone];
    this.#next = (next ?? 0) + inserts.length;
    if (this.#isAlone) this.#alone = this.#next;
    const met: number[] = [];
    for (const line of lines) {
      const { outcome, contact } = partOf(line, this.compiled.shape.object);
      if (contact === null || (outcome !== "updated" && outcome !== "unchanged")) continue;
      if (this.#met.lineOf(contact) === 0) met.push(contact);
      this.#met.add(contact, line.line);
    }
    return () => {
      [this.#next, this.#alone] = [next, alone];
      for (const contact of met) this.#met.forget(contact);
    };
  }

  /** A number that a plan has made up is nobody's. */
  stored = (number: number | null): number | null => (number !== null && number >= this.#firstPlanned ? null : number);

  /** What a batch will ask the identity index first; none = the index is not asked. */
  get usable(): readonly MatchKeySpec[] {
    return this.#usable ?? [];
  }

  async #withKnownTags(reader: BatchReader, drafts: DraftBatch): Promise<DraftBatch> {
    const { shape, plan } = this.compiled;
    // An import that an earlier version has prepared says nothing of it.
    if (plan.policy.createTags !== false || shape.object !== "contact") return drafts;
    return withKnownTags(drafts, shape, await reader.knownTags(tagKeysIn(drafts, shape)));
  }

  /** Into a workspace that was empty nothing needs to be looked up, until somebody else makes an object too. */
  async #findAlone(reader: BatchReader, next: number): Promise<boolean> {
    const first = this.#alone === 0;
    if (first ? await reader.hasAny() : this.#alone !== next) this.#alone = null;
    return this.#alone !== null;
  }

  #metBy = (object: number): number => this.#met.lineOf(object);
}

/** What one object that was found holds, by slot. */
export const heldBy =
  (contacts: ReadonlyMap<number, LoadedContact>) =>
  (object: number): readonly string[] | undefined =>
    contacts.get(object)?.values;
