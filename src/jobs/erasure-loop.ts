/** Looks what erasures would take away and erases, one step for each workspace in turn; waits where an import is at work. */
import { advanceErasures, compactErased } from "../app/contact/erasures.ts";
import type { Ports } from "../app/ports.ts";
import type { OnWorkspaceFault } from "../app/workspace/workspace-fault.ts";
import type { Rest } from "./rest.ts";
import { WorkspaceTurns } from "./workspace-turns.ts";

export type ErasureLoopSettings = {
  /** Ends as soon as there is nothing that could be gone on with. */
  readonly once: boolean;
  /** Ends after the step that is under way. */
  readonly signal: AbortSignal;
  readonly rest: Rest;
  readonly onFault: OnWorkspaceFault;
};

export async function workOnErasures(
  ports: Ports,
  { once, signal, rest, onFault }: ErasureLoopSettings,
): Promise<void> {
  const turns = new WorkspaceTurns("erasures", onFault);
  // Also what a worker that is gone has left to do.
  let mayCompact = true;
  while (!signal.aborted) {
    let more = false;
    for (const workspace of await ports.store.workspaces.list()) {
      if (signal.aborted) break;
      const step = await turns.take(workspace, () => advanceErasures(ports, workspace));
      more ||= step === "moved";
    }
    mayCompact ||= more;
    if (more) continue;
    if (mayCompact) await compactErased(ports);
    mayCompact = false;
    if (once) return;
    await rest.take(signal);
  }
}
