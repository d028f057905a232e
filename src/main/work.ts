/** Puts a worker together. As the child of a server it writes what it does into the server's log. */
import type { OnEnded } from "../app/import/do-job.ts";
import { notifyEnded } from "../app/notify/notify-ended.ts";
import { importJson } from "../app/view/import-json.ts";
import type { Edges } from "../cli/cli.ts";
import { readServerConfig } from "../config/server.ts";
import type { Log } from "../http/server-parts.ts";
import { noteAtWork } from "./at-work.ts";
import { openLog } from "./log.ts";
import { userAgent } from "./manifest.ts";
import { startTracing } from "./tracing.ts";

export const work: Edges["work"] = async (ports, effects, request) => {
  const { makeSenders } = await import("../effects/senders.ts");
  const { runWorker } = await import("../jobs/worker.ts");
  const { endInTime, onNudge } = await import("../jobs/parent-process.ts");
  const log = await logOfChild();
  const endTracing = await startTracing((error) => log?.error(error));
  let stopListening: (() => void) | null = null;
  const onReady = (nudge: () => void): void => {
    stopListening = onNudge(nudge);
  };
  // The server says for its children that it is there.
  const endNote = isChild() ? null : await noteAtWork(request.dataFolder, "muster worker");
  const takeBack = endInTime(request.signal);
  const senders = makeSenders(effects, { userAgent, now: Date.now });
  const onEnded: OnEnded = async (record, { wish, tries }) => {
    const { import: id, state, lines, outcomes, seconds } = importJson(record);
    log?.info({ import: id, job: wish.kind, state, lines, outcomes, seconds, tries }, "job ended");
    await notifyEnded(ports.imports, record, wish.kind);
  };
  const onFault: typeof request.onFault = (job, error) => {
    log?.error(error);
    request.onFault(job, error);
  };
  const onWorkspaceFault: typeof request.onWorkspaceFault = (fault) => {
    log?.error(fault.error);
    request.onWorkspaceFault(fault);
  };
  const onOutage: typeof request.onOutage = (error) => {
    log?.error(error);
    request.onOutage(error);
  };
  const told = { onReady, onEnded, onFault, onWorkspaceFault, onOutage };
  return runWorker(ports, { ...request, senders, ...told }).finally(async () => {
    stopListening?.();
    await endTracing();
    await endNote?.();
    takeBack();
  });
};

const isChild = (): boolean =>
  process.channel !== undefined && process.channel !== null && process.env.MUSTER_SERVER_CHILD === "1";

/** A worker that somebody has started by hand speaks to them. */
async function logOfChild(): Promise<Log | null> {
  if (!isChild()) return null;
  const config = readServerConfig(process.env, {});
  return openLog(config.ok ? config.value.logLevel : "info");
}
