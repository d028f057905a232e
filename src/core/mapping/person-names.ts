/**
 * One word for two things: `Nom` and `Name` are the family name beside a column of first names, `Nombre` and `Nome` the
 * first name beside a column of family names, and the whole name when they stand alone. English does not say which part `Name` is.
 */
import type { ColumnSamples } from "./column-samples.ts";
import { headerKey } from "./header-key.ts";

export type NamePart = "first_name" | "last_name" | "full_name";

const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(", ").map(headerKey));

const FAMILY_BESIDE_FIRST = keysOf("name, nom, naam, namn, navn, nume, név");
const FIRST_BESIDE_FAMILY = keysOf(
  "nombre, nombres, nome, ad, adı, isim, όνομα, ime, ім'я, име, nimi, שם, الاسم, اسم, nama",
);
/** Share of values that are one word, from which on they are first names and not companies. */
const SINGLE_WORDS = 0.8;

/** `other`: the columns whose headers say first or last name plainly; null where there is none. */
export function namePart(
  key: string,
  column: ColumnSamples,
  other: { readonly first: ColumnSamples | null; readonly last: ColumnSamples | null },
): NamePart {
  const { first, last } = other;
  if (FAMILY_BESIDE_FIRST.has(key) && first !== null && last === null) {
    return holds(column, first) ? "full_name" : "last_name";
  }
  if (FIRST_BESIDE_FAMILY.has(key) && last !== null && first === null) {
    return holds(column, last) ? "full_name" : "first_name";
  }
  if (key === "name" && last !== null && first === null && areSingleWords(column) && !holds(column, last))
    return "first_name";
  return "full_name";
}

const areSingleWords = ({ values }: ColumnSamples): boolean =>
  values.length > 0 &&
  values.filter((value) => /^\p{L}[\p{L}'\u2019-]*$/u.test(value)).length >= values.length * SINGLE_WORDS;

/** Half of the parts stand in the whole of their own row, or near it: rows without a value have shifted the lists. */
function holds(whole: ColumnSamples, part: ColumnSamples): boolean {
  const all = `\u0000${whole.values.join("\u0000")}\u0000`.toLowerCase();
  const asWord = (value: string): boolean =>
    all.includes(` ${value}`) || all.includes(`${value} `) || all.includes(`${value},`);
  const found = part.values.filter((value) => asWord(value.toLowerCase())).length;
  return part.values.length > 0 && found >= part.values.length / 2;
}
