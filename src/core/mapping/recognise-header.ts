/** What a header says by itself: the field it names, how surely, and in words why. It never looks at values. */
import type { Field } from "../contact/field.ts";
import type { ObjectKind } from "../object/object-kind.ts";
import { besideContact } from "../opportunity/joint-fields.ts";
import { headerKey, headerWords } from "./header-key.ts";
import type { NamedField, NameIndex, NameStrength } from "./name-index.ts";
import { isKnownOther } from "./not-fields.ts";
import { type Place, placedNames } from "./place-words.ts";
import { type SimilarName, similarNames } from "./similar-name.ts";
import { withoutObject, withoutWhose } from "./whose.ts";

export type HeaderMeaning = {
  readonly field: Field;
  readonly strength: NameStrength | "similar";
  /** 0 to 1, before the values are looked at. */
  readonly confidence: number;
  readonly reason: string;
  /** Which of a contact's addresses or numbers the header speaks of; null where it does not say. */
  readonly place: Place | null;
};

const CONFIDENCE = { exact: 1, plain: 0.95, qualified: 0.85, shown: 0.8, similar: 0.6 } as const;

/** Fields of which a contact has one for each place. */
const PLACED: ReadonlySet<string> = new Set([
  ...["email", "additional_emails", "phone", "additional_phones", "website"],
  ...["street", "city", "state", "postal_code", "country"],
]);

const MAY_BE_SOMEBODYS: ReadonlySet<string> = new Set([
  ...[
    "full_name",
    "first_name",
    "last_name",
    "email",
    "additional_emails",
    "phone",
    "additional_phones",
    "linkedin_url",
  ],
  ...["website", "job_title", "account_name", "birthday", "street", "city", "postal_code", "country", "tags", "owner"],
  ...["notes", "email_opt_out", "sms_opt_out"],
]);
/**
 * `Address 1 - City` is a city. But `Phone 1 - Type` is a label, not the type that a provider found, and `Name 1` is the
 * first line of a company's name.
 */
const MAY_BE_FIRST: ReadonlySet<string> = new Set([...MAY_BE_SOMEBODYS, "state"].filter((key) => key !== "full_name"));
/** Fields of which a file may have a second and a third: `E-mail 2 - Value`, `Tag 3`. */
const MAY_BE_NUMBERED: ReadonlySet<string> = new Set([
  ...["email", "additional_emails", "phone", "additional_phones", "tags", "notes"],
]);

/** Behind the word for an opportunity: its own fields, and of the contact that it is with. Behind a company's, what no person has. */
const BEHIND_OBJECT: Partial<Record<ObjectKind, ReadonlySet<string>>> = {
  opportunity: new Set([
    ...["close_date", "value", "stage", "pipeline", "source"].flatMap((key) => [key, besideContact(key)]),
    ...["full_name", "contact_name", "email", "phone", "account_name"],
  ]),
  account: new Set(["owner", "managers", "domain", "notes"]),
};

const ENUMERATION = /^\s*\d{1,3}\s*[.)]\s+/;
/** Remarks to whoever fills the column in. */
const REMARK =
  /\s*[([{](?:[^)\]}]{0,60}\b(?:required|optional|mandatory|recommended|pflichtfeld|optionnel|obligatoire|obligatorio|obligatório|opcional|verplicht|yyyy|mm|dd|jjjj|tt|e\.?g|z\.?\s?b|ex|format|if any|one per line|comma|text|string)\b[^)\]}]{0,60})[)\]}]/giu;
/** `Amount (EUR)` */
const CURRENCY_REMARK = /\s*[([{]\s*(?:in\s+)?(?:eur|usd|gbp|chf|jpy|cad|aud|sek|nok|dkk|pln|czk|[€$£¥])\s*[)\]}]/giu;
const CUSTOM_SUFFIX = /__c$/i;
/** `Nº cliente` is `N° cliente`; `No cliente`, who is none, is another thing, and has the same key. */
const ORDINAL_SIGN = /^(\s*n)\.?\s?º/i;
const NUMBER = /\d+/g;

/** Prepared once per file. */
export function headerRecogniser(index: NameIndex): (header: string) => HeaderMeaning | null {
  const similar = similarNames(index);
  return (header) => {
    const whole = headerKey(header);
    if (whole === "") return null;
    const keys = new Set([whole, headerKey(trimmedOfRemarks(header))]);
    for (const key of keys) {
      const named = isKnownOther(key) ? null : namedBy(key, index);
      if (named !== null)
        return { ...meaning(header, named), place: placed(header, index, named.field)?.place ?? null };
    }
    const same = meantByBoth(header, index);
    if (same !== null) return meaning(header, same);
    const there = placed(header, index, null);
    if (there !== null)
      return { ...meaning(header, { field: there.field, strength: "qualified" }), place: there.place };
    // A letter that stands alone is no slip: `Bundesland L` is that of the delivery.
    if (headerWords(header).some((word) => word.length === 1)) return null;
    for (const key of keys) {
      const near = isKnownOther(key) ? null : similar(key);
      if (near !== null) return similarMeaning(header, near);
    }
    return null;
  };
}

/** The field that the header names without its word for a place. @param wanted null = any that a place goes with */
function placed(
  header: string,
  index: NameIndex,
  wanted: Field | null,
): { readonly field: Field; readonly place: Place } | null {
  for (const { place, rest } of placedNames(trimmedOfRemarks(header))) {
    const field = isKnownOther(rest) ? null : (namedBy(rest, index)?.field ?? index.placed.get(rest) ?? null);
    if (field?.builtin && PLACED.has(field.key) && (wanted === null || wanted === field)) return { field, place };
  }
  return null;
}

/** `Company / Organisation`: two names of one field. Names of two fields (`PLZ/Ort`) are a column for a person to split. */
function meantByBoth(header: string, index: NameIndex): NamedField | null {
  const [one, other, ...more] = header.slice(0, 300).split(/[/|]/);
  if (one === undefined || other === undefined || more.length > 0) return null;
  const named = namedBy(headerKey(one), index);
  const same = named === null ? null : namedBy(headerKey(other), index);
  return named !== null && named.field === same?.field ? { field: named.field, strength: "qualified" } : null;
}

function trimmedOfRemarks(header: string): string {
  return header
    .slice(0, 300)
    .replace(ENUMERATION, "")
    .replace(ORDINAL_SIGN, "$1°")
    .replace(REMARK, "")
    .replace(CURRENCY_REMARK, "")
    .replace(CUSTOM_SUFFIX, "");
}

function namedBy(key: string, index: NameIndex): NamedField | null {
  return index.names.get(key) ?? numbered(key, index) ?? somebodys(key, index) ?? ofObject(key, index);
}

/** What a line about an account or an opportunity says under its name: of that itself, or who it is with. */
function ofObject(key: string, index: NameIndex): NamedField | null {
  const rest = withoutObject(key, index.object);
  const field = rest === null ? undefined : index.names.get(rest)?.field;
  if (field === undefined || !field.builtin) return null;
  return BEHIND_OBJECT[index.object]?.has(field.key) ? { field, strength: "qualified" } : null;
}

/** `address1street`, `email2value`: the first of anything, and the next ones of what there may be several of. */
function numbered(key: string, index: NameIndex): NamedField | null {
  const numbers = key.match(NUMBER);
  if (numbers === null || new Set(numbers).size > 1) return null;
  const which = Number(numbers[0]);
  if (which < 1 || which > 20) return null;
  const bare = key.replace(NUMBER, "");
  const named = index.names.get(bare) ?? somebodys(bare, index);
  if (named === null || !named.field.builtin) return null;
  if (which === 1 && !MAY_BE_FIRST.has(named.field.key)) return null;
  if (which === 1) return { field: named.field, strength: named.strength === "exact" ? "plain" : named.strength };
  return MAY_BE_NUMBERED.has(named.field.key) ? { field: named.field, strength: "qualified" } : null;
}

function somebodys(key: string, index: NameIndex): NamedField | null {
  const rest = withoutWhose(key);
  if (rest === null) return null;
  const named = index.names.get(rest) ?? null;
  if (named === null || !named.field.builtin) return null;
  // `Customer State` may be how things stand, and `Primary Address State` may not.
  const isState = named.field.key === "state" && rest.startsWith("address");
  if (!isState && !MAY_BE_SOMEBODYS.has(named.field.key)) return null;
  return { field: named.field, strength: "qualified" };
}

export const shownHeader = (header: string): string => {
  const text = header.replace(/\s+/g, " ").trim();
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
};

function meaning(header: string, { field, strength }: NamedField): HeaderMeaning {
  const says = strength === "exact" ? "is the field" : "is a known name of";
  const reason = `header ${shownHeader(header)} ${says} ${field.label}`;
  return { field, strength, confidence: CONFIDENCE[strength], reason, place: null };
}

function similarMeaning(header: string, { name, named }: SimilarName): HeaderMeaning {
  const reason = `header ${shownHeader(header)} is close to "${name}", a name of ${named.field.label}`;
  return { field: named.field, strength: "similar", confidence: CONFIDENCE.similar, reason, place: null };
}
