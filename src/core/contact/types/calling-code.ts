/** `+49`, `0049`, `49`, `DE`: the country whose numbers are meant. Of a code that several share, the one it is foremost of. */
import { trimCell } from "./clean-text.ts";
import { normaliseCountry } from "./country.ts";
import { mainCountry } from "./phone-plans.ts";

const CODE = /^(?:\+|00)? ?\(?([1-9]\d{0,2})\)?(?:[ -]\d{3})?$/;

/** ISO 3166 alpha-2; null where the text is neither a calling code nor a country. */
export function countryOfCallingCode(raw: string): string | null {
  const text = trimCell(raw);
  const code = CODE.exec(text)?.[1];
  if (code !== undefined) return mainCountry(code);
  const country = normaliseCountry(text);
  return typeof country === "string" && country !== "" ? country : null;
}
