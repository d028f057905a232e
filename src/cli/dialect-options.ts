/** `--delimiter`, `--quote`, `--encoding`, `--header`: what a person says about how the file is written. */
import type { Command } from "commander";
import type { DialectOverrides } from "../core/tabular/dialect.ts";

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

const DELIMITERS: ReadonlyMap<string, string> = new Map([
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["pipe", "|"],
  ["colon", ":"],
  ["space", " "],
]);

const QUOTES: ReadonlyMap<string, string> = new Map([
  ["none", ""],
  ["double", '"'],
  ["single", "'"],
]);

const namedDelimiter = (text: string): string => DELIMITERS.get(text.toLowerCase()) ?? text.replaceAll("\\t", "\t");

export const dialectOverrides = ({ delimiter, quote, encoding, header }: DialectOptions): DialectOverrides => ({
  ...(delimiter === undefined ? {} : { delimiter: namedDelimiter(delimiter) }),
  ...(quote === undefined ? {} : { quote: QUOTES.get(quote.toLowerCase()) ?? quote }),
  ...(encoding === undefined ? {} : { encoding }),
  ...(header === undefined ? {} : { header }),
});
