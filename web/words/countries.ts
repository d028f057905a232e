/** All countries, in a reader's language and its order. */
import { COUNTRY_CODES } from "../../src/core/contact/types/country-names.ts";

const CODES = [...new Set(COUNTRY_CODES.values())];

export function countries(locale: string): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return CODES.map((value) => ({ value, label: names.of(value) ?? value })).toSorted((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}
