/** docs/cli.md: every command with its own help, asked of the program itself. */
import type { Command } from "commander";
import { Cli } from "../../src/cli/cli.ts";
import { buildProgram } from "../../src/cli/program.ts";
import { code, generatedFrom, page, prose, table } from "./markdown.ts";
import { NO_EDGES } from "./no-edges.ts";

/** Characters of a line of help. */
const WIDTH = 110;

export async function cliPage(): Promise<string> {
  const commands = await allCommands();
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

/** Those of the program, each with its own behind it. */
export async function allCommands(): Promise<readonly Command[]> {
  const program = await buildProgram(new Cli(NO_EDGES));
  return program.commands.flatMap((command) => [command, ...command.commands]);
}

export const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;

const anchorOf = (command: Command): string => nameOf(command).replaceAll(" ", "-");

/** With what stands behind it, the examples. */
export function helpOf(command: Command): string {
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
