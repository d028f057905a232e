/**
 * The worker: does the jobs of imports, one at a time, and on another connection runs workflows, sends what is due, changes
 * many contacts at once, erases people and keeps the search index up. Any number of workers may run on the same data.
 */
import type { OnEnded } from "../app/import/do-job.ts";
import type { Job, Ports } from "../app/ports.ts";
import type { Senders } from "../app/workflow/deliver-effects.ts";
import type { OnWorkspaceFault } from "../app/workspace/workspace-fault.ts";
import { workOnBulkChanges } from "./bulk-loop.ts";
import { type EffectsTally, NO_EFFECTS, sumOf, workOnEffects } from "./effects-loop.ts";
import { workOnErasures } from "./erasure-loop.ts";
import { type ImportLoopSettings, workOnImports } from "./import-loop.ts";
import { outlast, toldOnce } from "./outlast.ts";
import { Rest } from "./rest.ts";
import { keepSearchIndex } from "./search-loop.ts";

/** `jobs`: plans, runs and undos that have come to their end. */
export type WorkerTally = EffectsTally & { readonly jobs: number };

export type WorkerSettings = {
  readonly senders: Senders;
  /** Ends as soon as there is nothing to do. */
  readonly once: boolean;
  /** Ends after the batch and the deliveries that are under way; what is left half way stays for the next worker. */
  readonly signal: AbortSignal;
  /** What has been done so far, whenever something was. */
  readonly onRound: (tally: WorkerTally) => void;
  readonly onFault: (job: Job, error: unknown) => void;
  /** What is neither an import's nor the end of everybody's work. */
  readonly onWorkspaceFault: OnWorkspaceFault;
  /** The database cannot be reached; the worker waits for it. */
  readonly onOutage: (error: unknown) => void;
  readonly onEnded?: OnEnded | undefined;
  /** Hands over what says that there is work. */
  readonly onReady?: (nudge: () => void) => void;
};

export async function runWorker(
  ports: { readonly imports: Ports; readonly effects: Ports },
  settings: WorkerSettings,
): Promise<WorkerTally> {
  const { once, senders, onEnded, onFault, onWorkspaceFault } = settings;
  const failed = new AbortController();
  const signal = AbortSignal.any([settings.signal, failed.signal]);
  const rests = {
    imports: new Rest(),
    effects: new Rest(),
    bulk: new Rest(),
    erasures: new Rest(),
    search: new Rest(),
  };
  settings.onReady?.(() => {
    rests.imports.nudge();
    rests.effects.nudge();
    rests.bulk.nudge();
    rests.erasures.nudge();
  });
  let tally: WorkerTally = { ...NO_EFFECTS, jobs: 0 };
  const onRound = (effects: EffectsTally, jobs = 0): void => {
    tally = { ...sumOf(tally, effects), jobs: tally.jobs + jobs };
    settings.onRound(tally);
  };
  let isImporting = false;
  const onOutage = toldOnce(settings.onOutage);
  const lasting = (rest: Rest, work: () => Promise<unknown>) => outlast(work, { once, signal, rest, onOutage });
  const importLoop: ImportLoopSettings = {
    ...{ once, signal, onEnded, onFault, rest: rests.imports },
    onWork(isAtWork) {
      isImporting = isAtWork;
    },
    onRound() {
      // Its contacts may be waiting for their workflow.
      rests.effects.nudge();
      // A bulk change may have waited for it, or an erasure.
      rests.bulk.nudge();
      rests.erasures.nudge();
      rests.search.nudge();
      onRound(NO_EFFECTS, 1);
    },
  };
  const imports = lasting(rests.imports, () => workOnImports(ports.imports, importLoop));
  // Who ends with the work does last what imports leave to do.
  if (once) await imports;
  const others = { once, signal, onFault: onWorkspaceFault };
  const isBusy = (): boolean => isImporting;
  const effects = lasting(rests.effects, () =>
    workOnEffects(ports.effects, { ...others, senders, onRound, rest: rests.effects }),
  );
  const bulkChanges = lasting(rests.bulk, () => workOnBulkChanges(ports.effects, { ...others, rest: rests.bulk }));
  const erasures = lasting(rests.erasures, () => workOnErasures(ports.effects, { ...others, rest: rests.erasures }));
  const searchIndex = lasting(rests.search, () =>
    keepSearchIndex(ports.effects, { ...others, rest: rests.search, isImporting: isBusy }),
  );
  try {
    await Promise.all([imports, effects, bulkChanges, erasures, searchIndex]);
    return tally;
  } catch (error) {
    // The other one comes to its end before anybody closes what it works on.
    failed.abort();
    await Promise.allSettled([imports, effects, bulkChanges, erasures, searchIndex]);
    throw error;
  }
}
