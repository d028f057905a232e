/** The options that commands share, so that each has the same name and the same words everywhere. */
import { type Command, InvalidArgumentError, Option } from "commander";

/** For commands that work in a data folder, or on a server. */
export const withWorkspaceOptions = (command: Command): Command =>
  withAnswerOptions(
    withPlaceOptions(command).option("--server <url>", "work on this server instead, with the API key in MUSTER_TOKEN"),
  );

/** For those that need the data folder itself: a server is refused in words of its own. */
export const withFolderOptions = (command: Command): Command =>
  withAnswerOptions(withPlaceOptions(command).addOption(new Option("--server <url>").hideHelp()));

const withPlaceOptions = (command: Command): Command =>
  command
    .option("--data <dir>", "folder of the embedded database (MUSTER_DATA; default ./muster-data)")
    .option("--workspace <slug>", "workspace to work in (default: default)")
    .option("--as <email>", "member who acts (MUSTER_MEMBER; default: the operator of this machine)");

/** For commands that need no data folder; scripts may say one all the same. */
export const withOutputOptions = (command: Command): Command =>
  withAnswerOptions(
    command
      .addOption(new Option("--data <dir>").hideHelp())
      .addOption(new Option("--workspace <slug>").hideHelp())
      .addOption(new Option("--as <email>").hideHelp()),
  );

const withAnswerOptions = (command: Command): Command =>
  command
    .option("--config <file>", "JSON file with settings (MUSTER_CONFIG); the environment counts before it")
    .option("--json", "answer for programs, on stdout")
    .option("--quiet", "say only what must be said");

/** `--map a=b --map c=d`: every use adds one. */
export const collected = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

/** A whole number from 1 on. */
export function positive(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError("Give a whole number from 1 on.");
  }
  return value;
}

export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
