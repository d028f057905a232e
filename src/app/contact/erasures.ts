/**
 * Erasures that are asked for: looked at first, then done, both in the background. What is asked stays written down until it is
 * done or taken back, whoever dies meanwhile; it waits while an import of the workspace is at work.
 */
import { type Actor, actorName } from "../../core/member/actor.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId, encodeId } from "../../core/public-id.ts";
import { namedContacts } from "../bulk/named-contacts.ts";
import { ERASED_AT_ONCE } from "../limits.ts";
import type { ErasureRecord } from "../ports/erasure-requests.ts";
import type { Ports, Workspace } from "../ports.ts";
import { newClaim, whileRenewed } from "../while-renewed.ts";
import { dropErasedFiles, erasePeople, notThere, planErasure } from "./erase-person.ts";
import { mentionsOf } from "./mentions.ts";

/** @param start without being looked at first */
export async function askErasure(
  ports: Ports,
  workspace: Workspace,
  { contacts, start, actor }: { readonly contacts: readonly string[]; readonly start: boolean; readonly actor: Actor },
): Promise<Result<ErasureRecord>> {
  const numbers = namedContacts(workspace, contacts);
  if (!numbers.ok) return numbers;
  if (numbers.value.length > ERASED_AT_ONCE)
    return refuseWith("request_invalid", `No more than ${ERASED_AT_ONCE} contacts are erased by one request.`);
  const missing = await notThere(ports, workspace, numbers.value);
  if (missing) return missing;
  const asked = { at: ports.now(), by: actorName(actor), contacts: numbers.value };
  const state = start ? "erasing" : "planning";
  return accept(await ports.store.erasureRequests.open(workspace.number, { ...asked, state }));
}

export async function findErasure(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  id: string,
): Promise<Result<ErasureRecord>> {
  const number = decodeId("ers", workspace.idKey, id);
  const record = number === null ? null : await store.erasureRequests.get(workspace.number, number);
  return record ? accept(record) : refuseWith("erasure_unknown", `There is no erasure ${shown(id)} in this workspace.`);
}

/** Also of one that was refused: what stood in the way may be gone. */
export async function startErasure(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  { record, actor }: { readonly record: ErasureRecord; readonly actor: Actor },
): Promise<Result<ErasureRecord>> {
  const started = await store.erasureRequests.start(workspace.number, record.number, { by: actorName(actor) });
  return started ? accept(started) : begun(workspace, record);
}

/** Of one that nobody has started. */
export async function withdrawErasure(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  record: ErasureRecord,
): Promise<Result<null>> {
  const isGone = await store.erasureRequests.withdraw(workspace.number, record.number);
  return isGone ? accept(null) : begun(workspace, record);
}

const begun = ({ idKey }: Workspace, { number }: ErasureRecord): Result<never> =>
  refuseWith("erasure_begun", `The erasure ${encodeId("ers", idKey, number)} is done, or is being done.`);

/** `held`: an import of the workspace is at work or interrupted, or another worker is at what there is to do. */
export type ErasureStep = "moved" | "held" | "none";

/** The next thing that there is to do for erasures of the workspace. */
export async function advanceErasures(ports: Ports, workspace: Workspace): Promise<ErasureStep> {
  const { erasureRequests } = ports.store;
  const waiting = await erasureRequests.unfinished(workspace.number);
  for (const record of waiting) {
    const claim = newClaim(ports);
    const { holder } = claim;
    if (!(await erasureRequests.claim(workspace.number, record.number, claim))) continue;
    const renew = () => erasureRequests.renew(workspace.number, record.number, { holder, now: ports.now() });
    try {
      if ((await whileRenewed(renew, () => advance(ports, workspace, record))) === "moved") return "moved";
    } finally {
      await erasureRequests.free(workspace.number, record.number, holder);
    }
  }
  if (waiting.length > 0) return "held";
  // What whoever erased last was killed over.
  await dropErasedFiles(ports, workspace.number);
  return "none";
}

async function advance(ports: Ports, workspace: Workspace, record: ErasureRecord): Promise<ErasureStep> {
  const { erasureRequests } = ports.store;
  const { number: erasure, contacts } = record;
  // Looking at everything takes long, and is for nothing while an import is at work.
  if ((await ports.store.bulkChanges.importAtWork(workspace.number)) !== "none") return "held";
  const plan = await planErasure(ports, workspace, contacts);
  if (!plan.ok && plan.refusal.code === "import_at_work") return "held";
  if (!plan.ok) {
    await erasureRequests.refused(workspace.number, erasure, { refusal: plan.refusal, at: ports.now() });
    return "moved";
  }
  const mentions = await mentionsOf(ports, workspace.number, plan.value.people);
  await erasureRequests.planned(workspace.number, erasure, { places: plan.value.places, mentions });
  if (record.state === "planning") return "moved";
  const erased = await erasePeople(ports, workspace, { plan: plan.value, by: record.by, request: erasure });
  // Something has gone on meanwhile: it is looked at anew.
  return erased.ok || erased.refusal.code === "contacts_changed" ? "moved" : "held";
}

/** After the last one: what had been overwritten or deleted before may still be in the free pages. */
export async function compactErased({ store: { erasures, imports } }: Pick<Ports, "store">): Promise<void> {
  if (!(await erasures.needsCompacting())) return;
  if (!erasures.compactsAlone || (await imports.unfinished()).length === 0) await erasures.compact();
}
