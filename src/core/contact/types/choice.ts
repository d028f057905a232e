/**
 * Choices: single choice and radio take one of the field's options, multiple choice and checkbox several. An option is
 * recognised whatever its case and spacing and is written as the field spells it.
 */

import { listText } from "../list-text.ts";
import { type Reading, unreadable } from "../unreadable.ts";
import { collapseLine } from "./clean-text.ts";
import { type Splitter, splitList } from "./list.ts";

const OPTION_UNKNOWN = unreadable("option_unknown");

/** Options by their text as written and by their folded text. */
export type Options = { readonly byText: ReadonlyMap<string, string>; readonly createOptions: boolean };

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

export function compileOptions(options: readonly string[], createOptions: boolean): Options {
  const byText = new Map<string, string>();
  // The first of two options that differ only in case wins the folded text; each keeps its own exact text.
  for (const option of options) if (!byText.has(fold(option))) byText.set(fold(option), option);
  for (const option of options) byText.set(option, option);
  return { byText, createOptions };
}

export function normaliseChoice(raw: string, options: Options): Reading {
  const exact = options.byText.get(raw);
  if (exact !== undefined) return exact;
  const text = collapseLine(raw);
  if (typeof text !== "string" || text === "") return text;
  return options.byText.get(text) ?? options.byText.get(fold(text)) ?? (options.createOptions ? text : OPTION_UNKNOWN);
}

export function normaliseChoices(raw: string, options: Options, by: Splitter): Reading {
  const values: string[] = [];
  for (const element of splitList(raw, by)) {
    const value = normaliseChoice(element, options);
    if (typeof value !== "string") return value;
    values.push(value);
  }
  return listText(values);
}
