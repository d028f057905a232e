/** The real command against a server that listens, over a data folder of its own. */
import { spawn } from "node:child_process";
import { command, plainEnv, type Ran, workbench } from "../cli/run-muster.ts";
import { type ImportServer, importServer } from "./import-server.ts";

export type RemoteCli = {
  readonly address: string;
  readonly server: ImportServer;
  readonly bench: ReturnType<typeof workbench>;
  /** `muster ARGS --server URL`, with the server's key. The server is in this process, which must not wait for the command. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>;
  json(args: readonly string[]): Promise<ReturnType<typeof JSON.parse>>;
};

export async function remoteCli(said: Parameters<typeof importServer>[0] = {}): Promise<RemoteCli> {
  const server = await importServer(said);
  const bench = workbench();
  const address = `http://127.0.0.1:${server.port}`;
  const run: RemoteCli["run"] = (args, env = {}) =>
    runApart([...args, "--server", address], { MUSTER_TOKEN: server.key, ...env });
  return {
    ...{ address, server, bench, run },
    json: async (args) => JSON.parse((await run([...args, "--json"])).out || "null"),
  };
}

export function runApart(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...plainEnv, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
