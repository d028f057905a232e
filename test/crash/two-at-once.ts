/** Two processes import the same people into one data folder at the same time, with or without being killed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DiskState, diskState } from "./disk-state.ts";
import { randomFrom, runChild } from "./killing.ts";
import { writePeople } from "./people-file.ts";

export type TwoAtOnce = {
  readonly kills: number;
  /** What both said at their end. */
  readonly said: readonly string[];
  readonly state: DiskState;
};

/** Both files hold the same people, each once. @param mostKills of each process */
export async function twoAtOnce(options: {
  readonly people: number;
  readonly seed: number;
  readonly mostKills: number;
}): Promise<TwoAtOnce> {
  const folder = mkdtempSync(join(tmpdir(), "muster-two-"));
  const data = join(folder, "data");
  const random = randomFrom(options.seed);
  const file = join(folder, "people.csv");
  writePeople(file, { from: 1, count: options.people, edition: 0 });
  let kills = 0;
  // The first process makes the workspace and import 1, whose lines the second one then meets, or the other way round.
  const one = async (number: number): Promise<string> => {
    for (let left = options.mostKills; ; left--) {
      const end = await runChild(
        [data, "import", file, String(number), "250"],
        left > 0 ? random() ** 2 * 2_000 : null,
      );
      if (!end.killed) return end.said;
      kills++;
    }
  };
  try {
    await runChild([data, "undo", "0", "250"], null);
    const said = await Promise.all([one(1), one(2)]);
    return { kills, said, state: diskState(data) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
