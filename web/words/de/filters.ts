/** In German: filters of lists. */
import type { FiltersWords } from "../en/filters.ts";

export const filters: FiltersWords = {
  add: "Filter",
  title: "Filtern nach",
  field: "Feld",
  is: "ist",
  isNot: "ist nicht",
  contains: "enthält",
  empty: "ist leer",
  notEmpty: "ist nicht leer",
  operator: "Bedingung",
  import: "Import",
  value: "Wert",
  apply: "Anwenden",
  remove: (text) => `Filter ${text} entfernen`,
  change: (text) => `Filter ${text} ändern`,
  yes: "Ja",
  no: "Nein",
};
