/** The whole command line: the commands of the list, and what all of them have in common. */
import { Command, CommanderError } from "commander";
import type { Cli, ExitCode } from "./cli.ts";
import { COMMANDS } from "./commands.ts";
import { printable } from "./words/text.ts";

/** @param args what stands behind `muster` */
export async function runProgram(cli: Cli, args: readonly string[]): Promise<ExitCode> {
  const program = await buildProgram(cli, commandsFor(args));
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(withKnownPart(program, args), { from: "user" });
    return cli.exitCode;
  } catch (error) {
    // Help and version end this way too, with 0; everything else was not understood.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/**
 * The arguments, where the word behind a command with parts is one of them. To list goes without saying; any other word would
 * be an argument too many, which says less.
 */
function withKnownPart(program: Command, args: readonly string[]): readonly string[] {
  const [name, word = "-", ...rest] = args;
  const group = program.commands.find((command) => command.name() === name);
  if (group === undefined || group.commands.length === 0 || group.registeredArguments.length > 0) return args;
  const isPart = (part: Command): boolean => part.name() === word || part.aliases().includes(word);
  if (word.startsWith("-") || group.commands.some(isPart)) return args;
  if (word === "list") return [group.name(), ...rest];
  const parts = group.commands.map((part) => part.name()).join(", ");
  return group.error(`error: unknown command '${name} ${word}'. There are: ${parts}.`);
}

/** Help lists all commands, and a name that is none is compared with all: only one that is meant goes alone. */
function commandsFor([first = ""]: readonly string[]): readonly string[] {
  if (VERSION_FLAGS.includes(first)) return [];
  return Object.hasOwn(COMMANDS, first) ? [first] : ALL_COMMANDS;
}

const VERSION_FLAGS = ["-V", "--version"];
const ALL_COMMANDS: readonly string[] = Object.keys(COMMANDS);

/** @param names of the commands that it is to know */
export async function buildProgram(cli: Cli, names: readonly string[] = ALL_COMMANDS): Promise<Command> {
  const program = new Command("muster")
    .description("Brings contacts from files into a workspace, and accounts for every line.")
    .version(cli.edges.version, VERSION_FLAGS.join(", "), "print the version")
    .helpOption("-h, --help", "show what a command does, with examples")
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) =>
        write(
          text
            .replace(/^error: /, "muster: ")
            .split("\n")
            .map(printable)
            .join("\n"),
        ),
    })
    .addHelpText("after", HELP);
  const registers = await Promise.all(names.map((name) => COMMANDS[name]?.()));
  for (const register of registers) register?.(program, cli);
  for (const command of program.commands) {
    const name = `muster ${command.name()}`;
    command.showHelpAfterError(`  See ${name} --help.`);
    for (const part of command.commands) part.showHelpAfterError(`  See ${name} ${part.name()} --help.`);
  }
  program.showHelpAfterError("  See muster --help.");
  return program;
}

const HELP = `
Examples:
  muster read contacts.csv            how the file is read; writes nothing
  muster import contacts.csv          shows the plan, asks, imports, shows the ledger
  muster show latest                  the last import: problems and what to do about them
  muster undo latest                  takes it back

Exit codes: 0 done, 1 a fault of ours, 2 refused and nothing written, 3 done but rows failed (--strict), 130 interrupted.`;
