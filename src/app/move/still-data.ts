/** Data that nobody works with: what a move is made from. Keys that wait for the index are merged, so that none is left behind. */
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { holderName } from "../ports/import-ref.ts";
import type { Ports } from "../ports.ts";

export async function stillData({
  store,
  isGone,
  now,
}: Pick<Ports, "store" | "isGone" | "now">): Promise<Result<null>> {
  for (const { id, lease } of await store.imports.unfinished()) {
    if (lease !== null && lease.until > now() && !isGone(lease)) {
      return refuseWith("move_refused", `${holderName(lease.holder)} is working on the import ${id}.`);
    }
  }
  for (const { number } of await store.workspaces.list()) await store.imports.settleKeys(number);
  return accept(null);
}
