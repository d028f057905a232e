/**
 * Numbers under `SMS`: systems that send texts keep them with their calling code and without the `+` (`33612345678`). As such
 * a number is read first, whatever country the others of the file belong to, and else as any other. A country that the row itself
 * names goes before.
 */
import type { ReadValue } from "../contact/value-reader.ts";
import { headerKey } from "../mapping/header-key.ts";

/** Eleven digits and more: fewer may as well be a number of one country. */
const BARE = /^[1-9]\d{10,14}$/;

export const isHeadedSms = (header: string): boolean => headerKey(header) === "sms";

export const internationalReader =
  (read: ReadValue): ReadValue =>
  (raw, rowCountry) => {
    const text = raw.trim();
    const own = rowCountry === undefined ? null : read(raw, rowCountry);
    if (typeof own === "string") return own;
    const called = BARE.test(text) ? read(`+${text}`, rowCountry) : null;
    return typeof called === "string" ? called : (own ?? read(raw, rowCountry));
  };
