/** What planning a batch takes and what it answers: plain data that a store applies set-wise. */
import type { AccountPlan } from "../account/account-plan.ts";
import type { KnownAccounts } from "../account/account-planner.ts";
import type { MatchDecision } from "../match/decide-match.ts";
import { type KeyKind, keyHash } from "../match/key-hash.ts";
import type { MatchKeySpec } from "../match/match-keys.ts";
import type { PipelinePlan } from "../pipeline/pipeline-plan.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import type { DraftBatch } from "./draft.ts";
import type { DuplicateLine, FileContact } from "./file-duplicates.ts";
import type { WriteRules } from "./merge.ts";
import type { FieldOptions } from "./new-options.ts";
import type { LedgerLine } from "./outcome.ts";
import type { ImportShape } from "./shape.ts";
import type { SlotChange } from "./slot-change.ts";

/** A contact as the store has it, its values in the shape's slots. */
export type ExistingContact = { readonly id: number; readonly values: readonly string[] };

export type ContactInsert = { readonly id: number; readonly line: number; readonly values: readonly string[] };
export type ContactUpdate = { readonly id: number; readonly changes: readonly SlotChange[] };
/** Identity keys, one in each position of the three lists: millions of them pass, and an object each would cost more than the rest. */
export type KeyList = { readonly kinds: KeyKind[]; readonly hashes: number[]; readonly contacts: number[] };

export type BatchPlan = {
  readonly inserts: readonly ContactInsert[];
  readonly updates: readonly ContactUpdate[];
  readonly keysAdded: KeyList;
  readonly keysRemoved: KeyList;
  readonly lines: readonly LedgerLine[];
  /** Contacts that several lines of the file share, as they stand after this batch. */
  readonly fileContacts: readonly FileContact[];
  readonly accounts: AccountPlan;
  /** Contacts that say what their account was called, and will say what the lines call it now. */
  readonly followers?: number;
  /** What lines about stages do to their pipelines. */
  readonly pipelines?: PipelinePlan;
  /** Of the object's fields that get options by it, all options that they then have. */
  readonly options?: FieldOptions;
  /** What the lines do to the second object that they are about; its own lines are part of `lines`. */
  readonly second?: { readonly shape: ImportShape; readonly plan: BatchPlan };
};

/** What stays the same for every batch of an import. */
export type PlanSettings = {
  readonly shape: ImportShape;
  /** What the policy recognises contacts by, in its order. */
  readonly matchKeys: readonly MatchKeySpec[];
  /** Kinds of identity keys that are written. */
  readonly indexed: readonly KeyKind[];
  readonly policy: EffectivePolicy;
  readonly rules: WriteRules;
  /** Tags that every contact of the import gets, as list text; `""` = none. */
  readonly batchTags: string;
  /** Field values that every contact of the import gets where the row has none, by slot. */
  readonly constants: ReadonlyMap<number, string>;
};

export type BatchInput = {
  readonly drafts: DraftBatch;
  readonly decisions: readonly MatchDecision[];
  readonly contacts: ReadonlyMap<number, ExistingContact>;
  /** Only lines that share a key with another line. */
  readonly duplicates: ReadonlyMap<number, DuplicateLine>;
  /** By file key, as earlier batches left them. */
  readonly fileContacts: ReadonlyMap<string, FileContact>;
  /** The line of this import that has already met this contact; 0 = none. */
  readonly touchedBy: (contact: number) => number;
  /** First number free for a new contact. */
  readonly nextContact: number;
  /** Null where the rows have nothing to do with accounts. */
  readonly accounts: KnownAccounts | null;
  /** Fills in what a new object cannot be without, by slot, where its row does not say it. */
  readonly complete?: (values: string[]) => void;
};

export const emptyKeys = (): KeyList => ({ kinds: [], hashes: [], contacts: [] });

type HeldKey = { readonly kind: KeyKind; readonly text: string };

/** What a contact's keys gain and lose when its values change. */
export function addKeyChanges(
  contact: number,
  { before, after }: { readonly before: readonly HeldKey[]; readonly after: readonly HeldKey[] },
  { added, removed }: { readonly added: KeyList; readonly removed: KeyList },
): void {
  const lost = new Map(before.map((key) => [`${key.kind}:${key.text}`, key]));
  for (const { kind, text } of after) {
    if (!lost.delete(`${kind}:${text}`)) addKey(added, kind, keyHash(text), contact);
  }
  for (const { kind, text } of lost.values()) addKey(removed, kind, keyHash(text), contact);
}

export function addKey(keys: KeyList, kind: KeyKind, hash: number, contact: number): void {
  keys.kinds.push(kind);
  keys.hashes.push(hash);
  keys.contacts.push(contact);
}

/** What planning an update answers to whoever goes on with the contact. */
export type UpdateResult = { readonly ledger: LedgerLine; readonly values: readonly string[] };
