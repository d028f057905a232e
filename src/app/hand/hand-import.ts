/** One contact as a file of one line: read, checked and planned by the very code that imports are, under the workspace's policy. */
import { valueSettingsOf } from "../../core/contact/value-settings.ts";
import { rowOf, type SaidValues } from "../../core/hand/said-values.ts";
import type { MatchDecision } from "../../core/match/decide-match.ts";
import type { Member } from "../../core/member/member.ts";
import type { BatchPlan } from "../../core/plan/batch-plan.ts";
import { CLEAR, type DraftBatch } from "../../core/plan/draft.ts";
import { DraftBuilder } from "../../core/plan/draft-builder.ts";
import { tagKeysIn, withKnownTags } from "../../core/plan/known-tags.ts";
import { planBatch } from "../../core/plan/plan-batch.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { type EffectivePolicy, effectivePolicy } from "../../core/policy/effective-policy.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import { type CompiledImport, compileImport } from "../import/compile-import.ts";
import type { ReadSettings } from "../import/import-settings.ts";
import { knownAccounts } from "../import/passes/known-accounts.ts";
import type { BatchReader } from "../ports.ts";

/** What the workspace knows of its contacts when one is written. */
export type HandSchema = Pick<ReadSettings, "fields" | "policy"> & {
  readonly sources: NonNullable<ReadSettings["sources"]>;
  readonly members: readonly Member[];
  /** Somebody who is there already may be there twice. */
  readonly allowsDuplicates: boolean;
};

/** A person looks at one contact: what they say takes the place of what is there, and nothing is decided for them. */
export function handPolicy(policy: Policy): Result<EffectivePolicy> {
  const asked = { policy: { ...policy, enabled: true, modes: ["both"] as const }, mode: "both" as const };
  const effective = effectivePolicy({ ...asked, set: new Map() });
  if (!effective.ok) return effective;
  return accept({
    ...effective.value,
    ...{ onMatch: "update", inFile: "both", emptyCells: "keep", clearFields: [], tags: "replace" },
    ...{ overrideOwners: true, clearToken: "" },
  });
}

export type HandRow = { readonly compiled: CompiledImport; readonly drafts: DraftBatch };

/** @param held what the contact holds, by field key; empty for a new one */
export function readRow(schema: HandSchema, said: SaidValues, held: ReadonlyMap<string, string>): Result<HandRow> {
  const { fields, policy } = schema;
  const country = held.get("country") ?? policy.defaultCountry;
  const row = rowOf(said, { fields, kept: keptNames(held), settings: { ...valueSettingsOf(policy), country } });
  if (!row.ok) return row;
  const { mapping, cells, cleared } = row.value;
  const compiled = compileImport({
    ...schema,
    ...{ mapping, country, dateOrder: null, tags: [], owner: null, readings: [], by: "" },
  });
  const plan = { ...compiled.plan, rules: { ...compiled.plan.rules, byHand: true } };
  const builder = new DraftBuilder({ ...compiled.drafts, isTyped: true });
  builder.add({ line: 1, offset: -1, cells });
  return accept({ compiled: { ...compiled, plan }, drafts: withCleared(builder.take(), compiled, cleared) });
}

const keptNames = (held: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...held.keys()].filter((key) => key.startsWith(KEPT_PREFIX)).map((key) => key.slice(KEPT_PREFIX.length)));

function withCleared(drafts: DraftBatch, { shape }: CompiledImport, cleared: readonly string[]): DraftBatch {
  const slots = new Set(cleared.flatMap((key) => shape.index.get(key) ?? []));
  if (slots.size === 0) return drafts;
  return { ...drafts, values: drafts.values.map((values, slot) => (slots.has(slot) ? [CLEAR] : values)) };
}

/** @param contact null = it is to be made */
export async function planRow(
  batch: BatchReader,
  { compiled, drafts }: HandRow,
  contact: number | null,
): Promise<BatchPlan> {
  const { shape, plan } = compiled;
  const known = plan.policy.createTags
    ? drafts
    : withKnownTags(drafts, shape, await batch.knownTags(tagKeysIn(drafts, shape)));
  const contacts = contact === null ? new Map() : await batch.loadContacts([contact], shape);
  const decision: MatchDecision = contact === null ? { kind: "new" } : { kind: "match", contact, key: "id", value: "" };
  return planBatch(plan, {
    ...{ drafts: known, contacts, decisions: [decision], duplicates: new Map(), fileContacts: new Map() },
    touchedBy: () => 0,
    nextContact: await batch.nextNumber(),
    accounts: await knownAccounts(batch, compiled, { drafts: known, contacts, fileContacts: new Map() }),
  });
}
