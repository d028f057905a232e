/** One value read on its own, outside any file: what `muster field TYPE` shows. */

import type { ProblemCode } from "../problem/catalogue.ts";
import { FIELD_TYPES, type Field, type FieldType } from "./field.ts";
import { splitName } from "./person-name/split-name.ts";
import { type ReadValue, valueReader } from "./value-reader.ts";
import type { ValueSettings } from "./value-settings.ts";

export type FieldAnswer = {
  readonly input: string;
  /** Canonical text; null where the value cannot be read or there is none. */
  readonly value: string | null;
  readonly problem: ProblemCode | null;
  /** Of a full name: its parts, null where it does not tell them. */
  readonly first?: string | null;
  readonly last?: string | null;
};

/** Words of the command that are not the type's own name. */
const WORDS: ReadonlyMap<string, FieldType> = new Map([
  ["choice", "single_choice"],
  ["choices", "multiple_choice"],
  ["multi_choice", "multiple_choice"],
  ["boolean", "yes_no"],
  ["linkedin", "linkedin_url"],
  ["emails", "email_list"],
  ["phones", "phone_list"],
  ["tag", "tags"],
  ["list", "text_list"],
  ["website", "url"],
  ["full_name", "name"],
  ["date_picker", "date"],
  ["numerical", "number"],
  ["monetary", "money"],
  ["single_option", "single_choice"],
  ["multiple_options", "multiple_choice"],
  ["textbox_list", "text_list"],
]);

export const DEFAULT_VALUE_SETTINGS: ValueSettings = {
  country: "US",
  dateOrder: "unknown",
  decimalMark: "unknown",
  multiSeparators: [",", ";"],
  createOptions: false,
};

/** The field type that a word of the command line means (`yes-no`, `choice`), or null. */
export function fieldTypeOf(word: string): FieldType | null {
  const name = word.toLowerCase().replace(/[\s-]+/g, "_");
  const type = FIELD_TYPES.find((known) => known === name) ?? WORDS.get(name);
  return type ?? null;
}

/** Reads values of one type, one after the other. A choice takes any text: it has no options here. */
export function fieldAnswers(
  type: FieldType,
  settings: ValueSettings = DEFAULT_VALUE_SETTINGS,
): (input: string) => FieldAnswer {
  const field: Field = { key: type, label: type, type, builtin: false, options: [] };
  const read: ReadValue = valueReader(field, { ...settings, createOptions: true });
  return (input) => {
    const reading = read(input);
    if (typeof reading !== "string") return { input, value: null, problem: reading.unreadable };
    return { input, value: reading === "" ? null : reading, problem: null };
  };
}

/** The same for full names, with the parts that an import would split them into. */
export function fullNameAnswers(): (input: string) => FieldAnswer {
  const answer = fieldAnswers("name");
  return (input) => {
    const read = answer(input);
    const parts = read.value === null ? null : splitName(read.value);
    return { ...read, first: parts?.given ?? null, last: parts?.family ?? null };
  };
}
