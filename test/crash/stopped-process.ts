/**
 * A process that imports or undoes is stopped in the middle of a batch until its lease is over and another one has come to the end
 * in its place; then it is woken. Leases are short here (`MUSTER_TEST_LEASE_MS`).
 */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Standing, standingOf } from "./cut-off.ts";
import { difference, diskState } from "./disk-state.ts";
import { randomFrom, runChild } from "./killing.ts";
import { BATCH_ROWS, type Undisturbed } from "./torment.ts";

export type Woken = {
  /** Where it stood when another one took its place. */
  readonly stood: Standing;
  readonly said: string;
};

/** Late enough to have begun, early enough not to have ended. */
const STOPPED_AT = 0.6;
const COMES_LATER = /import_busy|store_busy|store_unreachable/;

export async function stopAndWake(
  story: Undisturbed,
  seed: number,
): Promise<{ readonly woken: readonly Woken[]; readonly difference: string | null }> {
  const random = randomFrom(seed);
  const data = mkdtempSync(join(tmpdir(), "muster-stopped-"));
  const woken: Woken[] = [];
  try {
    for (const { name, args, state, workedMs } of story.steps) {
      const struck = Promise.withResolvers<ChildProcess>();
      const first = runChild([data, ...args, BATCH_ROWS], random() * workedMs * STOPPED_AT, { strike: struck.resolve });
      const child = await Promise.race([struck.promise, first.then(() => null)]);
      const stood = child && (await stopInABatch(data, child, random));
      if (stood !== null) await another([data, ...args, BATCH_ROWS]);
      const left = await diskState(data);
      child?.kill("SIGCONT");
      const { said } = await first;
      if (stood !== null) woken.push({ stood, said });
      const found = difference(left, await diskState(data)) ?? difference(state, left);
      if (found !== null) return { woken, difference: `after ${name}: ${found}` };
    }
    return { woken, difference: null };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Null = it came to its end before it could be met. */
async function stopInABatch(data: string, child: ChildProcess, random: () => number): Promise<Standing | null> {
  while (child.exitCode === null) {
    child.kill("SIGSTOP");
    const standing = await standingOf(data, child.pid);
    if (standing !== "between") return standing;
    child.kill("SIGCONT");
    await pause(random() * 20);
  }
  return null;
}

/** Comes again until the lease of the first one is over. */
async function another(args: readonly string[]): Promise<void> {
  for (;;) {
    const { said } = await runChild(args, null);
    if (/"state":"(done|undone)"/.test(said)) return;
    if (!COMES_LATER.test(said)) throw new Error(`nobody could take its place: ${said}`);
  }
}
