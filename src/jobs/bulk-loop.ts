/** Goes on with bulk changes and their undos, a batch for each workspace in turn; waits where an import is at work. */
import { advanceOldest } from "../app/bulk/bulk-changes.ts";
import type { Ports } from "../app/ports.ts";
import type { OnWorkspaceFault } from "../app/workspace/workspace-fault.ts";
import type { Rest } from "./rest.ts";
import { WorkspaceTurns } from "./workspace-turns.ts";

export type BulkLoopSettings = {
  /** Ends as soon as there is nothing that could be gone on with. */
  readonly once: boolean;
  /** Ends after the batch that is under way. */
  readonly signal: AbortSignal;
  readonly rest: Rest;
  readonly onFault: OnWorkspaceFault;
};

export async function workOnBulkChanges(
  ports: Pick<Ports, "store" | "now">,
  { once, signal, rest, onFault }: BulkLoopSettings,
): Promise<void> {
  const turns = new WorkspaceTurns("bulk changes", onFault);
  while (!signal.aborted) {
    let more = false;
    for (const workspace of await ports.store.workspaces.list()) {
      if (signal.aborted) break;
      const step = await turns.take(workspace, () => advanceOldest(ports, workspace));
      more ||= step === "moved" || step === "passed";
    }
    if (more) continue;
    if (once) return;
    await rest.take(signal);
  }
}
