/** Workers that live as long as they may. */
import { startMuster } from "../cli/run-muster.ts";

/** As many at once as there are times; answers how many of them were killed before they had ended. */
export async function workersFor(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  killAfterMs: readonly number[],
): Promise<number> {
  const ends = killAfterMs.map(async (ms) => {
    const { child, ended } = startMuster(args, env);
    const timer = setTimeout(() => child.kill("SIGKILL"), ms);
    const { code } = await ended;
    clearTimeout(timer);
    return code === null ? 1 : 0;
  });
  return (await Promise.all(ends)).reduce((sum: number, killed) => sum + killed, 0);
}
