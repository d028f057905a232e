/**
 * Changing many contacts at once, and taking that back. What is small is done when it is asked for; the rest goes on in the
 * background, batch by batch, each one transaction with what every contact held before: whoever dies in between loses nothing.
 */
import { changesOf, isByHand } from "../../core/bulk/bulk-change.ts";
import { LIST_TYPES } from "../../core/contact/field.ts";
import { type Actor, actorName } from "../../core/member/actor.ts";
import { decideUndo } from "../../core/plan/undo.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import { BULK_AT_ONCE, BULK_STEPS_ASKED, DELETED_KEPT_MS, LOOK_MS } from "../limits.ts";
import type { BulkChoice, BulkPage, BulkRecord, BulkRequest, BulkStep } from "../ports/bulk-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { loadFields } from "../view/contact-schema.ts";

type BulkPorts = Pick<Ports, "store" | "now">;

/** As it stands when the request is answered: what is not done yet goes on in the background. */
export async function changeContacts(
  ports: BulkPorts,
  workspace: Workspace,
  { request, actor }: { readonly request: Pick<BulkRequest, "change" | "choice" | "newTags">; readonly actor: Actor },
): Promise<Result<BulkRecord>> {
  const { bulkChanges } = ports.store;
  // An import that is at work is waited for; one that was interrupted waits for a person, who may never come.
  if ((await bulkChanges.importAtWork(workspace.number)) === "interrupted")
    return refuseWith("import_at_work", "An import of this workspace was interrupted half way.");
  const asked = { ...request, at: ports.now(), by: actorName(actor) };
  return accept(await begin(ports, workspace, await bulkChanges.open(workspace.number, asked)));
}

/** @param id `latest` = the newest one */
export async function findBulkChange(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  id: string,
): Promise<Result<BulkRecord>> {
  const number = decodeId("blk", workspace.idKey, id);
  const record = number === null ? null : await store.bulkChanges.get(workspace.number, number);
  if (record) return accept(record);
  return refuseWith("bulk_change_unknown", `There is no bulk change ${shown(id)} in this workspace.`);
}

/** Also of one that is at work, which ends where it is, or waits for an import: then its undo waits instead. */
export async function undoBulkChange(
  ports: BulkPorts,
  workspace: Workspace,
  { record, actor }: { readonly record: BulkRecord; readonly actor: Actor },
): Promise<Result<BulkRecord>> {
  if (record.expiredAt !== null)
    return refuseWith("bulk_change_expired", "What the contacts held before is not kept any more.");
  const doing = { at: ports.now(), by: actorName(actor) };
  const begun = await ports.store.bulkChanges.beginUndo(workspace.number, record.number, doing);
  if (begun === null) return refuseWith("bulk_change_undone", "This bulk change has been undone already.");
  return accept(await begin(ports, workspace, begun));
}

/**
 * Behind an older one that is not at its end it waits: what was asked for later has the last word. What was done by hand to one
 * contact waits for nobody who does something to many.
 */
async function begin(ports: BulkPorts, workspace: Workspace, record: BulkRecord): Promise<BulkRecord> {
  let now = record;
  const isOne = isByHand(record.change);
  for (let step = 0; step < BULK_STEPS_ASKED && isUnfinished(now); step++) {
    const [oldest] = await ports.store.bulkChanges.unfinished(workspace.number);
    if (!isOne && oldest?.number !== record.number) break;
    if ((await advanceBulkChange(ports, workspace, now)) === "held") break;
    now = (await ports.store.bulkChanges.get(workspace.number, record.number)) ?? now;
  }
  return now;
}

export const isUnfinished = ({ state }: Pick<BulkRecord, "state">): boolean =>
  state === "running" || state === "undoing";

/** The next batch, forth or back. */
async function advanceBulkChange(ports: BulkPorts, workspace: Workspace, record: BulkRecord): Promise<BulkStep> {
  return record.state === "undoing" ? takeBack(ports, workspace, record) : goOn(ports, workspace, record);
}

/** One step of the oldest bulk change of the workspace that is not at its end. */
export async function advanceOldest(ports: BulkPorts, workspace: Workspace): Promise<BulkStep | "none"> {
  const [oldest] = await ports.store.bulkChanges.unfinished(workspace.number);
  return oldest === undefined ? "none" : advanceBulkChange(ports, workspace, oldest);
}

async function goOn(ports: BulkPorts, { number }: Workspace, record: BulkRecord): Promise<BulkStep> {
  const { store } = ports;
  const page = await nextPage(ports, number, record);
  const { change } = record;
  return store.bulkChanges.advance(number, { record, page, at: ports.now() }, (values) =>
    change.do === "delete" ? null : changesOf(change, values),
  );
}

async function nextPage(
  ports: BulkPorts,
  workspace: number,
  { at, change, choice, seenTo }: BulkRecord,
): Promise<BulkPage> {
  if (choice === null) return { numbers: [], seenTo, isLast: true };
  if (choice.kind === "named") {
    const left = choice.contacts.filter((number) => number > seenTo);
    const numbers = left.slice(0, BULK_AT_ONCE);
    return { numbers, seenTo: numbers.at(-1) ?? seenTo, isLast: left.length === numbers.length };
  }
  const page = await matchingPage(ports, workspace, { choice, seenTo });
  // What an import has made match in the meantime nobody meant to delete.
  return change.do === "delete" ? { ...page, asSeenAt: at } : page;
}

async function matchingPage(
  { store }: BulkPorts,
  workspace: number,
  { choice, seenTo }: { readonly choice: Extract<BulkChoice, { readonly kind: "matching" }>; readonly seenTo: number },
): Promise<BulkPage> {
  const { search, filters, upTo, except } = choice;
  const query = { search, filters, after: seenTo, limit: BULK_AT_ONCE };
  const found = await store.contacts.numbers(workspace, query, LOOK_MS);
  const left = new Set(except);
  return {
    numbers: found.rows.filter((number) => number <= upTo && !left.has(number)),
    seenTo: Math.min(found.seenTo ?? upTo, upTo),
    isLast: found.seenTo === null || found.seenTo >= upTo,
  };
}

async function takeBack(ports: BulkPorts, workspace: Workspace, record: BulkRecord): Promise<BulkStep> {
  const { bulkChanges } = ports.store;
  const fields = await loadFields(ports, workspace);
  const lists = new Set(fields.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
  const rules = { includeEdited: false, isList: (field: string) => lists.has(field) };
  const step = { record, limit: BULK_AT_ONCE, at: ports.now() };
  return bulkChanges.takeBack(workspace.number, step, (line, contact) => decideUndo(line, contact, rules));
}

/** What contacts held before is not kept for ever, and deleted ones not longer than people expect. */
export async function expireBulkChanges({ store, now }: BulkPorts, { number, policy }: Workspace): Promise<void> {
  const { keepHistory } = policy;
  const at = now();
  const changes = keepHistory === null ? 0 : at - keepHistory;
  await store.bulkChanges.expire(number, { changes, deletions: Math.max(changes, at - DELETED_KEPT_MS) }, at);
}
