/** The options that commands share, so that each has the same name and the same words everywhere. */
import { type Command, InvalidArgumentError } from "commander";

/** For every command that works in a data folder. */
export const withWorkspaceOptions = (command: Command): Command =>
  withOutputOptions(
    command
      .option("--data <dir>", "folder of the embedded database (MUSTER_DATA; default ./muster-data)")
      .option("--workspace <slug>", "workspace to work in (default: default)"),
  );

/** For every command. */
export const withOutputOptions = (command: Command): Command =>
  command.option("--json", "answer for programs, on stdout").option("--quiet", "say only what must be said");

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
