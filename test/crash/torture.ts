/**
 * `npm run torture -- [--kills N] [--files N] [--seed N]`: the crash test for as long as it takes to kill N times (300), in stories of
 * people and of their deals, with undo, in two imports at once, and of workers that do jobs; then N spoilt files (3,000) for the
 * readers. Prints each seed; ends with 1 at the first difference. With MUSTER_TEST_STORE=postgres on PostgreSQL, where processes are
 * cut off from the database and stopped past their leases, too.
 */
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { spoilFiles } from "../hostile/spoilt-files.ts";
import { connectionName, ON_POSTGRES } from "../support/open-test-store.ts";
import { setup } from "../support/postgres-server.ts";
import { cutOff } from "./cut-off.ts";
import { killWorkers, workedStory } from "./kill-workers.ts";
import { stopAndWake } from "./stopped-process.ts";
import { dealsStory, peopleStory } from "./stories.ts";
import { torment, type Undisturbed, undisturbed } from "./torment.ts";
import { twoAtOnce } from "./two-at-once.ts";

const PEOPLE = 10_000;
const DEALS = 5_000;
const KILLS_PER_STORY = 15;

const { values } = parseArgs({
  options: { kills: { type: "string" }, files: { type: "string" }, seed: { type: "string" } },
});
const wanted = Number(values.kills ?? 300);
let seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
let kills = 0;
let failed = false;

const endServer = ON_POSTGRES ? await setup() : async () => {};

/** What only a database beside the program does. */
async function besideTheDatabase(story: Undisturbed): Promise<boolean> {
  const cut = await torment(story, seed, {
    most: KILLS_PER_STORY,
    strike: (data, { pid }) => void cutOff(data, connectionName(pid)),
  });
  console.log(`seed ${seed}: ${cut.kills} times cut off from the database, ${cut.difference ?? "no difference"}`);
  process.env.MUSTER_TEST_LEASE_MS = "1500";
  const { woken, difference } = await stopAndWake(story, seed);
  delete process.env.MUSTER_TEST_LEASE_MS;
  const stood = woken.map((one) => one.stood).join(", ");
  console.log(`seed ${seed}: ${woken.length} processes stopped (${stood}) and woken, ${difference ?? "no difference"}`);
  kills += cut.kills + woken.length;
  return cut.difference === null && difference === null;
}

const stories = [await undisturbed(peopleStory(PEOPLE)), await undisturbed(dealsStory(DEALS))];
const worked = await workedStory(PEOPLE);
while (kills < wanted && !failed) {
  for (const story of stories) {
    const alone = await torment(story, seed, { most: KILLS_PER_STORY });
    kills += alone.kills;
    console.log(`seed ${seed}: ${alone.kills} kills of one process, ${alone.difference ?? "no difference"}`);
    failed ||= alone.difference !== null;
    if (ON_POSTGRES && !(await besideTheDatabase(story))) failed = true;
  }
  const both = await twoAtOnce({ people: PEOPLE / 2, seed, mostKills: KILLS_PER_STORY / 3 });
  kills += both.kills;
  const right =
    both.unbalanced === 0 && both.keysOfNobody === 0 && both.contacts === both.people && both.created === both.people;
  console.log(`seed ${seed}: ${both.kills} kills of two at once, ${right ? "no difference" : JSON.stringify(both)}`);
  const workers = await killWorkers(worked, seed, KILLS_PER_STORY);
  kills += workers.kills;
  console.log(`seed ${seed}: ${workers.kills} kills of workers, ${workers.difference ?? "no difference"}`);
  failed ||= !right || workers.difference !== null;
  seed++;
}
for (const { folder } of [...stories, worked]) rmSync(folder, { recursive: true, force: true });
await endServer();
console.log(`${kills} kills, ${failed ? "a DIFFERENCE" : "no difference"}`);

const { files, read, faults } = await spoilFiles(Number(values.files ?? 3_000), seed);
for (const fault of faults) console.log(fault);
console.log(
  `${files} spoilt files from seed ${seed}: ${read} read, ${files - read - faults.length} refused, ${faults.length} faults`,
);
process.exitCode = failed || faults.length > 0 ? 1 : 0;
