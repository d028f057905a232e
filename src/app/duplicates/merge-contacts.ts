/** Merging by hand: what it would do, doing it, and taking it back. A member who may change contacts does it, and is named. */
import { LIST_TYPES } from "../../core/contact/field.ts";
import { type Actor, actorName } from "../../core/member/actor.ts";
import { ACCOUNT_GROUP, NEVER_TAKEN } from "../../core/merge/field-groups.ts";
import { decideMerge, type MergeDecision } from "../../core/merge/merge-contacts.ts";
import { decideParting, type PartDecision, type PartState } from "../../core/merge/part-contacts.ts";
import { accept, type Result, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId, encodeId } from "../../core/public-id.ts";
import { MERGED_CONTACTS } from "../limits.ts";
import type { MergeRecord, MergeSources } from "../ports/merge-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { loadFields } from "../view/contact-schema.ts";

type StorePorts = Pick<Ports, "store" | "now">;

/** Numbers of contacts, checked. */
export type MergePlan = {
  readonly kept: number;
  readonly others: readonly number[];
  readonly take: ReadonlyMap<string, number>;
  readonly decision: MergeDecision;
};

/** @param said ids of contacts, the one to keep first; `take`: `field=ID` */
export async function planMerge(
  ports: StorePorts,
  workspace: Workspace,
  said: { readonly ids: readonly string[]; readonly take: readonly string[] },
): Promise<Result<MergePlan>> {
  const numbers: number[] = [];
  for (const id of said.ids) {
    const number = decodeId("con", workspace.idKey, id);
    if (number === null) return refuseNaming("contact_unknown", [id], `${shown(id)} is no contact's id.`);
    if (numbers.includes(number)) return refuseNaming("merge_invalid", [id], `${shown(id)} is named twice.`);
    numbers.push(number);
  }
  const [kept, ...others] = numbers;
  if (kept === undefined || others.length === 0)
    return refuseWith("merge_invalid", "A merge needs the contact to keep and at least one other.");
  if (others.length > MERGED_CONTACTS)
    return refuseWith(
      "merge_invalid",
      `${others.length} contacts are more than are merged at a time (${MERGED_CONTACTS}).`,
    );
  const sources = await ports.store.merges.load(workspace.number, numbers);
  const gone = await missing(ports, workspace, numbers, sources);
  if (gone) return gone;
  const take = readTake(workspace, said.take, sources);
  if (!take.ok) return take;
  const isList = await listFields(ports, workspace);
  return decide({ kept, others, take: take.value }, sources, isList);
}

/** Refused where the contacts are no longer what the plan was made of. */
export async function mergeContacts(
  ports: StorePorts,
  workspace: Workspace,
  { plan, actor }: { readonly plan: MergePlan; readonly actor: Actor },
): Promise<Result<MergeRecord>> {
  const isList = await listFields(ports, workspace);
  const { kept, others } = plan;
  const doing = { by: actorName(actor), at: ports.now() };
  return ports.store.merges.merge(workspace.number, { kept, others, ...doing }, (sources) => {
    const again = sources.size === others.length + 1 ? decide(plan, sources, isList) : null;
    if (!again?.ok || JSON.stringify(again.value.decision) !== JSON.stringify(plan.decision))
      return refuseWith("contacts_changed", "Somebody has changed these contacts meanwhile.");
    return accept(again.value.decision);
  });
}

function decide(
  { kept, others, take }: Omit<MergePlan, "decision">,
  sources: MergeSources,
  isList: (field: string) => boolean,
): Result<MergePlan> {
  const found = [kept, ...others].flatMap((number) => sources.get(number) ?? []);
  const [first, ...rest] = found;
  if (!first) return refuseWith("contact_unknown", "The contact to keep is not there.");
  return accept({ kept, others, take, decision: decideMerge({ kept: first, others: rest, isList, take }) });
}

async function missing(
  { store }: StorePorts,
  workspace: Workspace,
  numbers: readonly number[],
  sources: MergeSources,
): Promise<Result<never> | null> {
  const gone = numbers.find((number) => !sources.has(number));
  if (gone === undefined) return null;
  const id = encodeId("con", workspace.idKey, gone);
  const merge = (await store.merges.mergedInto(workspace.number, [gone])).get(gone);
  if (merge === undefined) return refuseWith("contact_unknown", `There is no contact ${id} in this workspace.`);
  return refuseWith(
    "contact_unknown",
    `${id} was merged into another contact by ${encodeId("mrg", workspace.idKey, merge)}.`,
  );
}

function readTake(
  workspace: Workspace,
  texts: readonly string[],
  sources: MergeSources,
): Result<ReadonlyMap<string, number>> {
  const take = new Map<string, number>();
  for (const text of texts) {
    const at = text.lastIndexOf("=");
    const [field, id] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
    const source = sources.get(decodeId("con", workspace.idKey, id) ?? 0);
    if (at < 1 || !source)
      return refuseWith(
        "merge_invalid",
        `“${shown(text)}” does not name a field and one of the contacts that are merged.`,
      );
    if (NEVER_TAKEN.has(field))
      return refuseWith(
        "merge_invalid",
        `${shown(field)} cannot be chosen: it follows the contacts, and opt-outs always stay.`,
      );
    const group = ACCOUNT_GROUP.find((part) => part === field) ? ACCOUNT_GROUP : [field];
    if (!group.some((part) => source.values.has(part)))
      return refuseNaming("merge_invalid", [field], `${id} has no ${shown(field)} that could be taken.`);
    take.set(field, source.number);
  }
  return accept(take);
}

async function listFields(ports: StorePorts, workspace: Workspace): Promise<(field: string) => boolean> {
  const fields = await loadFields(ports, workspace);
  const lists = new Set(fields.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
  return (field) => lists.has(field);
}

export type PartPlan = { readonly merge: MergeRecord; readonly decision: PartDecision };

export async function findMerge(ports: StorePorts, workspace: Workspace, id: string): Promise<Result<MergeRecord>> {
  const number = decodeId("mrg", workspace.idKey, id);
  const [latest] = id === "latest" ? await ports.store.merges.list(workspace.number, { before: null, limit: 1 }) : [];
  const merge = latest ?? (number === null ? null : await ports.store.merges.get(workspace.number, number));
  return merge
    ? accept(merge)
    : refuseNaming("merge_unknown", [id], `There is no merge ${shown(id)} in this workspace.`);
}

export async function planParting(
  ports: StorePorts,
  workspace: Workspace,
  merge: MergeRecord,
): Promise<Result<PartPlan>> {
  const state = await ports.store.merges.partState(workspace.number, merge.number);
  if (state === null) return refuseWith("merge_unknown", "There is no such merge in this workspace.");
  const decision = decidePart(workspace, state, await listFields(ports, workspace));
  return decision.ok ? accept({ merge, decision: decision.value }) : decision;
}

export async function undoMerge(
  ports: StorePorts,
  workspace: Workspace,
  { merge, actor }: { readonly merge: MergeRecord; readonly actor: Actor },
): Promise<Result<PartPlan>> {
  const isList = await listFields(ports, workspace);
  const doing = { merge: merge.number, by: actorName(actor), at: ports.now() };
  const parted = await ports.store.merges.part(workspace.number, doing, (state) =>
    decidePart(workspace, state, isList),
  );
  return parted.ok ? accept({ merge, decision: parted.value }) : parted;
}

function decidePart(workspace: Workspace, state: PartState, isList: (field: string) => boolean): Result<PartDecision> {
  if (state.isUndone) return refuseWith("merge_undone", "This merge has been undone already.");
  if (state.laterMerge !== null) {
    const [kept, later] = [
      encodeId("con", workspace.idKey, state.kept),
      encodeId("mrg", workspace.idKey, state.laterMerge),
    ];
    return refuseWith("merge_covered", `${kept} was itself merged into another contact by ${later}: undo that first.`);
  }
  return accept(decideParting(state, isList));
}
