/**
 * What people call the built-in fields, by field and language. Case, accents, spaces and punctuation do not count, and a
 * name with an umlaut is also known in its `ae`, `oe`, `ue` spelling.
 *
 * `qualified` names give way to a plain one in the same file. Of names with the word for a place (`Business City`,
 * `Ville (bureau)`) only those are listed that are no other name with such a word: see `place-words.ts`.
 * A name that another field shares is left out: a column too few can be mapped by hand, a wrong one writes wrong data.
 */

import { CRM_NAMES } from "./names/crm.ts";
import { FURTHER_LANGUAGE_NAMES } from "./names/further-languages.ts";
import { IDENTITY_NAMES } from "./names/identity.ts";
import type { NamesOfField } from "./names/names-of-field.ts";
import { NESTED_NAMES } from "./names/nested.ts";
import { PLACE_NAMES } from "./names/place.ts";
import { REACH_NAMES } from "./names/reach.ts";
import { WORK_NAMES } from "./names/work.ts";

export const FIELD_NAMES: readonly NamesOfField[] = [
  ...IDENTITY_NAMES,
  ...REACH_NAMES,
  ...WORK_NAMES,
  ...PLACE_NAMES,
  ...CRM_NAMES,
  ...NESTED_NAMES,
  ...FURTHER_LANGUAGE_NAMES,
];
