/**
 * The composition root, with the files of src/main/: makes every edge, hands them to the command line, and ends the process
 * with its exit code. What few commands need is loaded when it is asked for: whoever types a command waits for the rest.
 */
import { tmpdir, userInfo } from "node:os";
import { Cli } from "./cli/cli.ts";
import { Interrupts } from "./cli/interrupts.ts";
import { runProgram } from "./cli/program.ts";
import { backups } from "./main/backups.ts";
import { applyConfigFile } from "./main/config-file.ts";
import { converter } from "./main/converter.ts";
import { version } from "./main/manifest.ts";
import { inputs, openPorts, openToLook } from "./main/open-ports.ts";
import { workbook } from "./main/workbook.ts";
import { scratchInput } from "./source/scratch-input.ts";

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the user database, as containers have.
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

const interrupts = new Interrupts(process);

/** `muster lines … | head`: whoever reads has seen enough. What is being written is not cut off for it. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
    if (!interrupts.isWorking) process.exit(0);
  });
}

const args = process.argv.slice(2);
const configured = await applyConfigFile(process.env, args);

const cli = new Cli({
  ...(configured.ok ? {} : { refused: configured.refusal }),
  env: process.env,
  streams: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr },
  inputs,
  converter: converter(tmpdir()),
  scratch: scratchInput,
  workbook,
  backups,
  openPorts: (dataFolder, looks = false) => (looks ? openToLook(dataFolder) : openPorts(dataFolder)),
  work: async (...given) => (await import("./main/work.ts")).work(...given),
  serve: async (...given) => (await import("./main/serve.ts")).serve(...given),
  assist: async (...given) => (await import("./main/assist.ts")).assist(...given),
  async remoteServer({ server, key, workspace }) {
    const { remoteServer } = await import("./main/remote-server.ts");
    return remoteServer({ server, key, ...(workspace === null ? {} : { workspace }) });
  },
  move: async (wish) => (await import("./main/move.ts")).move(wish),
  signInLink: async (...given) => (await import("./main/sign-in.ts")).signInLink(...given),
  now: Date.now,
  user: userName(),
  version,
  interrupts,
});

process.exitCode = await runProgram(cli, args);
