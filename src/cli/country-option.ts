/** `--country`, in whatever words people name one. */
import { countryValue } from "../core/policy/country-value.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";

/** @returns its ISO 3166 two-letter code, empty for `none`; null where the option is not given */
export function countryOption(text: string | undefined): Result<string | null> {
  if (text === undefined) return accept(null);
  const country = countryValue.parse(text);
  if (country !== undefined) return accept(country);
  return refuse({
    code: "arguments_invalid",
    message: `--country ${shown(text)} is no country.`,
    fix: "Use its two letters, such as US, GB or DE.",
  });
}
