/** One story of imports and undo that is struck at random moments until it ends, and its comparison with the undisturbed one. */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DiskState, difference, diskState } from "./disk-state.ts";
import { type ChildEnd, randomFrom, runChild } from "./killing.ts";
import type { Step, Story } from "./stories.ts";

export type Undisturbed = {
  readonly folder: string;
  readonly steps: readonly (Step & { readonly state: DiskState; readonly workedMs: number })[];
};

export type Tormented = {
  readonly kills: number;
  /** Where it differs from the undisturbed run; null = nowhere. */
  readonly difference: string | null;
};

export const BATCH_ROWS = "125";

export async function undisturbed(story: Story): Promise<Undisturbed> {
  const folder = mkdtempSync(join(tmpdir(), "muster-crash-"));
  const steps: Undisturbed["steps"][number][] = [];
  for (const step of story(folder)) {
    const data = join(folder, "data");
    const end = await runChild([data, ...step.args, BATCH_ROWS], null);
    mustHaveEnded(step, end);
    steps.push({ ...step, state: await diskState(data), workedMs: end.workedMs });
  }
  return { folder, steps };
}

/**
 * @param most kills in the whole story; each step gets its share and then ends by itself
 * @param strike instead of a kill: takes the process whatever it needs of the data folder
 */
export async function torment(
  story: Undisturbed,
  seed: number,
  { most, strike }: { readonly most: number; readonly strike?: (data: string, child: ChildProcess) => unknown },
): Promise<Tormented> {
  const random = randomFrom(seed);
  const data = mkdtempSync(join(tmpdir(), "muster-killed-"));
  let kills = 0;
  try {
    for (const [position, step] of story.steps.entries()) {
      const until = Math.ceil((most * (position + 1)) / story.steps.length);
      for (;;) {
        // Short waits mostly, so that a step is hit several times; some longer than all of it.
        const killAfterMs = kills < until ? random() ** 2 * step.workedMs : null;
        const by = strike === undefined ? {} : { strike: (child: ChildProcess) => strike(data, child) };
        const end = await runChild([data, ...step.args, BATCH_ROWS], killAfterMs, by);
        if (end.killed || end.cutOff) kills++;
        else {
          mustHaveEnded(step, end);
          break;
        }
      }
      const found = difference(step.state, await diskState(data));
      if (found !== null) return { kills, difference: `after ${step.name}: ${found}` };
    }
    return { kills, difference: null };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function mustHaveEnded(step: Step, { said }: ChildEnd): void {
  const { state } = JSON.parse(said || "{}") as { readonly state?: string };
  if (state !== "done" && state !== "undone") throw new Error(`${step.name} did not end: ${said}`);
}
