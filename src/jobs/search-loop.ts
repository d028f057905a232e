/** Keeps the search index up, workspace by workspace; gives way to imports, which write the same database. */
import { setTimeout as sleep } from "node:timers/promises";
import { INDEXED_AT_ONCE } from "../app/limits.ts";
import type { Ports, Workspace } from "../app/ports.ts";
import type { OnWorkspaceFault } from "../app/workspace/workspace-fault.ts";
import type { Rest } from "./rest.ts";
import { WorkspaceTurns } from "./workspace-turns.ts";

export type SearchLoopSettings = {
  /** Ends as soon as the index knows everything. */
  readonly once: boolean;
  readonly signal: AbortSignal;
  readonly rest: Rest;
  readonly onFault: OnWorkspaceFault;
  /** This process is at an import: its thread is the import's, and the index waits or is another worker's. */
  readonly isImporting: () => boolean;
};

/** How long it rests after each piece, as often as the piece took: others want to write too, and an import wants the processor. */
const RESTS = { alone: 1, besideImports: 29 };

export async function keepSearchIndex(ports: Pick<Ports, "store">, settings: SearchLoopSettings): Promise<void> {
  const { once, signal, rest } = settings;
  const turns = new WorkspaceTurns("search index", settings.onFault);
  while (!signal.aborted) {
    let more = false;
    for (const workspace of await ports.store.workspaces.list())
      if (!signal.aborted && (await turns.take(workspace, () => takeOne(ports, workspace, settings)))) more = true;
    if (more) continue;
    if (once) return;
    await rest.take(signal);
  }
}

async function takeOne(
  { store }: Pick<Ports, "store">,
  { number }: Workspace,
  { once, signal, isImporting }: SearchLoopSettings,
): Promise<boolean> {
  if (isImporting()) return false;
  const started = performance.now();
  const more = await store.searchIndex.catchUp(number, INDEXED_AT_ONCE);
  if (!more || once) return more;
  const tookMs = performance.now() - started;
  const importing = (await store.imports.unfinished()).length > 0;
  const restMs = tookMs * (importing ? RESTS.besideImports : RESTS.alone);
  await sleep(restMs, undefined, { signal }).catch(() => undefined);
  return true;
}
