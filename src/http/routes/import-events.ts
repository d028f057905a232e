/** `GET /imports/{id}/events`: an import as it goes on, as server-sent events. Between two looks at it nothing is held. */
import { setTimeout as sleep } from "node:timers/promises";
import type { ImportRecord, Ports } from "../../app/ports.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { importJson, waitsFor } from "../../app/view/import-json.ts";
import { type ProgressMark, progressJson } from "../../app/view/progress-json.ts";
import { refuse } from "../../core/problem/refusal.ts";
import type { Voice } from "../../core/problem/voice.ts";
import type { Bind } from "../bind.ts";
import { actingFor, callerName, findCaller } from "../caller.ts";
import { importEvents } from "../contract/import-files.ts";
import { streamed } from "../download.ts";
import { isWanted } from "../import-answer.ts";
import { FOLLOWED_AT_ONCE, HEARTBEAT_MS, MAY_FOLLOW_MS, PROGRESS_MS } from "../limits.ts";

const HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store",
  // Proxies that gather answers would hold events back.
  "X-Accel-Buffering": "no",
};

export function bindImportEvents(bind: Bind): void {
  const following = new Following();
  bind(importEvents, async ({ ports, parts, workspace, caller, voice, params, context }) => {
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const record = found.value;
    const seen = context.req.header("last-event-id") ?? null;
    // Whoever asks again after the end is to ask no more.
    if (seen === endId(record) && !isWanted(record, ports.now())) return new Response(null, { status: 204 });
    const who = callerName(caller);
    if (following.isFull(who))
      return refuse({
        code: "too_many_requests",
        message: `${FOLLOWED_AT_ONCE} imports are followed already.`,
        fix: "End one of the streams first.",
      });
    const { signal, headers } = context.req.raw;
    const isStopping = (): boolean => parts.stopping.aborted;
    const stillMay = async (): Promise<boolean> => {
      const again = await findCaller(parts.identify, ports, headers);
      const wanted = { need: importEvents.need, named: workspace.slug };
      return again.ok && (await actingFor(ports, again.value, wanted)).ok;
    };
    return streamed(
      following.counted(who, eventsOf(ports, record, { seen, voice, signal, isStopping, stillMay })),
      HEADERS,
    );
  });
}

/** How many imports everybody follows just now. */
class Following {
  readonly #counts = new Map<string, number>();

  isFull(who: string): boolean {
    return (this.#counts.get(who) ?? 0) >= FOLLOWED_AT_ONCE;
  }

  /** Counts from the first piece that is asked for until nobody asks for more. */
  async *counted(who: string, events: AsyncIterable<string>): AsyncGenerator<string> {
    this.#add(who, 1);
    try {
      yield* events;
    } finally {
      this.#add(who, -1);
    }
  }

  #add(who: string, more: number): void {
    const count = (this.#counts.get(who) ?? 0) + more;
    if (count > 0) this.#counts.set(who, count);
    else this.#counts.delete(who);
  }
}

const idOf = (record: ImportRecord): string =>
  `${record.version}-${record.job?.progress?.lines ?? 0}${waitsFor(record) === null ? "" : "-waits"}`;
const endId = ({ version }: ImportRecord): string => `${version}-end`;

type Follower = {
  readonly voice: Voice;
  /** The last event that they have seen; null = none. */
  readonly seen: string | null;
  readonly signal: AbortSignal;
  /** The server ends: they go on at another one, or at this one when it is back. */
  readonly isStopping: () => boolean;
  readonly stillMay: () => Promise<boolean>;
};

/** Ends, too, where who follows no longer may: what they then ask is refused. */
async function* eventsOf(
  ports: Ports,
  first: ImportRecord,
  { seen, voice, signal, isStopping, stillMay }: Follower,
): AsyncGenerator<string> {
  yield "retry: 2000\n\n";
  let [lastId, lastState, since] = [seen, "", null as ProgressMark | null];
  let [shownAt, askedAt, pass] = [Date.now(), Date.now(), null as string | null];
  for (let record: ImportRecord | null = first; record !== null && !signal.aborted && !isStopping(); ) {
    const now = Date.now();
    if (now - askedAt >= MAY_FOLLOW_MS) {
      if (!(await stillMay())) return;
      askedAt = now;
    }
    const progress = progressJson(record, since, now);
    // The plan and the run are measured apart.
    if (since === null || progress.pass !== pass) since = { lines: progress.lines, at: now };
    pass = progress.pass;
    const id = idOf(record);
    const isNewState = record.state !== lastState && id !== lastId;
    if (isNewState) yield event("state", id, { import: record.id, state: record.state });
    if (id !== lastId) yield event("progress", id, progress);
    else if (now - shownAt >= HEARTBEAT_MS) yield ": still here\n\n";
    if (id !== lastId || now - shownAt >= HEARTBEAT_MS) shownAt = now;
    [lastId, lastState] = [id, record.state];
    if (!isWanted(record, ports.now())) {
      yield event("end", endId(record), importJson(record, null, voice));
      return;
    }
    await sleep(PROGRESS_MS, undefined, { signal }).catch(() => undefined);
    record = await ports.store.imports.get(first.ref);
  }
}

const event = (name: string, id: string, data: unknown): string =>
  `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
