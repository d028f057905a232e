/** A country by name or code, kept as its ISO 3166 two-letter code; `none` = no country. */
import { normaliseCountry } from "../contact/types/country.ts";
import { COUNTRY_CODES } from "../contact/types/country-names.ts";
import type { PolicyValueKind } from "./policy-value.ts";

export const countryValue: PolicyValueKind<string> = {
  takes: "a country such as US, or none",
  form: { kind: "country", options: [...new Set(COUNTRY_CODES.values())].sort(), none: "none" },
  parse(text) {
    if (text.trim().toLowerCase() === "none") return "";
    const reading = text.trim() === "" ? undefined : normaliseCountry(text);
    return typeof reading === "string" && isCode(reading) ? reading : undefined;
  },
  render: (value) => (value === "" ? "none" : value),
  accepts: (value): value is string => value === "" || (isCode(value) && normaliseCountry(value) === value),
};

const isCode = (value: unknown): value is string => typeof value === "string" && /^[A-Z]{2}$/.test(value);
