/** `--delimiter`, `--quote`, `--encoding`, `--header`: what a person says about how the file is written. */
import type { Command } from "commander";

export type DialectOptions = {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly encoding?: string;
  readonly header?: boolean;
};

export const withDialectOptions = (command: Command): Command =>
  command
    .option(
      "--delimiter <c>",
      "what parts the columns: one or more characters, or comma, semicolon, tab, pipe, colon, space",
    )
    .option("--quote <c>", "what cells are quoted with; none = no quoting")
    .option("--encoding <name>", "such as utf-8, cp1252, utf-16le, macroman, shift_jis")
    .option("--header", "the first row names the columns")
    .option("--no-header", "the first row is a contact");
