/** Workers that no kill ends do in the background what is told, while something happens to their database or their clocks. */
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import { startMuster } from "../cli/run-muster.ts";
import { accepted } from "../support/workspace.ts";
import { difference } from "./disk-state.ts";
import { closePorts, folderPorts } from "./folder-ports.ts";
import { type Meanwhile, settledState, tell, type WorkedStory } from "./kill-workers.ts";

/** Before any worker does, whose ids would be others than the undisturbed run's. */
async function makeWorkspace(data: string): Promise<void> {
  const ports = await folderPorts(data);
  accepted(await openWorkspace(ports, "default"));
  await closePorts(ports);
}

/** @param envs one for each worker @returns where it differs from the undisturbed run; null = nowhere */
export async function disturbWorkers(
  story: WorkedStory,
  data: string,
  {
    meanwhile,
    envs = [{}],
  }: { readonly meanwhile: Meanwhile; readonly envs?: readonly Readonly<Record<string, string>>[] },
): Promise<{ readonly difference: string | null; readonly said: string }> {
  await makeWorkspace(data);
  const workers = envs.map((env) => startMuster(["worker", "--data", data], env));
  // What they say is kept from the first word on.
  const begun = workers.map(({ seen }) => seen("Working."));
  try {
    await Promise.all(begun);
    const ended = workers.map(({ ended }) =>
      ended.then(({ err }) => Promise.reject(new Error(`a worker ended: ${err}`))),
    );
    await Promise.race([tell(story.folder, data, meanwhile), ...ended]);
  } finally {
    for (const { child } of workers) child.kill("SIGTERM");
  }
  const ends = await Promise.all(workers.map(({ ended }) => ended));
  for (const { code, err } of ends) if (code !== 0) throw new Error(`a worker ended with ${code}: ${err}`);
  return { difference: difference(story.state, await settledState(data)), said: ends.map(({ err }) => err).join("") };
}
