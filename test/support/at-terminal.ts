/** The command line in this process, at a terminal where somebody answers each question with one key. */
import { PassThrough } from "node:stream";
import { vi } from "vitest";
import { NO_EDGES } from "../../docs/generate/no-edges.ts";
import { Cli, type Edges } from "../../src/cli/cli.ts";
import { runProgram } from "../../src/cli/program.ts";
import type { Streams } from "../../src/cli/terminal.ts";
import { inputs, openPorts } from "../../src/main/open-ports.ts";
import { remoteServer } from "../../src/main/remote-server.ts";
import { environment } from "../cli/run-muster.ts";

type Answered = { readonly code: number; readonly out: string; readonly err: string };

export async function atTerminal(
  args: readonly string[],
  keys: readonly string[],
  env: Edges["env"] = {},
): Promise<Answered> {
  const left = [...keys];
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const [stdout, stderr] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
  let [out, err] = ["", ""];
  stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  let asked = 0;
  stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
    // The mark of a question that waits for its key.
    const questions = err.match(/◆/g)?.length ?? 0;
    if (questions <= asked) return;
    asked = questions;
    const key = left.shift();
    if (key !== undefined) setImmediate(() => stdin.write(key));
  });
  const streams = { stdin, stdout, stderr } as unknown as Streams;
  const cli = new Cli({
    ...{
      ...NO_EDGES,
      env: { NO_COLOR: "1", ...env },
      streams,
      inputs,
      openPorts: (folder) => openPorts(folder),
      now: Date.now,
      user: "ann",
    },
    remoteServer: async ({ server, key, workspace }) =>
      remoteServer({ server, key, ...(workspace === null ? {} : { workspace }) }),
  });
  // Where it is, `openPorts` asks the environment of this process.
  const { DATABASE_URL }: Edges["env"] = environment(args);
  vi.stubEnv("DATABASE_URL", DATABASE_URL);
  const code = await runProgram(cli, args).finally(() => vi.unstubAllEnvs());
  return { code, out, err };
}
