/** docs/cli.md: every command with its own help, asked of the program itself. */
import type { Command } from "commander";
import { Cli } from "../../src/cli/cli.ts";
import { Interrupts } from "../../src/cli/interrupts.ts";
import { buildProgram } from "../../src/cli/program.ts";
import { code, generatedFrom, page, prose, table } from "./markdown.ts";

/** Characters of a line of help. */
const WIDTH = 110;

export async function cliPage(): Promise<string> {
  const program = await buildProgram(new Cli(NO_EDGES));
  const commands = program.commands.flatMap((command) => [command, ...command.commands]);
  return page([
    generatedFrom("src/cli"),
    "# Command line",
    "Answers go to stdout, everything said along the way to stderr; `--json` answers for programs. Exit codes: 0 done · 1 a fault of ours · 2 refused, nothing was written · 3 done, but rows failed, only with `--strict` · 130 interrupted (resumable).",
    table(
      ["command", "what it does"],
      commands.map((command) => [`[${code(nameOf(command))}](#${anchorOf(command)})`, prose(command.summary())]),
    ),
    ...commands.flatMap((command) => [`## ${nameOf(command)}`, `\`\`\`text\n${helpOf(command)}\n\`\`\``]),
  ]);
}

const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;

const anchorOf = (command: Command): string => nameOf(command).replaceAll(" ", "-");

/** With what stands behind it, the examples. */
function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
    getOutHelpWidth: () => WIDTH,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trim();
}

/** Help opens nothing and asks nobody. */
const NO_EDGES: ConstructorParameters<typeof Cli>[0] = {
  env: {},
  streams: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr },
  inputs: { open: () => Promise.reject(new Error("help reads no file")) },
  converter: { open: () => Promise.reject(new Error("help reads no file")) },
  scratch: () => Promise.reject(new Error("help reads no file")),
  workbook: () => {
    throw new Error("help writes no file");
  },
  backups: {
    write: () => {
      throw new Error("help writes no file");
    },
    restore: () => Promise.reject(new Error("help reads no file")),
  },
  signInLink: () => Promise.reject(new Error("help signs nobody in")),
  openPorts: () => Promise.reject(new Error("help opens no data folder")),
  work: () => Promise.reject(new Error("help runs no worker")),
  serve: () => Promise.reject(new Error("help serves nothing")),
  assist: () => Promise.reject(new Error("help serves nobody")),
  remoteServer: () => Promise.reject(new Error("help asks no server")),
  now: () => 0,
  user: "",
  version: "",
  interrupts: new Interrupts(process),
};
