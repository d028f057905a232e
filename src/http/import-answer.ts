/** An import as an answer: at once, or once it rests. */
import { setTimeout as sleep } from "node:timers/promises";
import type { ImportRecord, ImportRef, Ports } from "../app/ports.ts";
import { importJson } from "../app/view/import-json.ts";
import type { Voice } from "../core/problem/voice.ts";
import { API } from "./bind.ts";
import { eTag } from "./e-tag.ts";
import { WAIT_STEP_MS } from "./limits.ts";
import type { ServerParts } from "./server-parts.ts";

type Asking = {
  readonly ports: Ports;
  readonly parts: Pick<ServerParts, "stopping">;
  readonly voice: Voice;
  readonly context: { readonly req: { readonly raw: Request } };
};

/** Something is to become of it, or becomes of it just now. */
export const isWanted = ({ job, lease }: ImportRecord, now: number): boolean =>
  job !== null || (lease !== null && lease.until > now);

/** @param seconds for which the answer may be held until nothing more is to become of the import */
export async function importAnswer(
  { ports, parts, voice, context }: Asking,
  record: ImportRecord,
  { seconds, status }: { readonly seconds: number; readonly status: number },
): Promise<Response> {
  const rested = await atRest(ports, record.ref, {
    until: Date.now() + seconds * 1000,
    isOver: () => context.req.raw.signal.aborted || parts.stopping.aborted,
  });
  const shown = rested ?? record;
  const headers = { Location: `${API}/imports/${shown.id}`, ETag: eTag(shown.version) };
  return Response.json(importJson(shown, null, voice), { status, headers });
}

/** As it is by then, at rest or not; null = it is gone. */
async function atRest(
  ports: Ports,
  ref: ImportRef,
  { until, isOver }: { readonly until: number; readonly isOver: () => boolean },
): Promise<ImportRecord | null> {
  for (;;) {
    const record = await ports.store.imports.get(ref);
    if (record === null || !isWanted(record, ports.now()) || Date.now() >= until || isOver()) return record;
    await sleep(WAIT_STEP_MS);
  }
}
