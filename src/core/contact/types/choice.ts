/**
 * Choices: single choice and radio take one of the field's options, multiple choice and checkbox several. An option is
 * recognised whatever its case and spacing and is written as the field spells it.
 */

import { listText } from "../list-text.ts";
import { type Reading, unreadable } from "../unreadable.ts";
import { collapseLine } from "./clean-text.ts";
import { readEach, type Splitter, splitList } from "./list.ts";

const OPTION_UNKNOWN = unreadable("option_unknown");

export type Options = {
  /** As the field spells them. */
  readonly exact: ReadonlySet<string>;
  /** By their text without case and spaces. */
  readonly byFold: ReadonlyMap<string, string>;
  readonly createOptions: boolean;
};

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

export function compileOptions(options: readonly string[], createOptions: boolean): Options {
  const byFold = new Map<string, string>();
  // The first of two options that differ only in case is meant by any third spelling; each keeps its own.
  for (const option of options) if (!byFold.has(fold(option))) byFold.set(fold(option), option);
  return { exact: new Set(options), byFold, createOptions };
}

export function normaliseChoice(raw: string, options: Options): Reading {
  if (options.exact.has(raw)) return raw;
  const text = collapseLine(raw);
  if (typeof text !== "string" || text === "" || options.exact.has(text)) return text;
  return options.byFold.get(fold(text)) ?? (options.createOptions ? text : OPTION_UNKNOWN);
}

/** Values that are no options are left out and named; the others are the field's. */
export function normaliseChoices(raw: string, options: Options, by: Splitter): Reading {
  const { values, unread } = readEach(splitList(raw, by), (element) => normaliseChoice(element, options));
  if (unread?.unreadable !== "option_unknown" || values.length === 0) return unread ?? listText(values);
  return { ...unread, partly: listText(values) };
}
