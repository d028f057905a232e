/**
 * A column of calling codes (`+49`, `0049`, `49`) beside one of numbers that lack them: the column itself stays what it is,
 * and the numbers are read in the country that it names. Believed only by its header and its values together.
 */
import type { Field, FieldType } from "../contact/field.ts";
import { countryOfCallingCode } from "../contact/types/calling-code.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { headerWords } from "./header-key.ts";

const PHONE_TYPES: ReadonlySet<FieldType> = new Set(["phone", "phone_list"]);
/** As keys: lower case, without accents. */
const NAMES =
  /\b(?:country|calling|dial|dialing|dialling|isd|idd|ddi|intl|international) (?:calling |dialing |phone )?(?:code|prefix)\b|\b(?:phone|mobile|telephone|tel|cell) (?:country|prefix)\b|landervorwahl|landesvorwahl|internationale vorwahl|\bindicatif (?:du )?(?:pays|international|telephonique)|\b(?:codigo|prefijo|prefixo) (?:de |do |del )?(?:pais|internacional)\b|\bprefisso (?:internazionale|paese)|\blandcode\b|\blandnummer\b|\bkierunkowy kraju\b|\bkod kraju\b/;
/** Of a country or of a town: the values say which. */
const EITHER = /^(?:vorwahl|prefix|phone prefix|indicatif|prefijo|prefixo|prefisso|netnummer|kierunkowy)$/;
const MARKED = /^\s*(?:\+|00)/;

/** Column of the codes by column of the numbers. */
export function callingCodes(mapping: readonly ColumnMapping[], fields: readonly Field[]): ReadonlyMap<number, number> {
  const types = new Map(fields.map(({ key, type }) => [key, type]));
  const phones = mapping.flatMap(({ target, column }) =>
    target.to === "field" && PHONE_TYPES.has(types.get(target.field) ?? "text") ? [column] : [],
  );
  const found = new Map<number, number>();
  if (phones.length === 0) return found;
  for (const entry of mapping) {
    if (entry.target.to === "field" || !holdsCallingCodes(entry)) continue;
    const { column } = entry;
    const beside = [column + 1, column - 1].find((at) => phones.includes(at));
    const phone = phones.length === 1 ? phones[0] : beside;
    if (phone !== undefined && !found.has(phone)) found.set(phone, column);
  }
  return found;
}

function holdsCallingCodes({ header, samples }: ColumnMapping): boolean {
  const name = headerWords(header).join(" ");
  const mustBeMarked = EITHER.test(name);
  if (samples.length === 0 || !(mustBeMarked || NAMES.test(name))) return false;
  return samples.every((text) => countryOfCallingCode(text) !== null && (!mustBeMarked || MARKED.test(text)));
}
