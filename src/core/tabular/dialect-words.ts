/** What people say about a file, where a sign is hard to type: `tab` for a tab. */
import type { DialectOverrides } from "./dialect.ts";

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

export type DialectWords = {
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  readonly encoding?: string | undefined;
  readonly header?: boolean | undefined;
};

const namedDelimiter = (text: string): string => DELIMITERS.get(text.toLowerCase()) ?? text.replaceAll("\\t", "\t");

export const dialectOverrides = ({ delimiter, quote, encoding, header }: DialectWords): DialectOverrides => ({
  ...(delimiter === undefined ? {} : { delimiter: namedDelimiter(delimiter) }),
  ...(quote === undefined ? {} : { quote: QUOTES.get(quote.toLowerCase()) ?? quote }),
  ...(encoding === undefined ? {} : { encoding }),
  ...(header === undefined ? {} : { header }),
});
