/** “These are two people”: the pair is no longer shown as a possible duplicate, until somebody takes that back. */
import { type Actor, actorName } from "../../core/member/actor.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { ContactRow, Ports, Workspace } from "../ports.ts";
import { findContact } from "../view/find-by-id.ts";

export type DismissRequest = {
  readonly ids: readonly [string, string];
  readonly actor: Actor;
  /** Takes a dismissal back. */
  readonly isRecall: boolean;
};

export async function dismissDuplicate(
  ports: Ports,
  workspace: Workspace,
  { ids, actor, isRecall }: DismissRequest,
): Promise<Result<readonly [ContactRow, ContactRow]>> {
  const one = await findContact(ports, workspace, ids[0]);
  if (!one.ok) return one;
  const other = await findContact(ports, workspace, ids[1]);
  if (!other.ok) return other;
  const pair = [one.value.number, other.value.number] as const;
  if (pair[0] === pair[1]) return refuseWith("merge_invalid", "A pair needs two contacts, and this is one.");
  if (isRecall) {
    if (!(await ports.store.duplicates.recall(workspace.number, pair)))
      return refuseWith("merge_invalid", "Nobody has called these two contacts two people.");
  } else await ports.store.duplicates.dismiss(workspace.number, { pair, by: actorName(actor), at: ports.now() });
  return accept([one.value, other.value]);
}
