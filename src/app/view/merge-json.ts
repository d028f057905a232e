/** Merges by hand, planned, done and taken back, as programs read them. */

import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import { encodeId } from "../../core/public-id.ts";
import type { MergePlan, PartPlan } from "../duplicates/merge-contacts.ts";
import type { MergeRecord } from "../ports/merge-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { loadFields } from "./contact-schema.ts";
import { changesJson } from "./line-json.ts";

type Where = { readonly ports: Pick<Ports, "store">; readonly workspace: Workspace };

const idOf =
  ({ workspace }: Pick<Where, "workspace">) =>
  (contact: number): string =>
    encodeId("con", workspace.idKey, contact);

export async function mergeJson(where: Where, { kept, others, decision }: MergePlan, merge: MergeRecord | null) {
  const id = idOf(where);
  const { idKey } = where.workspace;
  const fields = await loadFields(where.ports, where.workspace);
  const { [ACCOUNT_LINK]: account, ...changes } = decision.changes;
  const accountId = (value: string | null) => (value === null ? null : encodeId("acc", idKey, Number(value)));
  return {
    merge: merge === null ? null : encodeId("mrg", idKey, merge.number),
    kept: id(kept),
    others: others.map(id),
    changes: { ...changesJson(changes, fields), ...(account ? { account: account.map(accountId) } : {}) },
    taken: Object.fromEntries(Object.entries(decision.taken).map(([field, contact]) => [field, id(contact)])),
    lost: decision.lost.map(({ field, contact, value }) => ({ field, contact: id(contact), value })),
    mainContacts: mainsJson(where, decision.mains),
    ...(merge === null ? {} : { by: merge.by, at: new Date(merge.at).toISOString() }),
  };
}

const mainsJson = (where: Pick<Where, "workspace">, mains: MergePlan["decision"]["mains"]) =>
  mains.map(({ account, after }) => ({
    account: encodeId("acc", where.workspace.idKey, account),
    contact: after === null ? null : idOf(where)(after),
  }));

export function partJson(where: Pick<Where, "workspace">, { merge, decision }: PartPlan, isDone: boolean) {
  const id = idOf(where);
  return {
    merge: encodeId("mrg", where.workspace.idKey, merge.number),
    state: isDone ? "undone" : "merged",
    kept: id(merge.kept),
    back: decision.back.map(id),
    restored: [...decision.restore.keys()],
    keptFields: decision.keptFields,
    keptIsGone: decision.keptIsGone,
    withoutAccount: decision.withoutAccount.map(id),
    mainContacts: mainsJson(where, decision.mains),
    keptMainContacts: decision.keptMains.map((account) => encodeId("acc", where.workspace.idKey, account)),
  };
}

export const mergeRecordJson = ({ idKey }: Workspace, { number, kept, others, at, by, undone }: MergeRecord) => ({
  merge: encodeId("mrg", idKey, number),
  kept: encodeId("con", idKey, kept),
  others: others.map((other) => encodeId("con", idKey, other)),
  at: new Date(at).toISOString(),
  by,
  undone: undone && { at: new Date(undone.at).toISOString(), by: undone.by },
});
