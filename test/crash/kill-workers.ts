/**
 * Imports are planned, run and undone in the background, by two workers that are killed at random moments until all is done; what
 * is on disk then is compared with what one worker left that nobody disturbed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askForPlan, askForRun, askForUndo } from "../../src/app/import/ask-job.ts";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import type { ImportRecord, ImportRef, Ports } from "../../src/app/ports.ts";
import { StoreFault } from "../../src/app/store-fault.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { Result } from "../../src/core/problem/refusal.ts";
import { startMuster } from "../cli/run-muster.ts";
import { accepted } from "../support/workspace.ts";
import { type DiskState, difference, diskState } from "./disk-state.ts";
import { closePorts, folderPorts } from "./folder-ports.ts";
import { randomFrom } from "./killing.ts";
import { writePeople } from "./people-file.ts";
import { REQUESTS } from "./request.ts";

const BY = "ann@example.com";
const WHOLE = { only: null, includeEdited: false, by: BY };

type Wish = (ports: Ports, ref: ImportRef) => Promise<Result<ImportRecord>>;
type Step = { readonly file: string; readonly wish: Wish; readonly end: ImportRecord["state"] };

const plan: Wish = (ports, ref) => askForPlan(ports, ref, BY);
const run: Wish = (ports, ref) => askForRun(ports, ref, BY);
const undo: Wish = (ports, ref) => askForUndo(ports, ref, WHOLE);

const STEPS: readonly Step[] = [
  { file: "first.csv", wish: plan, end: "planned" },
  { file: "first.csv", wish: run, end: "done" },
  { file: "second.csv", wish: run, end: "done" },
  { file: "second.csv", wish: undo, end: "undone" },
];

export type WorkedStory = {
  readonly folder: string;
  readonly state: DiskState;
  /** Milliseconds that an undisturbed worker takes for all. */
  readonly tookMs: number;
};

/** @param people lines of each of the two files */
export async function workedStory(people: number): Promise<WorkedStory> {
  const folder = mkdtempSync(join(tmpdir(), "muster-worked-"));
  writePeople(join(folder, "first.csv"), { from: 1, count: people, edition: 0 });
  writePeople(join(folder, "second.csv"), { from: Math.floor(people / 4), count: people, edition: 1 });
  const data = join(folder, "data");
  const began = performance.now();
  const worker = startMuster(["worker", "--data", data]);
  await tell(folder, data);
  worker.child.kill("SIGTERM");
  await worker.ended;
  const tookMs = performance.now() - began;
  return { folder, state: await settledState(data), tookMs };
}

/** @param mostKills of the workers together */
export async function killWorkers(
  story: WorkedStory,
  seed: number,
  mostKills: number,
): Promise<{ readonly kills: number; readonly difference: string | null }> {
  const data = mkdtempSync(join(tmpdir(), "muster-workers-"));
  const random = randomFrom(seed);
  const stop = new AbortController();
  let kills = 0;
  /** One worker after the other, each killed while there are kills left. */
  async function place(): Promise<void> {
    while (!stop.signal.aborted) {
      const { child, ended, seen } = startMuster(["worker", "--data", data]);
      const end = (): unknown => child.kill("SIGTERM");
      stop.signal.addEventListener("abort", end);
      await seen("Working.");
      let timer: NodeJS.Timeout | undefined;
      if (kills < mostKills) timer = setTimeout(() => child.kill("SIGKILL"), random() ** 2 * story.tookMs);
      const { code } = await ended;
      clearTimeout(timer);
      stop.signal.removeEventListener("abort", end);
      if (code === null) kills++;
      else if (code !== 0) throw new Error(`a worker ended with ${code}`);
    }
  }
  const places = [place(), place()];
  try {
    await Promise.race([tell(story.folder, data), Promise.all(places)]);
    stop.abort();
    await Promise.all(places);
    return { kills, difference: difference(story.state, await settledState(data)) };
  } finally {
    stop.abort();
    await Promise.allSettled(places);
    rmSync(data, { recursive: true, force: true });
  }
}

/** What may happen between two looks at an import that is waited for. */
export type Meanwhile = (record: ImportRecord) => Promise<void>;

/** Asks for one step after the other. What was given up after too many kills at one place is asked for again, as people would. */
export async function tell(folder: string, data: string, meanwhile: Meanwhile = async () => {}): Promise<void> {
  const ports = await folderPorts(data);
  try {
    const workspace = accepted(await openWorkspace(ports, "default"));
    const known = new Map<string, ImportRef>();
    for (const { file, wish, end } of STEPS) {
      if (!known.has(file)) {
        const source = accepted(await receiveFile(ports, join(folder, file), null));
        known.set(file, accepted(await prepareImport(ports, workspace, source, { request: REQUESTS.contacts })).ref);
      }
      const ref = known.get(file)!;
      for (;;) {
        accepted(await wish(ports, ref));
        if ((await withoutJob(ports, ref, meanwhile)).state === end) break;
      }
    }
  } finally {
    await closePorts(ports);
  }
}

/** With the search index kept up, which workers do behind the writers, whenever they come to it. */
export async function settledState(data: string): Promise<DiskState> {
  const ports = await folderPorts(data);
  try {
    const { number } = accepted(await openWorkspace(ports, "default"));
    while (await ports.store.searchIndex.catchUp(number, 10_000));
  } finally {
    await closePorts(ports);
  }
  return await diskState(data);
}

async function withoutJob(ports: Ports, ref: ImportRef, meanwhile: Meanwhile): Promise<ImportRecord> {
  for (;;) {
    // A database that is away is waited for, as the workers do.
    const record = await ports.store.imports.get(ref).catch((error: unknown) => {
      if (error instanceof StoreFault) return null;
      throw error;
    });
    if (record?.job === null) return record;
    if (record !== null) await meanwhile(record);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
